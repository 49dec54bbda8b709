// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/safefixes.h"

#include "core/config/access.h"
#include "core/config/editclaims.h"
#include "core/config/effective.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

using enum Finding;

constexpr std::array Safe = std::to_array<Finding>({
    DirectiveCase,
    WordCase,
    UnknownDirective,
    UnknownWord,
    SlashComment,
    GluedComment,
    NonAsciiDropped,
    FullWidthHash,
    UnclosedQuote,
    QuotedKeyword,
    SpecialCharacter,
    LineContinuation,
    SeveralCommands,
    ShellCommand,
    TemplateMarkup,
    Placeholder,
    MissingArgument,
    SurplusArgument,
    Removed,
    WrongDialect,
    KeywordAsHost,
    MaskOnDefault,
    MaskAfterFlags,
    FamilyAfterDefault,
    FamilyWithMask,
    FamilyWithSource,
    MaskAfterSlash,
    EverybodyByName,
    AddressWithPort,
    AddressWildcard,
    FlagBeforeAddress,
    SecondAddress,
    PrefixAndMask,
    PeerLimitAfterFlags,
    PrefixNotUnderstood,
    FlagWithoutEffect,
});

// ntpsec complains of a `kod` without `limited` even where the entry is limited by other lines: there the
// word changes nothing but the complaint.
std::vector<Edit> silencedKod(const Document &document)
{
    std::vector<Edit> edits;
    const AccessTable table = accessTable(document, Dialect::Ntpsec);
    for (const Line *line : effectiveLines(document)) {
        const auto statement = readRestrict(*line, Dialect::Ntpsec);
        if (!statement || statement->unrestrict || (statement->flags & AccessFlag::Limited) != 0)
            continue;
        const auto kod = std::ranges::find(statement->flagWords, "kod", &Option::name);
        const bool limited = std::ranges::all_of(statement->ranges, [&](const AddressMask &range) {
            const auto &entries = table.entries(range.family());
            const auto entry = std::ranges::find_if(entries, [&](const AccessEntry &candidate) {
                return candidate.range == range && candidate.ntpPort == statement->ntpPort;
            });
            return entry != entries.end() && (entry->flags & AccessFlag::Limited) != 0;
        });
        if (kod != statement->flagWords.end() && limited && !statement->ranges.empty())
            edits.push_back({{kod->range.end(), 0}, " limited"});
    }
    return edits;
}

bool isOnlyMonitor(const Document &document, const Diagnostic &finding)
{
    return document.lineAt(finding.range.offset).tokens.size() == 2;
}

std::vector<Edit> safeEdits(const Document &document, Dialect dialect, const Surroundings &around)
{
    std::vector<Edit> edits;
    EditClaims claims;
    for (const Diagnostic &finding : check(document, dialect, around)) {
        const bool idle = finding.finding == MonitorWithLimited && isOnlyMonitor(document, finding);
        if (finding.fixes.empty() || !(idle || isSafelyFixed(finding, dialect)))
            continue;
        const std::vector<Edit> &more = finding.fixes.front().edits;
        if (claims.clashes(more))
            continue;
        std::ranges::for_each(more, [&](const Edit &edit) { claims.add(edit); });
        edits.insert(edits.end(), more.begin(), more.end());
    }
    if (dialect == Dialect::Ntpsec && edits.empty())
        return silencedKod(document);
    return edits;
}

} // namespace

bool isSafelyFixed(const Diagnostic &finding, Dialect dialect)
{
    // A word that only another dialect knows is taken away only where this one stumbles over it.
    const bool stumbles = std::ranges::find(finding.dialects, dialect) != finding.dialects.end();
    return stumbles && !finding.fixes.empty() && std::ranges::find(Safe, finding.finding) != Safe.end();
}

Document withSafeFixes(Document document, Dialect dialect, const Surroundings &around)
{
    constexpr int Rounds = 8; // behind a word that is put right another wrong one may show
    for (int i = 0; i < Rounds; ++i) {
        const std::vector<Edit> edits = safeEdits(document, dialect, around);
        if (edits.empty())
            break;
        document.apply(edits);
    }
    return document;
}

} // namespace noonmark::config
