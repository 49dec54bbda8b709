// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include "app/ctl/terminal.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

constexpr Command Commands[] = {
    {"check", QT_TRANSLATE_NOOP("noonmark::ctl", "Find the mistakes of an ntp.conf, with their remedies"),
     declareCheck, check},
    {"access",
     QT_TRANSLATE_NOOP("noonmark::ctl", "Tell what a host may do by an ntp.conf, and which lines decide"),
     declareAccess, access},
    {"explain", QT_TRANSLATE_NOOP("noonmark::ctl", "Tell what each daemon really does with a line"),
     declareExplain, explain},
    {"mode", QT_TRANSLATE_NOOP("noonmark::ctl", "Show or switch where an ntp.conf takes its time from"),
     declareMode, mode},
    {"keys",
     QT_TRANSLATE_NOOP("noonmark::ctl", "List, make and check the symmetric keys of an ntp.keys"),
     declareKeys, keys},
    {"export", QT_TRANSLATE_NOOP("noonmark::ctl", "Write a configuration for the clients of this master"),
     declareExport, exportFile},
    {"status", QT_TRANSLATE_NOOP("noonmark::ctl", "Tell whether a daemon's time is right, and why"),
     declareStatus, status},
    {"peers", QT_TRANSLATE_NOOP("noonmark::ctl", "Show a daemon's sources, laid out as by ntpq -p"),
     declarePeers, peers},
    {"rv", QT_TRANSLATE_NOOP("noonmark::ctl", "Show the variables of a daemon or of one of its associations"),
     declareVariables, variables},
    {"cv", QT_TRANSLATE_NOOP("noonmark::ctl", "Show what a reference clock of a daemon tells of itself"), declareClock,
     clock},
    {"assoc", QT_TRANSLATE_NOOP("noonmark::ctl", "Show a daemon's associations and the state of each"),
     declareAssoc, assoc},
    {"watch", QT_TRANSLATE_NOOP("noonmark::ctl", "Show a daemon's verdict and sources again and again"),
     declareWatch, watch},
    {"clients", QT_TRANSLATE_NOOP("noonmark::ctl", "Show who asks a daemon for time"), declareClients, clients},
    {"query", QT_TRANSLATE_NOOP("noonmark::ctl", "Ask servers for the time without setting any clock"), declareQuery,
     query},
    {"trace", QT_TRANSLATE_NOOP("noonmark::ctl", "Follow a server's time to its root"), declareTrace, trace},
    {"diagnose", QT_TRANSLATE_NOOP("noonmark::ctl", "Find out why a daemon does not synchronise"), declareDiagnose,
     diagnose},
    {"history",
     QT_TRANSLATE_NOOP("noonmark::ctl", "Take in or give out the measurements that the window keeps"),
     declareHistory, history},
    {"journal",
     QT_TRANSLATE_NOOP("noonmark::ctl", "Tell what happened and when, as the window wrote it down"),
     declareJournal, journal},
    {"simulate",
     QT_TRANSLATE_NOOP("noonmark::ctl", "Show how well our engine keeps time in a situation, on virtual time"),
     declareSimulate, simulate},
};

QString summaryOf(const Command &command)
{
    return QCoreApplication::translate("noonmark::ctl", command.summary);
}

// How many letters must be changed, added or removed.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, change}));
        }
    }
    return row.back();
}

// The parser knows the program's path only, and nothing of commands.
QString helpOf(const Command &command, const QCommandLineParser &parser)
{
    const QString program = QCoreApplication::arguments().value(0);
    return parser.helpText().replace(program, u"noonmarkctl "_s + QLatin1StringView(command.name));
}

} // namespace

std::span<const Command> commands()
{
    return Commands;
}

const Command *findCommand(const QString &name)
{
    const auto found = std::ranges::find_if(
        Commands, [&](const Command &command) { return name == QLatin1StringView(command.name); });
    return found == std::end(Commands) ? nullptr : found;
}

QString nearestCommand(const QString &name)
{
    const auto farness = [&](const Command &command) {
        return distance(name, QString::fromLatin1(command.name));
    };
    const auto nearest = std::ranges::min_element(Commands, {}, farness);
    return farness(*nearest) <= 2 ? QString::fromLatin1(nearest->name) : QString();
}

QString overview()
{
    QString text = Text::tr("Usage: noonmarkctl COMMAND [options] ...") + u"\n\n"_s;
    for (const Command &command : Commands)
        text += u"  %1 %2\n"_s.arg(QLatin1StringView(command.name), -8).arg(summaryOf(command));
    text +=
        u'\n' + Text::tr("Every command takes --help, --json (stable keys for scripts) and --lang en|zh_CN.\n"
                         "Exit status: 0 all is well, 1 it is not, 2 it could not be found out.");
    return text;
}

int run(const Command &command, const QStringList &words)
{
    const Terminal sentences(false);
    QCommandLineParser parser;
    parser.setApplicationDescription(summaryOf(command));
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QCommandLineOption help({u"h"_s, u"help"_s}, Text::tr("Show this help."));
    const QCommandLineOption json(u"json"_s, Text::tr("Answer in JSON."));
    parser.addOptions({help, json});
    command.declare(parser);

    const bool isUnderstood = parser.parse(QStringList{u"noonmarkctl"_s} + words);
    if (parser.isSet(help)) {
        sentences.bytes(helpOf(command, parser).toUtf8());
        return Good;
    }
    if (!isUnderstood) {
        return Terminal(parser.isSet(json)).refused(parser.errorText());
    }
    return command.run(parser, Terminal(parser.isSet(json)));
}

} // namespace noonmark::ctl
