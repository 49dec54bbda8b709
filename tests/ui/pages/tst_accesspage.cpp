// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "texts.h"

#include "ui/accessmodel.h"
#include "ui/accesspage.h"
#include "ui/accesssimulator.h"
#include "ui/findinglist.h"
#include "ui/restrictdialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

struct PageOnScreen
{
    explicit PageOnScreen(const QByteArray &bytes)
        : disk(bytes)
        , page(disk.session)
        , lines(view("access-lines"))
        , answers(view("access-answers"))
        , host(*page.findChild<QLineEdit *>(QStringLiteral("access-host")))
    {
        for (const char *name : {"access-lines", "access-order-v4", "access-order-v6", "access-answers",
                                 "access-ranges", "finding-list"})
            new QAbstractItemModelTester(view(name).model(),
                                         QAbstractItemModelTester::FailureReportingMode::QtTest, &page);
        page.resize(1100, 800);
        page.show();
        page.activateWindow();
    }

    [[nodiscard]] QTableView &view(const char *name) const
    {
        return *page.findChild<QTableView *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QStringList column(const QTableView &table, int number) const
    {
        QStringList cells;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            cells.append(table.model()->index(row, number).data().toString());
        return cells;
    }
    void press(const char *button)
    {
        QTest::mouseClick(page.findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }
    [[nodiscard]] QString decision() const
    {
        return page.findChild<QLabel *>(QStringLiteral("access-decision"))->text();
    }

    SessionOnDisk disk;
    AccessPage page;
    QTableView &lines;
    QTableView &answers;
    QLineEdit &host;
};

// The button that accepts a dialog.
QPushButton *acceptButton(const QDialog &dialog)
{
    const auto *box = dialog.findChild<QDialogButtonBox *>();
    for (auto *button : box->buttons())
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    return nullptr;
}

bool signOf(const QString &answer)
{
    return answer.startsWith(u'✓');
}

} // namespace

class AccessPageTest : public QObject
{
    Q_OBJECT

private slots:
    void showsLinesAsWrittenAndAsMatched();
    void addsALineByForm();
    void showsWhatIsWrongWhileTheFormIsFilledIn();
    void changesALineAndKeepsItsComment();
    void leavesALineAloneThatTheFormDidNotChange();
    void leavesUnrestrictToTheText();
    void removesAndDisablesALine();
    void aWrongLineHasAFinding();
    void followsALongFileWhenItIsSeen();
    void saysWhatAHostMayDo();
    void theBuiltInEntryDecidesWithoutLines();
    void goesToTheLineThatDecides();
    void saysWhoMayDoSomething();
    void everyTextFollowsTheLanguage();
};

void AccessPageTest::showsLinesAsWrittenAndAsMatched()
{
    PageOnScreen screen("restrict 127.0.0.1\nrestrict 10.0.0.0 mask 255.0.0.0 nomodify\n"
                        "restrict 10.0.0.0 mask 255.0.0.0 noquery\nrestrict default ignore\n#restrict ::1\n");
    QCOMPARE(screen.column(screen.lines, AccessLineModel::LineColumn), texts({"1", "2", "3", "4", "5"}));
    QCOMPARE(screen.lines.model()->index(4, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    const auto &v4 = screen.view("access-order-v4");
    const QStringList ranges = screen.column(v4, AccessEntryModel::RangeColumn);
    QCOMPARE(ranges.mid(0, 2), texts({"127.0.0.1", "10.0.0.0/8"}));
    QCOMPARE(screen.column(v4, AccessEntryModel::FlagColumn).value(1), QStringLiteral("nomodify noquery"));
    QCOMPARE(v4.model()->index(1, AccessEntryModel::OriginColumn).data().toString(),
             AccessEntryModel::originText(screen.disk.session, {2, 3}));
    QCOMPARE(screen.column(screen.view("access-order-v6"), AccessEntryModel::FlagColumn), texts({"ignore"}));
}

void AccessPageTest::addsALineByForm()
{
    const QByteArray bytes = recipe("master-isolated-zh.conf");
    PageOnScreen screen(bytes);
    screen.press("access-add");
    auto *dialog = screen.page.findChild<RestrictDialog *>();
    QVERIFY(dialog);
    QVERIFY(!acceptButton(*dialog)->isEnabled());
    auto *address = dialog->findChild<QLineEdit *>(QStringLiteral("restrict-address"));
    QTest::keyClicks(address, QStringLiteral("10.1.0.0/16"));
    QTest::mouseClick(dialog->findChild<QCheckBox *>(QStringLiteral("flag-limited")), Qt::LeftButton, {},
                      {8, 8});
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("restrict-preview"))->text(),
             QString::fromStdString(toText(dialog->value())));
    QTest::mouseClick(acceptButton(*dialog), Qt::LeftButton);
    QByteArray wanted = bytes;
    const QByteArray last("restrict 192.168.31.0 mask 255.255.255.0 nomodify notrap\n");
    wanted.replace(last,
                   QByteArray(last).append("restrict 10.1.0.0 mask 255.255.0.0 limited nomodify noquery\n"));
    QCOMPARE(screen.disk.session.bytes(), wanted);
    QVERIFY(screen.column(screen.lines, AccessLineModel::WhomColumn).contains(QStringLiteral("10.1.0.0/16")));
    QCOMPARE(screen.disk.session.currentLine(), 22);
    screen.disk.session.undoStack()->undo();
    QCOMPARE(screen.disk.session.bytes(), bytes);
}

void AccessPageTest::showsWhatIsWrongWhileTheFormIsFilledIn()
{
    PageOnScreen screen("restrict default ignore\n");
    screen.press("access-add");
    auto *dialog = screen.page.findChild<RestrictDialog *>();
    auto *address = dialog->findChild<QLineEdit *>(QStringLiteral("restrict-address"));
    const auto *findings = dialog->findChild<QLabel *>(QStringLiteral("restrict-findings"));
    QTest::keyClicks(address, QStringLiteral("10.0.0.0 mask 255.0.255"));
    QVERIFY(!findings->text().isEmpty());
    address->clear();
    QTest::keyClicks(address, QStringLiteral("10.0.0.0/8"));
    QVERIFY2(findings->text().isEmpty(), qPrintable(findings->text()));
    dialog->reject();
    QCOMPARE(screen.disk.session.bytes(), QByteArray("restrict default ignore\n"));
}

void AccessPageTest::changesALineAndKeepsItsComment()
{
    PageOnScreen screen(
        "restrict default nomodify\r\n  restrict 10.0.0.0 mask 255.0.0.0 nomodify # the office\r\n");
    const QModelIndex cell = screen.lines.model()->index(1, AccessLineModel::WhomColumn);
    QTest::mouseClick(screen.lines.viewport(), Qt::LeftButton, {}, screen.lines.visualRect(cell).center());
    screen.press("access-edit");
    auto *dialog = screen.page.findChild<RestrictDialog *>();
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("restrict-address"))->text(),
             QStringLiteral("10.0.0.0/8"));
    auto *noquery = dialog->findChild<QCheckBox *>(QStringLiteral("flag-noquery"));
    QVERIFY(!noquery->isChecked());
    QTest::mouseClick(noquery, Qt::LeftButton, {}, {8, 8});
    QTest::mouseClick(acceptButton(*dialog), Qt::LeftButton);
    QCOMPARE(screen.disk.session.bytes(),
             QByteArray("restrict default nomodify\r\n"
                        "  restrict 10.0.0.0 mask 255.0.0.0 nomodify noquery # the office\r\n"));
}

void AccessPageTest::leavesALineAloneThatTheFormDidNotChange()
{
    const QByteArray bytes("restrict   10.0.0.0   mask 255.0.0.0 notrap nomodify\n");
    PageOnScreen screen(bytes);
    screen.lines.setCurrentIndex(screen.lines.model()->index(0, 1));
    screen.press("access-edit");
    QTest::mouseClick(acceptButton(*screen.page.findChild<RestrictDialog *>()), Qt::LeftButton);
    QCOMPARE(screen.disk.session.bytes(), bytes);
    QCOMPARE(screen.disk.session.undoStack()->count(), 0);
}

void AccessPageTest::leavesUnrestrictToTheText()
{
    const QByteArray bytes("refclock local\nrestrict default nomodify\nunrestrict default noquery\n");
    PageOnScreen screen(bytes);
    QSignalSpy pages(&screen.page, &Page::pageRequested);
    screen.lines.setCurrentIndex(screen.lines.model()->index(1, 1));
    screen.press("access-edit");
    QVERIFY(!screen.page.findChild<RestrictDialog *>());
    QCOMPARE(pages.size(), 1);
    QCOMPARE(screen.disk.session.currentLine(), 3);
    QCOMPARE(screen.disk.session.bytes(), bytes);
}

void AccessPageTest::removesAndDisablesALine()
{
    PageOnScreen screen("restrict 127.0.0.1\nrestrict ::1\nrestrict 10.0.0.1\n");
    screen.lines.setCurrentIndex(screen.lines.model()->index(1, 1));
    screen.press("access-remove");
    QCOMPARE(screen.disk.session.bytes(), QByteArray("restrict 127.0.0.1\nrestrict 10.0.0.1\n"));
    const QRect box = screen.lines.visualRect(screen.lines.model()->index(1, AccessLineModel::LineColumn));
    QTest::mouseClick(screen.lines.viewport(), Qt::LeftButton, {}, {box.left() + 9, box.center().y()});
    QCOMPARE(screen.disk.session.bytes(), QByteArray("restrict 127.0.0.1\n#restrict 10.0.0.1\n"));
}

void AccessPageTest::aWrongLineHasAFinding()
{
    PageOnScreen screen("driftfile /d\nrestrict default nomodify noquery\n");
    const auto &findings = screen.page.findChild<FindingList *>()->model();
    const int before = findings.rowCount();
    screen.disk.session.push(
        config::addLines(screen.disk.session.document(), {"restrict 10.0.0.0 mask 255.0.0.0 nomodfiy"}),
        QStringLiteral("x"));
    QVERIFY(findings.rowCount() > before);
    const auto &rows = findings.rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const FindingRow &row) {
        return row.line == 3 && row.diagnostic.finding == config::Finding::UnknownWord;
    }));
    QVERIFY(!screen.lines.model()->index(1, AccessLineModel::FindingColumn).data().toString().isEmpty());
}

void AccessPageTest::saysWhatAHostMayDo()
{
    PageOnScreen screen(
        "restrict default ignore\nrestrict 192.168.31.0 mask 255.255.255.0 nomodify notrap limited kod\n");
    QTest::keyClicks(&screen.host, QStringLiteral("192.168.31.7"));
    const QStringList answers = screen.column(screen.answers, AnswerModel::AnswerColumn);
    QCOMPARE(answers.size(), 8);
    QVERIFY(signOf(answers[0]));  // time
    QVERIFY(signOf(answers[1]));  // query
    QVERIFY(!signOf(answers[2])); // modify
    QVERIFY(!signOf(answers[4])); // trap
    QVERIFY(answers[7].contains(QStringLiteral("told")));
    screen.host.clear();
    QTest::keyClicks(&screen.host, QStringLiteral("203.0.113.9"));
    for (const QString &answer : screen.column(screen.answers, AnswerModel::AnswerColumn).mid(0, 6))
        QVERIFY(!signOf(answer));
    screen.host.setText(QStringLiteral("ntp.example"));
    QCOMPARE(screen.answers.model()->rowCount(), 0);
}

void AccessPageTest::theBuiltInEntryDecidesWithoutLines()
{
    PageOnScreen screen("server 192.0.2.1\n");
    QTest::keyClicks(&screen.host, QStringLiteral("2001:db8::7"));
    QVERIFY(signOf(screen.answers.model()->index(0, AnswerModel::AnswerColumn).data().toString()));
    QVERIFY(!screen.page.findChild<QPushButton *>(QStringLiteral("access-jump"))->isVisible());
    QVERIFY(!screen.decision().isEmpty());
}

void AccessPageTest::goesToTheLineThatDecides()
{
    PageOnScreen screen("# one\nrestrict default noquery\nrestrict 10.0.0.0 mask 255.0.0.0 nomodify\n");
    QSignalSpy pages(&screen.page, &Page::pageRequested);
    QTest::keyClicks(&screen.host, QStringLiteral("10.9.9.9"));
    screen.press("access-jump");
    QCOMPARE(screen.disk.session.currentLine(), 3);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.first().first().toString(), QStringLiteral("configuration"));
}

void AccessPageTest::saysWhoMayDoSomething()
{
    PageOnScreen screen("restrict default noquery nomodify\nrestrict 127.0.0.1\nrestrict ::1\n");
    auto *right = screen.page.findChild<QComboBox *>(QStringLiteral("access-right"));
    right->setCurrentIndex(right->findData(int(config::Right::Modify)));
    const QStringList ranges = screen.column(screen.view("access-ranges"), AccessEntryModel::RangeColumn);
    QCOMPARE(ranges, texts({"127.0.0.1", "::1"}));
    screen.disk.session.push(config::disableLine(screen.disk.session.document(), 3), QStringLiteral("x"));
    QCOMPARE(screen.view("access-ranges").model()->rowCount(), 1);
}

void AccessPageTest::everyTextFollowsTheLanguage()
{
    PageOnScreen screen(recipe("master-isolated-zh.conf"));
    screen.host.setText(QStringLiteral("192.168.31.7"));
    screen.press("access-add");
    BracketTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::sendPostedEvents();
    QStringList data;
    for (const auto *box : screen.page.findChildren<QCheckBox *>())
        data.append(box->text());
    const QStringList left = textsLeftBehind(screen.page, data);
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

void AccessPageTest::followsALongFileWhenItIsSeen()
{
    const int before = 1000;
    PageOnScreen screen(QByteArray("restrict 192.0.2.1 nomodify notrap nopeer\n").repeated(before));
    ConfigurationSession &session = screen.disk.session;
    QTRY_VERIFY(!session.isChecking());
    QCOMPARE(screen.lines.model()->rowCount(), before);
    session.push(config::addLines(session.document(), {"restrict 192.0.2.2"}), QStringLiteral("add"));
    QCOMPARE(screen.lines.model()->rowCount(), before + 1); // it is seen
    screen.page.hide();
    screen.host.setText(QStringLiteral("192.0.2.3"));
    session.push(config::addLines(session.document(), {"restrict 192.0.2.3 ignore"}), QStringLiteral("add"));
    QTRY_VERIFY(!session.isChecking());
    QCOMPARE(screen.lines.model()->rowCount(), before + 1);
    screen.page.show();
    QCOMPARE(screen.lines.model()->rowCount(), before + 2);
    QVERIFY2(screen.decision().contains(QStringLiteral("192.0.2.3")), qPrintable(screen.decision()));
    // A short file is followed unseen too.
    screen.page.hide();
    session.push({{{0, session.document().bytes().size()}, "restrict 192.0.2.4\n"}}, QStringLiteral("clear"));
    QCOMPARE(screen.lines.model()->rowCount(), 1);
}

QTEST_MAIN(AccessPageTest)
#include "tst_accesspage.moc"
