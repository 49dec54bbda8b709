// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/pidfile.h"

#include "core/base/reason.h"
#include "core/system/privilegedfile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

// Or nothing at all, as a crash or `touch` leaves it.
bool isPid(const QByteArray &bytes)
{
    constexpr qsizetype mostDigits = 20;
    const QByteArray word = bytes.trimmed();
    return word.size() <= mostDigits &&
           std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool holds(const QString &path, qint64 pid)
{
    const auto file = readFile(path);
    return file && file->bytes.trimmed() == QByteArray::number(pid);
}

// Not if there is one that is newer still.
bool putBack(const QByteArray &away, const QByteArray &name)
{
    if (renameat2(AT_FDCWD, away.constData(), AT_FDCWD, name.constData(), RENAME_NOREPLACE) == 0)
        return true;
    const bool isForeign = errno == EINVAL; // a file system that cannot promise it
    return isForeign && rename(away.constData(), name.constData()) == 0;
}

} // namespace

Result<void> writePid(const QString &path, qint64 pid)
{
    if (const auto before = readFile(path); before && !isPid(before->bytes))
        return failed(Failure::FileUnwritable, {path.toStdString(), reason::SomethingElse});
    return overwriteFile(path, QByteArray::number(pid) + '\n');
}

// Taken away before it is looked at: between a look and a removal another daemon may write its own number.
Result<void> removePid(const QString &path, qint64 pid)
{
    if (!holds(path, pid))
        return {};
    const QString aside = path + QStringLiteral(".%1").arg(pid);
    const QByteArray name = QFile::encodeName(path);
    const QByteArray away = QFile::encodeName(aside);
    if (rename(name.constData(), away.constData()) != 0 && errno != ENOENT)
        return failed(Failure::FileUnwritable, {path.toStdString(), std::strerror(errno)});
    if (holds(aside, pid) || !putBack(away, name))
        unlink(away.constData());
    return {};
}

} // namespace noonmark::system
