# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    monitor/changes.cpp monitor/changes.h
    monitor/controltarget.cpp monitor/controltarget.h
    monitor/diagnose.cpp monitor/diagnose.h
    monitor/diagnoser.cpp monitor/diagnoser.h
    monitor/diagnosesources.cpp monitor/diagnosesources.h
    monitor/hostnames.cpp monitor/hostnames.h
    monitor/hosts.cpp monitor/hosts.h
    monitor/inprocesstarget.cpp monitor/inprocesstarget.h
    monitor/journal.cpp monitor/journal.h
    monitor/mru.cpp monitor/mru.h
    monitor/mruclients.cpp monitor/mruclients.h
    monitor/mruguess.cpp monitor/mruguess.h
    monitor/mrurows.cpp monitor/mrurows.h
    monitor/query.cpp monitor/query.h
    monitor/queryanswer.cpp monitor/queryanswer.h
    monitor/journalrecord.cpp monitor/journalrecord.h
    monitor/recenthistory.cpp monitor/recenthistory.h
    monitor/series.cpp monitor/series.h
    monitor/seriesstatistics.cpp monitor/seriesstatistics.h
    monitor/target.h
    monitor/targets.cpp monitor/targets.h
    monitor/trace.cpp monitor/trace.h
    monitor/verdict.cpp monitor/verdict.h
)
