// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/report.h"

#include "core/system/diskfiles.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

constexpr qsizetype MostTold = 10;

QString at(const config::FileTree &tree, std::size_t file, int line)
{
    return u"%1:%2: "_s.arg(QString::fromStdString(tree.files()[file].path), QString::number(line));
}

QString sentence(const config::FileTree &tree, const config::FileDiagnostic &one)
{
    const int line = tree.files()[one.file].document.lineAt(one.diagnostic.range.offset).number;
    return at(tree, one.file, line) + wording::sentence(one.diagnostic);
}

bool isOfInclusion(const config::FileTree &tree, const config::FileDiagnostic &finding)
{
    return std::ranges::any_of(tree.includeFindings(), [&](const config::FileDiagnostic &one) {
        return one.file == finding.file && one.diagnostic.finding == finding.diagnostic.finding;
    });
}

} // namespace

void Report::tellLost(const config::FileTree &tree)
{
    QStringList errors;
    QStringList warnings;
    for (const config::FileDiagnostic &one :
         config::check(tree, system::thisMachine(), config::Sharing::Untold)) {
        const config::Diagnostic &finding = one.diagnostic;
        if (tree.files()[one.file].role == config::FileRole::Keys)
            continue; // told by whoever reads them
        if (finding.severity == config::Severity::Error)
            errors += sentence(tree, one);
        else if (finding.finding == config::Finding::SourceTwice || isOfInclusion(tree, one))
            warnings += sentence(tree, one);
    }
    const QString seeCheck = u"noonmarkd --check -c "_s + m_file;
    tell(Level::Error, errors, seeCheck);
    tell(Level::Warning, warnings, seeCheck);
}

void Report::tellIdle(const config::FileTree &tree, const config::Lowered &lowered)
{
    QStringList idle;
    for (const config::NotHonoured &missing : lowered.notHonoured) {
        const auto [file, line] = tree.line(missing.line);
        idle += at(tree, file, line) +
                tr("this engine does not act on \"%1\" yet.").arg(wording::plain(missing.word));
    }
    tell(Level::Warning, idle, u"noonmarkd --check -c "_s + m_file);
}

void Report::tellNamed(const config::FileTree &tree, const config::Lowered &lowered,
                       const std::set<std::string> &known)
{
    QStringList denying;
    QStringList opening;
    for (const engine::NamedAccess &rule : lowered.engine.namedAccess) {
        if (known.contains(rule.name))
            continue;
        const auto [file, line] = tree.line(rule.origin);
        const QString name = wording::plain(rule.name);
        if (rule.flags != 0 && !rule.takesAway)
            denying += at(tree, file, line) +
                       tr("until the name \"%1\" is resolved this line denies nobody anything.").arg(name);
        else
            opening += at(tree, file, line) +
                       tr("until the name \"%1\" is resolved this line opens nothing.").arg(name);
    }
    const QString seeFile = u"noonmarkctl access "_s + m_file;
    tell(Level::Warning, denying, seeFile);
    tell(Level::Info, opening, seeFile);
}

void Report::tell(Level level, const QStringList &sentences, const QString &seeCheck)
{
    for (const QString &sentence : sentences.first(std::min(sentences.size(), MostTold)))
        m_log.say(level, sentence);
    if (const auto others = sentences.size() - MostTold; others > 0)
        m_log.say(level, tr("%1: %n more line(s) like these; all of them: %2", "", static_cast<int>(others))
                             .arg(m_file, seeCheck));
}

} // namespace noonmark::daemon
