// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/history.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double Start = 1'790'000'000;
constexpr Retention Forever{.rawSeconds = 1e12, .seconds = 1e12, .bytes = 1 << 30};

StoredSample sample(double time, double value, const QString &source = u"ntp1"_s)
{
    StoredSample result{u"host"_s, source, u"ntp1 (192.0.2.1)"_s, Start + time, {}, 0.5};
    result.values[Quantity::Offset] = value;
    result.values[Quantity::Jitter] = value / 10;
    return result;
}

} // namespace

// What goes into the history from elsewhere and out of it again: the journal, ntpd's statistics, CSV.
class TestHistoryFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void journalSurvivesARestart();
    void journalIsBounded();
    void statisticsLinesAreRead_data();
    void statisticsLinesAreRead();
    void statisticsFilesAreImportedOnce();
    void exportsCommaSeparatedValues();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHistoryFiles::journalSurvivesARestart()
{
    JournalEntry step{.unixMilliseconds = 1000, .target = u"host"_s};
    step.event.kind = engine::EventKind::ClockStep;
    step.event.source = "ntp1";
    step.event.value = 3.5;
    const JournalEntry mode{
        .unixMilliseconds = 2000, .kind = JournalKind::ModeSwitched, .mode = config::SourceMode::Isolated};
    const JournalEntry silent{.unixMilliseconds = 3000,
                              .target = u"host"_s,
                              .kind = JournalKind::TargetSilent,
                              .trouble = {Failure::QueriesForbidden, {"host", "192.0.2.7"}}};
    const JournalEntry applied{
        .unixMilliseconds = 4000, .kind = JournalKind::Applied, .detail = u"/etc/\"ntp\".conf"_s, .count = 7};
    {
        History history(path(), nullptr, Forever);
        for (const JournalEntry &entry : {step, mode, silent, applied})
            history.keep(entry);
    }
    History history(path(), nullptr, Forever);
    std::vector<JournalEntry> found;
    connect(&history, &History::journalLoaded,
            [&found](const std::vector<JournalEntry> &entries) { found = entries; });
    history.loadJournal();
    QTRY_COMPARE(found.size(), std::size_t{4});
    QVERIFY(found[0].number < found[1].number && found[3].number < Journal::FirstOfRun);
    QCOMPARE(found[0].event, step.event);
    QCOMPARE(found[0].target, step.target);
    QCOMPARE(found[0].unixMilliseconds, qint64{1000});
    QCOMPARE(found[1].mode, config::SourceMode::Isolated);
    QCOMPARE(found[2].trouble, silent.trouble);
    QCOMPARE(found[3].detail, applied.detail);
    QCOMPARE(found[3].count, 7);
}

void TestHistoryFiles::journalIsBounded()
{
    HistoryStore store(path());
    QVERIFY(store.open());
    std::vector<JournalEntry> entries;
    for (int i = 0; i < 300; ++i)
        entries.push_back({.unixMilliseconds = i, .kind = JournalKind::Edited, .detail = QString::number(i)});
    QVERIFY(store.writeEntries(entries));
    QCOMPARE(store.loadEntries(20)->size(), std::size_t{20});
    QCOMPARE(store.loadEntries(20)->back().detail, u"299"_s);
    Retention few = Forever;
    few.entries = 50;
    QVERIFY(store.trim(few, 1));
    QCOMPARE(store.loadEntries(1000)->size(), std::size_t{50});
    QCOMPARE(store.loadEntries(1000)->front().detail, u"250"_s);
}

void TestHistoryFiles::statisticsLinesAreRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("source"); // "-": refused
    QTest::addColumn<double>("offset");
    const auto row = [](const char *name, const char *line, const char *source, double offset) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(source) << offset;
    };
    row("loop", "50935 75440.031 0.000006019 13.778190 0.000351733 0.0133806 6", "", 0.000006019);
    row("loop, negative", "60000 0.5 -0.250000000 -3.1 0.001 0.002 10\n", "", -0.25);
    row("peer", "48773 10847.650 127.127.4.1 9714 -0.001605376 0.000000000 0.001424877 0.000958674",
        "127.127.4.1", -0.001605376);
    row("peer, v6", "60000 1 2001:db8::1 961a 0.5 0.25 0.125 0.0625", "2001:db8::1", 0.5);
    row("peer, clock of ntpsec", "60000 1 SHM(0) 961a 0.5 0.25 0.125 0.0625", "SHM(0)", 0.5);
    row("clockstats", "49213 525.624 127.127.4.1 93 226 00:08:29.606 D", "-", 0);
    row("short", "60000 1 0.5", "-", 0);
    row("no date", "60000 99999 0.5 0.1 0.1 0.1 6", "-", 0);
    row("no number", "60000 1 nan nan nan nan 6", "-", 0);
    row("empty", "", "-", 0);
}

void TestHistoryFiles::statisticsLinesAreRead()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, source);
    QFETCH(const double, offset);
    const auto sample = readStatisticsLine(line.toStdString());
    QCOMPARE(sample.has_value(), source != u"-"_s);
    if (!sample)
        return;
    QCOMPARE(sample->source, source);
    QCOMPARE(sample->values[Quantity::Offset], offset);
    QCOMPARE(std::isnan(sample->values[Quantity::Frequency]), !source.isEmpty());
}

void TestHistoryFiles::statisticsFilesAreImportedOnce()
{
    const QString file = m_folder->filePath(u"peerstats"_s);
    QFile stats(file);
    QVERIFY(stats.open(QIODevice::WriteOnly));
    stats.write("# a comment\n\n");
    for (int i = 0; i < 9000; ++i)
        stats.write("60000 " + QByteArray::number(i) + ".5 192.0.2.1 961a 0.001 0.002 0.003 0.004\n");
    stats.write("torn li");
    stats.close();
    HistoryStore store(path());
    QVERIFY(store.open());
    const auto first = importStatistics(store, u"host"_s, file);
    QVERIFY(first);
    QCOMPARE(*first, (Imported{9000, 0, 1}));
    QCOMPARE(*importStatistics(store, u"host"_s, file), (Imported{0, 9000, 1}));
    std::vector<StoredSource> sources;
    QVERIFY(store.load(u"host"_s, 100'000,
                       [&sources](StoredSource source) { sources.push_back(std::move(source)); }));
    QCOMPARE(sources.size(), std::size_t{1});
    QCOMPARE(sources[0].key, u"192.0.2.1"_s);
    QCOMPARE(sources[0].pasts[0].samples.size(), std::size_t{9000});
    QCOMPARE(sources[0].pasts[0].samples.front().time, (60000.0 - 40587) * 86400 + 0.5);
    QVERIFY(!importStatistics(store, u"host"_s, u"/nowhere/at/all"_s));
}

void TestHistoryFiles::exportsCommaSeparatedValues()
{
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write({sample(0, 0.5), sample(4, 0.25, u"=evil,\"name\""_s), sample(8, 1)}));
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const auto rows = exportCsv(store, {.target = u"host"_s, .from = Start, .to = Start + 4}, out);
    QVERIFY(rows);
    QCOMPARE(*rows, qint64{2});
    const QList<QByteArray> lines = out.data().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1],
             QByteArray("2026-09-21T14:13:20.000Z,1790000000.000,\"host\",\"ntp1\",0.5,0.05,,,,,,0.5"));
    QVERIFY(lines[2].contains("\"'=evil,\"\"name\"\"\""));
    QCOMPARE(*exportCsv(store, {.target = u"other"_s}, out), qint64{0});
    QCOMPARE(*exportCsv(store, {}, out), qint64{3});
}

QTEST_GUILESS_MAIN(TestHistoryFiles)
#include "tst_historyfiles.moc"
