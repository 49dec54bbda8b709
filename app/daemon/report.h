// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"
#include "core/config/filetree.h"

#include <QCoreApplication>
#include <QStringList>

#include <set>
#include <string>

namespace noonmark::daemon {

// What of its files the daemon does not read as they were meant, told when they are read: nobody runs --check
// unasked. A file may be damaged from end to end, so each kind of trouble is told of so many lines, and the
// others are counted.
class Report
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Report)

public:
    Report(const QString &file, Log &log)
        : m_file(file)
        , m_log(log)
    {}

    // Lines, words and sources that are not read; the keys are not looked at.
    void tellLost(const config::FileTree &tree);
    // What our engine does not act on.
    void tellIdle(const config::FileTree &tree, const config::Lowered &lowered);
    // Rules for hosts by name, which hold only once the names are resolved; not of names that are known already.
    void tellNamed(const config::FileTree &tree, const config::Lowered &lowered,
                   const std::set<std::string> &known);
    // "FILE:LINE: what is wrong" of some lines of the file; `seeCheck` is the command that lists all of them.
    void tell(Level level, const QStringList &sentences, const QString &seeCheck);

private:
    QString m_file;
    Log &m_log;
};

} // namespace noonmark::daemon
