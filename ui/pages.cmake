# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    accessmodel.cpp accessmodel.h
    accesspage.cpp accesspage.h
    accesssimulator.cpp accesssimulator.h
    applydialog.cpp applydialog.h
    bytetext.cpp bytetext.h
    configurationpage.cpp configurationpage.h
    configurationsession.cpp configurationsession.h
    configurationtext.cpp configurationtext.h
    diffview.cpp diffview.h
    directivecompleter.cpp directivecompleter.h
    exportpage.cpp exportpage.h
    findinglist.cpp findinglist.h
    findingmodel.cpp findingmodel.h
    lineform.cpp lineform.h
    linemargin.cpp linemargin.h
    linewords.cpp linewords.h
    restrictdialog.cpp restrictdialog.h
    restrictline.cpp restrictline.h
    structuremodel.cpp structuremodel.h
    texthighlighter.cpp texthighlighter.h
    plaintext.h
    rowmodel.h
)
