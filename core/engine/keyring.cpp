// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keyring.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

bool isTrusted(const AuthenticationConfig &config, std::uint32_t number)
{
    return number != 0 &&
           std::find(config.trusted.begin(), config.trusted.end(), number) != config.trusted.end();
}

bool isCmac(const protocol::MacKey &key)
{
    return key.type() >= protocol::MacType::Aes128Cmac;
}

} // namespace

KeyRing::KeyRing(const AuthenticationConfig &config)
{
    replace(config);
}

void KeyRing::replace(const AuthenticationConfig &config)
{
    m_keys.clear();
    m_untrusted.clear();
    m_controlKey = config.controlKey;
    for (const SymmetricKey &key : config.keys) {
        if (!isTrusted(config, key.number)) {
            m_untrusted.push_back(key.number);
            continue;
        }
        if (auto made = protocol::MacKey::make(key.type, key.secret))
            m_keys.push_back({key.number, std::move(*made), key.users});
    }
    // Of two keys with one number the later counts, as in the daemons.
    std::reverse(m_keys.begin(), m_keys.end());
    std::stable_sort(m_keys.begin(), m_keys.end(),
                     [](const Key &a, const Key &b) { return a.number < b.number; });
    const auto last = std::unique(m_keys.begin(), m_keys.end(),
                                  [](const Key &a, const Key &b) { return a.number == b.number; });
    m_keys.erase(last, m_keys.end());
    m_counters.trusted = m_keys.size();
}

KeyState KeyRing::stateOf(std::uint32_t number) const
{
    if (number == 0)
        return KeyState::NotNeeded;
    if (std::ranges::binary_search(m_keys, number, {}, &Key::number))
        return KeyState::Ready;
    const bool isKnown = std::ranges::find(m_untrusted, number) != m_untrusted.end();
    return isKnown ? KeyState::Untrusted : KeyState::Missing;
}

KeyRing::Key *KeyRing::find(std::uint32_t number)
{
    ++m_counters.lookups;
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), number,
                                        [](const Key &key, std::uint32_t n) { return key.number < n; });
    if (found != m_keys.end() && found->number == number)
        return &*found;
    ++m_counters.notFound;
    return nullptr;
}

std::uint32_t KeyRing::verify(Bytes message, Bytes mac, const IpAddress &user)
{
    ByteReader reader(mac);
    const std::uint32_t number = reader.u32();
    Key *key = reader.ok() ? find(number) : nullptr;
    if (key == nullptr)
        return 0;
    const bool isUser =
        key->users.empty() || std::any_of(key->users.begin(), key->users.end(),
                                          [&](const AddressMask &mask) { return mask.contains(user); });
    if (!isUser)
        return 0;
    const bool good = key->mac.verifies(message, reader.rest());
    ++(isCmac(key->mac) ? m_counters.cmacsChecked : m_counters.digestsChecked);
    if (!good)
        ++(isCmac(key->mac) ? m_counters.cmacsFailed : m_counters.digestsFailed);
    return good ? number : 0;
}

std::size_t KeyRing::sign(std::uint32_t number, MutableBytes packet, std::size_t length, bool whole)
{
    Key *key = find(number);
    if (key == nullptr || packet.size() < length + protocol::KeyNumberSize + key->mac.digestSize(whole))
        return 0;
    const protocol::Digest digest = key->mac.digest(packet.first(length), whole);
    ++(isCmac(key->mac) ? m_counters.cmacsMade : m_counters.digestsMade);
    if (digest.size == 0)
        return 0;
    ByteWriter writer(packet.subspan(length));
    writer.u32(number);
    writer.put(digest.view());
    return length + writer.size();
}

} // namespace noonmark::engine
