// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configurationpage.h"

#include "core/config/directives.h"
#include "core/wording/wording.h"
#include "ui/configurationfiles.h"
#include "ui/configurationsession.h"
#include "ui/configurationtext.h"
#include "ui/findbar.h"
#include "ui/findinglist.h"
#include "ui/icons.h"
#include "ui/keysdialog.h"
#include "ui/lineform.h"
#include "ui/linewords.h"
#include "ui/plaintext.h"
#include "ui/restrictdialog.h"
#include "ui/structuremodel.h"
#include "ui/tables.h"
#include "ui/textcommands.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

ConfigurationPage::ConfigurationPage(ConfigurationSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_files(new ConfigurationFiles(session, this))
    , m_structure(new StructureModel(session, this))
    , m_tree(new QTreeView(this))
    , m_form(new LineForm(session, this))
    , m_text(new ConfigurationText(session, this))
    , m_findBar(new FindBar(session, *m_text, this))
    , m_commands(new TextCommands(session, *m_text, *m_findBar, *this))
    , m_findings(new FindingList(session, FindingModel::Scope::Everything, this))
    , m_keys(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_addMenu(new QMenu(this))
    , m_dialectLabel(new QLabel(this))
    , m_dialects(new QComboBox(this))
    , m_textLabel(new QLabel(this))
    , m_bytesNote(new QLabel(this))
{
    createTree();
    createActions();
    layOut();
    connect(&session, &ConfigurationSession::documentChanged, this, &ConfigurationPage::followDocument);
    connect(&session, &ConfigurationSession::currentLineChanged, this, &ConfigurationPage::followLine);
    connect(&session, &ConfigurationSession::dialectChanged, this, &ConfigurationPage::followDialect);
    connect(m_text, &ConfigurationText::escapedBytesChanged, this, &ConfigurationPage::showEscapedBytes);
    connect(m_findings, &FindingList::placeChosen, this, &ConfigurationPage::showPlace);
    connect(m_findings, &FindingList::keysChosen, this, &ConfigurationPage::openKeys);
    connect(m_files, &ConfigurationFiles::keysChosen, this, [this] { openKeys(); });
    showEscapedBytes(m_text->showsEscapedBytes());
    retranslate();
    followDocument();
}

QIcon ConfigurationPage::icon() const
{
    return ui::icon("configuration"_L1);
}

void ConfigurationPage::createTree()
{
    m_tree->setModel(m_structure);
    m_tree->setObjectName(u"structure"_s);
    makeDense(*m_tree);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(StructureModel::DirectiveColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(StructureModel::ArgumentsColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(StructureModel::FindingColumn, QHeaderView::ResizeToContents);
    m_tree->expandAll();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConfigurationPage::treeChose);
}

void ConfigurationPage::createActions()
{
    m_add->setObjectName(u"config-add"_s);
    m_add->setMenu(m_addMenu);
    m_add->setIcon(ui::icon("add"_L1));
    const std::array keys{QKeySequence(QKeySequence::Delete), QKeySequence(Qt::ALT | Qt::Key_Up),
                          QKeySequence(Qt::ALT | Qt::Key_Down)};
    const std::array ids{u"config-remove"_s, u"config-move-up"_s, u"config-move-down"_s};
    for (std::size_t i = 0; i < LineActionCount; ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setObjectName(ids[i]);
        m_actions[i] = new QAction(m_tree);
        m_actions[i]->setShortcut(keys[i]);
        m_actions[i]->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(m_actions[i]);
        connect(m_buttons[i], &QPushButton::clicked, m_actions[i], &QAction::trigger);
    }
    m_keys->setObjectName(u"config-keys"_s);
    m_keys->setIcon(ui::icon("keys"_L1));
    connect(m_keys, &QPushButton::clicked, this, [this] { openKeys(); });
    for (const auto &[button, arrow] : {std::pair(MoveUp, u"↑"_s), std::pair(MoveDown, u"↓"_s)}) {
        m_buttons[button]->setText(arrow);
        m_buttons[button]->setFixedWidth(m_buttons[button]->sizeHint().height() + 8);
    }
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_actions[Remove], &QAction::triggered, this, &ConfigurationPage::removeCurrent);
    connect(m_actions[MoveUp], &QAction::triggered, this, [this] { moveCurrent(-1); });
    connect(m_actions[MoveDown], &QAction::triggered, this, [this] { moveCurrent(+1); });
    m_dialects->setObjectName(u"config-dialect"_s);
    m_dialectLabel->setBuddy(m_dialects);
    for (const auto dialect : {Dialect::Noonmark, Dialect::Ntpd, Dialect::Ntpsec})
        m_dialects->addItem(QString(), static_cast<int>(dialect));
    connect(m_dialects, &QComboBox::activated, this, [this](int index) {
        m_session.setDialect(static_cast<Dialect>(m_dialects->itemData(index).toInt()));
    });
}

void ConfigurationPage::layOut()
{
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setObjectName(u"configuration-sides"_s);
    sides->addWidget(leftSide());
    sides->addWidget(rightSide());
    sides->setStretchFactor(0, 4);
    sides->setStretchFactor(1, 5);
    sides->setChildrenCollapsible(false);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setObjectName(u"configuration-halves"_s);
    halves->addWidget(sides);
    halves->addWidget(m_findings);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    halves->setSizes({520, 160});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(halves);
    const std::array<QWidget *, 10> order{
        m_files,    m_add,  m_buttons[Remove],  m_buttons[MoveUp], m_buttons[MoveDown], m_keys, m_tree,
        m_dialects, m_text, &m_findings->view()};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_form->setTabPredecessor(*m_tree);
}

QWidget *ConfigurationPage::leftSide()
{
    auto *side = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_add);
    for (QPushButton *button : m_buttons)
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_keys);
    auto *scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::StyledPanel);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *parts = new QSplitter(Qt::Vertical, side);
    parts->setObjectName(u"configuration-form"_s);
    parts->addWidget(m_tree);
    parts->addWidget(scroll);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({300, 220});
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_files);
    layout->addLayout(buttons);
    layout->addWidget(parts, 1);
    return side;
}

QWidget *ConfigurationPage::rightSide()
{
    auto *side = new QWidget(this);
    m_textLabel->setBuddy(m_text);
    m_bytesNote->setTextFormat(Qt::PlainText);
    m_bytesNote->setWordWrap(true);
    m_text->setObjectName(u"configuration-text"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_textLabel);
    head->addStretch(1);
    head->addWidget(m_dialectLabel);
    head->addWidget(m_dialects);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_bytesNote);
    layout->addWidget(m_findBar);
    layout->addWidget(m_text, 1);
    return side;
}

void ConfigurationPage::retranslate()
{
    m_add->setText(tr("&Add"));
    const std::array names{tr("Re&move"), tr("Move &up"), tr("Move &down")};
    const std::array tips{tr("Remove the selected line from the file"),
                          tr("Move the selected line before the line above it in its group"),
                          tr("Move the selected line behind the line below it in its group")};
    for (std::size_t i = 0; i < LineActionCount; ++i) {
        m_buttons[i]->setToolTip(tips[i]);
        m_buttons[i]->setAccessibleName(QString(names[i]).remove(u'&'));
        m_actions[i]->setText(names[i]);
        m_actions[i]->setStatusTip(tips[i]);
    }
    m_buttons[Remove]->setText(names[Remove]);
    m_keys->setText(tr("&Keys…"));
    m_keys->setToolTip(tr("The symmetric keys that this configuration uses"));
    m_tree->setAccessibleName(tr("Directives of the file"));
    m_text->setAccessibleName(tr("Text of the file"));
    m_textLabel->setText(tr("&Text"));
    m_dialectLabel->setText(tr("&Read as:", "in front of the name of a dialect of ntp.conf"));
    m_dialects->setToolTip(tr("The daemon whose rules the findings and the access table follow"));
    m_bytesNote->setText(
        tr("This file is not UTF-8 throughout. Bytes that are no characters are shown as red boxes; they "
           "stay in the file exactly as they are."));
    fillDialects();
    fillAddMenu();
    m_files->retranslate();
    m_structure->retranslate();
    m_form->retranslate();
    m_commands->retranslate();
    m_findings->retranslate();
}

void ConfigurationPage::fillDialects()
{
    for (int i = 0; i < m_dialects->count(); ++i)
        m_dialects->setItemText(i, wording::name(static_cast<Dialect>(m_dialects->itemData(i).toInt())));
    m_dialects->setCurrentIndex(m_dialects->findData(static_cast<int>(m_session.dialect())));
}

void ConfigurationPage::fillAddMenu()
{
    // clear() lets the submenus live on as children.
    for (QMenu *old : m_addMenu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        old->deleteLater();
    m_addMenu->clear();
    for (int group = 0; group < static_cast<int>(config::DirectiveGroup::Removed); ++group) {
        QMenu *menu = m_addMenu->addMenu(StructureModel::groupName(group));
        menu->setToolTipsVisible(true);
        for (const auto &directive : config::directives()) {
            if (static_cast<int>(directive.group) != group ||
                !directive.dialects.contains(m_session.dialect()))
                continue;
            const QString name = QString::fromLatin1(directive.name.data(), qsizetype(directive.name.size()));
            QAction *action = menu->addAction(name);
            action->setToolTip(plainToolTip(wording::explanationOfDirective(directive.name)));
            connect(action, &QAction::triggered, this, [this, name] { addDirective(name); });
        }
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
}

void ConfigurationPage::addDirective(const QString &name)
{
    if (name == "restrict"_L1) {
        auto *dialog = new RestrictDialog(m_session, std::nullopt, this);
        dialog->open();
        return;
    }
    const auto edits = config::addLines(m_session.document(), {name.toStdString()});
    const int line = lineOfEdits(m_session.document(), edits);
    //: %1 is a directive of ntp.conf such as "server"
    m_session.push(edits, tr("Add %1").arg(name));
    m_session.setCurrentLine(line);
    m_form->focusFirstField();
}

void ConfigurationPage::removeCurrent()
{
    m_session.push(config::removeLine(m_session.document(), m_session.currentLine()), tr("Remove a line"));
}

void ConfigurationPage::moveCurrent(int step)
{
    const int line = m_session.currentLine();
    const int other = m_structure->neighbour(line, step);
    if (other == 0)
        return;
    m_session.push(config::moveLine(m_session.document(), line, step < 0 ? other : other + 1),
                   tr("Move a line"));
    m_session.setCurrentLine(other);
}

void ConfigurationPage::treeChose(const QModelIndex &index)
{
    // While the tree follows the document, it is the tree that moves and not the person.
    const int line = index.data(StructureModel::LineRole).toInt();
    if (line > 0 && !m_structure->isFollowing())
        m_session.setCurrentLine(line);
}

void ConfigurationPage::followLine()
{
    const QModelIndex index = m_structure->indexOfLine(m_session.currentLine());
    m_tree->setCurrentIndex(index);
    for (QPushButton *button : m_buttons)
        button->setEnabled(index.isValid());
    m_buttons[MoveUp]->setEnabled(m_structure->neighbour(m_session.currentLine(), -1) != 0);
    m_buttons[MoveDown]->setEnabled(m_structure->neighbour(m_session.currentLine(), +1) != 0);
}

void ConfigurationPage::followDocument()
{
    for (int group = 0; group < StructureModel::GroupCount; ++group) {
        const bool empty = m_structure->rowCount(m_structure->index(group, 0)) == 0;
        const bool wasHidden = m_tree->isRowHidden(group, {});
        m_tree->setRowHidden(group, {}, empty);
        if (wasHidden && !empty)
            m_tree->setExpanded(m_structure->index(group, 0), true);
    }
    followLine();
}

void ConfigurationPage::followDialect()
{
    fillDialects();
    fillAddMenu();
}

void ConfigurationPage::showEscapedBytes(bool shown)
{
    m_bytesNote->setVisible(shown);
}

void ConfigurationPage::openKeys(int line)
{
    auto *dialog = new KeysDialog(m_session, this);
    connect(dialog, &KeysDialog::problemOccurred, this, &Page::problemOccurred);
    dialog->open();
    dialog->showLine(line);
}

void ConfigurationPage::showPlace(config::TextRange range)
{
    m_text->selectRange(range);
    m_text->setFocus();
}

} // namespace noonmark::ui
