// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

// Message authentication codes of NTP and mode 6: a key number and a digest behind the packet (RFC 5905,
// section 7.3; RFC 8573 for AES-CMAC).
namespace noonmark::protocol {

enum class MacType : std::uint8_t
{
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
    Aes128Cmac,
    Aes192Cmac,
    Aes256Cmac
};

// The names of ntp.keys in any case: "MD5" and whatever begins with M, "SHA1", "SHA-256", "AES",
// "AES128CMAC"...
[[nodiscard]] std::optional<MacType> macTypeFromName(std::string_view name);
[[nodiscard]] std::string_view macTypeName(MacType type);

inline constexpr std::size_t KeyNumberSize = 4;
inline constexpr std::size_t LongestDigest =
    20; // longer ones are cut in version 4, or they would look like extension fields
inline constexpr std::size_t LongestWholeDigest = 64;
inline constexpr std::size_t LongestMac = KeyNumberSize + LongestDigest;
inline constexpr std::size_t LongestWholeMac = KeyNumberSize + LongestWholeDigest;

// A digest's bytes; size 0 means that the library refused.
struct Digest
{
    std::array<std::byte, LongestWholeDigest> bytes{};
    std::size_t size = 0;

    [[nodiscard]] Bytes view() const { return Bytes(bytes).first(size); }
};

// Equal or not in a time that tells nothing about where they differ (CVE-2016-1550).
[[nodiscard]] bool sameDigest(Bytes a, Bytes b);

// One key made ready: afterwards a digest costs no allocation and no key schedule. Not for use by two threads
// at a time.
class MacKey
{
public:
    // A CMAC key of the wrong length is cut or filled up with zeros, as both daemons do. Unsupported if this
    // OpenSSL does not know the type (a FIPS build has no MD5).
    static Result<MacKey> make(MacType type, Bytes secret);
    ~MacKey();
    MacKey(MacKey &&) noexcept;
    MacKey &operator=(MacKey &&) noexcept;

    [[nodiscard]] MacType type() const;
    // Cut to LongestDigest unless the whole is asked for, as chrony sends it in version 3.
    [[nodiscard]] std::size_t digestSize(bool whole = false) const;
    [[nodiscard]] Digest digest(Bytes message, bool whole = false);
    [[nodiscard]] bool verifies(Bytes message, Bytes digest);

private:
    struct State;
    explicit MacKey(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace noonmark::protocol
