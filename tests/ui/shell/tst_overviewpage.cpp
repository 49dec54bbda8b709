// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/checklist.h"

#include <QLabel>
#include <QUdpSocket>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Looks at a daemon elsewhere, with a file of its own open that has a mistake and no drift file.
struct WatchingWindow : Window
{
    WatchingWindow()
    {
        openText("serverr 192.0.2.1\n");
        auto owned = std::make_unique<RemoteTarget>();
        remote = owned.get();
        targets.watch(std::move(owned));
        targets.choose(1);
    }

    RemoteTarget *remote = nullptr;

    [[nodiscard]] std::vector<ui::CheckRow> checks() const
    {
        return main.findChild<ui::CheckList *>()->rows();
    }
    [[nodiscard]] QString sentences() const
    {
        QStringList all;
        for (const ui::CheckRow &row : checks())
            all.append(row.sentence);
        return all.join(u'\n');
    }
};

monitor::Frame followed(std::vector<engine::AssociationSnapshot> associations)
{
    monitor::Frame result = frame(0, std::move(associations));
    result.snapshot.system.observing = false;
    result.snapshot.system.leap = 0;
    result.snapshot.system.stratum = 3;
    result.snapshot.uptime = 86'400;
    for (auto &association : result.snapshot.associations)
        association.rootDistance = 0.01;
    result.verdict = monitor::judge(result.snapshot);
    return result;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void ownEngineIsCheckedWithItsFile()
    {
        Window window;
        window.openText("serverr 192.0.2.1\n");
        window.show(followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4)}));
        const auto rows = window.main.findChild<ui::CheckList *>()->rows();
        QVERIFY(std::ranges::any_of(rows, [](const auto &row) { return row.page == u"configuration"_s; }));
    }

    void aBoundPortIsNoPromiseOfTime()
    { // Wish 23: NTP that is switched on does not mean that clients get time.
        Window window;
        monitor::Frame lost = followed({source("192.0.2.1", engine::Tally::Reject, 1e-4)});
        lost.snapshot.system.leap = 3;
        lost.snapshot.system.stratum = 16;
        lost.verdict = monitor::judge(lost.snapshot);
        const auto tells = [&window](QStringView words) {
            const auto rows = window.main.findChild<ui::CheckList *>()->rows();
            return std::ranges::any_of(rows, [words](const auto &row) { return row.sentence.contains(words); });
        };
        window.show(lost);
        QVERIFY(tells(u"UDP port 11123 is bound, but there is no time to give"));
        QVERIFY(!tells(u"Time is served"));
        window.show(followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4)}));
        QVERIFY(tells(u"Time is served on UDP port 11123"));
    }

    void theFirstRowIsTheCauseWithWhatMendsIt_data()
    { // What goes wrong on a Monday morning.
        QTest::addColumn<engine::AssociationSnapshot>("association");
        QTest::addColumn<double>("uptime");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("page");
        auto one = source("192.0.2.1", engine::Tally::Reject, 0);
        one.rootDistance = 0.01;
        auto silent = one;
        silent.reach = 0;
        silent.sent = 8;
        QTest::newRow("nobody answers") << silent << 86'400.0 << u"firewall"_s << u"diagnose"_s;
        auto dropped = silent;
        dropped.flash = engine::Flash::Denied;
        QTest::newRow("our own rules drop it")
            << dropped << 86'400.0 << u"\"restrict source nomodify notrap noquery\""_s << u"configuration"_s;
        auto unsynchronised = one;
        unsynchronised.leap = 3;
        unsynchronised.stratum = 16;
        QTest::newRow("stratum 16") << unsynchronised << 40.0 << u"not synchronised themselves: 192.0.2.1"_s
                                    << u"diagnose"_s;
        auto far = one;
        far.rootDistance = 8;
        QTest::newRow("too far") << far << 86'400.0 << u"\"tos maxdist\""_s << u"diagnose"_s;
        auto keyless = silent;
        keyless.sent = 0;
        keyless.source.key = 5;
        keyless.keyState = engine::KeyState::Untrusted;
        QTest::newRow("key not trusted")
            << keyless << 86'400.0 << u"\"trustedkey 5\""_s << u"configuration"_s;
    }

    void theFirstRowIsTheCauseWithWhatMendsIt()
    {
        QFETCH(engine::AssociationSnapshot, association);
        QFETCH(double, uptime);
        QFETCH(QString, words);
        QFETCH(QString, page);
        Window window;
        monitor::Frame lost = frame(0, {association});
        lost.snapshot.system.peer = 0;
        lost.snapshot.uptime = uptime;
        lost.verdict = monitor::judge(lost.snapshot);
        window.show(lost);
        const ui::CheckRow row = window.main.findChild<ui::CheckList *>()->rows().front();
        QVERIFY2(row.sentence.contains(words), qPrintable(row.sentence));
        QVERIFY2(row.sentence.contains(u"192.0.2.1"_s), qPrintable(row.sentence));
        QCOMPARE(row.page, page);
        QVERIFY(row.meaning == ui::Meaning::Bad || (uptime < 300 && row.meaning == ui::Meaning::Warning));
        lost.snapshot.uptime = 5; // too early to blame silence
        lost.verdict = monitor::judge(lost.snapshot);
        window.show(lost);
        const auto early = window.main.findChild<ui::CheckList *>()->rows().front();
        QVERIFY(association.sent == 0 || association.flash != 0 || association.reach != 0 ||
                !early.sentence.contains(words));
    }

    void saysWhoHoldsThePortThatClientsAsk()
    {
        QUdpSocket other;
        if (!other.bind(QHostAddress::LocalHost, 123))
            QSKIP("needs a free port 123 and the right to bind it");
        Window window;
        window.show(followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4)}));
        const auto rows = window.main.findChild<ui::CheckList *>()->rows();
        const auto port = std::ranges::find(rows, ui::Meaning::Warning, &ui::CheckRow::meaning);
        QVERIFY(port != rows.end());
        QVERIFY2(port->sentence.contains(u"port 123, which tst_overview"_s), qPrintable(port->sentence));
    }

    void theFrequencyShowsHowWellItIsKnown()
    {
        Window window;
        monitor::Frame news = followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4)});
        news.snapshot.system.frequency = -12.3456;
        window.show(news);
        const auto labels = window.main.findChildren<QLabel *>();
        const QLabel *frequency = *std::ranges::find(labels, u"Frequency"_s, &QLabel::accessibleName);
        QCOMPARE(frequency->text(), u"-12.346\u00a0ppm"_s); // as of ntpd, which does not tell
        QVERIFY(!frequency->toolTip().contains(u'±'));
        news.snapshot.system.frequencyUncertainty = 0.0312;
        news.snapshot.system.uncertainty = 12e-6;
        news.snapshot.system.expectedError = 34e-6;
        window.show(news);
        QCOMPARE(frequency->text(), u"-12.346 ± 0.031\u00a0ppm"_s);
        QVERIFY(frequency->toolTip().contains(u"±34.0\u00a0µs"_s));
        QCOMPARE(frequency->whatsThis(), frequency->toolTip()); // F1 says as much
    }

    void watchedDaemonIsNotJudgedByTheFileEditedHere()
    {
        WatchingWindow window;
        emit window.remote->frameArrived(followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4),
                                                   source("192.0.2.2", engine::Tally::Candidate, 1e-4)}));
        for (const ui::CheckRow &row : window.checks()) {
            QVERIFY2(row.page != u"configuration"_s && row.page != u"access"_s, qPrintable(row.sentence));
            QVERIFY2(!row.sentence.contains(u"file"), qPrintable(row.sentence));
            QVERIFY2(row.meaning == ui::Meaning::Good, qPrintable(row.sentence));
        }
        QVERIFY(window.sentences().contains(u"ntp9.example"_s));
        QVERIFY(window.checks().size() >= 4);
    }

    void whatIsWrongThereStandsInItsList()
    {
        WatchingWindow window;
        auto silent = source("192.0.2.3", engine::Tally::Reject, 0);
        silent.reach = 0;
        emit window.remote->frameArrived(
            followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4),
                      source("192.0.2.2", engine::Tally::Falseticker, 3), silent}));
        QVERIFY2(window.sentences().contains(u"192.0.2.2"_s), qPrintable(window.sentences()));
        QVERIFY2(window.sentences().contains(u"192.0.2.3"_s), qPrintable(window.sentences()));
        const auto rows = window.checks();
        QCOMPARE(std::ranges::count(rows, u"diagnose"_s, &ui::CheckRow::page), 1);
    }

    void nothingIsSaidOfWhomNobodyHeard()
    {
        WatchingWindow window;
        monitor::Frame silence;
        silence.unixMilliseconds = 1;
        silence.trouble = Error{Failure::NoAnswer, {"ntp9.example"}};
        emit window.remote->frameArrived(silence);
        QCOMPARE(window.checks().size(), std::size_t{1});
        QVERIFY(window.sentences().contains(u"ntp9.example"_s));
    }

    void forbiddenQueriesAreNoSilence()
    {
        WatchingWindow window;
        monitor::Frame silence;
        silence.unixMilliseconds = 1;
        silence.trouble = Error{Failure::QueriesForbidden, {"ntp9.example", "192.0.2.7"}};
        emit window.remote->frameArrived(silence);
        QCOMPARE(window.find<QLabel>("verdict")->text(), u"It gives time, but forbids queries"_s);
        QVERIFY(window.find<QLabel>("verdict-details")->text().contains(u"restrict 192.0.2.7 nomodify"_s));
        QVERIFY(window.main.windowTitle().contains(u"Queries forbidden"_s));
        QVERIFY(window.sentences().contains(u"gives time"_s));
        QVERIFY(!window.sentences().contains(u"Nobody"_s));
    }

    void requestsThatNobodyCountsAreNotNought()
    {
        WatchingWindow window;
        monitor::Frame news = followed({source("192.0.2.1", engine::Tally::SystemPeer, 1e-4)});
        news.snapshot.counters.received = 500;
        emit window.remote->frameArrived(news);
        const auto facts = window.main.findChildren<QLabel *>();
        const auto answered = std::ranges::find(facts, u"Requests answered"_s, &QLabel::accessibleName);
        QVERIFY(answered != facts.end());
        QCOMPARE((*answered)->text(), u"\u2013"_s);
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
