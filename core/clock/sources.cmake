# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    clock/clock.h
    clock/simulatedclock.cpp clock/simulatedclock.h
    clock/kernelclock.cpp clock/kernelclock.h
    clock/observingclock.cpp clock/observingclock.h
    clock/precision.cpp clock/precision.h
    clock/rawtime.h
    clock/steeredclock.cpp clock/steeredclock.h
    clock/systemclock.cpp clock/systemclock.h
)
