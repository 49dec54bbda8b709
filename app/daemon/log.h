// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <sys/types.h>

namespace noonmark::daemon {

// syslog's levels, as the journal reads them at the start of a line.
enum class Level : int
{
    Error = 3,
    Warning = 4,
    Notice = 5,
    Info = 6
};

// One line per event, whatever a name server, an administrator or a file put into its words: to the file if
// there is one, else to stderr, where the journal finds its level in front of the line and a person finds the
// time. While the file takes no lines stderr has them, and every line tries anew.
class Log
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Log)

public:
    // "" = stderr. What is wrong with the file is told there, once.
    void open(const QString &path);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    void say(Level level, const QString &text);
    // Of a file that was empty or not there when it was opened: it belongs to whom the daemon becomes, who
    // could not open it again otherwise.
    void giveTo(uid_t user, gid_t group);

private:
    // These give an errno, or 0.
    [[nodiscard]] int reopen();
    [[nodiscard]] int write(const QByteArray &line);
    void state(int error);

    QString m_path;
    Descriptor m_file{-1};
    bool m_isNew = false;
    bool m_isBroken = false;
};

} // namespace noonmark::daemon
