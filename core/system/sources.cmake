# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    system/appending.cpp system/appending.h
    system/capabilities.cpp system/capabilities.h
    system/driftfile.cpp system/driftfile.h
    system/hostaddresses.cpp system/hostaddresses.h
    system/diskfiles.cpp system/diskfiles.h
    system/statisticsfiles.cpp system/statisticsfiles.h
    system/seccomp.cpp system/seccomp.h
    system/pidfile.cpp system/pidfile.h
    system/privilegedfile.cpp system/privilegedfile.h
    system/systemrandom.cpp system/systemrandom.h
)
