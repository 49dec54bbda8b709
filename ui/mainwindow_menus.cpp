// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/wording/language.h"
#include "core/wording/wording.h"

#include "ui/configurationsession.h"
#include "ui/diskbar.h"
#include "ui/messagebar.h"
#include "ui/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>

// What the menus of the main window hold and do.

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

void MainWindow::createMenus()
{
    m_menus = {createFileMenu(), createEditMenu(), createViewMenu(), createHelpMenu()};
    createThemeMenu(m_menus[2]);
    createLanguageMenu(m_menus[2]);
}

QMenu *MainWindow::createFileMenu()
{
    QMenu *menu = menuBar()->addMenu(QString());
    menu->addAction((*m_actions)[ActionId::Open]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::Save]);
    menu->addAction((*m_actions)[ActionId::SaveAs]);
    menu->addAction((*m_actions)[ActionId::CompareDisk]);
    menu->addAction((*m_actions)[ActionId::Export]);
    menu->addAction((*m_actions)[ActionId::ImportHistory]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::Quit]);
    return menu;
}

QMenu *MainWindow::createEditMenu()
{
    QMenu *menu = menuBar()->addMenu(QString());
    menu->addAction((*m_actions)[ActionId::Undo]);
    menu->addAction((*m_actions)[ActionId::Redo]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::AddSource]);
    menu->addAction((*m_actions)[ActionId::DisableSource]);
    menu->addAction((*m_actions)[ActionId::RemoveSource]);
    menu->addAction((*m_actions)[ActionId::Keys]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::Apply]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::Preferences]);
    return menu;
}

QMenu *MainWindow::createViewMenu()
{
    QMenu *menu = menuBar()->addMenu(QString());
    menu->addSeparator(); // pages are put before it
    return menu;
}

QMenu *MainWindow::createHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(QString());
    menu->addAction((*m_actions)[ActionId::Explain]);
    menu->addSeparator();
    menu->addAction((*m_actions)[ActionId::About]);
    return menu;
}

void MainWindow::createThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(QString());
    for (const auto appearance : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        QAction *action = menu->addAction(QString());
        action->setObjectName("theme-"_L1 + appearanceName(appearance));
        action->setCheckable(true);
        action->setChecked(appearance == m_theme.appearance());
        m_appearances->addAction(action);
        connect(action, &QAction::triggered, this, [this, appearance] { chooseAppearance(appearance); });
    }
    m_menus.append(menu);
}

void MainWindow::createLanguageMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(QString());
    for (const QString &code : wording::Language::available()) {
        QAction *action = menu->addAction(wording::Language::nativeName(code));
        action->setObjectName("language-"_L1 + code);
        action->setCheckable(true);
        action->setChecked(code == m_language.code());
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { chooseLanguage(code); });
    }
    m_menus.append(menu);
}

void MainWindow::chooseAppearance(Appearance appearance)
{
    m_theme.apply(appearance);
    m_settings.setValue(Setting::Appearance, appearanceName(appearance));
}

void MainWindow::chooseLanguage(const QString &code)
{
    // The font first: what the new texts are laid out with.
    fitFontTo(code);
    m_language.apply(code);
    m_settings.setValue(Setting::Language, code);
}

void MainWindow::openFile(const QString &path)
{
    const Result<void> result = m_session.open(path);
    report(result);
    if (!result)
        return;
    m_settings.setValue(Setting::LastFile, QFileInfo(path).absoluteFilePath());
    emit fileOpened();
}

void MainWindow::chooseFileToOpen()
{
    auto *dialog =
        new QFileDialog(this, tr("Open a configuration"), QFileInfo(m_session.path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("NTP configurations (*.conf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openUnlessUnsaved);
    dialog->open();
}

void MainWindow::openUnlessUnsaved(const QString &path)
{
    if (!m_session.isModified())
        openFile(path);
    else
        askAboutUnsaved([this, path] { openFile(path); });
}

void MainWindow::save()
{
    if (m_session.path().isEmpty())
        chooseFileToSave();
    else if (const Result<void> saved = m_session.save(); !saved)
        explainUnsaved(saved.error());
}

void MainWindow::saveAll()
{
    if (m_session.path().isEmpty())
        chooseFileToSave();
    else if (const Result<void> saved = m_session.saveAll(); !saved)
        explainUnsaved(saved.error());
}

// What somebody else wrote meanwhile is a question, not a problem.
void MainWindow::explainUnsaved(const Error &error)
{
    if (error.failure == Failure::FileChanged)
        m_diskBar->askBeforeSaving();
    else
        showProblem(saying(error));
}

void MainWindow::chooseFileToSave()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the configuration as"), QFileInfo(m_session.path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QFileInfo(m_session.path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { report(m_session.saveAs(path)); });
    dialog->open();
}

void MainWindow::report(const Result<void> &result)
{
    if (!result)
        showProblem(saying(result.error()));
}

void MainWindow::askAboutUnsaved(std::function<void()> goOn)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, u"Noonmark"_s, tr("The file has changes that are not saved."),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setObjectName(u"unsaved-changes"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, goOn = std::move(goOn)](int answer) {
        if (answer == QMessageBox::Save)
            saveAll();
        if (answer == QMessageBox::Discard || (answer == QMessageBox::Save && !m_session.isModified()))
            goOn();
    });
    box->open();
}

void MainWindow::showAbout()
{
    const QString text =
        tr("Noonmark %1\n\nRuns, watches and configures a time master for closed and half-closed "
           "networks.\n\nFree software under the GNU General Public License, version 3 or later. It "
           "comes without any warranty.")
            .arg(QStringLiteral(NOONMARK_VERSION));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Noonmark"), text, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->open();
}

} // namespace noonmark::ui
