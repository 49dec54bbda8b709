// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/engine/clienttable.h"
#include "core/engine/controlnonce.h"
#include "core/engine/keyring.h"
#include "core/engine/observation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace noonmark::engine {

// What mode 6 tells about the daemon itself.
struct DaemonFacts
{
    std::string version;
    std::string processor;
    std::string system;
};

// Who asks, and what an answer may be made from beside the snapshot.
struct ControlSession
{
    Endpoint asker;
    Now now;
    std::uint32_t flags = 0; // of the access entry that holds for him
    const AccessTable &access;
    const ClientTable &clients;
    ControlNonce &nonces;
    KeyRing &keys;
    // Whose event count was read with a key, and begins anew, as in both daemons: an association, 0 the system.
    std::optional<std::uint16_t> countRead = {};
};

// Answers mode 6 reads (RFC 9327): the stock ntpq, ntpmon, ntpstat, ntptrace and ntpwait of both families.
// Keeps no state, never answers responses, errors or fragments, and never more than it was asked for: the
// list of clients goes only to who proves by a nonce that he receives at his address, and what an
// administrator alone needs only to who signs with the control key.
class ControlResponder
{
public:
    explicit ControlResponder(DaemonFacts facts);

    // The datagrams that answer one request, fragments of at most 480 bytes; none means silence.
    // Without a session there are no keys and no clients.
    [[nodiscard]] std::vector<std::vector<std::byte>> respond(Bytes request, const Snapshot &snapshot,
                                                              ControlSession *session = nullptr) const;

private:
    DaemonFacts m_facts;
};

} // namespace noonmark::engine
