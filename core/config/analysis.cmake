# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is said about a file: access, findings, lowering.
target_sources(noonmark_ntp PRIVATE
    config/access.cpp config/access.h
    config/addressguess.cpp config/addressguess.h
    config/characters.cpp config/characters.h
    config/check.cpp config/check.h
    config/checkaddress.cpp
    config/checkcharacters.cpp
    config/checkcontext.cpp config/checkcontext.h
    config/checkdefaults.cpp
    config/checkdirective.cpp
    config/checkexecution.cpp
    config/checkfixes.cpp config/checkfixes.h
    config/checkflagmeaning.cpp
    config/checkflags.cpp
    config/checkitems.cpp
    config/checkline.h
    config/checkmask.cpp
    config/checkreach.cpp
    config/checkrestrict.cpp config/checkrestrict.h
    config/checksets.cpp config/checkshadows.cpp config/checksets.h
    config/checksources.cpp
    config/checktuning.cpp
    config/checkupstream.cpp
    config/checkvalues.cpp
    config/checkwords.cpp
    config/diagnostic.h
    config/effective.cpp config/effective.h
    config/finding.cpp config/finding.h
    config/keyslowering.cpp
    config/lowering.cpp config/lowering.h
    config/loweringfiles.cpp config/loweringfiles.h
    config/movedfindings.cpp config/movedfindings.h
    config/ntsword.cpp config/ntsword.h
    config/number.cpp config/number.h
    config/remoteedit.cpp config/remoteedit.h
)
