// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcespage.h"

#include "core/config/statement.h"
#include "core/wording/peertable.h"
#include "core/wording/wording.h"

#include "ui/actions.h"
#include "ui/associationdetails.h"
#include "ui/associationmodel.h"
#include "ui/associationview.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/eventflags.h"
#include "ui/configurationsession.h"
#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/sourcedialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

bool makes(const config::SourceStatement &statement, const engine::SourceConfig &source)
{
    if (statement.localClock || source.kind == engine::SourceKind::LocalClock)
        return statement.localClock && source.kind == engine::SourceKind::LocalClock &&
               statement.localUnit == source.localUnit;
    return statement.address == source.name;
}

} // namespace

SourcesPage::SourcesPage(const Context &context, QWidget *parent)
    : Page(parent)
    , m_session(context.session)
    , m_targets(context.targets)
    , m_journal(context.journal)
    , m_settings(context.settings)
    , m_actions(context.actions)
    , m_model(new AssociationModel(
          [&history = context.targets.history()](const QString &key) {
              const auto *source = history.find(key);
              return source ? source->slot : 0;
          },
          this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new AssociationView(this))
    , m_filter(new QLineEdit(this))
    , m_pending(new QLabel(this))
    , m_why(new QLabel(this))
    , m_charts(new ChartPanel(context.targets.history(), m_settings, m_actions[ActionId::SaveChart], this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_splitter->setObjectName(u"sources-splitter"_s);
    m_splitter->addWidget(createTable());
    m_splitter->addWidget(m_charts);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->addWidget(m_splitter);
    connectActions();
    retranslate();
    m_view->fitColumns();
    m_view->horizontalHeader()->restoreState(m_settings.value(Setting::SourcesColumns).toByteArray());
    m_view->showColumns({m_settings.value(Setting::SourcesShown).toStringList(),
                         m_settings.value(Setting::SourcesHidden).toStringList()});
    m_view->showWholeHeads();
    m_splitter->restoreState(m_settings.value(Setting::SourcesSplitter).toByteArray());
}

SourcesPage::~SourcesPage()
{
    m_settings.setValue(Setting::SourcesColumns, m_view->horizontalHeader()->saveState());
    m_settings.setValue(Setting::SourcesSplitter, m_splitter->saveState());
}

QWidget *SourcesPage::createTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(AssociationModel::SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(u"sources-filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(220);
    m_view->setModel(m_sorted);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    // In file order until a head is clicked.
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    m_pending->setObjectName(u"sources-pending"_s);
    m_pending->setTextFormat(Qt::PlainText);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    for (const auto id : {ActionId::AddSource, ActionId::DisableSource, ActionId::RemoveSource,
                          ActionId::SourceDetails, ActionId::CopyTable}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(m_actions[id]);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    bar->addWidget(m_pending);
    bar->addWidget(m_filter);
    auto *upper = new QWidget(this);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    column->addWidget(m_why);
    m_view->setMinimumHeight(96);
    m_why->setObjectName(u"source-why"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setWordWrap(true);
    m_why->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return upper;
}

void SourcesPage::showFlags()
{
    showTargetName();
    m_charts->setFlags(eventFlags(m_journal, m_targets.nameOf(m_targets.chosen())));
}

void SourcesPage::connectActions()
{
    connect(&m_journal, &monitor::Journal::added, this, &SourcesPage::showFlags);
    connect(&m_journal, &monitor::Journal::restored, this, &SourcesPage::showFlags);
    connect(&m_targets, &monitor::Targets::chosenChanged, this, &SourcesPage::showFlags);
    connect(&m_targets, &monitor::Targets::chosenChanged, this, &SourcesPage::offerComparisons);
    connect(&m_targets, &monitor::Targets::listChanged, this, &SourcesPage::offerComparisons);
    connect(m_charts, &ChartPanel::comparisonChosen, this, &SourcesPage::compareWith);
    connect(m_filter, &QLineEdit::textChanged, m_sorted,
            [this](const QString &text) { m_sorted->setFilterFixedString(text.trimmed()); });
    connect(m_view, &AssociationView::columnsChosen, this, &SourcesPage::rememberColumns);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &SourcesPage::showDetails);
    connect(m_charts, &ChartPanel::flagClicked, this, [this](quint64 number) {
        emit pageRequested(u"log"_s);
        emit entryRequested(number);
    });
    connect(m_actions[ActionId::AddSource], &QAction::triggered, this, &SourcesPage::addSource);
    connect(m_actions[ActionId::DisableSource], &QAction::triggered, this, &SourcesPage::disableSource);
    connect(m_actions[ActionId::RemoveSource], &QAction::triggered, this, &SourcesPage::removeSource);
    connect(m_actions[ActionId::CopyTable], &QAction::triggered, this, &SourcesPage::copyRows);
    connect(m_actions[ActionId::CopyNtpq], &QAction::triggered, this, &SourcesPage::copyAsNtpq);
    connect(m_actions[ActionId::SourceDetails], &QAction::triggered, this, &SourcesPage::showDetails);
    // These keys mean something else in other pages' editors, so they belong to the table.
    for (const auto id : {ActionId::SourceDetails, ActionId::CopyTable, ActionId::CopyNtpq,
                          ActionId::DisableSource, ActionId::RemoveSource}) {
        m_actions[id]->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(m_actions[id]);
    }
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SourcesPage::showSelection);
    connect(m_charts, &ChartPanel::problemOccurred, this, &Page::problemOccurred);
    connect(&m_session, &ConfigurationSession::pendingChangesChanged, this, &SourcesPage::showPendingHint);
    showSelection();
}

QString SourcesPage::id() const
{
    return u"sources"_s;
}

QString SourcesPage::title() const
{
    return tr("Sources");
}

QIcon SourcesPage::icon() const
{
    return ui::icon("sources"_L1);
}

void SourcesPage::showFrame(const monitor::Frame &frame)
{
    m_model->update(frame.snapshot.associations);
    m_system = frame.snapshot.system;
    showWhy();
    updateDetails();
    if (frame.answered)
        m_charts->showPresent(static_cast<double>(frame.unixMilliseconds) / 1000);
}

void SourcesPage::rememberColumns()
{
    const ColumnChoice choice = m_view->columnChoice();
    m_settings.setValue(Setting::SourcesShown, choice.added);
    m_settings.setValue(Setting::SourcesHidden, choice.removed);
}

void SourcesPage::showSelection()
{
    QStringList keys;
    for (const QModelIndex &row : m_view->selectionModel()->selectedRows())
        keys.append(row.data(AssociationModel::KeyRole).toString());
    m_charts->setSelection(keys);
    m_actions[ActionId::DisableSource]->setEnabled(keys.size() == 1);
    m_actions[ActionId::RemoveSource]->setEnabled(keys.size() == 1);
    m_actions[ActionId::SourceDetails]->setEnabled(keys.size() == 1);
    showWhy();
}

QModelIndex SourcesPage::rowToExplain() const
{
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    if (!selected.isEmpty())
        return selected.first();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        const engine::Tally tally = m_model->association(m_sorted->mapToSource(index).row()).tally;
        if (tally == engine::Tally::Reject || tally == engine::Tally::Falseticker)
            return index;
    }
    return {};
}

void SourcesPage::showWhy()
{
    const QModelIndex row = rowToExplain();
    const auto textOf = [&row](int column) { return row.siblingAtColumn(column).data().toString(); };
    //: Below the table of sources. %1: one of them, %2: what it is used for, or why it is not used.
    const QString text =
        tr("%1: %2").arg(textOf(AssociationModel::RemoteColumn), textOf(AssociationModel::WhyColumn));
    m_why->setText(row.isValid() ? text : QString());
}

void SourcesPage::addSource()
{
    auto *dialog = new SourceDialog(m_session.dialect(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_session.pushWhole(config::addLines(m_session.whole(), dialog->lines()),
                            tr("Add source %1").arg(dialog->sourceName()));
    });
    dialog->open();
}

int SourcesPage::lineOfSelection()
{
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    if (selected.size() != 1)
        return 0;
    const auto &source = m_model->association(m_sorted->mapToSource(selected.first()).row()).source;
    for (const config::Line &line : m_session.whole().lines()) {
        if (line.kind != config::LineKind::Directive)
            continue;
        const auto statement = config::readSource(line, m_session.dialect());
        if (statement && makes(*statement, source))
            return line.number;
    }
    emit problemOccurred([name = wording::plain(source.name)] {
        return tr("No active line of the file makes the source %1; it was taken out or disabled already.")
            .arg(name);
    });
    return 0;
}

void SourcesPage::disableSource()
{
    const QString name =
        m_view->selectionModel()->selectedRows(AssociationModel::RemoteColumn).value(0).data().toString();
    if (const int line = lineOfSelection(); line > 0)
        m_session.pushWhole(config::disableLine(m_session.whole(), line), tr("Disable source %1").arg(name));
}

void SourcesPage::removeSource()
{
    const QString name =
        m_view->selectionModel()->selectedRows(AssociationModel::RemoteColumn).value(0).data().toString();
    if (const int line = lineOfSelection(); line > 0)
        m_session.pushWhole(config::removeLine(m_session.whole(), line), tr("Remove source %1").arg(name));
}

void SourcesPage::copyRows()
{
    if (!isVisible())
        return; // the log shares the command
    QApplication::clipboard()->setText(m_view->textOf(rowsMeant()));
}

QModelIndexList SourcesPage::rowsMeant() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(m_sorted->index(row, 0));
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

void SourcesPage::copyAsNtpq() const
{
    std::vector<engine::AssociationSnapshot> associations;
    for (const QModelIndex &row : rowsMeant())
        associations.push_back(m_model->association(m_sorted->mapToSource(row).row()));
    QApplication::clipboard()->setText(wording::peerTable(associations, {}).join(u'\n') + u'\n');
}

void SourcesPage::showDetails()
{
    const QModelIndex row = m_view->selectionModel()->selectedRows().value(0);
    if (!row.isValid())
        return;
    if (m_details)
        m_details->close();
    m_details = new AssociationDetails(row.data(AssociationModel::KeyRole).toString(), this);
    m_details->setAttribute(Qt::WA_DeleteOnClose);
    m_details->show();
    updateDetails();
}

void SourcesPage::updateDetails()
{
    if (!m_details)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(AssociationModel::KeyRole).toString() != m_details->key())
            continue;
        const auto &association = m_model->association(row);
        const monitor::Target &target = *m_targets.at(m_targets.chosen()).target;
        return m_details->show(association, target.variablesOf(association.id), m_system);
    }
    m_details->sayThatItIsGone();
}

// Every daemon but the one that is looked at.
void SourcesPage::offerComparisons()
{
    QStringList names;
    for (int i = 0; i < m_targets.count(); ++i)
        if (i != m_targets.chosen())
            names.append(m_targets.at(i).target->address());
    if (!names.contains(m_comparison))
        m_comparison.clear();
    m_charts->setComparisons(names, m_comparison);
    showComparison();
}

void SourcesPage::compareWith(const QString &name)
{
    m_comparison = name;
    showComparison();
}

void SourcesPage::showComparison()
{
    for (int i = 0; i < m_targets.count(); ++i)
        if (!m_comparison.isEmpty() && m_targets.at(i).target->address() == m_comparison)
            return m_charts->setComparison(m_comparison, &m_targets.at(i).history);
    m_charts->setComparison({}, nullptr);
}

void SourcesPage::showTargetName()
{
    m_charts->setTargetName(m_targets.isBuiltIn() ? tr("This program") : m_targets.address());
}

void SourcesPage::showPendingHint()
{
    m_pending->setVisible(m_session.pendingChanges() > 0);
    m_pending->setText(tr("The daemon does not run with the changed file yet: apply it."));
}

void SourcesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_model->refreshTexts();
    Page::changeEvent(event);
}

void SourcesPage::retranslate()
{
    m_view->setAccessibleName(tr("Sources"));
    m_filter->setPlaceholderText(tr("Filter the sources"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    offerComparisons();
    m_view->setEmptyText(
        tr("No time source is running. Add one, or choose “Isolated” above to serve this machine's "
           "own clock; then apply the change."));
    m_model->refreshTexts();
    showWhy();
    m_view->showWholeHeads();
    showPendingHint();
    showFlags();
}

} // namespace noonmark::ui
