// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessmodel.h"

#include "core/config/statement.h"
#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QGuiApplication>

#include <algorithm>

namespace noonmark::ui {

namespace {

bool isRestrict(const config::Line &line)
{
    const bool readable = line.kind == config::LineKind::Directive || line.kind == config::LineKind::Disabled;
    return readable && (line.keyword() == "restrict" || line.keyword() == "unrestrict");
}

QString explanationOfFlags(std::uint32_t flags)
{
    QStringList sentences;
    for (const auto name : config::accessFlagNames(flags))
        sentences.append(wording::explanationOfFlag(config::accessFlag(name)));
    return sentences.join(u'\n');
}

QString flagText(std::uint32_t flags, bool ntpPort)
{
    QStringList words;
    for (const auto name : config::accessFlagNames(flags))
        words.append(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    if (ntpPort)
        words.append(QStringLiteral("ntpport"));
    return words.join(u' ');
}

QString whomText(const config::RestrictStatement &statement)
{
    using Target = config::RestrictStatement::Target;
    if (statement.target == Target::Source)
        return AccessLineModel::tr("the servers of this file");
    if (statement.target == Target::Default && statement.ranges.size() != 1)
        return AccessLineModel::tr("everybody else");
    if (statement.ranges.size() == 1)
        return AccessEntryModel::rangeText(statement.ranges.front());
    return wording::plain(statement.address);
}

AccessLineRow rowOf(const config::Line &line, Dialect dialect)
{
    AccessLineRow row;
    row.line = line.number;
    row.active = line.kind == config::LineKind::Directive;
    row.keyword = wording::plain(std::string(line.keyword()));
    if (const auto statement = config::readRestrict(line, dialect)) {
        row.whom = whomText(*statement);
        row.flags = flagText(statement->flags, statement->ntpPort);
    }
    return row;
}

} // namespace

AccessLineModel::AccessLineModel(ConfigurationSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    reread();
}

void AccessLineModel::retranslate()
{
    reread();
    announceEverything();
}

void AccessLineModel::reread()
{
    std::vector<AccessLineRow> rows;
    const auto &document = m_session.whole();
    for (const auto &line : document.lines())
        if (isRestrict(line))
            rows.push_back(rowOf(line, m_session.dialect()));
    for (const auto &diagnostic : m_session.wholeDiagnostics()) {
        const int number = document.lineAt(diagnostic.range.offset).number;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [number](const auto &row) { return row.line == number; });
        if (found == rows.end())
            continue;
        found->worst = std::max(found->worst.value_or(diagnostic.severity), diagnostic.severity);
        found->findings +=
            (found->findings.isEmpty() ? QString() : QStringLiteral("\n")) + wording::sentence(diagnostic);
    }
    setRows(std::move(rows));
}

int AccessLineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccessLineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AccessLineRow &access = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == LineColumn)
            return m_session.lineName(access.line);
        if (column == WhomColumn)
            return access.whom;
        if (column == FlagColumn)
            return access.flags.isEmpty() ? tr("no restriction") : access.flags;
        return access.worst ? sign(meaningOf(*access.worst)) : QString();
    case Qt::CheckStateRole:
        return column == LineColumn ? QVariant(access.active ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        if (column == FindingColumn && access.worst)
            return color(meaningOf(*access.worst), QGuiApplication::palette());
        return access.active ? QVariant() : QVariant(quiet(QGuiApplication::palette()));
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return plainToolTip(access.findings);
    case Qt::AccessibleTextRole:
        return column == FindingColumn && access.worst ? QVariant(wording::name(*access.worst)) : QVariant();
    default:
        return {};
    }
}

QVariant AccessLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case WhomColumn:
        return tr("Whom", "whom a restrict line is about");
    case FlagColumn:
        return tr("Flags");
    default:
        //: Head of a narrow column with the sign of the worst finding of a line
        return tr("!");
    }
}

Qt::ItemFlags AccessLineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    return index.isValid() && index.column() == LineColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool AccessLineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != LineColumn)
        return false;
    const int line = row(index.row()).line;
    if (value.toInt() == Qt::Checked)
        m_session.pushWhole(config::enableLine(m_session.whole(), line), tr("Enable a line"));
    else
        m_session.pushWhole(config::disableLine(m_session.whole(), line), tr("Disable a line"));
    return true;
}

int AccessLineModel::rowOfLine(int line) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (row(i).line == line)
            return i;
    return -1;
}

void AccessEntryModel::setEntries(const std::vector<AccessEntry> &entries)
{
    std::vector<AccessEntryRow> rows;
    for (const auto &entry : entries)
        rows.push_back({entry});
    setRows(std::move(rows));
}

int AccessEntryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AccessEntryModel::rangeText(const AddressMask &range)
{
    if (range.isEverything())
        return range.family() == Family::V4 ? tr("everybody else over IPv4") : tr("everybody else over IPv6");
    return QString::fromStdString(range.isHost() ? range.address().toString() : range.toString());
}

QString AccessEntryModel::originText(const ConfigurationSession &session, const std::vector<int> &lines)
{
    if (lines.empty())
        return tr("built in");
    QStringList numbers;
    for (const int line : lines)
        numbers.append(session.lineName(line));
    //: %1 is one line number or several with commas between them
    return tr("line(s) %1", nullptr, static_cast<int>(lines.size())).arg(numbers.join(QStringLiteral(", ")));
}

QVariant AccessEntryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AccessEntry &entry = row(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == RangeColumn)
            return rangeText(entry.range);
        if (index.column() == OriginColumn)
            return originText(m_session, entry.origins);
        return entry.flags == 0 && !entry.ntpPort ? tr("no restriction")
                                                  : flagText(entry.flags, entry.ntpPort);
    case Qt::ForegroundRole:
        return entry.origins.empty() ? QVariant(quiet(QGuiApplication::palette())) : QVariant();
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return plainToolTip(explanationOfFlags(entry.flags));
    default:
        return {};
    }
}

QVariant AccessEntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RangeColumn:
        return tr("Addresses");
    case FlagColumn:
        return tr("Flags");
    default:
        return tr("From", "which lines of the file made an entry");
    }
}

} // namespace noonmark::ui
