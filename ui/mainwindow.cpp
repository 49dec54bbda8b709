// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/wording/language.h"
#include "core/wording/wording.h"

#include "ui/configurationsession.h"
#include "ui/diskbar.h"
#include "ui/explainer.h"
#include "ui/messagebar.h"
#include "ui/modeswitch.h"
#include "ui/page.h"
#include "ui/pagelist.h"
#include "ui/settings.h"
#include "ui/statusline.h"
#include "ui/targetchooser.h"
#include "ui/topbar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusTipEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

MainWindow::MainWindow(const WindowContext &context)
    : m_session(context.session)
    , m_targets(context.targets)
    , m_language(context.language)
    , m_theme(context.theme)
    , m_settings(context.settings)
    , m_actions(new Actions(this))
    , m_topBar(new TopBar(m_session, m_targets, (*m_actions)[ActionId::Apply], this))
    , m_pageList(new PageList(this))
    , m_pages(new QStackedWidget(this))
    , m_messages(new MessageBar(this))
    , m_diskBar(new DiskBar(m_session, this))
    , m_statusLine(new StatusLine(this))
    , m_pageActions(new QActionGroup(this))
    , m_appearances(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    setObjectName(u"main-window"_s);
    m_topBar->modeSwitch()->setStratum(m_settings.value(Setting::FallbackStratum).toInt());
    createLayout();
    createMenus();
    connectActions();
    connectSession();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::createLayout()
{
    m_pageList->setObjectName(u"pages"_s);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_messages);
    right->addWidget(m_diskBar);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_pageList);
    middle->addLayout(right, 1);
    auto *central = new QWidget(this);
    auto *all = new QVBoxLayout(central);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    const auto line = [central] {
        auto *rule = new QFrame(central);
        rule->setFrameStyle(QFrame::HLine | QFrame::Plain);
        rule->setForegroundRole(QPalette::Mid);
        return rule;
    };
    all->addWidget(m_topBar);
    all->addWidget(line());
    all->addLayout(middle, 1);
    all->addWidget(line());
    all->addWidget(m_statusLine);
    setCentralWidget(central);
    connect(m_pageList, &PageList::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void MainWindow::addPage(Page *page)
{
    m_pages->addWidget(page);
    m_pageList->addPage(page->id(), page->icon(), page->title());
    connect(page, &Page::problemOccurred, this, &MainWindow::showProblem);
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    auto *action = new QAction(page->icon(), page->title(), m_pageActions);
    action->setObjectName("page-"_L1 + page->id());
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_pages->count())));
    connect(action, &QAction::triggered, page, [this, id = page->id()] { showPage(id); });
    QMenu *view = m_menus.at(2);
    view->insertAction(view->actions().at(m_pages->count() - 1), action);
    if (m_pages->count() == 1)
        m_pageList->setCurrentRow(0);
}

void MainWindow::showPage(const QString &id)
{
    if (const int row = m_pageList->rowOf(id); row >= 0)
        m_pageList->setCurrentRow(row);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void MainWindow::restore()
{
    const bool restored = restoreGeometry(m_settings.value(Setting::WindowGeometry).toByteArray());
    // What the window manager puts around it must fit too: the verdict stands at the very bottom.
    const QSize frame(8, 40);
    if (!restored)
        resize(QSize(1280, 800).boundedTo(screen()->availableSize() - frame));
    showPage(m_settings.value(Setting::LastPage).toString());
}

void MainWindow::showFrame(const monitor::Frame &frame)
{
    m_frame = frame;
    m_statusLine->showFrame(frame);
    for (int i = 0; i < m_pages->count(); ++i)
        if (auto *page = qobject_cast<Page *>(m_pages->widget(i)))
            page->showFrame(frame);
    showTitle();
}

void MainWindow::showProblem(const Saying &problem)
{
    m_messages->showMessage(Meaning::Bad, problem);
}

void MainWindow::showWarning(const Saying &warning)
{
    m_messages->showMessage(Meaning::Warning, warning);
}

void MainWindow::askAboutDisk()
{
    m_diskBar->askBeforeSaving();
}

void MainWindow::showOrHide()
{
    if (isVisible() && isActiveWindow() && !isMinimized()) {
        hide();
        return;
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto deed) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, deed] { (this->*deed)(); });
    };
    on(ActionId::Open, &MainWindow::chooseFileToOpen);
    on(ActionId::Save, &MainWindow::save);
    on(ActionId::SaveAs, &MainWindow::chooseFileToSave);
    on(ActionId::Quit, &MainWindow::close);
    on(ActionId::Apply, &MainWindow::applyRequested);
    on(ActionId::About, &MainWindow::showAbout);
    connect((*m_actions)[ActionId::Explain], &QAction::triggered, new Explainer(this), &Explainer::explain);
    connect((*m_actions)[ActionId::CompareDisk], &QAction::triggered, m_diskBar, &DiskBar::compare);
    connect((*m_actions)[ActionId::Export], &QAction::triggered, this, [this] { showPage(u"export"_s); });
    connect((*m_actions)[ActionId::Undo], &QAction::triggered, m_session.undoGroup(), &QUndoGroup::undo);
    connect((*m_actions)[ActionId::Redo], &QAction::triggered, m_session.undoGroup(), &QUndoGroup::redo);
}

void MainWindow::connectSession()
{
    connect(m_session.undoGroup(), &QUndoGroup::indexChanged, this, &MainWindow::showUndoTexts);
    connect(&m_session, &ConfigurationSession::fileChanged, this, &MainWindow::showTitle);
    connect(m_topBar->targetChooser(), &TargetChooser::problemOccurred, this, &MainWindow::showProblem);
    connect(m_topBar->modeSwitch(), &ModeSwitch::problemOccurred, this, &MainWindow::showProblem);
    connect(m_diskBar, &DiskBar::problemOccurred, this, &MainWindow::showProblem);
    connect(&m_targets, &monitor::Target::failed, this,
            [this](const Error &error) { showProblem(saying(error)); });
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() != QEvent::StatusTip)
        return QMainWindow::event(event);
    m_statusLine->showTip(static_cast<QStatusTipEvent *>(event)->tip());
    return true;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_session.isModified()) {
        event->ignore();
        askAboutUnsaved([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    if (const Page *page = currentPage())
        m_settings.setValue(Setting::LastPage, page->id());
    QMainWindow::closeEvent(event);
}

void MainWindow::showUndoTexts()
{
    const QUndoStack *stack = m_session.undoStack();
    QAction *undo = (*m_actions)[ActionId::Undo];
    QAction *redo = (*m_actions)[ActionId::Redo];
    undo->setEnabled(stack->canUndo());
    redo->setEnabled(stack->canRedo());
    //: Edit menu. %1: what is taken back, for example “add a server”.
    undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
    //: Edit menu. %1: what is made again.
    redo->setText(stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
}

void MainWindow::showTitle()
{
    const QString file = QFileInfo(m_session.path()).fileName();
    //: Title of the window. %1: the verdict in a few words, %2: the file. [*] stands where unsaved changes
    //: show.
    const QString title =
        tr("%1 – %2[*] – Noonmark")
            .arg(sign(meaningOf(m_frame.verdict.state)) + u' ' +
                     wording::shortVerdict(m_frame.verdict, m_frame.trouble),
                 file.isEmpty() ? tr("no file") : file);
    setWindowModified(m_session.isModified());
    // Some window managers flash a window whose title is set.
    if (title != windowTitle())
        setWindowTitle(title);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_pageList->setAccessibleName(tr("Pages"));
    const QStringList titles{tr("&File"), tr("&Edit"),  tr("&View"),
                             tr("&Help"), tr("&Theme"), tr("&Language")};
    for (qsizetype i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(titles[i]);
    const QStringList appearances{tr("As the &desktop"), tr("&Light"), tr("&Dark")};
    for (qsizetype i = 0; i < appearances.size(); ++i)
        m_appearances->actions().at(i)->setText(appearances[i]);
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *page = qobject_cast<Page *>(m_pages->widget(i));
        m_pageList->setTitle(i, page->title());
        m_pageActions->actions().at(i)->setText(page->title());
    }
    showUndoTexts();
    showTitle();
}

} // namespace noonmark::ui
