// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/history.h"
#include "tests/unit/monitor/storedhistory.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SideBySide = 20;
constexpr int Beat = 20; // ms between two samples
// What History promises: a second in which it gathers. Its timer is a coarse one, and the commit takes its
// time.
constexpr qint64 MayBeLost = 1300; // ms
constexpr int OldSamples = 3000;

qint64 milliseconds() // of a clock that both programs read
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Keeps what is of `Start` and later, whatever day it is.
Retention sinceStart()
{
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    return {.rawSeconds = now - Start + 1000, .seconds = 1e12, .bytes = 1 << 30};
}

void say(int number)
{
    std::printf("%d %lld\n", number, static_cast<long long>(milliseconds()));
    std::fflush(stdout);
}

// What a killed window did: numbered samples come one after the other, each is told when it is handed over.
int keepForEver(const QString &path, int first)
{
    History history(path, nullptr, sinceStart());
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    int number = first;
    QObject::connect(&beat, &QTimer::timeout, [&history, &number] {
        history.keep({}, seen(number, number));
        say(number++);
    });
    beat.start(Beat);
    return QCoreApplication::exec();
}

// What a killed program did: commits one sample after the other, and says after each that it is safe.
int writeForEver(const QString &path)
{
    HistoryStore store(path);
    if (!store.open())
        return 1;
    for (auto number = static_cast<int>(only(store).offset.samples.size());; ++number) {
        if (!store.write(run(number, number + 1)))
            return 1;
        say(number);
    }
}

struct Told
{
    int number = 0;
    qint64 at = 0;
};

std::vector<Told> toldIn(const QByteArray &output)
{
    std::vector<Told> all;
    QList<QByteArray> lines = output.split('\n');
    lines.removeLast(); // what follows the last end of a line was cut
    for (const QByteArray &line : lines)
        all.push_back({line.split(' ').at(0).toInt(), line.split(' ').at(1).toLongLong()});
    return all;
}

bool isUnbroken(const std::vector<Sample> &samples)
{
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (samples[i].value != double(i))
            return false;
    return true;
}

// One file, and the windows that are killed over it one after the other.
class Victim
{
public:
    explicit Victim(QString path)
        : m_path(std::move(path))
    {}

    // The first window finds no file, the second what was left, the third also what is old enough to be
    // forgotten.
    bool prepare(int round)
    {
        if (round % 3 == 0) {
            for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
                QFile::remove(m_path + end);
            m_found = 0;
        }
        if (round % 3 != 2)
            return true;
        std::vector<StoredSample> old;
        for (int i = 0; i < OldSamples; ++i)
            old.push_back({{}, u"old"_s, u"old"_s, Start - 1e6 + i, {}, 0.5});
        for (StoredSample &sample : old)
            sample.values[Quantity::Offset] = 1;
        HistoryStore store(m_path);
        return store.open() && store.import(old);
    }

    // A third dies while it opens the file, a third around the first commit and what is forgotten then, the
    // others at any moment.
    void start(QRandomGenerator &random)
    {
        m_process = std::make_unique<QProcess>();
        m_killed = 0;
        const quint32 kind = random.bounded(3U);
        const int wait = kind == 0   ? random.bounded(200)
                         : kind == 1 ? random.bounded(900, 1300)
                                     : random.bounded(2500);
        const auto kill = [this, wait] {
            if (!std::exchange(m_isDoomed, true))
                QTimer::singleShot(wait, Qt::PreciseTimer, m_process.get(), [this] {
                    m_killed = milliseconds();
                    m_process->kill();
                });
        };
        m_isDoomed = false;
        if (kind == 0)
            QObject::connect(m_process.get(), &QProcess::started, kill);
        else
            QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, kill);
        m_process->start(QCoreApplication::applicationFilePath(),
                         {u"--keep"_s, m_path, QString::number(m_found)});
    }
    [[nodiscard]] bool isDead() const { return m_killed != 0 && m_process->state() == QProcess::NotRunning; }

    // What is wrong with the file that the dead one left; "" = nothing.
    QString trouble()
    {
        const std::vector<Told> told = toldIn(m_process->readAllStandardOutput());
        HistoryStore store(m_path);
        const auto opened = store.open();
        if (!opened || !opened->setAside.isEmpty())
            return u"the file cannot be read"_s;
        std::vector<Sample> samples;
        std::size_t old = 0;
        for (const StoredSource &source : sourcesOf(store, {}))
            if (source.key.isEmpty())
                samples = source.pasts[0].samples;
            else
                old = source.pasts[0].samples.size();
        const auto count = static_cast<int>(samples.size());
        if (!isUnbroken(samples))
            return u"a sample is missing in between"_s;
        if (count < m_found)
            return u"%1 samples were there before, now %2"_s.arg(m_found).arg(count);
        if (old != 0 && old != OldSamples)
            return u"half of what is old was forgotten"_s;
        m_wasCommitted = count > m_found;
        m_found = count;
        return lossOf(told);
    }
    [[nodiscard]] qint64 oldestLost() const { return m_oldestLost; }
    [[nodiscard]] bool wasCommitted() const { return m_wasCommitted; }

private:
    // A machine that is loaded calls a program late: the longest silence of this one is granted to it.
    QString lossOf(const std::vector<Told> &told)
    {
        qint64 silence = 0;
        for (std::size_t i = 0; i < told.size(); ++i)
            silence =
                std::max(silence, (i + 1 < told.size() ? told[i + 1].at : m_killed) - told[i].at - Beat);
        m_oldestLost = 0;
        for (const Told &one : told)
            if (one.number >= m_found)
                m_oldestLost = std::max(m_oldestLost, m_killed - one.at);
        return m_oldestLost <= MayBeLost + silence
                   ? QString()
                   : u"a sample is lost that was handed over %1 ms before (longest silence %2 ms)"_s
                         .arg(m_oldestLost)
                         .arg(silence);
    }

    QString m_path;
    std::unique_ptr<QProcess> m_process;
    bool m_isDoomed = false;
    qint64 m_killed = 0;
    int m_found = 0;
    qint64 m_oldestLost = 0;
    bool m_wasCommitted = false;
};

// NOONMARK_SEED repeats the moments of another run, as far as the machine does.
QRandomGenerator seeded()
{
    bool isSet = false;
    const auto wish = static_cast<quint32>(qEnvironmentVariable("NOONMARK_SEED").toULongLong(&isSet));
    const quint32 seed = isSet ? wish : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return QRandomGenerator(seed);
}

} // namespace

class TestHistoryKilled : public QObject
{
    Q_OBJECT

private slots:
    void losesTheLastSecondAtMost();
    void losesNothingThatWasCommitted();
};

// NOONMARK_KILLS: so many, instead of 200.
void TestHistoryKilled::losesTheLastSecondAtMost()
{
    bool isSet = false;
    const int wish = qEnvironmentVariableIntValue("NOONMARK_KILLS", &isSet);
    const int rounds = isSet ? (wish + SideBySide - 1) / SideBySide : 10;
    // In memory: a kill leaves there what it leaves on a disk, and a disk that others keep busy makes no
    // commit late.
    QTemporaryDir folder(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm/noonmark-XXXXXX"_s : QString());
    QRandomGenerator random = seeded();
    std::vector<Victim> victims;
    for (int i = 0; i < SideBySide; ++i)
        victims.emplace_back(folder.filePath(u"%1.sqlite"_s.arg(i)));
    qint64 oldestLost = 0;
    qsizetype committed = 0;
    for (int round = 0; round < rounds; ++round) {
        for (Victim &victim : victims) {
            QVERIFY(victim.prepare(round));
            victim.start(random);
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(victims, &Victim::isDead), 60'000);
        for (Victim &victim : victims) {
            const QString trouble = victim.trouble();
            QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
            oldestLost = std::max(oldestLost, victim.oldestLost());
        }
        committed += std::ranges::count_if(victims, &Victim::wasCommitted);
    }
    qInfo("%d killed, %lld of them before a first commit; the oldest sample that was lost: %lld ms",
          rounds * SideBySide, static_cast<long long>(rounds * SideBySide - committed),
          static_cast<long long>(oldestLost));
    QVERIFY2(committed >= rounds && committed <= (SideBySide - 1) * rounds,
             "kills on both sides of a commit");
}

void TestHistoryKilled::losesNothingThatWasCommitted()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    QRandomGenerator random = seeded();
    for (int round = 0; round < 20; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
        QVERIFY(writer.waitForReadyRead());
        QTest::qSleep(random.bounded(30));
        writer.kill();
        writer.waitForFinished();
        const std::vector<Told> told = toldIn(writer.readAllStandardOutput());
        HistoryStore store(path);
        const auto opened = store.open();
        QVERIFY(opened && opened->setAside.isEmpty());
        const auto samples = only(store).offset.samples;
        QVERIFY(!told.empty());
        QVERIFY2(static_cast<int>(samples.size()) > told.back().number, "a finished sample is gone");
        QVERIFY(isUnbroken(samples));
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--write")
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    if (argc == 4 && QByteArrayView(argv[1]) == "--keep")
        return keepForEver(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    TestHistoryKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historykilled.moc"
