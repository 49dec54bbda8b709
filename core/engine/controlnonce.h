// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/protocol/mac.h"

#include <optional>
#include <string>
#include <string_view>

namespace noonmark::engine {

// Proof that whoever asks for the list of clients can receive at the address he asks from: without it the
// list would be the strongest amplifier of the protocol (CVE-2013-5211). Nothing is remembered; the proof
// holds for 16 s and for one address and port.
class ControlNonce
{
public:
    explicit ControlNonce(Random random);

    [[nodiscard]] std::string make(const Endpoint &asker, NtpTimestamp now);
    [[nodiscard]] bool accepts(std::string_view nonce, const Endpoint &asker, NtpTimestamp now);

private:
    [[nodiscard]] std::string nonceAt(const Endpoint &asker, NtpTimestamp time);

    std::optional<protocol::MacKey> m_secret;
};

} // namespace noonmark::engine
