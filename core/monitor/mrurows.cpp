// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/mrurows.h"

#include "core/base/accesstable.h"
#include "core/protocol/control.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace noonmark::monitor {

namespace {

// An honest answer of 64 KiB has some 400 rows; a number beyond this is somebody's attempt on our memory.
constexpr std::size_t MostRows = 2048;
constexpr std::size_t MostAnchors = 16;
constexpr double LargestScore = 1e9;

template <typename Number> bool readInteger(std::string_view text, Number &number)
{
    const bool isHexadecimal = text.starts_with("0x");
    if (isHexadecimal)
        text.remove_prefix(2);
    Number value = 0;
    const auto parsed =
        std::from_chars(text.data(), text.data() + text.size(), value, isHexadecimal ? 16 : 10);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return false;
    number = value;
    return true;
}

// "0xeeaa82a3.5d78a352"
std::optional<NtpTimestamp> readTimestamp(std::string_view text)
{
    constexpr std::size_t length = 19;
    std::uint32_t seconds = 0;
    std::uint32_t fraction = 0;
    if (text.size() != length || text[10] != '.' || !readInteger(text.substr(0, 10), seconds) ||
        !readInteger("0x" + std::string(text.substr(11)), fraction))
        return std::nullopt;
    return NtpTimestamp::fromUnits(std::uint64_t{seconds} << 32 | fraction);
}

std::string timestampText(NtpTimestamp time)
{
    char text[24];
    std::snprintf(text, sizeof text, "0x%08x.%08x", static_cast<unsigned>(time.units() >> 32),
                  static_cast<unsigned>(time.units() & 0xffffffff));
    return text;
}

std::optional<double> readScore(std::string_view text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return isWhole && std::fabs(value) <= LargestScore ? std::optional(value) : std::nullopt;
}

void readTimes(std::string_view tag, std::string_view value, MruRow &row)
{
    if (tag == "last")
        row.last = readTimestamp(value).value_or(NtpTimestamp());
    else if (tag == "first")
        row.first = readTimestamp(value).value_or(NtpTimestamp());
}

void readField(std::string_view tag, std::string_view value, MruRow &row)
{
    constexpr std::uint32_t modeMask = 7;
    if (tag == "addr") {
        row.remote = Endpoint::parse(value).value_or(Endpoint());
    } else if (tag == "ct") {
        readInteger(value, row.count);
    } else if (tag == "rs") {
        readInteger(value, row.restrictions);
    } else if (std::uint8_t both = 0; tag == "mv" && readInteger(value, both)) {
        row.mode = both & modeMask;
        row.version = static_cast<std::uint8_t>(both >> 3 & modeMask);
    } else if (std::uint64_t dropped = 0; tag == "dr" && readInteger(value, dropped)) {
        row.dropped = dropped;
    } else if (tag == "sc") {
        row.score = readScore(value);
    } else {
        readTimes(tag, value, row);
    }
}

} // namespace

MruAnswer parseMruAnswer(std::string_view text)
{
    MruAnswer answer;
    std::vector<MruRow> rows;
    for (const auto &[name, value] : protocol::parseControlVariables(text)) {
        if (name == "nonce")
            answer.nonce = value;
        else if (name == "now")
            answer.now = readTimestamp(value);
        // Up to the last point: the decoy names that ntpd mixes in may contain some themselves.
        const std::size_t point = name.rfind('.');
        std::size_t index = MostRows;
        if (point == std::string::npos || !readInteger(std::string_view(name).substr(point + 1), index) ||
            index >= MostRows)
            continue;
        if (rows.size() <= index)
            rows.resize(index + 1);
        readField(std::string_view(name).substr(0, point), value, rows[index]);
    }
    for (MruRow &row : rows)
        if (row.remote.port != 0 || !row.remote.address.isUnspecified())
            answer.rows.push_back(row);
    return answer;
}

std::string mruQuestionText(const MruQuestion &question)
{
    std::string text = "nonce=" + question.nonce + ", frags=" + std::to_string(question.fragments);
    std::size_t number = 0;
    for (const MruRow &anchor : question.anchors) {
        const std::string suffix = '.' + std::to_string(number) + '=';
        const std::string more =
            ", addr" + suffix + anchor.remote.toString() + ", last" + suffix + timestampText(anchor.last);
        if (++number > MostAnchors || text.size() + more.size() > protocol::ControlFragmentSize)
            break;
        text += more;
    }
    return text;
}

std::optional<double> averageInterval(const MruRow &row)
{
    const double time = (row.last - row.first).toSeconds();
    if (row.count < 2 || row.last.isZero() || row.first.isZero() || time < 0)
        return std::nullopt;
    return time / static_cast<double>(row.count - 1);
}

char restrictionSign(std::uint32_t restrictions)
{
    if ((restrictions & AccessFlag::KissOfDeath) != 0)
        return 'K';
    return (restrictions & AccessFlag::Limited) != 0 ? 'L' : '.';
}

} // namespace noonmark::monitor
