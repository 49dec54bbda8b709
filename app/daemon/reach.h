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

    struct Written
    {
        QString log;   // opened again at SIGHUP, after a rotation
        QString drift; // replaced every hour; told is also what there is of no use in it
        QString pid;   // removed at the end
    };
    void tellUnwritable(const Written &files);

private:
    void tellLog(const QString &path);
    void tellDrift(const QString &path);
    void tellPid(const QString &path);

    Log &m_log;
};

} // namespace noonmark::daemon
