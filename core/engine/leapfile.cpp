// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapfile.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace noonmark::engine {

namespace {

// What no list will ever hold, and no calculation with it has to bear: later than the year 4000, or hours.
constexpr std::int64_t LastMoment = std::int64_t{1} << 36;
constexpr int LargestDifference = 10'000;

bool isMoment(std::int64_t seconds)
{
    return seconds > 0 && seconds < LastMoment;
}

std::string_view nextWord(std::string_view &text)
{
    const std::size_t start = std::min(text.find_first_not_of(" \t\r"), text.size());
    text.remove_prefix(start);
    const std::size_t length = std::min(text.find_first_of(" \t\r"), text.size());
    const std::string_view word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
}

template <typename Number> std::optional<Number> numberOf(std::string_view word, int base = 10)
{
    if (word.starts_with('-')) // "-0" is within all limits, but what is hashed are digits
        return std::nullopt;
    Number value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, base);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

class Reader
{
public:
    [[nodiscard]] std::optional<LeapFile> read(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            if (!readLine(text.substr(0, end)))
                return std::nullopt;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (m_file.table.changes.empty() || m_file.table.expires == 0)
            return std::nullopt;
        return std::move(m_file);
    }

private:
    // "#$" last change, "#@" expiry, "#h" hash, "#" comment; the others are moment and difference.
    bool readLine(std::string_view line)
    {
        if (line.starts_with("#$") || line.starts_with("#@"))
            return readDate(line.substr(2), line[1] == '@');
        if (line.starts_with("#h"))
            return readHash(line.substr(2));
        if (line.starts_with('#'))
            return true;
        const std::string_view moment = nextWord(line);
        return moment.empty() || readChange(moment, nextWord(line));
    }

    bool readDate(std::string_view rest, bool isExpiry)
    {
        const std::string_view word = nextWord(rest);
        const auto date = numberOf<std::int64_t>(word);
        if (!date || !isMoment(*date))
            return false;
        m_file.digits += word;
        if (isExpiry)
            m_file.table.expires = *date;
        return true;
    }

    bool readHash(std::string_view rest)
    {
        std::array<std::uint32_t, 5> hash{};
        for (std::uint32_t &part : hash) {
            const auto number = numberOf<std::uint32_t>(nextWord(rest), 16);
            if (!number)
                return false;
            part = *number;
        }
        m_file.hash = hash;
        return true;
    }

    bool readChange(std::string_view moment, std::string_view difference)
    {
        const auto at = numberOf<std::int64_t>(moment);
        const auto tai = numberOf<int>(difference);
        auto &changes = m_file.table.changes;
        const bool isSane = at && tai && isMoment(*at) && *tai >= 0 && *tai <= LargestDifference;
        if (!isSane || (!changes.empty() && *at <= changes.back().at))
            return false;
        m_file.digits.append(moment).append(difference);
        changes.push_back({*at, *tai});
        return true;
    }

    LeapFile m_file;
};

} // namespace

std::optional<LeapFile> readLeapFile(std::string_view text)
{
    return Reader().read(text);
}

} // namespace noonmark::engine
