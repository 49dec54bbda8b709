// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keyring.h"
#include "core/protocol/control.h"
#include "tests/support/countedallocations.h"
#include "tests/unit/engine/serverbench.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <array>

using namespace noonmark;
using namespace noonmark::engine;
using support::allocations;

namespace {

EngineConfig master()
{
    EngineConfig config = ownClock();
    config.authentication.keys = {{1, protocol::MacType::Md5, std::vector(16, std::byte{'k'}), {}},
                                  {2, protocol::MacType::Aes128Cmac, std::vector(16, std::byte{'k'}), {}}};
    config.authentication.trusted = {1, 2};
    config.authentication.controlKey = 1;
    return config;
}

struct Server : ServerBench
{
    explicit Server(const EngineConfig &config = master())
        : ServerBench(config)
    {}

    // Everything that goes out because of this datagram, as the driver does it.
    std::vector<std::vector<std::byte>> receive(Bytes bytes, const Endpoint &from = {ip("192.0.2.9"), 4567})
    {
        const Arrival asked = arrival(bytes, from);
        std::vector<std::vector<std::byte>> replies;
        std::array<std::byte, LargestReply> reply{};
        const auto length = engine.answer(asked, now(), reply);
        if (!length)
            engine.arrived(asked, now());
        else if (*length > 0)
            replies.emplace_back(reply.begin(), reply.begin() + static_cast<std::ptrdiff_t>(*length));
        while (auto effect = engine.takeEffect()) {
            if (auto *transmit = std::get_if<Transmit>(&*effect))
                replies.push_back(std::move(transmit->bytes));
            else
                ++others;
        }
        return replies;
    }

    std::size_t others = 0; // events and whatever else a stranger can cause
};

std::vector<std::byte> datagram(int first, std::size_t length)
{
    std::vector<std::byte> bytes(length, std::byte{0x5a});
    if (length > 0)
        bytes[0] = static_cast<std::byte>(first);
    return bytes;
}

} // namespace

// PROTOCOL, section 8.1 and 8.3: what a stranger can do to a server, and through it to others.
class HostileTest : public QObject
{
    Q_OBJECT

private slots:
    void mode7IsNeverAnswered()
    { // CVE-2013-5211, CVE-2009-3563
        Server server;
        for (int first = 0; first < 256; ++first) {
            if ((first & 7) != 7)
                continue;
            for (const std::size_t length : {1U, 8U, 48U, 192U, 468U}) {
                auto bytes = datagram(first, length);
                if (length >= 4)
                    bytes[3] = std::byte{42}; // MON_GETLIST_1
                QVERIFY(server.receive(bytes).empty());
            }
        }
        QCOMPARE(server.others, std::size_t(0));
    }

    void twoServersNeverKeepEachOtherBusy()
    { // CVE-2009-3563: whatever one says, the other has nothing to add.
        Server a;
        Server b;
        std::vector<std::vector<std::byte>> starts{datagram(0x23, 48), datagram(0x23, 68),
                                                   datagram(0x0b, 48)};
        starts.back()[0] = std::byte{0x08};
        for (int opcode = 0; opcode < 32; ++opcode) {
            protocol::ControlHeader header;
            header.opcode = static_cast<std::uint8_t>(opcode);
            starts.push_back(protocol::controlRequest(header, "stratum"));
            starts.push_back(protocol::controlRequest(header, "nosuch"));
        }
        const Endpoint other{ip("192.0.2.77"), 123};
        int answers = 0;
        for (const auto &start : starts) {
            for (const auto &reply : a.receive(start, other)) {
                ++answers;
                QVERIFY(b.receive(reply, other).empty());
                QVERIFY(a.receive(reply, other).empty());
            }
        }
        QVERIFY(answers > 30);
    }

    void noTimeAnswerIsLongerThanItsRequest()
    {
        Server server;
        KeyRing keys(master().authentication);
        Random random = Random::fromNumber(5);
        int answered = 0;
        for (int i = 0; i < 50'000; ++i) {
            auto bytes = datagram(static_cast<int>(random.below(8) << 3 | 3), random.below(200));
            for (std::size_t at = 48; at < bytes.size(); ++at)
                bytes[at] = static_cast<std::byte>(random.below(4) == 0 ? random.below(256) : 0);
            const std::size_t signedPart = bytes.size() / 4 * 4;
            if (random.below(2) == 0 && signedPart >= 48) {
                bytes.resize(signedPart + protocol::LongestMac);
                bytes.resize(keys.sign(1 + random.below(2), bytes, signedPart));
            }
            for (const auto &reply : server.receive(bytes)) {
                ++answered;
                QVERIFY(reply.size() <= bytes.size());
            }
        }
        QVERIFY(answered > 100);
    }

    void aMillionSpoofedHostsCostNoMemory()
    { // CVE-2010-0293: the table of clients is as large at the end as it was at the beginning.
        Server server;
        const auto bytes = datagram(0x23, 48);
        std::array<std::byte, LargestReply> reply{};
        Arrival arrival;
        arrival.bytes = bytes;
        const std::size_t before = allocations;
        for (std::uint32_t i = 0; i < 1'000'000; ++i) {
            arrival.remote = {IpAddress::v4(0x0b000000U + i * 7919U % 0xd0000000U), 4567};
            static_cast<void>(server.engine.answer(arrival, server.now(), reply));
        }
        QCOMPARE(allocations - before, std::size_t(0));
        const auto statistics = server.engine.snapshot(server.now()).clients;
        QVERIFY(statistics.depth <= statistics.capacity);
    }

    void everyRequestThatWasEverCapturedIsAnswered()
    { // Of both families' tools: an error for one unknown name costs the classic ntpq its whole answer.
        QStringList folders{QStringLiteral(NOONMARK_TEST_DATA "/mode6"),
                            QStringLiteral(NOONMARK_SHARED "/captures/mode6")};
        int asked = 0;
        for (const QString &folder : folders) {
            const QDir all(folder);
            for (const QString &name : all.entryList({QStringLiteral("*-req.bin")}, QDir::Files)) {
                QFile file(all.filePath(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray raw = file.readAll();
                const Bytes bytes(reinterpret_cast<const std::byte *>(raw.constData()),
                                  std::size_t(raw.size()));
                const auto header = protocol::decodeControl(bytes);
                if (!header)
                    continue;
                Server server;
                const auto replies = server.receive(bytes);
                using enum protocol::ControlOpcode;
                const bool isPlain = header->operation() == ReadVariables ||
                                     header->operation() == ReadStatus || header->operation() == RequestNonce;
                if (header->association != 0 || !isPlain)
                    continue; // numbers, nonces and keys of another daemon
                QVERIFY2(!replies.empty(), qPrintable(name));
                const auto answer = protocol::decodeControl(replies.front());
                const bool asksNonsense = raw.contains("nosuch"); // which ntpd does not know either
                QVERIFY2(answer->error == asksNonsense, qPrintable(name));
                ++asked;
            }
        }
        QVERIFY(asked >= 5);
    }

    void networkTimeSecurityFindsAServerWithoutIt()
    { // CVE-2023-4012, CVE-2023-33192: fields of NTS in every order, cut, empty, doubled, and with a MAC
      // behind them.
        Server server;
        KeyRing keys(master().authentication);
        const auto field = [](int type, std::size_t length, std::size_t told) {
            std::vector<std::byte> bytes(length, std::byte{0x77});
            bytes[0] = static_cast<std::byte>(type >> 8);
            bytes[1] = static_cast<std::byte>(type & 0xff);
            bytes[2] = static_cast<std::byte>(told >> 8);
            bytes[3] = static_cast<std::byte>(told & 0xff);
            return bytes;
        };
        constexpr std::array types{0x0104, 0x0204, 0x0304, 0x0404};
        constexpr std::array<std::pair<std::size_t, std::size_t>, 8> lengths{
            {{36, 36}, {104, 104}, {4, 4}, {28, 0}, {28, 3}, {28, 65535}, {16, 12}, {32, 64}}};
        for (const int first : types) {
            for (const int second : types) {
                for (const auto &[length, told] : lengths) {
                    auto bytes = datagram(0x23, protocol::HeaderSize);
                    for (const auto &part :
                         {field(first, 36, 36), field(second, length, told), field(second, 36, 36)})
                        bytes.insert(bytes.end(), part.begin(), part.end());
                    for (const auto &reply : server.receive(bytes)) {
                        QCOMPARE(reply.size(), protocol::HeaderSize); // as if the fields were not there
                        QVERIFY(reply.size() <= bytes.size());
                    }
                    const std::size_t end = bytes.size();
                    bytes.resize(end + protocol::LongestMac);
                    bytes.resize(keys.sign(1, bytes, end));
                    for (const auto &reply : server.receive(bytes))
                        QVERIFY(reply.size() <= protocol::HeaderSize + protocol::LongestMac);
                }
            }
        }
    }

    void noReferenceClockSpeaksOverTheNetwork()
    { // CVE-2016-1551, CVE-2017-6462, CVE-2023-26555: nothing that comes by a packet reaches a clock driver.
        Server server;
        for (const char *clock : {"127.127.1.0", "127.127.20.0", "127.127.28.1"}) {
            for (const int first : {0x21, 0x22, 0x23, 0x24, 0x25}) {
                QVERIFY(server.receive(datagram(first, protocol::HeaderSize), {ip(clock), 123}).empty());
            }
        }
        QCOMPARE(server.engine.snapshot(server.now()).associations.size(), std::size_t(1));
        QCOMPARE(server.engine.snapshot(server.now()).associations[0].bogus, std::uint64_t(0));
    }

    void authenticatedAnswersCostNoMemoryEither()
    { // CVE-2020-15025: a leak per CMAC packet.
        Server server;
        KeyRing keys(master().authentication);
        for (const std::uint32_t key : {1U, 2U}) {
            auto bytes = datagram(0x23, LargestReply);
            bytes.resize(keys.sign(key, bytes, 48));
            std::array<std::byte, LargestReply> reply{};
            Arrival arrival;
            arrival.bytes = bytes;
            arrival.remote = {ip("192.0.2.9"), 4567};
            const std::size_t before = allocations;
            for (int i = 0; i < 10'000; ++i)
                QVERIFY(*server.engine.answer(arrival, server.now(), reply) == bytes.size());
            QCOMPARE(allocations - before, std::size_t(0));
        }
    }

    void aStrangerWritesNothingIntoTheLog()
    { // CVE-2010-0294
        Server server;
        Random random = Random::fromNumber(9);
        for (int i = 0; i < 20'000; ++i) {
            auto bytes = datagram(static_cast<int>(random.below(256)), random.below(120));
            for (std::size_t at = 1; at < bytes.size(); ++at)
                bytes[at] = static_cast<std::byte>(random.below(256));
            static_cast<void>(server.receive(bytes));
        }
        QCOMPARE(server.others, std::size_t(0));
    }

    void paddingIsZero()
    { // ntpsec's issue 812 and the padding of both daemons: bytes of somebody's memory.
        Server server;
        for (const char *names : {"leap", "stratum", "refid", "version,leap", "reftime,tc,peer"}) {
            protocol::ControlHeader header;
            header.opcode = 2;
            for (const auto &reply : server.receive(protocol::controlRequest(header, names))) {
                const auto answer = protocol::decodeControl(reply);
                for (std::size_t at = protocol::ControlHeaderSize + answer->count; at < reply.size(); ++at)
                    QCOMPARE(reply[at], std::byte{0});
            }
        }
    }

    void timestampsThatHelpAForgerAreNotTold()
    { // CVE-2015-8139
        Server server;
        for (const char *name : {"org", "xmt"}) {
            protocol::ControlHeader header;
            header.opcode = 1;
            const auto list = server.receive(protocol::controlRequest(header));
            const auto entries = protocol::parseStatusList(
                {reinterpret_cast<const char *>(list[0].data()) + protocol::ControlHeaderSize, 4});
            header.opcode = 2;
            header.association = entries.at(0).association;
            const auto reply = server.receive(protocol::controlRequest(header, name));
            QCOMPARE(protocol::decodeControl(reply.at(0))->errorCode(),
                     protocol::ControlError::UnknownVariable);
        }
    }

    void floodsInTheNameOfOurServerDoNotDeafenUs()
    { // CVE-2016-7426: the limit is for requests; answers that were asked for are never counted.
        EngineConfig config;
        SourceConfig source;
        source.name = "192.0.2.1";
        source.iburst = true;
        config.sources = {source};
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
        Server client(config);
        std::uint64_t asked = 0;
        for (int i = 0; i < 200; ++i) {
            for (int flood = 0; flood < 50; ++flood)
                static_cast<void>(client.receive(datagram(0x23, 48), {ip("192.0.2.1"), 123}));
            client.advance(1);
            std::vector<Arrival> answers;
            std::vector<std::vector<std::byte>> bytes;
            while (auto effect = client.engine.takeEffect()) {
                const auto *question = std::get_if<Transmit>(&*effect);
                if (question == nullptr || question->socket == 0)
                    continue;
                ++asked;
                protocol::Packet packet;
                packet.mode = protocol::Mode::Server;
                packet.stratum = 1;
                packet.origin = protocol::decode(question->bytes)->packet.transmit;
                packet.receive = packet.transmit = packet.reference = client.now().wall;
                bytes.emplace_back(protocol::HeaderSize);
                protocol::encode(packet, bytes.back());
                Arrival answer;
                answer.socket = question->socket;
                answer.remote = question->remote;
                answer.local = ip("10.0.0.1");
                answer.received = client.now().wall;
                answers.push_back(answer);
            }
            for (std::size_t n = 0; n < answers.size(); ++n) {
                answers[n].bytes = bytes[n];
                client.engine.arrived(answers[n], client.now());
            }
        }
        const auto association = client.engine.snapshot(client.now()).associations.at(0);
        QVERIFY(asked > 5);
        QVERIFY(association.accepted + 1 >= asked); // Server drained the very first question unseen
        QVERIFY(client.engine.snapshot(client.now()).counters.limited > 5000);
    }
};

QTEST_APPLESS_MAIN(HostileTest)
#include "tst_hostile.moc"
