// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/accuracy/table.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

using namespace noonmark;

namespace {

constexpr std::uint32_t FirstSeed = 1;
constexpr std::uint32_t Seeds = 30;
constexpr double Margin = 1.05; // rounding differs between machines, and one path once taken differs for ever
constexpr double RequestLimit = 1.22; // 1.2, and what rounding makes of a poll
// Time must not be bought with jerks: twice the best peer's rate error in most rows, four times anywhere.
constexpr double CalmRate = 2;
constexpr double RateLimit = 4;
constexpr std::uint32_t OtherSeeds = 31; // from here on
constexpr std::uint32_t PerturbedSeeds = 3;
constexpr double SameTable = 1.1;       // on other seeds
constexpr int CalmRows = 14;
constexpr int AimRows = 15;         // in which both aims are reached
constexpr double LanTenth = 150;   // s to 100 us; no peer's figure exists at this poll
constexpr double WanTenth = 8000;

// Here the crystal walks alone for hours, and decides: few seeds tell nothing.
const std::set<std::string> CrystalDecides{"g1", "g2"};

void addRows()
{
    QTest::addColumn<QString>("name");
    for (const simulation::Row &row : simulation::rows())
        QTest::newRow(std::string(row.name).c_str()) << QString::fromStdString(std::string(row.name));
}

} // namespace

// The engine against the best of others, row by row, in the same noise from the same seeds.
class AccuracyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const accuracy::Peers &figures : simulation::peerFigures())
            m_peers[std::string(figures.row)] = figures;
        QCOMPARE(m_peers.size(), simulation::rows().size());
    }

    void isBetterThanTheBestPeer_data() { addRows(); }

    void isBetterThanTheBestPeer()
    {
        QFETCH(QString, name);
        const std::string key = name.toStdString();
        const accuracy::Peers &peer = m_peers[key];
        const simulation::Summary &own = ownOf(key);
        qInfo("rms %.4g of %.4g, worst %.4g of %.4g, rate %.4g of %.4g, 1 ms at %g of %g, %g requests of %g",
              own.rms, peer.bestRms, own.worst, peer.bestMax, own.rate, peer.bestRate, own.millisecond,
              peer.bestMillisecond, own.requests, peer.kfRequests);
        QVERIFY(own.rms < peer.bestRms);
        QVERIFY(own.rms < peer.aimRms * Margin);
        QVERIFY(own.rate < peer.bestRate * RateLimit);
        QVERIFY(own.requests < peer.kfRequests * RequestLimit);
        const bool isLan = simulation::findRow(key)->delay < 0.01;
        QVERIFY(own.millisecond <= peer.bestMillisecond + (isLan ? 5 : 30));
        QVERIFY2(own.tenth <= (isLan ? LanTenth : WanTenth), qPrintable(QString::number(own.tenth)));
        QVERIFY(own.worst < peer.bestMax);
    }

    void isNotBetterByLuck_data() { addRows(); }

    void isNotBetterByLuck()
    { // The same table on other seeds. Where the servers are lost, these crystals may walk farther by
      // themselves; no clock can know that beforehand, so it is allowed for.
        QFETCH(QString, name);
        const std::string key = name.toStdString();
        const simulation::Row &row = *simulation::findRow(key);
        const simulation::Summary &known = ownOf(key);
        const simulation::Summary other = accuracy::measure(row, {}, OtherSeeds, Seeds);
        const double walked = row.lostUntil > 0 ? other.unavoidableRms / known.unavoidableRms : 1;
        qInfo("rms %.4g, %.2f times; the bare crystal %.2f times", other.rms, other.rms / known.rms, walked);
        QVERIFY(other.rms <= known.rms * SameTable * std::max(1.0, walked));
    }

    void isNearWhatCouldBeKnown_data()
    {
        QTest::addColumn<double>("most"); // times the oracle's RMS
        const std::initializer_list<std::pair<const char *, double>> limits{
            {"a1", 1.2},  {"a2", 1.15}, {"b", 1.05}, {"b2", 1.05}, {"f0", 1.2},
            {"f1", 1.2}, {"f2", 1.1}, {"f3", 1.1}, {"f4", 1.1}};
        for (const auto &[name, most] : limits)
            QTest::newRow(name) << most;
    }

    void isNearWhatCouldBeKnown()
    { // Whatever luck the seeds bring, it is the oracle's, too.
        QFETCH(double, most);
        const auto [own, oracle] =
            accuracy::measureBesideOracle(*simulation::findRow(QTest::currentDataTag()), OtherSeeds, Seeds);
        qInfo("rms %.4g, %.2f times the oracle's %.4g", own, own / oracle, oracle);
        QVERIFY(own < most * oracle);
    }

    void movesTheClockCalmlyAndReachesTheAims()
    {
        int calm = 0;
        int aims = 0;
        for (const auto &[name, peer] : m_peers) {
            const simulation::Summary &own = ownOf(name);
            calm += own.rate <= peer.bestRate * CalmRate ? 1 : 0;
            // The aim for the maximum is held against the median of the runs, as the aim for the RMS is: in g1 the
            // bare crystal's own walk is above it in the worst of them.
            aims += own.rms <= peer.aimRms && own.largest <= peer.aimMax ? 1 : 0;
        }
        QVERIFY2(calm >= CalmRows, qPrintable(QString::number(calm)));
        QVERIFY2(aims >= AimRows, qPrintable(QString::number(aims)));
    }

    void isHonestWhenAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("most"); // times the error's root mean square that we may claim
        for (const char *name : {"g1", "g2", "g3"})
            QTest::newRow(name) << name << 10.0;
    }

    void isHonestWhenAlone()
    { // Twenty thousand seconds without a server: at every moment the clock is within the root dispersion
      // that we claim, in 99 of 100 stories; and the claim is not idle.
        QFETCH(QString, name);
        QFETCH(double, most);
        const simulation::Summary own =
            accuracy::measure(*simulation::findRow(name.toStdString()), {}, 101, 200);
        qInfo("end %.4g, claim %.4g, outside %g", own.holdEnd, own.holdClaim, own.dishonest);
        QVERIFY(own.dishonest <= (name == QLatin1StringView("g1") ? 0.0351 : 0.0)); // METHOD.md has why
        m_dishonest += own.dishonest / 3;
        QVERIFY(m_dishonest <= 0.0101);
        QVERIFY(own.holdClaim < most * own.holdEnd);
    }

    void beatsAllAtTheSamePace()
    { // Poll fixed, the same traffic for everyone: the best of the others, in us (ACCURACY, same traffic for
      // all).
        const std::map<std::string, double> best{{"a1", 5.56}, {"a2", 22.8}, {"b", 209},  {"c", 537},
                                                 {"e1", 48.6}, {"e3", 357},  {"g2", 51.7}};
        for (const auto &[name, rms] : best)
            isBelowAtPoll(6, name, rms);
        isBelowAtPoll(4, "a2", 10.5);
    }

    void aQuickPollIsNotFooledByACongestion()
    { // So many samples from within it that a short memory would take them for the path.
        simulation::RowOptions options;
        options.minPoll = options.maxPoll = 4;
        QVERIFY(accuracy::measure(*simulation::findRow("c"), options, FirstSeed, 10).rms < 400);
    }

    void isTheSameStoryEveryTime()
    {
        const simulation::RowResult one = simulation::runRow(*simulation::findRow("b"), {});
        const simulation::RowResult again = simulation::runRow(*simulation::findRow("b"), {});
        QCOMPARE(one.rms, again.rms);
        QCOMPARE(one.requests, again.requests);
    }

    void isNotTunedToTheNoise_data()
    {
        QTest::addColumn<double>("jitter");
        QTest::addColumn<double>("delay");
        QTest::addColumn<double>("wander");
        QTest::newRow("jitter doubled") << 2.0 << 1.0 << 1.0;
        QTest::newRow("jitter halved") << 0.5 << 1.0 << 1.0;
        QTest::newRow("delay doubled") << 1.0 << 2.0 << 1.0;
        QTest::newRow("delay halved") << 1.0 << 0.5 << 1.0;
        QTest::newRow("wander doubled") << 1.0 << 1.0 << 2.0;
        QTest::newRow("wander halved") << 1.0 << 1.0 << 0.5;
    }

    void isNotTunedToTheNoise()
    { // Elsewhere, and on other seeds: still better than a plain RFC 5905 discipline.
        QFETCH(double, jitter);
        QFETCH(double, delay);
        QFETCH(double, wander);
        for (const simulation::Row &original : simulation::rows()) {
            const std::string name(original.name);
            simulation::Row row = original;
            row.jitter *= jitter;
            row.delay *= delay;
            row.wander *= wander;
            simulation::RowOptions plain;
            plain.discipline.method = engine::DisciplineMethod::Rfc5905;
            const std::uint32_t seeds = CrystalDecides.count(name) > 0 ? Seeds : PerturbedSeeds;
            const double own = accuracy::measure(row, {}, OtherSeeds, seeds).rms;
            const double theirs = accuracy::measure(row, plain, OtherSeeds, seeds).rms;
            QVERIFY2(own < theirs, qPrintable(QStringLiteral("%1: %2 us, plain %3 us")
                                                  .arg(QString::fromStdString(name))
                                                  .arg(own)
                                                  .arg(theirs)));
        }
    }

private:
    // Measured when it is asked for first: each test may run alone.
    const simulation::Summary &ownOf(const std::string &name)
    {
        const auto known = m_own.find(name);
        if (known != m_own.end())
            return known->second;
        return m_own[name] = accuracy::measure(*simulation::findRow(name), {}, FirstSeed, Seeds);
    }

    void isBelowAtPoll(int poll, const std::string &name, double best)
    {
        simulation::RowOptions options;
        options.minPoll = options.maxPoll = poll;
        const double own = accuracy::measure(*simulation::findRow(name), options, FirstSeed, Seeds).rms;
        QVERIFY2(own < best,
                 qPrintable(QStringLiteral("%1: %2 us").arg(QString::fromStdString(name)).arg(own)));
    }

    std::map<std::string, simulation::Summary> m_own;
    std::map<std::string, accuracy::Peers> m_peers;
    double m_dishonest = 0;
};

QTEST_APPLESS_MAIN(AccuracyTest)
#include "tst_accuracy.moc"
