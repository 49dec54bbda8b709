// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/check.h"

#include "core/config/checkcontext.h"
#include "core/config/directives.h"
#include "core/config/editclaims.h"
#include "core/config/effective.h"
#include "core/config/lowering.h"
#include "core/config/number.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace noonmark::config {

namespace {

constexpr std::array EveryDialect = {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};

void checkWhatEngineLacks(CheckContext &context)
{
    if (context.dialect != Dialect::Noonmark)
        return;
    for (const NotHonoured &missing : lower(context.document, context.dialect).notHonoured) {
        if (const Line *line = context.lineNumbered(missing.line))
            context.report(directiveRange(*line), Severity::Info, Finding::NotHonoured, {missing.word});
    }
}

void checkEachLine(CheckContext &context)
{
    checkWords(context);
    checkValues(context);
    checkRestrict(context);
}

void checkAllTogether(CheckContext &context)
{
    checkSets(context);
    checkSources(context);
    checkWhatEngineLacks(context);
}

// The best fix of each finding, as far as they do not get in each other's way.
std::vector<Edit> compatibleFixes(const std::vector<Diagnostic> &findings)
{
    std::vector<Edit> edits;
    EditClaims claims;
    for (const Diagnostic &finding : findings) {
        // What a mask with holes was meant to be is only a guess.
        const bool isGuess =
            finding.severity == Severity::Info || finding.finding == Finding::MaskNotContiguous;
        if (isGuess || finding.fixes.empty())
            continue;
        const std::vector<Edit> &more = finding.fixes.front().edits;
        if (claims.clashes(more))
            continue;
        for (const Edit &edit : more) {
            claims.add(edit);
            edits.push_back(edit);
        }
    }
    return edits;
}

// The file as its author most likely meant it: each line that is wrong by itself put right, beginning with
// these edits.
Document meantFile(Document document, std::vector<Edit> edits, Dialect dialect, const Surroundings &around)
{
    constexpr int Rounds = 4; // behind a word that is put right another wrong one may show
    for (int round = 1; !edits.empty(); ++round) {
        document.apply(std::move(edits));
        if (round == Rounds)
            break;
        CheckContext context(document, dialect, around);
        checkEachLine(context);
        edits = compatibleFixes(context.findings);
    }
    return document;
}

// What makes two findings of two states of a file the same one: its line if no line came or went, else what
// it names.
using Likeness = std::tuple<Finding, std::string, int>;

Likeness likeness(const Diagnostic &finding, const Document &document, bool sameLines)
{
    if (sameLines)
        return {finding.finding, {}, document.lineAt(finding.range.offset).number};
    const std::string name = finding.arguments.empty() ? std::string() : finding.arguments.front();
    const bool isNumber = name.find_first_not_of("0123456789") == std::string::npos;
    return {finding.finding, isNumber ? std::string() : name, 0};
}

// A default entry that is open because of a typing error needs no second finding that it is open: only what
// would still be wrong in the file as it was meant stays.
void dropConsequences(std::vector<Diagnostic> &findings, const Document &document, const CheckContext &meant)
{
    const bool sameLines = document.lines().size() == meant.document.lines().size();
    std::set<Likeness> lasting;
    for (const Diagnostic &finding : meant.findings)
        lasting.insert(likeness(finding, meant.document, sameLines));
    std::erase_if(findings, [&](const Diagnostic &finding) {
        return !lasting.contains(likeness(finding, document, sameLines));
    });
}

std::vector<Diagnostic> checkOne(const Document &document, Dialect dialect, const Surroundings &around)
{
    CheckContext context(document, dialect, around);
    checkEachLine(context);
    std::vector<Diagnostic> ofLines = std::exchange(context.findings, {});
    checkAllTogether(context);
    std::vector<Edit> edits = context.findings.empty() ? std::vector<Edit>() : compatibleFixes(ofLines);
    if (!edits.empty()) {
        const Document mended = meantFile(document, std::move(edits), dialect, around);
        CheckContext meant(mended, dialect, around);
        checkAllTogether(meant);
        dropConsequences(context.findings, document, meant);
    }
    ofLines.insert(ofLines.end(), context.findings.begin(), context.findings.end());
    std::stable_sort(ofLines.begin(), ofLines.end(), [](const Diagnostic &a, const Diagnostic &b) {
        return a.range.offset < b.range.offset;
    });
    return ofLines;
}

std::size_t start(const Diagnostic &finding)
{
    return finding.range.offset;
}

// `sorted` is in file order.
bool contains(const std::vector<Diagnostic> &sorted, const Diagnostic &wanted)
{
    const auto candidates = std::ranges::equal_range(sorted, start(wanted), {}, start);
    return std::ranges::any_of(candidates, [&](const Diagnostic &other) {
        return other.range == wanted.range && other.finding == wanted.finding &&
               other.arguments == wanted.arguments;
    });
}

bool holdsSlash(const Line &line)
{
    return std::ranges::any_of(line.tokens,
                               [](const Token &token) { return token.text.find('/') < token.text.size(); });
}

bool isPrefixed(std::string_view address)
{
    const std::size_t slash = address.find('/');
    return slash != std::string_view::npos && IpAddress::parse(address.substr(0, slash)) &&
           readInteger(address.substr(slash + 1));
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
            if (contains(others, finding))
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
        const auto restriction = holdsSlash(*line) ? readRestrict(*line, Dialect::Ntpsec) : std::nullopt;
        if (restriction && isPrefixed(restriction->address))
            ++votes; // only ntpsec understands a prefix length
    }
    return votes > 0 ? Dialect::Ntpsec : Dialect::Ntpd;
}

} // namespace noonmark::config
