# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(noonmark_ui PRIVATE
    actions.cpp actions.h
    associationdetails.cpp associationdetails.h
    associationmodel.cpp associationmodel.h
    associationview.cpp associationview.h
    chart/chartcurves.cpp chart/chartcurves.h
    chart/chartexport.cpp chart/chartexport.h
    chart/chartkinds.cpp chart/chartkinds.h
    chart/chartpanel.cpp chart/chartpanel.h
    chart/chartstatistics.cpp chart/chartstatistics.h
    chart/chartview.cpp chart/chartview.h
    chart/columnmix.cpp chart/columnmix.h
    chart/curvecanvas.cpp chart/curvecanvas.h
    chart/curvefield.cpp chart/curvefield.h
    chart/curveruns.cpp chart/curveruns.h
    chart/eventflags.cpp chart/eventflags.h
    chart/flagmarks.cpp chart/flagmarks.h
    chart/opaqueplot.cpp chart/opaqueplot.h
    chart/secondsticker.cpp chart/secondsticker.h
    chart/seriesplottable.cpp chart/seriesplottable.h
    checklist.cpp checklist.h
    explainer.cpp explainer.h
    icons.cpp icons.h
    journalmodel.cpp journalmodel.h
    logpage.cpp logpage.h
    mainwindow.cpp mainwindow.h mainwindow_menus.cpp
    messagebar.cpp messagebar.h saying.h
    modeswitch.cpp modeswitch.h
    overviewpage.cpp overviewpage.h
    page.cpp page.h
    pagelist.cpp pagelist.h
    sessionjournal.cpp sessionjournal.h
    preferencesdialog.cpp preferencesdialog.h
    settings.cpp settings.h
    sourcedialog.cpp sourcedialog.h
    sourcespage.cpp sourcespage.h
    statusline.cpp statusline.h
    targetchooser.cpp targetchooser.h
    theme.cpp theme.h
    topbar.cpp topbar.h
    trayicon.cpp trayicon.h
)

# Symbols take their colour from the palette when they are painted, see icons.h.
set(icons access add apply chart clients close configuration copy diagnose export follow help keys log noonmark open overview
    pause quit redo remove save sources undo)
list(TRANSFORM icons PREPEND ${PROJECT_SOURCE_DIR}/resources/icons/)
list(TRANSFORM icons APPEND .svg)
qt_add_resources(noonmark_ui "icons" PREFIX /icons BASE ${PROJECT_SOURCE_DIR}/resources/icons FILES ${icons})
qt_add_resources(noonmark_ui "defaults" PREFIX /defaults BASE ${PROJECT_SOURCE_DIR}/resources
    FILES ${PROJECT_SOURCE_DIR}/resources/default-ntp.conf)

# Mixes millions of pixels: its loops are worth the compiler's vectors, which -O2 does not make of them.
set_source_files_properties(chart/columnmix.cpp chart/curvecanvas.cpp PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:RelWithDebInfo,Release>:-O3>")
