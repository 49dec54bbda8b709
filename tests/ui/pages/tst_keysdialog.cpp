// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/config/keysfile.h"
#include "ui/keysdialog.h"
#include "ui/keysmodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

#include <sys/stat.h>
#include <unistd.h>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

constexpr const char *Keys = "# of the office\n7 AES128CMAC 000102030405060708090a0b0c0d0e0f # near\n"
                             "8 MD5 secret\n";

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

// The dialog on a configuration with a keys file beside it.
struct Editor
{
    explicit Editor(const QByteArray &configuration, const QByteArray &keys = Keys)
        : disk(configuration)
        , keysPath(disk.folder.filePath(name("ntp.keys")))
    {
        if (!keys.isEmpty()) {
            QFile file(keysPath);
            if (!file.open(QIODevice::WriteOnly) || file.write(keys) != keys.size())
                qFatal("cannot write the keys");
            file.close();
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        }
        if (!disk.session.open(disk.path))
            qFatal("cannot open the configuration");
        dialog = new KeysDialog(disk.session);
        dialog->open();
    }
    ~Editor() { delete dialog; }
    Editor(const Editor &) = delete;
    Editor &operator=(const Editor &) = delete;

    [[nodiscard]] QPushButton &button(const char *id) const
    {
        return *dialog->findChild<QPushButton *>(name(id));
    }
    [[nodiscard]] QTableView &table() const { return *dialog->findChild<QTableView *>(name("keys-table")); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    [[nodiscard]] QByteArray bytes() const { return disk.session.keysFile()->bytes(); }
    [[nodiscard]] QDialog &form() const { return *dialog->findChild<QDialog *>(name("key-dialog")); }

    SessionOnDisk disk;
    QString keysPath;
    KeysDialog *dialog = nullptr;
};

} // namespace

class KeysDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void showsKeysWithoutTheirValues();
    void addsAGeneratedKeyAndTakesItBack();
    void changesOnlyWhatWasChanged();
    void trustsAndDistrusts();
    void savesForTheOwnerOnly();
    void leavesAGroupThatMayReadIt();
    void showsAndTakesTheTextBesideTheTable();
    void beginsAFileWhereThereIsNone();
    void refusesWhatCannotBeAKey();
    void namesOfStepsHoldNoValue();
};

void KeysDialogTest::showsKeysWithoutTheirValues()
{
    Editor editor("keys ntp.keys\ntrustedkey 7\n");
    QAbstractItemModelTester tester(editor.table().model());
    QCOMPARE(editor.table().model()->rowCount(), 2);
    QCOMPARE(editor.cell(0, KeysModel::NumberColumn), name("7"));
    QCOMPARE(editor.cell(0, KeysModel::CommentColumn), name("near"));
    QVERIFY(!editor.cell(1, KeysModel::ValueColumn).contains(name("secret")));
    QCOMPARE(editor.cell(0, KeysModel::ValueColumn), editor.cell(1, KeysModel::ValueColumn));
    editor.dialog->findChild<QCheckBox *>(name("keys-show"))->setChecked(true);
    QCOMPARE(editor.cell(1, KeysModel::ValueColumn), name("secret"));
    const auto &model = *editor.table().model();
    QCOMPARE(model.index(0, KeysModel::TrustedColumn).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.index(1, KeysModel::TrustedColumn).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!editor.cell(1, KeysModel::FindingColumn).isEmpty()); // MD5
}

void KeysDialogTest::addsAGeneratedKeyAndTakesItBack()
{
    Editor editor("keys ntp.keys\n");
    editor.button("keys-add").click();
    QCOMPARE(editor.form().findChild<QSpinBox *>(name("key-number"))->value(), 1);
    auto *value = editor.form().findChild<QLineEdit *>(name("key-value"));
    QCOMPARE(value->text().size(), 32);
    QVERIFY(value->echoMode() == QLineEdit::Password);
    const QString first = value->text();
    editor.form().findChild<QPushButton *>(name("key-generate"))->click();
    QVERIFY(value->text() != first);
    auto *type = editor.form().findChild<QComboBox *>(name("key-type"));
    type->setCurrentIndex(type->findText(name("SHA256")));
    emit type->activated(type->currentIndex());
    QCOMPARE(value->text().size(), 64);
    editor.form().findChild<QLineEdit *>(name("key-comment"))->setText(name("far"));
    const QByteArray wanted = QByteArray(Keys) + "1 SHA256 " + value->text().toLatin1() + " # far\n";
    editor.form().accept();
    QCOMPARE(editor.bytes(), wanted);
    editor.button("keys-undo").click();
    QCOMPARE(editor.bytes(), QByteArray(Keys));
    editor.button("keys-redo").click();
    QCOMPARE(editor.bytes(), wanted);
    QVERIFY(!editor.disk.session.file(0).isModified());
}

void KeysDialogTest::changesOnlyWhatWasChanged()
{
    Editor editor("keys ntp.keys\n", "  7\tSHA256   abcdefgh   # near\r\n8 SHA256 x\r\n");
    editor.dialog->showLine(1);
    editor.button("keys-change").click();
    editor.form().findChild<QLineEdit *>(name("key-value"))->setText(name("hgfedcba"));
    editor.form().accept();
    QCOMPARE(editor.bytes(), QByteArray("  7\tSHA256   hgfedcba   # near\r\n8 SHA256 x\r\n"));
    editor.dialog->showLine(2);
    editor.button("keys-remove").click();
    QCOMPARE(editor.bytes(), QByteArray("  7\tSHA256   hgfedcba   # near\r\n"));
}

void KeysDialogTest::trustsAndDistrusts()
{
    Editor editor("keys ntp.keys\ntrustedkey 7 # ours\n");
    auto &model = *editor.table().model();
    QVERIFY(model.setData(model.index(1, KeysModel::TrustedColumn), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(editor.disk.session.bytes(), QByteArray("keys ntp.keys\ntrustedkey 7 8 # ours\n"));
    QVERIFY(model.setData(model.index(0, KeysModel::TrustedColumn), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(editor.disk.session.bytes(), QByteArray("keys ntp.keys\ntrustedkey 8 # ours\n"));
    QCOMPARE(editor.bytes(), QByteArray(Keys));
}

void KeysDialogTest::savesForTheOwnerOnly()
{
    Editor editor("keys ntp.keys\n");
    const auto &findings = editor.disk.session.keysFile()->diagnostics;
    QVERIFY(findings.front().finding == config::Finding::KeysReadable);
    editor.dialog->showLine(3);
    editor.button("keys-remove").click();
    editor.button("keys-save").click();
    constexpr auto Others = QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(QFile::permissions(editor.keysPath) & Others, QFile::Permissions());
    QCOMPARE(QFile::permissions(editor.keysPath + u'~') & Others, QFile::Permissions());
    QVERIFY(!editor.button("keys-save").isEnabled());
}

// ntpsec's keys are root's, and the daemon's group reads them.
void KeysDialogTest::leavesAGroupThatMayReadIt()
{
    Editor editor("keys ntp.keys\n");
    constexpr gid_t Group = 4711;
    const QByteArray path = QFile::encodeName(editor.keysPath);
    const bool mayGive = chown(path.constData(), 0, Group) == 0;
    QCOMPARE(chmod(path.constData(), 0640), 0);
    editor.dialog->showLine(3);
    editor.button("keys-remove").click();
    editor.button("keys-save").click();
    for (const QByteArray &each : {path, QByteArray(path + '~')}) {
        struct stat status
        {};
        QCOMPARE(stat(each.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode_t(0640));
        QVERIFY(!mayGive || (status.st_uid == 0 && status.st_gid == Group));
    }
}

void KeysDialogTest::showsAndTakesTheTextBesideTheTable()
{
    Editor editor("keys ntp.keys\n");
    auto &text = *editor.dialog->findChild<QPlainTextEdit *>(name("keys-text"));
    QVERIFY(text.toPlainText().startsWith(name("# of the office\n7 AES128CMAC ")));
    QVERIFY(!text.toPlainText().contains(name("secret")) && text.isReadOnly());
    editor.dialog->findChild<QCheckBox *>(name("keys-show"))->setChecked(true);
    QCOMPARE(text.toPlainText(), name(Keys));
    QVERIFY(!text.isReadOnly());
    editor.dialog->showLine(3);
    QCOMPARE(text.textCursor().blockNumber(), 2);
    text.moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(&text, name(" # x"));
    QCOMPARE(editor.bytes(), QByteArray(Keys).replace("secret", "secret # x"));
    QCOMPARE(editor.cell(1, KeysModel::CommentColumn), name("x"));
    editor.button("keys-undo").click(); // all that was typed in one go
    QCOMPARE(editor.bytes(), QByteArray(Keys));
    QCOMPARE(text.toPlainText(), name(Keys));
    editor.dialog->findChild<QCheckBox *>(name("keys-show"))->setChecked(false);
    QVERIFY(!text.toPlainText().contains(name("secret")));
}

void KeysDialogTest::beginsAFileWhereThereIsNone()
{
    Editor editor("driftfile /d\n", {});
    QVERIFY(editor.disk.session.keysFile() == nullptr);
    editor.button("keys-begin").click();
    QVERIFY(editor.disk.session.keysFile() != nullptr);
    QVERIFY(editor.disk.session.bytes().contains("\nkeys "));
    editor.button("keys-add").click();
    editor.form().accept();
    editor.button("keys-save").click();
    QFile file(editor.keysPath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("1 AES128CMAC "));
    QCOMPARE(QFile::permissions(editor.keysPath) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void KeysDialogTest::refusesWhatCannotBeAKey()
{
    Editor editor("keys ntp.keys\n");
    editor.button("keys-add").click();
    const auto *ok = editor.form().findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *value = editor.form().findChild<QLineEdit *>(name("key-value"));
    QVERIFY(ok->isEnabled());
    for (const char *wrong : {"", "a b", "a#b", "xyzxyzxyzxyzxyzxyzxyzxyz"}) {
        value->setText(name(wrong));
        QVERIFY2(!ok->isEnabled(), wrong);
    }
    value->setText(name("abcdefgh"));
    QVERIFY(ok->isEnabled());
    editor.form().findChild<QSpinBox *>(name("key-number"))->setValue(8);
    QVERIFY(!ok->isEnabled()); // taken
}

void KeysDialogTest::namesOfStepsHoldNoValue()
{
    Editor editor("keys ntp.keys\n");
    QSignalSpy steps(&editor.disk.session, &ConfigurationSession::stepped);
    editor.dialog->showLine(3);
    editor.button("keys-remove").click();
    QCOMPARE(steps.size(), 1);
    QVERIFY(!steps.front().front().toString().contains(name("secret")));
}

QTEST_MAIN(KeysDialogTest)
#include "tst_keysdialog.moc"
