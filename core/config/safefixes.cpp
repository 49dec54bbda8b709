// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/safefixes.h"

#include "core/config/access.h"
#include "core/config/editclaims.h"
#include "core/config/effective.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>
#include <map>

namespace noonmark::config {

namespace {

using enum Finding;

constexpr int Rounds = 8; // behind a word that is put right another wrong one may show

constexpr std::array Safe = std::to_array<Finding>({
    DirectiveCase,
    WordCase,
    UnknownDirective,
    UnknownWord,
    SlashComment,
    GluedComment,
    GluedSlashes,
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
    DaemonEnds,
    DaemonHangs,
    FileNameIsPath,
    LineDropped,
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
            const AccessEntry *entry = table.find(range, statement->ntpPort);
            return entry && (entry->flags & AccessFlag::Limited) != 0;
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

std::map<std::size_t, std::vector<Edit>> placedSafeEdits(const FileTree &tree, const Surroundings &around)
{
    std::map<std::size_t, std::vector<Edit>> placed;
    for (const Edit &edit : safeEdits(tree.whole(), tree.dialect(), around)) {
        for (FileEdits &of : tree.placed(std::vector{edit})) {
            std::vector<Edit> &edits = placed[of.file];
            // A file that is read twice is mended once.
            if (std::ranges::find(edits, of.edits.front()) == edits.end())
                edits.push_back(std::move(of.edits.front()));
        }
    }
    return placed;
}

FileTree rereadWith(const FileTree &tree, const std::map<std::size_t, Document> &mended,
                    const PathReader &read)
{
    std::map<std::string, std::string> bytes;
    for (std::size_t i = 0; i < tree.files().size(); ++i) {
        const auto changed = mended.find(i);
        const Document &document = changed == mended.end() ? tree.files()[i].document : changed->second;
        bytes.emplace(tree.files()[i].path, document.bytes());
    }
    const PathReader over = [&](const std::string &path) {
        PathContents contents = read(path);
        if (const auto known = bytes.find(path); known != bytes.end())
            contents.bytes = known->second;
        return contents;
    };
    const std::string &main = tree.files().front().path;
    return FileTree(main, Document(bytes.at(main)), tree.dialect(), read ? over : PathReader());
}

} // namespace

bool isSafelyFixed(const Diagnostic &finding, Dialect dialect)
{
    // A word that only another dialect knows is taken away only where this one stumbles over it.
    const bool stumbles = std::ranges::find(finding.dialects, dialect) != finding.dialects.end();
    return stumbles && !finding.fixes.empty() && std::ranges::find(Safe, finding.finding) != Safe.end();
}

FileTree withSafeFixes(FileTree tree, const PathReader &read, const Surroundings &around)
{
    for (int i = 0; i < Rounds; ++i) {
        std::map<std::size_t, Document> mended;
        for (const auto &[file, edits] : placedSafeEdits(tree, around)) {
            Document document = tree.files()[file].document;
            document.apply(edits);
            mended.emplace(file, std::move(document));
        }
        if (mended.empty())
            break;
        tree = rereadWith(tree, mended, read);
    }
    return tree;
}

Document withSafeFixes(Document document, Dialect dialect, const Surroundings &around)
{
    for (int i = 0; i < Rounds; ++i) {
        const std::vector<Edit> edits = safeEdits(document, dialect, around);
        if (edits.empty())
            break;
        document.apply(edits);
    }
    return document;
}

} // namespace noonmark::config
