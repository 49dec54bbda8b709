// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefix.h"

#include <QStringList>

#include <vector>

namespace noonmark::system {

// The addresses at which other machines reach this one, IPv4 first: of interfaces that are up, without
// loopback, link-local and temporary ones.
[[nodiscard]] QStringList hostAddresses();
// The networks in which those addresses are, each once.
[[nodiscard]] std::vector<AddressMask> hostNetworks();

} // namespace noonmark::system
