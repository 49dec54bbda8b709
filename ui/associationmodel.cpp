// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/associationmodel.h"

#include "core/monitor/recenthistory.h"
#include "core/wording/wording.h"

#include <QApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

using engine::AssociationSnapshot;
using engine::SourceKind;

// ntpq's names, by column.
constexpr std::array<std::string_view, AssociationModel::ColumnCount> NtpqNames{
    "tally", "remote", "refid", "st", "t", "when", "poll", "reach", "delay", "offset", "jitter", "why"};

bool isSame(const AssociationSnapshot &a, const AssociationSnapshot &b)
{
    return a.id == b.id && a.source.name == b.source.name && a.source.kind == b.source.kind;
}

// Delay, offset and jitter say nothing before the first answer.
bool isMeasured(const AssociationSnapshot &association)
{
    return association.sinceReceived.has_value();
}

qint64 pollSeconds(const AssociationSnapshot &association)
{
    return qint64{1} << std::clamp<int>(association.hostPoll, 0, 17);
}

bool isFigure(int column)
{
    switch (column) {
    case AssociationModel::StratumColumn:
    case AssociationModel::WhenColumn:
    case AssociationModel::PollColumn:
    case AssociationModel::ReachColumn:
    case AssociationModel::DelayColumn:
    case AssociationModel::OffsetColumn:
    case AssociationModel::JitterColumn:
        return true;
    default:
        return false;
    }
}

int alignmentOf(int column)
{
    const bool centred = column == AssociationModel::TallyColumn || column == AssociationModel::TypeColumn;
    const auto horizontal = centred ? Qt::AlignHCenter : isFigure(column) ? Qt::AlignRight : Qt::AlignLeft;
    return static_cast<int>(horizontal | Qt::AlignVCenter);
}

} // namespace

Meaning meaningOf(engine::Tally tally)
{
    switch (tally) {
    case engine::Tally::SystemPeer:
    case engine::Tally::PpsPeer:
    case engine::Tally::Candidate:
        return Meaning::Good;
    case engine::Tally::Falseticker:
        return Meaning::Bad;
    case engine::Tally::Outlier:
        return Meaning::Warning;
    default:
        return Meaning::Neutral;
    }
}

AssociationModel::AssociationModel(SlotOf slotOf, QObject *parent)
    : QAbstractTableModel(parent)
    , m_slotOf(std::move(slotOf))
{}

void AssociationModel::update(const std::vector<AssociationSnapshot> &associations)
{
    const auto isThere = [](const auto &list, const AssociationSnapshot &wanted) {
        return std::ranges::any_of(list, [&wanted](const auto &one) { return isSame(one, wanted); });
    };
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (isThere(associations, association(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < associations.size(); ++i) {
        const int row = static_cast<int>(i);
        const auto rest = m_rows.begin() + row;
        const auto found =
            std::find_if(rest, m_rows.end(), [&](const auto &one) { return isSame(one, associations[i]); });
        if (found == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(rest, associations[i]);
            endInsertRows();
        } else if (found != rest) {
            beginMoveRows({}, static_cast<int>(found - m_rows.begin()),
                          static_cast<int>(found - m_rows.begin()), {}, row);
            std::rotate(rest, found, found + 1);
            endMoveRows();
        }
        updateRow(row, associations[i]);
    }
}

void AssociationModel::updateRow(int row, const AssociationSnapshot &news)
{
    AssociationSnapshot &present = m_rows[static_cast<std::size_t>(row)];
    const AssociationSnapshot before = std::exchange(present, news);
    // One signal per changed cell: a table of sources that answer every minute is painted hardly ever.
    for (int column = 0; column < ColumnCount; ++column) {
        const bool same = text(before, column) == text(news, column) && before.tally == news.tally;
        if (!same)
            emit dataChanged(index(row, column), index(row, column));
    }
}

void AssociationModel::refreshTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const AssociationSnapshot &AssociationModel::association(int row) const
{
    return m_rows[static_cast<std::size_t>(row)];
}

int AssociationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AssociationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AssociationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AssociationSnapshot &row = association(index.row());
    const QString key = monitor::RecentHistory::keyOf(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case Qt::DecorationRole:
        return index.column() == RemoteColumn ? QVariant(seriesColor(m_slotOf(key), QApplication::palette()))
                                              : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == TallyColumn)
            return QString(wording::name(row.tally) + u": "_s + wording::explanation(row.tally));
        return index.column() == WhyColumn ? wording::whyNotUsed(row) : QVariant();
    case Qt::WhatsThisRole:
        return wording::explanationOfColumn(NtpqNames[static_cast<std::size_t>(index.column())]);
    case Qt::AccessibleTextRole:
        return index.column() == TallyColumn ? wording::name(row.tally) : text(row, index.column());
    case SortRole:
        return raw(row, index.column());
    case KeyRole:
        return key;
    case MeaningRole: {
        const bool coloured = index.column() == TallyColumn || index.column() == WhyColumn;
        const bool ownClock =
            row.source.kind == SourceKind::LocalClock && row.tally == engine::Tally::SystemPeer;
        const Meaning meaning = ownClock ? Meaning::OwnClock : meaningOf(row.tally);
        return static_cast<int>(coloured ? meaning : Meaning::Neutral);
    }
    default:
        return {};
    }
}

QVariant AssociationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const std::string_view name = NtpqNames[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return wording::columnHead(name);
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return wording::explanationOfColumn(name);
    case Qt::TextAlignmentRole:
        return alignmentOf(section);
    default:
        return {};
    }
}

QString AssociationModel::text(const AssociationSnapshot &association, int column) const
{
    const bool measured = isMeasured(association);
    switch (column) {
    case TallyColumn:
        return wording::tallySign(association.tally);
    case RemoteColumn:
        return wording::plain(monitor::RecentHistory::nameOf(association).toStdString());
    case RefidColumn:
        return wording::refid(association);
    case StratumColumn:
        return QString::number(association.stratum);
    case TypeColumn:
        return QString(wording::typeLetter(association));
    case WhenColumn:
        return wording::when(association.sinceReceived);
    case PollColumn:
        return QString::number(pollSeconds(association));
    case ReachColumn:
        return wording::reach(association.reach);
    case DelayColumn:
        return measured ? wording::milliseconds(association.delay) : QString();
    case OffsetColumn:
        return measured ? wording::milliseconds(association.offset, 3, true) : QString();
    case JitterColumn:
        return measured ? wording::milliseconds(association.jitter) : QString();
    case WhyColumn:
        return wording::whyNotUsed(association);
    default:
        return {};
    }
}

QVariant AssociationModel::raw(const AssociationSnapshot &association, int column) const
{
    // What was never measured sorts behind everything that was.
    constexpr double Never = 1e9;
    const bool measured = isMeasured(association);
    switch (column) {
    case TallyColumn:
        return static_cast<int>(association.tally);
    case StratumColumn:
        return association.stratum;
    case WhenColumn:
        return association.sinceReceived.value_or(Never);
    case PollColumn:
        return pollSeconds(association);
    case ReachColumn:
        return association.reach;
    case DelayColumn:
        return measured ? association.delay : Never;
    case OffsetColumn:
        return measured ? association.offset : Never;
    case JitterColumn:
        return measured ? association.jitter : Never;
    default:
        return text(association, column);
    }
}

QString AssociationModel::toText(const QModelIndexList &rows) const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(cells.join(u'\t'));
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace noonmark::ui
