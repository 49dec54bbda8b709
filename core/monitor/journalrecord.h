// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"

#include <QByteArray>

#include <optional>

namespace noonmark::monitor {

// An entry of the journal as a line of JSON, for the disk and for scripts: kinds by name, not by number, so
// that a later version can read it. Without number and time, which have columns of their own.
[[nodiscard]] QByteArray toRecord(const JournalEntry &entry);
// Nothing if a name is unknown: written by a later version.
[[nodiscard]] std::optional<JournalEntry> fromRecord(const QByteArray &record);

// The names themselves: "mode-switched", "clock-step".
[[nodiscard]] QLatin1StringView nameOf(JournalKind kind);
[[nodiscard]] QLatin1StringView nameOf(engine::EventKind kind);

// What a person filters by.
enum class JournalTopic : unsigned char
{
    Clock,   // steps, leap seconds, panic
    Sources, // followed, lost, found, refused
    Daemon,  // starts, answers, silence
    File     // edits, modes, applies
};
[[nodiscard]] JournalTopic topicOf(const JournalEntry &entry);

} // namespace noonmark::monitor
