// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/journal.h"
#include "core/monitor/targets.h"
#include "core/wording/wording.h"

#include <QSignalSpy>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;

namespace {

class ScriptedTarget : public Target
{
public:
    explicit ScriptedTarget(bool builtIn)
        : m_builtIn(builtIn)
    {}
    [[nodiscard]] QString address() const override { return u"ntp9.example"_s; }
    [[nodiscard]] bool isBuiltIn() const override { return m_builtIn; }
    void start() override {}
    void stop() override {}
    void applyConfiguration(const QByteArray & /*ntpConf*/) override {}

private:
    bool m_builtIn;
};

Frame answer(qint64 at, double uptime)
{
    Frame frame;
    frame.unixMilliseconds = at;
    frame.answered = true;
    frame.snapshot.uptime = uptime;
    return frame;
}

Frame silence(qint64 at, Failure why)
{
    Frame frame;
    frame.unixMilliseconds = at;
    frame.trouble = Error{why, {"ntp9.example"}};
    return frame;
}

QString kindsOf(const Journal &journal)
{
    QString kinds;
    for (const JournalEntry &entry : journal.entries())
        kinds += QLatin1Char("EASoetma"[static_cast<int>(entry.kind)]);
    return kinds;
}

// The engine inside and one host, with a journal that follows both.
struct Rig
{
    Rig()
    {
        auto host = std::make_unique<ScriptedTarget>(false);
        remote = host.get();
        journal.follow(targets);
        targets.watch(std::move(host));
    }

    ScriptedTarget own{true};
    Targets targets{own};
    Journal journal{nullptr, 100};
    ScriptedTarget *remote = nullptr;
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void entriesAreNumberedAndDated();
    void oldestGoesWhenItIsFull();
    void numbersGoOnWhenTheClockIsSetBack();
    void eventsOfTheOwnEngineAreKept();
    void earlierEntriesGoBeforeAndNeverPushOutLaterOnes();
    void silenceIsToldOnceAndItsEnd();
    void anotherReasonForSilenceIsToldToo();
    void changesOfAHostAreFoundAcrossASilence();
    void ownEngineIsNotCompared();
    void sentences_data();
    void sentences();
};

void TestJournal::entriesAreNumberedAndDated()
{
    Journal journal;
    const QSignalSpy added(&journal, &Journal::added);
    journal.add({.kind = JournalKind::Edited});
    journal.add({.unixMilliseconds = 7, .kind = JournalKind::Edited});
    QCOMPARE(journal.entries()[0].number, Journal::FirstOfRun + 1);
    QCOMPARE(journal.entries()[1].number, Journal::FirstOfRun + 2);
    QVERIFY(journal.entries()[0].unixMilliseconds > 1'600'000'000'000);
    QCOMPARE(journal.entries()[1].unixMilliseconds, qint64{7});
    QCOMPARE(added.count(), 2);
}

void TestJournal::oldestGoesWhenItIsFull()
{
    Journal journal(nullptr, 3);
    const QSignalSpy gone(&journal, &Journal::oldestGone);
    for (int i = 0; i < 5; ++i)
        journal.add({.kind = JournalKind::Edited});
    QCOMPARE(journal.entries().size(), std::size_t{3});
    QCOMPARE(journal.entries().front().number, Journal::FirstOfRun + 3);
    QCOMPARE(gone.count(), 2);
}

void TestJournal::numbersGoOnWhenTheClockIsSetBack()
{
    Journal journal;
    journal.add({.unixMilliseconds = 1000});
    journal.add({.unixMilliseconds = 10});
    QCOMPARE(journal.entries()[1].number, Journal::FirstOfRun + 2);
    QCOMPARE(journal.entries()[1].unixMilliseconds, qint64{10});
}

void TestJournal::eventsOfTheOwnEngineAreKept()
{
    Rig rig;
    engine::Event event;
    event.kind = engine::EventKind::PanicStop;
    event.value = 0.5;
    emit rig.own.eventHappened(event);
    QCOMPARE(kindsOf(rig.journal), u"E"_s);
    QVERIFY(rig.journal.entries()[0].event == event);
    QCOMPARE(rig.journal.entries()[0].target, QString());
}

void TestJournal::earlierEntriesGoBeforeAndNeverPushOutLaterOnes()
{
    Journal journal(nullptr, 4);
    const QSignalSpy restored(&journal, &Journal::restored);
    journal.add({.kind = JournalKind::Edited});
    journal.add({.kind = JournalKind::Edited});
    std::vector<JournalEntry> earlier(10);
    for (quint64 i = 0; i < 10; ++i)
        earlier[i].number = i + 1;
    journal.putBefore(earlier);
    QCOMPARE(restored.count(), 1);
    QCOMPARE(journal.entries().size(), std::size_t{4});
    QCOMPARE(journal.entries()[0].number, quint64{9});
    QCOMPARE(journal.entries()[3].number, Journal::FirstOfRun + 2);
}

void TestJournal::silenceIsToldOnceAndItsEnd()
{
    Rig rig;
    emit rig.remote->frameArrived(answer(1000, 10));
    emit rig.remote->frameArrived(answer(2000, 11));
    emit rig.remote->frameArrived(silence(3000, Failure::NoAnswer));
    emit rig.remote->frameArrived(silence(4000, Failure::NoAnswer));
    emit rig.remote->frameArrived(answer(5000, 14));
    QCOMPARE(kindsOf(rig.journal), u"ASA"_s);
    QCOMPARE(rig.journal.entries()[1].unixMilliseconds, qint64{3000});
    QCOMPARE(rig.journal.entries()[1].target, u"ntp9.example"_s);
}

void TestJournal::anotherReasonForSilenceIsToldToo()
{
    Rig rig;
    emit rig.remote->frameArrived(silence(1000, Failure::NoAnswer));
    emit rig.remote->frameArrived(silence(2000, Failure::Refused));
    QCOMPARE(kindsOf(rig.journal), u"SS"_s);
}

void TestJournal::changesOfAHostAreFoundAcrossASilence()
{
    Rig rig;
    emit rig.remote->frameArrived(answer(1000, 1000));
    emit rig.remote->frameArrived(silence(3000, Failure::NoAnswer));
    emit rig.remote->frameArrived(answer(5000, 1));
    QCOMPARE(kindsOf(rig.journal), u"ASAE"_s);
    QVERIFY(rig.journal.entries()[3].event.kind == engine::EventKind::Restart);
}

void TestJournal::ownEngineIsNotCompared()
{
    Rig rig;
    emit rig.own.frameArrived(answer(1000, 1000));
    emit rig.own.frameArrived(answer(5000, 1));
    QCOMPARE(kindsOf(rig.journal), QString());
}

void TestJournal::sentences_data()
{
    QTest::addColumn<JournalEntry>("entry");
    QTest::addColumn<QString>("sentence");
    engine::Event step;
    step.kind = engine::EventKind::ClockStep;
    QTest::newRow("a step of unknown size") << JournalEntry{.event = step} << u"The clock was stepped."_s;
    QTest::newRow("silence") << JournalEntry{.kind = JournalKind::TargetSilent,
                                             .trouble = {Failure::Refused, {"ntp9"}}}
                             << u"ntp9 refuses: nothing listens on that port."_s;
    QTest::newRow("answers") << JournalEntry{.kind = JournalKind::TargetAnswers} << u"The daemon answers."_s;
    QTest::newRow("edit") << JournalEntry{.kind = JournalKind::Edited, .detail = u"add a server"_s}
                          << u"The file was changed: add a server."_s;
    QTest::newRow("applied") << JournalEntry{.kind = JournalKind::Applied, .count = 3}
                             << u"The file was written and handed to the engine; lines changed: 3."_s;
    QTest::newRow("mode") << JournalEntry{.kind = JournalKind::ModeSwitched,
                                          .mode = config::SourceMode::Isolated}
                          << u"The source mode of the file was switched to \"%1\"."_s.arg(
                                 wording::name(config::SourceMode::Isolated));
}

void TestJournal::sentences()
{
    QFETCH(JournalEntry, entry);
    QTEST(wording::sentence(entry), "sentence");
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
