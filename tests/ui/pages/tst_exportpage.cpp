// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"
#include "texts.h"

#include "core/base/endpoint.h"
#include "ui/exportpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace noonmark;
using namespace noonmark::ui;

class ExportPageTest : public QObject
{
    Q_OBJECT

private slots:
    void writesAClientFileThatPointsAtThisMaster();
    void fillsInAddressesThatClientsReach();
    void offersFourFormatsAndTheOwnFile();
    void refusesWhatIsNoHost();
    void exportsTheOwnFileByteForByte();
    void copiesThePreview();
    void reportsAFailureInsteadOfASuccess();
    void everyTextFollowsTheLanguage();

private:
    static QLineEdit &masters(const ExportPage &page)
    {
        return *page.findChild<QLineEdit *>(QStringLiteral("export-masters"));
    }
    static QListWidget &formats(const ExportPage &page)
    {
        return *page.findChild<QListWidget *>(QStringLiteral("export-formats"));
    }
    static QPlainTextEdit &preview(const ExportPage &page)
    {
        return *page.findChild<QPlainTextEdit *>(QStringLiteral("export-preview"));
    }
};

void ExportPageTest::writesAClientFileThatPointsAtThisMaster()
{
    SessionOnDisk disk(recipe("master-isolated-zh.conf"));
    ExportPage page(disk.session);
    masters(page).setText(QStringLiteral("192.168.31.1, ntp.example"));
    const QString path = disk.folder.filePath(QStringLiteral("client.conf"));
    page.saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.contains("server 192.168.31.1"));
    QVERIFY(written.contains("server ntp.example"));
    QCOMPARE(QString::fromUtf8(written), preview(page).toPlainText());
}

void ExportPageTest::fillsInAddressesThatClientsReach()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    for (const QString &word : masters(page).text().split(u' ', Qt::SkipEmptyParts)) {
        const auto address = IpAddress::parse(word.toStdString());
        QVERIFY2(address, qPrintable(word));
        QVERIFY2(!address->isLoopback() && !address->isMulticast() && !address->isUnspecified(),
                 qPrintable(word));
    }
}

void ExportPageTest::offersFourFormatsAndTheOwnFile()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    masters(page).setText(QStringLiteral("192.168.31.1"));
    QCOMPARE(formats(page).count(), 5);
    QStringList seen;
    for (int row = 0; row < formats(page).count(); ++row) {
        formats(page).setCurrentRow(row);
        QVERIFY(!preview(page).toPlainText().isEmpty());
        QVERIFY(!seen.contains(preview(page).toPlainText()));
        seen.append(preview(page).toPlainText());
    }
}

void ExportPageTest::refusesWhatIsNoHost()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    const auto *save = page.findChild<QPushButton *>(QStringLiteral("export-save"));
    masters(page).setText(QStringLiteral("192.168.31.1 #x"));
    QVERIFY(!save->isEnabled());
    masters(page).clear();
    QVERIFY(!save->isEnabled());
    masters(page).setText(QStringLiteral("192.168.31.1"));
    QVERIFY(save->isEnabled());
}

void ExportPageTest::exportsTheOwnFileByteForByte()
{
    const QByteArray bytes("# \xc9\xcf\r\nserver 192.0.2.1\r\n");
    SessionOnDisk disk(bytes);
    ExportPage page(disk.session);
    formats(page).setCurrentRow(formats(page).count() - 1);
    disk.session.push(config::disableLine(disk.session.document(), 2), QStringLiteral("x"));
    const QString path = disk.folder.filePath(QStringLiteral("copy.conf"));
    page.saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("# \xc9\xcf\r\n#server 192.0.2.1\r\n"));
}

void ExportPageTest::copiesThePreview()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    masters(page).setText(QStringLiteral("192.168.31.1"));
    page.show();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("export-copy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), preview(page).toPlainText());
}

void ExportPageTest::reportsAFailureInsteadOfASuccess()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    masters(page).setText(QStringLiteral("192.168.31.1"));
    QSignalSpy problems(&page, &Page::problemOccurred);
    page.saveTo(disk.folder.filePath(QStringLiteral("no/such/folder/x.conf")));
    QCOMPARE(problems.size(), 1);
    QVERIFY(!problems.first().first().value<Saying>()().isEmpty());
}

void ExportPageTest::everyTextFollowsTheLanguage()
{
    SessionOnDisk disk("server 192.0.2.1\n");
    ExportPage page(disk.session);
    masters(page).setText(QStringLiteral("192.168.31.1"));
    BracketTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCoreApplication::sendPostedEvents();
    QStringList left = textsLeftBehind(page, dialectNames());
    for (int row = 0; row < formats(page).count(); ++row)
        if (!formats(page).item(row)->text().contains(u'⟦'))
            left.append(formats(page).item(row)->text());
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

QTEST_MAIN(ExportPageTest)
#include "tst_exportpage.moc"
