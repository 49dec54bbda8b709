// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clientlist.h"
#include "core/monitor/mru.h"
#include "core/monitor/mruclients.h"
#include "core/monitor/mruguess.h"
#include "core/protocol/control.h"
#include "tests/unit/monitor/listdouble.h"
#include "tests/unit/protocol/captures.h"

#include <QSignalSpy>
#include <QUdpSocket>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using test::ListDouble;
using namespace Qt::Literals::StringLiterals;

namespace {

MruRow row(std::uint8_t mode, std::uint8_t version, std::uint16_t port, std::uint64_t count = 100,
           int seconds = 6400)
{
    MruRow row;
    row.remote = {IpAddress::v4(0xc0000201), port};
    row.mode = mode;
    row.version = version;
    row.count = count;
    row.first = NtpTimestamp::fromUnix(1'795'000'000, 0);
    row.last = NtpTimestamp::fromUnix(1'795'000'000 + seconds, 0);
    return row;
}

struct Walk
{
    explicit Walk(const MruOptions &options = {.patienceMilliseconds = 40})
        : reader(options)
        , ended(&reader, &MruReader::finished)
        , failed(&reader, &MruReader::failed)
    {
        QObject::connect(&reader, &MruReader::rowsRead, &reader, [this](const std::vector<MruRow> &rows) {
            ++slices;
            received += rows.size();
            clients.take(rows);
        });
    }
    bool run(const transport::Place &place)
    {
        slices = 0;
        received = 0;
        reader.read(place);
        QEventLoop loop; // qWaitFor() would sleep between any two slices
        QObject::connect(&reader, &MruReader::finished, &loop, &QEventLoop::quit);
        QObject::connect(&reader, &MruReader::failed, &loop, &QEventLoop::quit);
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
        const bool isGood = !ended.isEmpty();
        if (isGood)
            walk = ended.takeFirst().first().value<MruWalk>();
        else if (!failed.isEmpty())
            error = failed.takeFirst().first().value<Error>();
        return isGood;
    }

    MruReader reader;
    QSignalSpy ended, failed;
    MruClients clients;
    MruWalk walk;
    Error error;
    int slices = 0;
    std::size_t received = 0;
};

} // namespace

class TestMru : public QObject
{
    Q_OBJECT

private slots:
    void readsBothFamilies_data();
    void readsBothFamilies();
    void leavesOutWhatMakesNoSense();
    void asksForWhatFits();
    void guessesPrograms_data();
    void guessesPrograms();
    void walksALongListInSlices();
    void secondWalkBringsTheNewsOnly();
    void beginsAnewWhenAllAnchorsAreGone();
    void survivesLostAnswers();
    void silenceAboutTheListIsTold();
    void endlessListIsCut();
    void standstillEnds();
    void closedPortIsRefused();
};

void TestMru::readsBothFamilies_data()
{
    QTest::addColumn<QString>("capture");
    for (const char *name : {"C-clq-mrulist", "C-secq-mrulist", "S-clq-mrulist", "S-secq-mrulist"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// Every number that the stock tool printed of the same packets.
void TestMru::readsBothFamilies()
{
    QFETCH(QString, capture);
    const auto answers = captures::answers(capture);
    QCOMPARE(answers.size(), 2U);
    QVERIFY(!parseMruAnswer(answers[0].data).nonce.empty());
    const MruAnswer answer = parseMruAnswer(answers[1].data);
    QVERIFY(answer.now);

    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/mode6/") + capture + u".out"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::size_t compared = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        const bool hasScore = words.size() == 11; // ntpsec's tool: with score and drop
        bool isRow = false;
        words.value(0).toInt(&isRow);
        if (!isRow || words.size() < 9)
            continue;
        const auto address = IpAddress::parse(words.last().toStdString());
        const auto found =
            std::ranges::find_if(answer.rows, [&](const MruRow &r) { return r.remote.address == address; });
        QVERIFY2(found != answer.rows.end(), line.constData());
        QVERIFY(std::abs((*answer.now - found->last).toSeconds() - words[0].toDouble()) <= 0.51);
        // The classic tool divides by the number of packets, which is one more than there are intervals.
        const auto intervals = static_cast<double>(found->count - (hasScore ? 1 : 0));
        const double interval = (found->last - found->first).toSeconds() / std::max(intervals, 1.0);
        if (hasScore)
            QCOMPARE(averageInterval(*found).value_or(0), found->count > 1 ? interval : 0);
        QVERIFY(std::abs(interval - words[1].toDouble()) <= (hasScore ? 0.01 * interval + 0.51 : 0.51));
        QCOMPARE(found->restrictions, words[2].toUInt(nullptr, 16));
        QCOMPARE(restrictionSign(found->restrictions), words[3].front());
        QCOMPARE(int{found->mode}, words[4].toInt());
        QCOMPARE(int{found->version}, words[5].toInt());
        QCOMPARE(found->count, words[6].toULongLong());
        QCOMPARE(int{found->remote.port}, words[words.size() - 2].toInt());
        ++compared;
    }
    QCOMPARE(compared, answer.rows.size());
    QVERIFY(compared >= 3);
}

void TestMru::leavesOutWhatMakesNoSense()
{
    const MruAnswer answer = parseMruAnswer("nonce=ab, addr.0=192.0.2.1:123, ct.0=-5, mv.0=999, rs.0=0xzz, "
                                            "last.0=never, first.0=0x1.2, addr.4294967295=192.0.2.2:1, "
                                            "addr.9999=192.0.2.3:1, addr.1=nobody, ct.1=7, .2=x, "
                                            "addr.=1.1.1.1:1, sc.0=nan, dr.0=3\x1b[2J, addr.2=[fd00::1]:5, "
                                            "P.J.2=18446744073709510080, now=tomorrow");
    QCOMPARE(answer.rows.size(), 2U);
    QCOMPARE(answer.rows[0].count, 0U);
    QCOMPARE(answer.rows[0].mode, std::uint8_t{0});
    QVERIFY(answer.rows[0].last.isZero() && !answer.rows[0].score);
    QCOMPARE(QString::fromStdString(answer.rows[1].remote.toString()), u"[fd00::1]:5"_s);
    QVERIFY(!answer.now && !averageInterval(answer.rows[0]));
}

void TestMru::asksForWhatFits()
{
    MruQuestion question{"0123456789abcdef01234567", 32, {}};
    QCOMPARE(QString::fromStdString(mruQuestionText(question)),
             u"nonce=0123456789abcdef01234567, frags=32"_s);
    for (int i = 0; i < 40; ++i)
        question.anchors.push_back(row(3, 4, 123));
    const std::string text = mruQuestionText(question);
    QVERIFY(text.size() <= protocol::ControlFragmentSize);
    const auto request = engine::ClientListRequest::parse(text);
    QVERIFY(request.anchors.size() >= 5);
    QCOMPARE(request.anchors.front().address, std::string("192.0.2.1:123"));
    QCOMPARE(request.anchors.front().last, row(3, 4, 123).last);
}

void TestMru::guessesPrograms_data()
{
    QTest::addColumn<MruRow>("row");
    QTest::addColumn<ClientGuess>("guess");
    QTest::newRow("ntpq") << row(6, 2, 40000) << ClientGuess{ClientProgram::ControlTool, Confidence::High};
    QTest::newRow("ntpdc") << row(7, 2, 40000) << ClientGuess{ClientProgram::Ntpdc, Confidence::High};
    QTest::newRow("our server") << row(4, 4, 123) << ClientGuess{ClientProgram::OurServer, Confidence::High};
    QTest::newRow("ntpd") << row(3, 4, 123) << ClientGuess{ClientProgram::Ntpd, Confidence::High};
    QTest::newRow("peer") << row(1, 4, 123) << ClientGuess{ClientProgram::NtpdPeer, Confidence::Medium};
    QTest::newRow("Windows") << row(1, 3, 123) << ClientGuess{ClientProgram::WindowsPeer, Confidence::Medium};
    QTest::newRow("Windows with 0x8")
        << row(3, 3, 123) << ClientGuess{ClientProgram::WindowsOrDevice, Confidence::Medium};
    QTest::newRow("Android") << row(3, 3, 40000) << ClientGuess{ClientProgram::SimpleDevice, Confidence::Low};
    QTest::newRow("chrony") << row(3, 4, 40000)
                            << ClientGuess{ClientProgram::ModernClient, Confidence::Medium};
    QTest::newRow("ntpdate") << row(3, 4, 40000, 4, 6)
                             << ClientGuess{ClientProgram::OneShot, Confidence::Low};
    QTest::newRow("old") << row(3, 1, 40000) << ClientGuess{ClientProgram::OldDevice, Confidence::Medium};
}

void TestMru::guessesPrograms()
{
    QFETCH(MruRow, row);
    QTEST(guessProgram(row), "guess");
}

void TestMru::walksALongListInSlices()
{
    const ListDouble daemon(20'000);
    Walk walk;
    QVERIFY(walk.run(daemon.place()));
    QCOMPARE(walk.clients.rows().size(), 20'000U);
    QVERIFY2(walk.slices > 100, "the list came in one piece: the window stood still");
    QCOMPARE(walk.walk.rows, walk.received);
    QVERIFY(!walk.walk.isCut);
    QCOMPARE(walk.walk.restarts, 0);
}

void TestMru::secondWalkBringsTheNewsOnly()
{
    ListDouble daemon(1000);
    Walk walk;
    QVERIFY(walk.run(daemon.place()));
    daemon.visit(5, 5000);
    daemon.visit(1000, 5001);
    QVERIFY(walk.run(daemon.place()));
    QCOMPARE(walk.received, 2U);
    QCOMPARE(walk.clients.rows().size(), 1001U);
    QCOMPARE(walk.clients.rows()[5].count, 2U);
}

void TestMru::beginsAnewWhenAllAnchorsAreGone()
{
    ListDouble daemon(500);
    Walk walk;
    QVERIFY(walk.run(daemon.place()));
    for (int i = 0; i < 500; ++i) // all have asked again: no row is as it was
        daemon.visit(i, 10'000 + i);
    QVERIFY(walk.run(daemon.place()));
    QCOMPARE(walk.clients.rows().size(), 500U);
    QCOMPARE(walk.clients.rows().front().count, 2U);
    QVERIFY(walk.walk.restarts >= 1);
}

void TestMru::survivesLostAnswers()
{
    ListDouble daemon(300);
    daemon.lost = 4;
    Walk walk;
    QVERIFY(walk.run(daemon.place()));
    QCOMPARE(walk.clients.rows().size(), 300U);
}

void TestMru::silenceAboutTheListIsTold()
{
    ListDouble daemon(3);
    daemon.list = [](const std::string &) { return std::nullopt; };
    Walk walk({.patienceMilliseconds = 5});
    QVERIFY(!walk.run(daemon.place()));
    QCOMPARE(walk.error.failure, Failure::NotPermitted);
}

void TestMru::endlessListIsCut()
{
    ListDouble daemon(0);
    int next = 0;
    daemon.list = [&](const std::string &) {
        std::string text = "nonce=0123456789abcdef01234567";
        for (int i = 0; i < 100; ++i, ++next)
            text += ", addr." + std::to_string(i) + "=10.0." + std::to_string(next / 250 % 250) + '.' +
                    std::to_string(next % 250) + ":123, ct." + std::to_string(i) + "=1";
        return text;
    };
    Walk walk({.patienceMilliseconds = 40, .mostRows = 5000});
    QVERIFY(walk.run(daemon.place()));
    QVERIFY(walk.walk.isCut);
    QVERIFY(walk.received <= 5100);
}

void TestMru::standstillEnds()
{
    ListDouble daemon(0);
    daemon.list = [](const std::string &) { return "nonce=0123456789abcdef01234567"; };
    Walk walk;
    QVERIFY(!walk.run(daemon.place()));
    QCOMPARE(walk.error.failure, Failure::NoAnswer);
    QVERIFY(daemon.questions < 20);
}

void TestMru::closedPortIsRefused()
{
    QUdpSocket unused;
    QVERIFY(unused.bind(QHostAddress::LocalHost));
    const quint16 port = unused.localPort();
    unused.close();
    Walk walk;
    QVERIFY(!walk.run({u"127.0.0.1"_s, port}));
    QCOMPARE(walk.error.failure, Failure::Refused);
}

QTEST_GUILESS_MAIN(TestMru)
#include "tst_mru.moc"
