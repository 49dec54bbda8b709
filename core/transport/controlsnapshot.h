// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"
#include "core/protocol/control.h"

#include <cstdint>
#include <vector>

namespace noonmark::transport {

// What a daemon told about one of its associations.
struct AssociationReading
{
    std::uint16_t id = 0;
    std::uint16_t status = 0;
    protocol::ControlVariables variables;
    std::uint16_t clockStatus = 0; // of reference clocks
    protocol::ControlVariables clock = {};
};

// What a daemon told about itself over mode 6, before anybody interprets it.
struct ControlReading
{
    std::uint16_t systemStatus = 0;
    protocol::ControlVariables system;
    std::vector<AssociationReading> associations;
};

// Reads the answers of ntpd 4.2.8, ntpsec and Noonmark alike. The daemon may lie: numbers that are none, or
// out of range, become the values of an unknown field, and the snapshot is as if the variable had not come.
[[nodiscard]] engine::Snapshot snapshotFromVariables(const ControlReading &reading);

} // namespace noonmark::transport
