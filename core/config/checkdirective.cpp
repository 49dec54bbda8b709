// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/characters.h"
#include "core/config/checkfixes.h"
#include "core/config/checkline.h"
#include "core/config/directives.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

bool isShellCommand(std::string_view word)
{
    static constexpr std::array<std::string_view, 48> Commands = {
        "systemctl",    "service",     "sudo",     "su",      "chkconfig", "yum",        "dnf",
        "apt",          "apt-get",     "aptitude", "zypper",  "rpm",       "dpkg",       "vi",
        "vim",          "nano",        "cat",      "echo",    "sed",       "awk",        "grep",
        "cp",           "mv",          "rm",       "mkdir",   "chmod",     "chown",      "cd",
        "ls",           "ln",          "touch",    "tail",    "ntpd",      "ntpdate",    "ntpq",
        "ntpdc",        "ntpstat",     "hwclock",  "date",    "crontab",   "iptables",   "ufw",
        "firewall-cmd", "timedatectl", "pkill",    "killall", "initctl",   "update-rc.d"};
    static constexpr std::array<std::string_view, 6> Beginnings = {"/etc/init.d/", "/usr/",  "/bin/",
                                                                   "/sbin/",       "[root@", "./"};
    return word == "$" || std::find(Commands.begin(), Commands.end(), word) != Commands.end() ||
           std::any_of(Beginnings.begin(), Beginnings.end(),
                       [&](auto begin) { return word.starts_with(begin); });
}

// "restrict-6", "server:", "driftfile=/x": the directive and what is glued to it.
const DirectiveSpec *gluedDirective(std::string_view lower)
{
    const std::size_t end = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
    return end == 0 || end == std::string_view::npos ? nullptr : findDirective(lower.substr(0, end));
}

std::string separated(std::string_view name, std::string_view rest)
{
    while (rest.ends_with(':') || rest.ends_with('='))
        rest.remove_suffix(1);
    while (rest.starts_with(':') || rest.starts_with('='))
        rest.remove_prefix(1);
    std::string text(name);
    return rest.empty() ? text : text + ' ' + std::string(rest);
}

// What a translating program makes of "restrict -6 ::1": "Restrict-6: 1".
bool isMangledLoopback(std::string_view content)
{
    std::string letters = lowerCase(content);
    std::erase_if(letters, isBlank);
    return letters == "restrict-6:1" || letters == "restrict-6::1" || letters == "restrict:1";
}

// A line that starts with a name or an address: the directive was forgotten.
bool looksLikeServer(std::string_view word)
{
    const bool isName =
        word.find('.') != std::string_view::npos && !word.ends_with('.') && !word.starts_with('.') &&
        word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") ==
            std::string_view::npos;
    return isName || IpAddress::parse(word);
}

std::string replacementFor(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> Successors = {{
        {"authenticate", "enable auth"},
        {"monitor", "enable monitor"},
        {"clientlimit", "discard"},
        {"clientperiod", "discard"},
        {"minclock", "tos minclock"},
        {"maxclock", "tos maxclock"},
    }};
    const auto found =
        std::find_if(Successors.begin(), Successors.end(), [&](const auto &s) { return s.first == word; });
    return found == Successors.end() ? std::string() : std::string(found->second);
}

class FirstWord
{
public:
    FirstWord(CheckContext &context, const Line &line, const Token &word)
        : m_context(context)
        , m_line(line)
        , m_word(word)
        , m_lower(lowerCase(word.text))
    {}

    void judge();

private:
    void judgeUnknown();
    void judgeKnown(const DirectiveSpec &spec);
    Diagnostic &report(Severity severity, Finding finding, std::vector<std::string> arguments);
    [[nodiscard]] Fix lowerCaseLine(const DirectiveSpec &spec) const;

    CheckContext &m_context;
    const Line &m_line;
    const Token &m_word;
    std::string m_lower;
};

Diagnostic &FirstWord::report(Severity severity, Finding finding, std::vector<std::string> arguments)
{
    m_context.explained.insert(m_line.number);
    return m_context.report(m_word.range, severity, finding, std::move(arguments));
}

// Capitals seldom come alone: flags and options of the line are put right too.
Fix FirstWord::lowerCaseLine(const DirectiveSpec &spec) const
{
    Fix fix = lowerCaseFix(m_word.range, m_lower);
    for (const Token &token : m_context.words(m_line).subspan(1)) {
        const std::string lower = lowerCase(token.text);
        const bool known =
            lower == "default" || lower == "source" || lower == "mask" || findOption(spec, lower);
        if (token.kind == TokenKind::Word && known && lower != token.text)
            fix.edits.push_back({token.range, lower});
    }
    return fix;
}

void FirstWord::judgeUnknown()
{
    const Document &document = m_context.document;
    const TextRange content = lineContent(document, m_line);
    const DirectiveSpec *spec = findDirective(m_lower);
    if (m_word.kind == TokenKind::Quoted && spec) {
        report(Severity::Error, Finding::QuotedKeyword, {m_word.text})
            .fixes.push_back(replaceWordFix(document, m_word.range, m_word.text));
    } else if (isShellCommand(m_word.text)) {
        report(Severity::Warning, Finding::ShellCommand, {m_word.text})
            .fixes.push_back({FixKind::MakeComment, {}, {{{content.offset, 0}, "# "}}});
    } else if (spec) {
        report(Severity::Error, Finding::DirectiveCase, {m_word.text, m_lower})
            .fixes.push_back(lowerCaseLine(*spec));
    } else if (isMangledLoopback(document.text(content))) {
        report(Severity::Error, Finding::UnknownDirective, {m_word.text, "restrict ::1"})
            .fixes.push_back(replaceLineFix(document, m_line, "restrict ::1"));
    } else if (const DirectiveSpec *glued = gluedDirective(m_lower)) {
        const std::string right =
            separated(glued->name, std::string_view(m_lower).substr(glued->name.size()));
        report(Severity::Error, Finding::UnknownDirective, {m_word.text, right})
            .fixes.push_back(replaceWordFix(document, m_word.range, right));
    } else if (looksLikeServer(m_word.text)) {
        report(Severity::Error, Finding::UnknownDirective, {m_word.text, "server " + m_word.text})
            .fixes.push_back({FixKind::InsertWord, {"server"}, {{{m_word.range.offset, 0}, "server "}}});
    } else {
        const std::string nearest(nearestDirective(m_lower));
        Diagnostic &found = report(Severity::Error, Finding::UnknownDirective, {m_word.text, nearest});
        if (!nearest.empty())
            found.fixes.push_back(replaceWordFix(document, m_word.range, nearest));
        found.fixes.push_back(disableLineFix(document, m_line));
    }
}

void FirstWord::judgeKnown(const DirectiveSpec &spec)
{
    const Document &document = m_context.document;
    if (spec.group == DirectiveGroup::Removed) {
        const std::string instead = replacementFor(spec.name);
        report(Severity::Error, Finding::Removed, {m_word.text, instead})
            .fixes.push_back(disableLineFix(document, m_line));
        return;
    }
    if (spec.dialects.contains(m_context.dialect))
        return;
    Diagnostic &found = report(Severity::Error, Finding::WrongDialect,
                               {m_word.text, spec.dialects.ntpsec ? "ntpsec" : "ntpd"});
    // The defaults of either: the two rate limiters have no common measure.
    if (spec.name == "discard")
        found.fixes.push_back(replaceLineFix(document, m_line, "limit average 1 burst 20 kod 0.5"));
    else if (spec.name == "limit")
        found.fixes.push_back(replaceLineFix(document, m_line, "discard average 3 minimum 2"));
    else
        found.fixes.push_back(disableLineFix(document, m_line));
}

void FirstWord::judge()
{
    if (m_line.kind == LineKind::Unknown)
        judgeUnknown();
    else if (const DirectiveSpec *spec = findDirective(m_word.text))
        judgeKnown(*spec);
}

} // namespace

void checkDirective(CheckContext &context, const Line &line)
{
    const auto words = context.words(line);
    if (!words.empty())
        FirstWord(context, line, words.front()).judge();
}

} // namespace noonmark::config
