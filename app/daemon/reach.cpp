// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/reach.h"

#include "core/system/driftfile.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace noonmark::daemon {

namespace {

bool mayReach(const QString &path, int way)
{
    return access(QFile::encodeName(path).constData(), way) == 0;
}

bool mayChangeFolderOf(const QString &path)
{
    return mayReach(QFileInfo(path).absolutePath(), W_OK | X_OK);
}

} // namespace

void Reach::tellUnreadable(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (path.isEmpty() || mayReach(path, R_OK) || errno == ENOENT)
            continue;
        m_log.say(Level::Warning,
                  tr("%1 was read, but the user of this daemon may not read it again: changes count after "
                     "a restart only. Let that user read it to have them at SIGHUP.")
                      .arg(path));
    }
}

void Reach::tellUnwritable(const Written &files)
{
    if (!files.log.isEmpty())
        tellLog(files.log);
    if (!files.drift.isEmpty())
        tellDrift(files.drift);
    if (!files.pid.isEmpty())
        tellPid(files.pid);
}

void Reach::tellLog(const QString &path)
{
    const bool isThere = mayReach(path, F_OK);
    if (isThere ? !mayReach(path, W_OK) : !mayChangeFolderOf(path))
        m_log.say(
            Level::Warning,
            tr("%1 is open, but the user of this daemon may not open it again: after SIGHUP the log goes to "
               "the standard error stream. Give that user the file, and the folder if the file is to be "
               "rotated.")
                .arg(path));
}

void Reach::tellDrift(const QString &path)
{
    if (const auto may = system::mayOverwrite(path); !may)
        m_log.say(Level::Warning, wording::sentence(may.error()));
    if (QFileInfo(path).isFile() && mayReach(path, R_OK) && !system::readDrift(path))
        m_log.say(Level::Warning, tr("%1 is of no use and ignored: a drift file holds one number from -500 "
                                     "to 500, in parts per million.")
                                      .arg(path));
}

void Reach::tellPid(const QString &path)
{
    if (!mayChangeFolderOf(path))
        m_log.say(Level::Warning,
                  tr("%1 stays behind when this daemon ends: its user may not remove files from that "
                     "folder. Give that user a folder of its own for it.")
                      .arg(path));
}

} // namespace noonmark::daemon
