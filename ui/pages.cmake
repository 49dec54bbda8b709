# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    applydialog.cpp applydialog.h
    accessmodel.cpp accessmodel.h
    accesspage.cpp accesspage.h
    accesssimulator.cpp accesssimulator.h
    bytetext.cpp bytetext.h
    clearstyle.cpp clearstyle.h
    clientshosts.cpp clientshosts.h
    clientsmodel.cpp clientsmodel.h
    clientspage.cpp clientspage.h
    configurationfiles.cpp configurationfiles.h
    configurationpage.cpp configurationpage.h
    configurationsession.cpp configurationsession.h
    configurationtext.cpp configurationtext.h
    diagnosechecks.cpp diagnosechecks.h
    diagnosepage.cpp diagnosepage.h
    diagnosetools.cpp diagnosetools.h
    diffview.cpp diffview.h
    diskbar.cpp diskbar.h
    diskdialog.cpp diskdialog.h
    diskwatch.cpp diskwatch.h
    directivecompleter.cpp directivecompleter.h
    editedfile.cpp editedfile.h
    exportpage.cpp exportpage.h
    findbar.cpp findbar.h
    findinglist.cpp findinglist.h
    findingmodel.cpp findingmodel.h
    knownhosts.cpp knownhosts.h
    keychooser.cpp keychooser.h
    keydialog.cpp keydialog.h
    keysdialog.cpp keysdialog.h
    keysmodel.cpp keysmodel.h
    keystext.cpp keystext.h
    lineform.cpp lineform.h
    linereadings.cpp linereadings.h
    linewords.cpp linewords.h
    linemargin.cpp linemargin.h
    restrictdialog.cpp restrictdialog.h
    restrictline.cpp restrictline.h
    sidebyside.cpp sidebyside.h
    structuremodel.cpp structuremodel.h
    tables.cpp tables.h
    textcommands.cpp textcommands.h
    texthelp.cpp texthelp.h
    texthighlighter.cpp texthighlighter.h
    whenseen.cpp whenseen.h
    plaintext.h
    rowmodel.h
)
