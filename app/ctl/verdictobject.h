// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/verdict.h"

#include <QJsonObject>

namespace noonmark::ctl {

// A verdict with stable keys: what status, watch and diagnose answer in JSON.
[[nodiscard]] QJsonObject verdictObject(const monitor::Verdict &verdict);

} // namespace noonmark::ctl
