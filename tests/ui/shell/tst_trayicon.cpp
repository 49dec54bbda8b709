// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fixture.h"

#include "ui/preferencesdialog.h"
#include "ui/trayicon.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>

using namespace noonmark;
using namespace noonmark::test;
using namespace Qt::Literals::StringLiterals;

class TestTrayIcon : public QObject
{
    Q_OBJECT

private slots:
    void absentTrayIsNoTrouble();
    void toolTipIsTheVerdict();
    void toolTipFollowsTheLanguage();
    void picturesDifferByMeaning();
    void titleHasSignAndVerdict();
    void preferencesAreKept();
};

void TestTrayIcon::absentTrayIsNoTrouble()
{
    ui::TrayIcon tray; // the offscreen platform has none
    tray.setWanted(true);
    QVERIFY(!tray.isShown());
    tray.showFrame(frame(0, {localClock()}));
    tray.setWanted(false);
}

void TestTrayIcon::toolTipIsTheVerdict()
{
    ui::TrayIcon tray;
    const QString before = tray.toolTip();
    auto own = frame(0, {localClock()});
    own.snapshot.system.leap = 0;
    own.snapshot.system.stratum = 10;
    own.verdict = monitor::judge(own.snapshot);
    tray.showFrame(own);
    QVERIFY(tray.toolTip() != before);
    QVERIFY2(tray.toolTip().contains(u"own clock"_s), qPrintable(tray.toolTip()));
    QVERIFY(tray.toolTip().contains(ui::sign(ui::Meaning::OwnClock)));
}

void TestTrayIcon::toolTipFollowsTheLanguage()
{
    wording::Language language;
    language.apply(u"en"_s);
    ui::TrayIcon tray;
    const QString english = tray.toolTip();
    language.apply(u"zh_CN"_s);
    QTRY_VERIFY(tray.toolTip() != english);
    language.apply(u"en"_s);
    QTRY_COMPARE(tray.toolTip(), english);
}

void TestTrayIcon::picturesDifferByMeaning()
{
    using ui::Meaning;
    QList<QImage> pictures;
    for (const auto meaning :
         {Meaning::Neutral, Meaning::Good, Meaning::Warning, Meaning::Bad, Meaning::OwnClock}) {
        // Without their colours too: told apart by the sign.
        const QImage picture = ui::TrayIcon::iconOf(meaning, QApplication::palette())
                                   .pixmap(32, 32)
                                   .toImage()
                                   .convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(!pictures.contains(picture));
        pictures.append(picture);
    }
}

void TestTrayIcon::titleHasSignAndVerdict()
{
    Window window;
    window.show(frame(0, {}));
    QVERIFY2(window.main.windowTitle().startsWith(ui::sign(ui::Meaning::Bad)) ||
                 window.main.windowTitle().startsWith(ui::sign(ui::Meaning::Warning)),
             qPrintable(window.main.windowTitle()));
}

void TestTrayIcon::preferencesAreKept()
{
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"a.ini"_s));
    for (const bool accepted : {false, true}) {
        ui::PreferencesDialog dialog(settings);
        dialog.findChild<QSpinBox *>(u"preferences-days"_s)->setValue(90);
        dialog.findChild<QSpinBox *>(u"preferences-megabytes"_s)->setValue(2048);
        dialog.findChild<QCheckBox *>(u"preferences-tray"_s)->setChecked(false);
        auto *buttons = dialog.findChild<QDialogButtonBox *>();
        QTest::mouseClick(buttons->button(accepted ? QDialogButtonBox::Ok : QDialogButtonBox::Cancel),
                          Qt::LeftButton);
        QCOMPARE(settings.value(ui::Setting::HistoryDays).toInt(), accepted ? 90 : 35);
        QCOMPARE(settings.value(ui::Setting::HistoryMegabytes).toInt(), accepted ? 2048 : 512);
        QCOMPARE(settings.value(ui::Setting::TrayIcon).toBool(), !accepted);
    }
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
