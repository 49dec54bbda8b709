// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/mruguess.h"

#include "core/protocol/packet.h"

namespace noonmark::monitor {

using protocol::Mode;

namespace {

constexpr std::uint16_t NtpPort = 123;
constexpr std::uint64_t FewPackets = 8;
constexpr double CloseTogether = 4; // s on average; a client that stays asks every 16 s at most

ClientGuess guessClient(const MruRow &row)
{
    const bool isServicePort = row.remote.port == NtpPort;
    if (row.version < 3)
        return {ClientProgram::OldDevice, Confidence::Medium};
    if (row.version == 3)
        return isServicePort ? ClientGuess{ClientProgram::WindowsOrDevice, Confidence::Medium}
                             : ClientGuess{ClientProgram::SimpleDevice, Confidence::Low};
    if (isServicePort)
        return {ClientProgram::Ntpd, Confidence::High};
    const auto interval = averageInterval(row);
    const bool isBrief = row.count <= FewPackets && (!interval || *interval < CloseTogether);
    return isBrief ? ClientGuess{ClientProgram::OneShot, Confidence::Low}
                   : ClientGuess{ClientProgram::ModernClient, Confidence::Medium};
}

} // namespace

ClientGuess guessProgram(const MruRow &row)
{
    switch (static_cast<Mode>(row.mode)) {
    case Mode::Control:
        return {ClientProgram::ControlTool, Confidence::High};
    case Mode::Private:
        return {ClientProgram::Ntpdc, Confidence::High};
    case Mode::Server:
        return {ClientProgram::OurServer, Confidence::High};
    case Mode::Broadcast:
        return {ClientProgram::Broadcast, Confidence::High};
    case Mode::SymmetricActive:
    case Mode::SymmetricPassive:
        return row.version == 4 ? ClientGuess{ClientProgram::NtpdPeer, Confidence::Medium}
                                : ClientGuess{ClientProgram::WindowsPeer, Confidence::Medium};
    case Mode::Client:
        return guessClient(row);
    case Mode::Reserved: // what version 1 clients send
        return {ClientProgram::OldDevice, Confidence::Medium};
    }
    return {};
}

} // namespace noonmark::monitor
