// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/findings.h"
#include "app/ctl/terminal.h"
#include "core/config/safefixes.h"
#include "core/export/textdiff.h"
#include "core/system/diskfiles.h"
#include "core/system/privilegedfile.h"
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

// The files become the mended ones, on disk too unless it is only a trial; the diff says what changed. What
// somebody else wrote meanwhile is not written over.
Result<QByteArray> mend(config::FileTree &tree, const config::PathReader &read, bool onlyShow)
{
    const std::vector<config::TreeFile> before = tree.files();
    tree = config::withSafeFixes(std::move(tree), read, system::thisMachine());
    QByteArray diff;
    for (const config::TreeFile &old : before) {
        const auto now = std::ranges::find(tree.files(), old.path, &config::TreeFile::path);
        if (now == tree.files().end() || now->document == old.document)
            continue;
        const QString path = QString::fromStdString(old.path);
        const QByteArray oldBytes = QByteArray::fromStdString(old.document.bytes());
        const QByteArray bytes = QByteArray::fromStdString(now->document.bytes());
        diff += exports::unifiedDiff(oldBytes, bytes, path.toUtf8(), path.toUtf8());
        if (onlyShow)
            continue;
        const auto written = system::replaceFile(path, bytes, system::hashOf(oldBytes));
        if (!written)
            return tl::unexpected(written.error());
    }
    return diff;
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
    auto file = openFile(parser);
    if (!file)
        return terminal.failed(file.error());
    const config::PathReader read =
        parser.isSet(u"no-follow"_s) ? config::PathReader() : system::diskReader();
    config::FileTree tree(file->path.toStdString(), std::move(file->document), file->dialect, read);
    QByteArray diff;
    if (parser.isSet(u"fix"_s)) {
        const auto mended = mend(tree, read, parser.isSet(u"dry-run"_s));
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
