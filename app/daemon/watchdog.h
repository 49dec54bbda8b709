// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace noonmark::daemon {

// Tells systemd's watchdog that the event loop still turns, if it wants to know (WATCHDOG_USEC, sd_notify(3)).
class Watchdog
{
public:
    Watchdog();
    void start();

private:
    QTimer m_timer;
};

} // namespace noonmark::daemon
