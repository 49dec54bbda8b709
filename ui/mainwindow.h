// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/monitor/targets.h"

#include "ui/actions.h"
#include "ui/saying.h"
#include "ui/theme.h"

#include <QMainWindow>

#include <functional>

class QActionGroup;
class QStackedWidget;

namespace noonmark::wording {
class Language;
}

namespace noonmark::ui {

class ConfigurationSession;
class DiskBar;
class MessageBar;
class Page;
class PageList;
class Settings;
class StatusLine;
class TopBar;

// What the window works on; everything outlives it.
struct WindowContext
{
    ConfigurationSession &session;
    monitor::Targets &targets;
    wording::Language &language;
    Theme &theme;
    Settings &settings;
};

// The frame around the pages: their list, target and source mode above, message bar, the verdict below, and
// the menus. Pages are added by who composes the program.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowContext &context);
    ~MainWindow() override;

    // Takes the page over; pages are listed in the order they are added.
    void addPage(Page *page);
    void showPage(const QString &id);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] Actions &actions() { return *m_actions; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }

    // Opens a file and says so if that fails. Whoever listens to fileOpened() hands it to the target.
    void openFile(const QString &path);
    // Brings back what the last run left: geometry and page.
    void restore();
    void showFrame(const monitor::Frame &frame);
    void showProblem(const Saying &problem);
    // Less than a problem: all is well, but one should know.
    void showWarning(const Saying &warning);
    // A click on the tray icon: to the front, or away if it is there.
    void showOrHide();
    // The file was changed by somebody else: the bar above the page asks what to do.
    void askAboutDisk();

signals:
    void applyRequested();
    void fileOpened();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void createLayout();
    void createMenus();
    QMenu *createFileMenu();
    QMenu *createEditMenu();
    QMenu *createViewMenu();
    QMenu *createHelpMenu();
    void createThemeMenu(QMenu *view);
    void createLanguageMenu(QMenu *view);
    void connectActions();
    void connectSession();

    void chooseFileToOpen();
    void openUnlessUnsaved(const QString &path);
    void save();
    void saveAll();
    void explainUnsaved(const Error &error);
    void chooseFileToSave();
    void report(const Result<void> &result);
    void askAboutUnsaved(std::function<void()> goOn);
    void showAbout();
    void chooseAppearance(Appearance appearance);
    void chooseLanguage(const QString &code);

    void showUndoTexts();
    void showTitle();
    void retranslate();

    ConfigurationSession &m_session;
    monitor::Targets &m_targets;
    wording::Language &m_language;
    Theme &m_theme;
    Settings &m_settings;
    monitor::Frame m_frame;
    bool m_mayClose = false;

    Actions *m_actions;
    TopBar *m_topBar;
    PageList *m_pageList;
    QStackedWidget *m_pages;
    MessageBar *m_messages;
    DiskBar *m_diskBar;
    StatusLine *m_statusLine;
    QList<QMenu *> m_menus; // File, Edit, View, Help, Theme, Language
    QActionGroup *m_pageActions;
    QActionGroup *m_appearances;
    QActionGroup *m_languages;
};

} // namespace noonmark::ui
