// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/statement.h"
#include "core/wording/wording.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

constexpr std::size_t LongestLine = 240;

QString textOfLine(const config::Document &document, int number)
{
    const auto &lines = document.lines();
    const auto index = static_cast<std::size_t>(number - 1);
    if (index >= lines.size())
        return {};
    const std::string_view text = document.text(lines[index].range);
    return wording::plain(std::string(text.substr(0, LongestLine))) +
           (text.size() > LongestLine ? u"…"_s : QString());
}

QJsonObject toJson(const File &file, const QString &host, const config::AccessAnswer &answer)
{
    QJsonArray flags;
    for (const auto name : config::accessFlagNames(answer.flags))
        flags += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    QJsonArray lines;
    for (const int line : answer.lines)
        lines += QJsonObject{{u"line"_s, line}, {u"text"_s, textOfLine(file.document, line)}};
    return {{u"file"_s, file.path},
            {u"dialect"_s, idOf(file.dialect)},
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

void print(const File &file, const config::AccessAnswer &answer, const Terminal &terminal)
{
    for (const QString &sentence : wording::sentences(answer))
        terminal.line(sentence);
    for (const int line : answer.lines)
        terminal.line(
            u"  %1:%2: %3"_s.arg(file.path, QString::number(line), textOfLine(file.document, line)));
}

} // namespace

void declareAccess(QCommandLineParser &parser)
{
    declareFile(parser);
    parser.addPositionalArgument(u"ADDRESS"_s, Text::tr("Numeric address of the host."));
    parser.addOption(
        {u"port"_s, Text::tr("UDP port that the host asks from, 123 if not given."), u"PORT"_s, u"123"_s});
    declareDialect(parser);
}

int access(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 2, 2);
    if (!given)
        return terminal.failed(given.error());
    const auto host = IpAddress::parse(given->at(1).toStdString());
    if (!host)
        return terminal.failed(
            {Failure::Malformed,
             {Text::tr("\"%1\" is not a numeric address").arg(given->at(1)).toStdString()}});
    bool isPort = false;
    const auto port = parser.value(u"port"_s).toUShort(&isPort);
    if (!isPort)
        return terminal.failed(
            {Failure::Malformed,
             {Text::tr("\"%1\" is not a port").arg(parser.value(u"port"_s)).toStdString()}});
    const auto file = openFile(parser);
    if (!file)
        return terminal.failed(file.error());

    const auto answer =
        config::whatMay(config::accessTableWithSources(file->document, file->dialect), *host, port);
    if (terminal.json())
        terminal.object(toJson(*file, given->at(1), answer));
    else
        print(*file, answer, terminal);
    return answer.mayGetTime ? Good : Bad;
}

} // namespace noonmark::ctl
