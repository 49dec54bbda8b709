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
#include <functional>
#include <map>
#include <optional>
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
    const auto report = [&](const Line *line, const std::string &word) {
        if (line)
            context.report(directiveRange(*line), Severity::Info, Finding::NotHonoured, {word});
    };
    for (const auto &restriction : context.restrictions) {
        for (const std::string &word : notHonoured(restriction.statement))
            report(restriction.line, word);
    }
    for (const NotHonoured &missing : notHonouredBesideRestrict(context.lines, context.dialect))
        report(context.lineNumbered(missing.line), missing.word);
}

void checkEachLine(CheckContext &context)
{
    checkWords(context);
    checkValues(context);
    checkItems(context);
    checkRestrict(context);
    checkExecution(context);
}

void checkAllTogether(CheckContext &context)
{
    checkSets(context);
    checkSources(context);
    checkTuning(context);
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

// The lines that stand where these edits can be taken back, and those before, which may go on in them.
std::set<int> touchedLines(const Document &document, const std::vector<Edit> &inverse)
{
    std::set<int> numbers;
    for (const Edit &edit : inverse) {
        const int last = document.lineAt(edit.range.end()).number;
        for (int number = document.lineAt(edit.range.offset).number - 1; number <= last; ++number)
            numbers.insert(number);
    }
    return numbers;
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

// A state of the file in which edits are made.
struct Mended
{
    Mended(const Document &before, std::vector<Edit> made)
        : edits(std::move(made))
        , document(before)
    {
        touched = touchedLines(document, document.apply(edits));
    }

    std::vector<Edit> edits;
    Document document;
    std::set<int> touched;
};

struct Meant
{
    bool sameLines = false;
    std::set<Likeness> findings;
};

// What the lines do together in the file as its author most likely meant it: with these edits, and then with each
// line put right that is wrong by itself.
Meant findingsAsMeant(CheckContext &&before, const Mended &mended, std::size_t lineCount, int rounds)
{
    const Document &document = mended.document;
    CheckContext context(std::move(before), document, mended.touched);
    if (rounds > 1) { // behind a word that is put right another wrong one may show
        checkEachLine(context);
        if (std::vector<Edit> more = compatibleFixes(context.findings); !more.empty()) {
            const Mended next(document, std::move(more));
            return findingsAsMeant(std::move(context), next, lineCount, rounds - 1);
        }
        context.forget();
    }
    checkAllTogether(context);
    Meant meant{document.lines().size() == lineCount, {}};
    for (const Diagnostic &finding : context.findings)
        meant.findings.insert(likeness(finding, document, meant.sameLines));
    return meant;
}

std::size_t start(const Diagnostic &finding)
{
    return finding.range.offset;
}

// `sorted` is in file order.
bool contains(const std::vector<Diagnostic> &sorted, const Diagnostic &wanted)
{
    const auto first = std::ranges::lower_bound(sorted, start(wanted), {}, start);
    const auto last = std::ranges::upper_bound(sorted, start(wanted), {}, start);
    return std::any_of(first, last, [&](const Diagnostic &other) {
        return other.range == wanted.range && other.finding == wanted.finding &&
               other.arguments == wanted.arguments;
    });
}

// Checks one file for several dialects: they mostly agree on how it would be mended.
class FileCheck
{
public:
    FileCheck(const Document &document, const Surroundings &around)
        : m_document(document)
        , m_around(around)
    {}

    [[nodiscard]] std::vector<Diagnostic> run(Dialect dialect);
    // Of these findings of another dialect, sorted, those that this one shares; perhaps with others.
    [[nodiscard]] std::vector<Diagnostic> shared(Dialect dialect, const std::vector<Diagnostic> &wanted);

private:
    using Filter = std::function<bool(const Diagnostic &)>;
    std::vector<Diagnostic> run(Dialect dialect, const Filter &isWanted);
    std::vector<Diagnostic> withoutConsequences(CheckContext &&context, std::vector<Edit> edits);

    const Document &m_document;
    const Surroundings &m_around;
    std::optional<Mended> m_mended;
};

// A default entry that is open because of a typing error needs no second finding that it is open: only what
// would still be wrong in the file as it was meant stays.
std::vector<Diagnostic> FileCheck::withoutConsequences(CheckContext &&context, std::vector<Edit> edits)
{
    constexpr int Rounds = 4;
    if (!m_mended || m_mended->edits != edits)
        m_mended.emplace(m_document, std::move(edits));
    std::vector<Diagnostic> findings = std::exchange(context.findings, {});
    const Meant meant = findingsAsMeant(std::move(context), *m_mended, m_document.lines().size(), Rounds);
    std::erase_if(findings, [&](const Diagnostic &finding) {
        return !meant.findings.contains(likeness(finding, m_document, meant.sameLines));
    });
    return findings;
}

std::vector<Diagnostic> FileCheck::run(Dialect dialect)
{
    return run(dialect, [](const Diagnostic &) { return true; });
}

std::vector<Diagnostic> FileCheck::shared(Dialect dialect, const std::vector<Diagnostic> &wanted)
{
    return run(dialect, [&](const Diagnostic &finding) { return contains(wanted, finding); });
}

std::vector<Diagnostic> FileCheck::run(Dialect dialect, const Filter &isWanted)
{
    CheckContext context(m_document, dialect, m_around);
    checkEachLine(context);
    std::vector<Diagnostic> findings = std::exchange(context.findings, {});
    checkAllTogether(context);
    // What nobody asks for need not be followed into the file as it was meant.
    std::erase_if(context.findings, std::not_fn(isWanted));
    std::vector<Edit> edits = context.findings.empty() ? std::vector<Edit>() : compatibleFixes(findings);
    const std::vector<Diagnostic> together =
        edits.empty() ? std::move(context.findings)
                      : withoutConsequences(std::move(context), std::move(edits));
    findings.insert(findings.end(), together.begin(), together.end());
    std::ranges::stable_sort(findings, {}, [](const Diagnostic &finding) { return finding.range.offset; });
    return findings;
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

std::vector<Diagnostic> check(const Document &document, Dialect dialect, const Surroundings &around,
                              Sharing sharing)
{
    FileCheck file(document, around);
    std::vector<Diagnostic> findings = file.run(dialect);
    for (const Dialect other : EveryDialect) {
        if (other == dialect || findings.empty() || sharing == Sharing::Untold)
            continue;
        const std::vector<Diagnostic> others = file.shared(other, findings);
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
