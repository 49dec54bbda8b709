// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"
#include "core/config/checkfixes.h"
#include "core/config/checkrestrict.h"

#include <algorithm>

namespace noonmark::config {

namespace {

using Target = RestrictStatement::Target;

// What accepted flags do.
class FlagMeaning
{
public:
    FlagMeaning(CheckContext &context, const Executed<RestrictStatement> &restriction)
        : m_context(context)
        , m_document(context.document)
        , m_line(*restriction.line)
        , m_statement(restriction.statement)
    {}

    void run();

private:
    void checkKod();
    void checkTrust();
    void checkDangerous();
    void checkVoid();
    void checkRedundant();
    void checkTemplate();
    [[nodiscard]] const Option *flag(std::string_view name) const;
    [[nodiscard]] bool isWrittenBehindStop(std::string_view word) const;
    [[nodiscard]] bool entryHas(std::uint32_t bits) const;
    void report(const Option &flag, Severity severity, Finding finding, std::vector<std::string> arguments);

    CheckContext &m_context;
    const Document &m_document;
    const Line &m_line;
    const RestrictStatement &m_statement;
};

const Option *FlagMeaning::flag(std::string_view name) const
{
    const auto &words = m_statement.flagWords;
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Option &o) { return o.name == name; });
    return found == words.end() ? nullptr : &*found;
}

// Whether every entry that the line went into has the flag in the end, from whatever line.
bool FlagMeaning::entryHas(std::uint32_t bits) const
{
    if (m_statement.ranges.empty())
        return (m_statement.flags & bits) == bits;
    return std::all_of(m_statement.ranges.begin(), m_statement.ranges.end(), [&](const AddressMask &range) {
        const AccessEntry *entry = m_context.table.find(range, m_statement.ntpPort);
        return entry && (entry->flags & bits) == bits;
    });
}

void FlagMeaning::report(const Option &flag, Severity severity, Finding finding,
                         std::vector<std::string> arguments)
{
    m_context.report(flag.range, severity, finding, std::move(arguments))
        .fixes.push_back(removeWordFix(m_document, flag.range));
}

void FlagMeaning::run()
{
    const bool nothing = m_statement.unrestrict || m_statement.target == Target::Invalid;
    if (nothing)
        return;
    checkKod();
    checkTrust();
    checkDangerous();
    checkVoid();
    checkRedundant();
    checkTemplate();
}

// The line holds the word, but the daemon does not get that far.
bool FlagMeaning::isWrittenBehindStop(std::string_view word) const
{
    const auto &tokens = m_line.tokens;
    const auto from =
        tokens.begin() + static_cast<std::ptrdiff_t>(m_statement.stoppedAt.value_or(tokens.size()));
    return std::any_of(from, tokens.end(), [&](const Token &token) { return lowerCase(token.text) == word; });
}

void FlagMeaning::checkKod()
{
    const Option *kod = flag("kod");
    if (!kod || flag("limited") || isWrittenBehindStop("limited"))
        return;
    // The daemons complain even where another line limits the entry, or ntpsec by itself; but there it works.
    if (!entryHas(AccessFlag::Limited))
        m_context.report(kod->range, Severity::Warning, Finding::KodWithoutLimited)
            .fixes.push_back(insertWordFix(kod->range, "limited"));
}

void FlagMeaning::checkTrust()
{
    const Option *notrust = flag("notrust");
    if (!notrust || m_statement.target == Target::Source)
        return;
    if (!m_context.firstLine("keys") || !m_context.firstLine("trustedkey"))
        report(*notrust, Severity::Error, Finding::NotrustNeedsKeys, {});
}

void FlagMeaning::checkDangerous()
{
    const bool isDefault = std::any_of(m_statement.ranges.begin(), m_statement.ranges.end(),
                                       [](const AddressMask &range) { return range.isEverything(); });
    if (const Option *epeer = flag("epeer"))
        report(*epeer, Severity::Error, Finding::DangerousFlag, {epeer->name});
    if (const Option *version = flag("version"))
        report(*version, Severity::Warning, Finding::DangerousFlag, {version->name});
    if (const Option *flake = flag("flake"))
        report(*flake, Severity::Warning, Finding::DangerousFlag, {flake->name});
    if (const Option *port = flag("ntpport"); port && isDefault)
        report(*port, Severity::Warning, Finding::NtpPortOnDefault, {});
    const Option *signing = flag("mssntp");
    if (signing && m_context.ntpsec())
        report(*signing, isDefault ? Severity::Error : Severity::Warning, Finding::DangerousFlag,
               {signing->name});
}

void FlagMeaning::checkVoid()
{
    for (const std::string_view name : {"nopeer", "notrap"}) {
        const Option *option = flag(name);
        if (option && m_context.ntpsec())
            report(*option, Severity::Info, Finding::FlagWithoutEffect, {option->name});
    }
    const Option *low = flag("lowpriotrap");
    if (low && flag("notrap"))
        report(*low, Severity::Info, Finding::FlagWithoutEffect, {low->name});
}

// `noquery nomodify notrap` is how every example has it, so only what stands beside `ignore` is worth a word.
void FlagMeaning::checkRedundant()
{
    const Option *ignore = flag("ignore");
    if (!ignore || m_statement.flagWords.size() < 2 || m_statement.target == Target::Source)
        return;
    std::string covered;
    Fix fix{FixKind::RemoveWord, {}, {}};
    for (const Option &option : m_statement.flagWords) {
        const bool other = option.name != "ignore" && option.name != "ntpport";
        const bool isDefault = m_statement.target == Target::Default;
        if (!other || (isDefault && option.name == "limited"))
            continue;
        covered += (covered.empty() ? "" : " ") + option.name;
        const Fix one = removeWordFix(m_document, option.range);
        fix.edits.insert(fix.edits.end(), one.edits.begin(), one.edits.end());
    }
    if (covered.empty())
        return;
    fix.arguments = {covered};
    m_context.report(ignore->range, Severity::Info, Finding::RedundantFlags, {"ignore", covered})
        .fixes.push_back(std::move(fix));
}

void FlagMeaning::checkTemplate()
{
    if (m_statement.target != Target::Source)
        return;
    const bool hasKeys = m_context.firstLine("keys") && m_context.firstLine("trustedkey");
    for (const Option &option : m_statement.flagWords) {
        const bool shutsOut = option.name == "ignore" || option.name == "noserve" ||
                              (option.name == "notrust" && !hasKeys) ||
                              (option.name == "nopeer" && !m_context.ntpsec() && m_context.firstLine("pool"));
        if (shutsOut)
            report(option, Severity::Error, Finding::SourceTemplateShutsOut, {option.name});
    }
}

} // namespace

void checkFlagMeaning(CheckContext &context, const Executed<RestrictStatement> &restriction)
{
    FlagMeaning(context, restriction).run();
}

} // namespace noonmark::config
