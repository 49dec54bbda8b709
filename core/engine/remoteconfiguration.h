// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/controlresponder.h"
#include "core/engine/engine.h"
#include "core/protocol/control.h"

#include <deque>

namespace noonmark::engine {

// Lines of ntp.conf that the administrator sends by mode 6 (opcode 8): who they are from is decided here,
// what they mean is for the reader of ntp.conf to say, and the answer then goes to the address and port that
// asked.
class RemoteConfiguration
{
public:
    // The lines, if they are the administrator's and may be carried out; absent: the request is for
    // ControlResponder, which also words the refusals.
    [[nodiscard]] std::optional<ConfigureLines> take(const Arrival &arrival, const ControlSession &session);
    [[nodiscard]] std::vector<Transmit> answer(std::uint32_t question, const std::string &text,
                                               const Snapshot &snapshot, KeyRing &keys);

private:
    struct Waiting
    {
        std::uint32_t question = 0;
        protocol::ControlHeader header;
        std::uint32_t signer = 0;
        Endpoint remote;
        IpAddress local;
    };

    std::deque<Waiting> m_waiting;
    std::uint32_t m_lastQuestion = 0;
};

// Why lines from remote are not even read, as ntpd words it; absent: they may be.
[[nodiscard]] std::optional<std::string_view> refusalOfLines(std::string_view text,
                                                             std::uint32_t accessFlags);

} // namespace noonmark::engine
