# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    protocol/control.cpp protocol/control.h
    protocol/controlreassembly.cpp
    protocol/controltext.cpp
    protocol/mac.cpp protocol/mac.h
    protocol/packet.cpp protocol/packet.h
    protocol/refid.cpp protocol/refid.h
)
