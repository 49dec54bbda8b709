// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/pidfile.h"

#include "core/base/reason.h"
#include "core/system/privilegedfile.h"

#include <QFile>

#include <algorithm>

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

} // namespace

Result<void> writePid(const QString &path, qint64 pid)
{
    if (const auto before = readFile(path); before && !isPid(before->bytes))
        return failed(Failure::FileUnwritable, {path.toStdString(), reason::SomethingElse});
    return overwriteFile(path, QByteArray::number(pid) + '\n');
}

Result<void> removePid(const QString &path, qint64 pid)
{
    const auto file = readFile(path);
    if (!file || file->bytes.trimmed() != QByteArray::number(pid))
        return {};
    QFile own(path);
    if (!own.remove())
        return failed(Failure::FileUnwritable, {path.toStdString(), own.errorString().toStdString()});
    return {};
}

} // namespace noonmark::system
