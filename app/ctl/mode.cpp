// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/filetree.h"
#include "core/config/sourcemode.h"
#include "core/system/diskfiles.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using config::SourceMode;

QString idOf(SourceMode mode)
{
    switch (mode) {
    case SourceMode::Upstream:
        return u"upstream"_s;
    case SourceMode::Fallback:
        return u"fallback"_s;
    case SourceMode::Isolated:
        return u"isolated"_s;
    case SourceMode::Sourceless:
        return u"sourceless"_s;
    }
    return {};
}

QString pathOf(const config::FileTree &tree)
{
    return QString::fromStdString(tree.files().front().path);
}

Result<SourceMode> modeOf(const QString &id)
{
    for (const SourceMode mode : {SourceMode::Upstream, SourceMode::Fallback, SourceMode::Isolated}) {
        if (id == idOf(mode))
            return mode;
    }
    return noonmark::failed(
        Failure::Malformed,
        {Text::tr("\"%1\" is no mode: isolated, fallback or upstream").arg(id).toStdString()});
}

Result<int> stratumOf(const QCommandLineParser &parser)
{
    const int stratum = parser.value(u"stratum"_s).toInt();
    if (stratum < 1 || stratum > 15)
        return noonmark::failed(Failure::Malformed, {Text::tr("the stratum must be 1 to 15").toStdString()});
    return stratum;
}

// The process to be told of the new file, from --pid or from the file's own pidfile line; "" if nobody is to
// be told.
Result<QString> pidFile(const QCommandLineParser &parser, const config::FileTree &tree)
{
    if (parser.isSet(u"pid"_s))
        return parser.value(u"pid"_s);
    if (!parser.isSet(u"reload"_s))
        return QString();
    const std::string path = config::lower(tree).pidFile;
    if (path.empty())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("the file has no \"pidfile\" line: name the daemon's pid file with --pid")
                 .toStdString()});
    return QString::fromStdString(path);
}

Result<void> reload(const QString &pidFile)
{
    if (pidFile.isEmpty())
        return {};
    const auto contents = system::readFile(pidFile);
    if (!contents)
        return tl::unexpected(contents.error());
    // kill() takes 0 and negative numbers for whole groups of processes, and 1 is init.
    const int pid = contents->bytes.trimmed().toInt();
    if (pid <= 1)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("there is no process number in %1").arg(pidFile).toStdString()});
    if (::kill(pid, SIGHUP) != 0)
        return noonmark::failed(Failure::System, {"kill", std::strerror(errno)});
    return {};
}

struct Switch
{
    std::vector<config::TreeFile> files; // as they are afterwards
    bool isReached = false;
};

// Each line changes in the file that holds it.
Result<Switch> switched(const config::FileTree &tree, SourceMode wish, int stratum)
{
    auto files = config::edited(tree, config::switchSourceMode(tree.whole(), wish, tree.dialect(), stratum));
    if (!files)
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("the lines to be changed run from one file into the next: switch by hand")
                 .toStdString()});
    const auto read = [&files, disk = system::diskReader()](const std::string &path) {
        config::PathContents contents = disk(path);
        const auto changed = std::ranges::find(*files, path, &config::TreeFile::path);
        if (changed != files->end())
            contents.bytes = changed->document.bytes();
        return contents;
    };
    const config::FileTree after(tree.files().front().path, files->front().document, tree.dialect(), read);
    const bool isReached = config::sourceModeOf(after.whole(), tree.dialect()) == wish;
    return Switch{std::move(*files), isReached};
}

void print(const config::FileTree &tree, SourceMode mode, const QByteArray &diff, const Terminal &terminal)
{
    if (terminal.json()) {
        terminal.object({{u"file"_s, pathOf(tree)},
                         {u"dialect"_s, ctl::idOf(tree.dialect())},
                         {u"mode"_s, idOf(mode)},
                         {u"message"_s, wording::explanation(mode)},
                         {u"diff"_s, QString::fromUtf8(diff)}});
        return;
    }
    terminal.bytes(diff);
    terminal.line(u"%1: %2. %3"_s.arg(idOf(mode), wording::name(mode), wording::explanation(mode)));
}

int switchMode(const config::FileTree &tree, SourceMode wish, const QCommandLineParser &parser,
               const Terminal &terminal)
{
    const auto stratum = stratumOf(parser);
    if (!stratum)
        return terminal.failed(stratum.error());
    const auto process = pidFile(parser, tree);
    if (!process)
        return terminal.failed(process.error());
    const auto change = switched(tree, wish, *stratum);
    if (!change)
        return terminal.failed(change.error());
    if (!change->isReached) {
        terminal.trouble(
            Text::tr("%1 names no upstream server, active or disabled: add one first.").arg(pathOf(tree)));
        return Bad;
    }
    const bool onlyShow = parser.isSet(u"dry-run"_s);
    const auto diff = writeChanged(tree.files(), change->files, onlyShow);
    if (!diff)
        return terminal.failed(diff.error());
    if (!onlyShow && !diff->isEmpty()) {
        if (const auto told = reload(*process); !told)
            return terminal.failed(told.error());
    }
    print(tree, wish, *diff, terminal);
    return Good;
}

} // namespace

void declareMode(QCommandLineParser &parser)
{
    declareFile(parser);
    parser.addPositionalArgument(
        u"MODE"_s, Text::tr("isolated, fallback or upstream; without it the present mode is shown."),
        u"[MODE]"_s);
    parser.addOption({u"stratum"_s,
                      Text::tr("Stratum of the own clock where it must be added, 10 if not given."), u"N"_s,
                      u"10"_s});
    parser.addOption({u"dry-run"_s, Text::tr("Only show what would be changed.")});
    parser.addOption(
        {u"pid"_s, Text::tr("Tell the daemon whose process number is in this file (SIGHUP)."), u"PIDFILE"_s});
    parser.addOption(
        {u"reload"_s, Text::tr("As --pid, with the pid file that the configuration itself names.")});
    declareDialect(parser);
}

int mode(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 1, 2);
    if (!given)
        return terminal.failed(given.error());
    const auto tree = openTree(parser);
    if (!tree)
        return terminal.failed(tree.error());
    if (given->size() == 1) {
        print(*tree, config::sourceModeOf(tree->whole(), tree->dialect()), {}, terminal);
        return Good;
    }
    const auto wish = modeOf(given->at(1));
    if (!wish)
        return terminal.failed(wish.error());
    return switchMode(*tree, *wish, parser, terminal);
}

} // namespace noonmark::ctl
