// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/sourcelines.h"

#include "core/config/directives.h"
#include "core/config/effective.h"
#include "core/config/scanner.h"
#include "core/config/sourcemarks.h"
#include "core/config/statement.h"

#include <algorithm>

namespace noonmark::config {

namespace {

std::size_t indentation(std::string_view text)
{
    const auto first = std::ranges::find_if_not(text, isBlank);
    return static_cast<std::size_t>(first - text.begin());
}

bool isOff(std::string_view text)
{
    const std::size_t start = indentation(text);
    const bool commented = text.ends_with(OffMark) && start < text.size() - OffMark.size() && text[start] == '#';
    // We never comment out a line with a NUL byte, because no daemon reads it; enabled it would stop them all.
    return commented && text.find('\0') == std::string_view::npos;
}

// The bytes that stood before the directive while it was a comment, from the mark; "" if there is none.
std::string_view formerPrefix(std::string_view text)
{
    const std::size_t mark = text.rfind(WasMark);
    if (mark == std::string_view::npos || !text.ends_with('"'))
        return {};
    std::string_view prefix = text.substr(mark + WasMark.size());
    prefix.remove_suffix(1);
    return prefix.starts_with('#') && prefix.find('"') == std::string_view::npos ? prefix
                                                                                 : std::string_view();
}

// Only a name on the network can be chosen for a person; a radio clock that is commented out may not be there
// at all.
bool isSensibleUpstream(const SourceStatement &source)
{
    const auto address = IpAddress::parse(source.address);
    const bool itself = address && address->isLoopback();
    return !itself && (source.keyword == "server" || source.keyword == "pool");
}

bool listens(const Line &line, Dialect dialect)
{
    const bool listener = line.keyword() == "broadcastclient" || line.keyword() == "multicastclient";
    const DirectiveSpec *spec = listener ? findDirective(line.keyword()) : nullptr;
    return spec && spec->dialects.contains(dialect) &&
           (spec->argument == ArgumentType::None || line.tokens.size() > 1);
}

void readRole(SourceLine &result, const Line &line, Dialect dialect)
{
    if (const auto source = readSource(line, dialect)) {
        const bool sends = source->keyword == "broadcast";
        result.role = source->localClock ? SourceRole::Clock
                      : sends            ? SourceRole::None
                                         : SourceRole::Upstream;
        result.association = !sends;
        result.unit = source->localUnit;
        result.hasStratum = source->option("stratum") != nullptr;
        result.choosable = result.role == SourceRole::Upstream && isSensibleUpstream(*source);
    } else if (const auto fudge = readFudge(line, dialect); fudge && fudge->localClock) {
        result.role = SourceRole::ClockFudge;
        result.unit = fudge->unit;
    } else if (listens(line, dialect)) {
        result.role = SourceRole::Upstream;
    }
}

SourceLine readLine(const Document &document, const Line &line, Dialect dialect)
{
    SourceLine result;
    result.number = line.number;
    result.text = document.text(line.range);
    if (isOff(result.text)) {
        result.state = SourceState::Off;
        const Document inside{withoutOff(result.text)};
        if (inside.lines().front().kind == LineKind::Directive)
            readRole(result, inside.lines().front(), dialect);
    } else if (line.kind == LineKind::Directive) {
        result.wasDisabled = !formerPrefix(result.text).empty();
        result.added = result.text.ends_with(AddedMark);
        readRole(result, line, dialect);
    } else if (line.kind == LineKind::Disabled) {
        result.state = SourceState::Disabled;
        readRole(result, line, dialect);
        // Bytes that no daemon sees before the '#' would make the way back ambiguous.
        if (result.text[indentation(result.text)] != '#')
            result.role = SourceRole::None;
    }
    return result;
}

} // namespace

int endOfReading(const Document &document)
{
    const std::size_t silent = silentEnd(document).value_or(document.bytes().size());
    for (const Line &line : document.lines()) {
        const bool ends = line.kind == LineKind::Directive && line.keyword() == "end";
        if (ends || (line.range.end() >= silent && silent < document.bytes().size()))
            return line.number;
    }
    return static_cast<int>(document.lines().size()) + 1;
}

std::vector<SourceLine> sourceLines(const Document &document, Dialect dialect)
{
    std::vector<SourceLine> result;
    const int stop = endOfReading(document);
    for (const Line &line : document.lines()) {
        if (line.number == stop)
            break;
        // Most lines of a large file are neither.
        if (line.kind == LineKind::Blank || line.kind == LineKind::Unknown)
            continue;
        SourceLine read = readLine(document, line, dialect);
        if (read.role != SourceRole::None)
            result.push_back(std::move(read));
    }
    return result;
}

std::string turnedOff(std::string_view text)
{
    std::string result(text);
    result.insert(indentation(text), 1, '#');
    return result.append(OffMark);
}

std::string withoutOff(std::string_view text)
{
    std::string result(text);
    if (!isOff(text))
        return result;
    result.resize(result.size() - OffMark.size());
    return result.erase(indentation(text), 1);
}

std::string enabled(std::string_view text)
{
    const Document alone{std::string(text)};
    const std::size_t start = indentation(text);
    const std::string prefix(text.substr(start, alone.lines().front().tokens.front().range.offset - start));
    std::string result(text);
    return result.erase(start, prefix.size()).append(WasMark).append(prefix).append(1, '"');
}

std::string withoutEnabled(std::string_view text)
{
    const std::string prefix(formerPrefix(text));
    std::string result(text);
    if (prefix.empty())
        return result;
    result.resize(text.rfind(WasMark));
    return result.insert(indentation(result), prefix);
}

std::string markedAdded(std::string_view text)
{
    return std::string(text).append(AddedMark);
}

} // namespace noonmark::config
