// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/diagnose.h"
#include "core/monitor/hosts.h"
#include "core/monitor/mruguess.h"
#include "core/monitor/trace.h"

#include <QString>

// The sentences of those who ask other hosts: query, trace, clients and diagnosis, in window and terminal
// alike.
namespace noonmark::wording {

// What came of asking a server: whether a client should follow it, or why nothing came and what to look at.
[[nodiscard]] QString sentence(const monitor::QueryResult &result);
// Two or three words: "gives time", "no answer".
[[nodiscard]] QString shortly(const monitor::QueryResult &result);
// What it follows, as `ntpq -p` shows it.
[[nodiscard]] QString refid(const protocol::Packet &packet);
[[nodiscard]] QString leap(std::uint8_t leap); // "no leap second", "not synchronised" ...

// What this hop tells, or how the chain ends here.
[[nodiscard]] QString sentence(const monitor::TraceHop &hop);
[[nodiscard]] QString nameOf(const monitor::TraceHop &hop);

[[nodiscard]] QString name(monitor::ClientProgram program);
[[nodiscard]] QString explanation(monitor::ClientProgram program); // what in its packets says so
[[nodiscard]] QString name(monitor::Confidence confidence);
[[nodiscard]] QString name(monitor::Presence presence);
[[nodiscard]] QString modeName(std::uint8_t mode);
[[nodiscard]] QString restrictionName(std::uint32_t restrictions); // limited, told so, refused; "" if none

[[nodiscard]] QString title(monitor::CheckId check);         // the question
[[nodiscard]] QString sentence(const monitor::Check &check); // the answer with its evidence
[[nodiscard]] QString remedy(const monitor::Check &check);   // what to do; "" if nothing
[[nodiscard]] QString conclusion(const monitor::Diagnosis &diagnosis);

} // namespace noonmark::wording
