// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statisticsplan.h"
#include "core/config/statement.h"
#include "core/engine/engineconfig.h"

#include <string>
#include <vector>

namespace noonmark::config {

// A line of the file that our engine does not act on yet.
struct NotHonoured
{
    int line = 0;
    std::string word;
};

// What a file means for our own engine, and for the daemon around it.
struct Lowered
{
    engine::EngineConfig engine;
    std::string driftFile;              // "" = none
    std::string logFile;
    std::string pidFile;
    std::string keysFile; // what lowerKeys() makes of it belongs into engine.authentication.keys
    std::string leapFile;               // likewise, into engine.leaps
    bool checksLeapFile = true;         // a file with a wrong hash is not used
    StatisticsPlan statistics;
    std::optional<std::uint32_t> logMask; // `logconfig`, of LogBit; nothing: everything is told
    std::vector<NotHonoured> notHonoured;
};

// Reads a file the way the daemons do: valid prefixes of lines count, the rest is skipped. Never fails.
[[nodiscard]] Lowered lower(const Document &document, Dialect dialect = Dialect::Noonmark);
// Of that only what the engine does not act on. Long files are mostly `restrict`, which who asks has read already.
[[nodiscard]] std::vector<NotHonoured> notHonouredBesideRestrict(const std::vector<const Line *> &lines,
                                                                 Dialect dialect);
[[nodiscard]] std::vector<std::string> notHonoured(const RestrictStatement &statement);

// What a keys file means for our engine. Lines that are no keys are left out, as both daemons do.
struct LoweredKeys
{
    std::vector<engine::SymmetricKey> keys;
    std::vector<int> unusable; // lines
};
[[nodiscard]] LoweredKeys lowerKeys(const Document &keys);

} // namespace noonmark::config
