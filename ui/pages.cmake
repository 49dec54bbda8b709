# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    applydialog.cpp applydialog.h
    accessmodel.cpp accessmodel.h
    accesspage.cpp accesspage.h
    accesssimulator.cpp accesssimulator.h
    bytetext.cpp bytetext.h
    clearstyle.cpp clearstyle.h
    configurationpage.cpp configurationpage.h
    configurationsession.cpp configurationsession.h
    configurationtext.cpp configurationtext.h
    diffview.cpp diffview.h
    directivecompleter.cpp directivecompleter.h
    exportpage.cpp exportpage.h
    findinglist.cpp findinglist.h
    findingmodel.cpp findingmodel.h
    lineform.cpp lineform.h
    linewords.cpp linewords.h
    linemargin.cpp linemargin.h
    restrictdialog.cpp restrictdialog.h
    restrictline.cpp restrictline.h
    structuremodel.cpp structuremodel.h
    tables.cpp tables.h
    texthighlighter.cpp texthighlighter.h
    plaintext.h
    rowmodel.h
)
