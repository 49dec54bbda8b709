// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace noonmark::config {

// What became of lines that an administrator sends to a daemon that runs (ntpq's `:config`).
struct RemoteEdit
{
    std::optional<Document> document; // what the daemon runs by from now on; absent: as before
    std::string answer;               // as ntpd words it; what administrators' scripts look for
};

// The address of an association as the file has it, by its number (ntpq's associd); "" if there is none.
using AssociationName = std::function<std::string(int number)>;

// The running configuration with these lines at its end, and without what they `unpeer`. All of them or none.
// Only directives that name no file are taken: who has the control key shall not be able to write where the
// daemon may (CVE-2015-5196, CVE-2015-7850, CVE-2015-7976).
[[nodiscard]] RemoteEdit applyRemote(const Document &running, std::string_view lines, Dialect dialect,
                                     const AssociationName &nameOf = {});

} // namespace noonmark::config
