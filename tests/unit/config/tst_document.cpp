// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/config/document.h"
#include "tests/unit/config/corpus.h"

#include <QtTest>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::config;

namespace {

// Tokens of a line as text: Quoted in quotes, Special in angles.
std::string cut(const std::string &bytes)
{
    const Document document(bytes);
    std::string words;
    for (const Token &token : document.lines().front().tokens) {
        const std::string_view around = token.kind == TokenKind::Quoted    ? "\"\""
                                        : token.kind == TokenKind::Special ? "<>"
                                                                           : "";
        words += (words.empty() ? "" : " ");
        words += around.substr(0, 1);
        words += token.text;
        words += around.substr(around.size() / 2);
    }
    return words;
}

LineKind kindOf(const std::string &bytes)
{
    return Document(bytes).lines().front().kind;
}

// What print() must give back, rebuilt from the lines alone.
std::string joined(const Document &document)
{
    std::string bytes;
    for (const Line &line : document.lines()) {
        bytes += document.text(line.range);
        bytes += line.terminator;
    }
    return bytes;
}

bool isSame(const Line &a, const Line &b)
{
    return a.number == b.number && a.range == b.range && a.terminator == b.terminator && a.kind == b.kind &&
           a.tokens == b.tokens && a.comment == b.comment;
}

std::string randomBytes(Random &random, std::size_t length)
{
    // An array, because the NUL belongs to it.
    static constexpr char Letters[] = "server restrict default#\"\n\r\t \0={},;|-46./10.0\xef\xbc\x8c";
    constexpr std::string_view Alphabet(Letters, sizeof Letters - 1);
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i)
        bytes += Alphabet[random.below(static_cast<std::uint32_t>(Alphabet.size()))];
    return bytes;
}

std::vector<Edit> randomEdits(Random &random, std::size_t size)
{
    std::vector<Edit> edits;
    std::size_t at = 0;
    for (std::uint32_t i = random.below(5); i > 0 && at <= size; --i) {
        const std::size_t offset = at + random.below(static_cast<std::uint32_t>(size - at + 1));
        const std::size_t length = std::min<std::size_t>(random.below(12), size - offset);
        edits.push_back({{offset, length}, randomBytes(random, random.below(12))});
        at = offset + length + 1;
    }
    return edits;
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void cutsTokensAsTheDaemonsDo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("tokens");
        const auto row = [](const char *name, const QByteArray &bytes, const char *tokens) {
            QTest::newRow(name) << bytes << QByteArray(tokens);
        };
        row("words", "server ntp1.example  iburst\t minpoll 6\n", "server ntp1.example iburst minpoll 6");
        row("comma splits flags", "restrict default nomodify,notrap", "restrict default nomodify <,> notrap");
        row("not in an address", "server a,b iburst,prefer", "server a,b iburst <,> prefer");
        row("-6 keeps the string", "server -6 a,b", "server -6 a,b");
        row("comment in a word", "restrict 10.0.0.1#x mask", "restrict 10.0.0.1");
        row("no comment in quotes", "driftfile \"/a#b c\" # d", "driftfile \"/a#b c\"");
        row("quotes in a word", "keys /a\"b c\"d", "keys \"/ab c\" d");
        row("unclosed", "restrict \"10.0.0.1 nomodify", "restrict \"10.0.0.1 nomodify\"");
        row("unclosed before CRLF", "keys \"a\r\n", "keys \"a\r\"");
        row("empty quotes", "restrict \"\" default", "restrict \"default\"");
        row("full-width comma", "restrict default nomodify\xef\xbc\x8cnotrap",
            "restrict default nomodifynotrap");
        row("full-width hash", "\xef\xbc\x83restrict default ignore", "restrict default ignore");
        row("byte order mark", "\xef\xbb\xbfserver a", "server a");
        row("setvar", "setvar a = b,c default", "setvar a <=> b,c default");
        row("logconfig", "logconfig=syncall +clockall", "logconfig =syncall +clockall");
        row("logconfig apart", "logconfig =syncall", "logconfig =syncall");
        row("keyword inside a string", "server pool (", "server pool <(>");
        row("NUL parts words", QByteArray("server\0a", 8), "server a");
        row("carriage return is blank", "server\ra\rb", "server a b");
        row("ident of crypto", "crypto pw a=b", "crypto pw a=b");
    }
    void cutsTokensAsTheDaemonsDo()
    {
        QFETCH(QByteArray, bytes);
        QTEST(QByteArray::fromStdString(cut(bytes.toStdString())), "tokens");
    }

    void placesTokensWhereTheyStand()
    {
        const Document document("  restrict \xef\xbc\x8c"
                                "default\xe3\x80\x80 \"a b\"c # d\r\n");
        const Line &line = document.lines().front();
        QCOMPARE(line.tokens.size(), 4U);
        QCOMPARE(document.text(line.tokens[1].range), "\xef\xbc\x8c"
                                                      "default\xe3\x80\x80");
        QCOMPARE(document.text(line.tokens[2].range), "\"a b\"");
        QCOMPARE(document.text(line.tokens[3].range), "c");
        QCOMPARE(document.text(*line.comment), "# d");
        QCOMPARE(line.terminator, "\r\n");
    }

    void tellsKindsOfLines_data()
    {
        QTest::addColumn<int>("kind");
        const auto rows = [](LineKind kind, std::initializer_list<const char *> lines) {
            for (const char *line : lines)
                QTest::newRow(line) << static_cast<int>(kind);
        };
        rows(LineKind::Blank, {"", " \t ", "\xe4\xb8\xad"});
        rows(LineKind::Directive, {"server a", "restrict,", "precision -6", "end", "\xef\xbc\x83server a"});
        rows(LineKind::Unknown,
             {"Restrict default", "\"server\" a", "// x", "restrict-6: 1", "systemctl restart ntpd", ","});
        rows(LineKind::Disabled, {"#server 0.centos.pool.ntp.org iburst",
                                  "# server ntp1.example",
                                  "#server controller",
                                  "  #server\t127.127.1.0\t# local clock",
                                  "#fudge\t127.127.1.0 stratum 10\t",
                                  "#restrict -6 ::1",
                                  "#restrict 192.168.1.0 mask 255.255.255.0 nomodify notrap",
                                  "#restrict 10.0.0.0/8 nomodify",
                                  "# restrict default ignore",
                                  "#broadcastclient\t\t\t# broadcast client",
                                  "#broadcast 224.0.1.1 autokey # multicast server",
                                  "#multicastclient 224.0.1.1",
                                  "#crypto",
                                  "#trustedkey 4 8 42",
                                  "#requestkey 8",
                                  "#statistics clockstats cryptostats",
                                  "#disable auth",
                                  "#driftfile /var/lib/ntp/drift",
                                  "#keys\t/etc/ntp/keys",
                                  "#leapfile \"/etc/leap seconds\"",
                                  "#filegen peerstats file peerstats type day enable",
                                  "#refclock shm unit 1 refid PPS prefer",
                                  "#pool 2.debian.pool.ntp.org iburst",
                                  "#logconfig=all",
                                  "#logconfig +syncall +clockall",
                                  "#interface ignore wildcard",
                                  "#tos orphan 5",
                                  "#tinker panic 0",
                                  "#setvar a = b default",
                                  "#peer hostToConnectAsPeer",
                                  "# nts enable",
                                  "# server mytimeserver iburst",
                                  "#broadcastdelay\t0.008"});
        rows(LineKind::Comment, {"#",
                                 "# server addresses below",
                                 "# server for client access",
                                 "# peer commands.",
                                 "# pool servers",
                                 "# restrict access to these networks",
                                 "# restrict access",
                                 "# Use public servers from the pool",
                                 "#driftfile",
                                 "# broadcast client",
                                 "# pool: <http://www.pool.ntp.org/join.html>",
                                 "# end",
                                 "#end",
                                 "# keys file (mode 600 for sure) and define the key number to be",
                                 "# crypto",
                                 "# server 2",
                                 "# servers must be marked as prefer.",
                                 "# pool.ntp.org maps to about 1000 servers.",
                                 "# peering outages",
                                 "# server, add lines similar to the following.",
                                 "##server a.example iburst",
                                 "#multicastclient",
                                 "#server \"a.example",
                                 "# phone the office",
                                 "# statistics are kept in files",
                                 "# fudge 127.127.1.0",
                                 "# enable and disable",
                                 "#monitor yes",
                                 "#server a.example iburst,prefer",
                                 "# interface of the daemon",
                                 "# trap and logfile",
                                 "# tick tock",
                                 "# limit the rate"});
    }
    void tellsKindsOfLines()
    {
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(kindOf(QTest::currentDataTag())), kind);
    }

    void readsDisabledLinesAsIfActive()
    {
        const Document document("# server a.example iburst # near\n");
        const Line &line = document.lines().front();
        QCOMPARE(line.keyword(), "server");
        QCOMPARE(document.text(line.tokens[1].range), "a.example");
        QCOMPARE(document.text(*line.comment), "# near");
    }

    void splitsAtLineFeedsOnly()
    {
        const Document document("a\r\nb\rc\n\nd");
        QCOMPARE(document.lines().size(), 4U);
        QCOMPARE(document.text(document.lines()[1].range), "b\rc");
        QCOMPARE(document.lines()[3].terminator, "");
        QCOMPARE(document.lines()[3].number, 4);
        QCOMPARE(Document("a\n").lines().size(), 1U);
        QCOMPARE(Document("").lines().size(), 1U);
        QCOMPARE(Document("\n").lines().size(), 1U);
    }

    void findsPlaces()
    {
        const Document document("ab\n\xe4\xb8\xad\xe6\x96\x87"
                                "x\xff"
                                "y\n");
        QCOMPARE(document.position(0), std::pair(1, 1));
        QCOMPARE(document.position(2), std::pair(1, 3));
        QCOMPARE(document.position(3), std::pair(2, 1));
        QCOMPARE(document.position(9), std::pair(2, 3));
        QCOMPARE(document.position(11), std::pair(2, 5));
        QCOMPARE(document.lineAt(1000).number, 2);
        QCOMPARE(document.lineAt(document.bytes().size()).number, 2);
    }

    void knowsItsLineEnding()
    {
        QCOMPARE(Document("a\r\nb\r\nc\n").lineEnding(), "\r\n");
        QCOMPARE(Document("a").lineEnding(), "\n");
    }

    void losesNothing()
    {
        for (const test::Sample &sample : test::everything()) {
            const Document document(sample.bytes);
            QVERIFY2(document.bytes() == sample.bytes && joined(document) == sample.bytes,
                     sample.name.c_str());
        }
        for (const std::string &bytes :
             {std::string(3, '\0'),
              std::string("\xff\xfe"
                          "a\0\n\0",
                          6),
              std::string("\r\r"), std::string("\n\r\n\r"), std::string(1 << 20, 'x')})
            QCOMPARE(joined(Document(bytes)), bytes);
    }

    void takesEditsBack()
    {
        constexpr std::uint64_t Seed = 20261120;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        for (int round = 0; round < 300; ++round) {
            Document document(randomBytes(random, random.below(200)));
            std::vector<Document> states{document};
            std::vector<std::vector<Edit>> inverses;
            for (int step = 0; step < 8; ++step) {
                inverses.push_back(document.apply(randomEdits(random, document.bytes().size())));
                QCOMPARE(joined(document), document.bytes());
                const Document fresh(document.bytes());
                QVERIFY(std::ranges::equal(document.lines(), fresh.lines(), isSame));
                QCOMPARE(document.lineEnding(), fresh.lineEnding());
                states.push_back(document);
            }
            for (int step = 8; step > 0; --step) {
                QVERIFY(document == states.at(static_cast<std::size_t>(step)));
                document.apply(inverses.at(static_cast<std::size_t>(step - 1)));
            }
            QVERIFY(document == states.front());
        }
    }

    void leavesOutEditsThatCannotBe()
    {
        Document document("abc");
        const auto inverse = document.apply({{{1, 2}, "x"}, {{2, 1}, "y"}, {{9, 1}, "z"}, {{0, 0}, ">"}});
        QCOMPARE(document.bytes(), ">ax");
        document.apply(inverse);
        QCOMPARE(document.bytes(), "abc");
    }

    void readsMonstersInLinearTime()
    { // Quadratic work would take minutes here.
        std::string words, quotes, comment(1 << 20, '#');
        for (int i = 0; i < 200'000; ++i) {
            words += "a,b ";
            quotes += "\"\" \"";
        }
        QCOMPARE(Document("disable " + words).lines().front().tokens.size(), 600'001U);
        QVERIFY(!Document("keys " + quotes).lines().empty());
        QCOMPARE(kindOf(comment), LineKind::Comment);
        QCOMPARE(kindOf("#server " + words), LineKind::Comment);
        std::string lines;
        for (int i = 0; i < 100'000; ++i)
            lines += "restrict 10.0.0.1 nomodify\n";
        Document document(lines);
        QCOMPARE(document.lines().size(), 100'000U);
        std::vector<Edit> edits;
        for (const Line &line : document.lines())
            edits.push_back({{line.range.offset, 0}, "#"});
        document.apply(edits);
        QCOMPARE(document.lines().back().kind, LineKind::Disabled);
    }
};

QTEST_APPLESS_MAIN(DocumentTest)
#include "tst_document.moc"
