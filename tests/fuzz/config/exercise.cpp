// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/config/exercise.h"

#include "core/base/random.h"
#include "core/config/access.h"
#include "core/config/check.h"
#include "core/config/directives.h"
#include "core/config/lowering.h"
#include "core/config/sourcemode.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace noonmark::config::fuzz {

namespace {

constexpr std::array Dialects{Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};
constexpr std::array Wishes{SourceMode::Upstream, SourceMode::Fallback, SourceMode::Isolated};

bool isWhole(const Document &document)
{
    std::size_t at = 0;
    int number = 1;
    for (const Line &line : document.lines()) {
        const bool follows = line.range.offset == at && line.number == number++;
        const bool ended = document.text({line.range.end(), line.terminator.size()}) == line.terminator;
        if (!follows || !ended)
            return false;
        at = line.range.end() + line.terminator.size();
    }
    return at == document.bytes().size();
}

bool areInside(const Line &line)
{
    std::size_t at = line.range.offset;
    for (const Token &token : line.tokens) {
        if (token.range.offset < at || token.range.length == 0 || token.range.end() > line.range.end() ||
            token.text.empty())
            return false;
        at = token.range.end();
    }
    return !line.comment || (line.comment->offset >= at && line.comment->end() == line.range.end());
}

bool areInside(const Line &line, const std::vector<Option> &options)
{
    for (const Option &option : options) {
        if (option.range.offset < line.range.offset || option.range.end() > line.range.end())
            return false;
    }
    return true;
}

bool readsInBounds(const Line &line, Dialect dialect)
{
    const auto source = readSource(line, dialect);
    const auto fudge = readFudge(line, dialect);
    const auto restriction = readRestrict(line, dialect);
    return (!source || areInside(line, source->options)) && (!fudge || areInside(line, fudge->options)) &&
           (!restriction || (areInside(line, restriction->flagWords) &&
                             restriction->stoppedAt.value_or(0) <= line.tokens.size()));
}

// What an edit leaves of the earlier reading is what the bytes would be read as anew.
bool isReadAnew(const Document &document)
{
    const Document fresh(document.bytes());
    return std::ranges::equal(document.lines(), fresh.lines(), [](const Line &a, const Line &b) {
        return a.number == b.number && a.range == b.range && a.kind == b.kind && a.tokens == b.tokens &&
               a.comment == b.comment;
    });
}

// Applies, takes back, applies again. The document keeps the change.
std::string change(Document &document, const Edits &edits)
{
    const Document before = document;
    const Edits inverse = document.apply(edits);
    if (!isWhole(document))
        return "lines do not join to the bytes after an edit";
    if (!isReadAnew(document))
        return "an edited file is read otherwise than its bytes";
    Document back = document;
    back.apply(inverse);
    return back == before ? "" : "an edit could not be taken back";
}

std::string mendAll(const Document &document, Dialect dialect, Random & /*random*/)
{
    for (const Diagnostic &diagnostic : check(document, dialect)) {
        if (diagnostic.range.end() > document.bytes().size())
            return "a finding points outside the file";
        for (const Fix &fix : diagnostic.fixes) {
            Document copy = document;
            if (const std::string trouble = change(copy, fix.edits); !trouble.empty())
                return trouble;
        }
    }
    return {};
}

std::string switchAll(const Document &document, Dialect dialect, Random & /*random*/)
{
    for (const SourceMode wish : Wishes) {
        Document copy = document;
        const Edits edits = switchSourceMode(copy, wish, dialect);
        if (const std::string trouble = change(copy, edits); !trouble.empty())
            return trouble;
        if (!edits.empty() && sourceModeOf(copy, dialect) != wish)
            return "a source mode was not reached";
    }
    return {};
}

Edits anyEdit(const Document &document, Random &random)
{
    const int line = static_cast<int>(random.below(static_cast<std::uint32_t>(document.lines().size() + 2)));
    switch (random.below(10)) {
    case 0:
        return addLines(document, {"server x.example", "restrict 10.0.0.1"});
    case 1:
        return insertLines(document, line, {"keys /k"});
    case 2:
        return removeLine(document, line);
    case 3:
        return disableLine(document, line);
    case 4:
        return enableLine(document, line);
    case 5:
        return moveLine(document, line, static_cast<int>(random.below(40)));
    case 6:
        return replaceDirective(document, line, "tos minsane 2");
    case 7:
        return setOption(document, line, "minpoll", "6");
    case 8:
        return addFlag(document, line, "nomodify");
    default:
        return removeOption(document, line, "iburst");
    }
}

std::string lowerIt(const Document &document, Dialect dialect, Random &random)
{
    static_cast<void>(lower(document, dialect));
    const auto &lines = document.lines();
    const auto any = random.below(static_cast<std::uint32_t>(lines.size()));
    static_cast<void>(nearestDirective(lines[any].keyword()));
    return {};
}

// Opened, read line by line, edited, taken back: what holds for every file at once.
std::string openAndEdit(const std::string &bytes, Random &random)
{
    Document document(bytes);
    if (!isWhole(document) || document.bytes() != bytes)
        return "the file was not kept";
    for (const Line &line : document.lines()) {
        if (!areInside(line))
            return "a token lies outside its line";
        for (const Dialect reader : Dialects) {
            if (!readsInBounds(line, reader))
                return "a reading points outside its line";
        }
    }
    static_cast<void>(document.position(random.below(static_cast<std::uint32_t>(bytes.size() + 2))));
    for (int i = 0; i < 4; ++i) {
        if (const std::string trouble = change(document, anyEdit(document, random)); !trouble.empty())
            return trouble;
    }
    return change(document, difference(document.bytes(), bytes));
}

std::vector<Part> parts()
{
    std::vector<Part> all{lowerIt, mendAll, switchAll};
    all.insert(all.end(), analyses().begin(), analyses().end());
    return all;
}

} // namespace

std::string exercise(const std::string &bytes, std::uint64_t seed)
{
    Random random = Random::fromNumber(seed);
    if (std::string trouble = openAndEdit(bytes, random); !trouble.empty())
        return trouble;
    const Document document(bytes);
    // One dialect is enough: the next file draws another.
    const Dialect dialect = Dialects.at(random.below(Dialects.size()));
    for (const Part part : parts()) {
        if (std::string trouble = part(document, dialect, random); !trouble.empty())
            return trouble;
    }
    return {};
}

std::string exerciseQuickly(const std::string &bytes)
{
    static const std::vector<Part> all = parts();
    Random random = Random::fromNumber(std::hash<std::string>{}(bytes));
    if (std::string trouble = openAndEdit(bytes, random); !trouble.empty())
        return trouble;
    const Dialect dialect = Dialects.at(random.below(Dialects.size()));
    return all[random.below(static_cast<std::uint32_t>(all.size()))](Document(bytes), dialect, random);
}

} // namespace noonmark::config::fuzz
