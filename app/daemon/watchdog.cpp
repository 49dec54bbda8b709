// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/watchdog.h"

#include "app/daemon/notify.h"

#include <QCoreApplication>

#include <algorithm>

namespace noonmark::daemon {

Watchdog::Watchdog()
{
    QObject::connect(&m_timer, &QTimer::timeout, [] { notifyManager("WATCHDOG=1"); });
}

void Watchdog::start()
{
    const QByteArray process = qgetenv("WATCHDOG_PID");
    const bool isOurs =
        process.isEmpty() || process == QByteArray::number(QCoreApplication::applicationPid());
    const qlonglong microseconds = qgetenv("WATCHDOG_USEC").toLongLong();
    if (!isOurs || microseconds <= 0)
        return;
    // Twice in its time: once may be late.
    m_timer.start(static_cast<int>(std::clamp<qlonglong>(microseconds / 2000, 1, 3'600'000)));
}

} // namespace noonmark::daemon
