// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/recenthistory.h"
#include "core/monitor/target.h"
#include "core/transport/place.h"

#include <memory>
#include <vector>

namespace noonmark::monitor {

// The daemons that are watched, all at the same time: the engine inside first, then hosts. To who shows one
// target this is the chosen one, and another choice is nothing but another frame.
class Targets : public Target
{
    Q_OBJECT

public:
    struct Entry
    {
        Target *target = nullptr;
        std::unique_ptr<Target> owned; // all but the engine inside
        Frame last;
        RecentHistory history;
    };

    // `own` outlives this and is the first to be chosen.
    explicit Targets(Target &own, QObject *parent = nullptr);
    ~Targets() override;

    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const Entry &at(int index) const { return *m_entries.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] Target &own() const { return *m_entries.front()->target; }
    // What the chosen one was seen doing. The object stays when the choice changes.
    [[nodiscard]] const RecentHistory &history() const { return m_history; }
    // The hosts, as place texts: to be remembered.
    [[nodiscard]] QStringList watched() const;

    // What an earlier run saw of the target of this name in the journal.
    void putBefore(const QString &name, const QString &source, const QString &sourceName,
                   const RecentHistory::Pasts &pasts);
    // Of a target in journal and history: "" for the engine inside, else the address.
    [[nodiscard]] QString nameOf(int index) const;

    void choose(int index);
    // Watches one more host from now on; a place that is watched already keeps its row. Returns the row.
    int watch(const transport::Place &place);
    int watch(std::unique_ptr<Target> target);
    // Any but the engine inside.
    void forget(int index);

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool isBuiltIn() const override;
    void start() override;
    void stop() override;
    // The file that is edited here is that of the engine inside, whichever target is looked at.
    void applyConfiguration(const QByteArray &ntpConf) override;

signals:
    void listChanged(); // rows came or went, or an address changed
    void stateChanged(int index);
    void chosenChanged(int index);
    void looked(int index, const noonmark::monitor::Frame &before, const noonmark::monitor::Frame &now);
    void eventOf(int index, const noonmark::engine::Event &event);

private:
    void connectEntry(Entry &entry);
    void take(Entry &entry, const Frame &frame);
    [[nodiscard]] int indexOf(const Entry &entry) const;
    [[nodiscard]] Entry &current() const;

    std::vector<std::unique_ptr<Entry>> m_entries;
    RecentHistory m_history; // shares the series of the chosen entry
    int m_chosen = 0;
};

} // namespace noonmark::monitor
