// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/query.h"
#include "core/protocol/refid.h"
#include "core/wording/watching.h"
#include "tests/unit/monitor/timedouble.h"

#include <QSignalSpy>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;
using test::TimeDouble;

namespace {

QueryOptions quick(int samples = 3)
{
    return {.samples = samples, .spacingMilliseconds = 5, .patienceMilliseconds = 60};
}

std::vector<QueryResult> ask(const std::vector<transport::Place> &places, QueryOptions options = quick())
{
    Query query(std::move(options));
    QSignalSpy finished(&query, &Query::finished);
    query.ask(places);
    if (!finished.wait(5000))
        qWarning("the round did not end");
    return query.results();
}

} // namespace

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void measuresAServer()
    {
        const TimeDouble server;
        const QueryResult result = ask({server.place()}).front();
        QCOMPARE(result.trouble, QueryTrouble::None);
        QCOMPARE(result.samples.size(), 3U);
        QVERIFY2(std::abs(result.figures.offset - 0.25) < 0.01,
                 qPrintable(QString::number(result.figures.offset)));
        QVERIFY(result.figures.delay >= 0 && result.figures.delay < 0.05);
        QVERIFY(result.done && result.asked == 3);
        QVERIFY(wording::sentence(result).contains(u"time"_s));
    }

    void asksSeveralSideBySide()
    {
        std::vector<std::unique_ptr<TimeDouble>> servers;
        std::vector<transport::Place> places;
        for (int i = 0; i < 20; ++i) {
            servers.push_back(std::make_unique<TimeDouble>());
            servers.back()->packet.stratum = static_cast<std::uint8_t>(i % 15 + 1);
            places.push_back(servers.back()->place());
        }
        const auto results = ask(places);
        QCOMPARE(results.size(), 20U);
        for (std::size_t i = 0; i < results.size(); ++i)
            QCOMPARE(std::size_t{results[i].figures.best.packet.stratum}, i % 15 + 1);
    }

    void explainsWhyNot_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<int>("trouble");
        const auto row = [](const char *name, int scene, QueryTrouble trouble) {
            QTest::newRow(name) << scene << static_cast<int>(trouble);
        };
        row("silent", 0, QueryTrouble::Silent);
        row("leap 3", 1, QueryTrouble::Unsynchronised);
        row("stratum 16", 2, QueryTrouble::StratumTooHigh);
        row("root distance", 3, QueryTrouble::DistanceTooLarge);
        row("wrong origin", 4, QueryTrouble::WrongOrigin);
        row("noise", 5, QueryTrouble::Malformed);
        row("key without a signed answer", 6, QueryTrouble::NotSigned);
    }
    void explainsWhyNot()
    {
        QFETCH(int, scene);
        QFETCH(int, trouble);
        TimeDouble server;
        QueryOptions options = quick(2);
        server.givesTime = scene != 0;
        if (scene == 1)
            server.packet.leap = protocol::Leap::Unsynchronised;
        if (scene == 2)
            server.packet.stratum = 16;
        if (scene == 3)
            server.packet.rootDispersion = protocol::shortFromSeconds(5);
        const QByteArray forged = QByteArray("\x24\x02", 2) + QByteArray(46, 'x');
        if (scene == 4)
            server.bend = [&](const QByteArray &) { return std::vector<QByteArray>(1, forged); };
        if (scene == 5)
            server.bend = [](const QByteArray &) { return std::vector<QByteArray>(50, "\x1b[2J<b>"); };
        if (scene == 6)
            options.key = QueryKey{5, protocol::MacType::Sha1, "secret"};
        const QueryResult result = ask({server.place()}, options).front();
        QCOMPARE(static_cast<int>(result.trouble), trouble);
        QVERIFY(!wording::sentence(result).isEmpty() && !wording::shortly(result).isEmpty());
    }

    void closedPortIsRefused()
    {
        transport::Place place;
        {
            const TimeDouble gone;
            place = gone.place();
        }
        QCOMPARE(ask({place}).front().trouble, QueryTrouble::Refused);
    }

    void kissEndsTheQuestions()
    {
        TimeDouble server;
        server.packet.stratum = 0;
        server.packet.leap = protocol::Leap::Unsynchronised;
        server.packet.refid = protocol::refidFromText("RATE");
        const QueryResult result = ask({server.place()}, quick(8)).front();
        QCOMPARE(result.trouble, QueryTrouble::Kissed);
        QCOMPARE(server.asked, 1);
        QVERIFY(wording::sentence(result).contains(u"RATE"_s));
    }

    void forgedAnswersBeforeTheTrueOneChangeNothing()
    {
        TimeDouble server;
        server.bend = [](const QByteArray &question) {
            std::vector<QByteArray> answers(20, QByteArray("\x24\x01", 2) + QByteArray(46, 'f'));
            QByteArray good("\x24\x02\x06\xec", 4);
            good += QByteArray(8, '\0') + "GPS" + QByteArray(9, '\0') + question.sliced(40, 8) +
                    QByteArray(16, '\x55');
            answers.push_back(good);
            return answers;
        };
        const QueryResult result = ask({server.place()}, quick(1)).front();
        QCOMPARE(result.samples.size(), 1U);
    }

    void nameThatDoesNotExist()
    {
        const QueryResult result = ask({{u"no-such-host.invalid"_s, 123}}).front();
        QCOMPARE(result.trouble, QueryTrouble::NameUnresolved);
        QVERIFY(!result.systemText.empty());
    }

    void stoppingAndAskingAgainFromASlot()
    {
        const TimeDouble server;
        Query query(quick());
        int rounds = 0;
        QSignalSpy finished(&query, &Query::finished);
        connect(&query, &Query::advanced, &query, [&](int) {
            if (rounds++ == 0)
                query.ask({server.place(), server.place()});
        });
        query.ask({server.place()});
        QVERIFY(finished.wait(5000));
        QCOMPARE(query.count(), 2);
        query.stop();
        QVERIFY(!query.isAsking());
        query.ask({});
        QVERIFY(finished.wait(1000));
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
