// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/clienttable.h"
#include "core/protocol/control.h"

#include <string>
#include <string_view>
#include <vector>

namespace noonmark::engine {

// What a request for the list of clients (READ_MRU) asks for. Parameters that nobody knows do not matter.
struct ClientListRequest
{
    struct Anchor
    {
        std::string address; // as a row had it: "192.0.2.1:123"
        NtpTimestamp last;
    };

    std::string nonce;
    std::uint32_t fragments = 0; // datagrams
    std::uint32_t limit = 0;     // rows
    std::uint32_t recent = 0;    // only so many newest rows; 0: all
    std::uint64_t minCount = 0;
    std::uint32_t maxAge = 0; // s since the last packet; 0: any
    std::uint32_t allFlags = 0;
    std::uint32_t anyFlags = 0;
    std::vector<Anchor> anchors; // the newest rows that the asker has, newest first

    static ClientListRequest parse(std::string_view text);
};

// One answer: rows from the oldest host on, or from where the asker's rows end, as many as fit. `nonce` is
// for the next request. UnknownVariable: none of his rows is unchanged, he must begin again.
[[nodiscard]] tl::expected<std::string, protocol::ControlError> listClients(const ClientListRequest &request,
                                                                            const ClientTable &clients,
                                                                            const Now &now,
                                                                            const std::string &nonce);

} // namespace noonmark::engine
