// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefix.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace noonmark {

// Listen: serve there. Drop: hold the port, and look at nothing that comes. Ignore: do not even open it.
enum class InterfaceAction : std::uint8_t
{
    Listen,
    Ignore,
    Drop
};

// One `interface` or `nic` line, or one -I.
struct InterfaceRule
{
    enum class Of : std::uint8_t
    {
        All,
        V4,
        V6,
        Wildcard,
        Name,
        Address
    };

    InterfaceAction action = InterfaceAction::Listen;
    Of of = Of::All;
    std::string name; // of the interface
    AddressMask addresses;

    // "ignore" "10.0.0.0/8"; a length that is too large is clamped, as the daemons do. Absent: no such
    // action.
    [[nodiscard]] static std::optional<InterfaceRule> read(std::string_view action, std::string_view target);
    // Listen there: an address, or an interface.
    [[nodiscard]] static InterfaceRule listenAt(std::string_view target);

    friend bool operator==(const InterfaceRule &, const InterfaceRule &) = default;
};

// A place where this host can be reached.
struct LocalPlace
{
    std::string interface;
    IpAddress address;
    bool isLoopback = false; // the interface is
};

// What the daemons do at a place: the last rule that fits decides. With any rule at all a place that none
// fits is ignored; but loopback interfaces are listened to unless a rule means them by name, address or
// family, and `all` does not mean them. Without rules everything is listened to. The unspecified address
// stands for the wildcard socket.
[[nodiscard]] InterfaceAction actionAt(std::span<const InterfaceRule> rules, const LocalPlace &place);

} // namespace noonmark
