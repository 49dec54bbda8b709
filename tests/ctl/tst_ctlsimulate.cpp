// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/peerfigures.h"
#include "core/simulation/rows.h"
#include "tests/ctl/program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

class TestCtlSimulate : public QObject
{
    Q_OBJECT

private slots:
    void listsAllRows()
    {
        const Outcome outcome = noonmarkctl({u"simulate"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lines().size(), qsizetype(simulation::rows().size()));
        QVERIFY(outcome.lines().first().startsWith(u"a1 "_s));
        const QJsonArray rows = noonmarkctl({u"simulate"_s, u"--json"_s}).json()[u"rows"_s].toArray();
        QCOMPARE(rows.size(), qsizetype(simulation::rows().size()));
        QVERIFY(!rows.first().toObject()[u"about"_s].toString().isEmpty());
    }

    void tellsWhatTheBenchTells()
    { // The same row from the same seed: the same figures, to the last bit that JSON carries.
        simulation::RowOptions options;
        options.seed = 7;
        const simulation::RowResult expected = simulation::runRow(*simulation::findRow("g2"), options);
        const QJsonObject answer =
            noonmarkctl({u"simulate"_s, u"g2"_s, u"--seeds"_s, u"1"_s, u"--first"_s, u"7"_s, u"--json"_s})
                .json();
        QCOMPARE(answer[u"row"_s].toString(), u"g2"_s);
        QCOMPARE(answer[u"rms-seconds"_s].toDouble(), expected.rms);
        QCOMPARE(answer[u"worst-seconds"_s].toDouble(), expected.largest);
        QCOMPARE(answer[u"requests"_s].toDouble(), expected.requests);
        QCOMPARE(answer[u"holdover-claim-seconds"_s].toDouble(), expected.hold.claim);
    }

    void tellsWhatOthersReach()
    { // As bench_accuracy does, from the same table.
        const auto &others = *simulation::findPeerFigures("g2");
        const QStringList words{u"simulate"_s, u"g2"_s, u"--seeds"_s, u"1"_s, u"--first"_s, u"7"_s};
        const QJsonObject answer = noonmarkctl(words + QStringList{u"--json"_s}).json();
        const QJsonObject told = answer[u"others"_s].toObject();
        QCOMPARE(told[u"chronyd-rms-seconds"_s].toDouble(), others.chrony * 1e-6);
        QCOMPARE(told[u"yardstick-requests"_s].toDouble(), others.kfRequests);
        QCOMPARE(told[u"rms-ratio"_s].toDouble(), answer[u"rms-seconds"_s].toDouble() / (others.bestRms * 1e-6));
        QCOMPARE(told[u"requests-ratio"_s].toDouble(), answer[u"requests"_s].toDouble() / others.kfRequests);
        const QString text = noonmarkctl(words + QStringList{u"--lang"_s, u"en"_s}).out;
        QVERIFY2(text.contains(u"chronyd 73.7\u00a0µs, ntpsec 0.65\u00a0ms"_s), qPrintable(text));
        QVERIFY(text.contains(u"our aim: 71.4\u00a0µs; ours is "_s));
        // With a fixed interval it is another situation.
        const auto fixed = noonmarkctl(words + QStringList{u"--poll"_s, u"6"_s, u"--json"_s}).json();
        QVERIFY(!fixed.contains(u"others"_s));
    }

    void everyRowHasTheFiguresOfOthers()
    {
        for (const simulation::Row &row : simulation::rows())
            QVERIFY2(simulation::findPeerFigures(row.name) != nullptr, std::string(row.name).c_str());
        QCOMPARE(simulation::peerFigures().size(), simulation::rows().size());
    }

    void writesOneLineForEachRun()
    {
        const Outcome outcome =
            noonmarkctl({u"simulate"_s, u"b"_s, u"--seeds"_s, u"3"_s, u"--csv"_s, u"--lang"_s, u"zh_CN"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lines().size(), 4);
        QVERIFY(outcome.lines().at(0).startsWith(u"seed,rms,"_s));
        QVERIFY(outcome.lines().at(3).startsWith(u"3,0.000"_s));
        for (const QString &line : outcome.lines())
            QCOMPARE(line.count(u','), 7);
    }

    void speaksOfTheSituation()
    {
        const Outcome outcome = noonmarkctl(
            {u"simulate"_s, u"g1"_s, u"--seeds"_s, u"2"_s, u"--poll"_s, u"6"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(u"No packet arrives from 10000 s to 30000 s."_s));
        QVERIFY(outcome.out.contains(u"Medians of 2 simulated runs"_s));
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QCOMPARE(noonmarkctl({u"simulate"_s, u"z9"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"simulate"_s, u"b"_s, u"--seeds"_s, u"0"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"simulate"_s, u"b"_s, u"--poll"_s, u"x"_s}).status, 2);
        QCOMPARE(noonmarkctl({u"simulate"_s, u"b"_s, u"c"_s}).status, 2);
    }
};

QTEST_GUILESS_MAIN(TestCtlSimulate)
#include "tst_ctlsimulate.moc"
