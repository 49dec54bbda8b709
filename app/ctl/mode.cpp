// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/lowering.h"
#include "core/config/sourcemode.h"
#include "core/export/textdiff.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

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
Result<QString> pidFile(const QCommandLineParser &parser, const File &file)
{
    if (parser.isSet(u"pid"_s))
        return parser.value(u"pid"_s);
    if (!parser.isSet(u"reload"_s))
        return QString();
    const std::string path = config::lower(file.document, file.dialect).pidFile;
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
    QByteArray bytes; // of the switched file
    QByteArray diff;
    bool isReached = false;
};

Switch switched(const File &file, SourceMode wish, int stratum)
{
    config::Document document = file.document;
    document.apply(config::switchSourceMode(document, wish, file.dialect, stratum));
    Switch result;
    result.bytes = QByteArray::fromStdString(document.bytes());
    const QByteArray path = file.path.toUtf8();
    result.diff = exports::unifiedDiff(file.bytes, result.bytes, path, path);
    result.isReached = config::sourceModeOf(document, file.dialect) == wish;
    return result;
}

void print(const File &file, SourceMode mode, const QByteArray &diff, const Terminal &terminal)
{
    if (terminal.json()) {
        terminal.object({{u"file"_s, file.path},
                         {u"dialect"_s, ctl::idOf(file.dialect)},
                         {u"mode"_s, idOf(mode)},
                         {u"message"_s, wording::explanation(mode)},
                         {u"diff"_s, QString::fromUtf8(diff)}});
        return;
    }
    terminal.bytes(diff);
    terminal.line(u"%1: %2. %3"_s.arg(idOf(mode), wording::name(mode), wording::explanation(mode)));
}

int switchMode(const File &file, SourceMode wish, const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto stratum = stratumOf(parser);
    if (!stratum)
        return terminal.failed(stratum.error());
    const auto process = pidFile(parser, file);
    if (!process)
        return terminal.failed(process.error());
    const Switch change = switched(file, wish, *stratum);
    if (!change.isReached) {
        terminal.trouble(
            Text::tr("%1 names no upstream server, active or disabled: add one first.").arg(file.path));
        return Bad;
    }
    if (!parser.isSet(u"dry-run"_s) && change.bytes != file.bytes) {
        if (const auto written = system::replaceFile(file.path, change.bytes, file.hash); !written)
            return terminal.failed(written.error());
        if (const auto told = reload(*process); !told)
            return terminal.failed(told.error());
    }
    print(file, wish, change.diff, terminal);
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
    const auto file = openFile(parser);
    if (!file)
        return terminal.failed(file.error());
    if (given->size() == 1) {
        print(*file, config::sourceModeOf(file->document, file->dialect), {}, terminal);
        return Good;
    }
    const auto wish = modeOf(given->at(1));
    if (!wish)
        return terminal.failed(wish.error());
    return switchMode(*file, *wish, parser, terminal);
}

} // namespace noonmark::ctl
