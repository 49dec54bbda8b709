// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"
#include "tests/unit/protocol/replay.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;
using captures::printed;
using captures::Replay;
using protocol::ControlOpcode;

namespace {

QStringList fields(const QString &line)
{
    // The sign stands before the name, perhaps as a blank.
    return QStringList(line.left(1)) + line.mid(1).split(u' ', Qt::SkipEmptyParts);
}

// Equal as text, or as numbers within the last digit that the stock tool shows.
bool isSame(const QString &ours, const QString &theirs)
{
    if (ours == theirs)
        return true;
    bool isOurs = false;
    bool isTheirs = false;
    const double difference = std::abs(ours.toDouble(&isOurs) - theirs.toDouble(&isTheirs));
    return isOurs && isTheirs && difference <= 0.0011;
}

} // namespace

class TestCtlReplay : public QObject
{
    Q_OBJECT

private slots:
    void peersAreWhatTheStockToolPrinted_data();
    void peersAreWhatTheStockToolPrinted();
    void associationsAreWhatTheStockToolPrinted_data();
    void associationsAreWhatTheStockToolPrinted();
    void variablesAreWhatTheStockToolPrinted_data();
    void variablesAreWhatTheStockToolPrinted();
    void clocksTellWhatTheDaemonsTold_data();
    void clocksTellWhatTheDaemonsTold();
    void clientsAreWhatTheStockToolPrinted_data();
    void clientsAreWhatTheStockToolPrinted();
    void longNamesHaveALineOfTheirOwn();
    void clientsAreSortedFilteredAndExported();
    void nothingFromTheNetworkReachesTheTerminalRaw_data();
    void nothingFromTheNetworkReachesTheTerminalRaw();
};

void TestCtlReplay::peersAreWhatTheStockToolPrinted_data()
{
    QTest::addColumn<QStringList>("captures");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("when"); // column, that depends on the moment
    QTest::newRow("classic") << QStringList{u"C-clq-rv"_s, u"C-clq-p"_s} << u"C-clq-p"_s
                             << QStringList{u"-n"_s} << 5;
    QTest::newRow("classic, apeers") << QStringList{u"C-clq-rv"_s, u"C-clq-apeers"_s} << u"C-clq-apeers"_s
                                     << QStringList{u"-n"_s, u"--ids"_s} << 6;
    QTest::newRow("classic, opeers") << QStringList{u"C-clq-rv"_s, u"C-clq-opeers"_s} << u"C-clq-opeers"_s
                                     << QStringList{u"-n"_s, u"--local"_s} << 5;
    QTest::newRow("ntpsec") << QStringList{u"S-secq-rv"_s, u"S-secq-lpeers"_s} << u"S-secq-lpeers"_s
                            << QStringList{u"-n"_s} << 5;
}

void TestCtlReplay::peersAreWhatTheStockToolPrinted()
{
    QFETCH(QStringList, captures);
    QFETCH(QString, out);
    QFETCH(QStringList, options);
    QFETCH(int, when);
    const Replay daemon(captures);
    const Outcome outcome = noonmarkctl(QStringList{u"peers"_s, daemon.place()} + options);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const QStringList ours = outcome.lines().mid(2);
    const QStringList theirs = printed(out).mid(2);
    QCOMPARE(ours.size(), theirs.size());
    for (int i = 0; i < ours.size(); ++i) {
        QStringList mine = fields(ours[i]);
        QStringList other = fields(theirs[i]);
        QVERIFY2(mine.size() == other.size(), qPrintable(ours[i] + u'\n' + theirs[i]));
        mine.removeAt(when);
        other.removeAt(when);
        for (int j = 0; j < mine.size(); ++j) {
            // ntpsec's tool writes the numeric form of a clock's refid, LOCAL(0) of its name, and P.SST for
            // 15937.500
            const QString plain = QString(other[j]).replace(u"127.127.1."_s, u"LOCAL("_s);
            const bool isClock = other[j].startsWith(u"127.127.1."_s) && mine[j].startsWith(plain);
            const bool isBroadcast = other[j] == u"B"_s; // we name such a source by what it asks
            const bool isLocalName = mine[j].startsWith(u"LOCAL("_s) || other[j].startsWith(u"LOCAL("_s);
            QVERIFY2(isSame(mine[j], other[j]) || isClock || isBroadcast || isLocalName,
                     qPrintable(ours[i] + u'\n' + theirs[i]));
        }
    }
}

void TestCtlReplay::associationsAreWhatTheStockToolPrinted_data()
{
    QTest::addColumn<QStringList>("captures");
    QTest::addColumn<QString>("out");
    QTest::newRow("classic") << QStringList{u"C-clq-rv"_s, u"C-clq-p"_s, u"C-clq-assoc"_s}
                             << u"C-clq-assoc"_s;
    QTest::newRow("ntpsec") << QStringList{u"S-secq-rv"_s, u"S-secq-lpeers"_s, u"S-secq-assoc"_s}
                            << u"S-secq-assoc"_s;
}

void TestCtlReplay::associationsAreWhatTheStockToolPrinted()
{
    QFETCH(QStringList, captures);
    QFETCH(QString, out);
    const Replay daemon(captures);
    const Outcome outcome = noonmarkctl({u"assoc"_s, daemon.place()});
    QCOMPARE(outcome.status, 0);
    QStringList head = outcome.lines().first(2);
    QCOMPARE(head, printed(out).first(2));
    // The status of each row belongs to the moment of its own packet; numbers and layout do not.
    const QStringList ours = outcome.lines().mid(2);
    const QStringList theirs = printed(out).mid(2);
    QCOMPARE(ours.size(), theirs.size());
    for (int i = 0; i < ours.size(); ++i) {
        QCOMPARE(ours[i].left(10), theirs[i].left(10));
        QCOMPARE(ours[i].size(), theirs[i].size());
        if (ours[i].mid(11, 4) == theirs[i].mid(11, 4))
            QCOMPARE(ours[i], theirs[i]);
    }
    const QString byIndex = noonmarkctl({u"rv"_s, daemon.place(), u"&1"_s}).lines().first();
    QVERIFY2(byIndex.contains(u"associd=%1 "_s.arg(ours.first().mid(3, 6).trimmed())), qPrintable(byIndex));
    QCOMPARE(noonmarkctl({u"rv"_s, daemon.place(), u"&99"_s}).status, 2);
}

void TestCtlReplay::variablesAreWhatTheStockToolPrinted_data()
{
    QTest::addColumn<QString>("capture");
    QTest::newRow("classic") << u"C-clq-rv"_s;
    QTest::newRow("ntpsec") << u"S-secq-rv"_s;
}

void TestCtlReplay::variablesAreWhatTheStockToolPrinted()
{
    QFETCH(QString, capture);
    Replay daemon({capture});
    daemon.say(ControlOpcode::ReadStatus, 0, "", captures::answers(capture).front().header.status);
    QCOMPARE(noonmarkctl({u"rv"_s, daemon.place()}).lines().first(), printed(capture).first());
    const QJsonObject answer = noonmarkctl({u"rv"_s, daemon.place(), u"--json"_s}).json();
    QHash<QString, QString> ours;
    for (const QJsonValue &variable : answer[u"variables"_s].toArray())
        ours.insert(variable[u"name"_s].toString(), variable[u"value"_s].toString());
    int compared = 0;
    static const QRegularExpression pair(u"([a-z_]+)=(\"[^\"]*\"|[^,\\s]+)"_s);
    auto matches = pair.globalMatch(printed(capture).mid(1).join(u' '));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        const QString theirs = match.captured(2).remove(u'"');
        if (name == u"leap"_s || name == u"reftime"_s ||
            name == u"clock"_s) { // written in bits, and as dates
            QVERIFY(ours.contains(name));
            continue;
        }
        QVERIFY2(isSame(ours.value(name), theirs),
                 qPrintable(name + u": "_s + ours.value(name) + u" / "_s + theirs));
        ++compared;
    }
    QVERIFY(compared > 12);
}

void TestCtlReplay::clocksTellWhatTheDaemonsTold_data()
{
    QTest::addColumn<QStringList>("captures");
    QTest::addColumn<QString>("timecode");
    QTest::addColumn<QString>("flags");
    QTest::newRow("classic") << QStringList{u"C-clq-rv"_s, u"C-clq-rv8-cv"_s} << u"timecode=\"\""_s << u"8"_s;
    QTest::newRow("ntpsec") << QStringList{u"S-secq-rv"_s, u"S-secq-rv6-clock"_s} << u"timecode=\"\""_s
                            << u"0"_s;
}

void TestCtlReplay::clocksTellWhatTheDaemonsTold()
{
    QFETCH(QStringList, captures);
    QFETCH(QString, timecode);
    QFETCH(QString, flags);
    const Replay daemon(captures);
    const Outcome outcome = noonmarkctl({u"cv"_s, daemon.place()});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(u"device=\"Undisciplined local clock\""_s), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(timecode), qPrintable(outcome.out));
    const QJsonArray told =
        noonmarkctl({u"cv"_s, daemon.place(), u"--json"_s}).json()[u"variables"_s].toArray();
    QHash<QString, QString> values;
    for (const QJsonValue &variable : told) {
        values.insert(variable[u"name"_s].toString(), variable[u"value"_s].toString());
        QVERIFY2(!variable[u"meaning"_s].toString().isEmpty(), qPrintable(variable[u"name"_s].toString()));
    }
    QCOMPARE(values[u"flags"_s], flags);
    QCOMPARE(values[u"stratum"_s], u"10"_s);
    QCOMPARE(values[u"noreply"_s], u"0"_s);
}

void TestCtlReplay::clientsAreWhatTheStockToolPrinted_data()
{
    QTest::addColumn<QString>("capture");
    QTest::newRow("classic") << u"C-clq-mrulist"_s;
    QTest::newRow("ntpsec") << u"S-clq-mrulist"_s;
}

void TestCtlReplay::clientsAreWhatTheStockToolPrinted()
{
    QFETCH(QString, capture);
    const Replay daemon({capture});
    const Outcome outcome = noonmarkctl({u"clients"_s, daemon.place()});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QHash<QString, QStringList> ours;
    for (const QString &line : outcome.lines().mid(2)) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        ours.insert(words.value(8), words);
    }
    int compared = 0;
    for (const QString &line : printed(capture)) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words.size() != 9 || !words[0].front().isDigit())
            continue;
        const QStringList mine = ours.value(words[8]);
        QVERIFY2(mine.size() > 8, qPrintable(line));
        for (int column :
             {0, 2, 3, 4, 5, 6, 7}) // not the mean interval: the classic tool divides by one too many
            QVERIFY2(mine[column] == words[column], qPrintable(line + u'\n' + mine.join(u' ')));
        ++compared;
    }
    QCOMPARE(compared, ours.size());
}

void TestCtlReplay::longNamesHaveALineOfTheirOwn()
{
    Replay daemon({u"C-clq-rv"_s});
    const std::string list("\x00\x07\x96\x1a", 4);
    daemon.say(ControlOpcode::ReadStatus, 0, list);
    daemon.say(ControlOpcode::ReadVariables, 7,
               "srcadr=192.0.2.1, srchost=\"a-very-long-name.of-a-server.example\", leap=0, stratum=2, "
               "reach=0xff, hmode=3, delay=1.0",
               0x961a);
    const QStringList narrow = noonmarkctl({u"peers"_s, daemon.place()}).lines();
    QCOMPARE(narrow.size(), 3);
    QVERIFY(narrow[2].startsWith(u"*a-very-long-nam "_s));
    const QStringList wide = noonmarkctl({u"peers"_s, u"-w"_s, daemon.place()}).lines();
    QCOMPARE(wide.size(), 4);
    QCOMPARE(wide[2], u"*a-very-long-name.of-a-server.example"_s);
    QCOMPARE(wide[3].mid(16), narrow[2].mid(16));
}

void TestCtlReplay::clientsAreSortedFilteredAndExported()
{
    const Replay daemon({u"S-secq-mrulist"_s});
    const QJsonArray byCount =
        noonmarkctl({u"clients"_s, daemon.place(), u"--sort"_s, u"count"_s, u"--json"_s})
            .json()[u"clients"_s]
            .toArray();
    QCOMPARE(byCount.size(), 6);
    QCOMPARE(byCount.first()[u"count"_s].toInt(), 62);
    QCOMPARE(byCount.first()[u"program"_s].toString(), u"ntpq or a monitor"_s);
    const QStringList csv =
        noonmarkctl({u"clients"_s, daemon.place(), u"--csv"_s, u"--filter"_s, u"fd99"_s}).lines();
    QCOMPARE(csv.size(), 3);
    QVERIFY(csv[0].startsWith(u"address,port,mode,"_s));
    QCOMPARE(noonmarkctl({u"clients"_s, daemon.place(), u"--sort"_s, u"colour"_s}).status, 2);
    QCOMPARE(noonmarkctl({u"clients"_s, daemon.place(), u"--limit"_s, u"2"_s}).lines().size(), 4);
}

void TestCtlReplay::nothingFromTheNetworkReachesTheTerminalRaw_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *command : {"peers", "rv", "assoc", "status", "clients", "diagnose", "trace"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command)};
    QTest::newRow("watch") << QStringList{u"watch"_s, u"--count"_s, u"1"_s};
}

void TestCtlReplay::nothingFromTheNetworkReachesTheTerminalRaw()
{
    QFETCH(QStringList, words);
    Replay daemon({});
    const std::string evil = "\x1b[2J\x1b]0;owned\x07\r\n\x9b"
                             "31m<script>\xe2\x80\xae";
    daemon.say(ControlOpcode::ReadVariables, 0,
               "version=\"" + evil + "\", leap=0, stratum=2, refid=" + evil +
                   ", peer=7, offset=0.1, rootdelay=1, rootdisp=1");
    daemon.say(ControlOpcode::ReadStatus, 0, std::string("\x00\x07\x96\x1a", 4));
    daemon.say(ControlOpcode::ReadVariables, 7,
               "srcadr=192.0.2.1, srchost=\"" + evil + "\", refid=" + evil +
                   ", leap=0, stratum=1, reach=0xff, hmode=3",
               0x961a);
    daemon.say(ControlOpcode::RequestNonce, 0, "nonce=0123456789abcdef01234567");
    daemon.say(ControlOpcode::ReadClients, 0,
               "nonce=0123456789abcdef01234567, addr.0=192.0.2.9:1, ct.0=" + evil + ", " + evil +
                   "=1, now=0xeeaa82a3.5d78a352");
    for (const QStringList &more : {QStringList(), QStringList(u"--json"_s)}) {
        const Outcome outcome = noonmarkctl(words + QStringList(daemon.place()) + more);
        for (const QString &text : {outcome.out, outcome.err})
            for (const QChar c : text)
                QVERIFY2(c == u'\n' ||
                             (c >= u' ' && c != u'\x7f' && !(c >= u'\x80' && c < u'\xa0') && c != u'\u202e'),
                         text.toUtf8().toPercentEncoding(" :,.[]{}\"").constData());
    }
}

QTEST_GUILESS_MAIN(TestCtlReplay)
#include "tst_ctlreplay.moc"
