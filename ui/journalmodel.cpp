// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journalmodel.h"

#include "core/monitor/journalrecord.h"
#include "core/wording/wording.h"

#include "ui/plaintext.h"
#include "ui/tables.h"

#include <QApplication>
#include <QDateTime>

namespace noonmark::ui {

using monitor::JournalEntry;
using monitor::JournalKind;

namespace {

Meaning meaningOf(const engine::Event &event)
{
    using engine::EventKind;
    switch (event.kind) {
    case EventKind::PanicStop:
    case EventKind::ClockContested:
    case EventKind::NoSystemPeer:
    case EventKind::AccessDenied:
    case EventKind::KeyUntrusted:
    case EventKind::KeyMissing:
        return Meaning::Bad;
    case EventKind::Spike:
    case EventKind::ClockStep:
    case EventKind::ClockDisturbed:
    case EventKind::ClockSlept:
    case EventKind::Unreachable:
    case EventKind::RateExceeded:
    case EventKind::NameUnresolved:
        return Meaning::Warning;
    case EventKind::ClockSync:
    case EventKind::Reachable:
    case EventKind::BecameSystemPeer:
        return Meaning::Good;
    default:
        return Meaning::Neutral;
    }
}

} // namespace

Meaning meaningOf(const JournalEntry &entry)
{
    switch (entry.kind) {
    case JournalKind::DaemonEvent:
        return meaningOf(entry.event);
    case JournalKind::TargetAnswers:
        return Meaning::Good;
    case JournalKind::TargetSilent:
        return Meaning::Bad;
    default:
        return Meaning::Neutral;
    }
}

JournalModel::JournalModel(const monitor::Journal &journal, QObject *parent)
    : QAbstractTableModel(parent)
    , m_journal(journal)
    , m_entries(journal.entries().rbegin(), journal.entries().rend())
{
    connect(&journal, &monitor::Journal::added, this, &JournalModel::take);
    connect(&journal, &monitor::Journal::restored, this, &JournalModel::takeEarlier);
    connect(&journal, &monitor::Journal::oldestGone, this, &JournalModel::dropOldest);
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const JournalEntry &JournalModel::entryAt(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row));
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    const JournalEntry &entry = entryAt(index.row());
    if (role == Qt::DisplayRole)
        return text(entry, index.column());
    if (role == TopicRole)
        return static_cast<int>(monitor::topicOf(entry));
    if (role == Qt::ToolTipRole)
        return plainToolTip(text(entry, index.column()));
    if (role == Qt::WhatsThisRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role == Qt::ForegroundRole && index.column() == What && meaningOf(entry) != Meaning::Neutral)
        return color(meaningOf(entry), QApplication::palette());
    return {};
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const QStringList heads = {tr("Time"), tr("What happened"), tr("Source"), tr("Daemon")};
    const QStringList explanations = {
        tr("When Noonmark learnt of it, by this machine's clock. A daemon that is watched from here may have "
           "done it up to one look earlier."),
        tr("What the daemon did, or what was done to its file."),
        tr("The time source that it happened to; empty if it concerns the daemon as a whole."),
        tr("The daemon that it happened to: the engine inside, or a host that is watched.")};
    return headOf(section, role, heads, explanations);
}

void JournalModel::announceEverything()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void JournalModel::take(const JournalEntry &entry)
{
    beginInsertRows({}, 0, 0);
    m_entries.push_front(entry);
    endInsertRows();
}

// What earlier runs wrote goes below what is here.
void JournalModel::takeEarlier()
{
    const auto &all = m_journal.entries();
    const auto known = static_cast<std::ptrdiff_t>(m_entries.size());
    if (static_cast<std::size_t>(known) >= all.size())
        return;
    beginInsertRows({}, rowCount(), static_cast<int>(all.size()) - 1);
    m_entries.insert(m_entries.end(), all.rbegin() + known, all.rend());
    endInsertRows();
}

void JournalModel::dropOldest()
{
    const int last = rowCount() - 1;
    beginRemoveRows({}, last, last);
    m_entries.pop_back();
    endRemoveRows();
}

QString JournalModel::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(entry.unixMilliseconds)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case What: {
        // The sign says what the colour says.
        const Meaning meaning = meaningOf(entry);
        const QString sentence = wording::sentence(entry);
        return meaning == Meaning::Neutral ? sentence : sign(meaning) + u' ' + sentence;
    }
    case Source:
        return wording::plain(entry.event.source);
    default:
        return entry.target.isEmpty() ? tr("This program") : entry.target;
    }
}

} // namespace noonmark::ui
