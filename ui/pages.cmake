# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    configurationsession.cpp configurationsession.h
)
