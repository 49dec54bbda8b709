// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keysfile.h"
#include "core/engine/keyring.h"
#include "core/protocol/control.h"
#include "core/protocol/mac.h"
#include "tests/unit/engine/serverbench.h"

#include <QtTest>

#include <array>
#include <set>

#include <malloc.h>

using namespace noonmark;
using namespace noonmark::engine;
using protocol::MacKey;
using protocol::MacType;

namespace {

constexpr std::array AllTypes{MacType::Md5,    MacType::Sha1,       MacType::Sha256,     MacType::Sha384,
                              MacType::Sha512, MacType::Aes128Cmac, MacType::Aes192Cmac, MacType::Aes256Cmac};

std::vector<std::byte> octets(std::size_t length, int first)
{
    std::vector<std::byte> bytes(length, std::byte{0x5a});
    if (length > 0)
        bytes[0] = static_cast<std::byte>(first);
    return bytes;
}

// Everything that goes out because of this datagram.
std::vector<Transmit> receive(ServerBench &bench, Bytes bytes, const Endpoint &from)
{
    const Arrival asked = bench.arrival(bytes, from);
    std::array<std::byte, LargestReply> reply{};
    std::vector<Transmit> sent;
    const auto length = bench.engine.answer(asked, bench.now(), reply);
    if (!length)
        bench.engine.arrived(asked, bench.now());
    else if (*length > 0)
        sent.push_back(
            {0, from, {}, 0, {reply.begin(), reply.begin() + static_cast<std::ptrdiff_t>(*length)}, 0});
    while (auto effect = bench.engine.takeEffect())
        if (auto *transmit = std::get_if<Transmit>(&*effect))
            sent.push_back(std::move(*transmit));
    return sent;
}

std::vector<std::byte> control(int operation, std::string_view text)
{
    std::vector<std::byte> bytes(12);
    bytes[0] = std::byte{0x16};
    bytes[1] = static_cast<std::byte>(operation);
    bytes[11] = static_cast<std::byte>(text.size());
    for (const char c : text)
        bytes.push_back(static_cast<std::byte>(c));
    bytes.resize((bytes.size() + 3) / 4 * 4);
    return bytes;
}

std::size_t size(const std::vector<Transmit> &sent)
{
    std::size_t sum = 0;
    for (const Transmit &one : sent)
        sum += one.bytes.size();
    return sum;
}

// Runs until the first server asks, and answers it.
bool askedAndAnswered(ServerBench &bench, double rootDelay, double rootDispersion)
{
    for (int second = 0; second < 200; ++second) {
        bench.advance(1);
        while (const auto effect = bench.engine.takeEffect()) {
            const auto *question = std::get_if<Transmit>(&*effect);
            if (question == nullptr || question->remote.address != ip("192.0.2.1"))
                continue;
            protocol::Packet packet;
            packet.mode = protocol::Mode::Server;
            packet.stratum = 2;
            packet.precision = -20;
            packet.rootDelay = protocol::shortFromSeconds(rootDelay);
            packet.rootDispersion = protocol::shortFromSeconds(rootDispersion);
            packet.origin = protocol::decode(question->bytes)->packet.transmit;
            packet.receive = packet.transmit = packet.reference = bench.now().wall;
            std::array<std::byte, protocol::HeaderSize> bytes{};
            protocol::encode(packet, bytes);
            Arrival answer = bench.arrival(bytes, question->remote);
            answer.socket = question->socket;
            bench.engine.arrived(answer, bench.now());
            return true;
        }
    }
    return false;
}

EngineConfig twoServers()
{
    EngineConfig config;
    for (const char *name : {"192.0.2.1", "192.0.2.2"}) {
        SourceConfig server;
        server.name = name;
        config.sources.push_back(server);
    }
    return config;
}

} // namespace

// Classes of vulnerabilities that no other test is about; tests/VULNERABILITIES.md lists the others.
class VulnerabilitiesTest : public QObject
{
    Q_OBJECT

private slots:
    void class03ListsNeedANonceOfTheirAsker()
    { // CVE-2016-9310, CVE-2014-0021: a list of clients is long, and its asker may be anybody.
        ServerBench bench(ownClock());
        for (std::uint32_t host = 0; host < 300; ++host)
            static_cast<void>(receive(bench, octets(48, 0x23), {IpAddress::v4(0x0a010000 + host), 4567}));
        const Endpoint asker{ip("192.0.2.9"), 4567};
        constexpr int requestNonce = 12;
        constexpr int readMru = 10;
        const auto given = receive(bench, control(requestNonce, ""), asker);
        QCOMPARE(given.size(), std::size_t{1});
        const std::string text(reinterpret_cast<const char *>(given[0].bytes.data()) + 12,
                               given[0].bytes.size() - 12);
        const std::string nonce = text.substr(text.find("nonce="), 6 + 24);
        const auto list = control(readMru, nonce + ",frags=30");
        QVERIFY(size(receive(bench, list, asker)) > 4000);
        for (const Endpoint &other : {Endpoint{ip("192.0.2.8"), 4567}, Endpoint{asker.address, 4568}})
            QVERIFY(size(receive(bench, list, other)) <= list.size());
        QVERIFY(size(receive(bench, control(readMru, "frags=30"), asker)) <= list.size());
        const auto trap = control(6, "");
        QVERIFY(size(receive(bench, trap, asker)) <= 12);
    }

    void class20AnAnswerCountsOnlyWhereItWasAsked()
    { // CVE-2016-7429: what comes in by another socket is no answer, and changes nothing.
        ServerBench bench(twoServers());
        std::vector<Transmit> questions;
        for (int i = 0; i < 200 && questions.size() < 2; ++i) {
            bench.advance(1);
            while (auto effect = bench.engine.takeEffect())
                if (auto *transmit = std::get_if<Transmit>(&*effect))
                    questions.push_back(std::move(*transmit));
        }
        QVERIFY(questions.size() >= 2 && questions[0].socket != questions[1].socket);
        const auto answer = [&](std::uint16_t socket) {
            std::vector<std::byte> bytes = octets(48, 0x24);
            bytes[1] = std::byte{2};
            std::copy_n(questions[0].bytes.begin() + 40, 8, bytes.begin() + 24);
            ByteWriter writer(MutableBytes(bytes).subspan(32));
            writer.u64(bench.now().wall.units());
            writer.u64(bench.now().wall.units());
            Arrival arrival = bench.arrival(bytes, questions[0].remote);
            arrival.socket = socket;
            bench.engine.arrived(arrival, bench.now());
            const auto associations = bench.engine.snapshot(bench.now()).associations;
            return associations[0].reach | associations[1].reach;
        };
        const auto before = answer(questions[1].socket);
        QCOMPARE(int(before & 1), 0);
        QCOMPARE(int(answer(0) & 1), 0);
        QCOMPARE(int(answer(questions[0].socket) & 1), 1); // the genuine one still counts
    }

    void class22TheRootDistanceIsThatOfTheLastAnswer()
    { // CVE-2016-7433: sums of another life of the source. PROTOCOL, section 1.6, in numbers.
        ServerBench bench(twoServers());
        for (const double rootDelay : {0.25, 0.0625, 1.0}) {
            QVERIFY(askedAndAnswered(bench, rootDelay, 0.125));
            const AssociationSnapshot source = bench.engine.snapshot(bench.now()).associations[0];
            QCOMPARE(source.rootDelay, rootDelay);
            QCOMPARE(source.rootDispersion, 0.125);
            const double least = (source.delay + rootDelay) / 2 + 0.125 + source.jitter;
            QVERIFY(source.rootDistance >= least - 1e-9);
            QVERIFY(source.rootDistance <= least + source.dispersion + 15e-6 * 200 + 1e-3);
            bench.engine.clockChanged({NtpDuration::seconds(5)}, bench.now()); // it begins anew
        }
    }

    void class23DigestsAreComparedWhole()
    { // CVE-2016-1550: one wrong octet anywhere; how long it takes is OpenSSL's CRYPTO_memcmp.
        for (const MacType type : AllTypes) {
            auto key = MacKey::make(type, octets(16, 1));
            QVERIFY(key.has_value());
            const auto message = octets(48, 0x23);
            const auto good = key->digest(message);
            for (std::size_t i = 0; i < good.size; ++i) {
                auto wrong = good;
                wrong.bytes[i] ^= std::byte{1};
                QVERIFY(!key->verifies(message, wrong.view()));
            }
            QVERIFY(key->verifies(message, good.view()));
        }
    }

    void class24ControlRequestsOfEveryShape()
    { // CVE-2014-9295, CVE-2015-7975, CVE-2018-7182, CVE-2019-6443..6445, CVE-2019-8936
        ServerBench bench(ownClock());
        const Endpoint asker{ip("192.0.2.9"), 4567};
        std::vector<std::string> texts{"",
                                       "nonce",
                                       "nonce=",
                                       "nonce=,addr.0=",
                                       "addr.0",
                                       "addr.=1,last.=2",
                                       std::string(400, ','),
                                       std::string(400, '='),
                                       std::string(400, '"'),
                                       "\"never closed",
                                       std::string(255, 'x')};
        for (const std::string &text : texts) {
            for (int operation = 0; operation < 32; ++operation) {
                auto bytes = control(operation, text.substr(0, 255));
                for (const int count : {0, 1, 255, 468, 65535}) { // other than what was sent
                    bytes[10] = static_cast<std::byte>(count >> 8);
                    bytes[11] = static_cast<std::byte>(count);
                    QVERIFY(size(receive(bench, bytes, asker)) < 20000);
                }
            }
        }
        for (std::size_t length = 0; length < 12; ++length)
            QVERIFY(receive(bench, octets(length, 0x16), asker).empty());
    }

    void class27PacketsOfEveryLength()
    { // CVE-2015-7691, CVE-2015-7692, CVE-2015-7702, CVE-2015-9750, CVE-2016-9312
        ServerBench bench(ownClock());
        const Endpoint asker{ip("192.0.2.9"), 4567};
        for (std::size_t length = 0; length < 66000; length += length < 200 ? 1 : 997) {
            for (const int first : {0x23, 0x1b, 0x0b, 0x21, 0x25, 0x17}) {
                const auto bytes = octets(std::min<std::size_t>(length, 65507), first);
                const auto sent = receive(bench, bytes, asker);
                QVERIFY(size(sent) <= bytes.size());
            }
        }
        for (int extension = 0; extension < 65536; extension += extension < 100 ? 1 : 251) {
            auto bytes = octets(48 + 400, 0x23);
            bytes[50] = static_cast<std::byte>(extension >> 8);
            bytes[51] = static_cast<std::byte>(extension);
            QVERIFY(size(receive(bench, bytes, asker)) <= bytes.size());
        }
    }

    void class30NewKeysAreStrongAndReadBack()
    { // CVE-2014-9293, CVE-2014-9294: predictable; CVE-2021-22212: a '#' cut them short.
        Random random = Random::fromNumber(30); // the program's own comes from getrandom()
        std::set<std::string> seen;
        for (const std::string_view type : config::keyTypes()) {
            for (int i = 0; i < 200; ++i) {
                const std::string line = config::newKeyLine(7, type, random);
                const config::Document file(line + "\n");
                const auto lines = config::keyLines(file);
                QCOMPARE(lines.size(), std::size_t{1});
                QCOMPARE(lines[0].key().value_or(0), 7);
                QVERIFY(config::checkKeys(file).empty());
                const std::string secret = lines[0].value.text;
                QVERIFY(line.ends_with(secret) && line.find('#') == std::string::npos);
                QVERIFY(secret.size() >= 32); // 128 bits
                QVERIFY2(seen.insert(secret).second, "a key came twice");
            }
        }
    }

    void class30KeysOfAnyLength()
    { // CVE-2015-7849, CVE-2015-7854
        for (const MacType type : AllTypes) {
            for (const std::size_t length : {0U, 1U, 15U, 16U, 17U, 31U, 32U, 33U, 64U, 65U, 1000U, 70000U}) {
                auto key = MacKey::make(type, octets(length, 1));
                if (!key)
                    continue; // refused is as good
                const auto message = octets(48, 0x23);
                QVERIFY(key->verifies(message, key->digest(message).view()));
            }
        }
    }

    void class30DigestsLeaveNothingBehind()
    { // CVE-2020-15025: a leak for every CMAC packet. What OpenSSL takes counts, too.
        const auto message = octets(48, 0x23);
        for (const MacType type : AllTypes) {
            auto key = MacKey::make(type, octets(16, 1));
            QVERIFY(key->digest(message).size > 0);
            const auto before = mallinfo2().uordblks;
            for (int i = 0; i < 100'000; ++i)
                QVERIFY(key->digest(message).size > 0);
            QVERIFY(mallinfo2().uordblks < before + 4096);
        }
    }

    void class34OddAddressesAreNoAssertion()
    { // CVE-2015-7855, CVE-2015-7853
        ServerBench bench(ownClock());
        for (const char *address : {"0.0.0.0", "255.255.255.255", "127.127.1.0", "127.127.255.3", "224.0.1.1",
                                    "::", "::1", "ff02::101", "fe80::1%3", "::ffff:192.0.2.1"})
            for (const int first : {0x23, 0x21, 0x22, 0x25, 0x16, 0x17, 0x00})
                for (const std::uint16_t port : std::to_array<std::uint16_t>({0, 1, 123, 65535})) {
                    const auto bytes = octets(48, first);
                    QVERIFY(size(receive(bench, bytes, {ip(address), port})) <= 48);
                }
    }
};

QTEST_APPLESS_MAIN(VulnerabilitiesTest)
#include "tst_vulnerabilities.moc"
