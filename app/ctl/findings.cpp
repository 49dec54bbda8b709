// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/findings.h"

#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

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

int count(std::span<const config::FileDiagnostic> findings, config::Severity severity)
{
    return static_cast<int>(std::ranges::count_if(findings, [severity](const config::FileDiagnostic &one) {
        return one.diagnostic.severity == severity;
    }));
}

} // namespace

QJsonObject toJson(const PlacedFinding &finding)
{
    const auto &[file, diagnostic] = finding;
    QJsonArray arguments;
    for (const auto &argument : diagnostic.arguments)
        arguments += wording::plain(argument);
    QJsonArray dialects;
    for (const Dialect dialect : diagnostic.dialects)
        dialects += ctl::idOf(dialect);
    QJsonArray remedies;
    for (const auto &fix : diagnostic.fixes)
        remedies += wording::label(fix);
    const auto [line, column] = file.document.position(diagnostic.range.offset);
    return {{u"file"_s, QString::fromStdString(file.path)},
            {u"line"_s, line},
            {u"column"_s, column},
            {u"severity"_s, idOf(diagnostic.severity)},
            {u"finding"_s, QString::fromLatin1(config::findingId(diagnostic.finding))},
            {u"arguments"_s, arguments},
            {u"dialects"_s, dialects},
            {u"message"_s, wording::sentence(diagnostic)},
            {u"remedies"_s, remedies}};
}

void print(const PlacedFinding &finding, const Terminal &terminal)
{
    const auto &[file, diagnostic] = finding;
    QStringList dialects;
    for (const Dialect dialect : diagnostic.dialects)
        dialects += ctl::idOf(dialect);
    const auto [line, column] = file.document.position(diagnostic.range.offset);
    const QString place = u"%1:%2:%3: "_s.arg(QString::fromStdString(file.path), QString::number(line),
                                              QString::number(column));
    const QString tail =
        u" [%1; %2]"_s.arg(QLatin1StringView(config::findingId(diagnostic.finding)), dialects.join(u", "_s));
    terminal.line(place + wording::name(diagnostic.severity) + u": "_s + wording::sentence(diagnostic) +
                  tail);
    if (!diagnostic.fixes.empty())
        terminal.line(u"    "_s +
                      Text::tr("Remedy: %1").replace(u"%1"_s, wording::label(diagnostic.fixes.front())));
}

void addCounts(QJsonObject &answer, std::span<const config::FileDiagnostic> findings)
{
    answer[u"errors"_s] = count(findings, config::Severity::Error);
    answer[u"warnings"_s] = count(findings, config::Severity::Warning);
    answer[u"infos"_s] = count(findings, config::Severity::Info);
}

bool isClean(std::span<const config::FileDiagnostic> findings)
{
    return count(findings, config::Severity::Info) == static_cast<int>(findings.size());
}

} // namespace noonmark::ctl
