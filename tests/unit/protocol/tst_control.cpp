// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/control.h"

#include "tests/unit/protocol/captures.h"

#include <QtTest>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::protocol;
using State = ControlReassembly::State;

namespace {

ControlHeader fragment(std::uint16_t offset, bool more)
{
    ControlHeader header;
    header.response = true;
    header.more = more;
    header.offset = offset;
    return header;
}

Bytes bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

QByteArray value(const ControlVariables &variables, const char *name)
{
    const std::string *found = findVariable(variables, name);
    return found == nullptr ? QByteArray("(missing)") : QByteArray::fromStdString(*found);
}

} // namespace

class ControlTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesWhatWasRecorded()
    { // Every recorded request is what controlRequest() makes of its own header and data, tail included.
        for (const char *capture : {"C-clq-p", "C-clq-rv", "S-secq-lpeers", "C-clq-sysinfo"}) {
            for (const ControlDatagram &packet :
                 captures::readAll(QLatin1StringView(capture), QStringLiteral("req"))) {
                const auto header = decodeControl(packet);
                QVERIFY(header);
                QVERIFY(!header->response && !header->more && !header->error);
                const Bytes data = *controlData(*header, packet);
                const std::string_view text(reinterpret_cast<const char *>(data.data()), data.size());
                QCOMPARE(controlRequest(*header, text), packet);
            }
        }
    }

    void readsRefusals()
    {
        const auto packet = captures::read(QStringLiteral("C-clq-badassoc-02-resp.bin"));
        const auto header = decodeControl(packet);
        QVERIFY(header && header->error && header->response);
        QCOMPARE(header->errorCode(), ControlError::UnknownAssociation);
        QCOMPARE(header->association, std::uint16_t{99});
        ControlHeader asked = *header;
        asked.response = asked.error = false;
        QCOMPARE(controlRefusal(asked, ControlError::UnknownAssociation), packet);
    }

    void refusesWhatIsNotMode6()
    {
        ControlDatagram packet = controlRequest({});
        QVERIFY(!decodeControl(Bytes(packet).first(11)));
        packet[0] = std::byte{0x1b};
        QVERIFY(!decodeControl(packet));
        for (const unsigned version : {0U, 5U, 6U, 7U}) {
            packet[0] = static_cast<std::byte>(version << 3 | 6U);
            QVERIFY(!decodeControl(packet));
        }
    }

    void cutsAndJoinsFragments()
    {
        const std::string text(1000, 'x');
        auto fragments = controlReply({}, text);
        QCOMPARE(fragments.size(), 3U);
        QCOMPARE(fragments[0].size(), 480U);
        QCOMPARE(fragments[2].size(), 12U + 64U);
        std::reverse(fragments.begin(), fragments.end());
        fragments.insert(fragments.begin() + 1, fragments.front()); // the network repeats one
        ControlReassembly reassembly;
        for (const ControlDatagram &packet : fragments) {
            QCOMPARE(reassembly.state(), State::Incomplete);
            const auto header = decodeControl(packet);
            reassembly.add(*header, *controlData(*header, packet));
        }
        QCOMPARE(reassembly.state(), State::Complete);
        QCOMPARE(reassembly.data(), text);
    }

    void padsWithZeros()
    {
        const ControlDatagram packet = controlReply({}, "leap=0").front();
        QCOMPARE(packet.size(), 20U);
        QCOMPARE(packet[18], std::byte{0});
        QCOMPARE(packet[19], std::byte{0});
    }

    void joinsTheAnswersOfBothFamilies()
    {
        const auto classic = captures::answers(QStringLiteral("C-clq-p"));
        QCOMPARE(classic.size(), 9U);
        QCOMPARE(parseStatusList(classic[0].data).size(), 8U);
        QCOMPARE(parseStatusList(classic[0].data).front(), (AssociationStatus{784, 0x901a}));
        QCOMPARE(writeStatusList(parseStatusList(classic[0].data)), classic[0].data);
        const auto variables = parseControlVariables(classic[1].data);
        QCOMPARE(value(variables, "srcadr"), QByteArray("10.99.0.1"));
        QCOMPARE(value(variables, "refid"), QByteArray("127.127.1.0"));
        QCOMPARE(captures::answers(QStringLiteral("S-secq-lpeers")).size(), 7U);
    }

    void refusesHostileFragments()
    {
        const std::string ten(10, 'a');
        const auto after = [&](std::initializer_list<std::pair<std::uint16_t, bool>> list) {
            ControlReassembly reassembly;
            for (const auto &[offset, more] : list)
                reassembly.add(fragment(offset, more), bytesOf(ten));
            return reassembly.state();
        };
        QCOMPARE(after({{0, true}, {5, true}}), State::Broken);     // overlaps the first
        QCOMPARE(after({{10, true}, {5, true}}), State::Broken);    // overlaps the next
        QCOMPARE(after({{10, false}, {20, true}}), State::Broken);  // behind the end
        QCOMPARE(after({{20, true}, {0, false}}), State::Broken);   // ends before what came
        QCOMPARE(after({{10, false}, {20, false}}), State::Broken); // two ends
        QCOMPARE(after({{65530, true}}), State::Broken);            // more than 64 KiB
        QCOMPARE(after({{10, true}, {0, true}}), State::Incomplete);
        QCOMPARE(after({{10, false}, {0, true}}), State::Complete);

        ControlReassembly endless;
        for (std::uint16_t i = 0; i < 1000; ++i)
            endless.add(fragment(i, true), bytesOf("x"));
        QCOMPARE(endless.state(), State::Broken);

        ControlReassembly stuck;
        stuck.add(fragment(0, true), bytesOf(ten));
        stuck.add(fragment(5, false), {});
        QCOMPARE(stuck.state(), State::Broken);

        ControlReassembly empty;
        QCOMPARE(empty.add(fragment(0, false), {}), State::Complete);
        QCOMPARE(empty.data(), std::string());
    }

    void parsesVariables()
    {
        const auto v =
            parseControlVariables("version=\"ntpd 4.2.8, really\",\r\nleap=0, timecode,\r\n flags=, "
                                  "flag=a b c, x=\"open, y = 2 ,,\r\nz=\"\"\r\n");
        QCOMPARE(value(v, "version"), QByteArray("ntpd 4.2.8, really"));
        QCOMPARE(value(v, "leap"), QByteArray("0"));
        QCOMPARE(value(v, "timecode"), QByteArray());
        QCOMPARE(value(v, "flags"), QByteArray());
        QCOMPARE(value(v, "flag"), QByteArray("a b c"));
        QCOMPARE(value(v, "z"), QByteArray());
        QVERIFY(parseControlVariables("").empty());
        QVERIFY(parseControlVariables(",,\r\n, ,=5,").empty());
    }

    void anUnclosedQuoteHidesNothing()
    {
        const auto v = parseControlVariables("x=\"open, y=2\r\n");
        QCOMPARE(value(v, "x"), QByteArray("\"open"));
        QCOMPARE(value(v, "y"), QByteArray("2"));
    }

    void dropsLeakedBytes()
    {
        const auto v =
            parseControlVariables("filtdelay=\xc0+-<\xfd\x7f\x1b[31m 0.06 0.05,\r\nflash=0x400\r\n");
        QCOMPARE(value(v, "filtdelay"), QByteArray("+-<[31m 0.06 0.05"));
        QCOMPARE(value(v, "flash"), QByteArray("0x400"));
    }

    void readsRequestedNamesAsTheDaemonsDo()
    {
        using Names = std::vector<std::string_view>;
        QCOMPARE(parseControlNames("leap,stratum"), (Names{"leap", "stratum"}));
        QCOMPARE(parseControlNames(" leap=1,"), (Names{"leap"}));
        QCOMPARE(parseControlNames("leap , x"), (Names{"leap ", "x"}));
        QCOMPARE(parseControlNames("  ,\r\n"), Names{});
    }

    void writesLinesOf72Columns()
    {
        ControlText text;
        for (int i = 0; i < 40; ++i)
            text.add("number" + std::to_string(i), std::to_string(i * i));
        text.addQuoted("quoted", "a \"b\" \xc3\xa9 \x1b c");
        const std::string whole = text.finish();
        for (const QByteArray &line : QByteArray::fromStdString(whole).split('\n'))
            QVERIFY2(line.size() <= 73, line.constData());
        const auto v = parseControlVariables(whole);
        QCOMPARE(v.size(), 41U);
        QCOMPARE(value(v, "number39"), QByteArray("1521"));
        QCOMPARE(value(v, "quoted"), QByteArray("a b   c"));
        QVERIFY(whole.ends_with("\"\r\n"));
    }

    void codesStatusWords()
    {
        QCOMPARE(SystemStatus::fromWord(0xc016), (SystemStatus{3, 0, 1, 6}));
        QCOMPARE((SystemStatus{0, 6, 1, 5}).word(), std::uint16_t{0x0615});
        QCOMPARE((SystemStatus{0, 5, 200, 5}).word(), std::uint16_t{0x05f5});
        const PeerStatus peer = PeerStatus::fromWord(0x961a);
        QVERIFY(peer.configured && peer.reachable && !peer.authentic && !peer.authenticationEnabled);
        QCOMPARE(peer.select, std::uint8_t{6});
        for (unsigned word = 0; word <= 0xffff; ++word) {
            QCOMPARE(unsigned{SystemStatus::fromWord(static_cast<std::uint16_t>(word)).word()}, word);
            QCOMPARE(unsigned{PeerStatus::fromWord(static_cast<std::uint16_t>(word)).word()}, word);
        }
    }
};

QTEST_APPLESS_MAIN(ControlTest)
#include "tst_control.moc"
