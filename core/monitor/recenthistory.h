// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"
#include "core/monitor/target.h"

#include <QString>

#include <memory>
#include <vector>

namespace noonmark::monitor {

// What is remembered of one source. `slot` numbers the sources in the order of their first appearance and
// never changes, so a colour made from it stays with the source.
struct SourceHistory
{
    QString key;  // name and address: survives restarts of the engine
    QString name; // for people
    int slot = 0;
    std::shared_ptr<Series> offset = std::make_shared<Series>();
    std::shared_ptr<Series> jitter = std::make_shared<Series>();
    double lastSeen = 0;
    NtpTimestamp lastPacket; // by the daemon's clock
};

// The last day of a target in memory. Fed with frames; keeps a sample per packet that a source answered, and
// one of the system's offset every four seconds.
class RecentHistory
{
public:
    struct Past
    {
        std::vector<Column> columns;
        std::vector<Sample> samples;
    };

    void add(const Frame &frame);
    // Another target, another history; the slots stay.
    void clear();

    // What an earlier run saw of a source; "" = the system's offset. In order of their slots.
    void putBefore(const QString &key, const QString &name, Past offset, Past jitter);

    [[nodiscard]] const std::vector<SourceHistory> &sources() const { return m_sources; }
    [[nodiscard]] const SourceHistory *find(const QString &key) const;
    [[nodiscard]] std::shared_ptr<const Series> systemOffset() const { return m_system; }

    [[nodiscard]] static QString keyOf(const engine::AssociationSnapshot &association);
    // The name of the file, and the address where the name does not say it: "ntp1.example (192.0.2.1)".
    [[nodiscard]] static QString nameOf(const engine::AssociationSnapshot &association);

private:
    SourceHistory &sourceOf(const QString &key);
    void forgetLongGone();

    std::vector<SourceHistory> m_sources;
    std::shared_ptr<Series> m_system = std::make_shared<Series>();
    int m_nextSlot = 0;
};

} // namespace noonmark::monitor
