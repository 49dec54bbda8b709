// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace noonmark::daemon {

// syslog's levels, as the journal reads them at the start of a line.
enum class Level : int
{
    Error = 3,
    Warning = 4,
    Notice = 5,
    Info = 6
};

// One line per event: to the file if there is one, else to stderr, where the journal finds its level in front
// of the line and a person finds the time.
class Log
{
public:
    // "" = stderr. False if the file cannot be opened; lines then go to stderr.
    [[nodiscard]] bool open(const QString &path);
    void say(Level level, const QString &text);

private:
    QFile m_file;
};

} // namespace noonmark::daemon
