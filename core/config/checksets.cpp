// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checksets.h"
#include "core/config/access.h"
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace noonmark::config {

namespace {

using Target = RestrictStatement::Target;

using Key = std::pair<AddressMask, bool>; // range, and whether only for port 123

struct KeyHash
{
    std::size_t operator()(const Key &key) const
    {
        constexpr std::uint64_t Prime = 0x100000001b3; // Fowler, Noll, Vo
        std::uint64_t hash = key.second ? 1 : 0;
        for (const IpAddress *part : {&key.first.address(), &key.first.mask()}) {
            for (std::size_t i = 0; i < part->length(); ++i)
                hash = (hash ^ part->bytes()[i]) * Prime;
        }
        return hash;
    }
};

std::string joined(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : " ") + std::string(word);
    return text;
}

std::vector<AddressMask> rangesOf(const RestrictStatement &statement)
{ // The one name of which every machine knows the addresses.
    if (statement.target == Target::HostName && statement.address == "localhost")
        return {AddressMask::host(*IpAddress::parse("127.0.0.1")),
                AddressMask::host(*IpAddress::parse("::1"))};
    return statement.ranges;
}

// Lines of which another goes into the same entry.
std::set<int> linesThatShare(const AccessTable &table)
{
    std::set<int> lines;
    for (const Family family : {Family::V4, Family::V6}) {
        for (const AccessEntry &entry : table.entries(family)) {
            if (entry.origins.size() > 1)
                lines.insert(entry.origins.begin(), entry.origins.end());
        }
    }
    return lines;
}

// Lines that go into one entry.
class Merging
{
public:
    explicit Merging(CheckContext &context)
        : m_context(context)
    {}
    void run();

private:
    struct Entry
    {
        const Executed<RestrictStatement> *first = nullptr;
        std::uint32_t flags = 0;
    };

    void take(const Executed<RestrictStatement> &restriction);
    void report(const Executed<RestrictStatement> &later, const Entry &earlier);
    [[nodiscard]] std::vector<Fix> separated(const Executed<RestrictStatement> &later,
                                             const Entry &earlier) const;
    void checkTwin(const Executed<RestrictStatement> &restriction, const AddressMask &range);

    CheckContext &m_context;
    std::unordered_map<Key, Entry, KeyHash> m_entries;
};

void Merging::run()
{
    // In long files nearly every line has an entry to itself. The table knows which share one, unless a line takes
    // something away again, has a twin for port 123, or a name for an address.
    const bool tableKnows = std::ranges::none_of(m_context.restrictions, [](const auto &restriction) {
        const RestrictStatement &statement = restriction.statement;
        return statement.unrestrict || statement.ntpPort || statement.target == Target::HostName;
    });
    const std::set<int> sharing = tableKnows ? linesThatShare(m_context.table) : std::set<int>();
    for (const auto &restriction : m_context.restrictions) {
        const RestrictStatement &statement = restriction.statement;
        const bool mayMeet = !tableKnows || sharing.contains(restriction.line->number);
        if (mayMeet && !statement.unrestrict && statement.target != Target::Source)
            take(restriction);
    }
}

void Merging::take(const Executed<RestrictStatement> &restriction)
{
    const RestrictStatement &statement = restriction.statement;
    bool isReported = false;
    for (const AddressMask &range : rangesOf(statement)) {
        Entry &entry = m_entries[{range, statement.ntpPort}];
        if (!entry.first) {
            entry = {&restriction, statement.flags};
            checkTwin(restriction, range);
            continue;
        }
        if (!isReported)
            report(restriction, entry);
        isReported = true;
        entry.flags |= statement.flags;
    }
}

void Merging::report(const Executed<RestrictStatement> &later, const Entry &earlier)
{
    const Document &document = m_context.document;
    const Line &first = *earlier.first->line;
    // `limited` is often added to the first of two lines only.
    constexpr std::uint32_t Tone = AccessFlag::Limited | AccessFlag::KissOfDeath;
    const bool addsNothing = (later.statement.flags & ~earlier.flags) == 0;
    const bool same = addsNothing && (earlier.flags & ~Tone) == (later.statement.flags & ~Tone);
    const std::uint32_t flags = earlier.flags | later.statement.flags;
    Diagnostic &found = m_context.report(directiveRange(*later.line),
                                         same ? Severity::Info : Severity::Warning, Finding::MergedEntries,
                                         {std::to_string(first.number), joined(accessFlagNames(flags))});
    if (same)
        found.fixes.push_back(removeLineFix(document, *later.line));
    else
        found.fixes = separated(later, earlier);
}

// Nobody can say which of two lines is the wish, so the likely remedy comes first.
std::vector<Fix> Merging::separated(const Executed<RestrictStatement> &later, const Entry &earlier) const
{
    const Document &document = m_context.document;
    const Line &first = *earlier.first->line;
    const RestrictStatement &statement = later.statement;
    const std::uint32_t lacking = statement.flags & ~withImplied(earlier.flags);
    const bool firstIsWider = earlier.first->statement.ranges.size() > statement.ranges.size();
    if (firstIsWider && statement.family && first.tokens.size() > 1) {
        // "default" and then "-6 default": the first was meant for the other family.
        const std::string other = *statement.family == Family::V6 ? "-4" : "-6";
        return {{FixKind::InsertWord, {other}, {{{first.tokens[1].range.offset, 0}, other + ' '}}}};
    }
    const auto ranges = rangesOf(statement);
    const bool isLoopback =
        std::any_of(ranges.begin(), ranges.end(), [](const auto &r) { return r.address().isLoopback(); });
    if (isLoopback && earlier.flags == 0)
        return {removeLineFix(document, *later.line), removeLineFix(document, first)};
    const bool firstAdds = (earlier.flags & ~withImplied(statement.flags)) != 0;
    if (lacking == 0 || !firstAdds)
        return {removeLineFix(document, first), removeLineFix(document, *later.line)};
    Fix merged = insertWordFix(placeForFlag(*earlier.first), joined(accessFlagNames(lacking)));
    const Fix removal = removeLineFix(document, *later.line);
    merged.edits.insert(merged.edits.end(), removal.edits.begin(), removal.edits.end());
    return {std::move(merged), removeLineFix(document, first), removal};
}

// ntpd 4.2.8p18 forgot ntpport in the order of its list: of two twins the earlier line is found (RESTRICT
// R120).
void Merging::checkTwin(const Executed<RestrictStatement> &restriction, const AddressMask &range)
{
    if (!restriction.statement.ntpPort || m_context.dialect != Dialect::Ntpd)
        return;
    const auto plain = m_entries.find({range, false});
    if (plain == m_entries.end())
        return;
    const Line &first = *plain->second.first->line;
    const TextRange above = directiveRange(first);
    const TextRange below = directiveRange(*restriction.line);
    const std::string wanted(m_context.document.text(below));
    const std::string other(m_context.document.text(above));
    m_context.report(below, Severity::Warning, Finding::UnreachableEntry, {std::to_string(first.number)})
        .fixes.push_back({FixKind::ReplaceLine, {wanted + '\n' + other}, {{above, wanted}, {below, other}}});
}

// The entries of one family, and what lies around each.
class Neighbours
{
public:
    Neighbours(CheckContext &context, Family family)
        : m_context(context)
        , m_entries(context.table.entries(family))
    {}

    void run();

private:
    void checkSame();
    void judgeSame(const AccessEntry &entry, const AccessEntry &around);

    CheckContext &m_context;
    const std::vector<AccessEntry> &m_entries;
};

void Neighbours::run()
{
    const bool hasHoles = std::any_of(m_entries.begin(), m_entries.end(),
                                      [](const AccessEntry &entry) { return !entry.range.prefixLength(); });
    if (hasHoles)
        checkShadows(m_context, m_entries);
    else
        checkSame();
}

// From the end of the list each network comes before those inside it, so the networks around an entry are a
// stack.
void Neighbours::checkSame()
{
    std::vector<const AccessEntry *> around;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->ntpPort)
            continue;
        while (!around.empty() && !around.back()->range.contains(entry->range))
            around.pop_back();
        if (!around.empty())
            judgeSame(*entry, *around.back());
        around.push_back(&*entry);
    }
}

void Neighbours::judgeSame(const AccessEntry &entry, const AccessEntry &around)
{
    const Line *line = entry.origins.empty() ? nullptr : m_context.lineNumbered(entry.origins.front());
    if (!line || around.flags != entry.flags || around.origins.empty())
        return;
    m_context
        .report(directiveRange(*line), Severity::Info, Finding::SameAsEnclosing,
                {std::to_string(around.origins.front())})
        .fixes.push_back(removeLineFix(m_context.document, *line));
}

} // namespace

void checkSets(CheckContext &context)
{
    if (context.lines.empty())
        return;
    Merging(context).run();
    Neighbours(context, Family::V4).run();
    Neighbours(context, Family::V6).run();
    checkDefaults(context);
    checkReach(context);
    checkUpstream(context);
}

} // namespace noonmark::config
