// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/findings.h"

#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

const FindingText *textOf(config::Finding finding)
{
    for (const auto texts : {findingsOfWords(), findingsOfAddresses(), findingsOfAccess(), findingsOfKeys()}) {
        const auto found = std::ranges::find(texts, finding, &FindingText::finding);
        if (found != texts.end())
            return &*found;
    }
    return nullptr;
}

const char *fixText(config::FixKind kind)
{
    switch (kind) {
    case config::FixKind::ReplaceWord:
        return NOONMARK_TEXT("Replace \"%1\" by \"%2\"");
    case config::FixKind::LowerCase:
        return NOONMARK_TEXT("Write \"%1\"");
    case config::FixKind::MakeComment:
        return NOONMARK_TEXT("Make it a comment with \"#\"");
    case config::FixKind::InsertWord:
        return NOONMARK_TEXT("Insert \"%1\"");
    case config::FixKind::RemoveWord:
        return NOONMARK_TEXT("Remove \"%1\"");
    case config::FixKind::RemoveLine:
        return NOONMARK_TEXT("Remove the line");
    case config::FixKind::DisableLine:
        return NOONMARK_TEXT("Disable the line with \"#\"");
    case config::FixKind::AddLines:
        return NOONMARK_TEXT("Add \"%1\"");
    case config::FixKind::ReplaceLine:
        return NOONMARK_TEXT("Write the line as \"%1\"");
    case config::FixKind::SplitLine:
        return NOONMARK_TEXT("Put each directive on a line of its own");
    case config::FixKind::JoinLines:
        return NOONMARK_TEXT("Join the next line to this one");
    case config::FixKind::RemoveCharacters:
        return NOONMARK_TEXT("Remove these characters");
    case config::FixKind::EnableLine:
        return NOONMARK_TEXT("Make \"%1\" active by removing the \"#\"");
    }
    return NOONMARK_TEXT("Mend it");
}

// A remedy may be several lines; on a button or a terminal they stand in one.
QString linesOf(const std::string &text)
{
    QStringList lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines += quotable(text.substr(start, end - start));
        start = end + 1;
    }
    return lines.join(u" ⏎ "_s);
}

// "-4" is what the file has; the sentences about the default rules speak of the protocol.
std::string familyOf(const std::string &option)
{
    return option == "-4" ? "IPv4" : option == "-6" ? "IPv6" : option;
}

std::vector<std::string> argumentsOf(const config::Diagnostic &diagnostic)
{
    auto arguments = diagnostic.arguments;
    const bool isAboutFamily = diagnostic.finding == config::Finding::OnlyOneFamily ||
                               diagnostic.finding == config::Finding::WeakerFamily;
    if (isAboutFamily && !arguments.empty())
        arguments.front() = familyOf(arguments.front());
    return arguments;
}

} // namespace

QString sentence(const config::Diagnostic &diagnostic)
{
    const FindingText *text = textOf(diagnostic.finding);
    if (!text)
        return translated(NOONMARK_TEXT("There is something wrong with this line."));
    const auto optional = static_cast<std::size_t>(text->optional);
    const bool isAbsent = optional >= diagnostic.arguments.size() || diagnostic.arguments[optional].empty();
    const QString said = translated(text->shorter && isAbsent ? text->shorter : text->sentence,
                                    quotable(argumentsOf(diagnostic)));
    if (diagnostic.finding != config::Finding::DangerousFlag || diagnostic.arguments.empty())
        return said;
    // Which harm it does is known where the flag is explained.
    return said + u' ' + explanationOfOption("restrict", diagnostic.arguments.front());
}

QString label(const config::Fix &fix)
{
    QStringList arguments;
    for (const auto &argument : fix.arguments)
        arguments += linesOf(argument);
    return translated(fixText(fix.kind), arguments);
}

QString name(config::Severity severity)
{
    switch (severity) {
    case config::Severity::Info:
        return translated(NOONMARK_TEXT("info"));
    case config::Severity::Warning:
        return translated(NOONMARK_TEXT("warning"));
    case config::Severity::Error:
        return translated(NOONMARK_TEXT("error"));
    }
    return {};
}

QString name(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Ntpd:
        return u"ntpd 4.2.8"_s;
    case Dialect::Ntpsec:
        return u"ntpsec 1.2"_s;
    case Dialect::Noonmark:
        return u"Noonmark"_s;
    }
    return {};
}

QString names(const std::vector<Dialect> &dialects)
{
    QStringList result;
    for (const Dialect dialect : dialects)
        result += name(dialect);
    return result.join(u", "_s);
}

} // namespace noonmark::wording
