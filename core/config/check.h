// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"

#include <functional>

namespace noonmark::config {

// What a check may know of the machine the file is for. Absent functions mean "unknown": no finding.
struct Surroundings
{
    std::function<bool(const std::string &path)> fileExists = {};
    // Whether somebody else than its owner and its group may read a file: of keys.
    std::function<bool(const std::string &path)> othersMayRead = {};
    // Of a file of leap seconds: whether what it knows is out of date.
    std::function<bool(const std::string &path)> leapFileExpired = {};
};

// The dialects that a finding names: all that share it, which takes a check for each of them, or only the one
// that was asked for.
enum class Sharing : unsigned char { Told, Untold };

// All findings of a file for one dialect, in file order. Never fails and never changes anything.
[[nodiscard]] std::vector<Diagnostic> check(const Document &document, Dialect dialect,
                                            const Surroundings &around = {}, Sharing sharing = Sharing::Told);

// The dialect that the file's own words speak for (`refclock`, `nts`, `limit` ... or `fudge`, `discard` ...),
// else Ntpd.
[[nodiscard]] Dialect guessDialect(const Document &document);

} // namespace noonmark::config
