// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/reading.h"
#include "app/ctl/statuswords.h"
#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

constexpr qsizetype Width = 76; // of ntpq's lines

struct Answer
{
    std::uint16_t association = 0;
    std::uint16_t status = 0;
    QString statusWords;
    protocol::ControlVariables variables;
    std::string prefix = {}; // of the names of their meanings
};

// ntpq's "&2" is the second of the associations, in the order of their numbers.
std::uint32_t numberOf(const QString &association, const transport::ControlReading &reading)
{
    if (!association.startsWith(u'&'))
        return association.toUInt();
    std::vector<std::uint32_t> ids;
    for (const auto &one : reading.associations)
        ids.push_back(one.id);
    std::ranges::sort(ids);
    const auto index = association.mid(1).toUInt();
    return index >= 1 && index <= ids.size() ? ids[index - 1] : 0;
}

Result<Answer> answerFor(const Reading &reading, const QString &association)
{
    const auto &all = reading.variables;
    if (association.isEmpty() || association == u"0"_s)
        return Answer{0, all.systemStatus, sentence(protocol::SystemStatus::fromWord(all.systemStatus)),
                      all.system};
    const auto id = numberOf(association, all);
    const auto found = std::ranges::find(all.associations, id, &transport::AssociationReading::id);
    if (found == all.associations.end())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("the daemon has no association %1").arg(association).toStdString()});
    return Answer{found->id, found->status, sentence(protocol::PeerStatus::fromWord(found->status)),
                  found->variables};
}

// Of the association that is named, or of the first that is a clock.
Result<Answer> clockOf(const Reading &reading, const QString &association)
{
    const auto &all = reading.variables;
    const auto id = numberOf(association, all);
    const auto found = std::ranges::find_if(all.associations, [&](const transport::AssociationReading &one) {
        return !one.clock.empty() && (association.isEmpty() || one.id == id);
    });
    if (found != all.associations.end())
        return Answer{found->id, found->clockStatus, {}, found->clock, "clock."};
    return noonmark::failed(
        Failure::Malformed,
        {(association.isEmpty() ? Text::tr("the daemon has no reference clock")
                                : Text::tr("association %1 is no reference clock").arg(association))
             .toStdString()});
}

// Text stands in quotation marks as the daemons write it; the reading has taken them off.
QString valueText(const std::string &name, const std::string &value)
{
    static constexpr std::string_view Texts[] = {"version", "processor", "system", "srchost",
                                                 "device",  "timecode",  "name"};
    const bool isText =
        std::ranges::find(Texts, name) != std::end(Texts) || value.find(' ') != std::string::npos;
    return isText ? u'"' + wording::plain(value) + u'"' : wording::plain(value);
}

// As many variables on a line as fit, as ntpq does.
void print(const Answer &answer, const Terminal &terminal)
{
    const QString status =
        u"associd=%1 status=%2"_s.arg(answer.association).arg(answer.status, 4, 16, QLatin1Char('0'));
    terminal.line((answer.statusWords.isEmpty() ? status : QString(status + u' ' + answer.statusWords)) +
                  u',');
    QString line;
    for (const auto &[name, value] : answer.variables) {
        const QString text = wording::plain(name) + u'=' + valueText(name, value);
        if (!line.isEmpty() && line.size() + 2 + text.size() > Width) {
            terminal.line(line + u',');
            line.clear();
        }
        line += line.isEmpty() ? text : QString(u", "_s + text);
    }
    terminal.line(line);
}

QJsonObject toJson(const Answer &answer)
{
    QJsonArray variables;
    for (const auto &[name, value] : answer.variables)
        variables += QJsonObject{{u"name"_s, wording::plain(name)},
                                 {u"value"_s, wording::plain(value)},
                                 {u"meaning"_s, wording::explanationOfColumn(answer.prefix + name)}};
    return {
        {u"association-id"_s, answer.association}, {u"status"_s, answer.status}, {u"variables"_s, variables}};
}

int show(const QCommandLineParser &parser, const Terminal &terminal,
         Result<Answer> (*choose)(const Reading &, const QString &))
{
    const auto given = words(parser, 0, 2);
    if (!given)
        return terminal.failed(given.error());
    const auto reading = readDaemon(given->value(0));
    if (!reading)
        return terminal.failed(reading.error());
    const auto answer = choose(*reading, given->value(1));
    if (!answer)
        return terminal.failed(answer.error());
    if (terminal.json())
        terminal.object(toJson(*answer));
    else
        print(*answer, terminal);
    return Good;
}

} // namespace

void declareVariables(QCommandLineParser &parser)
{
    declareDaemon(parser, u"[HOST[:PORT]"_s);
    parser.addPositionalArgument(u"ASSOCIATION"_s,
                                 Text::tr("Number of an association, or &1, &2 ...; 0 is the daemon itself."),
                                 u"[ASSOCIATION]]"_s);
}

int variables(const QCommandLineParser &parser, const Terminal &terminal)
{
    return show(parser, terminal, &answerFor);
}

void declareClock(QCommandLineParser &parser)
{
    declareDaemon(parser, u"[HOST[:PORT]"_s);
    parser.addPositionalArgument(
        u"ASSOCIATION"_s, Text::tr("Number of a reference clock, or &1, &2 ...; the first one if not given."),
        u"[ASSOCIATION]]"_s);
}

int clock(const QCommandLineParser &parser, const Terminal &terminal)
{
    return show(parser, terminal, &clockOf);
}

} // namespace noonmark::ctl
