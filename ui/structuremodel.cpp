// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/structuremodel.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/plaintext.h"
#include "ui/rowmodel.h"
#include "ui/theme.h"

#include <QFont>
#include <QGuiApplication>

namespace noonmark::ui {

namespace {

constexpr int UnknownGroup = StructureModel::GroupCount - 1;
// The internal id of a group's own index; that of a line is its group.
constexpr quintptr GroupId = StructureModel::GroupCount;

int groupOf(const config::Line &line)
{
    const auto *directive = config::findDirective(line.keyword());
    return directive ? static_cast<int>(directive->group) : UnknownGroup;
}

QString argumentsOf(const config::Document &document, const config::Line &line)
{
    if (line.tokens.size() < 2)
        return {};
    const std::size_t start = line.tokens[1].range.offset;
    const std::size_t end = line.tokens.back().range.end();
    return wording::plain(std::string(document.text({start, end - start}))).simplified();
}

} // namespace

StructureModel::StructureModel(ConfigurationSession &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_groups(rowsOfDocument())
{
    connect(&session, &ConfigurationSession::documentChanged, this, &StructureModel::reread);
}

StructureModel::Groups StructureModel::rowsOfDocument() const
{
    Groups groups;
    const auto &document = m_session.document();
    struct Place
    {
        std::size_t group = 0;
        std::size_t row = 0;
    };
    std::vector<std::optional<Place>> places(document.lines().size() + 1);
    for (const auto &line : document.lines()) {
        if (line.kind == config::LineKind::Blank || line.kind == config::LineKind::Comment)
            continue;
        Row row;
        row.line = line.number;
        row.kind = line.kind;
        row.keyword = wording::plain(std::string(line.keyword()));
        row.arguments = argumentsOf(document, line);
        const auto group = static_cast<std::size_t>(groupOf(line));
        places[static_cast<std::size_t>(line.number)] = Place{group, groups.at(group).size()};
        groups.at(group).push_back(std::move(row));
    }
    for (const auto &diagnostic : m_session.diagnostics()) {
        const auto line = static_cast<std::size_t>(document.lineAt(diagnostic.range.offset).number);
        if (!places.at(line))
            continue;
        Row *row = &groups.at(places[line]->group).at(places[line]->row);
        row->worst = std::max(row->worst.value_or(diagnostic.severity), diagnostic.severity);
        row->findings +=
            (row->findings.isEmpty() ? QString() : QStringLiteral("\n")) + wording::sentence(diagnostic);
    }
    return groups;
}

void StructureModel::reread()
{
    Groups groups = rowsOfDocument();
    m_following = true;
    for (int group = 0; group < GroupCount; ++group)
        setGroup(group, std::move(groups.at(static_cast<std::size_t>(group))));
    m_following = false;
}

void StructureModel::setGroup(int group, std::vector<Row> rows)
{
    auto &present = m_groups.at(static_cast<std::size_t>(group));
    const auto same = [](const Row &a, const Row &b) { return a.sameAs(b); };
    const RowChange change = rowChange(present, rows, same);
    const int kept = std::min(change.removed, change.inserted);
    const int first = change.first + kept;
    const QModelIndex parent = index(group, 0);
    if (change.removed > kept) {
        beginRemoveRows(parent, first, change.first + change.removed - 1);
        present.erase(present.begin() + first, present.begin() + change.first + change.removed);
        endRemoveRows();
    }
    if (change.inserted > kept) {
        beginInsertRows(parent, first, change.first + change.inserted - 1);
        present.insert(present.begin() + first, rows.begin() + first,
                       rows.begin() + change.first + change.inserted);
        endInsertRows();
    }
    present = std::move(rows);
    announce(group);
}

void StructureModel::announce(int group)
{
    const QModelIndex parent = index(group, 0);
    emit dataChanged(parent, index(group, ColumnCount - 1));
    if (const int rows = rowCount(parent); rows > 0)
        emit dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
}

void StructureModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    reread();
}

QModelIndex StructureModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : GroupId);
}

QModelIndex StructureModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, GroupId);
}

int StructureModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return GroupCount;
    if (parent.internalId() != GroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups.at(static_cast<std::size_t>(parent.row())).size());
}

int StructureModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

const StructureModel::Row *StructureModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == GroupId)
        return nullptr;
    return &m_groups.at(index.internalId()).at(static_cast<std::size_t>(index.row()));
}

QVariant StructureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == GroupRole)
        return static_cast<int>(index.internalId() == GroupId ? quintptr(index.row()) : index.internalId());
    if (const Row *row = rowAt(index))
        return rowData(*row, index.column(), role);
    return groupData(index.row(), index, role);
}

QVariant StructureModel::groupData(int group, const QModelIndex &index, int role) const
{
    const auto lines = m_groups.at(static_cast<std::size_t>(group)).size();
    if (role == Qt::DisplayRole && index.column() == DirectiveColumn)
        return groupName(group);
    if (role == Qt::DisplayRole && index.column() == ArgumentsColumn)
        return tr("%n line(s)", "how many lines of the file belong to this group", static_cast<int>(lines));
    if (role == Qt::ForegroundRole && index.column() == ArgumentsColumn)
        return quiet(QGuiApplication::palette());
    if (role == Qt::FontRole && index.column() == DirectiveColumn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant StructureModel::rowData(const Row &row, int column, int role) const
{
    const bool active = row.kind == config::LineKind::Directive;
    switch (role) {
    case Qt::DisplayRole:
        if (column == DirectiveColumn)
            return row.keyword;
        if (column == ArgumentsColumn)
            return row.arguments;
        return row.worst ? sign(meaningOf(*row.worst)) : QString();
    case Qt::CheckStateRole:
        if (column == DirectiveColumn && row.kind != config::LineKind::Unknown)
            return active ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ForegroundRole:
        if (column == FindingColumn && row.worst)
            return color(meaningOf(*row.worst), QGuiApplication::palette());
        return active ? QVariant() : QVariant(quiet(QGuiApplication::palette()));
    case Qt::TextAlignmentRole:
        return column == FindingColumn ? QVariant(Qt::AlignCenter) : QVariant();
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        if (column == FindingColumn)
            return plainToolTip(row.findings);
        return plainToolTip(column == DirectiveColumn
                                ? wording::explanationOfDirective(row.keyword.toStdString())
                                : row.arguments);
    case Qt::AccessibleTextRole:
        if (column == FindingColumn)
            return row.worst ? wording::name(*row.worst) : QString();
        return {};
    case LineRole:
        return row.line;
    default:
        return {};
    }
}

QVariant StructureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DirectiveColumn:
        return tr("Directive");
    case ArgumentsColumn:
        return tr("Arguments");
    default:
        //: Head of a narrow column with the sign of the worst finding of a line
        return tr("!");
    }
}

Qt::ItemFlags StructureModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (const Row *row = rowAt(index)) {
        flags |= Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
        if (index.column() == DirectiveColumn && row->kind != config::LineKind::Unknown)
            flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

bool StructureModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Row *row = rowAt(index);
    if (!row || role != Qt::CheckStateRole || index.column() != DirectiveColumn)
        return false;
    const auto &document = m_session.document();
    if (value.toInt() == Qt::Checked)
        m_session.push(config::enableLine(document, row->line), tr("Enable a line"));
    else
        m_session.push(config::disableLine(document, row->line), tr("Disable a line"));
    return true;
}

QModelIndex StructureModel::indexOfLine(int line) const
{
    for (int group = 0; group < GroupCount; ++group) {
        const auto &rows = m_groups.at(static_cast<std::size_t>(group));
        const auto before = [](const Row &row, int wanted) { return row.line < wanted; };
        const auto found = std::lower_bound(rows.begin(), rows.end(), line, before);
        if (found != rows.end() && found->line == line)
            return index(static_cast<int>(found - rows.begin()), 0, index(group, 0));
    }
    return {};
}

int StructureModel::neighbour(int line, int step) const
{
    const QModelIndex present = indexOfLine(line);
    const Row *row = rowAt(present.isValid() ? present.sibling(present.row() + step, 0) : QModelIndex());
    return row ? row->line : 0;
}

QString StructureModel::groupName(int group)
{
    if (group == UnknownGroup)
        return tr("Not understood");
    switch (static_cast<config::DirectiveGroup>(group)) {
    case config::DirectiveGroup::Sources:
        return tr("Time sources");
    case config::DirectiveGroup::Access:
        return tr("Access");
    case config::DirectiveGroup::Files:
        return tr("Files");
    case config::DirectiveGroup::Authentication:
        return tr("Keys and authentication");
    case config::DirectiveGroup::Monitoring:
        return tr("Statistics and logs");
    case config::DirectiveGroup::Tuning:
        return tr("Tuning");
    case config::DirectiveGroup::System:
        return tr("System");
    case config::DirectiveGroup::Removed:
        break;
    }
    return tr("No longer known");
}

} // namespace noonmark::ui
