// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "app/gui/rootguard.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace Qt::Literals::StringLiterals;
    const bool wasRoot = noonmark::gui::layDownRoot();
    QApplication qt(argc, argv);
    QApplication::setApplicationName(u"noonmark"_s);
    QApplication::setApplicationVersion(QStringLiteral(NOONMARK_VERSION));
    QApplication::setDesktopFileName(u"noonmark"_s);
    noonmark::gui::Application application(qt, noonmark::gui::Application::readCommandLine(qt));
    application.start();
    if (wasRoot)
        application.sayThatRootIsNotNeeded();
    return QApplication::exec();
}
