// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/history.h"
#include "core/monitor/inprocesstarget.h"
#include "core/monitor/journal.h"
#include "core/monitor/targets.h"
#include "core/wording/language.h"

#include "ui/configurationsession.h"
#include "ui/sessionjournal.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/trayicon.h"

#include <QObject>

#include <memory>

class QApplication;

namespace noonmark::ui {
class MainWindow;
}

namespace noonmark::gui {

// What the command line asks for.
struct Options
{
    QString file;        // "" = the last one, or the default of the first start
    QString language;    // "" = as remembered, else the system's
    QString appearance;  // "" = as remembered
    QStringList targets; // hosts to watch, the first of them is looked at; none = as remembered
    std::uint16_t port = 11123;
};

// The program put together: one file, one engine inside, the hosts that are watched, one window. Things are
// destroyed in the reverse of the order they stand in here: the window goes before what it shows.
class Application : public QObject
{
    Q_OBJECT

public:
    // Ends the program for --help, --version and what it does not understand.
    [[nodiscard]] static Options readCommandLine(const QApplication &application);

    Application(QApplication &application, Options options);
    ~Application() override;

    void start();
    void sayThatRootIsNotNeeded();

private:
    void createPages();
    void connectParts();
    void openFirstFile();
    // The user's own file, written from the commented default at the first start.
    [[nodiscard]] Result<QString> ownFile() const;
    void runFile();
    void apply();
    void watchHosts();
    void rememberHosts();
    void keepHistory();
    void keepJournal();
    void importHistory();
    void tellImported(const QString &target, const monitor::Imported &result);
    void showPreferences();
    void quit();
    [[nodiscard]] monitor::Retention retention() const;
    void loadHistory();

    Options m_options;
    ui::Settings m_settings;
    wording::Language m_language;
    ui::Theme m_theme;
    ui::ConfigurationSession m_session;
    monitor::InProcessTarget m_engine;
    monitor::Targets m_targets;
    monitor::Journal m_journal;
    monitor::History m_history;
    ui::SessionJournal m_sessionJournal;
    ui::TrayIcon m_tray;
    QStringList m_loaded;          // targets whose history was asked for
    bool m_remembersHosts = false; // not while the remembered ones are read
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace noonmark::gui
