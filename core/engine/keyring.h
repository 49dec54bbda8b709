// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engineconfig.h"
#include "core/engine/observation.h"

#include <vector>

namespace noonmark::engine {

// The trusted keys, ready to use.
class KeyRing
{
public:
    explicit KeyRing(const AuthenticationConfig &config);

    // The same ring with other keys: it goes on counting.
    void replace(const AuthenticationConfig &config);

    // The number of the key that signed, or 0: no such trusted key, not for this host, or another digest.
    // `mac` is key number and digest as they arrived; only a whole digest counts (CVE-2015-1798).
    [[nodiscard]] std::uint32_t verify(Bytes message, Bytes mac, const IpAddress &user);
    // Appends key number and digest of the first `length` bytes. The new length, or 0: no such key, or no
    // room.
    [[nodiscard]] std::size_t sign(std::uint32_t number, MutableBytes packet, std::size_t length,
                                   bool whole = false);

    // Whether packets can be signed with it; 0 is no key.
    [[nodiscard]] KeyState stateOf(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t controlKey() const { return m_controlKey; }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    [[nodiscard]] const KeyCounters &counters() const { return m_counters; }

private:
    struct Key
    {
        std::uint32_t number;
        protocol::MacKey mac;
        std::vector<AddressMask> users;
    };

    [[nodiscard]] Key *find(std::uint32_t number);

    std::vector<Key> m_keys; // sorted by number
    std::vector<std::uint32_t> m_untrusted; // of the file, which no `trustedkey` names
    std::uint32_t m_controlKey = 0;
    KeyCounters m_counters;
};

} // namespace noonmark::engine
