// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/engine/observation.h"

#include <cstddef>
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

// Answers mode 6 reads (RFC 9327) from a snapshot: the stock ntpq, ntpstat, ntptrace and ntpwait of both
// families; not yet ntpmon, which insists on the list of clients and so on a nonce. Keeps no state, never
// answers responses, errors or fragments, and never more than it was asked for.
class ControlResponder
{
public:
    explicit ControlResponder(DaemonFacts facts);

    // The datagrams that answer one request, fragments of at most 480 bytes; none means silence.
    [[nodiscard]] std::vector<std::vector<std::byte>> respond(Bytes request, const Snapshot &snapshot) const;

private:
    DaemonFacts m_facts;
};

} // namespace noonmark::engine
