// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/program.h"

#include "core/monitor/historystore.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace noonmark;
using namespace Qt::Literals::StringLiterals;

class TestCtlHistory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void importsAndExports()
    {
        const QString stats = write(u"loopstats"_s, "60000 0.5 0.25 -3.5 0.125 0.01 6\nnonsense\n"
                                                    "60000 16.5 0.5 -3.5 0.125 0.01 6\n");
        const Outcome first = run({u"history"_s, u"import"_s, stats, u"--target"_s, u"ntp9"_s, u"--json"_s});
        QCOMPARE(first.status, 0);
        QCOMPARE(first.json()[u"added"_s].toInt(), 2);
        QCOMPARE(first.json()[u"strange"_s].toInt(), 1);
        const Outcome again = run({u"history"_s, u"import"_s, stats, u"--target"_s, u"ntp9"_s});
        QCOMPARE(again.status, 0);
        QVERIFY(again.out.startsWith(u"0 measurements taken in, 2 were known already"_s));
        const Outcome screen = run({u"history"_s, u"export"_s});
        QCOMPARE(screen.status, 0);
        QCOMPARE(screen.lines().size(), 3);
        QVERIFY(screen.lines()[1].contains(u"\"ntp9\",\"\",0.25,0.125,,,,,-3.5,0"_s));
        QCOMPARE(run({u"history"_s, u"export"_s, u"--target"_s, u"other"_s}).status, 1);
        QCOMPARE(run({u"history"_s, u"export"_s, u"--since"_s, u"1d"_s}).status, 1);
        const QString file = m_folder->filePath(u"out.csv"_s);
        QCOMPARE(run({u"history"_s, u"export"_s, file}).status, 0);
        QFile out(file);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(out.readAll()), screen.out);
    }

    void tellsWhatIsWrong()
    {
        QCOMPARE(run({u"journal"_s}).status, 2); // no file, and looking makes none
        QVERIFY(!QFile::exists(database()));
        QCOMPARE(run({u"history"_s}).status, 2);
        QCOMPARE(run({u"history"_s, u"import"_s}).status, 2);
        QCOMPARE(run({u"history"_s, u"import"_s, u"/nowhere"_s}).status, 2);
        QCOMPARE(run({u"history"_s, u"export"_s, u"--since"_s, u"yesterday"_s}).status, 2);
        for (const QStringList &words : {QStringList{u"history"_s, u"--json"_s}, {u"history"_s, u"import"_s, u"--json"_s},
                                         {u"history"_s, u"--nonsense"_s, u"--json"_s}}) {
            const Outcome outcome = run(words);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(!outcome.json()[u"error"_s].toString().isEmpty(), qPrintable(words.join(u' ')));
        }
        QCOMPARE(run({u"journal"_s, u"--topic"_s, u"nothing"_s}).status, 2);
    }

    void printsTheJournal()
    {
        {
            monitor::HistoryStore store(database());
            QVERIFY(store.open());
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            monitor::JournalEntry step{.unixMilliseconds = now - 86'400'000 * 3};
            step.event.kind = engine::EventKind::ClockStep;
            step.event.value = 3.5;
            QVERIFY(store.writeEntries({step,
                                        {.unixMilliseconds = now - 1000,
                                         .target = u"ntp9"_s,
                                         .kind = monitor::JournalKind::TargetAnswers}}));
        }
        const Outcome all = run({u"journal"_s});
        QCOMPARE(all.status, 0);
        QCOMPARE(all.lines().size(), 2);
        QVERIFY(all.lines()[0].contains(u"stepped by +3.500"_s));
        QVERIFY(all.lines()[1].contains(u"[ntp9] The daemon answers."_s));
        QCOMPARE(run({u"journal"_s, u"--since"_s, u"1d"_s}).lines().size(), 1);
        QCOMPARE(run({u"journal"_s, u"--last"_s, u"1"_s}).lines().size(), 1);
        QCOMPARE(run({u"journal"_s, u"--target"_s, u"ntp9"_s}).lines().size(), 1);
        const Outcome clock = run({u"journal"_s, u"--topic"_s, u"clock"_s, u"--json"_s});
        const QJsonObject entry = clock.json()[u"entries"_s].toArray().at(0).toObject();
        QCOMPARE(entry[u"event"_s].toObject()[u"kind"_s].toString(), u"clock-step"_s);
        QCOMPARE(entry[u"topic"_s].toString(), u"clock"_s);
        QVERIFY(!entry[u"message"_s].toString().isEmpty());
        const Outcome chinese = noonmarkctl({u"journal"_s, u"--database"_s, database(), u"--lang=zh_CN"_s});
        QVERIFY(chinese.out != all.out);
    }

    // Wrong words are answered with the right ones.
    void saysWhatItWants()
    {
        const Outcome journal = run({u"journal"_s, u"--since"_s, u"foo"_s});
        QCOMPARE(journal.status, 2);
        QVERIFY2(journal.err.contains(u"--since foo; it wants 30m"_s), qPrintable(journal.err));
        QVERIFY(run({u"journal"_s, u"--topic"_s, u"x"_s}).err.contains(u"clock, sources"_s));
        const Outcome help = run({u"history"_s, u"--help"_s});
        QVERIFY2(help.out.contains(u"] import FILE... | export [FILE]\n"_s), qPrintable(help.out));
        QVERIFY(noonmarkctl({u"history"_s, u"--help"_s, u"--lang"_s, u"xx"_s}).err.contains(u"--lang xx"_s));
        QVERIFY(noonmarkctl({u"history"_s, u"--help"_s, u"--lang"_s, u"zh"_s}).err.isEmpty());
        const Outcome chinese = noonmarkctl({u"check"_s, u"/nowhere"_s, u"--lang"_s, u"zh_CN"_s});
        QVERIFY2(!chinese.err.contains(u"No such file"_s), qPrintable(chinese.err)); // the kernel's words, too
    }

private:
    [[nodiscard]] QString database() const { return m_folder->filePath(u"history.sqlite"_s); }
    [[nodiscard]] Outcome run(const QStringList &words) const
    {
        return noonmarkctl(words + QStringList{u"--database"_s, database(), u"--lang=en"_s});
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCtlHistory)
#include "tst_ctlhistory.moc"
