// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/associationview.h"

#include "ui/associationmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// The widest figures that are usual, so that columns keep their width while numbers change.
constexpr std::array<const char *, AssociationModel::ColumnCount> Widest{"*",
                                                                         "ntp1.example.com 0",
                                                                         "255.255.255.255",
                                                                         "16",
                                                                         "u",
                                                                         "9999",
                                                                         "131072",
                                                                         "377",
                                                                         "-000.000",
                                                                         "+0000.000",
                                                                         "0000.000",
                                                                         "0000.000",
                                                                         "00000.0",
                                                                         "00000.0",
                                                                         "00000.0",
                                                                         "none",
                                                                         "65535",
                                                                         "255.255.255.255",
                                                                         "3",
                                                                         "65535",
                                                                         "0x1fff",
                                                                         "999",
                                                                         "999999",
                                                                         "999999",
                                                                         ""};

QString nameOfColumn(int column)
{
    const std::string_view name = AssociationModel::ntpqName(column);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

constexpr int Padding = 14; // beside the text of a cell

// The reason is the only text to the right of figures, which end where it begins.
const QString Indent = u"\u2002\u2002"_s;

class AssociationHeader : public QHeaderView
{
public:
    explicit AssociationHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setStretchLastSection(true);
        setSectionsMovable(true);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        if (logicalIndex == AssociationModel::WhyColumn)
            option->text.prepend(Indent);
    }
};

} // namespace

void MeaningDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationSize = {10, 10};
    const auto meaning = static_cast<Meaning>(index.data(AssociationModel::MeaningRole).toInt());
    if (index.column() == AssociationModel::TallyColumn)
        option->font.setBold(true);
    if (index.column() == AssociationModel::WhyColumn)
        option->text.prepend(Indent);
    if (meaning != Meaning::Neutral)
        option->palette.setColor(QPalette::Text, color(meaning, option->palette));
}

AssociationView::AssociationView(QWidget *parent)
    : QTableView(parent)
    , m_empty(new QLabel(viewport()))
{
    setObjectName(u"source-table"_s);
    setHorizontalHeader(new AssociationHeader(this));
    setItemDelegate(new MeaningDelegate(this));
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &AssociationView::offerColumns);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void AssociationView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void AssociationView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &AssociationView::showWhetherEmpty);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &AssociationView::showWhetherEmpty);
    showWhetherEmpty();
}

void AssociationView::showColumns(const ColumnChoice &choice)
{
    for (int column = 0; column < AssociationModel::ColumnCount; ++column) {
        const QString name = nameOfColumn(column);
        const bool shown = AssociationModel::isOptional(column) ? choice.added.contains(name)
                                                                : !choice.removed.contains(name);
        setColumnHidden(column, !shown && column != AssociationModel::RemoteColumn);
    }
}

ColumnChoice AssociationView::columnChoice() const
{
    ColumnChoice choice;
    for (int column = 0; column < AssociationModel::ColumnCount; ++column) {
        if (AssociationModel::isOptional(column) && !isColumnHidden(column))
            choice.added.append(nameOfColumn(column));
        if (!AssociationModel::isOptional(column) && isColumnHidden(column))
            choice.removed.append(nameOfColumn(column));
    }
    return choice;
}

void AssociationView::offerColumns(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"source-columns"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < AssociationModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"column-"_s + nameOfColumn(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // A row without its name is nobody's.
        action->setEnabled(column != AssociationModel::RemoteColumn);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            showWholeHeads();
            emit columnsChosen();
        });
    }
    menu->addSeparator();
    auto *usual = menu->addAction(tr("The &usual columns"));
    usual->setObjectName(u"columns-usual"_s);
    connect(usual, &QAction::triggered, this, [this] {
        showColumns({});
        emit columnsChosen();
    });
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

QList<int> AssociationView::visibleColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column))
            columns.append(column);
    return columns;
}

QString AssociationView::textOf(const QModelIndexList &rows) const
{
    const QList<int> columns = visibleColumns();
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(model()->headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void AssociationView::fitColumns()
{
    for (int column = 0; column < AssociationModel::WhyColumn; ++column) {
        const int figures =
            fontMetrics().horizontalAdvance(QString::fromLatin1(Widest[static_cast<std::size_t>(column)]));
        setColumnWidth(column, std::max(figures + Padding, widthOfHead(column)));
    }
    setColumnWidth(AssociationModel::RemoteColumn, columnWidth(AssociationModel::RemoteColumn) + Padding);
    setColumnWidth(AssociationModel::WhyColumn, fontMetrics().averageCharWidth() * 32);
}

int AssociationView::widthOfHead(int column) const
{
    const QString head = model()->headerData(column, Qt::Horizontal).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(head) + Padding;
}

void AssociationView::showWholeHeads()
{
    for (int column = 0; column < AssociationModel::WhyColumn; ++column)
        if (!isColumnHidden(column) && columnWidth(column) < widthOfHead(column))
            setColumnWidth(column, widthOfHead(column));
}

void AssociationView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect().adjusted(16, 0, -16, 0));
}

void AssociationView::showWhetherEmpty()
{
    m_empty->setVisible(model()->rowCount() == 0);
}

} // namespace noonmark::ui
