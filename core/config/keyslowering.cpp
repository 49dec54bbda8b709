// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keysfile.h"
#include "core/config/lowering.h"

#include <charconv>
#include <optional>
#include <ranges>
#include <span>
#include <string_view>

namespace noonmark::config {

namespace {

// "192.0.2.7", "192.0.2.0/24"
std::optional<AddressMask> userOf(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    if (slash == std::string_view::npos)
        return AddressMask::host(*address);
    const std::string_view digits = text.substr(slash + 1);
    unsigned length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || length > 8 * address->length())
        return std::nullopt;
    return AddressMask::prefix(*address, static_cast<int>(length));
}

std::optional<engine::SymmetricKey> keyOf(const KeyLine &line)
{
    const auto number = line.key();
    const auto type = protocol::macTypeFromName(line.type.text);
    const auto secret = secretOf(line);
    if (!number || !type || !secret || secret->empty())
        return std::nullopt;
    const auto bytes = std::as_bytes(std::span(*secret));
    engine::SymmetricKey key{static_cast<std::uint32_t>(*number), *type, {bytes.begin(), bytes.end()}, {}};
    if (!line.hosts)
        return key;
    for (const auto user : std::views::split(line.hosts->text, ',')) {
        const auto mask = userOf({user.begin(), user.end()});
        if (!mask) // a key that somebody may use only from somewhere must not become everybody's
            return std::nullopt;
        key.users.push_back(*mask);
    }
    return key;
}

} // namespace

LoweredKeys lowerKeys(const Document &keys)
{
    LoweredKeys lowered;
    for (const KeyLine &line : keyLines(keys)) {
        if (auto key = keyOf(line))
            lowered.keys.push_back(std::move(*key));
        else
            lowered.unusable.push_back(line.line);
    }
    return lowered;
}

} // namespace noonmark::config
