// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace noonmark::system {

// The addresses at which other machines reach this one, IPv4 first: of interfaces that are up, without
// loopback, link-local and temporary ones.
[[nodiscard]] QStringList hostAddresses();

} // namespace noonmark::system
