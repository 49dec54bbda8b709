// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/history.h"
#include "tests/unit/monitor/storedhistory.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

// Why it failed, "" if it did not.
QString why(const Result<void> &result)
{
    return result ? QString() : QString::fromStdString(result.error().arguments.back());
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void whatIsWrittenIsReadAgain();
    void targetsAndSourcesAreKeptApart();
    void columnsStandForWhatIsNotLoaded();
    void oldIsForgottenAndItsColumnsStay();
    void sizeIsKeptWithinItsLimit();
    void clockSetBackLosesNothing();
    void unreadableFileIsSetAside_data();
    void unreadableFileIsSetAside();
    void fullDiskIsToldAndNothingOldIsLost();
    void historySurvivesARestart();
    void secondWindowReadsAndLeavesTheWritingToTheFirst();
    void loadedSampleIsNotKeptAgain();
    void everyQuantityComesBack();
    void firstVersionIsUpgraded();
    void columnsComeWithoutTheSamples();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"history.sqlite"_s); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

void TestHistory::whatIsWrittenIsReadAgain()
{
    init();
    {
        HistoryStore store(path());
        QVERIFY(store.open());
        QCOMPARE(why(store.write(run(0, 500))), QString());
    }
    HistoryStore store(path());
    const auto opened = store.open();
    QVERIFY(opened && opened->setAside.isEmpty());
    const Only source = only(store);
    QCOMPARE(source.key, u"ntp1"_s);
    QCOMPARE(source.name, u"ntp1 (192.0.2.1)"_s);
    QCOMPARE(source.offset.samples.size(), std::size_t{500});
    QCOMPARE(source.offset.samples[7], (Sample{Start + 28, 7, 0.5}));
    QCOMPARE(source.jitter.samples[7], (Sample{Start + 28, 0.7, 0}));
}

void TestHistory::targetsAndSourcesAreKeptApart()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    StoredSample other = sample(0, 9);
    other.target = u"elsewhere"_s;
    QVERIFY(store.write({sample(0, 1), sample(1, 2, u"ntp2"_s), other, sample(2, 3, {})}));
    QCOMPARE(sourcesOf(store, u"host"_s).size(), std::size_t{3});
    QCOMPARE(sourcesOf(store, u"elsewhere"_s).at(0).pasts[0].samples[0].value, 9.0);
    QVERIFY(sourcesOf(store, u"nowhere"_s).empty());
}

void TestHistory::columnsStandForWhatIsNotLoaded()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write(run(0, 5000))); // 20 000 s: 20 columns
    const Only source = only(store, 100);
    QCOMPARE(source.offset.samples.size(), std::size_t{100});
    QVERIFY(source.offset.columns.size() >= 18);
    std::size_t count = 0;
    double last = -1;
    for (const Column &column : source.offset.columns) {
        QVERIFY(column.lowest > last && column.highest >= column.lowest);
        QVERIFY(column.mean() >= column.lowest && column.mean() <= column.highest);
        last = column.highest;
        count += column.count;
    }
    QVERIFY(source.offset.columns.back().lastTime < source.offset.samples.front().time);
    QVERIFY(count + 100 <= 5000);
    QVERIFY(count + 100 + 256 >= 5000); // at most the one column that both would cover is left out
}

void TestHistory::oldIsForgottenAndItsColumnsStay()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write(run(0, 5000)));
    const Retention days{.rawSeconds = 4000, .seconds = 10'000, .bytes = 1 << 30};
    QVERIFY(store.trim(days, Start + 20'000));
    const Only source = only(store);
    QCOMPARE(source.offset.samples.size(), std::size_t{1000});
    QVERIFY(!source.offset.columns.empty());
    QVERIFY(source.offset.columns.front().firstTime >= Start + 10'000 - HistoryStore::ColumnWidth);
    QVERIFY(store.trim(days, Start + 1e6));
    QVERIFY(sourcesOf(store, u"host"_s).empty());
}

void TestHistory::sizeIsKeptWithinItsLimit()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write(run(0, 20'000)));
    const qint64 before = store.bytes();
    const Retention small{.rawSeconds = 1e9, .seconds = 1e9, .bytes = before / 2};
    QVERIFY(store.trim(small, Start + 80'000));
    QVERIFY(store.bytes() <= before / 2);
    const Only source = only(store);
    QVERIFY(!source.offset.samples.empty());
    QCOMPARE(source.offset.samples.back().value, 19'999.0); // the oldest went
}

void TestHistory::clockSetBackLosesNothing()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write({sample(1000, 1), sample(1004, 2), sample(500, 3), sample(1004, 4)}));
    const Only source = only(store);
    QCOMPARE(source.offset.samples.size(), std::size_t{4});
    QCOMPARE(source.offset.samples.front().value, 3.0);
    QCOMPARE(source.offset.samples.back().value, 4.0); // of one moment the later one stands last
}

void TestHistory::unreadableFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("this is no database, but long enough to look at\n").repeated(100);
    QTest::newRow("torn head") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x5a');
    QTest::newRow("torn inside") << QByteArray();
}

void TestHistory::unreadableFileIsSetAside()
{
    init();
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty()) {
        HistoryStore store(path());
        QVERIFY(store.open());
        QVERIFY(store.write(run(0, 5000)));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (bytes.isEmpty()) {
        file.seek(file.size() / 4);
        file.write(QByteArray(static_cast<int>(file.size() / 2), '\x5a'));
    } else {
        file.write(bytes);
    }
    file.close();
    HistoryStore store(path());
    const auto opened = store.open();
    QVERIFY(opened);
    QVERIFY(QFile::exists(opened->setAside));
    QVERIFY(store.write(run(0, 3)));
    QCOMPARE(only(store).offset.samples.size(), std::size_t{3});
}

void TestHistory::fullDiskIsToldAndNothingOldIsLost()
{
    init();
    if (::geteuid() != 0)
        QSKIP("a disk of its own needs root");
    const QString disk = m_folder->filePath(u"disk"_s);
    QDir().mkpath(disk);
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=512k"_s, u"none"_s, disk}) != 0)
        QSKIP("no disk can be mounted here");
    const auto unmount = qScopeGuard([&disk] { QProcess::execute(u"umount"_s, {disk}); });
    int written = 0;
    {
        HistoryStore store(disk + u"/history.sqlite"_s);
        QVERIFY(store.open());
        Result<void> result;
        for (int i = 0; result && i < 200; ++i) {
            result = store.write(run(100 * i, 100 * (i + 1)));
            written += result ? 100 : 0;
        }
        QVERIFY(!result);
        QVERIFY(result.error().failure == Failure::FileUnwritable);
        QVERIFY(written > 0);
    }
    HistoryStore store(disk + u"/history.sqlite"_s);
    const auto opened = store.open();
    QVERIFY2(opened, opened ? "" : opened.error().arguments.back().c_str());
    QVERIFY(opened->setAside.isEmpty());
    QCOMPARE(static_cast<int>(only(store).offset.samples.size()), written);
}

namespace {

std::vector<StoredSource> loaded(History &history)
{
    std::vector<StoredSource> found;
    QSignalSpy spy(&history, &History::loadedAll);
    const auto connection =
        QObject::connect(&history, &History::loaded, [&found](const QString &, const StoredSource &source) {
            if (!source.pasts[0].samples.empty()) // the second time, with its samples
                found.push_back(source);
        });
    history.load({});
    spy.wait();
    QObject::disconnect(connection);
    return found;
}

} // namespace

void TestHistory::historySurvivesARestart()
{
    init();
    {
        History history(path(), nullptr, Forever);
        history.keep({}, seen(0, 1));
        history.keep({}, seen(0, 1)); // seen again, not measured again
        history.keep({}, seen(4, 2));
    }
    History history(path(), nullptr, Forever);
    const auto sources = loaded(history);
    QCOMPARE(sources.size(), std::size_t{1});
    QCOMPARE(sources[0].pasts[0].samples.size(), std::size_t{2});
    QCOMPARE(sources[0].pasts[0].samples[1].value, 2.0);
}

void TestHistory::secondWindowReadsAndLeavesTheWritingToTheFirst()
{
    init();
    {
        History first(path(), nullptr, Forever);
        first.keep({}, seen(0, 1));
        QTRY_COMPARE(loaded(first).size(), std::size_t{1});
        {
            History second(path(), nullptr, Forever);
            QCOMPARE(loaded(second).size(), std::size_t{1});
            second.keep({}, seen(4, 2));
        }
        QCOMPARE(loaded(first)[0].pasts[0].samples.size(), std::size_t{1});
    }
    { // the first is gone: now it may
        History second(path(), nullptr, Forever);
        second.keep({}, seen(8, 3));
    }
    History third(path(), nullptr, Forever);
    QCOMPARE(loaded(third)[0].pasts[0].samples.size(), std::size_t{2});
}

void TestHistory::loadedSampleIsNotKeptAgain()
{
    init();
    {
        History history(path(), nullptr, Forever);
        history.keep({}, seen(0, 1));
    }
    {
        History history(path(), nullptr, Forever);
        QCOMPARE(loaded(history).size(), std::size_t{1});
        history.keep({}, seen(0, 1)); // as the charts have it back
    }
    History history(path(), nullptr, Forever);
    QCOMPARE(loaded(history)[0].pasts[0].samples.size(), std::size_t{1});
}

void TestHistory::everyQuantityComesBack()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    StoredSample full = sample(0, 1);
    for (std::size_t i = 0; i < QuantityCount; ++i)
        full.values[static_cast<Quantity>(i)] = double(i) + 0.5;
    QCOMPARE(why(store.write({full, sample(4, 2)})), QString());
    const auto sources = sourcesOf(store, u"host"_s);
    QCOMPARE(sources.size(), std::size_t{1});
    for (std::size_t i = 0; i < QuantityCount; ++i) {
        const auto &samples = sources[0].pasts[i].samples;
        QCOMPARE(samples.front().value, double(i) + 0.5);
        QCOMPARE(samples.size(), std::size_t{i < 2 ? 2U : 1U}); // what was not measured is no sample
    }
}

void TestHistory::firstVersionIsUpgraded()
{
    init();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery query(db);
        for (const char *text :
             {"CREATE TABLE series (id INTEGER PRIMARY KEY, target TEXT NOT NULL, source TEXT NOT NULL, name "
              "TEXT NOT NULL, UNIQUE (target, source))",
              "CREATE TABLE sample (number INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, at "
              "REAL NOT NULL, offset REAL NOT NULL, jitter REAL NOT NULL, error REAL NOT NULL)",
              "INSERT INTO series VALUES (1, 'host', 'ntp1', 'ntp1')",
              "INSERT INTO sample VALUES (1, 1, 1790000000, 0.25, 0.125, 0)", "PRAGMA user_version = 1"})
            QVERIFY2(query.exec(QString::fromLatin1(text)), text);
    }
    QSqlDatabase::removeDatabase(u"first"_s);
    HistoryStore store(path());
    const auto opened = store.open();
    QVERIFY(opened && opened->setAside.isEmpty());
    StoredSample later = sample(4, 2);
    later.values[Quantity::Delay] = 0.5;
    QCOMPARE(why(store.write({later})), QString());
    QCOMPARE(only(store).offset.samples.size(), std::size_t{2});
    QCOMPARE(only(store).offset.samples[0].value, 0.25);
    QCOMPARE(only(store).delay.samples.size(), std::size_t{1});
}

void TestHistory::columnsComeWithoutTheSamples()
{
    init();
    HistoryStore store(path());
    QVERIFY(store.open());
    QVERIFY(store.write(run(0, 5000)));
    std::vector<StoredSource> sources;
    QVERIFY(store.loadColumns(u"host"_s, [&](StoredSource source) { sources.push_back(std::move(source)); }));
    QVERIFY(only(sources).offset.samples.empty());
    std::size_t count = 0;
    for (const Column &column : only(sources).offset.columns)
        count += column.count;
    QCOMPARE(count, std::size_t{5000});
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
