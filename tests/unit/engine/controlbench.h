// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/keyring.h"
#include "core/protocol/control.h"

#include "tests/support/moment.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

// An engine that is asked by mode 6.
namespace controlbench {

using namespace noonmark;
using namespace noonmark::engine;
using namespace noonmark::protocol;

inline std::vector<std::byte> secret(std::string_view text)
{
    const Bytes bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

inline EngineConfig withKeys()
{
    EngineConfig config;
    SourceConfig local;
    local.kind = SourceKind::LocalClock;
    local.name = "127.127.1.0";
    config.sources = {local};
    config.authentication.keys = {{1, MacType::Md5, secret("abcdefgh"), {}},
                                  {2, MacType::Sha1, secret("else"), {}}};
    config.authentication.trusted = {1, 2};
    config.authentication.controlKey = 1;
    return config;
}

// A daemon and an ntpq that asks it.
struct Daemon
{
    explicit Daemon(const EngineConfig &config = withKeys())
        : keys(config.authentication)
        , engine(config, Random::fromNumber(1), now())
    {
        advance(3);
    }

    [[nodiscard]] Now now() const { return momentAt(seconds); }

    void advance(double by)
    {
        seconds += by;
        engine.expired(now());
        while (engine.takeEffect())
            ;
    }

    std::vector<std::vector<std::byte>> send(Bytes bytes)
    {
        Arrival arrival;
        arrival.remote = asker;
        arrival.local = *IpAddress::parse("10.0.0.1");
        arrival.received = now().wall;
        arrival.bytes = bytes;
        engine.arrived(arrival, now());
        std::vector<std::vector<std::byte>> replies;
        while (auto effect = engine.takeEffect())
            if (auto *transmit = std::get_if<Transmit>(&*effect))
                replies.push_back(std::move(transmit->bytes));
            else if (auto *configure = std::get_if<ConfigureLines>(&*effect))
                lines.push_back(std::move(*configure));
        return replies;
    }

    // Every source that asks within five minutes is answered: the answers of each host come to one of these addresses.
    void answerAll(const std::map<std::string, std::string> &addressFor)
    {
        for (int second = 0; second < 300; ++second) {
            seconds += 1;
            engine.expired(now());
            std::vector<Transmit> questions;
            while (auto effect = engine.takeEffect())
                if (auto *transmit = std::get_if<Transmit>(&*effect); transmit && transmit->socket != 0)
                    questions.push_back(std::move(*transmit));
            for (const Transmit &question : questions) {
                Packet answer;
                answer.mode = Mode::Server;
                answer.stratum = 1;
                answer.refid = 0x47505300;
                answer.origin = decode(question.bytes)->packet.transmit;
                answer.receive = answer.transmit = answer.reference = now().wall;
                std::vector<std::byte> bytes(LargestReply);
                encode(answer, bytes);
                bytes.resize(HeaderSize);
                Arrival arrival;
                arrival.socket = question.socket;
                arrival.remote = question.remote;
                arrival.local = *IpAddress::parse(addressFor.at(question.remote.address.toString()));
                arrival.received = now().wall;
                arrival.bytes = bytes;
                engine.arrived(arrival, now());
            }
        }
        while (engine.takeEffect())
            ;
    }

    // What the reader of ntp.conf says to the lines, as it goes out.
    std::vector<std::vector<std::byte>> configured(std::uint32_t question, const std::string &answer)
    {
        engine.configured(question, answer, now());
        std::vector<std::vector<std::byte>> replies;
        while (auto effect = engine.takeEffect())
            if (auto *transmit = std::get_if<Transmit>(&*effect))
                replies.push_back(std::move(transmit->bytes));
        return replies;
    }

    // The request, signed at the next `alignment` bytes if there is a key.
    std::vector<std::vector<std::byte>> ask(ControlOpcode opcode, std::string_view data = {},
                                            std::uint32_t key = 0, std::size_t alignment = 8,
                                            std::uint16_t association = 0)
    {
        ControlHeader header;
        header.opcode = static_cast<std::uint8_t>(opcode);
        header.association = association;
        auto bytes = controlRequest(header, data);
        if (key != 0) {
            const std::size_t length =
                (ControlHeaderSize + data.size() + alignment - 1) / alignment * alignment;
            bytes.resize(length + LongestMac);
            bytes.resize(keys.sign(key, bytes, length));
        }
        return send(bytes);
    }

    std::string text(const std::vector<std::vector<std::byte>> &replies)
    {
        ControlReassembly reassembly;
        for (const auto &reply : replies) {
            const auto header = decodeControl(reply);
            if (header->error)
                return "error " + std::to_string(static_cast<int>(header->errorCode()));
            reassembly.add(*header, *controlData(*header, reply));
        }
        return replies.empty() ? "silence" : reassembly.data();
    }

    std::string nonce()
    {
        return *findVariable(parseControlVariables(text(ask(ControlOpcode::RequestNonce))), "nonce");
    }

    // Whether every datagram ends in a MAC of this key, at the next eight bytes.
    bool signedBy(const std::vector<std::vector<std::byte>> &replies, std::uint32_t key)
    {
        return std::all_of(replies.begin(), replies.end(), [&](const std::vector<std::byte> &reply) {
            const std::size_t end = ControlHeaderSize + decodeControl(reply)->count;
            const std::size_t at = (end + 7) / 8 * 8;
            return reply.size() > at &&
                   keys.verify(Bytes(reply).first(at), Bytes(reply).subspan(at), {}) == key;
        });
    }

    double seconds = 1000;
    std::vector<ConfigureLines> lines;
    Endpoint asker{*IpAddress::parse("192.0.2.9"), 40000};
    KeyRing keys;
    Engine engine;
};

} // namespace controlbench
