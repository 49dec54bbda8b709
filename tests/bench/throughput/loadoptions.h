// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/mac.h"
#include "tests/bench/throughput/rawlink.h"

#include <cstdint>
#include <optional>
#include <string>

namespace noonmark::bench {

struct LoadOptions
{
    std::string interface;
    RawLink::Peer peer;
    std::uint32_t firstClient = 0x0a800000; // 10.128.0.0
    std::uint32_t clients = 1000;
    std::optional<std::uint64_t> begin; // with this client of them; by default with another one in every run
    double rate = 10000; // requests per second
    std::uint64_t window = 0; // so many requests on their way at most, whatever the rate; 0: as many as the rate wants
    double seconds = 0.5;
    int pid = 0; // whose processor time is measured
    std::optional<std::size_t> processor;
    bool isControl = false; // mode 6, all system variables, instead of mode 3
    std::uint32_t key = 0;
    std::optional<protocol::MacKey> signer;

    // "--rate 1000 --clients 5 ..."; nothing if it makes no sense.
    static std::optional<LoadOptions> parse(int count, char **words);
};

} // namespace noonmark::bench
