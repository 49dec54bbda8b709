// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/keyring.h"
#include "core/protocol/control.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;
using namespace noonmark::protocol;

namespace {

std::vector<std::byte> secret(std::string_view text)
{
    const Bytes bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

EngineConfig withKeys()
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

    [[nodiscard]] Now now() const
    {
        return {Instant() + NtpDuration::seconds(seconds),
                NtpTimestamp::fromUnix(1'803'859'200, 0) + NtpDuration::seconds(seconds)};
    }

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
                                            std::uint32_t key = 0, std::size_t alignment = 8)
    {
        ControlHeader header;
        header.opcode = static_cast<std::uint8_t>(opcode);
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

} // namespace

class ControlSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void handsTheAdministratorsLinesOnAndTellsWhatCameOfThem()
    {
        Daemon daemon;
        for (const std::size_t alignment : {4U, 8U}) {
            daemon.lines.clear();
            QVERIFY(daemon.ask(ControlOpcode::Configure, "server 10.99.0.7", 1, alignment).empty()); // not yet
            QCOMPARE(daemon.lines.size(), std::size_t(1));
            QCOMPARE(daemon.lines[0].lines, std::string("server 10.99.0.7"));
            const auto replies = daemon.configured(daemon.lines[0].question, "Config Succeeded\r\n");
            QCOMPARE(daemon.text(replies), std::string("Config Succeeded\r\n"));
            QVERIFY(daemon.signedBy(replies, 1));
            QVERIFY(daemon.configured(daemon.lines[0].question, "again").empty()); // told once
        }
    }

    void nobodyElseConfigures()
    {
        Daemon daemon;
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::Configure, "server 10.99.0.7")), std::string("error 1"));
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::Configure, "server 10.99.0.7", 2)), std::string("error 1"));
        const auto unprintable = daemon.ask(ControlOpcode::Configure, std::string_view("server\0x", 8), 1);
        QVERIFY(daemon.text(unprintable).find("unprintable character") != std::string::npos);
        EngineConfig config = withKeys();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::NoModify);
        Daemon closed(config);
        const auto prohibited = closed.ask(ControlOpcode::Configure, "server 10.99.0.7", 1);
        QCOMPARE(closed.text(prohibited),
                 std::string("runtime configuration prohibited by restrict ... nomodify\r\n"));
        QVERIFY(closed.signedBy(prohibited, 1));
        QVERIFY(daemon.lines.empty() && closed.lines.empty());
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::WriteVariables, "leap=1", 1)), std::string("error 1"));
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::SaveConfiguration, "x", 1)), std::string("error 3"));
    }

    void listsClientsToWhoHoldsANonce()
    {
        Daemon daemon;
        const std::string nonce = daemon.nonce();
        const auto answer = parseControlVariables(
            daemon.text(daemon.ask(ControlOpcode::ReadClients, "nonce=" + nonce + ", frags=32")));
        QVERIFY(findVariable(answer, "nonce") != nullptr);
        QCOMPARE(*findVariable(answer, "addr.0"), std::string("192.0.2.9:40000"));
        QCOMPARE(*findVariable(answer, "ct.0"), std::string("2"));
        QCOMPARE(*findVariable(answer, "mv.0"), std::string("22"));
        QVERIFY(findVariable(answer, "now") != nullptr);
    }

    void isSilentToWhoDoesNot()
    { // CVE-2013-5211: a list to a spoofed address is an attack on it.
        Daemon daemon;
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadClients, "frags=32")), std::string("silence"));
        QCOMPARE(
            daemon.text(daemon.ask(ControlOpcode::ReadClients, "nonce=0123456789abcdef01234567, frags=32")),
            std::string("silence"));
        const std::string nonce = daemon.nonce();
        daemon.asker.port = 40001;
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadClients, "nonce=" + nonce + ", frags=32")),
                 std::string("silence"));
        daemon.asker.port = 40000;
        daemon.advance(17);
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadClients, "nonce=" + nonce + ", frags=32")),
                 std::string("silence"));
    }

    void nomrulistKeepsItClosed()
    {
        EngineConfig config = withKeys();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::NoMruList);
        Daemon daemon(config);
        const std::string request = "nonce=" + daemon.nonce() + ", frags=32";
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadClients, request)), std::string("error 1"));
    }

    void showsListsToTheControlKeyAlone()
    {
        Daemon daemon;
        for (const char *list : {"", "ifstats", "addr_restrictions"}) {
            QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadOrderedList, list)), std::string("error 1"));
            const auto other = daemon.ask(ControlOpcode::ReadOrderedList, list, 2);
            QCOMPARE(daemon.text(other), std::string("error 1"));
            QVERIFY(daemon.signedBy(other, 2));
        }
        const auto reply = daemon.ask(ControlOpcode::ReadOrderedList, "addr_restrictions", 1);
        QVERIFY(daemon.signedBy(reply, 1));
        const auto rows = parseControlVariables(daemon.text(reply));
        QCOMPARE(*findVariable(rows, "addr.0"), std::string("0.0.0.0"));
        QCOMPARE(*findVariable(rows, "hits.0"), std::string("7"));
        QCOMPARE(*findVariable(rows, "addr.1"), std::string("::"));
        QCOMPARE(daemon.text(daemon.ask(ControlOpcode::ReadOrderedList, "nothing", 1)),
                 std::string("error 5"));
    }

    void showsTheSocketsOfItsDriver()
    {
        Daemon daemon;
        IoFacts facts;
        facts.interfaces = {{"v4wildcard", {IpAddress::v4(0), 123}, 0, 7, 5, 1, 0}};
        daemon.engine.ioIs(facts);
        const auto rows =
            parseControlVariables(daemon.text(daemon.ask(ControlOpcode::ReadOrderedList, "ifstats", 1)));
        QCOMPARE(*findVariable(rows, "name.0"), std::string("v4wildcard"));
        QCOMPARE(*findVariable(rows, "addr.0"), std::string("0.0.0.0:123"));
        QCOMPARE(*findVariable(rows, "rx.0"), std::string("7"));
        QCOMPARE(*findVariable(rows, "tx.0"), std::string("5"));
        QCOMPARE(*findVariable(rows, "txerr.0"), std::string("1"));
    }

    void findsTheMacWhereEachFamilyPutsIt()
    { // PROTOCOL 4.5: at the next 8 bytes, or since ntpsec 1.2.3 at the next 4.
        Daemon daemon;
        for (std::size_t length = 0; length < 16; ++length) {
            const std::string blanks(length, ' ');
            for (const std::size_t alignment : {4U, 8U}) {
                const auto reply = daemon.ask(ControlOpcode::ReadVariables, blanks, 1, alignment);
                QVERIFY(daemon.signedBy(reply, 1));
            }
        }
    }

    void answersARequestOfTheClassicNtpq()
    { // Captured: ntpq -k keys -a 1 -c reslist.
        Daemon daemon;
        const QByteArray request =
            QByteArray::fromHex("160b00010000000000000011616464725f7265737472696374696f6e73"
                                "00000000000001ae5aa868558276352beced8a8401c5d6");
        const auto reply =
            daemon.send(std::as_bytes(std::span(request.constData(), std::size_t(request.size()))));
        QVERIFY(daemon.signedBy(reply, 1));
        QVERIFY(daemon.text(reply).starts_with("addr.0=0.0.0.0"));
    }

    void countsTowardsTheRateLimit()
    {
        EngineConfig config = withKeys();
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
        Daemon daemon(config);
        int answered = 0;
        for (int i = 0; i < 100; ++i)
            answered += daemon.ask(ControlOpcode::ReadStatus).empty() ? 0 : 1;
        QVERIFY(answered >= 1 && answered < 20);
    }
};

QTEST_APPLESS_MAIN(ControlSessionTest)
#include "tst_controlsession.moc"
