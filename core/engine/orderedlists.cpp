// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orderedlists.h"

#include "core/engine/controlvariables.h"

#include <array>
#include <utility>

namespace noonmark::engine {

namespace {

using protocol::ControlText;

std::string numbered(const char *tag, std::size_t row)
{
    return std::string(tag) + '.' + std::to_string(row);
}

std::string flagWords(const AccessEntry &entry)
{
    static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 15> words{{
        {AccessFlag::Ignore, "ignore"},
        {AccessFlag::NoServe, "noserve"},
        {AccessFlag::NoTrust, "notrust"},
        {AccessFlag::NoQuery, "noquery"},
        {AccessFlag::NoModify, "nomodify"},
        {AccessFlag::NoPeer, "nopeer"},
        {AccessFlag::NoEpeer, "noepeer"},
        {AccessFlag::NoTrap, "notrap"},
        {AccessFlag::LowPriorityTrap, "lptrap"},
        {AccessFlag::Limited, "limited"},
        {AccessFlag::Version, "version"},
        {AccessFlag::KissOfDeath, "kod"},
        {AccessFlag::Flake, "flake"},
        {AccessFlag::MsSntp, "mssntp"},
        {AccessFlag::NoMruList, "nomrulist"},
    }};
    std::string text = entry.ntpPort ? "ntpport" : "";
    for (const auto &[flag, word] : words)
        if ((entry.flags & flag) != 0)
            text.append(text.empty() ? "" : " ").append(word);
    return text;
}

std::string accessList(const AccessTable &access)
{
    ControlText text;
    std::size_t row = 0;
    for (const Family family : {Family::V4, Family::V6}) {
        for (const AccessEntry &entry : access.entries(family)) {
            text.add(numbered("addr", row), entry.range.address().toString());
            text.add(numbered("mask", row), entry.range.mask().toString());
            text.add(numbered("hits", row), std::to_string(entry.hits));
            text.add(numbered("flags", row), flagWords(entry));
            ++row;
        }
    }
    return text.finish();
}

std::string interfaceList(const Snapshot &snapshot)
{
    ControlText text;
    std::size_t row = 0;
    for (const InterfaceFacts &facts : snapshot.io.interfaces) {
        text.addQuoted(numbered("name", row), facts.name);
        text.add(numbered("addr", row), facts.address.toString());
        text.add(numbered("bcast", row), "");
        text.add(numbered("en", row), facts.drops ? "0" : "1");
        text.add(numbered("flags", row), hexadecimal(facts.flags));
        text.add(numbered("tl", row), "0");
        text.add(numbered("mc", row), "0");
        text.add(numbered("rx", row), std::to_string(facts.received));
        text.add(numbered("tx", row), std::to_string(facts.sent));
        text.add(numbered("txerr", row), std::to_string(facts.sendFailures));
        text.add(numbered("pc", row), std::to_string(facts.peers));
        text.add(numbered("up", row), fixed(facts.uptime, 0));
        ++row;
    }
    return text.finish();
}

} // namespace

tl::expected<std::string, protocol::ControlError>
orderedList(std::string_view name, const AccessTable &access, const Snapshot &snapshot)
{
    if (name.empty() || name == "ifstats")
        return interfaceList(snapshot);
    if (name == "addr_restrictions")
        return accessList(access);
    return tl::unexpected(protocol::ControlError::UnknownVariable);
}

} // namespace noonmark::engine
