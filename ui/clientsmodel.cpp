// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clientsmodel.h"

#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/plaintext.h"
#include "ui/tables.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace noonmark::ui {

using monitor::MruRow;

namespace {

// Addresses in the order of their bytes, v4 first.
QString addressOrder(const IpAddress &address)
{
    QString key(address.isV4() ? u'4' : u'6');
    for (std::size_t i = 0; i < address.length(); ++i)
        key += QStringLiteral("%1").arg(address.bytes()[i], 2, 16, QLatin1Char('0'));
    return key;
}

bool isNumber(int column)
{
    return column == ClientsModel::Count || column == ClientsModel::Interval ||
           column == ClientsModel::LastSeen || column == ClientsModel::Version ||
           column == ClientsModel::Dropped || column == ClientsModel::Port;
}

} // namespace

ClientsModel::ClientsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_names, &monitor::HostNames::found, this, [this](const IpAddress &address) {
        if (const auto place = m_clients.placeOf(address))
            emit dataChanged(index(static_cast<int>(*place), Name), index(static_cast<int>(*place), Name));
    });
}

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clients.rows().size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    const MruRow &row = m_clients.rows().at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case SearchRole:
        return index.column() == Name ? sortValue(row, Name) : text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, index.column()));
    case Qt::WhatsThisRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QString ClientsModel::text(const MruRow &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Address:
        return wording::plain(row.remote.address.toString());
    case Name:
        return nameOf(row);
    case Program:
        return wording::name(monitor::guessProgram(row).program);
    case Count:
        return locale.toString(static_cast<qulonglong>(row.count));
    case Interval: {
        const auto interval = monitor::averageInterval(row);
        return interval ? locale.toString(*interval, 'f', *interval < 10 ? 1 : 0) : QString();
    }
    case LastSeen:
        return wording::when(age(row));
    case Mode:
        return wording::modeName(row.mode);
    case Version:
        return QString::number(row.version);
    case Restricted:
        return wording::restrictionName(row.restrictions);
    case Dropped:
        return row.dropped ? locale.toString(static_cast<qulonglong>(*row.dropped)) : QString();
    case Port:
        return QString::number(row.remote.port);
    default:
        return {};
    }
}

QVariant ClientsModel::sortValue(const MruRow &row, int column) const
{
    switch (column) {
    case Address:
        return addressOrder(row.remote.address);
    case Name:
        return wording::plain(m_names.knownName(row.remote.address));
    case Count:
        return static_cast<qulonglong>(row.count);
    case Interval:
        return monitor::averageInterval(row).value_or(HUGE_VAL);
    case LastSeen:
        return age(row);
    case Version:
        return int{row.version};
    case Dropped:
        return static_cast<qulonglong>(row.dropped.value_or(0));
    case Port:
        return int{row.remote.port};
    default:
        return text(row, column);
    }
}

QString ClientsModel::toolTip(const MruRow &row, int column) const
{
    if (column != Program)
        return {};
    const monitor::ClientGuess guess = monitor::guessProgram(row);
    //: %1 how sure the guess is ("likely"), %2 what in the packets says so.
    return tr("%1: %2").arg(wording::name(guess.confidence), wording::explanation(guess.program));
}

QString ClientsModel::nameOf(const MruRow &row) const
{
    return m_looksNamesUp ? wording::plain(m_names.nameOf(row.remote.address).value_or(std::string()))
                          : QString();
}

double ClientsModel::age(const MruRow &row) const
{
    return std::max((m_now - row.last).toSeconds(), 0.0);
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList heads = {tr("Address"),     tr("Name"),      tr("Program"), tr("Packets"),
                               tr("Interval, s"), tr("Last seen"), tr("Mode"),    tr("Version"),
                               tr("Restricted"),  tr("Dropped"),   tr("Port")};
    const QStringList explanations = {
        tr("Address of the host that asks."),
        tr("Name that the name service gives this address; it is looked up when the row is shown."),
        tr("Which program it probably is, guessed from mode, version, port and rate; each row tells how sure "
           "that is."),
        tr("Packets received from it since it was first seen."),
        tr("Seconds between two of its packets, on average."),
        tr("Seconds since its last packet, unless m, h or d stands behind it."),
        tr("What its last packet was: a client's question, a server's answer, a query of ntpq ..."),
        tr("Version of the protocol that its last packet named."),
        tr("Whether the access rules refused it or slowed it down."),
        tr("Packets of it that were not answered because it asked too often."),
        tr("UDP port that its last packet came from; 123 is a service's own.")};
    return headOf(section, role, heads, explanations);
}

void ClientsModel::take(const std::vector<MruRow> &rows)
{
    const auto before = rowCount();
    const auto fresh = static_cast<int>(m_clients.countNew(rows));
    if (fresh > 0)
        beginInsertRows({}, before, before + fresh - 1);
    const monitor::MruClients::Change change = m_clients.take(rows);
    if (fresh > 0)
        endInsertRows();
    if (change.changed)
        changed(change.firstChanged, change.lastChanged);
}

void ClientsModel::setNow(NtpTimestamp now)
{
    m_now = now;
    if (rowCount() > 0)
        changed(0, m_clients.rows().size() - 1);
}

void ClientsModel::setLooksNamesUp(bool looksUp)
{
    m_looksNamesUp = looksUp;
    if (rowCount() > 0)
        changed(0, m_clients.rows().size() - 1);
}

void ClientsModel::clear()
{
    beginResetModel();
    m_clients.clear();
    endResetModel();
}

void ClientsModel::announceEverything()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        changed(0, m_clients.rows().size() - 1);
}

void ClientsModel::changed(std::size_t first, std::size_t last)
{
    emit dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(last), ColumnCount - 1));
}

} // namespace noonmark::ui
