# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_core PRIVATE
    wording/accesswording.cpp
    wording/clientwording.cpp
    wording/columnwording.cpp
    wording/diagnosewording.cpp
    wording/directivehelp.cpp
    wording/directivetable.cpp
    wording/directivetable.h
    wording/errorwording.cpp
    wording/eventwording.cpp
    wording/associationwording.cpp
    wording/findings.cpp
    wording/findings.h
    wording/findings_access.cpp
    wording/findings_keys.cpp
    wording/findings_words.cpp
    wording/journalwording.cpp
    wording/language.cpp
    wording/language.h
    wording/modewording.cpp
    wording/numbers.cpp
    wording/optiontable.cpp
    wording/querywording.cpp
    wording/peertable.cpp
    wording/peertable.h
    wording/readingwording.cpp
    wording/rightwording.cpp
    wording/sourcewording.cpp
    wording/systemwording.cpp
    wording/text.cpp
    wording/text.h
    wording/verdictwording.cpp
    wording/watching.h
    wording/wording.h
)
