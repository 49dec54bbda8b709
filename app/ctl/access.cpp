// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/accessranges.h"
#include "core/config/statement.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

// Of the file that a line of the whole stands in.
QString pathOf(const config::FileTree &tree, int line)
{
    return QString::fromStdString(tree.files()[tree.line(line).first].path);
}

QJsonObject toJson(const config::FileTree &tree, const QString &host, const config::AccessAnswer &answer)
{
    QJsonArray flags;
    for (const auto name : config::accessFlagNames(answer.flags))
        flags += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    QJsonArray lines;
    for (const int line : answer.lines)
        lines += QJsonObject{{u"file"_s, pathOf(tree, line)},
                             {u"line"_s, tree.line(line).second},
                             {u"text"_s, textOfLine(tree.whole(), line)}};
    return {{u"file"_s, QString::fromStdString(tree.files().front().path)},
            {u"dialect"_s, idOf(tree.dialect())},
            {u"host"_s, host},
            {u"may-get-time"_s, answer.mayGetTime},
            {u"may-query"_s, answer.mayQuery},
            {u"may-modify"_s, answer.mayModify},
            {u"may-peer"_s, answer.mayPeer},
            {u"may-trap"_s, answer.mayTrap},
            {u"may-read-clients"_s, answer.mayReadClients},
            {u"needs-key"_s, answer.needsKey},
            {u"rate-limited"_s, answer.rateLimited},
            {u"told-when-limited"_s, answer.toldWhenLimited},
            {u"version-4-only"_s, answer.version4Only},
            {u"flags"_s, flags},
            {u"range"_s, wording::plain(answer.range.toString())},
            {u"lines"_s, lines}};
}

// The daemons disagree on `restrict`: an answer without its daemon is none.
void printDaemon(const config::FileTree &tree, const Terminal &terminal)
{
    terminal.line(wording::name(tree.dialect()) + u':');
}

void print(const config::FileTree &tree, const config::AccessAnswer &answer, const Terminal &terminal)
{
    printDaemon(tree, terminal);
    for (const QString &sentence : wording::sentences(answer))
        terminal.line(sentence);
    for (const int line : answer.lines)
        terminal.line(u"  %1:%2: %3"_s.arg(pathOf(tree, line), QString::number(tree.line(line).second),
                                           textOfLine(tree.whole(), line)));
}

struct NamedRight
{
    const char *name;
    config::Right right;
};

constexpr NamedRight Rights[] = {{"get-time", config::Right::GetTime},
                                 {"query", config::Right::Query},
                                 {"modify", config::Right::Modify},
                                 {"peer", config::Right::Peer},
                                 {"read-clients", config::Right::ReadClients}};

void print(const config::AccessRanges &found, config::Right right, const Terminal &terminal)
{
    terminal.line(found.ranges.empty() ? wording::thatNobodyMay(right) : wording::thatTheseMay(right));
    for (const AddressMask &range : found.ranges)
        terminal.line(u"  "_s + wording::plain(range.toString()));
    if (!found.exact)
        terminal.line(
            Text::tr("These are the rules that grant it; their masks have so many holes that the exact "
                     "list would be endless. Other rules refuse parts of it."));
}

int whoMay(const QString &name, const config::FileTree &tree, std::uint16_t port, const Terminal &terminal)
{
    const auto *named = std::find_if(std::begin(Rights), std::end(Rights), [&](const NamedRight &row) {
        return name == QLatin1StringView(row.name);
    });
    if (named == std::end(Rights))
        return terminal.failed({Failure::Malformed,
                                {Text::tr("\"%1\" is no right: get-time, query, modify, peer or read-clients")
                                     .arg(name)
                                     .toStdString()}});
    const auto found = config::rangesThatMay(config::accessTableWithSources(tree.whole(), tree.dialect()),
                                             named->right, port);
    if (!terminal.json()) {
        printDaemon(tree, terminal);
        print(found, named->right, terminal);
        return Good;
    }
    QJsonArray ranges;
    for (const AddressMask &range : found.ranges)
        ranges += wording::plain(range.toString());
    terminal.object({{u"file"_s, QString::fromStdString(tree.files().front().path)},
                     {u"dialect"_s, idOf(tree.dialect())},
                     {u"right"_s, name},
                     {u"exact"_s, found.exact},
                     {u"ranges"_s, ranges}});
    return Good;
}

int mayOne(const QString &word, const config::FileTree &tree, std::uint16_t port, const Terminal &terminal)
{
    const auto host = IpAddress::parse(word.toStdString());
    if (!host)
        return terminal.failed(
            {Failure::Malformed, {Text::tr("\"%1\" is not a numeric address").arg(word).toStdString()}});
    const auto answer =
        config::whatMay(config::accessTableWithSources(tree.whole(), tree.dialect()), *host, port);
    if (terminal.json())
        terminal.object(toJson(tree, word, answer));
    else
        print(tree, answer, terminal);
    return answer.mayGetTime ? Good : Bad;
}

} // namespace

void declareAccess(QCommandLineParser &parser)
{
    declareFile(parser);
    parser.addPositionalArgument(u"ADDRESS"_s, Text::tr("Numeric address of the host."), u"[ADDRESS]"_s);
    parser.addOption(
        {u"who"_s,
         Text::tr("Instead of one host's rights, the addresses of all that have this one: get-time, query, "
                  "modify, peer or read-clients."),
         u"RIGHT"_s});
    parser.addOption(
        {u"port"_s, Text::tr("UDP port that the host asks from, 123 if not given."), u"PORT"_s, u"123"_s});
    declareDialect(parser);
}

int access(const QCommandLineParser &parser, const Terminal &terminal)
{
    const int needed = parser.isSet(u"who"_s) ? 1 : 2;
    const auto given = words(parser, needed, needed);
    if (!given)
        return terminal.failed(given.error());
    bool isPort = false;
    const auto port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort)
        return terminal.failed(
            {Failure::Malformed,
             {Text::tr("\"%1\" is not a port").arg(parser.value(u"port"_s)).toStdString()}});
    const auto tree = openTree(parser); // the rules may stand in a file that this one includes
    if (!tree)
        return terminal.failed(tree.error());
    if (parser.isSet(u"who"_s))
        return whoMay(parser.value(u"who"_s), *tree, port, terminal);
    return mayOne(given->at(1), *tree, port, terminal);
}

} // namespace noonmark::ctl
