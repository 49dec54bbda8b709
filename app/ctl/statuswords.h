// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/control.h"

#include <QString>

// The status words as ntpq spells them; scripts look for these, so they stay English.
namespace noonmark::ctl {

[[nodiscard]] QString conditionWord(const protocol::PeerStatus &status); // "sys.peer"
[[nodiscard]] QString eventWord(const protocol::PeerStatus &status);     // "reachable"
[[nodiscard]] QString sentence(const protocol::SystemStatus &status);    // "leap_none, sync_ntp, 1 event, clock_sync"
[[nodiscard]] QString sentence(const protocol::PeerStatus &status);      // "conf, reach, sel_sys.peer, 1 event, sys_peer"

} // namespace noonmark::ctl
