// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlvariables.h"
#include "tests/unit/engine/controlbench.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;
using namespace noonmark::protocol;

using controlbench::Daemon;
using controlbench::secret;
using controlbench::withKeys;

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

    void theStatusTellsWhoOnlySendsOrStandsForOthers()
    { // As in ntpd: a line that broadcasts, asks by manycast or looks for members; a member is a server.
        using enum SourceKind;
        for (const auto &[kind, configured, isMarked] :
             {std::tuple{Broadcast, true, true}, {ManycastClient, true, true}, {Pool, true, true}, {Pool, false, false},
              {Server, true, false}, {Peer, true, false}, {BroadcastClient, true, false}}) {
            AssociationSnapshot association;
            association.source.kind = kind;
            association.configured = configured;
            QCOMPARE((statusWord(association) & 0x0800) != 0, isMarked);
        }
    }

    void eachSocketIsToldWithItsPeers()
    {
        EngineConfig config = withKeys();
        for (const char *address : {"192.0.2.1", "192.0.2.2"}) {
            SourceConfig source;
            source.name = address;
            source.iburst = true;
            config.sources.push_back(source);
        }
        Daemon daemon(config);
        IoFacts io;
        const auto row = [&io](const char *name, const IpAddress &address) {
            InterfaceFacts facts;
            facts.name = name;
            facts.address = {address, 123};
            io.interfaces.push_back(facts);
        };
        row("v4wildcard", IpAddress::v4(0));
        row("eth0", *IpAddress::parse("10.0.0.1"));
        io.interfaces.back().drops = true;
        io.interfaces.back().uptime = 7;
        daemon.engine.ioIs(io);
        daemon.answerAll({{"192.0.2.1", "10.0.0.1"}, {"192.0.2.2", "10.0.0.9"}});
        const auto told = parseControlVariables(daemon.text(daemon.ask(ControlOpcode::ReadOrderedList, "ifstats", 1)));
        QCOMPARE(*findVariable(told, "pc.0"), std::string("1")); // by an address that no socket has
        QCOMPARE(*findVariable(told, "pc.1"), std::string("1")); // not the own clock
        QCOMPARE(*findVariable(told, "en.0") + *findVariable(told, "en.1"), std::string("10"));
        QCOMPARE(*findVariable(told, "up.1"), std::string("7")); // its own, not the daemon's
    }

    void whoReadsWithAKeyEndsTheCountOfEvents()
    { // RFC 9327, section 3: the counts are since they were read; of strangers' reading nothing is noted.
        Daemon daemon;
        const auto count = [](const std::vector<std::vector<std::byte>> &replies) {
            return decodeControl(replies.front())->status >> 4 & 15;
        };
        const int events = count(daemon.ask(ControlOpcode::ReadVariables, "leap"));
        QVERIFY(events > 0);
        QCOMPARE(count(daemon.ask(ControlOpcode::ReadStatus, {}, 2)), events); // the list ends none
        QCOMPARE(count(daemon.ask(ControlOpcode::ReadVariables, "nonsense", 2)), 0); // an error has no status
        QCOMPARE(count(daemon.ask(ControlOpcode::ReadVariables, "leap", 2)), events); // told once more, then
        QCOMPARE(count(daemon.ask(ControlOpcode::ReadVariables, "leap")), 0);
        const auto local = daemon.engine.snapshot(daemon.now()).associations.at(0);
        QVERIFY(local.eventCount > 0);
        QCOMPARE(count(daemon.ask(ControlOpcode::ReadVariables, "reach", 1, 8, local.id)), int(local.eventCount));
        QCOMPARE(int(daemon.engine.snapshot(daemon.now()).associations.at(0).eventCount), 0);
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
        facts.interfaces = {{.name = "v4wildcard", .address = {IpAddress::v4(0), 123}, .received = 7, .sent = 5, .sendFailures = 1}};
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
