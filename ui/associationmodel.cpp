// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/associationmodel.h"

#include "core/monitor/recenthistory.h"
#include "core/wording/peertable.h"
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
    "tally",  "remote", "refid",      "st",       "t",         "when",     "poll", "reach",   "delay",
    "offset", "jitter", "dispersion", "rootdist", "rootdelay", "rootdisp", "auth", "associd", "dstadr",
    "leap",   "keyid",  "flash",      "unreach",  "sent",      "received", "why"};

bool isSame(const AssociationSnapshot &a, const AssociationSnapshot &b)
{
    return a.id == b.id && a.source.name == b.source.name && a.source.kind == b.source.kind;
}

// Delay, offset and jitter say nothing before the first answer.
bool isMeasured(const AssociationSnapshot &association)
{
    return association.sinceReceived.has_value();
}

bool isFigure(int column)
{
    switch (column) {
    case AssociationModel::TallyColumn:
    case AssociationModel::RemoteColumn:
    case AssociationModel::RefidColumn:
    case AssociationModel::TypeColumn:
    case AssociationModel::AuthColumn:
    case AssociationModel::LocalColumn:
    case AssociationModel::WhyColumn:
        return false;
    default:
        return true;
    }
}

// The lines of a tool tip: text from the network among them, so that they must not be read as HTML.
QString asToolTip(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        if (!line.isEmpty())
            text += u"<p style='margin:2px'>"_s + line.toHtmlEscaped() + u"</p>"_s;
    return text.isEmpty() ? text : QString(u"<qt>"_s + text + u"</qt>"_s);
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
        return toolTip(row, index.column());
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
        return QString::number(wording::pollSeconds(association));
    case ReachColumn:
        return wording::reach(association.reach);
    case DelayColumn:
        return measured ? wording::milliseconds(association.delay) : QString();
    case OffsetColumn:
        return measured ? wording::milliseconds(association.offset, 3, true) : QString();
    case JitterColumn:
        return measured ? wording::milliseconds(association.jitter) : QString();
    case DispersionColumn:
        return measured ? wording::milliseconds(association.dispersion) : QString();
    case DistanceColumn:
        return measured ? wording::milliseconds(association.rootDistance) : QString();
    case RootDelayColumn:
        return measured ? wording::milliseconds(association.rootDelay) : QString();
    case RootDispersionColumn:
        return measured ? wording::milliseconds(association.rootDispersion) : QString();
    case AuthColumn:
        return wording::authentication(association);
    case LocalColumn:
        return association.local.isUnspecified() ? QString()
                                                 : QString::fromStdString(association.local.toString());
    case FlashColumn:
        return association.flash == 0 ? u"0"_s : u"0x%1"_s.arg(association.flash, 4, 16, QLatin1Char('0'));
    case WhyColumn:
        return wording::whyNotUsed(association);
    default:
        return raw(association, column).toString(); // a whole number
    }
}

QString AssociationModel::toolTip(const AssociationSnapshot &association, int column) const
{
    const QString meaning = wording::explanationOfColumn(ntpqName(column));
    switch (column) {
    case TallyColumn:
        return asToolTip(
            {wording::name(association.tally) + u": "_s + wording::explanation(association.tally)});
    case RemoteColumn:
        return asToolTip({text(association, column),
                          QString::fromStdString(association.remote.address.toString()), meaning});
    case RefidColumn:
        return asToolTip({text(association, column), wording::explanationOfRefid(association), meaning});
    case FlashColumn:
        return asToolTip(QStringList{meaning} + wording::explanationsOfFlash(association.flash));
    case WhyColumn: {
        const QStringList reasons = wording::allReasonsNotUsed(association);
        return asToolTip((reasons.isEmpty() ? QStringList{wording::whyNotUsed(association)} : reasons) +
                         wording::explanationsOfFlash(association.flash));
    }
    default:
        return asToolTip({meaning});
    }
}

std::string_view AssociationModel::ntpqName(int column)
{
    return NtpqNames[static_cast<std::size_t>(column)];
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
        return wording::pollSeconds(association);
    case ReachColumn:
        return association.reach;
    case DelayColumn:
        return measured ? association.delay : Never;
    case OffsetColumn:
        return measured ? association.offset : Never;
    case JitterColumn:
        return measured ? association.jitter : Never;
    case DispersionColumn:
        return measured ? association.dispersion : Never;
    case DistanceColumn:
        return measured ? association.rootDistance : Never;
    case RootDelayColumn:
        return measured ? association.rootDelay : Never;
    case RootDispersionColumn:
        return measured ? association.rootDispersion : Never;
    case IdColumn:
        return association.id;
    case LeapColumn:
        return association.leap;
    case KeyColumn:
        return association.source.key;
    case FlashColumn:
        return association.flash;
    case UnreachColumn:
        return association.unreach;
    case SentColumn:
        return static_cast<qulonglong>(association.sent);
    case ReceivedColumn:
        return static_cast<qulonglong>(association.accepted);
    default:
        return text(association, column);
    }
}

} // namespace noonmark::ui
