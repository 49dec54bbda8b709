# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    protocol/packet.cpp protocol/packet.h
    protocol/refid.cpp protocol/refid.h
)
