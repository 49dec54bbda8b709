// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/controlresponder.h"
#include "core/protocol/control.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

// The variables that mode 6 can read, as tables: a name, how its value is made, and whether it is in the
// answer to an empty request. The tables know the names of both daemon families, because one unknown name
// fails a whole request.
namespace noonmark::engine {

// What a value may be made from. `association` is set for peer and clock variables only.
struct ControlSubject
{
    const Snapshot &snapshot;
    const DaemonFacts &facts;
    const AssociationSnapshot *association = nullptr;
};

enum class Listing : std::uint8_t
{
    Default,
    WhereKnown, // as Default while there is a value; who asks by name is told 0 without one
    OnRequest
};

struct VariableRow
{
    std::string_view name;
    Listing listing;
    bool quoted;
    // nullopt: this subject has no such variable, so it is left out of lists and unknown when named.
    std::optional<std::string> (*value)(const ControlSubject &);
};

[[nodiscard]] std::span<const VariableRow> systemVariables();
[[nodiscard]] std::span<const VariableRow> peerVariables();
[[nodiscard]] std::span<const VariableRow> clockVariables();

// The text for a request, in the table's order; UnknownVariable if one name is not there.
[[nodiscard]] tl::expected<std::string, protocol::ControlError>
writeVariables(std::span<const VariableRow> rows, const ControlSubject &subject, std::string_view request);

// What `sys_var_list` and its like show: every name that can be asked for.
[[nodiscard]] std::string namesOf(std::span<const VariableRow> rows, const ControlSubject &subject);

// Values as both families write them, the same in every locale.
[[nodiscard]] std::string fixed(double value, int decimals);
[[nodiscard]] std::string milliseconds(double seconds, int decimals = 3);
[[nodiscard]] std::string hexadecimal(std::uint64_t value);
[[nodiscard]] std::string timestamp(NtpTimestamp time);
// 127.127.1.u for the local clock, which has no address of its own.
[[nodiscard]] Endpoint remoteOf(const AssociationSnapshot &association);
// A code below stratum 2 and when unsynchronised, an address between; without characters that end a value.
[[nodiscard]] std::string refidValue(std::uint32_t refid, std::uint8_t stratum);

[[nodiscard]] std::uint16_t statusWord(const SystemSnapshot &system);
[[nodiscard]] std::uint16_t statusWord(const AssociationSnapshot &association);

} // namespace noonmark::engine
