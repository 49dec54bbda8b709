# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
)
include(${CMAKE_CURRENT_LIST_DIR}/analysis.cmake)
