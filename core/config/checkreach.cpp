// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "core/config/checkfixes.h"
#include "core/config/checksets.h"

#include <algorithm>

namespace noonmark::config {

namespace {

using namespace AccessFlag;
using Target = RestrictStatement::Target;

constexpr std::uint16_t NtpPort = 123;

const IpAddress Loopback4 = IpAddress::v4(0x7F000001);
const IpAddress Loopback6 = IpAddress::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

// Flags named in one line, taken away as words.
Fix removeFlags(const CheckContext &context, const AccessEntry &entry, std::uint32_t bits)
{
    Fix fix{FixKind::RemoveWord, {}, {}};
    std::string words;
    for (const int number : entry.origins) {
        const auto *restriction = restrictionAt(context, number);
        if (!restriction)
            continue;
        for (const Option &flag : restriction->statement.flagWords) {
            if ((accessFlag(flag.name) & bits) == 0)
                continue;
            words += (words.empty() ? "" : " ") + flag.name;
            const Fix one = removeWordFix(context.document, flag.range);
            fix.edits.insert(fix.edits.end(), one.edits.begin(), one.edits.end());
        }
    }
    fix.arguments = {words};
    return fix;
}

class Loopback
{
public:
    explicit Loopback(CheckContext &context)
        : m_context(context)
    {}
    void run();

private:
    [[nodiscard]] bool isShutOut(const IpAddress &host) const;
    void report(const IpAddress &host, const std::vector<std::string> &missing);

    CheckContext &m_context;
};

bool Loopback::isShutOut(const IpAddress &host) const
{
    return !whatMay(m_context.table, host).mayQuery;
}

void Loopback::run()
{
    const bool v4 = isShutOut(Loopback4);
    const bool v6 = isShutOut(Loopback6);
    if ((!v4 && !v6) || hasRestrictedName(m_context, "localhost"))
        return;
    const bool bothByDefault = m_context.table.match(Loopback4, NtpPort).range.isEverything() &&
                               m_context.table.match(Loopback6, NtpPort).range.isEverything();
    if (v4 && v6 && bothByDefault) {
        report(Loopback4, {"restrict 127.0.0.1", "restrict ::1"});
        return;
    }
    if (v4)
        report(Loopback4, {"restrict 127.0.0.1"});
    if (v6)
        report(Loopback6, {"restrict ::1"});
}

void Loopback::report(const IpAddress &host, const std::vector<std::string> &missing)
{
    const AccessEntry &entry = m_context.table.match(host, NtpPort);
    const auto *line = entry.origins.empty() ? nullptr : restrictionAt(m_context, entry.origins.front());
    const TextRange range = line ? directiveRange(*line->line) : placeForMissing(m_context);
    Diagnostic &found =
        m_context.report(range, Severity::Warning, Finding::LoopbackShutOut, {host.toString()});
    if (entry.range.isHost() && line)
        found.fixes.push_back(removeFlags(m_context, entry, Ignore | NoQuery | Version));
    else
        found.fixes.push_back(addLinesFix(m_context.document, missing));
}

void checkMonitor(CheckContext &context)
{
    const auto isLimited = [&](Family family, bool byLine) {
        const auto &entries = context.table.entries(family);
        return std::any_of(entries.begin(), entries.end(), [&](const AccessEntry &entry) {
            return (entry.flags & Limited) != 0 && (!byLine || !entry.origins.empty());
        });
    };
    const bool any = isLimited(Family::V4, false) || isLimited(Family::V6, false);
    const bool builtIn = AccessTable::builtInFlags(context.dialect) != 0;
    const bool named = std::any_of(context.restrictions.begin(), context.restrictions.end(),
                                   [](const auto &r) { return (r.statement.flags & Limited) != 0; });
    if (!any)
        return;
    for (const Line *line : context.lines) {
        if (line->keyword() != "disable")
            continue;
        for (const Token &token : context.words(*line)) {
            if (token.text == "monitor")
                context
                    .report(token.range, builtIn && !named ? Severity::Info : Severity::Warning,
                            Finding::MonitorWithLimited)
                    .fixes.push_back(line->tokens.size() == 2 ? disableLineFix(context.document, *line)
                                                              : removeWordFix(context.document, token.range));
        }
    }
}

} // namespace

bool hasRestrictedName(const CheckContext &context, std::string_view name)
{
    return std::any_of(
        context.restrictions.begin(), context.restrictions.end(), [&](const auto &restriction) {
            return restriction.statement.target == Target::HostName && restriction.statement.address == name;
        });
}

void checkReach(CheckContext &context)
{
    Loopback(context).run();
    checkMonitor(context);
}

} // namespace noonmark::config
