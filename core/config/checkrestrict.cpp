// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/checkrestrict.h"

#include "core/config/checkfixes.h"
#include "core/config/directives.h"

#include <algorithm>

namespace noonmark::config {

namespace {

bool mayBeAddress(const Token &token)
{
    return token.text == "default" || IpAddress::parse(token.text).has_value();
}

RestrictWords split(const Line &line, std::span<const Token> words)
{
    RestrictWords parts;
    parts.line = &line;
    std::size_t at = 1;
    if (at < words.size() && isFamily(words[at]))
        parts.family = &words[at++];
    if (at < words.size())
        parts.address = &words[at++];
    if (at < words.size() && words[at].text == "mask" && words[at].kind == TokenKind::Word) {
        parts.maskWord = &words[at++];
        if (at < words.size())
            parts.mask = &words[at++];
    }
    parts.rest = words.subspan(std::min(at, words.size()));
    return parts;
}

// "restrict -4 kod default notrap": the address stands behind flags.
void reportMisplacedAddress(CheckContext &context, const RestrictWords &words)
{
    const Document &document = context.document;
    const auto address = std::find_if(words.rest.begin(), words.rest.end(), mayBeAddress);
    if (address == words.rest.end()) {
        context.report(words.address->range, Severity::Error, Finding::MissingArgument, {"restrict"})
            .fixes.push_back(
                {FixKind::InsertWord, {"default"}, {{{words.address->range.offset, 0}, "default "}}});
        return;
    }
    Diagnostic &found = context.report(words.address->range, Severity::Error, Finding::FlagBeforeAddress,
                                       {words.address->text, address->text});
    Fix fix = removeWordFix(document, address->range);
    fix.edits.insert(fix.edits.begin(), {{words.address->range.offset, 0}, address->text + ' '});
    found.fixes.push_back({FixKind::InsertWord, {address->text}, std::move(fix.edits)});
}

bool checkTarget(CheckContext &context, const RestrictWords &words)
{
    const Document &document = context.document;
    const Token &target = *words.address;
    const bool special = target.text == "default" || target.text == "source";
    if (special && target.kind == TokenKind::Quoted) {
        context.report(target.range, Severity::Error, Finding::QuotedKeyword, {target.text})
            .fixes.push_back(replaceWordFix(document, target.range, target.text));
        return false;
    }
    if (special && words.maskWord) {
        const std::size_t end = words.mask ? words.mask->range.end() : words.maskWord->range.end();
        const TextRange range{words.maskWord->range.offset, end - words.maskWord->range.offset};
        Diagnostic &found =
            target.text == "default"
                ? context.report(range, Severity::Error, Finding::MaskOnDefault)
                : context.report(range, Severity::Error, Finding::SurplusArgument, {"mask", "restrict source"});
        found.fixes.push_back(removeWordFix(document, range));
        return false;
    }
    if (target.text == "source" && words.family) {
        context.report(words.family->range, Severity::Error, Finding::FamilyWithSource, {words.family->text})
            .fixes.push_back(removeWordFix(document, words.family->range));
        return false;
    }
    if (target.text == "source" && !words.rest.empty() && IpAddress::parse(words.rest.front().text)) {
        const Token &surplus = words.rest.front();
        context
            .report(surplus.range, Severity::Error, Finding::SurplusArgument,
                    {surplus.text, "restrict source"})
            .fixes.push_back(removeWordFix(document, surplus.range));
        return false;
    }
    return special || checkAddress(context, words);
}

void checkLine(CheckContext &context, const Line &line)
{
    const RestrictWords words = split(line, context.words(line));
    if (!words.address) {
        if (!context.isCut(line))
            context.report(directiveRange(line), Severity::Error, Finding::MissingArgument, {"restrict"})
                .fixes.push_back(disableLineFix(context.document, line));
        return;
    }
    const bool isWord = words.address->kind == TokenKind::Word;
    if (isWord && words.address->text == "mask") {
        context.report(words.address->range, Severity::Error, Finding::MissingArgument, {"restrict"})
            .fixes.push_back(disableLineFix(context.document, line));
        return;
    }
    if (isWord && isFlag(words.address->text)) {
        reportMisplacedAddress(context, words);
        return;
    }
    if (checkTarget(context, words))
        checkFlagWords(context, words);
}

} // namespace

bool isFlag(std::string_view word)
{
    static const DirectiveSpec *const spec = findDirective("restrict");
    return accessFlag(word) != 0 || word == "ntpport" || word == "epeer" ||
           (spec && findOption(*spec, word) && word != "mask");
}

bool isFamily(const Token &token)
{
    return token.kind == TokenKind::Word && (token.text == "-4" || token.text == "-6");
}

void checkRestrict(CheckContext &context)
{
    for (const Line *line : context.lines) {
        const bool isRestrict =
            line->keyword() == "restrict" || (line->keyword() == "unrestrict" && context.dialect != Dialect::Ntpd);
        if (isRestrict && context.looksAt(*line) && !context.isExplained(*line))
            checkLine(context, *line);
    }
    for (const auto &restriction : context.restrictions) {
        if (context.looksAt(*restriction.line))
            checkFlagMeaning(context, restriction);
    }
}

} // namespace noonmark::config
