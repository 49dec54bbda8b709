// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/document.h"
#include "core/config/lowering.h"
#include "core/engine/engine.h"
#include "core/protocol/packet.h"
#include "core/protocol/refid.h"

#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace noonmark;

namespace {

// What one request gets: A an answer, K a kiss of death, - nothing.
char verdict(engine::Engine &engine, const IpAddress &address, double seconds, unsigned first)
{
    std::array<std::byte, protocol::HeaderSize> request{};
    request[0] = static_cast<std::byte>(first);
    request[47] = std::byte{1};
    engine::Arrival arrival;
    arrival.remote = {address, 20000};
    arrival.local = IpAddress::v4(0xc0000201);
    arrival.bytes = request;
    const NtpDuration since = NtpDuration::seconds(seconds);
    const Now now{Instant() + since, NtpTimestamp::fromUnix(1'800'000'000, 0) + since};
    arrival.received = now.wall;
    std::array<std::byte, engine::LargestReply> reply{};
    const auto length = engine.answer(arrival, now, reply).value_or(0);
    if (length == 0)
        return '-';
    const auto decoded = protocol::decode(Bytes(reply).first(length));
    return decoded && decoded->packet.refid == protocol::refidFromText("RATE") ? 'K' : 'A';
}

} // namespace

// limitanswers FILE: for each "ADDRESS SECONDS FIRST-BYTE" on standard input what our engine, in the manner
// of ntpsec and with this ntp.conf, does with that request.
int main(int argc, char *argv[])
{
    if (argc != 2)
        return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const config::Document document(std::string(std::istreambuf_iterator<char>(file), {}));
    engine::EngineConfig config = config::lower(document, Dialect::Ntpsec).engine;
    config.sources.clear();
    engine::Engine engine(config, Random::fromNumber(1),
                          {Instant(), NtpTimestamp::fromUnix(1'800'000'000, 0)});
    std::string address;
    double seconds = 0;
    unsigned first = 0;
    while (std::cin >> address >> seconds >> first) {
        const auto host = IpAddress::parse(address);
        if (!host)
            return 2;
        std::cout << verdict(engine, *host, seconds, first) << '\n';
    }
    return 0;
}
