// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/filetree.h"
#include "core/system/diskfiles.h"
#include "core/wording/wording.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

struct DialectReading
{
    Dialect dialect;
    config::LineReading reading;
};

struct Place
{
    QString path;
    int line = 0;
};

// FILE:LINE; a file may have colons in its name.
Result<Place> placeOf(const QString &word)
{
    const auto colon = word.lastIndexOf(u':');
    bool isNumber = false;
    const int line = word.mid(colon + 1).toInt(&isNumber);
    if (colon < 1 || !isNumber)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("\"%1\" is no place: write FILE:LINE").arg(word).toStdString()});
    return Place{word.left(colon), line};
}

// As a part of all that each daemon reads: a later line that overrides this one may stand in another file.
std::vector<DialectReading> readingsOf(const File &file, int line, bool one)
{
    std::vector<DialectReading> result;
    for (const Dialect dialect : {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark}) {
        if (one && dialect != file.dialect)
            continue;
        const config::FileTree tree(file.path.toStdString(), file.document, dialect, system::diskReader());
        result.push_back({dialect, config::readings(tree)[static_cast<std::size_t>(line) - 1]});
    }
    return result;
}

QJsonObject toJson(const DialectReading &one)
{
    QJsonArray effects;
    for (const config::Effect &effect : one.reading.effects) {
        QJsonArray arguments;
        for (const auto &argument : effect.arguments)
            arguments += wording::plain(argument);
        effects += QJsonObject{{u"kind"_s, QString::fromLatin1(config::effectId(effect.kind))},
                               {u"arguments"_s, arguments},
                               {u"message"_s, wording::sentence(effect)}};
    }
    return {{u"dialect"_s, idOf(one.dialect)},
            {u"extent"_s, QString::fromLatin1(config::extentId(one.reading.extent))},
            {u"executed"_s, wording::plain(one.reading.executed)},
            {u"message"_s, wording::sentence(one.reading)},
            {u"effects"_s, effects}};
}

void printWords(const config::Line &line, const Terminal &terminal)
{
    const QString directive = wording::explanationOfDirective(line.keyword());
    if (directive.isEmpty())
        return;
    terminal.line(u"  "_s + directive);
    for (std::size_t i = 1; i < line.tokens.size(); ++i) {
        const QString word = wording::plain(line.tokens[i].text);
        const QString option = wording::explanationOfOption(line.keyword(), line.tokens[i].text);
        // Those of flags name the flag by themselves.
        if (!option.isEmpty())
            terminal.line(u"  "_s + (option.startsWith(word) ? option : word + u": "_s + option));
    }
}

void print(const DialectReading &one, const Terminal &terminal)
{
    terminal.line(wording::name(one.dialect) + u": "_s + wording::sentence(one.reading));
    for (const config::Effect &effect : one.reading.effects)
        terminal.line(u"    "_s + wording::sentence(effect));
}

bool isGood(const config::LineReading &reading)
{
    using config::EffectKind;
    const bool runs = !reading.has(EffectKind::EndsDaemon) && !reading.has(EffectKind::HangsDaemon);
    return runs && (reading.extent == config::Extent::Whole || reading.extent == config::Extent::Empty);
}

} // namespace

void declareExplain(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"FILE:LINE"_s, Text::tr("An ntp.conf, and the number of a line in it."));
    declareDialect(parser);
}

int explain(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 1, 1);
    if (!given)
        return terminal.failed(given.error());
    const auto place = placeOf(given->front());
    if (!place)
        return terminal.failed(place.error());
    const auto file = openFile(place->path, parser);
    if (!file)
        return terminal.failed(file.error());
    if (place->line < 1 || static_cast<std::size_t>(place->line) > file->document.lines().size())
        return terminal.failed(
            {Failure::Malformed,
             {Text::tr("%1 has no line %2").arg(file->path, QString::number(place->line)).toStdString()}});

    const auto readings = readingsOf(*file, place->line, parser.isSet(u"dialect"_s));
    const QString text = textOfLine(file->document, place->line);
    if (terminal.json()) {
        QJsonArray array;
        for (const DialectReading &one : readings)
            array += toJson(one);
        terminal.object(
            {{u"file"_s, file->path}, {u"line"_s, place->line}, {u"text"_s, text}, {u"readings"_s, array}});
    } else {
        terminal.line(u"%1:%2: %3"_s.arg(file->path, QString::number(place->line), text));
        printWords(file->document.lines()[static_cast<std::size_t>(place->line) - 1], terminal);
        for (const DialectReading &one : readings)
            print(one, terminal);
    }
    const auto own = std::ranges::find(readings, file->dialect, &DialectReading::dialect);
    return isGood(own->reading) ? Good : Bad;
}

} // namespace noonmark::ctl
