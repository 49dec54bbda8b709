# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    engine/controlresponder.cpp engine/controlresponder.h
    engine/controlvariables.cpp engine/controlvariables.h
    engine/peervariables.cpp
    engine/systemvariables.cpp
)
