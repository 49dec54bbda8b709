// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysmodel.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// Of one length for all values, which tells nothing about them.
QString dots()
{
    return QString(12, u'•');
}

QString commentOf(const config::Document &document, const config::KeyLine &key)
{
    return key.comment ? wording::plain(std::string(document.text(*key.comment))).mid(1).trimmed()
                       : QString();
}

} // namespace

KeysModel::KeysModel(ConfigurationSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    connect(&session, &ConfigurationSession::documentChanged, this, &KeysModel::reread);
    reread();
}

void KeysModel::reread()
{
    std::vector<KeyRow> rows;
    const EditedFile *file = m_session.keysFile();
    const auto trusted = m_session.trustedKeys();
    const auto keys = file ? config::keyLines(file->document()) : std::vector<config::KeyLine>();
    for (const config::KeyLine &key : keys) {
        KeyRow row{key, commentOf(file->document(), key), false, std::nullopt, {}};
        const auto number = static_cast<std::uint32_t>(key.key().value_or(0));
        row.isTrusted = std::ranges::find(trusted, number) != trusted.end();
        for (const config::Diagnostic &diagnostic : file->diagnostics) {
            if (file->document().lineAt(diagnostic.range.offset).number != key.line)
                continue;
            row.worst = std::max(row.worst.value_or(diagnostic.severity), diagnostic.severity);
            row.findings += (row.findings.isEmpty() ? QString() : u"\n"_s) + wording::sentence(diagnostic);
        }
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

void KeysModel::showValues(bool shown)
{
    m_showsValues = shown;
    announceEverything();
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KeysModel::text(const KeyRow &row, int column) const
{
    switch (column) {
    case NumberColumn:
        return wording::plain(row.key.number.text);
    case TypeColumn:
        return wording::plain(row.key.type.text);
    case ValueColumn:
        return m_showsValues ? wording::plain(row.key.value.text) : dots();
    case CommentColumn:
        return row.comment;
    case FindingColumn:
        return row.worst ? sign(meaningOf(*row.worst)) : QString();
    default:
        return {};
    }
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KeyRow &key = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(key, column);
    case Qt::CheckStateRole:
        return column == TrustedColumn ? QVariant(key.isTrusted ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return column == NumberColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        return column == ValueColumn && m_showsValues
                   ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont))
                   : QVariant();
    case Qt::ForegroundRole:
        return column == FindingColumn && key.worst
                   ? QVariant(color(meaningOf(*key.worst), QGuiApplication::palette()))
                   : QVariant();
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return column == TrustedColumn
                   ? plainToolTip(tr("Only trusted keys are used: a “trustedkey” line names them."))
                   : plainToolTip(key.findings);
    case Qt::AccessibleTextRole:
        return column == ValueColumn && !m_showsValues ? QVariant(tr("hidden", "the value of a key"))
                                                       : QVariant();
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Number");
    case TypeColumn:
        return tr("Type");
    case ValueColumn:
        return tr("Value");
    case TrustedColumn:
        return tr("Trusted");
    case CommentColumn:
        return tr("Comment");
    default:
        //: Head of a narrow column with the sign of the worst finding of a line
        return tr("!");
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    return index.isValid() && index.column() == TrustedColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool KeysModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != TrustedColumn)
        return false;
    const auto number = row(index.row()).key.key();
    if (!number)
        return false;
    if (value.toInt() == Qt::Checked)
        m_session.pushWhole(config::trustKey(m_session.whole(), *number), tr("Trust key %1").arg(*number));
    else
        m_session.pushWhole(config::distrustKey(m_session.whole(), *number),
                            tr("Trust key %1 no longer").arg(*number));
    return true;
}

} // namespace noonmark::ui
