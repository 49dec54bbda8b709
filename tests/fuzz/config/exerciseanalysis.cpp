// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "core/config/accessranges.h"
#include "core/config/filetree.h"
#include "core/config/keysfile.h"
#include "core/config/reading.h"
#include "core/config/safefixes.h"
#include "tests/fuzz/config/exercise.h"

#include <algorithm>
#include <array>

namespace noonmark::config::fuzz {

namespace {

constexpr std::array Rights{Right::GetTime, Right::Query, Right::Modify, Right::Peer, Right::ReadClients};

std::string readAll(const Document &document, Dialect dialect, Random & /*random*/)
{
    const std::vector<LineReading> all = readings(document, dialect);
    if (all.size() != document.lines().size())
        return "not every line has a reading";
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].line != document.lines()[i].number)
            return "a reading belongs to another line";
    }
    return {};
}

// An address near to where the entries of a list end and begin.
IpAddress nearSomeEntry(const AccessTable &table, Random &random)
{
    const auto &entries = table.entries(random.below(2) == 0 ? Family::V4 : Family::V6);
    const AddressMask &range = entries[random.below(static_cast<std::uint32_t>(entries.size()))].range;
    auto bytes = range.address().bytes();
    const std::uint32_t bit = random.below(static_cast<std::uint32_t>(8 * range.address().length()));
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (0x80U >> (bit % 8)));
    if (!range.address().isV4())
        return IpAddress::v6(bytes);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | bytes[i];
    return IpAddress::v4(value);
}

std::string compareRanges(const Document &document, Dialect dialect, Random &random)
{
    const AccessTable table = accessTableWithSources(document, dialect);
    const Right right = Rights.at(random.below(Rights.size()));
    const std::uint16_t port = random.below(2) == 0 ? 123 : 40000;
    const AccessRanges found = rangesThatMay(table, right, port);
    if (!found.exact)
        return {};
    for (int i = 0; i < 20; ++i) {
        const IpAddress host = nearSomeEntry(table, random);
        const bool listed =
            std::ranges::any_of(found.ranges, [&](const AddressMask &range) { return range.contains(host); });
        if (listed != grants(table.match(host, port), right, dialect))
            return "the ranges that may do something are not those of the list";
    }
    return {};
}

std::string mendSafely(const Document &document, Dialect dialect, Random & /*random*/)
{
    constexpr int Patience = 20; // each time uncovers what the words that were put right had hidden
    Document mended = document;
    for (int i = 0; i < Patience; ++i) {
        Document next = withSafeFixes(mended, dialect);
        if (next == mended)
            return {};
        mended = std::move(next);
    }
    return "safe fixes have no end";
}

// The bytes as a keys file.
std::string readKeys(const Document &document, Dialect /*dialect*/, Random &random)
{
    for (const KeyLine &line : keyLines(document)) {
        for (const KeyField *field : {&line.number, &line.type, &line.value}) {
            if (field->range.end() > document.bytes().size())
                return "a field of a key lies outside the file";
        }
        Document copy = document;
        copy.apply(setKeyComment(document, line, "who"));
    }
    for (const Diagnostic &finding : checkKeys(document)) {
        if (finding.range.end() > document.bytes().size())
            return "a finding about keys points outside the file";
        for (const Fix &fix : finding.fixes) {
            Document copy = document;
            copy.apply(fix.edits);
        }
    }
    Document copy = document;
    const int number = freeKeyNumber(document);
    copy.apply(addKey(document, newKeyLine(number, keyTypes().front(), random)));
    const auto isNew = [number](const KeyLine &line) { return line.key() == number; };
    const auto lines = keyLines(copy);
    const bool full = number < 1 || number > 65535;
    return full || std::ranges::any_of(lines, isNew) ? "" : "a new key is not in its file";
}

// A file whose includes all lead into it again, or into nothing.
std::string readTree(const Document &document, Dialect dialect, Random &random)
{
    const bool itself = random.below(2) == 0;
    const FileTree tree("/etc/ntp.conf", document, dialect, [&](const std::string &path) {
        PathContents contents;
        contents.kind = itself ? PathContents::Kind::File : PathContents::Kind::Missing;
        contents.bytes = document.bytes();
        contents.truePath = path.size() % 2 == 0 ? "/etc/ntp.conf" : path;
        return contents;
    });
    for (const FileDiagnostic &found : check(tree)) {
        const auto &files = tree.files();
        if (found.file >= files.size() ||
            found.diagnostic.range.end() > files[found.file].document.bytes().size())
            return "a finding points outside its file";
    }
    return {};
}

} // namespace

std::span<const Part> analyses()
{
    static constexpr std::array<Part, 5> All = {readAll, compareRanges, mendSafely, readKeys, readTree};
    return All;
}

} // namespace noonmark::config::fuzz
