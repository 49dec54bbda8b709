# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    simulation/enginehost.cpp simulation/enginehost.h
    simulation/noise.cpp simulation/noise.h
    simulation/peerfigures.cpp simulation/peerfigures.h
    simulation/rows.cpp simulation/rows.h
    simulation/summary.cpp simulation/summary.h
    simulation/timeserver.cpp simulation/timeserver.h
    simulation/world.cpp simulation/world.h
)
