// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlnonce.h"

#include <array>
#include <charconv>

namespace noonmark::engine {

namespace {

constexpr double ValidSeconds = 16;
constexpr std::size_t TimeDigits = 16;
constexpr std::size_t ProofBytes = 4;

void appendHex(std::string &text, Bytes bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (const std::byte b : bytes) {
        text += digits[std::to_integer<unsigned>(b) >> 4];
        text += digits[std::to_integer<unsigned>(b) & 0xf];
    }
}

} // namespace

ControlNonce::ControlNonce(Random random)
{
    std::array<std::byte, 32> secret{};
    ByteWriter writer(secret);
    while (writer.size() < secret.size())
        writer.u64(random.next64());
    if (auto key = protocol::MacKey::make(protocol::MacType::Sha256, secret))
        m_secret = std::move(*key);
}

std::string ControlNonce::make(const Endpoint &asker, NtpTimestamp now)
{
    return nonceAt(asker, now);
}

bool ControlNonce::accepts(std::string_view nonce, const Endpoint &asker, NtpTimestamp now)
{
    if (!m_secret || nonce.size() != TimeDigits + 2 * ProofBytes)
        return false;
    std::uint64_t units = 0;
    const char *end = nonce.data() + TimeDigits;
    if (const auto [stop, error] = std::from_chars(nonce.data(), end, units, 16);
        stop != end || error != std::errc())
        return false;
    const NtpTimestamp made = NtpTimestamp::fromUnits(units);
    const double age = (now - made).toSeconds();
    if (age < 0 || age >= ValidSeconds)
        return false;
    const std::string genuine = nonceAt(asker, made);
    return protocol::sameDigest(std::as_bytes(std::span(genuine)), std::as_bytes(std::span(nonce)));
}

std::string ControlNonce::nonceAt(const Endpoint &asker, NtpTimestamp time)
{
    if (!m_secret)
        return {};
    std::array<std::byte, 8 + 16 + 2> bound{};
    ByteWriter writer(bound);
    writer.u64(time.units());
    for (const std::uint8_t octet : asker.address.bytes())
        writer.u8(octet);
    writer.u16(asker.port);
    const protocol::Digest proof = m_secret->digest(bound);
    std::string text;
    appendHex(text, Bytes(bound).first(8));
    appendHex(text, proof.view().first(ProofBytes));
    return text;
}

} // namespace noonmark::engine
