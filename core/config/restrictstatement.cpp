// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/optionreader.h"
#include "core/config/restrictaddress.h"
#include "core/config/statement.h"

#include <cstdlib>

namespace noonmark::config {

namespace {

using Target = RestrictStatement::Target;

enum class Head : unsigned char
{
    Read,
    Broken
};

Head readMask(TokenCursor &cursor, RestrictStatement &statement)
{ // ntpsec's grammar knows no mask behind -4 and -6, so the word is left to the flags, which do not know it
  // either.
    const bool allowed = cursor.dialect != Dialect::Ntpsec || !statement.family;
    if (!allowed || !cursor.isKeyword("mask"))
        return Head::Read;
    ++cursor.at;
    if (!cursor.is(Lexeme::String))
        return Head::Broken;
    statement.mask = cursor.token().text;
    ++cursor.at;
    return Head::Read;
}

Head readPeerLimit(TokenCursor &cursor, RestrictStatement &statement)
{
    if (!cursor.isKeyword("ippeerlimit"))
        return Head::Read;
    ++cursor.at;
    if (!cursor.is(Lexeme::Integer))
        return Head::Broken;
    constexpr int Lowest = -1;
    constexpr int Highest = 100;
    const std::string &text = cursor.token().text;
    const int value = text.size() < 10 ? std::atoi(text.c_str()) : Highest + 1;
    // Beyond the limits the daemon goes on with 0: no association at all.
    statement.ipPeerLimit = value < Lowest || value > Highest ? 0 : value;
    ++cursor.at;
    return Head::Read;
}

// All up to the flags. The cursor stands behind it, or at the word that broke it.
Head readHead(TokenCursor &cursor, RestrictStatement &statement)
{
    statement.family = takeFamily(cursor);
    if (cursor.isKeyword("default")) {
        statement.target = Target::Default;
    } else if (cursor.isKeyword("source") && !statement.family) {
        statement.target = Target::Source;
    } else if (!cursor.is(Lexeme::String)) {
        return Head::Broken;
    }
    statement.address = cursor.token().text;
    ++cursor.at;
    if (statement.target == Target::Invalid && readMask(cursor, statement) == Head::Broken)
        return Head::Broken;
    return readPeerLimit(cursor, statement);
}

const DirectiveSpec &flagTable()
{ // mask and ippeerlimit lead the table of options; among the flags they are bad words.
    static const DirectiveSpec flags = [] {
        DirectiveSpec spec = *findDirective("restrict");
        constexpr std::size_t HeadOptions = 2;
        spec.options = spec.options.subspan(HeadOptions);
        return spec;
    }();
    return flags;
}

std::uint32_t bitOf(const Option &flag, Dialect dialect)
{ // ntpsec accepts these two, says "ignored", and means it.
    const bool empty = dialect == Dialect::Ntpsec && (flag.name == "nopeer" || flag.name == "notrap");
    return empty ? 0 : accessFlag(flag.name);
}

// False if an unfinished pair of words makes the daemon drop the whole line.
bool readFlags(TokenCursor &cursor, RestrictStatement &statement)
{
    OptionReading reading = readOptions(cursor, flagTable(), Integers::Signed);
    if (reading.end != OptionsEnd::Line)
        statement.stoppedAt = cursor.at;
    if (reading.end == OptionsEnd::UnfinishedPair)
        return false;
    for (const Option &flag : reading.options) {
        statement.flags |= bitOf(flag, cursor.dialect);
        statement.ntpPort = statement.ntpPort || flag.name == "ntpport";
    }
    statement.flagWords = std::move(reading.options);
    return true;
}

void resolveTarget(RestrictStatement &statement, Dialect dialect)
{
    if (statement.target == Target::Source)
        return;
    if (statement.target == Target::Default) {
        if (statement.family != Family::V6)
            statement.ranges.push_back(AddressMask::everything(Family::V4));
        if (statement.family != Family::V4)
            statement.ranges.push_back(AddressMask::everything(Family::V6));
        return;
    }
    const RestrictAddress found = restrictAddress(statement, dialect);
    statement.target = found.target;
    if (found.range)
        statement.ranges.push_back(*found.range);
}

} // namespace

std::optional<RestrictStatement> readRestrict(const Line &line, Dialect dialect)
{
    if (!isStatement(line) || (line.keyword() != "restrict" && line.keyword() != "unrestrict"))
        return std::nullopt;
    RestrictStatement statement;
    statement.unrestrict = line.keyword() == "unrestrict";
    if (statement.unrestrict && dialect == Dialect::Ntpd)
        return std::nullopt;
    TokenCursor cursor(line, dialect);
    if (readHead(cursor, statement) == Head::Broken) {
        statement.target = Target::Invalid;
        statement.stoppedAt = cursor.at;
        return statement;
    }
    if (readFlags(cursor, statement))
        resolveTarget(statement, dialect);
    else
        statement.target = Target::Invalid;
    return statement;
}

} // namespace noonmark::config
