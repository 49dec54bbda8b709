// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesspage.h"

#include "ui/accessmodel.h"
#include "ui/accesssimulator.h"
#include "ui/configurationsession.h"
#include "ui/findinglist.h"
#include "ui/icons.h"
#include "ui/restrictdialog.h"
#include "ui/tables.h"
#include "ui/whenseen.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

enum Tab
{
    AsWritten,
    OrderV4,
    OrderV6
};

} // namespace

AccessPage::AccessPage(ConfigurationSession &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_lines(new AccessLineModel(session, this))
    , m_v4(new AccessEntryModel(session, this))
    , m_v6(new AccessEntryModel(session, this))
    , m_lineView(new QTableView(this))
    , m_tabs(new QTabWidget(this))
    , m_findings(new FindingList(session, FindingModel::Scope::AccessLines, this))
    , m_simulator(new AccessSimulator(session, this))
    , m_add(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    createLines();
    layOut();
    new WhenSeen(session, *this, [this] { reread(); });
    connect(&session, &ConfigurationSession::currentLineChanged, this, &AccessPage::followLine);
    connect(m_simulator, &AccessSimulator::lineRequested, this, &AccessPage::showLine);
    connect(m_findings, &FindingList::placeChosen, this, [this](config::TextRange range) {
        m_session.setCurrentLine(m_session.document().lineAt(range.offset).number);
        emit pageRequested(QStringLiteral("configuration"));
    });
    connect(m_add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(selectedLine()); });
    connect(m_remove, &QPushButton::clicked, this, &AccessPage::remove);
    retranslate();
    reread();
}

QIcon AccessPage::icon() const
{
    return ui::icon("access"_L1);
}

void AccessPage::createLines()
{
    m_lineView->setModel(m_lines);
    m_lineView->setObjectName(u"access-lines"_s);
    makeDense(*m_lineView);
    QHeaderView *head = m_lineView->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(AccessLineModel::FlagColumn, QHeaderView::Stretch);
    connect(m_lineView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccessPage::showButtons);
    connect(m_lineView, &QTableView::clicked, this, [this](const QModelIndex &index) {
        m_session.setCurrentLineOfWhole(m_lines->row(index.row()).line);
    });
    connect(m_lineView, &QTableView::doubleClicked, this, [this] { edit(selectedLine()); });
    m_add->setObjectName(u"access-add"_s);
    m_add->setIcon(ui::icon("add"_L1));
    m_edit->setObjectName(u"access-edit"_s);
    m_remove->setObjectName(u"access-remove"_s);
}

QTableView *AccessPage::createOrder(AccessEntryModel &model, const QString &objectName)
{
    auto *view = new QTableView(this);
    view->setModel(&model);
    view->setObjectName(objectName);
    makeDense(*view);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setSectionResizeMode(AccessEntryModel::FlagColumn, QHeaderView::Stretch);
    return view;
}

void AccessPage::layOut()
{
    m_tabs->setObjectName(u"access-tabs"_s);
    m_tabs->addTab(m_lineView, QString());
    m_tabs->addTab(createOrder(*m_v4, u"access-order-v4"_s), QString());
    m_tabs->addTab(createOrder(*m_v6, u"access-order-v6"_s), QString());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {m_add, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *upper = new QWidget(this);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(4);
    upperLayout->addLayout(buttons);
    upperLayout->addWidget(m_tabs, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_simulator);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setObjectName(u"access-sides"_s);
    sides->addWidget(upper);
    sides->addWidget(scroll);
    sides->setStretchFactor(0, 5);
    sides->setStretchFactor(1, 4);
    sides->setChildrenCollapsible(false);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setObjectName(u"access-halves"_s);
    halves->addWidget(sides);
    halves->addWidget(m_findings);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 1);
    halves->setSizes({520, 160});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(halves);
}

void AccessPage::retranslate()
{
    m_add->setText(tr("&Add…"));
    m_edit->setText(tr("&Change…"));
    m_remove->setText(tr("Re&move"));
    m_add->setToolTip(tr("Add a restrict line by form"));
    m_edit->setToolTip(tr("Change the selected restrict line by form"));
    m_remove->setToolTip(tr("Remove the selected line from the file"));
    m_tabs->setTabText(AsWritten, tr("As written"));
    m_tabs->setTabText(OrderV4, tr("IPv4 as matched"));
    m_tabs->setTabText(OrderV6, tr("IPv6 as matched"));
    const QString order =
        tr("The first entry from the top that covers a host decides alone. Lines with the same addresses "
           "have merged.");
    m_tabs->setTabToolTip(OrderV4, order);
    m_tabs->setTabToolTip(OrderV6, order);
    m_lineView->setAccessibleName(tr("Restrict lines"));
    m_tabs->widget(OrderV4)->setProperty("accessibleName", tr("IPv4 entries in the order of matching"));
    m_tabs->widget(OrderV6)->setProperty("accessibleName", tr("IPv6 entries in the order of matching"));
    m_lines->retranslate();
    m_v4->retranslate();
    m_v6->retranslate();
    m_findings->retranslate();
    m_simulator->retranslate();
}

void AccessPage::reread()
{
    m_lines->reread();
    const AccessTable table = config::accessTableWithSources(m_session.whole(), m_session.dialect());
    m_v4->setEntries(table.entries(Family::V4));
    m_v6->setEntries(table.entries(Family::V6));
    followLine();
}

void AccessPage::followLine()
{
    const int row = m_lines->rowOfLine(m_session.currentLineOfWhole());
    if (row >= 0)
        m_lineView->setCurrentIndex(m_lines->index(row, 0));
    showButtons();
}

std::optional<int> AccessPage::selectedLine() const
{
    const QModelIndex index = m_lineView->currentIndex();
    return index.isValid() ? std::optional(m_lines->row(index.row()).line) : std::nullopt;
}

void AccessPage::showButtons()
{
    const bool selected = selectedLine().has_value();
    m_edit->setEnabled(selected);
    m_remove->setEnabled(selected);
}

void AccessPage::edit(std::optional<int> line)
{
    const auto &lines = m_session.whole().lines();
    const bool readable =
        !line || readRestrictLine(lines.at(static_cast<std::size_t>(*line - 1)), m_session.dialect());
    if (!readable) {
        showLine(*line); // unrestrict has no form: the text has it
        return;
    }
    auto *dialog = new RestrictDialog(m_session, line, this);
    dialog->open();
}

void AccessPage::remove()
{
    if (const auto line = selectedLine())
        m_session.pushWhole(config::removeLine(m_session.whole(), *line), tr("Remove a line"));
}

void AccessPage::showLine(int line)
{
    m_session.setCurrentLineOfWhole(line);
    emit pageRequested(QStringLiteral("configuration"));
}

} // namespace noonmark::ui
