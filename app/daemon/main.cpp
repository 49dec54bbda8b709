// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/check.h"
#include "app/daemon/daemon.h"
#include "core/wording/language.h"

#include <QTextStream>

using namespace noonmark;
using namespace noonmark::daemon;

namespace {

int tell(const Options::Farewell &farewell)
{
    QTextStream(farewell.status == ExitStatus::Success ? stdout : stderr) << farewell.text << Qt::endl;
    return static_cast<int>(farewell.status);
}

} // namespace

int main(int argc, char *argv[])
{
    Signals::block();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("noonmarkd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NOONMARK_VERSION));
    wording::Language language;
    language.apply(wording::Language::systemDefault());

    const auto options = Options::parse(QCoreApplication::arguments());
    if (!options)
        return tell(options.error());
    if (options->checkOnly)
        return static_cast<int>(checkFile(options->configFile));
    Daemon daemon(*options);
    if (const auto status = daemon.start())
        return static_cast<int>(*status);
    return QCoreApplication::exec();
}
