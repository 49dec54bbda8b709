# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ntp PRIVATE
    config/keywords.cpp config/directivetable_sources.cpp config/directivetable_access.cpp
    config/directivetable_files.cpp config/directivetable_tuning.cpp config/directives.cpp
    config/scanner.cpp config/disabledline.cpp config/document.cpp
    config/optionreader.cpp config/statement.cpp config/restrictaddress.cpp config/restrictstatement.cpp
    config/accessranges.cpp config/execution.cpp config/keysfile.cpp config/reading.cpp config/readingid.cpp config/readingline.cpp config/safefixes.cpp config/filetree.cpp config/filetreecheck.cpp config/filetreereading.cpp config/treereader.cpp config/edits.cpp config/sourcelines.cpp config/sourcemode.cpp
)
include(${CMAKE_CURRENT_LIST_DIR}/analysis.cmake)
