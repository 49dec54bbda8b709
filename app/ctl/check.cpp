// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/safefixes.h"
#include "core/export/textdiff.h"
#include "core/system/privilegedfile.h"
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

void printJson(const File &file, const Diagnostics &diagnostics, const QByteArray &diff,
               const Terminal &terminal)
{
    QJsonArray findings;
    for (const auto &diagnostic : diagnostics)
        findings += toJson(diagnostic, file.document);
    QJsonObject answer{{u"file"_s, file.path},
                       {u"dialect"_s, ctl::idOf(file.dialect)},
                       {u"errors"_s, count(diagnostics, config::Severity::Error)},
                       {u"warnings"_s, count(diagnostics, config::Severity::Warning)},
                       {u"infos"_s, count(diagnostics, config::Severity::Info)},
                       {u"findings"_s, findings}};
    if (!diff.isEmpty())
        answer[u"diff"_s] = QString::fromUtf8(diff);
    terminal.object(answer);
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

// The file becomes the mended one, and on disk too unless it is only a trial; the diff says what changed.
Result<QByteArray> mend(File &file, const config::Surroundings &here, bool onlyShow)
{
    const QByteArray before = file.bytes;
    file.document = config::withSafeFixes(file.document, file.dialect, here);
    file.bytes = QByteArray::fromStdString(file.document.bytes());
    const QByteArray path = file.path.toUtf8();
    if (!onlyShow && file.bytes != before) {
        if (const auto written = system::replaceFile(file.path, file.bytes, file.hash); !written)
            return tl::unexpected(written.error());
    }
    return exports::unifiedDiff(before, file.bytes, path, path);
}

} // namespace

void declareCheck(QCommandLineParser &parser)
{
    declareFile(parser);
    parser.addOption(
        {u"fix"_s, Text::tr("Make the safe remedies and show them; the findings are those that are left.")});
    parser.addOption({u"dry-run"_s, Text::tr("Only show what would be changed.")});
    declareDialect(parser);
}

int check(const QCommandLineParser &parser, const Terminal &terminal)
{
    if (const auto given = words(parser, 1, 1); !given)
        return terminal.failed(given.error());
    auto file = openFile(parser);
    if (!file)
        return terminal.failed(file.error());
    const config::Surroundings here{
        [](const std::string &path) { return QFileInfo::exists(QString::fromStdString(path)); }};
    QByteArray diff;
    if (parser.isSet(u"fix"_s)) {
        const auto mended = mend(*file, here, parser.isSet(u"dry-run"_s));
        if (!mended)
            return terminal.failed(mended.error());
        diff = *mended;
    }
    const Diagnostics diagnostics = config::check(file->document, file->dialect, here);
    if (terminal.json()) {
        printJson(*file, diagnostics, diff, terminal);
    } else {
        terminal.bytes(diff);
        printAll(*file, diagnostics, terminal);
    }
    const bool isClean = std::ranges::all_of(
        diagnostics, [](const auto &diagnostic) { return diagnostic.severity == config::Severity::Info; });
    return isClean ? Good : Bad;
}

} // namespace noonmark::ctl
