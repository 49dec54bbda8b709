// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <string>

// The lines of the statistics files as ntpd 4.2.8 writes them, without their end: the day as a modified
// Julian date, the second of the day, and what the file is for.
namespace noonmark::engine {

// Where the pair of `day second` of a line comes from.
struct LineTime
{
    NtpTimestamp wall;
    std::int64_t unixSeconds = 0; // of the same moment: eras wrap, days do not
};

[[nodiscard]] std::string loopLine(const LineTime &at, const SystemSnapshot &system);
[[nodiscard]] std::string peerLine(const LineTime &at, const AssociationSnapshot &association);
[[nodiscard]] std::string rawLine(const LineTime &at, const AnswerSeen &answer);
// `association`: whom the event is about, null for the system.
[[nodiscard]] std::string protocolLine(const LineTime &at, const Event &event, const Snapshot &snapshot);
// `seconds`: how long the counters have counted.
[[nodiscard]] std::string systemLine(const LineTime &at, const ServerCounters &counters, double seconds);

} // namespace noonmark::engine
