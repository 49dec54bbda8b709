// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/systemrandom.h"

#include <QRandomGenerator>

namespace noonmark::system {

Random systemRandom()
{
    Random::Seed seed{};
    QRandomGenerator::system()->fillRange(seed.data(), static_cast<qsizetype>(seed.size()));
    return Random(seed);
}

} // namespace noonmark::system
