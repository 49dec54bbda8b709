// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/messagebar.h"
#include "ui/targetchooser.h"

#include <QAbstractItemView>
#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Returns it: the window owns it.
RemoteTarget *watch(Window &window)
{
    auto target = std::make_unique<RemoteTarget>();
    RemoteTarget *bare = target.get();
    window.targets.watch(std::move(target));
    return bare;
}

monitor::Frame silence(Failure failure)
{
    monitor::Frame frame;
    frame.unixMilliseconds = 1;
    frame.trouble = Error{failure, {"ntp9.example", "192.0.2.7"}};
    return frame;
}

monitor::Frame onOwnClock()
{
    monitor::Frame result = frame(0, {localClock()});
    result.snapshot.system.leap = 0;
    result.snapshot.system.stratum = 11;
    result.verdict = monitor::judge(result.snapshot);
    return result;
}

QString stateOf(const QComboBox &chooser, int row)
{
    return chooser.itemData(row, Qt::AccessibleTextRole).toString();
}

} // namespace

class TestTargetChooser : public QObject
{
    Q_OBJECT

private slots:
    void listsTheOwnEngineFirst();
    void stateStandsInTheList_data();
    void stateStandsInTheList();
    void pagesFollowTheChoice();
    void watchedTargetCannotBeAppliedTo();
    void hostIsAddedByTyping();
    void nonsenseIsRefusedWithASentence();
    void chosenHostCanBeGivenUp();
    void forbiddenQueriesNameTheLineThatOpensThem();
};

void TestTargetChooser::listsTheOwnEngineFirst()
{
    Window window;
    auto *chooser = window.find<QComboBox>("target");
    QCOMPARE(chooser->currentText(), u"This program: 127.0.0.1:11123"_s);
    watch(window);
    QCOMPARE(chooser->itemText(1), u"ntp9.example"_s);
    QCOMPARE(chooser->currentIndex(), 0);
}

void TestTargetChooser::stateStandsInTheList_data()
{
    QTest::addColumn<monitor::Frame>("frame");
    QTest::addColumn<QString>("state");
    QTest::newRow("never") << monitor::Frame() << u"ntp9.example – being asked for the first time"_s;
    QTest::newRow("silent") << silence(Failure::NoAnswer) << u"ntp9.example – No answer"_s;
    QTest::newRow("refused") << silence(Failure::Refused) << u"ntp9.example – No daemon"_s;
    QTest::newRow("noquery") << silence(Failure::QueriesForbidden) << u"ntp9.example – Queries forbidden"_s;
    QTest::newRow("no name") << silence(Failure::NameUnresolved) << u"ntp9.example – Unknown name"_s;
    QTest::newRow("own clock") << onOwnClock() << u"ntp9.example – Own clock · stratum 11"_s;
}

void TestTargetChooser::stateStandsInTheList()
{
    QFETCH(monitor::Frame, frame);
    Window window;
    RemoteTarget *remote = watch(window);
    if (frame.unixMilliseconds != 0)
        emit remote->frameArrived(frame);
    const auto *chooser = window.find<QComboBox>("target");
    QTEST(stateOf(*chooser, 1), "state");
    QVERIFY(!chooser->itemIcon(1).isNull());
}

void TestTargetChooser::pagesFollowTheChoice()
{
    Window window;
    RemoteTarget *remote = watch(window);
    window.show(onOwnClock());
    emit remote->frameArrived(frame(0, {source("192.0.2.10", engine::Tally::SystemPeer, 0.001)}));
    QCOMPARE(window.targets.history().sources().size(), std::size_t{1});
    QVERIFY(window.main.windowTitle().contains(u"Own clock"_s));
    auto *chooser = window.find<QComboBox>("target");
    chooser->setCurrentIndex(1);
    emit chooser->activated(1);
    QVERIFY(!window.main.windowTitle().contains(u"Own clock"_s));
    QCOMPARE(window.targets.history().sources().front().name, u"192.0.2.10"_s);
    emit chooser->activated(0);
    QVERIFY(window.main.windowTitle().contains(u"Own clock"_s));
}

void TestTargetChooser::watchedTargetCannotBeAppliedTo()
{
    Window window;
    window.openText("server 192.0.2.1\n");
    window.session.switchSourceMode(config::SourceMode::Isolated, 10);
    auto *apply = window.find<QPushButton>("apply");
    QVERIFY(apply->isEnabled());
    watch(window);
    window.targets.choose(1);
    QVERIFY(!apply->isEnabled());
    QVERIFY(!window.main.actions()[ui::ActionId::Apply]->isEnabled());
    QVERIFY(apply->toolTip().startsWith(u"ntp9.example is only watched"_s));
    window.targets.choose(0);
    QVERIFY(apply->isEnabled());
}

void TestTargetChooser::hostIsAddedByTyping()
{
    Window window;
    auto *chooser = window.find<QComboBox>("target");
    emit chooser->activated(2); // behind the separator
    auto *dialog = window.find<QInputDialog>("target-dialog");
    QVERIFY(dialog);
    QCOMPARE(chooser->currentIndex(), 0);
    dialog->setTextValue(u"127.0.0.1:1"_s);
    dialog->accept();
    QCOMPARE(window.targets.watched(), QStringList{u"127.0.0.1:1"_s});
    QCOMPARE(chooser->currentText(), u"127.0.0.1:1"_s);
}

void TestTargetChooser::nonsenseIsRefusedWithASentence()
{
    Window window;
    window.find<ui::TargetChooser>("target")->watch(u"ntp1:port"_s);
    QVERIFY(window.main.messages().text().contains(u"ntp1:port"_s));
    QCOMPARE(window.targets.count(), 1);
}

void TestTargetChooser::chosenHostCanBeGivenUp()
{
    Window window;
    watch(window);
    window.targets.choose(1);
    auto *chooser = window.find<QComboBox>("target");
    QCOMPARE(chooser->itemText(chooser->count() - 1), u"Stop watching ntp9.example"_s);
    emit chooser->activated(chooser->count() - 1);
    QCOMPARE(window.targets.count(), 1);
    QCOMPARE(chooser->currentText(), u"This program: 127.0.0.1:11123"_s);
}

void TestTargetChooser::forbiddenQueriesNameTheLineThatOpensThem()
{
    Window window;
    RemoteTarget *remote = watch(window);
    window.targets.choose(1);
    emit remote->frameArrived(silence(Failure::QueriesForbidden));
    bool found = false;
    for (const QLabel *label : window.main.currentPage()->findChildren<QLabel *>())
        found = found || label->text().contains(u"restrict 192.0.2.7 nomodify"_s);
    QVERIFY(found);
}

QTEST_MAIN(TestTargetChooser)
#include "tst_targetchooser.moc"
