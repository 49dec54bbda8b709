// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/check.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using Diagnostics = std::vector<config::Diagnostic>;

// Stable, unlike wording::name().
QString idOf(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Info:
        return u"info"_s;
    case config::Severity::Warning:
        return u"warning"_s;
    case config::Severity::Error:
        return u"error"_s;
    }
    return {};
}

int count(const Diagnostics &diagnostics, config::Severity severity)
{
    return static_cast<int>(std::ranges::count(diagnostics, severity, &config::Diagnostic::severity));
}

QJsonObject toJson(const config::Diagnostic &diagnostic, const config::Document &document)
{
    QJsonArray arguments;
    for (const auto &argument : diagnostic.arguments)
        arguments += wording::plain(argument);
    QJsonArray dialects;
    for (const Dialect dialect : diagnostic.dialects)
        dialects += ctl::idOf(dialect);
    QJsonArray remedies;
    for (const auto &fix : diagnostic.fixes)
        remedies += wording::label(fix);
    const auto [line, column] = document.position(diagnostic.range.offset);
    return {{u"line"_s, line},
            {u"column"_s, column},
            {u"severity"_s, idOf(diagnostic.severity)},
            {u"finding"_s, QString::fromLatin1(config::findingId(diagnostic.finding))},
            {u"arguments"_s, arguments},
            {u"dialects"_s, dialects},
            {u"message"_s, wording::sentence(diagnostic)},
            {u"remedies"_s, remedies}};
}

void printJson(const File &file, const Diagnostics &diagnostics, const Terminal &terminal)
{
    QJsonArray findings;
    for (const auto &diagnostic : diagnostics)
        findings += toJson(diagnostic, file.document);
    terminal.object({{u"file"_s, file.path},
                     {u"dialect"_s, ctl::idOf(file.dialect)},
                     {u"errors"_s, count(diagnostics, config::Severity::Error)},
                     {u"warnings"_s, count(diagnostics, config::Severity::Warning)},
                     {u"infos"_s, count(diagnostics, config::Severity::Info)},
                     {u"findings"_s, findings}});
}

// The shape of compilers' messages, so that editors jump to the place.
void print(const File &file, const config::Diagnostic &diagnostic, const Terminal &terminal)
{
    QStringList dialects;
    for (const Dialect dialect : diagnostic.dialects)
        dialects += ctl::idOf(dialect);
    const auto [line, column] = file.document.position(diagnostic.range.offset);
    const QString place = u"%1:%2:%3: "_s.arg(file.path).arg(line).arg(column);
    const QString tail =
        u" [%1; %2]"_s.arg(QLatin1StringView(config::findingId(diagnostic.finding)), dialects.join(u", "_s));
    terminal.line(place + wording::name(diagnostic.severity) + u": "_s + wording::sentence(diagnostic) +
                  tail);
    if (!diagnostic.fixes.empty())
        terminal.line(u"    "_s +
                      Text::tr("Remedy: %1").replace(u"%1"_s, wording::label(diagnostic.fixes.front())));
}

void printAll(const File &file, const Diagnostics &diagnostics, const Terminal &terminal)
{
    for (const auto &diagnostic : diagnostics)
        print(file, diagnostic, terminal);
    if (diagnostics.empty())
        terminal.line(Text::tr("%1: nothing to complain about, as %2 reads it.")
                          .arg(file.path, wording::name(file.dialect)));
}

} // namespace

void declareCheck(QCommandLineParser &parser)
{
    declareFile(parser);
    declareDialect(parser);
}

int check(const QCommandLineParser &parser, const Terminal &terminal)
{
    if (const auto given = words(parser, 1, 1); !given)
        return terminal.failed(given.error());
    const auto file = openFile(parser);
    if (!file)
        return terminal.failed(file.error());
    const config::Surroundings here{
        [](const std::string &path) { return QFileInfo::exists(QString::fromStdString(path)); }};
    const Diagnostics diagnostics = config::check(file->document, file->dialect, here);
    if (terminal.json())
        printJson(*file, diagnostics, terminal);
    else
        printAll(*file, diagnostics, terminal);
    const bool isClean = std::ranges::all_of(
        diagnostics, [](const auto &diagnostic) { return diagnostic.severity == config::Severity::Info; });
    return isClean ? Good : Bad;
}

} // namespace noonmark::ctl
