// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/sourcemode.h"
#include "core/engine/observation.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <deque>
#include <vector>

namespace noonmark::monitor {

class Targets;
struct Frame;

enum class JournalKind : unsigned char
{
    DaemonEvent, // event
    TargetAnswers,
    TargetSilent,  // trouble
    FileOpened,    // detail: path
    Edited,        // detail: the name of the step
    EditTakenBack, // detail: the name of the step
    ModeSwitched,  // mode
    Applied        // detail: path; count: lines
};

struct JournalEntry
{
    quint64 number = 0; // counts up, whatever the clock does
    qint64 unixMilliseconds = 0;
    QString target = {}; // "" = this program
    JournalKind kind = JournalKind::DaemonEvent;
    engine::Event event = {};
    Error trouble = {};
    QString detail = {};
    config::SourceMode mode = config::SourceMode::Upstream;
    int count = 0;
};

// Everything that matters, in the order it happened. Bounded: the oldest entry goes when a new one has no
// room.
class Journal : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t Most = 5000;
    // Numbers of this run begin here, those of the disk end long before.
    static constexpr quint64 FirstOfRun = 1ULL << 40;

    explicit Journal(QObject *parent = nullptr, std::size_t most = Most);

    // Numbers and dates the entry; a date that is given stays.
    void add(JournalEntry entry);
    // What earlier runs wrote down, in the order it happened and with the numbers of the disk: it goes before
    // what this run wrote. To be called once.
    void putBefore(std::vector<JournalEntry> entries);
    // Writes down what happens to these from now on.
    void follow(const Targets &targets);

    [[nodiscard]] const std::deque<JournalEntry> &entries() const { return m_entries; }

signals:
    void added(const noonmark::monitor::JournalEntry &entry);
    void restored(); // earlier entries are there now
    void oldestGone();

private:
    void compare(const QString &target, const Frame &before, const Frame &now, bool tellsEvents);

    std::size_t m_most;
    quint64 m_lastNumber = FirstOfRun;
    std::deque<JournalEntry> m_entries;
    QHash<QString, engine::Snapshot> m_lastSeen; // of targets that tell no events themselves
};

} // namespace noonmark::monitor
