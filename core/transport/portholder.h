// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace noonmark::transport {

// Who holds a UDP port: "chronyd (812)", "" if this user may not see it; nothing if the port is free.
[[nodiscard]] std::optional<std::string> portHolder(std::uint16_t port);

} // namespace noonmark::transport
