// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/appending.h"
#include "core/system/statisticsfiles.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace noonmark;
using namespace noonmark::system;

namespace {

constexpr std::int64_t Noon = 1'795'176'000; // 2026-11-20 12:00 UTC
constexpr std::int64_t Day = 86'400;

struct Told
{
    QString path;
    bool isGood = false;
};

} // namespace

class StatisticsFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_told.clear();
        m_plan = {};
        m_plan.prefix = m_folder->path().toStdString() + '/';
        m_plan.of(Statistic::Loop).isEnabled = true;
    }

    void namesGenerations_data()
    {
        QTest::addColumn<int>("every");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *tag, Generation every, const QString &name) {
            QTest::newRow(tag) << static_cast<int>(every) << name;
        };
        row("none", Generation::None, QStringLiteral("loopstats"));
        row("pid", Generation::Pid, QStringLiteral("loopstats.#%1").arg(getpid()));
        row("day", Generation::Day, QStringLiteral("loopstats.20261120"));
        row("week", Generation::Week, QStringLiteral("loopstats.2026w47"));
        row("month", Generation::Month, QStringLiteral("loopstats.202611"));
        row("year", Generation::Year, QStringLiteral("loopstats.2026"));
        row("age", Generation::Age, QStringLiteral("loopstats.a00086400"));
    }
    void namesGenerations()
    {
        QFETCH(int, every);
        QFETCH(QString, name);
        const StatisticsFile file{"loopstats", static_cast<Generation>(every)};
        QCOMPARE(QString::fromStdString(StatisticsFiles::generationName(file, Noon, Day + 5)), name);
    }

    void beginsANewFileAtMidnightAndLinksIt()
    {
        auto files = made();
        files->write(Statistic::Loop, Noon, "one");
        QCOMPARE(read("loopstats"), QByteArray("one\n"));
        files->write(Statistic::Loop, Noon + Day, "two");
        QCOMPARE(read("loopstats.20261120"), QByteArray("one\n"));
        QCOMPARE(read("loopstats.20261121"), QByteArray("two\n"));
        QCOMPARE(read("loopstats"), QByteArray("two\n"));
    }

    void keepsAFileThatStandsInTheLinksPlace()
    {
        QFile file(path("loopstats"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("of an administrator");
        file.close();
        made()->write(Statistic::Loop, Noon, "one");
        QCOMPARE(read("loopstats"), QByteArray("one\n"));
        const QStringList kept = QDir(m_folder->path()).entryList({QStringLiteral("loopstats.*C0")});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(read(kept.front().toUtf8()), QByteArray("of an administrator"));
    }

    void writesWhatIsEnabledOnly()
    {
        auto files = made();
        files->write(Statistic::Peer, Noon, "no");
        m_plan.isEnabled = false;
        files->follow(m_plan);
        files->write(Statistic::Loop, Noon, "no");
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void doesNotWriteThroughALink()
    { // CVE-2020-14367
        const QString victim = m_folder->filePath(QStringLiteral("passwd"));
        QVERIFY(QFile(victim).open(QIODevice::WriteOnly));
        m_plan.of(Statistic::Loop).every = Generation::None;
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::permissions(m_folder->path()) | QFile::WriteOther));
        QVERIFY(QFile::link(victim, m_folder->filePath(QStringLiteral("loopstats"))));
        auto files = made();
        files->write(Statistic::Loop, Noon, "line");
        QCOMPARE(QFileInfo(victim).size(), 0);
        QCOMPARE(m_told.size(), std::size_t(1));
        QVERIFY(!m_told.front().isGood);
    }

    void followsALinkThatOnlyRootCanHaveLaid()
    {
        const int descriptor = openToAppend("/dev/stdout"); // a link to what this test writes to
        QVERIFY(descriptor >= 0);
        ::close(descriptor);
    }

    void followsALogRotator()
    {
        m_plan.of(Statistic::Loop).every = Generation::None;
        auto files = made();
        files->write(Statistic::Loop, Noon, "old");
        QVERIFY(QFile::rename(path("loopstats"), path("loopstats.1")));
        files->write(Statistic::Loop, Noon, "old too");
        files->reopen();
        files->write(Statistic::Loop, Noon, "new");
        QCOMPARE(read("loopstats.1"), QByteArray("old\nold too\n"));
        QCOMPARE(read("loopstats"), QByteArray("new\n"));
    }

    void tellsOnceOfAFolderThatIsGoneAndWritesWhenItIsBack()
    {
        m_plan.prefix += "deeper/";
        auto files = made();
        for (int i = 0; i < 5; ++i)
            files->write(Statistic::Loop, Noon + i, "lost");
        QCOMPARE(m_told.size(), 1);
        QVERIFY(!m_told.front().isGood);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("deeper")));
        files->write(Statistic::Loop, Noon + 9, "kept");
        QCOMPARE(m_told.size(), 2);
        QVERIFY(m_told.back().isGood);
        QCOMPARE(read("deeper/loopstats"), QByteArray("kept\n"));
    }

    void triesBeforeThereAreLines()
    {
        auto files = made();
        files->tryAll(Noon);
        QVERIFY(m_told.isEmpty());
        QCOMPARE(read("loopstats"), QByteArray());
        m_plan.prefix += "none/";
        files->follow(m_plan);
        files->tryAll(Noon);
        QCOMPARE(m_told.size(), 1);
        QVERIFY(!m_told.front().isGood);
        files->write(Statistic::Loop, Noon, "lost"); // not told again
        QCOMPARE(m_told.size(), 1);
    }

    void tellsOnceOfAFullDisk()
    { // /dev/full is a disk without a free byte.
        m_plan.prefix = "/dev/";
        m_plan.of(Statistic::Loop) = {"full", Generation::None, false, true};
        auto files = made();
        for (int i = 0; i < 5; ++i)
            files->write(Statistic::Loop, Noon + i, "lost");
        files->reopen(); // at SIGHUP
        files->tryAll(Noon);
        files->write(Statistic::Loop, Noon, "lost");
        QCOMPARE(m_told.size(), 1);
        QVERIFY(!m_told.front().isGood);
    }

private:
    std::unique_ptr<StatisticsFiles> made()
    {
        auto files = std::make_unique<StatisticsFiles>(
            [this](Statistic, const std::string &path, const Result<void> &state) {
                m_told.push_back({QString::fromStdString(path), state.has_value()});
            });
        files->follow(m_plan);
        return files;
    }
    [[nodiscard]] QString path(const QByteArray &name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] QByteArray read(const QByteArray &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    StatisticsPlan m_plan;
    QList<Told> m_told;
};

QTEST_APPLESS_MAIN(StatisticsFilesTest)
#include "tst_statisticsfiles.moc"
