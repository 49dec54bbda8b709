# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    base/accessindex.h
    base/accesstable.cpp base/accesstable.h
    base/bytes.h
    base/descriptor.h
    base/endpoint.cpp base/endpoint.h
    base/interfacerules.cpp base/interfacerules.h
    base/letters.h
    base/kernelloop.h
    base/prefix.cpp base/prefix.h
    base/random.cpp base/random.h
    base/result.h
    base/statisticsplan.h
    base/time.cpp base/time.h
)
