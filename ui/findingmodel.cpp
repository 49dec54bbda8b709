// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findingmodel.h"

#include "core/config/directives.h"
#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QFileInfo>
#include <QFont>
#include <QGuiApplication>

namespace noonmark::ui {

namespace {

constexpr std::size_t DialectCount = 3;

bool isAccessLine(const config::Line &line)
{
    const auto *directive = config::findDirective(line.keyword());
    return directive && directive->group == config::DirectiveGroup::Access;
}

} // namespace

FindingModel::FindingModel(const ConfigurationSession &session, Scope scope, QObject *parent)
    : RowModel(parent)
    , m_session(session)
    , m_scope(scope)
{
    connect(&session, &ConfigurationSession::documentChanged, this, &FindingModel::reread);
    reread();
}

void FindingModel::reread()
{
    std::vector<FindingRow> rows;
    for (const auto &[file, diagnostic, fixFiles] : m_session.findings()) {
        const int index = static_cast<int>(file);
        const auto &line = m_session.file(index).document().lineAt(diagnostic.range.offset);
        if (m_scope == Scope::Everything || isAccessLine(line))
            rows.push_back({index, line.number, diagnostic, fixFiles});
    }
    setRows(std::move(rows));
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int FindingModel::count(config::Severity severity) const
{
    const auto has = [severity](const FindingRow &row) { return row.diagnostic.severity == severity; };
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), has));
}

QString FindingModel::text(const FindingRow &row, int column) const
{
    switch (column) {
    case SeverityColumn:
        //: A sign such as "!" and the word for how bad a finding is
        return tr("%1 %2").arg(sign(meaningOf(row.diagnostic.severity)),
                               wording::name(row.diagnostic.severity));
    case LineColumn:
        return m_session.fileCount() == 1 || row.file >= m_session.fileCount()
                   ? QLocale().toString(row.line)
                   : QFileInfo(m_session.file(row.file).path()).fileName() + u':' + QString::number(row.line);
    case SentenceColumn:
        return wording::sentence(row.diagnostic);
    case DialectColumn:
        return row.diagnostic.dialects.size() == DialectCount ? tr("all", "all dialects of ntp.conf")
                                                              : wording::names(row.diagnostic.dialects);
    default:
        return row.diagnostic.fixes.empty() ? QString() : wording::label(row.diagnostic.fixes.front());
    }
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FindingRow &finding = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(finding, index.column());
    case Qt::ToolTipRole:
    case Qt::WhatsThisRole:
        return plainToolTip(text(finding, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == SeverityColumn)
            return color(meaningOf(finding.diagnostic.severity), QGuiApplication::palette());
        return index.column() == FixColumn ? QVariant(QGuiApplication::palette().link()) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setUnderline(index.column() == FixColumn);
        return font;
    }
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case LineColumn:
        return tr("Line");
    case SentenceColumn:
        return tr("Finding");
    case DialectColumn:
        return tr("Holds for");
    default:
        return tr("Remedy");
    }
}

} // namespace noonmark::ui
