// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkfixes.h"
#include "core/config/checksets.h"

#include <algorithm>

namespace noonmark::config {

namespace {

using namespace AccessFlag;

constexpr std::uint32_t ShutsOut = Ignore | NoServe;
constexpr std::uint32_t NoReading = Ignore | NoQuery;
// What makes a default entry weaker if it is missing; kod and the like only change the tone.
constexpr std::uint32_t Protective =
    Ignore | NoServe | NoTrust | NoPeer | Limited | NoQuery | NoModify | NoTrap | NoMruList;

std::string flagText(std::uint32_t flags)
{
    std::string text;
    for (const std::string_view name : accessFlagNames(flags))
        text += (text.empty() ? "" : " ") + std::string(name);
    return text;
}

class Defaults
{
public:
    explicit Defaults(CheckContext &context)
        : m_context(context)
        , m_v4(defaultEntry(context.table, Family::V4))
        , m_v6(defaultEntry(context.table, Family::V6))
    {}

    void run();

private:
    void checkOpen();
    void checkMode7();
    void compare(const AccessEntry &strong, const AccessEntry &weak);
    void reportOnly(const AccessEntry &strong);
    [[nodiscard]] const Executed<RestrictStatement> *lineOf(const AccessEntry &entry) const;
    [[nodiscard]] Fix addFlags(std::uint32_t flags) const;
    [[nodiscard]] Fix addGoodDefault() const;

    CheckContext &m_context;
    const AccessEntry &m_v4;
    const AccessEntry &m_v6;
};

const Executed<RestrictStatement> *Defaults::lineOf(const AccessEntry &entry) const
{
    return entry.origins.empty() ? nullptr : restrictionAt(m_context, entry.origins.front());
}

void Defaults::run()
{
    const bool openV4 = (m_v4.flags & NoReading) == 0;
    const bool openV6 = (m_v6.flags & NoReading) == 0;
    if (openV4 && openV6)
        checkOpen();
    compare(m_v4, m_v6);
    compare(m_v6, m_v4);
    checkMode7();
}

// One line may be the default of both families: it gets the flags once.
Fix Defaults::addFlags(std::uint32_t flags) const
{
    const std::string words = flagText(flags);
    Fix fix{FixKind::InsertWord, {words}, {}};
    for (const AccessEntry *entry : {&m_v4, &m_v6}) {
        const auto *line = lineOf(*entry);
        if (!line)
            continue;
        const Edit edit{{placeForFlag(*line).end(), 0}, ' ' + words};
        if (std::find(fix.edits.begin(), fix.edits.end(), edit) == fix.edits.end())
            fix.edits.push_back(edit);
    }
    return fix;
}

Fix Defaults::addGoodDefault() const
{
    std::vector<std::string> lines = {"restrict default kod limited nomodify notrap nopeer noquery"};
    const auto covers = [this](const IpAddress &host) {
        const AccessEntry &entry = m_context.table.match(host, 123);
        return !entry.range.isEverything();
    };
    if (!m_context.table.hasSourceTemplate())
        lines.emplace_back(SourceLine);
    for (const char *loopback : {"127.0.0.1", "::1"}) {
        if (!covers(*IpAddress::parse(loopback)))
            lines.push_back(std::string("restrict ") + loopback);
    }
    return addLinesFix(m_context.document, lines);
}

void Defaults::checkOpen()
{
    const auto *line = lineOf(m_v4.origins.empty() ? m_v6 : m_v4);
    const std::uint32_t guarded = (m_v4.flags | m_v6.flags) & (Protective & ~Limited);
    const TextRange range = line ? directiveRange(*line->line) : placeForMissing(m_context);
    // Another file may hold the rules.
    const bool elsewhere = m_context.restrictions.empty() && m_context.firstLine("includefile");
    const Severity severity = elsewhere ? Severity::Info : Severity::Warning;
    if (guarded == 0) {
        Diagnostic &found = m_context.report(range, severity, Finding::DefaultOpen);
        found.fixes.push_back(
            line ? addFlags((KissOfDeath | Limited | NoModify | NoTrap | NoPeer | NoQuery) & ~m_v4.flags)
                 : addGoodDefault());
    } else {
        m_context.report(range, severity, Finding::QueryOpenToAll).fixes.push_back(addFlags(NoQuery));
    }
}

void Defaults::checkMode7()
{
    if (m_context.ntpsec() || ((m_v4.flags & NoReading) != 0 && (m_v6.flags & NoReading) != 0))
        return;
    for (const Line *line : m_context.lines) {
        if (line->keyword() != "enable")
            continue;
        for (const Token &token : m_context.words(*line)) {
            if (token.text == "mode7")
                m_context.report(token.range, Severity::Error, Finding::Mode7Open)
                    .fixes.push_back(line->tokens.size() == 2
                                         ? removeLineFix(m_context.document, *line)
                                         : removeWordFix(m_context.document, token.range));
        }
    }
}

void Defaults::reportOnly(const AccessEntry &strong)
{
    const auto *line = lineOf(strong);
    const std::string family = strong.range.family() == Family::V4 ? "-4" : "-6";
    const Severity severity = (strong.flags & ShutsOut) != 0 ? Severity::Error : Severity::Warning;
    Diagnostic &found =
        m_context.report(directiveRange(*line->line), severity, Finding::OnlyOneFamily, {family});
    const auto &tokens = line->line->tokens;
    const RestrictStatement &statement = line->statement;
    if (statement.family && tokens.size() > 1)
        found.fixes.push_back(removeWordFix(m_context.document, tokens[1].range));
    else if (!statement.mask.empty() && tokens.size() > 3)
        found.fixes.push_back(replaceWordFix(
            m_context.document, {tokens[1].range.offset, tokens[3].range.end() - tokens[1].range.offset},
            "default"));
}

void Defaults::compare(const AccessEntry &strong, const AccessEntry &weak)
{
    const std::uint32_t missing = strong.flags & ~withImplied(weak.flags) & Protective;
    if (missing == 0 || strong.origins.empty())
        return;
    if (weak.origins.empty()) {
        reportOnly(strong);
        return;
    }
    if ((strong.flags & ShutsOut) != 0)
        return; // one family is closed on purpose
    const auto *line = lineOf(weak);
    const std::string family = weak.range.family() == Family::V4 ? "-4" : "-6";
    const std::string words = flagText(missing);
    m_context.report(directiveRange(*line->line), Severity::Warning, Finding::WeakerFamily, {family, words})
        .fixes.push_back(insertWordFix(placeForFlag(*line), words));
}

} // namespace

std::uint32_t withImplied(std::uint32_t flags)
{
    constexpr std::uint32_t Everything = 0xFFFF;
    if ((flags & Ignore) != 0)
        flags |= Everything;
    if ((flags & NoQuery) != 0)
        flags |= NoModify | NoTrap | NoMruList;
    if ((flags & NoTrust) != 0)
        flags |= NoPeer;
    return flags;
}

const AccessEntry &defaultEntry(const AccessTable &table, Family family)
{
    return table.entries(family).back();
}

const Executed<RestrictStatement> *restrictionAt(const CheckContext &context, int lineNumber)
{
    const auto &all = context.restrictions;
    const auto found =
        std::lower_bound(all.begin(), all.end(), lineNumber, [](const auto &restriction, int wanted) {
            return restriction.line->number < wanted;
        });
    return found == all.end() || found->line->number != lineNumber ? nullptr : &*found;
}

TextRange placeForFlag(const Executed<RestrictStatement> &restriction)
{
    const RestrictStatement &statement = restriction.statement;
    if (!statement.flagWords.empty())
        return statement.flagWords.back().range;
    const auto &tokens = restriction.line->tokens;
    const std::size_t last = (statement.stoppedAt ? *statement.stoppedAt : tokens.size()) - 1;
    return tokens[std::min(last, tokens.size() - 1)].range;
}

TextRange placeForMissing(const CheckContext &context)
{
    if (!context.restrictions.empty())
        return directiveRange(*context.restrictions.front().line);
    if (!context.sources.empty())
        return directiveRange(*context.sources.front().line);
    return context.lines.empty() ? TextRange{} : directiveRange(*context.lines.front());
}

void checkDefaults(CheckContext &context)
{
    Defaults(context).run();
}

} // namespace noonmark::config
