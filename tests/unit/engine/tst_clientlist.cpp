// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clientlist.h"
#include "core/engine/controlnonce.h"

#include "tests/support/moment.h"

#include <QtTest>

#include <map>

using namespace noonmark;
using namespace noonmark::engine;
using protocol::ControlError;

namespace {

IpAddress host(std::uint32_t number)
{
    return IpAddress::v4(0x0a000000U + number);
}

void visit(ClientTable &table, std::uint32_t number, double seconds)
{
    const NtpTimestamp now = momentAt(seconds).wall;
    table.note(table.touch({host(number), 123}, now, 1), now, {4, 3, false, 0, 0});
}

// `count` hosts, one packet each, a second apart, the first one first.
ClientTable visited(std::uint32_t count, std::size_t capacity = 4096)
{
    ClientTable table(capacity, Random::fromNumber(1));
    for (std::uint32_t i = 0; i < count; ++i)
        visit(table, i, i);
    return table;
}

using Variables = std::map<std::string, std::string>;

Variables variables(const std::string &text)
{
    Variables result;
    for (const auto &[name, value] : protocol::parseControlVariables(text))
        result[name] = value;
    return result;
}

tl::expected<Variables, ControlError> list(const std::string &text, const ClientTable &table,
                                           double now = 5000)
{
    const auto answer = listClients(ClientListRequest::parse(text), table, momentAt(now), "n");
    if (!answer)
        return tl::unexpected(answer.error());
    return variables(*answer);
}

std::size_t rows(const Variables &answer)
{
    std::size_t count = 0;
    while (answer.contains("addr." + std::to_string(count)))
        ++count;
    return count;
}

} // namespace

class ClientListTest : public QObject
{
    Q_OBJECT

private slots:
    void listsTheOldestFirst()
    {
        const auto answer = list("nonce=x, frags=32, ", visited(3));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->at("nonce"), std::string("n"));
        QCOMPARE(answer->at("addr.0"), std::string("10.0.0.0:123"));
        QCOMPARE(answer->at("addr.2"), std::string("10.0.0.2:123"));
        QCOMPARE(answer->at("ct.1"), std::string("1"));
        QCOMPARE(answer->at("mv.1"), std::string("35"));
        QCOMPARE(answer->at("last.newest"), answer->at("last.2"));
        QVERIFY(answer->contains("now"));
    }

    void givesTheWholeListPieceByPiece()
    { // As ntpq walks: the newest rows it has are the anchors of its next request.
        const ClientTable table = visited(1000);
        std::vector<std::string> seen;
        std::string anchors;
        for (int round = 0; round < 1000; ++round) {
            const auto answer = list("nonce=x, frags=4" + anchors, table);
            QVERIFY(answer.has_value());
            if (!anchors.empty())
                QCOMPARE(answer->at("addr.older"), seen.back());
            const std::size_t count = rows(*answer);
            for (std::size_t i = 0; i < count; ++i)
                seen.push_back(answer->at("addr." + std::to_string(i)));
            if (answer->contains("now"))
                break;
            QVERIFY(count > 0);
            const std::string last = std::to_string(count - 1);
            anchors = ", addr.0=" + answer->at("addr." + last) + ", last.0=" + answer->at("last." + last);
        }
        QCOMPARE(seen.size(), std::size_t(1000));
        for (std::uint32_t i = 0; i < 1000; ++i)
            QCOMPARE(seen[i], Endpoint({host(i), 123}).toString());
    }

    void neverFillsMoreDatagramsThanAsked()
    {
        const ClientTable table = visited(1000);
        for (std::uint32_t frags = 1; frags <= 128; ++frags) {
            const auto text = listClients(ClientListRequest::parse("frags=" + std::to_string(frags)), table,
                                          momentAt(5000), std::string(24, 'a'));
            QVERIFY(text.has_value());
            QVERIFY((text->size() + 467) / 468 <= frags);
        }
    }

    void goesOnFromAnOlderRowIfTheNewestHasMoved()
    {
        ClientTable table = visited(5);
        const auto before = list("frags=32", table);
        visit(table, 4, 10);
        const auto request = [&](const char *rows) {
            std::string text = "frags=32";
            for (std::size_t i = 0; rows[i] != 0; ++i)
                text += ", addr." + std::to_string(i) + '=' + before->at(std::string("addr.") + rows[i]) +
                        ", last." + std::to_string(i) + '=' + before->at(std::string("last.") + rows[i]);
            return text;
        };
        const auto answer = list(request("43"), table);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->at("addr.older"), std::string("10.0.0.3:123"));
        QCOMPARE(answer->at("addr.0"), std::string("10.0.0.4:123"));
        QCOMPARE(list(request("4"), table).error(), ControlError::UnknownVariable);
    }

    void filters()
    {
        ClientTable table = visited(10);
        visit(table, 3, 20);
        QCOMPARE(rows(*list("frags=32, mincount=2", table, 21)), std::size_t(1));
        QCOMPARE(rows(*list("frags=32, maxlstint=5", table, 21)), std::size_t(1));
        QCOMPARE(rows(*list("frags=32, recent=4", table)), std::size_t(4));
        QCOMPARE(rows(*list("limit=3", table)), std::size_t(3));
        QCOMPARE(rows(*list("frags=32, resany=0x20", table)), std::size_t(0));
    }

    void refusesWhatNoClientAsks_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *request : {"nonce=x", "frags=0", "limit=257", "frags=129", "frags=-1", "frags=x"})
            QTest::newRow(request) << QString::fromLatin1(request);
    }
    void refusesWhatNoClientAsks()
    {
        QFETCH(QString, request);
        QCOMPARE(list(request.toStdString(), visited(3)).error(), ControlError::BadValue);
    }

    void survivesAnyText()
    { // CVE-2016-7434: an mrulist string without values.
        const ClientTable table = visited(3);
        for (const char *text :
             {"addr.0", "last.0=", "frags=32, addr.0=, last.0=", "frags=32, addr.99999999999=1:1",
              "frags=32, last.15=0x.", "frags=32, addr.0=[::1:5", "frags=32, last.-1=0x1.1",
              ",,,=", "frags=32, addr.0=10.0.0.1:99999"})
            static_cast<void>(list(text, table));
        Random random = Random::fromNumber(7);
        for (int i = 0; i < 20000; ++i) {
            static constexpr std::string_view pieces[] = {"addr.", "last.", "frags",  "=",  ",", " ",
                                                          "0x",    "1",     "15",     "99", ".", "[::]",
                                                          ":",     "nonce", "resall", "\"", "-"};
            std::string text;
            for (std::uint32_t n = random.below(20); n > 0; --n)
                text += pieces[random.below(std::size(pieces))];
            static_cast<void>(list(text, table));
        }
    }

    void aNonceHoldsForOneAskerAndSixteenSeconds()
    {
        ControlNonce mint(Random::fromNumber(1));
        ControlNonce other(Random::fromNumber(2));
        const Endpoint asker{host(1), 4000};
        const std::string nonce = mint.make(asker, momentAt(100).wall);
        QCOMPARE(nonce.size(), std::size_t(24));
        QVERIFY(mint.accepts(nonce, asker, momentAt(100).wall));
        QVERIFY(mint.accepts(nonce, asker, momentAt(115.9).wall));
        QVERIFY(!mint.accepts(nonce, asker, momentAt(116.1).wall));
        QVERIFY(!mint.accepts(nonce, asker, momentAt(99).wall));
        QVERIFY(!mint.accepts(nonce, {host(1), 4001}, momentAt(101).wall));
        QVERIFY(!mint.accepts(nonce, {host(2), 4000}, momentAt(101).wall));
        QVERIFY(!other.accepts(nonce, asker, momentAt(101).wall));
        for (std::size_t i = 0; i < nonce.size(); ++i) {
            std::string wrong = nonce;
            wrong[i] = wrong[i] == '0' ? '1' : '0';
            QVERIFY(!mint.accepts(wrong, asker, momentAt(101).wall));
            QVERIFY(!mint.accepts(nonce.substr(0, i), asker, momentAt(101).wall));
        }
    }
};

QTEST_APPLESS_MAIN(ClientListTest)
#include "tst_clientlist.moc"
