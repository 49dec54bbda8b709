// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clientspage.h"

#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include "ui/actions.h"
#include "ui/clientshosts.h"
#include "ui/clientsmodel.h"
#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/tables.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

constexpr int Pause = 10'000; // ms between the end of one look and the next

QToolButton *quietButton(QWidget *parent, const QString &name, const QIcon &icon)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

QString cell(QString text, QChar separator)
{
    const bool needsQuotes = separator == u',' && (text.contains(u',') || text.contains(u'"'));
    return needsQuotes ? QString(u'"' + text.replace(u'"', u"\"\""_s) + u'"') : text;
}

} // namespace

ClientsPage::ClientsPage(const monitor::Targets &targets, Settings &settings, Actions &actions,
                         QWidget *parent)
    : Page(parent)
    , m_targets(targets)
    , m_settings(settings)
    , m_model(new ClientsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_tabs(new QTabWidget(this))
    , m_view(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_names(new QCheckBox(this))
    , m_refresh(quietButton(this, u"clients-refresh"_s, ui::icon("follow"_L1)))
    , m_export(quietButton(this, u"clients-export"_s, ui::icon("export"_L1)))
    , m_count(new QLabel(this))
    , m_empty(new QLabel(m_view->viewport()))
    , m_hosts(new ClientsHosts(this))
{
    m_next.setSingleShot(true);
    m_next.setInterval(Pause);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(createList(actions[ActionId::CopyTable]), QString());
    m_tabs->addTab(m_hosts, QString());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->addWidget(m_tabs);
    connectReader();
    retranslate();
    fitColumns();
    m_view->horizontalHeader()->restoreState(m_settings.value(Setting::ClientsColumns).toByteArray());
    m_hosts->setText(m_settings.value(Setting::ClientsHosts).toString());
}

ClientsPage::~ClientsPage()
{
    m_settings.setValue(Setting::ClientsColumns, m_view->horizontalHeader()->saveState());
    m_settings.setValue(Setting::ClientsHosts, m_hosts->text());
}

QWidget *ClientsPage::createList(QAction *copy)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ClientsModel::SortRole);
    m_sorted->setFilterRole(ClientsModel::SearchRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(u"clients-table"_s);
    m_view->setModel(m_sorted);
    makeDense(*m_view);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ClientsModel::LastSeen, Qt::AscendingOrder);
    m_filter->setObjectName(u"clients-filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    m_names->setChecked(true);
    m_empty->setObjectName(u"clients-empty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *inView = new QVBoxLayout(m_view->viewport());
    inView->addWidget(m_empty);
    auto *copyButton = quietButton(this, u"clients-copy"_s, {});
    copyButton->setDefaultAction(copy);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    bar->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_names), static_cast<QWidget *>(m_refresh),
                            static_cast<QWidget *>(copyButton), static_cast<QWidget *>(m_export)})
        bar->addWidget(widget);
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    connect(copy, &QAction::triggered, this, [this] {
        if (m_view->isVisible()) // the other tables share the command
            QApplication::clipboard()->setText(rowsAsText(u'\t'));
    });
    return list;
}

void ClientsPage::connectReader()
{
    connect(&m_next, &QTimer::timeout, this, &ClientsPage::read);
    connect(&m_reader, &monitor::MruReader::rowsRead, this, [this](const std::vector<monitor::MruRow> &rows) {
        m_model->take(rows);
        showState();
    });
    connect(&m_reader, &monitor::MruReader::finished, this, &ClientsPage::walked);
    connect(&m_reader, &monitor::MruReader::failed, this, &ClientsPage::failed);
    connect(&m_targets, &monitor::Targets::chosenChanged, this, &ClientsPage::beginAnew);
    connect(m_refresh, &QToolButton::clicked, this, &ClientsPage::read);
    connect(m_export, &QToolButton::clicked, this, &ClientsPage::exportRows);
    connect(m_names, &QCheckBox::toggled, m_model, &ClientsModel::setLooksNamesUp);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text.trimmed());
        showState();
    });
}

QString ClientsPage::id() const
{
    return u"clients"_s;
}

QString ClientsPage::title() const
{
    return tr("Clients");
}

QIcon ClientsPage::icon() const
{
    return ui::icon("clients"_L1);
}

void ClientsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_reader.isReading())
        read();
}

void ClientsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_next.stop();
}

void ClientsPage::read()
{
    const auto place = transport::parsePlace(m_targets.address());
    if (!isVisible() || !place || m_targets.address().isEmpty())
        return;
    m_next.stop();
    // Sorting each slice into place would cost more than all of them at the end.
    m_sorted->setDynamicSortFilter(false);
    m_reader.read(*place);
    showState();
}

void ClientsPage::beginAnew()
{
    m_reader.stop();
    m_model->clear();
    m_hosts->showClients({}, {});
    m_trouble.reset();
    m_wasRead = m_isCut = false;
    read();
    showState();
}

void ClientsPage::walked(const monitor::MruWalk &walk)
{
    m_trouble.reset();
    m_wasRead = true;
    m_isCut = walk.isCut;
    m_model->setNow(walk.now);
    m_sorted->setDynamicSortFilter(true);
    m_hosts->showClients(m_model->rows(), walk.now);
    if (isVisible())
        m_next.start();
    showState();
}

void ClientsPage::failed(const Error &error)
{
    m_trouble = error;
    m_sorted->setDynamicSortFilter(true);
    if (isVisible())
        m_next.start(3 * Pause);
    showState();
}

void ClientsPage::showState()
{
    const int all = m_model->rowCount();
    const int shown = m_sorted->rowCount();
    m_empty->setVisible(shown == 0);
    if (all > 0)
        m_empty->setText(tr("No client contains “%1”.").arg(m_filter->text().trimmed()));
    else if (m_trouble && m_trouble->failure == Failure::NotPermitted)
        m_empty->setText(tr(
            "This daemon does not show who its clients are: \"nomrulist\" or a key keeps the list closed."));
    else if (m_trouble)
        m_empty->setText(wording::sentence(*m_trouble));
    else if (m_reader.isReading() || !m_wasRead)
        m_empty->setText(tr("Reading the list of clients…"));
    else
        m_empty->setText(
            tr("Nobody has asked this daemon yet. Write the clients' files on the page Export."));
    const QString everything = tr("%n client(s)", nullptr, all);
    //: %1 of %2 clients contain what is searched for.
    const QString some = tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(all));
    QString text = shown == all ? everything : some;
    if (m_reader.isReading())
        text += u" · "_s + tr("reading…");
    else if (m_isCut)
        text += u" · "_s + tr("the list is longer");
    m_count->setText(text);
}

QString ClientsPage::rowsAsText(QChar separator) const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(m_sorted->index(row, 0));
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList line;
    for (int column = 0; column < ClientsModel::ColumnCount; ++column)
        line.append(cell(m_sorted->headerData(column, Qt::Horizontal).toString(), separator));
    QString text = line.join(separator) + u'\n';
    for (const QModelIndex &row : rows) {
        line.clear();
        for (int column = 0; column < ClientsModel::ColumnCount; ++column)
            line.append(cell(row.siblingAtColumn(column).data().toString(), separator));
        text += line.join(separator) + u'\n';
    }
    return text;
}

void ClientsPage::exportRows()
{
    auto *dialog = new QFileDialog(this, tr("Export the clients"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated (*.csv)"), tr("Tab-separated (*.tsv)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"clients.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QChar separator = path.endsWith(u".tsv"_s) ? u'\t' : u',';
        const auto written = system::replaceFile(path, rowsAsText(separator).toUtf8(), {});
        if (!written)
            emit problemOccurred(saying(written.error()));
    });
    dialog->open();
}

void ClientsPage::fitColumns()
{
    constexpr std::array<int, ClientsModel::ColumnCount> figures{16, 16, 20, 8, 8, 8, 10, 3, 16, 8, 6};
    ui::fitColumns(*m_view, figures);
}

void ClientsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_model->announceEverything();
    Page::changeEvent(event);
}

void ClientsPage::retranslate()
{
    m_tabs->setTabText(0, tr("Who asks"));
    m_tabs->setTabText(1, tr("My hosts"));
    m_filter->setPlaceholderText(tr("Search address, name or program"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_names->setText(tr("&Names"));
    m_names->setStatusTip(tr("Look up the names of the addresses that are shown"));
    m_refresh->setText(tr("Rea&d again"));
    m_refresh->setStatusTip(tr("Read the list of clients now instead of in a few seconds"));
    m_export->setText(tr("Save &list…"));
    m_export->setStatusTip(tr("Save the rows that are shown as a table for a spreadsheet"));
    m_view->setAccessibleName(tr("Clients"));
    m_model->announceEverything();
    m_hosts->retranslate();
    showState();
}

} // namespace noonmark::ui
