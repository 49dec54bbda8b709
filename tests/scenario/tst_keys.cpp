// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario.h"

#include "core/engine/keyring.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using engine::AuthenticationConfig;
using engine::KeyRing;
using protocol::MacType;
using simulation::Datagram;
using simulation::World;

namespace {

constexpr std::uint16_t NtpPort = 123;
const IpAddress ServerAddress = ip("192.0.2.1");

AuthenticationConfig keys(char fill = 'k')
{
    AuthenticationConfig config;
    for (const MacType type : {MacType::Md5, MacType::Sha1, MacType::Sha256, MacType::Sha384, MacType::Sha512,
                               MacType::Aes128Cmac, MacType::Aes192Cmac, MacType::Aes256Cmac}) {
        const auto number = static_cast<std::uint32_t>(config.keys.size()) + 1;
        config.keys.push_back(
            {number, type, std::vector(20, static_cast<std::byte>(fill + char(number))), {}});
        config.trusted.push_back(number);
    }
    return config;
}

// A master on its own clock with eight keys, and a client of ours that wants one of them.
struct Scene
{
    explicit Scene(std::uint32_t key, const AuthenticationConfig &clientKeys = keys())
        : world(seed(), ordinaryDay())
    {
        world.defaultLink = lan(10e-6);
        EngineConfig master = following({localClock()});
        master.authentication = keys();
        server = &world.addEngine(master, {}, ServerAddress);
        world.run(10);
        SourceConfig source = scenario::server("192.0.2.1");
        source.key = key;
        EngineConfig config = following({source});
        config.authentication = clientKeys;
        client = &world.addEngine(config);
    }

    [[nodiscard]] engine::AssociationSnapshot association() { return client->snapshot().associations[0]; }

    World world;
    simulation::EngineHost *server = nullptr;
    simulation::EngineHost *client = nullptr;
};

// The true answer, told half an hour wrong, as one makes it who sees the question.
std::vector<std::byte> lieFor(const Datagram &question, World &world)
{
    protocol::Packet packet;
    packet.mode = protocol::Mode::Server;
    packet.stratum = 1;
    packet.refid = protocol::refidFromText("GPS");
    packet.origin = protocol::decode(question.bytes)->packet.transmit;
    packet.receive = world.utc() + NtpDuration::milliseconds(1'800'000);
    packet.transmit = packet.receive;
    std::vector<std::byte> bytes(engine::LargestReply);
    protocol::encode(packet, bytes);
    return bytes;
}

} // namespace

class KeysScenario : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed())); }

    void followsAServerByEveryTypeOfKey()
    {
        for (std::uint32_t key = 1; key <= 8; ++key) {
            Scene scene(key);
            scene.world.run(600);
            QVERIFY2(synchronised(*scene.client), qPrintable(QString::number(key)));
            const auto association = scene.association();
            QCOMPARE(association.accepted, association.sent);
            QVERIFY(association.authentic);
            QCOMPARE(association.badAuth, std::uint64_t(0));
            QCOMPARE(scene.server->snapshot().counters.badAuth, std::uint64_t(0));
        }
    }

    void refusesAServerWithAnotherSecret()
    {
        Scene scene(1, keys('z'));
        scene.world.run(2000);
        QVERIFY(!synchronised(*scene.client));
        const auto association = scene.association();
        QVERIFY(association.sent > 0);
        QCOMPARE(association.accepted, std::uint64_t(0));
        QCOMPARE(int(association.reach), 0);
        const auto counters = scene.server->snapshot().counters;
        QCOMPARE(counters.cryptoNaks, association.sent); // said, and not believed (CVE-2016-4953)
    }

    void asksNobodyWithoutItsKey()
    {
        Scene scene(77);
        scene.world.run(2000);
        QCOMPARE(scene.association().sent, std::uint64_t(0));
        QVERIFY(!synchronised(*scene.client));
        QCOMPARE(scene.association().keyState, engine::KeyState::Missing);
        QCOMPARE(scene.client->count(EventKind::KeyMissing), std::size_t(1)); // told once, not at each poll
        QCOMPARE(scene.client->count(EventKind::NoReply), std::size_t(0));    // nobody was asked
    }

    void saysThatAKeyIsNotTrusted()
    {
        AuthenticationConfig untrusting = keys();
        untrusting.trusted = {1};
        Scene scene(2, untrusting);
        scene.world.run(2000);
        QCOMPARE(scene.association().keyState, engine::KeyState::Untrusted);
        QCOMPARE(scene.association().sent, std::uint64_t(0));
        QCOMPARE(scene.client->count(EventKind::KeyUntrusted), std::size_t(1));
    }

    void onlyTheConfiguredKeyCounts()
    { // CVE-2015-1798 (no MAC), CVE-2015-7974 (any other key), CVE-2016-1567, CVE-2015-7871 (crypto-NAK):
      // sent by one who sees the question, holds another trusted key, and is quicker than the server.
        Scene scene(1);
        KeyRing stolen(keys());
        std::uint64_t lies = 0;
        scene.world.listen([&](const Datagram &d) {
            if (d.to.port != NtpPort || d.from.address == ServerAddress)
                return;
            const auto inject = [&](std::vector<std::byte> bytes, std::size_t length) {
                bytes.resize(length);
                scene.world.inject({d.to, d.from, std::move(bytes)}, 1e-6 * static_cast<double>(++lies % 50));
            };
            const auto lie = lieFor(d, scene.world);
            for (const std::size_t length : {48U, 52U, 56U, 60U, 68U, 72U}) // none, NAK, odd, key number 0
                inject(lie, length);
            for (std::uint32_t key = 2; key <= 8; ++key) {
                auto bytes = lie;
                const std::size_t length = stolen.sign(key, bytes, 48);
                inject(bytes, length);
                bytes[51] = std::byte{1}; // the right number, the other secret
                inject(bytes, length);
            }
        });
        scene.world.run(1500);
        const auto association = scene.association();
        QVERIFY(lies > 100);
        QCOMPARE(association.accepted, association.sent);
        QCOMPARE(int(association.reach), 0xff);
        QVERIFY(synchronised(*scene.client));
        QVERIFY(std::fabs(scene.client->error()) < 0.001);
        QCOMPARE(association.badAuth + association.bogus, lies);
        QVERIFY(association.badAuth > 0);
    }

    void aForgedKissIsNotHeeded()
    { // CVE-2015-7704 with a key: without the MAC not even the right origin helps.
        Scene scene(6);
        scene.world.listen([&](const Datagram &d) {
            if (d.to.port != NtpPort || d.from.address == ServerAddress)
                return;
            protocol::Packet kiss;
            kiss.leap = protocol::Leap::Unsynchronised;
            kiss.mode = protocol::Mode::Server;
            kiss.refid = protocol::refidFromText("DENY");
            kiss.origin = protocol::decode(d.bytes)->packet.transmit;
            kiss.receive = kiss.transmit = kiss.origin;
            std::vector<std::byte> bytes(protocol::HeaderSize);
            protocol::encode(kiss, bytes);
            scene.world.inject({d.to, d.from, bytes}, 1e-6);
        });
        scene.world.run(1500);
        QCOMPARE(scene.association().kissCode, 0U);
        QCOMPARE(scene.association().accepted, scene.association().sent);
    }
};

QTEST_APPLESS_MAIN(KeysScenario)
#include "tst_keys.moc"
