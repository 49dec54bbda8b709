// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/findings.h"
#include "app/ctl/terminal.h"
#include "core/config/safefixes.h"
#include "core/system/diskfiles.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using Findings = std::vector<config::FileDiagnostic>;

void printJson(const config::FileTree &tree, const Findings &findings, const QByteArray &diff,
               const Terminal &terminal)
{
    QJsonArray files;
    for (const config::TreeFile &file : tree.files())
        files += QString::fromStdString(file.path);
    QJsonArray array;
    for (const auto &[file, diagnostic, fixFiles] : findings)
        array += toJson({tree.files()[file], diagnostic});
    QJsonObject answer{{u"file"_s, QString::fromStdString(tree.files().front().path)},
                       {u"files"_s, files},
                       {u"dialect"_s, idOf(tree.dialect())},
                       {u"findings"_s, array}};
    addCounts(answer, findings);
    if (!diff.isEmpty())
        answer[u"diff"_s] = QString::fromUtf8(diff);
    terminal.object(answer);
}

void printAll(const config::FileTree &tree, const Findings &findings, const Terminal &terminal)
{
    for (const auto &[file, diagnostic, fixFiles] : findings)
        print({tree.files()[file], diagnostic}, terminal);
    if (findings.empty())
        terminal.line(
            Text::tr("%1: nothing to complain about, as %2 reads it.")
                .arg(QString::fromStdString(tree.files().front().path), wording::name(tree.dialect())));
}

} // namespace

void declareCheck(QCommandLineParser &parser)
{
    declareFile(parser);
    parser.addOption(
        {u"fix"_s, Text::tr("Make the safe remedies and show them; the findings are those that are left.")});
    parser.addOption({u"dry-run"_s, Text::tr("Only show what would be changed.")});
    parser.addOption({u"no-follow"_s,
                      Text::tr("Look at this file only, not at the files that it includes or at its keys.")});
    declareDialect(parser);
}

int check(const QCommandLineParser &parser, const Terminal &terminal)
{
    if (const auto given = words(parser, 1, 1); !given)
        return terminal.failed(given.error());
    const bool follows = !parser.isSet(u"no-follow"_s);
    auto opened = openTree(parser, follows);
    if (!opened)
        return terminal.failed(opened.error());
    config::FileTree tree = std::move(*opened);
    QByteArray diff;
    if (parser.isSet(u"fix"_s)) {
        const std::vector<config::TreeFile> before = tree.files();
        const auto read = follows ? system::diskReader() : config::PathReader();
        tree = config::withSafeFixes(std::move(tree), read, system::thisMachine());
        const auto mended = writeChanged(before, tree.files(), parser.isSet(u"dry-run"_s));
        if (!mended)
            return terminal.failed(mended.error());
        diff = *mended;
    }
    const Findings findings = config::check(tree, system::thisMachine());
    if (terminal.json()) {
        printJson(tree, findings, diff, terminal);
    } else {
        terminal.bytes(diff);
        printAll(tree, findings, terminal);
    }
    return isClean(findings) ? Good : Bad;
}

} // namespace noonmark::ctl
