// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/keyring.h"
#include "core/protocol/control.h"

#include <vector>

namespace noonmark::engine {

// The key that signed a control request, or 0: none did, or not rightly, which is the same.
[[nodiscard]] std::uint32_t controlSigner(const protocol::ControlHeader &header, Bytes request,
                                          const IpAddress &asker, KeyRing &keys);
void signControl(std::vector<protocol::ControlDatagram> &datagrams, std::uint32_t key, KeyRing &keys);

} // namespace noonmark::engine
