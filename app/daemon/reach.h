// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"

#include <QCoreApplication>
#include <QStringList>

namespace noonmark::daemon {

// The files that the daemon has to read, write or remove later, tried as the user that it is by then. An hour
// or a rotation after the start is too late to hear that root's files are out of its reach.
class Reach
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Reach)

public:
    explicit Reach(Log &log)
        : m_log(log)
    {}

    // Read again at SIGHUP, as the configuration, the keys and the leap file are. "" is no file, here and
    // below.
    void tellUnreadable(const QStringList &paths);
    // Opened again at SIGHUP, after a rotation.
    void tellLog(const QString &path);
    // Replaced every hour; also what there is of no use in it.
    void tellDrift(const QString &path);
    // Removed at the end; one that was written.
    void tellPid(const QString &path);

private:
    Log &m_log;
};

} // namespace noonmark::daemon
