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

// The judges below look at one kind of wrong address each. True: this one has spoken.
class AddressCheck
{
public:
    AddressCheck(CheckContext &context, const RestrictWords &words)
        : m_context(context)
        , m_document(context.document)
        , m_words(words)
        , m_word(*words.address)
        , m_text(words.address->text)
    {}

    bool run();

private:
    bool judgeNumeric(const IpAddress &address);
    bool judgeEverybody();
    bool judgePrefix();
    bool judgeLength(const IpAddress &address, std::string_view prefix);
    bool judgeRange();
    bool judgeWildcard();
    bool judgePort();
    bool judgeBrokenNumbers();
    void judgeName();
    void judgeKind(const IpAddress &address);
    void judgeMissingMask(const IpAddress &address);
    Diagnostic &report(Severity severity, Finding finding, std::vector<std::string> arguments);
    void replace(Diagnostic &diagnostic, std::string text) const;
    // With a mask, unless one follows in the line.
    [[nodiscard]] std::string network(const IpAddress &address) const;

    CheckContext &m_context;
    const Document &m_document;
    const RestrictWords &m_words;
    const Token &m_word;
    const std::string &m_text;
};

Diagnostic &AddressCheck::report(Severity severity, Finding finding, std::vector<std::string> arguments)
{
    return m_context.report(m_word.range, severity, finding, std::move(arguments));
}

void AddressCheck::replace(Diagnostic &diagnostic, std::string text) const
{
    diagnostic.fixes.push_back(replaceWordFix(m_document, m_word.range, std::move(text)));
}

std::string AddressCheck::network(const IpAddress &address) const
{
    const auto mask = m_words.maskWord ? std::nullopt : likelyMask(address);
    return mask ? asRestrictTarget(AddressMask(address, *mask)) : address.toString();
}

bool AddressCheck::run()
{
    if (const auto address = IpAddress::parse(m_text))
        return judgeNumeric(*address);
    if (judgeEverybody())
        return false;
    if (m_text.find('/') != std::string::npos)
        return judgePrefix();
    if (judgeRange() || judgeWildcard() || judgePort() || judgeBrokenNumbers())
        return false;
    if (m_word.kind == TokenKind::Word && isKeyword(m_text, m_context.dialect)) {
        replace(report(Severity::Error, Finding::KeywordAsHost, {m_text}), '"' + m_text + '"');
        return false;
    }
    judgeName();
    return true;
}

bool AddressCheck::judgeNumeric(const IpAddress &address)
{
    if (m_words.family) {
        const bool isV4 = m_words.family->text == "-4";
        if (isV4 != address.isV4()) {
            m_context
                .report(m_words.family->range, Severity::Error, Finding::FamilyContradiction,
                        {m_words.family->text, m_text})
                .fixes.push_back(removeWordFix(m_document, m_words.family->range));
            return false;
        }
        if (m_words.maskWord && m_context.ntpsec()) {
            m_context
                .report(m_words.family->range, Severity::Error, Finding::FamilyWithMask,
                        {m_words.family->text})
                .fixes.push_back(removeWordFix(m_document, m_words.family->range));
            return false;
        }
    }
    judgeKind(address);
    if (m_words.maskWord)
        return checkMask(m_context, m_words, address);
    judgeMissingMask(address);
    return true;
}

// Addresses that no packet ever comes from.
void AddressCheck::judgeKind(const IpAddress &address)
{
    static constexpr std::array<std::uint8_t, 12> MappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    const bool mapped =
        !address.isV4() && std::equal(MappedPrefix.begin(), MappedPrefix.end(), address.bytes().begin());
    if (address.isReferenceClock()) {
        report(Severity::Info, Finding::RestrictOnReferenceClock, {m_text})
            .fixes.push_back(removeLineFix(m_document, *m_words.line));
    } else if (address.isMulticast()) {
        report(Severity::Info, Finding::RestrictOnMulticast, {m_text})
            .fixes.push_back(removeLineFix(m_document, *m_words.line));
    } else if (mapped) {
        const auto &bytes = address.bytes();
        std::uint32_t v4 = 0;
        for (std::size_t i = MappedPrefix.size(); i < bytes.size(); ++i)
            v4 = (v4 << 8U) | bytes[i];
        replace(report(Severity::Info, Finding::MappedAddress, {m_text}), IpAddress::v4(v4).toString());
    } else if (address.isUnspecified() && !m_words.maskWord) {
        replace(report(Severity::Warning, Finding::UnspecifiedHost, {}), "default");
    }
}

void AddressCheck::judgeMissingMask(const IpAddress &address)
{
    const bool hasLater = std::any_of(m_words.rest.begin(), m_words.rest.end(), [](const Token &token) {
        return token.text == "mask" || token.text == "netmask" || token.text == "subnet" ||
               isNetmask(token.text);
    });
    const bool never = address.isReferenceClock() || address.isMulticast() || hasLater;
    const auto mask = never ? std::nullopt : likelyMask(address);
    if (!mask)
        return;
    report(Severity::Warning, Finding::MaskMissing, {m_text, mask->toString()})
        .fixes.push_back(insertWordFix(m_word.range, "mask " + mask->toString()));
}

bool AddressCheck::judgeEverybody()
{
    static constexpr std::array<std::string_view, 6> Names = {"all",       "any", "everyone",
                                                              "everybody", "*",   "everything"};
    if (std::find(Names.begin(), Names.end(), lowerCase(m_text)) == Names.end())
        return false;
    replace(report(Severity::Error, Finding::EverybodyByName, {m_text}), "default");
    return true;
}

bool AddressCheck::judgePrefix()
{
    const std::size_t slash = m_text.find('/');
    const auto address = IpAddress::parse(m_text.substr(0, slash));
    const std::string prefix = m_text.substr(slash + 1);
    if (!address) {
        report(Severity::Error, Finding::NotAnAddress, {m_text});
        return false;
    }
    if (const auto mask = IpAddress::parse(prefix); mask && mask->family() == address->family()) {
        const AddressMask range(*address, *mask);
        replace(report(Severity::Error, Finding::MaskAfterSlash, {address->toString(), mask->toString()}),
                asRestrictTarget(range));
        return false;
    }
    return judgeLength(*address, prefix);
}

bool AddressCheck::judgeLength(const IpAddress &address, std::string_view prefix)
{
    const bool ntpd = m_context.dialect == Dialect::Ntpd;
    const int longest = address.isV4() ? 32 : 128;
    const auto length = readInteger(prefix);
    if (!length || *length < 1 || *length > longest) {
        const auto likely = likelyMask(address);
        const AddressMask range = likely ? AddressMask(address, *likely) : AddressMask::host(address);
        std::string right = length == 0 ? "default" : asRestrictTarget(range);
        if (!ntpd && likely && length != 0)
            right = range.toString();
        replace(report(Severity::Error, Finding::PrefixOutOfRange, {std::string(prefix)}), right);
        return false;
    }
    const AddressMask range = AddressMask::prefix(address, *length);
    if (m_words.maskWord) {
        Diagnostic &found = report(ntpd ? Severity::Error : Severity::Warning, Finding::PrefixAndMask,
                                   {std::string(prefix), m_words.mask ? m_words.mask->text : ""});
        const std::size_t end = (m_words.mask ? m_words.mask : m_words.maskWord)->range.end();
        const TextRange both{m_word.range.offset, end - m_word.range.offset};
        found.fixes.push_back(replaceWordFix(m_document, both, asRestrictTarget(range)));
        return !ntpd;
    }
    if (ntpd) {
        replace(report(Severity::Error, Finding::PrefixNotUnderstood, {m_text, range.mask().toString()}),
                range.address().toString() + " mask " + range.mask().toString());
        return false;
    }
    if (range.address() != address) {
        replace(report(Severity::Warning, Finding::HostBitsBeyondMask,
                       {address.toString(), range.mask().toString(), range.toString()}),
                range.toString());
    }
    return true;
}

bool AddressCheck::judgeRange()
{
    const std::vector<AddressMask> blocks = blocksOfRange(m_text);
    if (blocks.empty())
        return false;
    const TextRange whole = directiveRange(*m_words.line);
    const std::string before(m_document.text({whole.offset, m_word.range.offset - whole.offset}));
    const std::string behind(m_document.text({m_word.range.end(), whole.end() - m_word.range.end()}));
    std::string lines;
    for (const AddressMask &block : blocks)
        lines += (lines.empty() ? "" : "\n") + before + asRestrictTarget(block) + behind;
    report(Severity::Error, Finding::AddressRange, {m_text})
        .fixes.push_back(replaceLineFix(m_document, *m_words.line, lines));
    return true;
}

bool AddressCheck::judgeWildcard()
{
    const auto range = wildcardNetwork(m_text);
    if (!range)
        return false;
    const std::string right = m_words.maskWord ? range->address().toString() : asRestrictTarget(*range);
    replace(report(Severity::Error, Finding::AddressWildcard, {m_text, range->toString()}), right);
    return true;
}

bool AddressCheck::judgePort()
{
    const std::size_t colon = m_text.rfind(':');
    if (colon == std::string::npos || !IpAddress::parse(m_text.substr(0, colon)) ||
        !readInteger(m_text.substr(colon + 1)))
        return false;
    Diagnostic &found = report(Severity::Error, Finding::AddressWithPort, {m_text});
    replace(found, m_text.substr(0, colon));
    if (m_text.substr(colon) == ":123") {
        const std::size_t end = directiveRange(*m_words.line).end();
        found.fixes.front().edits.push_back({{end, 0}, " ntpport"});
    }
    return true;
}

bool AddressCheck::judgeBrokenNumbers()
{
    if (!looksNumeric(m_text))
        return false;
    const auto likely = repaired(m_text);
    const auto read = asResolverReads(m_text);
    const bool isNumber = readNumber(m_text).has_value(); // a number token: a syntax error
    const bool isShort = std::count(m_text.begin(), m_text.end(), '.') < 3;
    Diagnostic *found = nullptr;
    if (!read || isNumber)
        found = &report(Severity::Error, Finding::NotAnAddress, {m_text});
    else if (isShort)
        found = &report(Severity::Error, Finding::ShortAddress, {m_text, read->toString()});
    else
        found = &report(Severity::Error, Finding::OctalAddress, {m_text, read->toString()});
    if (likely)
        replace(*found, isShort ? network(*likely) : likely->toString());
    return true;
}

void AddressCheck::judgeName()
{
    constexpr std::string_view NameLetters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    if (m_text.find_first_not_of(NameLetters) != std::string::npos || m_text.ends_with("xxx")) {
        report(Severity::Error, Finding::NotAnAddress, {m_text})
            .fixes.push_back(disableLineFix(m_document, *m_words.line));
        return;
    }
    const bool isLocal = m_text == "localhost";
    const auto mask = m_words.mask ? IpAddress::parse(m_words.mask->text) : std::nullopt;
    const bool isHostMask = mask && AddressMask(*mask, *mask).isHost();
    if (m_words.maskWord && !isHostMask) {
        Diagnostic &found =
            report(Severity::Warning, Finding::MaskOnName, {m_text, m_words.mask ? m_words.mask->text : ""});
        if (isLocal && mask && mask->isV4())
            replace(found, AddressMask(*IpAddress::parse("127.0.0.1"), *mask).address().toString());
        return;
    }
    const bool isPool = m_text.find("pool.") != std::string::npos;
    Diagnostic &found =
        report(isPool ? Severity::Warning : Severity::Info, Finding::HostNameInRestrict, {m_text});
    if (isPool)
        replace(found, "source");
    else if (isLocal)
        replace(found, "127.0.0.1");
}

} // namespace

bool checkAddress(CheckContext &context, const RestrictWords &words)
{
    return AddressCheck(context, words).run();
}

} // namespace noonmark::config
