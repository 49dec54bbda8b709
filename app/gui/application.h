// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/inprocesstarget.h"
#include "core/monitor/recenthistory.h"
#include "core/wording/language.h"

#include "ui/configurationsession.h"
#include "ui/settings.h"
#include "ui/theme.h"

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
    QString file;       // "" = the last one, or the default of the first start
    QString language;   // "" = as remembered, else the system's
    QString appearance; // "" = as remembered
    std::uint16_t port = 11123;
};

// Reads the command line. Ends the program for --help, --version and what it does not understand.
[[nodiscard]] Options readCommandLine(const QApplication &application);

// The program put together: one file, one engine inside, one history, one window. Things are destroyed in the
// reverse of the order they stand in here: the window goes before what it shows.
class Application : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &application, Options options);
    ~Application() override;

    void start();

private:
    void createPages();
    void connectParts();
    void openFirstFile();
    // The user's own file, written from the commented default at the first start.
    [[nodiscard]] Result<QString> ownFile() const;
    void runFile();
    void apply();
    void showFrame(const monitor::Frame &frame);

    Options m_options;
    ui::Settings m_settings;
    wording::Language m_language;
    ui::Theme m_theme;
    ui::ConfigurationSession m_session;
    monitor::RecentHistory m_history;
    monitor::InProcessTarget m_target;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace noonmark::gui
