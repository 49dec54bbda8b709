// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/mrurows.h"

namespace noonmark::monitor {

// Which program a client probably is. The list shows only the last packet's mode, version and source port,
// and how often it asked; what follows from each:
//  - mode 6 is what ntpq and its kin speak, mode 7 ntpdc: nothing else sends them.
//  - mode 4 in the list are answers of a server that this daemon asks itself.
//  - mode 1 is a `peer` line of ntpd or ntpsec when its version is 4; Windows (w32time) asks its servers in
//  mode 1 and
//    version 3 unless 0x8 stands behind their names.
//  - mode 3 from port 123 in version 4: ntpd and ntpsec ask from their service's port, hardly anything else
//  does.
//  - mode 3 from port 123 in version 3: w32time with 0x8; network devices do it too.
//  - mode 3 from a random port in version 4: chrony, systemd-timesyncd, sntp, phones: they cannot be told
//  apart from
//    here. Few packets close together are a question by hand (ntpdate, sntp, chronyd -q).
//  - mode 3 from a random port in version 3: Android, and many small devices. Versions 1 and 2: older ones.
enum class ClientProgram : unsigned char
{
    Unknown,
    ControlTool,
    Ntpdc,
    OurServer,
    NtpdPeer,
    WindowsPeer,
    Ntpd,
    WindowsOrDevice,
    ModernClient,
    OneShot,
    SimpleDevice,
    OldDevice,
    Broadcast
};

enum class Confidence : unsigned char
{
    None,
    Low,
    Medium,
    High
};

struct ClientGuess
{
    ClientProgram program = ClientProgram::Unknown;
    Confidence confidence = Confidence::None;

    friend bool operator==(const ClientGuess &, const ClientGuess &) = default;
};

[[nodiscard]] ClientGuess guessProgram(const MruRow &row);

} // namespace noonmark::monitor
