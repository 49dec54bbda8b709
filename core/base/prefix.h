// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"

#include <compare>
#include <optional>
#include <string>

namespace noonmark {

// A set of addresses as ntp.conf writes it: an address and a mask, which need not be contiguous. The address is kept
// ANDed with the mask, as both daemons do, so two spellings of one network are equal.
class AddressMask
{
public:
    AddressMask() = default;
    AddressMask(const IpAddress &address, const IpAddress &mask);   // both of one family
    static AddressMask host(const IpAddress &address);
    static AddressMask everything(Family family);
    static AddressMask prefix(const IpAddress &address, int length);
    // The mask of a prefix length: 24 -> 255.255.255.0.
    static IpAddress maskOf(Family family, int length);

    [[nodiscard]] const IpAddress &address() const { return m_address; }
    [[nodiscard]] const IpAddress &mask() const { return m_mask; }
    [[nodiscard]] Family family() const { return m_address.family(); }
    [[nodiscard]] bool contains(const IpAddress &address) const;
    [[nodiscard]] bool contains(const AddressMask &other) const;   // every address of `other` is in here
    [[nodiscard]] bool intersects(const AddressMask &other) const;
    [[nodiscard]] bool isHost() const;
    [[nodiscard]] bool isEverything() const;
    [[nodiscard]] std::optional<int> prefixLength() const;         // absent if the mask has holes
    [[nodiscard]] std::string toString() const;   // "default v4" is "0.0.0.0/0"; with holes "a mask m"

    friend auto operator<=>(const AddressMask &, const AddressMask &) = default;

private:
    IpAddress m_address;
    IpAddress m_mask;
};

} // namespace noonmark
