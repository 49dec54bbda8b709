// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/log.h"

#include "core/system/appending.h"
#include "core/wording/wording.h"

#include <QDateTime>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

bool journalListens()
{
    return qEnvironmentVariableIsSet("JOURNAL_STREAM");
}

QByteArray stamped(const QString &text)
{
    const QString line =
        u"%1 noonmarkd[%2]: %3\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                        QString::number(QCoreApplication::applicationPid()), text);
    return line.toUtf8();
}

// Where there is no file, or none that takes lines.
void sayAloud(Level level, const QString &text)
{
    const QByteArray line =
        journalListens() ? u"<%1>%2\n"_s.arg(static_cast<int>(level)).arg(text).toUtf8() : stamped(text);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

void Log::open(const QString &path)
{
    m_path = path;
    m_isBroken = false;
    m_file = Descriptor();
    if (!path.isEmpty())
        state(reopen());
}

int Log::reopen()
{
    m_file = Descriptor(system::openToAppend(QFile::encodeName(m_path).toStdString()));
    if (!m_file.isOpen())
        return errno;
    struct stat status = {};
    m_isNew = fstat(m_file.number(), &status) == 0 && status.st_size == 0;
    return 0;
}

int Log::write(const QByteArray &line)
{
    if (!m_file.isOpen()) {
        if (const int error = reopen(); error != 0)
            return error;
    }
    return system::appendLine(m_file.number(), {line.constData(), static_cast<size_t>(line.size())});
}

void Log::state(int error)
{
    const bool isBroken = error != 0;
    if (isBroken)
        m_file = Descriptor(); // a disk that has room again, a folder that was made: the next line tries
    if (std::exchange(m_isBroken, isBroken) == isBroken || !isBroken)
        return;
    const QString trouble =
        wording::sentence({Failure::FileUnwritable, {m_path.toStdString(), std::strerror(error)}});
    sayAloud(Level::Error, tr("%1 The log goes on here until it can.").arg(trouble));
}

void Log::say(Level level, const QString &text)
{
    // Who searches a log types a plain blank, also between a number and its unit.
    const QString line = wording::plain(QString(text).replace(QChar::Nbsp, QChar::Space).toStdString());
    if (!m_path.isEmpty())
        state(write(stamped(line)));
    if (m_path.isEmpty() || m_isBroken)
        sayAloud(level, line);
}

void Log::giveTo(uid_t user, gid_t group)
{
    struct stat status = {};
    const bool isOurs = m_file.isOpen() && fstat(m_file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
                        status.st_nlink == 1 && status.st_uid == geteuid() && m_isNew;
    if (isOurs && fchown(m_file.number(), user, group) != 0)
        return; // told when it is tried whether that user may open it
}

} // namespace noonmark::daemon
