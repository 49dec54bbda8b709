# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    export/clientkit.h
    export/clientkit.cpp
    export/clientkit.h
    export/textdiff.cpp
    export/textdiff.h
)
