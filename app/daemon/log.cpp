// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/log.h"

#include "core/system/appending.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

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

} // namespace

bool Log::open(const QString &path)
{
    m_file.close();
    if (path.isEmpty())
        return true;
    const int descriptor = system::openToAppend(QFile::encodeName(path).toStdString());
    return descriptor >= 0 &&
           m_file.open(descriptor, QIODevice::WriteOnly | QIODevice::Append, QFileDevice::AutoCloseHandle);
}

void Log::say(Level level, const QString &text)
{
    if (m_file.isOpen()) {
        m_file.write(stamped(text));
        m_file.flush();
        return;
    }
    const QByteArray line =
        journalListens() ? u"<%1>%2\n"_s.arg(static_cast<int>(level)).arg(text).toUtf8() : stamped(text);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace noonmark::daemon
