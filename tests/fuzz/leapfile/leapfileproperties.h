// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/engine/leapfile.h"
#include "core/engine/leapsecond.h"
#include "core/engine/leapsmear.h"

#include <algorithm>
#include <cmath>
#include <string>

// What must hold of a list of leap seconds, whatever its bytes are; nullptr, or the property that does not.
inline const char *brokenLeapUse(const noonmark::engine::LeapTable &table)
{
    using namespace noonmark;
    engine::EngineConfig config;
    config.leaps = table;
    config.leapSmearInterval = 86'400;
    engine::LeapSmear smear(config);
    for (const engine::LeapTable::Change &change : table.changes) {
        const NtpTimestamp at = NtpTimestamp::fromUnits(static_cast<std::uint64_t>(change.at) << 32);
        for (const double before : {86'401.0, 43'200.0, 1.0, 0.0, -1.0, -3.0}) {
            const NtpTimestamp wall = at - NtpDuration::seconds(before);
            const auto announced = engine::leapByTable(table, wall);
            if (announced && *announced > 2)
                return "a day has one leap second, or none";
            const auto spread = smear.at(wall);
            if (spread && !(spread->magnitude() <= NtpDuration::seconds(1)))
                return "a smear spreads no more than a second";
        }
        smear.clockStepped(at);
    }
    return nullptr;
}

inline const char *brokenLeapFileProperty(noonmark::Bytes bytes)
{
    using namespace noonmark::engine;
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const auto file = readLeapFile(text);
    if (!file)
        return nullptr;
    const auto &changes = file->table.changes;
    if (changes.empty() || file->table.expires <= 0)
        return "a list has changes and an end";
    for (std::size_t i = 1; i < changes.size(); ++i)
        if (changes[i].at <= changes[i - 1].at)
            return "the changes are in order";
    if (file->digits.size() > text.size() ||
        file->digits.find_first_not_of("0123456789") != std::string::npos)
        return "what is hashed are digits of the file";
    std::string again = "#@ " + std::to_string(file->table.expires) + '\n';
    for (const LeapTable::Change &change : changes)
        again += std::to_string(change.at) + '\t' + std::to_string(change.taiMinusUtc) + '\n';
    const auto reread = readLeapFile(again);
    if (!reread || reread->table != file->table)
        return "what is written from a list is the same list";
    return brokenLeapUse(file->table);
}
