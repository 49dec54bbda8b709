// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/monitor/target.h"
#include "ui/applydialog.h"
#include "ui/diffview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

// A target that remembers what it was given.
class RecordingTarget : public monitor::Target
{
public:
    [[nodiscard]] QString address() const override { return QStringLiteral("127.0.0.1:11123"); }
    [[nodiscard]] bool isBuiltIn() const override { return true; }
    void start() override {}
    void stop() override {}
    void applyConfiguration(const QByteArray &ntpConf) override { given.append(ntpConf); }

    QByteArrayList given;
};

QString diffOf(const ApplyDialog &dialog)
{
    return dialog.findChild<DiffView *>()->toPlainText();
}

} // namespace

class ApplyDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatChangesWithSigns();
    void writesTheFileAndHandsItToTheTarget();
    void leavesEverythingWhenCancelled();
    void reportsThatTheFileWasChangedByOthers();
    void repeatsErrors();
};

void ApplyDialogTest::showsWhatChangesWithSigns()
{
    SessionOnDisk disk("# 1\n# 2\n# 3\n# 4\n# 5\nserver a\n# 7\n");
    disk.session.push(config::disableLine(disk.session.document(), 6), QStringLiteral("x"));
    const auto *dialog = new ApplyDialog(disk.session, nullptr);
    QCOMPARE(diffOf(*dialog).split(u'\n'), texts({"   3   # 3", "   4   # 4", "   5   # 5", "   6 − server a",
                                                  "   6 + #server a", "   7   # 7"}));
    delete dialog;
}

void ApplyDialogTest::writesTheFileAndHandsItToTheTarget()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    RecordingTarget target;
    disk.session.push(config::setOption(disk.session.document(), 1, "minpoll", "6"), QStringLiteral("x"));
    auto *dialog = new ApplyDialog(disk.session, &target);
    dialog->open();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("apply-accept")), Qt::LeftButton);
    QCOMPARE(disk.onDisk(), QByteArray("server 192.0.2.1 minpoll 6\n"));
    QCOMPARE(target.given, QByteArrayList{disk.onDisk()});
    QCOMPARE(disk.session.pendingChanges(), 0);
    QCOMPARE(disk.session.appliedBytes(), disk.onDisk());
}

void ApplyDialogTest::leavesEverythingWhenCancelled()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    RecordingTarget target;
    disk.session.push(config::disableLine(disk.session.document(), 1), QStringLiteral("x"));
    auto *dialog = new ApplyDialog(disk.session, &target);
    dialog->open();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(disk.onDisk(), QByteArray("server 192.0.2.1\n"));
    QVERIFY(target.given.isEmpty());
    QCOMPARE(disk.session.pendingChanges(), 1);
}

void ApplyDialogTest::reportsThatTheFileWasChangedByOthers()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    RecordingTarget target;
    disk.session.push(config::disableLine(disk.session.document(), 1), QStringLiteral("x"));
    QFile file(disk.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# somebody else\n");
    file.close();
    auto *dialog = new ApplyDialog(disk.session, &target);
    QSignalSpy problems(dialog, &ApplyDialog::problemOccurred);
    QSignalSpy changes(dialog, &ApplyDialog::changedOnDisk);
    dialog->open();
    dialog->accept();
    QCOMPARE(problems.size(), 0); // the bar above the page asks; saying it twice helps nobody
    QCOMPARE(changes.size(), 1);
    QCOMPARE(disk.onDisk(), QByteArray("# somebody else\n"));
    QVERIFY(target.given.isEmpty());
    QCOMPARE(disk.session.pendingChanges(), 1);
}

void ApplyDialogTest::repeatsErrors()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    auto *good = new ApplyDialog(disk.session, nullptr);
    good->open();
    QVERIFY(!good->findChild<QLabel *>(QStringLiteral("apply-errors"))->isVisible());
    good->reject();
    disk.session.push(config::addLines(disk.session.document(), {"serverr 192.0.2.2"}), QStringLiteral("x"));
    auto *bad = new ApplyDialog(disk.session, nullptr);
    bad->open();
    const auto *errors = bad->findChild<QLabel *>(QStringLiteral("apply-errors"));
    QVERIFY(errors->isVisible());
    QVERIFY(errors->text().contains(QStringLiteral("serverr")));
    bad->reject();
}

QTEST_MAIN(ApplyDialogTest)
#include "tst_applydialog.moc"
