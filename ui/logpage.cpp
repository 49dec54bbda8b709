// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logpage.h"

#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/journalmodel.h"
#include "ui/tables.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

// The rows of one topic that contain what is searched for.
class JournalFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    // -1: all of them.
    void setTopic(int topic)
    {
        m_topic = topic;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const int topic = sourceModel()->index(row, 0, parent).data(JournalModel::TopicRole).toInt();
        return (m_topic < 0 || topic == m_topic) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    int m_topic = -1;
};

LogPage::LogPage(const monitor::Journal &journal, Actions &actions, QWidget *parent)
    : Page(parent)
    , m_model(new JournalModel(journal, this))
    , m_filtered(new JournalFilter(this))
    , m_view(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_topic(new QComboBox(this))
    , m_export(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_empty(new QLabel(m_view->viewport()))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(u"log-table"_s);
    m_view->setModel(m_filtered);
    makeDense(*m_view);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->horizontalHeader()->setSectionResizeMode(JournalModel::What, QHeaderView::Stretch);
    createLayout(actions[ActionId::CopyTable]);
    connect(m_filter, &QLineEdit::textChanged, this, &LogPage::filter);
    connect(m_topic, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filtered->setTopic(index - 1); // the first is all of them
        showCount();
    });
    connect(m_export, &QToolButton::clicked, this, &LogPage::chooseFile);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filtered, signal, this, &LogPage::showCount);
    retranslate();
}

void LogPage::createLayout(QAction *copy)
{
    m_filter->setObjectName(u"log-filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(360);
    m_empty->setObjectName(u"log-empty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *inView = new QVBoxLayout(m_view->viewport());
    inView->addWidget(m_empty);
    m_topic->setObjectName(u"log-topic"_s);
    m_topic->addItems({{}, {}, {}, {}, {}}); // named in retranslate()
    auto *button = new QToolButton(this);
    button->setDefaultAction(copy);
    m_export->setObjectName(u"log-export"_s);
    m_export->setIcon(ui::icon("export"_L1));
    for (QToolButton *one : {button, m_export}) {
        one->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        one->setAutoRaise(true);
    }
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_topic);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(button);
    bar->addWidget(m_export);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addLayout(bar);
    all->addWidget(m_view, 1);
    connect(copy, &QAction::triggered, this, [this] {
        if (isVisible()) // the other tables share the command
            copyRows();
    });
}

QString LogPage::id() const
{
    return u"log"_s;
}

QString LogPage::title() const
{
    return tr("Log");
}

QIcon LogPage::icon() const
{
    return ui::icon("log"_L1);
}

void LogPage::filter(const QString &text)
{
    m_filtered->setFilterFixedString(text.trimmed());
    showCount();
}

void LogPage::showCount()
{
    const int shown = m_filtered->rowCount();
    const int all = m_model->rowCount();
    m_empty->setVisible(shown == 0);
    m_empty->setText(all == 0
                         ? tr("Nothing happened yet. Changes of sources, steps of the clock, restarts and "
                              "edits of the file will stand here.")
                     : m_filter->text().trimmed().isEmpty()
                         ? tr("Nothing of this kind happened.")
                         : tr("No entry contains “%1”.").arg(m_filter->text().trimmed()));
    //: How many rows of the journal are shown.
    const QString everything = tr("%n entry(s)", nullptr, all);
    //: %1 of %2 rows of the journal contain what is searched for.
    const QString some = tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(all));
    m_count->setText(shown == all ? everything : some);
}

void LogPage::showEntry(quint64 number)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->entryAt(row).number != number)
            continue;
        const QModelIndex entry = m_model->index(row, 0);
        if (!m_filtered->mapFromSource(entry).isValid()) {
            m_filter->clear();
            m_topic->setCurrentIndex(0);
        }
        m_view->selectRow(m_filtered->mapFromSource(entry).row());
        m_view->scrollTo(m_filtered->mapFromSource(entry), QAbstractItemView::PositionAtCenter);
        return;
    }
}

QString LogPage::rowsAsText() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        for (int row = 0; row < m_filtered->rowCount(); ++row)
            rows.append(m_filtered->index(row, 0));
    return textOf(rows, false);
}

QString LogPage::textOf(QModelIndexList rows, bool commas) const
{
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const auto join = [commas](QStringList cells) {
        if (!commas)
            return cells.join(u'\t');
        for (QString &cell : cells)
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        return cells.join(u',');
    };
    QStringList head;
    for (int column = 0; column < JournalModel::ColumnCount; ++column)
        head.append(m_filtered->headerData(column, Qt::Horizontal).toString());
    QStringList lines{join(head)};
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < JournalModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(join(cells));
    }
    return lines.join(u'\n') + u'\n';
}

void LogPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("Text with tabs (*.txt)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"noonmark-log.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!save(path))
            emit problemOccurred([path] { return tr("The log could not be written to %1.").arg(path); });
    });
    dialog->open();
}

bool LogPage::save(const QString &path) const
{
    QModelIndexList rows;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        rows.append(m_filtered->index(row, 0));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(textOf(rows, path.endsWith(u".csv"_s, Qt::CaseInsensitive)).toUtf8());
    return file.commit();
}

void LogPage::copyRows() const
{
    QApplication::clipboard()->setText(rowsAsText());
}

void LogPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_model->announceEverything();
    Page::changeEvent(event);
}

// The sentences name their source: where there is little room, its column goes first.
void LogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int enough = 90; // figures
    m_view->setColumnHidden(JournalModel::Source, width() < enough * m_view->fontMetrics().horizontalAdvance(u'0'));
}

void LogPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Search the log"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_view->setAccessibleName(tr("Log"));
    //: What the log is narrowed to.
    const QStringList topics{tr("Everything"), tr("The clock"), tr("Sources"), tr("Daemons"), tr("The file")};
    for (int i = 0; i < topics.size(); ++i)
        m_topic->setItemText(i, topics[i]);
    m_topic->setAccessibleName(tr("Kind of entries"));
    m_export->setText(tr("&Save…"));
    m_export->setToolTip(tr("Save the entries that are shown"));
    m_model->announceEverything();
    const QFontMetrics metrics = m_view->fontMetrics();
    m_view->setColumnWidth(JournalModel::Time, metrics.horizontalAdvance(u"2026-12-28 20:58:58"_s) + 24);
    m_view->setColumnWidth(JournalModel::Source, metrics.horizontalAdvance(u'0') * 17);
    m_view->setColumnWidth(JournalModel::Daemon, metrics.horizontalAdvance(u'0') * 17);
    showCount();
}

} // namespace noonmark::ui
