# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    transport/ancillary.cpp transport/ancillary.h
    transport/arrivalreader.cpp transport/arrivalreader.h
    transport/batch.cpp transport/batch.h
    transport/clockwatch.cpp transport/clockwatch.h
    transport/controlclient.cpp transport/controlclient.h
    transport/controlquery.cpp transport/controlquery.h
    transport/controlsnapshot.cpp transport/controlsnapshot.h
    transport/enginedriver.cpp transport/enginedriver.h
    transport/localaddresses.cpp transport/localaddresses.h
    transport/multicast.cpp transport/multicast.h
    transport/place.cpp transport/place.h
    transport/portholder.cpp transport/portholder.h
    transport/replyschedule.cpp transport/replyschedule.h
    transport/resolver.cpp transport/resolver.h
    transport/responder.cpp transport/responder.h
    transport/serviceplaces.cpp transport/serviceplaces.h
    transport/sharedengine.h
    transport/socket.cpp transport/socket.h
    transport/socketaddress.cpp transport/socketaddress.h
    transport/socketset.cpp transport/socketset.h
    transport/stepcount.h
    transport/timeprobe.cpp transport/timeprobe.h
    transport/timesocket.cpp transport/timesocket.h
    transport/vectorstate.cpp transport/vectorstate.h
    transport/workers.cpp transport/workers.h
)
