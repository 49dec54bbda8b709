// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace noonmark::transport {

// Who holds a UDP port, as far as this user may see: "chronyd (812)", or "" if it stays hidden.
[[nodiscard]] std::string portHolder(std::uint16_t port);

} // namespace noonmark::transport
