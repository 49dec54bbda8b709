// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/historyfile.h"
#include "app/ctl/terminal.h"
#include "core/monitor/historyfiles.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

int importFiles(const QStringList &files, const QCommandLineParser &parser, const Terminal &terminal)
{
    monitor::HistoryStore store(historyPath(parser));
    if (const auto opened = store.open(); !opened)
        return terminal.failed(opened.error());
    monitor::Imported all;
    for (const QString &file : files) {
        const auto imported = monitor::importStatistics(store, parser.value(u"target"_s), file);
        if (!imported)
            return terminal.failed(imported.error());
        all += *imported;
    }
    if (terminal.json())
        terminal.object({{u"added"_s, all.added}, {u"known"_s, all.known}, {u"strange"_s, all.strange}});
    else
        terminal.line(Text::tr("%1 measurements taken in, %2 were known already, %3 lines are neither "
                               "loopstats nor peerstats.")
                          .arg(all.added)
                          .arg(all.known)
                          .arg(all.strange));
    return all.added + all.known > 0 ? Good : Bad;
}

// Only onto the screen or into a file that is written whole.
int exportAll(const QStringList &words, const QCommandLineParser &parser, const Terminal &terminal)
{
    monitor::HistoryRange range;
    if (parser.isSet(u"target"_s))
        range.target = parser.value(u"target"_s);
    const auto since = parseSince(parser);
    if (!since)
        return terminal.failed(since.error());
    range.from = *since;
    monitor::HistoryStore store(historyPath(parser));
    if (const auto opened = store.open(); !opened)
        return terminal.failed(opened.error());
    const QString path = words.value(0);
    if (path.isEmpty()) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return terminal.failed({Failure::FileUnwritable, {"-", out.errorString().toStdString()}});
        const auto rows = monitor::exportCsv(store, range, out);
        return !rows ? terminal.failed(rows.error()) : *rows > 0 ? Good : Bad;
    }
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return terminal.failed(
            {Failure::FileUnwritable, {path.toStdString(), out.errorString().toStdString()}});
    const auto rows = monitor::exportCsv(store, range, out);
    if (!rows)
        return terminal.failed(rows.error());
    if (!out.commit())
        return terminal.failed(
            {Failure::FileUnwritable, {path.toStdString(), out.errorString().toStdString()}});
    if (terminal.json())
        terminal.object({{u"rows"_s, *rows}});
    else
        terminal.line(Text::tr("%1 measurements written to %2.").arg(*rows).arg(path));
    return *rows > 0 ? Good : Bad;
}

} // namespace

void declareHistory(QCommandLineParser &parser)
{
    // The parser puts the syntax of each behind the one before.
    parser.addPositionalArgument(u"import"_s,
                                 Text::tr("\"import FILE...\": take in ntpd's loopstats and peerstats."),
                                 u"import FILE... |"_s);
    parser.addPositionalArgument(
        u"export"_s, Text::tr("\"export [FILE]\": write every measurement as comma-separated values."),
        u"export [FILE]"_s);
    declareHistoryFile(parser);
}

int history(const QCommandLineParser &parser, const Terminal &terminal)
{
    auto given = words(parser, 0, 10'000);
    if (!given)
        return terminal.failed(given.error());
    const QString deed = given->isEmpty() ? QString() : given->takeFirst();
    if (deed == u"import"_s && !given->isEmpty())
        return importFiles(*given, parser, terminal);
    if (deed == u"export"_s && given->size() <= 1)
        return exportAll(*given, parser, terminal);
    return terminal.refused(Text::tr("Say \"history import FILE...\" or \"history export [FILE]\"."));
}

} // namespace noonmark::ctl
