# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is said about a file: access, findings, lowering.
target_sources(noonmark_ntp PRIVATE
    config/access.cpp config/effective.cpp config/finding.cpp config/lowering.cpp config/number.cpp
)
