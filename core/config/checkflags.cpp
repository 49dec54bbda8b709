// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/addressguess.h"
#include "core/config/characters.h"
#include "core/config/checkfixes.h"
#include "core/config/checkrestrict.h"
#include "core/config/directives.h"
#include "core/config/number.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

constexpr int LowestPeerLimit = -1;
constexpr int HighestPeerLimit = 100;

// Stops at the first word at which the daemon stops.
class FlagWords
{
public:
    FlagWords(CheckContext &context, const RestrictWords &words)
        : m_context(context)
        , m_document(context.document)
        , m_words(words)
        , m_spec(findDirective("restrict"))
    {}

    void run();

private:
    bool checkPeerLimit(std::size_t &at);
    bool checkWord(std::size_t &at);
    bool reportStranger(const Token &token);
    void reportUnknown(const Token &token);
    void reportMaskBehind(std::size_t at);
    void reportNetmask(std::size_t at);
    void reportSecondAddress(const Token &token);
    void reportFamilyBehind(const Token &token);
    [[nodiscard]] TextRange pair(std::size_t at) const;
    [[nodiscard]] Fix moveBehindAddress(std::size_t at, const std::string &text) const;

    CheckContext &m_context;
    const Document &m_document;
    const RestrictWords &m_words;
    const DirectiveSpec *m_spec;
};

void FlagWords::run()
{
    for (std::size_t at = 0; at < m_words.rest.size(); ++at) {
        if (!checkWord(at))
            return;
    }
}

// The word at `at` and the one behind it.
TextRange FlagWords::pair(std::size_t at) const
{
    const std::size_t last = std::min(at + 1, m_words.rest.size() - 1);
    const std::size_t from = m_words.rest[at].range.offset;
    return {from, m_words.rest[last].range.end() - from};
}

Fix FlagWords::moveBehindAddress(std::size_t at, const std::string &text) const
{
    const Token &before = m_words.mask ? *m_words.mask : *m_words.address;
    Fix fix = removeWordFix(m_document, pair(at));
    fix.edits.insert(fix.edits.begin(), {{before.range.end(), 0}, ' ' + text});
    return {FixKind::InsertWord, {text}, std::move(fix.edits)};
}

bool FlagWords::checkWord(std::size_t &at)
{
    const Token &token = m_words.rest[at];
    const bool isWord = token.kind == TokenKind::Word;
    if (isWord && token.text == "ippeerlimit")
        return checkPeerLimit(at);
    if (isWord && token.text == "mask") {
        reportMaskBehind(at);
        return false;
    }
    if (isWord && (token.text == "netmask" || token.text == "subnet")) {
        reportNetmask(at);
        return false;
    }
    if (!isFlag(token.text) || !isWord)
        return reportStranger(token);
    const OptionSpec *option = m_spec ? optionFor(*m_spec, token.text, m_context.dialect) : nullptr;
    if (option && !option->dialects.contains(m_context.dialect)) {
        const TextRange range = token.text == "serverresponse" ? pair(at) : token.range;
        m_context
            .report(token.range, Severity::Error, Finding::WrongDialect,
                    {token.text, option->dialects.ntpsec ? "ntpsec" : "ntpd"})
            .fixes.push_back(removeWordFix(m_document, range));
        return false;
    }
    if (token.text != "serverresponse")
        return true;
    if (at + 1 < m_words.rest.size() && m_words.rest[at + 1].text == "fuzz") {
        ++at;
        return true;
    }
    m_context.report(token.range, Severity::Error, Finding::MissingArgument, {token.text})
        .fixes.push_back(insertWordFix(token.range, "fuzz"));
    return false;
}

bool FlagWords::checkPeerLimit(std::size_t &at)
{
    const Token &token = m_words.rest[at];
    if (m_context.ntpsec()) {
        m_context.report(token.range, Severity::Error, Finding::WrongDialect, {token.text, "ntpd"})
            .fixes.push_back(removeWordFix(m_document, pair(at)));
        return false;
    }
    const Token *value = at + 1 < m_words.rest.size() ? &m_words.rest[at + 1] : nullptr;
    const auto limit = value ? readInteger(value->text) : std::nullopt;
    if (!value) {
        m_context.report(token.range, Severity::Error, Finding::MissingArgument, {token.text})
            .fixes.push_back(removeWordFix(m_document, token.range));
    } else if (at > 0) {
        m_context.report(token.range, Severity::Error, Finding::PeerLimitAfterFlags)
            .fixes.push_back(moveBehindAddress(at, "ippeerlimit " + value->text));
    } else if (!limit) {
        m_context.report(value->range, Severity::Error, Finding::NotANumber, {value->text, token.text});
    } else {
        if (*limit < LowestPeerLimit || *limit > HighestPeerLimit) {
            m_context
                .report(value->range, Severity::Error, Finding::OutOfRange,
                        {value->text, token.text, std::to_string(LowestPeerLimit),
                         std::to_string(HighestPeerLimit)})
                .fixes.push_back(replaceWordFix(m_document, value->range, std::to_string(HighestPeerLimit)));
        } else if (m_words.address->text == "default") {
            m_context.report(token.range, Severity::Warning, Finding::FlagWithoutEffect, {token.text})
                .fixes.push_back(removeWordFix(m_document, pair(at)));
        }
        ++at;
        return true;
    }
    return false;
}

void FlagWords::reportMaskBehind(std::size_t at)
{
    const Token *value = at + 1 < m_words.rest.size() ? &m_words.rest[at + 1] : nullptr;
    const bool onDefault = m_words.address->text == "default" || m_words.address->text == "source";
    Diagnostic &found = m_context.report(pair(at), Severity::Error,
                                         onDefault ? Finding::MaskOnDefault : Finding::MaskAfterFlags);
    if (onDefault || !value || m_words.maskWord)
        found.fixes.push_back(removeWordFix(m_document, pair(at)));
    else
        found.fixes.push_back(moveBehindAddress(at, "mask " + value->text));
}

void FlagWords::reportNetmask(std::size_t at)
{
    const Token &token = m_words.rest[at];
    m_context.report(token.range, Severity::Error, Finding::UnknownWord, {token.text, "mask", "restrict"})
        .fixes.push_back(replaceWordFix(m_document, token.range, "mask"));
}

void FlagWords::reportSecondAddress(const Token &token)
{
    Diagnostic &found = m_context.report(token.range, Severity::Error, Finding::SecondAddress, {token.text});
    std::size_t from = token.range.offset;
    while (isBlank(m_document.bytes()[from - 1]))
        --from;
    const std::string replacement = std::string(m_document.lineEnding()) + "restrict ";
    found.fixes.push_back({FixKind::SplitLine, {}, {{{from, token.range.offset - from}, replacement}}});
}

void FlagWords::reportFamilyBehind(const Token &token)
{
    Diagnostic &found =
        m_context.report(token.range, Severity::Error, Finding::FamilyAfterDefault, {token.text});
    Fix fix = removeWordFix(m_document, token.range);
    if (!m_words.family)
        fix.edits.insert(fix.edits.begin(), {{m_words.address->range.offset, 0}, token.text + ' '});
    found.fixes.push_back({FixKind::InsertWord, {token.text}, std::move(fix.edits)});
}

bool FlagWords::reportStranger(const Token &token)
{
    const std::string lower = lowerCase(token.text);
    if (token.kind == TokenKind::Quoted && isFlag(token.text)) {
        m_context.report(token.range, Severity::Error, Finding::QuotedKeyword, {token.text})
            .fixes.push_back(replaceWordFix(m_document, token.range, token.text));
    } else if (lower != token.text && isFlag(lower)) {
        m_context.report(token.range, Severity::Error, Finding::WordCase, {token.text, lower})
            .fixes.push_back(lowerCaseFix(token.range, lower));
    } else if (isNetmask(token.text) && !m_words.maskWord) {
        const std::string right = "mask " + token.text;
        m_context.report(token.range, Severity::Error, Finding::UnknownWord, {token.text, right, "restrict"})
            .fixes.push_back(replaceWordFix(m_document, token.range, right));
    } else if (IpAddress::parse(token.text)) {
        reportSecondAddress(token);
    } else if (isFamily(token)) {
        reportFamilyBehind(token);
    } else {
        reportUnknown(token);
    }
    return false;
}

void FlagWords::reportUnknown(const Token &token)
{
    const std::string nearest =
        m_spec ? std::string(nearestOption(*m_spec, lowerCase(token.text))) : std::string();
    Diagnostic &found = m_context.report(token.range, Severity::Error, Finding::UnknownWord,
                                         {token.text, nearest, "restrict"});
    if (!nearest.empty())
        found.fixes.push_back(replaceWordFix(m_document, token.range, nearest));
    else
        found.fixes.push_back(removeWordFix(m_document, token.range));
}

} // namespace

void checkFlagWords(CheckContext &context, const RestrictWords &words)
{
    FlagWords(context, words).run();
}

} // namespace noonmark::config
