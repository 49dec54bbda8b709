// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/check.h"

#include "core/config/checkcontext.h"
#include "core/config/directives.h"
#include "core/config/effective.h"
#include "core/config/lowering.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

constexpr std::array EveryDialect = {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};

void checkWhatEngineLacks(CheckContext &context)
{
    if (context.dialect != Dialect::Noonmark)
        return;
    for (const NotHonoured &missing : lower(context.document, context.dialect).notHonoured) {
        const auto line = std::find_if(context.lines.begin(), context.lines.end(),
                                       [&](const Line *l) { return l->number == missing.line; });
        if (line != context.lines.end())
            context.report(directiveRange(**line), Severity::Info, Finding::NotHonoured, {missing.word});
    }
}

std::vector<Diagnostic> checkOne(const Document &document, Dialect dialect, const Surroundings &around)
{
    CheckContext context(document, dialect, around);
    checkWords(context);
    checkValues(context);
    checkRestrict(context);
    checkSets(context);
    checkSources(context);
    checkWhatEngineLacks(context);
    std::stable_sort(
        context.findings.begin(), context.findings.end(),
        [](const Diagnostic &a, const Diagnostic &b) { return a.range.offset < b.range.offset; });
    return std::move(context.findings);
}

bool isSame(const Diagnostic &a, const Diagnostic &b)
{
    return a.range == b.range && a.finding == b.finding && a.arguments == b.arguments;
}

// The two spoken dialects, as far as a word's dialect says.
int vote(const DialectSet &dialects)
{
    if (dialects.ntpd == dialects.ntpsec)
        return 0;
    return dialects.ntpsec ? 1 : -1;
}

} // namespace

std::vector<Diagnostic> check(const Document &document, Dialect dialect, const Surroundings &around)
{
    std::vector<Diagnostic> findings = checkOne(document, dialect, around);
    for (const Dialect other : EveryDialect) {
        if (other == dialect)
            continue;
        const std::vector<Diagnostic> others = checkOne(document, other, around);
        for (Diagnostic &finding : findings) {
            if (std::any_of(others.begin(), others.end(),
                            [&](const Diagnostic &d) { return isSame(d, finding); }))
                finding.dialects.push_back(other);
        }
    }
    for (Diagnostic &finding : findings)
        std::sort(finding.dialects.begin(), finding.dialects.end());
    return findings;
}

Dialect guessDialect(const Document &document)
{
    int votes = 0;
    for (const Line *line : effectiveLines(document)) {
        const DirectiveSpec *spec = findDirective(line->keyword());
        if (!spec)
            continue;
        votes += vote(spec->dialects);
        for (std::size_t i = 1; i < line->tokens.size(); ++i) {
            const OptionSpec *option = findOption(*spec, line->tokens[i].text);
            votes += option ? vote(option->dialects) : 0;
        }
        const auto restriction = readRestrict(*line, Dialect::Ntpsec);
        if (restriction && restriction->address.find('/') != std::string::npos)
            ++votes; // only ntpsec understands a prefix length
    }
    return votes > 0 ? Dialect::Ntpsec : Dialect::Ntpd;
}

} // namespace noonmark::config
