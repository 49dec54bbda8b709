// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/check.h"
#include "app/daemon/daemon.h"
#include "core/wording/language.h"

#include <QTextStream>

#include <algorithm>
#include <string_view>

#include <sched.h>
#include <sys/resource.h>

using namespace noonmark;
using namespace noonmark::daemon;

namespace {

int tell(const Options::Farewell &farewell)
{
    QTextStream(farewell.status == ExitStatus::Success ? stdout : stderr) << farewell.text << Qt::endl;
    return static_cast<int>(farewell.status);
}

// Told nobody if it is not allowed: the time is served all the same, a little later.
void takePriority()
{
    const sched_param first{1};
    constexpr int before = -15;
    if (sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &first) != 0)
        setpriority(PRIO_PROCESS, 0, before);
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isSingle = std::any_of(argv, argv + argc, [](const char *word) {
        return std::string_view(word) == "--single-thread";
    });
    if (isSingle)
        qputenv("QT_EVENT_DISPATCHER_CORE_GLIB", "1"); // one that waits in poll()
    else {
        Signals::block();
        qputenv("QT_NO_GLIB", "1"); // Qt's own wakes up for a third of what glib's takes
    }
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
    if (options->highPriority)
        takePriority();
    Daemon daemon(*options);
    if (const auto status = daemon.start())
        return static_cast<int>(*status);
    return QCoreApplication::exec();
}
