// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace noonmark::config {

// What became of lines that an administrator sends to a daemon that runs (ntpq's `:config`).
struct RemoteEdit
{
    std::optional<Document> document; // what the daemon runs by from now on; absent: as before
    std::string answer;               // as ntpd words it; what administrators' scripts look for
    std::string added;                // the lines that are new in it
    std::vector<int> dismissed;       // associations without a line of their own that were to go
    std::vector<std::string> repeated; // sources that are asked already: as in ntpd such a line changes nothing
};

// What `unpeer` names: by an address, or by a number (ntpq's associd).
struct UnpeerTarget
{
    std::string line;          // the address as the file has it; "" if no line asked for it
    std::optional<int> member; // of a pool
};
using UnpeerTargets = std::function<UnpeerTarget(const std::string &word)>;

// The running configuration with these lines at its end, and without what they `unpeer`. All of them or none.
// Only directives that name no file are taken: who has the control key shall not be able to write where the
// daemon may (CVE-2015-5196, CVE-2015-7850, CVE-2015-7976).
[[nodiscard]] RemoteEdit applyRemote(const Document &running, std::string_view lines, Dialect dialect,
                                     const UnpeerTargets &targetOf = {});

} // namespace noonmark::config
