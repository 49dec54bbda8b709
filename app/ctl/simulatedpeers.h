// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/peerfigures.h"
#include "core/simulation/summary.h"

#include <QJsonObject>

namespace noonmark::ctl {

class Terminal;

// What other daemons reach in the same row, beside what ours did: their figures, ours as a share of the best of them, of
// the aim and of the yardstick's questions. What bench_accuracy prints.
void printOthers(const simulation::PeerFigures &others, const simulation::Summary &own, const Terminal &terminal);
[[nodiscard]] QJsonObject besideOthers(const simulation::PeerFigures &others, const simulation::Summary &own);

} // namespace noonmark::ctl
