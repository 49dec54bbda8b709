# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    engine/accessnames.cpp engine/accessnames.h
    engine/association.cpp engine/association.h
    engine/associationmodes.cpp
    engine/associationsnapshot.cpp
    engine/associationpace.cpp
    engine/broadcastlistener.cpp engine/broadcastlistener.h
    engine/clientexchange.cpp engine/clientexchange.h
    engine/clientlist.cpp engine/clientlist.h
    engine/clienttable.cpp engine/clienttable.h
    engine/company.cpp engine/company.h
    engine/controlnonce.cpp engine/controlnonce.h
    engine/controlresponder.cpp engine/controlresponder.h
    engine/controlsignature.cpp engine/controlsignature.h
    engine/controlvariables.cpp engine/controlvariables.h
    engine/discipline.h
    engine/engine.cpp engine/engine.h
    engine/engineconfig.h
    engine/estimate.h
    engine/exchange.h
    engine/frequencyfit.cpp engine/frequencyfit.h
    engine/learningdiscipline.cpp engine/learningdiscipline.h
    engine/interleavememory.cpp engine/interleavememory.h
    engine/keyring.cpp engine/keyring.h
    engine/leapsmear.cpp engine/leapsmear.h
    engine/leapfile.cpp engine/leapfile.h
    engine/leaptable.h
    engine/leapsecond.cpp engine/leapsecond.h
    engine/observation.h
    engine/ownheader.h
    engine/orderedlists.cpp engine/orderedlists.h
    engine/outbox.h
    engine/peervariables.cpp
    engine/phasesample.cpp engine/phasesample.h
    engine/phasetrack.cpp engine/phasetrack.h
    engine/ratelimiter.cpp engine/ratelimiter.h
    engine/remoteconfiguration.cpp engine/remoteconfiguration.h
    engine/rfc5905discipline.cpp engine/rfc5905discipline.h
    engine/samplefilter.cpp engine/samplefilter.h
    engine/selection.cpp engine/selection.h
    engine/server.cpp engine/server.h
    engine/sourcemodel.cpp engine/sourcemodel.h
    engine/sources.cpp engine/sources.h
    engine/stagger.cpp engine/stagger.h
    engine/statistics.h
    engine/statisticslines.cpp engine/statisticslines.h
    engine/statuswords.h
    engine/steering.h
    engine/symmetricexchange.cpp engine/symmetricexchange.h
    engine/systemprocess.cpp engine/systemprocess.h
    engine/systemstate.h
    engine/systemvariables.cpp
    engine/wanderbank.cpp engine/wanderbank.h
)
