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
    protocol::ControlVariables variables;
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
        return Answer{0, all.systemStatus, all.system};
    const auto id = numberOf(association, all);
    const auto found = std::ranges::find(all.associations, id, &transport::AssociationReading::id);
    if (found == all.associations.end())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("the daemon has no association %1").arg(association).toStdString()});
    return Answer{found->id, found->status, found->variables};
}

// Text stands in quotation marks as the daemons write it; the reading has taken them off.
QString valueText(const std::string &name, const std::string &value)
{
    static constexpr std::string_view Texts[] = {"version", "processor", "system", "srchost"};
    const bool isText =
        std::ranges::find(Texts, name) != std::end(Texts) || value.find(' ') != std::string::npos;
    return isText ? u'"' + wording::plain(value) + u'"' : wording::plain(value);
}

// As many variables on a line as fit, as ntpq does.
void print(const Answer &answer, const Terminal &terminal)
{
    const QString words = answer.association == 0 ? sentence(protocol::SystemStatus::fromWord(answer.status))
                                                  : sentence(protocol::PeerStatus::fromWord(answer.status));
    terminal.line(u"associd=%1 status=%2 %3,"_s.arg(answer.association)
                      .arg(answer.status, 4, 16, QLatin1Char('0'))
                      .arg(words));
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
                                 {u"meaning"_s, wording::explanationOfColumn(name)}};
    return {
        {u"association-id"_s, answer.association}, {u"status"_s, answer.status}, {u"variables"_s, variables}};
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
    const auto given = words(parser, 0, 2);
    if (!given)
        return terminal.failed(given.error());
    const auto reading = readDaemon(given->value(0));
    if (!reading)
        return terminal.failed(reading.error());
    const auto answer = answerFor(*reading, given->value(1));
    if (!answer)
        return terminal.failed(answer.error());
    if (terminal.json())
        terminal.object(toJson(*answer));
    else
        print(*answer, terminal);
    return Good;
}

} // namespace noonmark::ctl
