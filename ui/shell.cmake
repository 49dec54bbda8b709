# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    icons.cpp icons.h
    messagebar.cpp messagebar.h
    page.cpp page.h
    settings.cpp settings.h
    theme.cpp theme.h
)
