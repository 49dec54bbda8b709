// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkcontext.h"
#include "core/config/checkfixes.h"
#include "core/config/readingline.h"

#include <algorithm>

namespace noonmark::config {

namespace {

// What the daemon does not do with a line of which no other check had to say anything: the reading of the line knows
// each word, whatever the directive.
class Unexplained
{
public:
    Unexplained(CheckContext &context, const Line &line, const DirectiveSpec &spec)
        : m_context(context)
        , m_document(context.document)
        , m_line(line)
        , m_spec(spec)
    {}

    void run()
    {
        const LineReading reading = readingOfLine(m_document, m_line, m_context.dialect, nullptr);
        for (const Effect &effect : reading.effects)
            judge(effect);
    }

private:
    void judge(const Effect &effect)
    {
        switch (effect.kind) {
        case EffectKind::StopsAtWord:
            return reportStop(word(effect));
        case EffectKind::EndsTooSoon:
            return reportMissing();
        case EffectKind::EndsDaemon:
            return report(Finding::DaemonEnds, word(effect), survivable(word(effect)));
        case EffectKind::HangsDaemon:
            return report(Finding::DaemonHangs, word(effect), lastPart(word(effect)));
        case EffectKind::LineDropped:
            return report(Finding::LineDropped, word(effect), withoutOption(word(effect)));
        case EffectKind::AddressUnusable:
            if (m_spec.name == "fudge")
                return; // has a finding of its own
            return report(Finding::LineDropped, word(effect), disableLineFix(m_document, m_line));
        case EffectKind::VoidWord:
            if (m_spec.name == "trustedkey")
                reportKey(word(effect));
            if (m_spec.name == "filegen")
                report(Finding::FileNameIsPath, word(effect), lastPart(word(effect)));
            return;
        default:
            return;
        }
    }

    [[nodiscard]] const Token &word(const Effect &effect) const
    {
        const auto &tokens = m_line.tokens;
        const std::string &named = effect.arguments.front(); // a word, or an option with its value
        const std::string_view first = std::string_view(named).substr(0, named.find(' '));
        const auto found = std::ranges::find(tokens.begin() + 1, tokens.end(), first, &Token::text);
        return found == tokens.end() ? tokens.back() : *found;
    }

    void report(Finding finding, const Token &at, Fix fix)
    {
        m_context.report(at.range, Severity::Error, finding, {at.text}).fixes.push_back(std::move(fix));
    }

    [[nodiscard]] Fix survivable(const Token &at) const
    {
        const std::string nearest(nearestOption(m_spec, at.text));
        const bool isDriver = m_spec.name == "refclock" && !nearest.empty() && nearest != at.text;
        return isDriver ? replaceWordFix(m_document, at.range, nearest) : withoutOption(at);
    }

    // Without the option that holds this word, be it its name or its value.
    [[nodiscard]] Fix withoutOption(const Token &at) const
    {
        const auto &tokens = m_line.tokens;
        const auto place = static_cast<std::size_t>(&at - tokens.data());
        const OptionSpec *option = optionFor(m_spec, at.text, m_context.dialect);
        if (place < 2 || !option)
            return disableLineFix(m_document, m_line);
        const bool takesValue = option->type != ArgumentType::None && place + 1 < tokens.size();
        const std::size_t end = takesValue ? tokens[place + 1].range.end() : at.range.end();
        const bool isLast = tokens.size() == (takesValue ? 4 : 3);
        // A fudge line without items is none.
        if (isLast && m_spec.name == "fudge")
            return disableLineFix(m_document, m_line);
        return removeWordFix(m_document, {at.range.offset, end - at.range.offset});
    }

    // The name of a file must not lead into a folder.
    [[nodiscard]] Fix lastPart(const Token &at) const
    {
        const std::string name = at.text.substr(at.text.rfind('/') + 1);
        return name.empty() ? disableLineFix(m_document, m_line) : replaceWordFix(m_document, at.range, name);
    }

    void reportStop(const Token &at)
    {
        const OptionSpec *option = optionFor(m_spec, at.text, m_context.dialect);
        if (option && !option->dialects.contains(m_context.dialect)) {
            m_context
                .report(at.range, Severity::Error, Finding::WrongDialect,
                        {at.text, option->dialects.ntpsec ? "ntpsec" : "ntpd"})
                .fixes.push_back(commentFrom(at));
            return;
        }
        const std::string nearest = likely(at);
        const bool isOther = !nearest.empty() && nearest != at.text;
        m_context
            .report(at.range, Severity::Error, Finding::UnknownWord,
                    {at.text, isOther ? nearest : std::string(), std::string(m_spec.name)})
            .fixes.push_back(isOther ? replaceWordFix(m_document, at.range, nearest) : commentFrom(at));
    }

    [[nodiscard]] std::string likely(const Token &at) const
    {
        const std::size_t dots = at.text.find("...");
        if (m_spec.name == "trustedkey" && dots != std::string::npos && dots > 0)
            return '(' + at.text.substr(0, dots) + " ... " + at.text.substr(dots + 3) + ')';
        const auto place = static_cast<std::size_t>(&at - m_line.tokens.data());
        const std::string &before = m_line.tokens[place - 1].text;
        if (m_spec.name == "nts" && (before == "mintls" || before == "maxtls"))
            return "TLS1.3"; // the only version that it can spell
        return std::string(nearestOption(m_spec, at.text));
    }

    // The daemon reads no further anyway.
    [[nodiscard]] Fix commentFrom(const Token &at) const
    {
        const auto place = static_cast<std::size_t>(&at - m_line.tokens.data());
        const bool isBare = m_spec.argument == ArgumentType::None && m_spec.options.empty();
        if (place < 2 && !isBare)
            return disableLineFix(m_document, m_line);
        return {FixKind::MakeComment, {}, {{{at.range.offset, 0}, "# "}}};
    }

    void reportMissing()
    {
        const TextRange range = directiveRange(m_line);
        Diagnostic &found =
            m_context.report(range, Severity::Error, Finding::MissingArgument, {std::string(m_spec.name)});
        const std::string &last = m_line.tokens.back().text;
        const std::size_t sign = last.find('=');
        const bool hasBoth = sign != std::string::npos && sign > 0 && sign + 1 < last.size();
        const bool isGlued = m_spec.name == "setvar" && hasBoth && m_line.tokens.size() == 2;
        if (!isGlued) {
            found.fixes.push_back(disableLineFix(m_document, m_line));
            return;
        }
        found.fixes.push_back(replaceWordFix(m_document, m_line.tokens.back().range,
                                             last.substr(0, sign) + " = " + last.substr(sign + 1)));
    }

    void reportKey(const Token &at)
    {
        Diagnostic &found = m_context.report(at.range, Severity::Warning, Finding::OutOfRange,
                                             {at.text, "trustedkey", "1", "65535"});
        found.fixes.push_back(m_line.tokens.size() == 2 ? disableLineFix(m_document, m_line)
                                                        : removeWordFix(m_document, at.range));
    }

    CheckContext &m_context;
    const Document &m_document;
    const Line &m_line;
    const DirectiveSpec &m_spec;
};

} // namespace

void checkExecution(CheckContext &context)
{
    std::set<int> spoken;
    for (const Diagnostic &finding : context.findings) {
        if (finding.severity != Severity::Info)
            spoken.insert(context.document.lineAt(finding.range.offset).number);
    }
    for (const Line *line : context.lines) {
        const bool isRestrict = line->keyword() == "restrict" || line->keyword() == "unrestrict";
        if (isRestrict || !context.looksAt(*line) || context.isExplained(*line) || context.isCut(*line) ||
            spoken.contains(line->number))
            continue;
        const DirectiveSpec *spec = findDirective(line->keyword());
        if (spec && spec->group != DirectiveGroup::Removed && spec->dialects.contains(context.dialect))
            Unexplained(context, *line, *spec).run();
    }
}

} // namespace noonmark::config
