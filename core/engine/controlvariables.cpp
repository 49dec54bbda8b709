// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlvariables.h"

#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace noonmark::engine {

namespace {

bool isIn(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isKnown(std::span<const VariableRow> rows, const ControlSubject &subject, std::string_view name)
{
    const auto row =
        std::find_if(rows.begin(), rows.end(), [name](const VariableRow &r) { return r.name == name; });
    return row != rows.end() && (row->listing == Listing::WhereKnown || row->value(subject));
}

} // namespace

tl::expected<std::string, protocol::ControlError>
writeVariables(std::span<const VariableRow> rows, const ControlSubject &subject, std::string_view request)
{
    const auto names = protocol::parseControlNames(request);
    const auto isUnknown = [&](std::string_view name) { return !isKnown(rows, subject, name); };
    if (std::any_of(names.begin(), names.end(), isUnknown))
        return tl::unexpected(protocol::ControlError::UnknownVariable);

    protocol::ControlText text;
    for (const VariableRow &row : rows) {
        const bool isWanted = names.empty() ? row.listing != Listing::OnRequest : isIn(names, row.name);
        if (!isWanted)
            continue;
        auto value = row.value(subject);
        if (!value && !names.empty())
            value = "0";
        if (value && row.quoted)
            text.addQuoted(row.name, *value);
        else if (value)
            text.add(row.name, *value);
    }
    return text.finish();
}

std::string namesOf(std::span<const VariableRow> rows, const ControlSubject &subject)
{
    std::string list;
    for (const VariableRow &row : rows)
        if (!row.name.ends_with("_var_list") && row.value(subject))
            list.append(list.empty() ? "" : ",").append(row.name);
    return list;
}

std::string fixed(double value, int decimals)
{ // Not printf: the decimal point must not depend on the user's locale.
    constexpr double limit = 1e15;
    const double bounded = std::isnan(value) ? 0 : std::clamp(value, -limit, limit);
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), bounded, std::chars_format::fixed, decimals);
    return {text.data(), end.ptr};
}

std::string milliseconds(double seconds, int decimals)
{
    return fixed(seconds * 1e3, decimals);
}

std::string hexadecimal(std::uint64_t value)
{
    std::array<char, 20> text{'0', 'x'};
    const auto end = std::to_chars(text.data() + 2, text.data() + text.size(), value, 16);
    return {text.data(), end.ptr};
}

std::string timestamp(NtpTimestamp time)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 60; shift >= 0; shift -= 4) {
        text += digits[time.units() >> shift & 0xf];
        if (shift == 32)
            text += '.';
    }
    return text;
}

std::string refidValue(std::uint32_t refid, std::uint8_t stratum)
{
    const std::string code = protocol::refidText(refid);
    const bool isPlain =
        !code.empty() && code.size() <= 4 && code.find_first_of(",=\" ") == std::string::npos;
    if ((stratum <= 1 || stratum >= 16) && isPlain)
        return code;
    return IpAddress::v4(refid).toString();
}

std::uint16_t statusWord(const SystemSnapshot &system)
{
    return protocol::SystemStatus{system.leap, system.statusSource, system.eventCount, system.lastEvent}.word();
}

std::uint16_t statusWord(const AssociationSnapshot &association)
{
    protocol::PeerStatus status;
    status.configured = association.configured;
    status.authenticationEnabled = association.source.key != 0;
    status.authentic = association.authentic;
    // Only sends, or only stands for others: the daemons' MDF_TXONLY_MASK.
    const SourceKind kind = association.source.kind;
    status.broadcast = kind == SourceKind::Broadcast || kind == SourceKind::ManycastClient ||
                       (kind == SourceKind::Pool && association.configured);
    status.reachable = association.reach != 0;
    status.select = static_cast<std::uint8_t>(association.tally);
    status.eventCount = association.eventCount;
    status.lastEvent = association.lastEvent;
    return status.word();
}

} // namespace noonmark::engine
