// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/restrictline.h"

#include "core/config/directives.h"
#include "core/config/edits.h"
#include "core/config/statement.h"

#include <charconv>

namespace noonmark::ui {

namespace {

using Target = config::RestrictStatement::Target;

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// "192.168.31.0/24" if that says the same as address and mask.
std::string prefixed(const IpAddress &address, const IpAddress &mask)
{
    const auto length = AddressMask(address, mask).prefixLength();
    return length ? address.toString() + "/" + std::to_string(*length) : std::string();
}

RestrictLine::Whom whomOf(const config::RestrictStatement &statement)
{
    if (statement.target == Target::Source)
        return RestrictLine::Whom::Sources;
    if (statement.target != Target::Default)
        return RestrictLine::Whom::Addresses;
    if (!statement.family)
        return RestrictLine::Whom::Everybody;
    return statement.family == Family::V4 ? RestrictLine::Whom::EverybodyV4 : RestrictLine::Whom::EverybodyV6;
}

std::string addressText(const RestrictLine &line)
{
    const std::size_t slash = line.address.find('/');
    const auto address = IpAddress::parse(line.address.substr(0, slash));
    const auto length = slash == std::string::npos ? std::nullopt : number(line.address.substr(slash + 1));
    if (!address || !length || *length < 0 || *length > static_cast<int>(address->length() * 8))
        return config::quoted(line.address) + (line.mask.empty() ? "" : " mask " + line.mask);
    if (*length == static_cast<int>(address->length() * 8))
        return address->toString();
    return address->toString() + " mask " + AddressMask::maskOf(address->family(), *length).toString();
}

} // namespace

std::optional<RestrictLine> readRestrictLine(const config::Line &line, Dialect dialect)
{
    const auto statement = config::readRestrict(line, dialect);
    if (!statement || statement->unrestrict)
        return std::nullopt;
    RestrictLine read;
    read.whom = whomOf(*statement);
    read.flags = statement->flags;
    read.ntpPort = statement->ntpPort;
    read.ipPeerLimit = statement->ipPeerLimit;
    if (read.whom != RestrictLine::Whom::Addresses)
        return read;
    read.address = statement->address;
    read.mask = statement->mask;
    const auto address = IpAddress::parse(read.address);
    const auto mask = IpAddress::parse(read.mask);
    if (address && mask && address->family() == mask->family()) {
        if (std::string network = prefixed(*address, *mask); !network.empty()) {
            read.address = std::move(network);
            read.mask.clear();
        }
    }
    return read;
}

std::string toText(const RestrictLine &line)
{
    std::string text = "restrict ";
    switch (line.whom) {
    case RestrictLine::Whom::Everybody:
        text += "default";
        break;
    case RestrictLine::Whom::EverybodyV4:
        text += "-4 default";
        break;
    case RestrictLine::Whom::EverybodyV6:
        text += "-6 default";
        break;
    case RestrictLine::Whom::Sources:
        text += "source";
        break;
    case RestrictLine::Whom::Addresses:
        text += addressText(line);
        break;
    }
    if (line.ipPeerLimit)
        text += " ippeerlimit " + std::to_string(*line.ipPeerLimit);
    for (const auto name : config::accessFlagNames(line.flags))
        text.append(" ").append(name);
    if (line.ntpPort)
        text += " ntpport";
    return text;
}

std::vector<std::uint32_t> offeredFlags(Dialect dialect)
{
    using namespace AccessFlag;
    std::vector<std::uint32_t> flags{NoModify,  NoQuery, Limited, KissOfDeath, NoServe, NoTrust,
                                     NoMruList, Ignore,  Version, NoPeer,      NoTrap};
    // ntpsec accepts nopeer and notrap and does nothing with them.
    if (dialect == Dialect::Ntpsec)
        flags.resize(flags.size() - 2);
    else
        flags.push_back(NoEpeer);
    return flags;
}

} // namespace noonmark::ui
