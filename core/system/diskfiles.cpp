// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/diskfiles.h"

#include "core/system/privilegedfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace noonmark::system {

namespace {

config::PathContents contentsOf(const std::string &name)
{
    using Kind = config::PathContents::Kind;
    const QString path = QString::fromStdString(name);
    const QFileInfo info(path);
    config::PathContents contents;
    if (!info.exists())
        return contents;
    contents.kind = Kind::Unreadable;
    contents.truePath = info.canonicalFilePath().toStdString();
    if (info.isDir()) {
        if (!info.isReadable())
            return contents;
        contents.kind = Kind::Folder;
        const auto every = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        for (const QString &entry : QDir(path).entryList(every, QDir::NoSort))
            contents.names.push_back(entry.toStdString());
        return contents;
    }
    if (const auto read = readFile(path)) {
        contents.kind = Kind::File;
        contents.bytes = read->bytes.toStdString();
    }
    return contents;
}

} // namespace

config::PathReader diskReader()
{
    return contentsOf;
}

config::Surroundings thisMachine()
{
    config::Surroundings around;
    around.fileExists = [](const std::string &path) {
        return QFileInfo::exists(QString::fromStdString(path));
    };
    around.othersMayRead = [](const std::string &path) {
        return othersMayRead(QString::fromStdString(path));
    };
    around.leapFileExpired = [](const std::string &path) {
        return leapFileExpired(QString::fromStdString(path));
    };
    return around;
}

bool leapFileExpired(const QString &path)
{
    constexpr qint64 NtpEpochToUnix = 2'208'988'800;
    const auto contents = readFile(path);
    if (!contents)
        return false;
    // "#@" and the time up to which it holds, in seconds since 1900.
    for (const QByteArray &line : contents->bytes.split('\n')) {
        if (line.startsWith("#@"))
            return line.sliced(2).trimmed().toLongLong() - NtpEpochToUnix < QDateTime::currentSecsSinceEpoch();
    }
    return false;
}

bool othersMayRead(const QString &path)
{
    return QFileInfo(path).permissions().testFlag(QFileDevice::ReadOther);
}

} // namespace noonmark::system
