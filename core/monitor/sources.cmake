# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    monitor/changes.cpp monitor/changes.h
    monitor/controltarget.cpp monitor/controltarget.h
    monitor/inprocesstarget.cpp monitor/inprocesstarget.h
    monitor/journal.cpp monitor/journal.h
    monitor/recenthistory.cpp monitor/recenthistory.h
    monitor/series.cpp monitor/series.h
    monitor/target.h
    monitor/targets.cpp monitor/targets.h
    monitor/verdict.cpp monitor/verdict.h
)
