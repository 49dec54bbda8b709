// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keyring.h"
#include "core/protocol/packet.h"
#include "core/protocol/refid.h"
#include "tests/support/countedallocations.h"
#include "tests/unit/engine/serverbench.h"

#include <QtTest>

#include <array>

using namespace noonmark;
using namespace noonmark::engine;
using support::allocations;

namespace {

AuthenticationConfig twoKeys()
{
    using protocol::MacType;
    AuthenticationConfig config;
    config.keys = {{1, MacType::Md5, std::vector(8, std::byte{'a'}), {}},
                   {2, MacType::Sha1, std::vector(8, std::byte{'b'}), {}}};
    config.trusted = {1, 2};
    return config;
}

std::vector<std::byte> request(int first = 0x23, std::size_t length = protocol::HeaderSize)
{
    std::vector<std::byte> bytes(length);
    bytes[0] = static_cast<std::byte>(first);
    bytes[2] = std::byte{6};
    for (std::size_t i = 40; i < 48; ++i)
        bytes[i] = static_cast<std::byte>(0xa0 + i);
    return bytes;
}

// An isolated master, and one who asks it.
struct Master : ServerBench
{
    explicit Master(const EngineConfig &config = ownClock())
        : ServerBench(config)
    {}

    std::optional<std::size_t> ask(const std::vector<std::byte> &bytes, const char *from = "192.0.2.9",
                                   std::uint16_t port = 4567, bool loopback = false)
    {
        Arrival asked = arrival(bytes, {ip(from), port});
        asked.fromLoopbackInterface = loopback;
        reply.fill(std::byte{0xee});
        return engine.answer(asked, now(), reply);
    }

    [[nodiscard]] protocol::Packet answer() const { return protocol::decode(Bytes(reply).first(48))->packet; }

    std::array<std::byte, LargestReply> reply{};
};

} // namespace

class ServerTest : public QObject
{
    Q_OBJECT

private slots:
    void answersWithOurTime()
    {
        Master master;
        QCOMPARE(*master.ask(request()), std::size_t(48));
        const auto answer = master.answer();
        QCOMPARE(int(answer.mode), 4);
        QCOMPARE(int(answer.version), 4);
        QCOMPARE(int(answer.leap), 0);
        QCOMPARE(int(answer.stratum), 11);
        QCOMPARE(int(answer.poll), 6);
        QCOMPARE(answer.refid, 0x7f7f0100U);
        QCOMPARE(answer.origin.units(), 0xc8c9cacbcccdcecfULL);
        QCOMPARE(answer.receive, master.now().wall);
        QCOMPARE(answer.transmit, master.now().wall);
        QVERIFY(!answer.reference.isZero());
    }

    void saysWhenItDoesNotKnowTheTime()
    {
        const EngineConfig nothing;
        Master master(nothing);
        QCOMPARE(*master.ask(request()), std::size_t(48));
        QCOMPARE(int(master.answer().leap), 3);
        QCOMPARE(int(master.answer().stratum), 0);
        QCOMPARE(master.answer().refid, protocol::refidFromText("INIT"));
    }

    void answersWhatTheMatrixSays_data()
    { // PROTOCOL 1.4, as chrony answers: versions 1 to 4, extension fields tolerated, no odd tails.
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("answered");
        for (int version = 0; version < 8; ++version)
            QTest::addRow("version %d", version)
                << (version << 3 | 3) << 48 << (version >= 1 && version <= 4);
        for (const int length : {0, 1, 12, 47, 49, 50, 52, 56, 64, 68, 72})
            QTest::addRow("length %d", length) << 0x23 << length << false;
        QTest::addRow("version 1 without mode") << 0x08 << 48 << true;
        QTest::addRow("alarm in the request") << 0xe3 << 48 << true;
    }

    void answersWhatTheMatrixSays()
    {
        QFETCH(int, first);
        QFETCH(int, length);
        QFETCH(bool, answered);
        Master master;
        std::vector<std::byte> bytes = request(first, std::max<std::size_t>(48, std::size_t(length)));
        bytes.resize(std::size_t(length));
        QCOMPARE(master.ask(bytes).value_or(0), answered ? std::size_t(48) : std::size_t(0));
        if (answered)
            QCOMPARE(int(master.answer().version), first >> 3 & 7);
    }

    void answersWithTheKeyOfTheRequest()
    {
        EngineConfig config = ownClock();
        config.authentication = twoKeys();
        Master master(config);
        KeyRing client(config.authentication);
        for (const std::uint32_t key : {1U, 2U}) {
            auto bytes = request(0x23, LargestReply);
            bytes.resize(client.sign(key, bytes, 48));
            QCOMPARE(*master.ask(bytes), bytes.size()); // never longer than the request
            const Bytes reply = Bytes(master.reply).first(bytes.size());
            QCOMPARE(client.verify(reply.first(48), reply.subspan(48), ip("10.0.0.1")), key);
        }
        QCOMPARE(master.engine.snapshot(master.now()).counters.answered, std::uint64_t(2));
    }

    void answersAWrongMacWithACryptoNakOnlyIfItIsOne()
    {
        EngineConfig config = ownClock();
        config.authentication = twoKeys();
        Master master(config);
        KeyRing client(config.authentication);
        auto bytes = request(0x23, LargestReply);
        bytes.resize(client.sign(1, bytes, 48));
        bytes.back() ^= std::byte{1};
        QCOMPARE(*master.ask(bytes), std::size_t(52));
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(master.reply.data()) + 48, 4),
                 QByteArray(4, '\0'));
        bytes[51] = std::byte{9}; // a key that nobody has
        QCOMPARE(*master.ask(bytes), std::size_t(52));
        bytes[49] = std::byte{4}; // rather an extension field
        QCOMPARE(*master.ask(bytes), std::size_t(0));
        QCOMPARE(*master.ask(request(0x23, 68)), std::size_t(0));
        QCOMPARE(*master.ask(request(0x23, 52)), std::size_t(0)); // a crypto-NAK itself
        const auto counters = master.engine.snapshot(master.now()).counters;
        QCOMPARE(counters.badAuth, std::uint64_t(4));
        QCOMPARE(counters.cryptoNaks, std::uint64_t(2));
        QCOMPARE(counters.answered, std::uint64_t(0));
    }

    void notrustServesOnlyWhatIsSigned()
    {
        EngineConfig config = ownClock();
        config.authentication = twoKeys();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::NoTrust);
        Master master(config);
        KeyRing client(config.authentication);
        auto bytes = request(0x23, LargestReply);
        bytes.resize(client.sign(1, bytes, 48));
        QCOMPARE(*master.ask(bytes), std::size_t(68));
        bytes.back() ^= std::byte{1};
        QCOMPARE(*master.ask(bytes), std::size_t(0));
        QCOMPARE(*master.ask(request()), std::size_t(0));
    }

    void skipsAnUnknownExtensionField()
    {
        Master master;
        auto bytes = request(0x23, 48 + 28);
        bytes[48] = std::byte{0x7f};
        bytes[51] = std::byte{28};
        QCOMPARE(*master.ask(bytes), std::size_t(48));
        bytes[51] = std::byte{29};
        QCOMPARE(*master.ask(bytes), std::size_t(0));
    }

    void leavesEverythingElseToOthers()
    {
        Master master;
        for (const int mode : {1, 2, 4, 5, 6, 7})
            QVERIFY(!master.ask(request(0x20 | mode)));
    }

    void neverAnswersToImpossibleSources()
    {
        Master master;
        QCOMPARE(*master.ask(request(), "192.0.2.9", 0), std::size_t(0));
        QCOMPARE(*master.ask(request(), "127.0.0.1"), std::size_t(0)); // from a real interface
        QCOMPARE(*master.ask(request(), "127.0.0.1", 5, true), std::size_t(48));
        QCOMPARE(*master.ask(request(), "::1"), std::size_t(0));
        QCOMPARE(*master.ask(request(), "127.127.1.0", 123, true), std::size_t(0));
        QCOMPARE(*master.ask(request(), "224.0.1.1"), std::size_t(0));
        QCOMPARE(*master.ask(request(), "0.0.0.0"), std::size_t(0));
    }

    void obeysRestrict_data()
    {
        QTest::addColumn<quint32>("flags");
        QTest::addColumn<bool>("answered");
        QTest::newRow("none") << 0U << true;
        QTest::newRow("ignore") << AccessFlag::Ignore << false;
        QTest::newRow("noserve") << AccessFlag::NoServe << false;
        QTest::newRow("notrust") << AccessFlag::NoTrust << false;
        QTest::newRow("noquery") << AccessFlag::NoQuery << true;
        QTest::newRow("nopeer") << AccessFlag::NoPeer << true;
        QTest::newRow("version, which we have") << AccessFlag::Version << true;
    }

    void obeysRestrict()
    {
        QFETCH(quint32, flags);
        QFETCH(bool, answered);
        EngineConfig config = ownClock();
        config.access.add(AddressMask::prefix(ip("192.0.2.0"), 24), flags);
        Master master(config);
        QCOMPARE(*master.ask(request()), answered ? std::size_t(48) : std::size_t(0));
        QCOMPARE(*master.ask(request(), "198.51.100.1"), std::size_t(48));
        QCOMPARE(master.engine.snapshot(master.now()).counters.restricted, answered ? 0U : 1U);
    }

    void versionShutsOldOnesOut()
    {
        EngineConfig config = ownClock();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Version);
        Master master(config);
        QCOMPARE(*master.ask(request(0x1b)), std::size_t(0));
    }

    void theRootDispersionAges()
    {
        Master master;
        master.ask(request());
        const auto before = protocol::secondsFromShort(master.answer().rootDispersion);
        master.seconds += 20000; // nobody called expired(): the answer must still be honest
        master.ask(request());
        const auto after = protocol::secondsFromShort(master.answer().rootDispersion);
        QVERIFY(std::fabs(after - before - 0.3) < 0.001);
    }

    void allocatesNothing()
    {
        EngineConfig config = ownClock();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
        Master master(config);
        std::vector<IpAddress> hosts;
        for (std::uint32_t i = 0; i < 20'000; ++i)
            hosts.push_back(IpAddress::v4(0x0a000000U + i));
        const auto bytes = request();
        Arrival arrival;
        arrival.local = ip("10.0.0.1");
        arrival.bytes = bytes;
        const Now now = master.now();
        const std::size_t before = allocations;
        for (const IpAddress &host : hosts) {
            arrival.remote = {host, 123};
            for (int twice = 0; twice < 2; ++twice)
                static_cast<void>(master.engine.answer(arrival, now, master.reply));
        }
        QCOMPARE(allocations, before);
    }

    void kodWithoutLimitedDoesNothing()
    {
        EngineConfig config = ownClock();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::KissOfDeath);
        Master master(config);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(*master.ask(request()), std::size_t(48));
            QCOMPARE(int(master.answer().stratum), 11);
        }
    }

    void anotherWayOfCountingBeginsAnew()
    { // `limit` at run time: who was quiet by one measure is no flood by the other.
        EngineConfig config = ownClock();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited);
        Master master(config);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(*master.ask(request()), std::size_t(48));
            master.advance(2);
        }
        config.rateLimit.scored = true;
        master.engine.reconfigure(config, master.now());
        QCOMPARE(*master.ask(request()), std::size_t(48));
    }

    void controlRequestsObeyNoquery()
    {
        EngineConfig config = ownClock();
        config.access.add(AddressMask::host(ip("192.0.2.66")), AccessFlag::NoQuery);
        Master master(config);
        const std::array<std::byte, 12> rv{std::byte{0x16}, std::byte{0x02}, std::byte{0}, std::byte{1}};
        const auto replies = [&](const char *from) {
            Arrival arrival;
            arrival.remote = {ip(from), 4000};
            arrival.bytes = rv;
            master.engine.arrived(arrival, master.now());
            int count = 0;
            while (const auto effect = master.engine.takeEffect())
                count += std::holds_alternative<Transmit>(*effect);
            return count;
        };
        QVERIFY(replies("192.0.2.9") >= 1);
        QCOMPARE(replies("192.0.2.66"), 0);
        QCOMPARE(master.engine.snapshot(master.now()).counters.controlRequests, 2U);
    }
};

QTEST_APPLESS_MAIN(ServerTest)
#include "tst_server.moc"
