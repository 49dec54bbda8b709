// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"
#include "core/monitor/targets.h"
#include "core/wording/language.h"

#include "ui/accesspage.h"
#include "ui/clientspage.h"
#include "ui/configurationpage.h"
#include "ui/configurationsession.h"
#include "ui/diagnosepage.h"
#include "ui/exportpage.h"
#include "ui/logpage.h"
#include "ui/mainwindow.h"
#include "ui/overviewpage.h"
#include "ui/settings.h"
#include "ui/sourcespage.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace noonmark::test {

// A target that says what the test wants.
class ScriptedTarget : public monitor::Target
{
    Q_OBJECT

public:
    [[nodiscard]] QString address() const override { return QStringLiteral("127.0.0.1:11123"); }
    [[nodiscard]] bool isBuiltIn() const override { return true; }
    void start() override {}
    void stop() override {}
    void applyConfiguration(const QByteArray &ntpConf) override { applied = ntpConf; }

    [[nodiscard]] protocol::ControlVariables variablesOf(std::uint16_t association) const override
    {
        return association == 0 ? protocol::ControlVariables() : said;
    }

    QByteArray applied;
    protocol::ControlVariables said; // of each association, word for word
};

// The same of a daemon on another host.
class RemoteTarget : public ScriptedTarget
{
    Q_OBJECT

public:
    [[nodiscard]] QString address() const override { return QStringLiteral("ntp9.example"); }
    [[nodiscard]] bool isBuiltIn() const override { return false; }
};

inline engine::AssociationSnapshot source(const std::string &name, engine::Tally tally, double offset)
{
    engine::AssociationSnapshot result;
    result.source.name = name;
    result.remote = {IpAddress::parse(name).value_or(IpAddress::v4(0xc0000263)), 123};
    result.tally = tally;
    result.stratum = 2;
    result.leap = 0;
    result.reach = 0377;
    result.sinceReceived = 12;
    result.refid = 0x47505300;
    result.delay = 0.000412;
    result.offset = offset;
    result.jitter = 0.000031;
    return result;
}

inline engine::AssociationSnapshot localClock()
{
    engine::AssociationSnapshot result = source("127.127.1.0", engine::Tally::SystemPeer, 0);
    result.source.kind = engine::SourceKind::LocalClock;
    result.stratum = 10;
    return result;
}

inline monitor::Frame frame(qint64 second, std::vector<engine::AssociationSnapshot> associations)
{
    monitor::Frame result;
    result.unixMilliseconds = 1'790'000'000'000 + second * 1000;
    result.answered = true;
    result.snapshot.associations = std::move(associations);
    for (std::size_t i = 0; i < result.snapshot.associations.size(); ++i)
        result.snapshot.associations[i].id = static_cast<std::uint16_t>(i + 1);
    result.snapshot.system.peer = result.snapshot.associations.empty() ? std::uint16_t{0} : std::uint16_t{1};
    result.snapshot.system.observing = true;
    result.verdict = monitor::judge(result.snapshot);
    return result;
}

// The whole window on a file of its own, with nothing but the target exchanged.
struct Window
{
    Window()
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , theme(*qApp)
        , main(ui::WindowContext{session, targets, language, theme, settings})
    {
        language.apply(QStringLiteral("en"));
        main.addPage(new ui::OverviewPage(session, targets, targets.history()));
        main.addPage(new ui::SourcesPage({session, targets, journal, settings, main.actions()}));
        main.addPage(new ui::ConfigurationPage(session));
        main.addPage(new ui::AccessPage(session));
        main.addPage(new ui::ExportPage(session));
        main.addPage(new ui::ClientsPage(targets, settings, main.actions()));
        main.addPage(new ui::DiagnosePage(targets, session, settings));
        main.addPage(new ui::LogPage(journal, main.actions()));
        journal.follow(targets);
        QObject::connect(&targets, &monitor::Target::frameArrived, &main, &ui::MainWindow::showFrame);
        main.resize(1200, 780);
        main.show();
    }

    // A copy, so that the recipe stays as it is.
    QString open(const QString &recipe)
    {
        const QString path = folder.filePath(recipe);
        QFile::copy(QStringLiteral(NOONMARK_TEST_DATA "/recipes/") + recipe, path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        main.openFile(path);
        return path;
    }

    void openText(const QByteArray &text)
    {
        QFile file(folder.filePath(QStringLiteral("ntp.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        main.openFile(file.fileName());
    }

    void show(const monitor::Frame &news) { emit target.frameArrived(news); }

    template <typename Widget> [[nodiscard]] Widget *find(const char *name) const
    {
        return main.findChild<Widget *>(QLatin1String(name));
    }

    void click(const char *button)
    {
        auto *widget = find<QWidget>(button);
        QVERIFY2(widget, button);
        QTest::mouseClick(widget, Qt::LeftButton);
    }

    QTemporaryDir folder;
    ui::Settings settings;
    wording::Language language;
    ui::Theme theme;
    ui::ConfigurationSession session;
    ScriptedTarget target;
    monitor::Targets targets{target};
    monitor::Journal journal;
    ui::MainWindow main;
};

} // namespace noonmark::test
