// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/eventflags.h"

#include "core/wording/wording.h"

#include "ui/journalmodel.h"

#include <QDateTime>

namespace noonmark::ui {

namespace {

bool explains(engine::EventKind kind)
{
    using engine::EventKind;
    switch (kind) {
    case EventKind::ClockStep:
    case EventKind::ClockDisturbed:
    case EventKind::ClockSlept:
    case EventKind::ClockContested:
    case EventKind::ClockSync:
    case EventKind::Restart:
    case EventKind::PanicStop:
    case EventKind::NoSystemPeer:
    case EventKind::LeapEvent:
    case EventKind::Unreachable:
    case EventKind::Reachable:
    case EventKind::RateExceeded:
    case EventKind::AccessDenied:
    case EventKind::KeyUntrusted:
    case EventKind::KeyMissing:
    case EventKind::BecameSystemPeer:
        return true;
    default:
        return false;
    }
}

bool explains(const monitor::JournalEntry &entry)
{
    using monitor::JournalKind;
    switch (entry.kind) {
    case JournalKind::DaemonEvent:
        return explains(entry.event.kind);
    case JournalKind::TargetAnswers:
    case JournalKind::TargetSilent:
    case JournalKind::FileOpened:
    case JournalKind::Applied:
    case JournalKind::ModeSwitched:
        return true;
    default:
        return false;
    }
}

} // namespace

std::vector<ChartFlag> eventFlags(const monitor::Journal &journal, const QString &target)
{
    std::vector<ChartFlag> flags;
    for (const monitor::JournalEntry &entry : journal.entries()) {
        if (entry.target != target || !explains(entry))
            continue;
        const QString at =
            QDateTime::fromMSecsSinceEpoch(entry.unixMilliseconds).toString(QStringLiteral("MM-dd HH:mm:ss"));
        flags.push_back({static_cast<double>(entry.unixMilliseconds) / 1000, meaningOf(entry),
                         at + u"  " + wording::sentence(entry), entry.number});
    }
    return flags;
}

} // namespace noonmark::ui
