// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/number.h"
#include "core/config/reading.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

// A value of `tos` or `tinker` as the daemon has it in the end.
struct Setting
{
    const Line *line = nullptr;
    TextRange range; // name and value
    std::string text;
    double value = 0;
};

// By name; the last one counts.
std::map<std::string_view, Setting> settings(const CheckContext &context, std::string_view directive)
{
    std::map<std::string_view, Setting> found;
    for (const Line *line : context.lines) {
        if (line->keyword() != directive)
            continue;
        const auto words = context.words(*line);
        for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
            const auto value = readNumber(words[i + 1].text);
            const std::size_t from = words[i].range.offset;
            if (value)
                found[words[i].text] = {line, {from, words[i + 1].range.end() - from}, words[i + 1].text, *value};
        }
    }
    return found;
}

Fix withoutSetting(const CheckContext &context, const Setting &setting)
{
    return setting.line->tokens.size() == 3 ? removeLineFix(context.document, *setting.line)
                                            : removeWordFix(context.document, setting.range);
}

// ntpd says that such settings "will not operate properly", and applies them.
void checkOrder(CheckContext &context)
{
    struct Rule
    {
        std::string_view lower;
        double lowerUsual;
        std::string_view upper;
        double upperUsual;
        bool mayBeEqual;
    };
    static constexpr std::array Rules = std::to_array<Rule>({{"minsane", 1, "minclock", 3, false},
                                                            {"minclock", 3, "maxclock", 10, true},
                                                            {"floor", 0, "ceiling", 15, true}});
    const auto tos = settings(context, "tos");
    const auto valueOf = [&](std::string_view name, double usual) {
        const auto found = tos.find(name);
        return found == tos.end() ? usual : found->second.value;
    };
    for (const Rule &rule : Rules) {
        const double lower = valueOf(rule.lower, rule.lowerUsual);
        const double upper = valueOf(rule.upper, rule.upperUsual);
        if (lower < upper || (rule.mayBeEqual && lower == upper))
            continue;
        const auto written = tos.contains(rule.lower) ? tos.find(rule.lower) : tos.find(rule.upper);
        if (written == tos.end())
            continue;
        context
            .report(written->second.range, Severity::Warning, Finding::TosContradiction,
                    {std::string(rule.lower), std::to_string(static_cast<int>(lower)), std::string(rule.upper),
                     std::to_string(static_cast<int>(upper))})
            .fixes.push_back(withoutSetting(context, written->second));
    }
}

// A master passes what it follows on to everybody behind it.
void checkThresholds(CheckContext &context)
{
    constexpr double LargestForKernel = 0.5;
    const auto tinker = settings(context, "tinker");
    if (const auto panic = tinker.find("panic"); panic != tinker.end() && panic->second.value == 0)
        context.report(panic->second.range, Severity::Info, Finding::PanicOff)
            .fixes.push_back(withoutSetting(context, panic->second));
    const auto step = tinker.find("step");
    if (step == tinker.end() || (step->second.value > 0 && step->second.value <= LargestForKernel))
        return;
    context
        .report(step->second.range, Severity::Warning,
                step->second.value > 0 ? Finding::StepLarge : Finding::StepOff, {step->second.text})
        .fixes.push_back(withoutSetting(context, step->second));
}

void reportSaidAnew(CheckContext &context, const Line &line, const Line &later)
{
    const Document &document = context.document;
    const bool same = document.text(directiveRange(line)) == document.text(directiveRange(later));
    Diagnostic &found =
        context.report(directiveRange(line), same ? Severity::Info : Severity::Warning, Finding::SaidAnew,
                       {std::string(line.keyword()), std::to_string(later.number)});
    Fix removal = removeLineFix(document, line);
    if (line.keyword() == "trustedkey" && !same && line.tokens.size() > 1) {
        const std::size_t from = line.tokens[1].range.offset;
        const std::string keys(document.text({from, directiveRange(line).end() - from}));
        Fix merged{FixKind::InsertWord, {keys}, {{{directiveRange(later).end(), 0}, ' ' + keys}}};
        merged.edits.insert(merged.edits.end(), removal.edits.begin(), removal.edits.end());
        found.fixes.push_back(std::move(merged));
    }
    found.fixes.push_back(std::move(removal));
}

void checkSaidAnew(CheckContext &context)
{
    for (const Line *line : context.lines) {
        const Line *last = context.lastLine(line->keyword());
        if (last != line && countsOnce(line->keyword(), context.dialect) && !context.isExplained(*line) &&
            !context.isExplained(*last))
            reportSaidAnew(context, *line, *last);
    }
}

std::span<const Token> switches(const CheckContext &context, const Line &line)
{
    const auto words = context.words(line);
    return words.subspan(std::min<std::size_t>(1, words.size()));
}

// Both daemons do all that is enabled first, and then all that is disabled, wherever the lines stand.
void checkSwitches(CheckContext &context)
{
    std::map<std::string_view, int> disabled;
    for (const Line *line : context.lines) {
        if (line->keyword() != "disable")
            continue;
        for (const Token &token : switches(context, *line))
            disabled[token.text] = line->number;
    }
    for (const Line *line : context.lines) {
        if (line->keyword() != "enable" || disabled.empty())
            continue;
        for (const Token &token : switches(context, *line)) {
            const auto off = disabled.find(token.text);
            if (off != disabled.end())
                context
                    .report(token.range, Severity::Warning, Finding::SwitchedOff,
                            {token.text, std::to_string(off->second)})
                    .fixes.push_back(line->tokens.size() == 2 ? removeLineFix(context.document, *line)
                                                              : removeWordFix(context.document, token.range));
        }
    }
}

// The names of the statistics files are put right behind the path.
void checkFolders(CheckContext &context)
{
    const Line *statistics = context.lastLine("statsdir");
    if (statistics && statistics->tokens.size() > 1 && !context.isExplained(*statistics)) {
        const Token &path = statistics->tokens[1];
        if (!path.text.ends_with('/'))
            context.report(path.range, Severity::Warning, Finding::StatsdirPrefix, {path.text})
                .fixes.push_back(replaceWordFix(context.document, path.range, path.text + '/'));
    }
    const Line *leap = context.lastLine("leapfile");
    if (!leap || leap->tokens.size() < 2 || !context.around.leapFileExpired)
        return;
    const Token &path = leap->tokens[1];
    if (context.around.leapFileExpired(path.text))
        context.report(path.range, Severity::Warning, Finding::LeapFileExpired, {path.text});
}

} // namespace

void checkTuning(CheckContext &context)
{
    checkOrder(context);
    checkThresholds(context);
    checkSaidAnew(context);
    checkSwitches(context);
    checkFolders(context);
}

} // namespace noonmark::config
