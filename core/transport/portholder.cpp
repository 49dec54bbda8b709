// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/portholder.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <array>

#include <unistd.h>

namespace noonmark::transport {

namespace {

// The sockets bound to the port, as the links in /proc/<pid>/fd name them: "socket:[12345]".
void collectSockets(const QString &table, std::uint16_t port, QSet<QString> &sockets)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        constexpr qsizetype local = 1;
        constexpr qsizetype inode = 9;
        if (fields.size() <= inode)
            continue;
        const QByteArray hexPort = fields[local].mid(fields[local].lastIndexOf(':') + 1);
        if (hexPort.toUInt(nullptr, 16) == port)
            sockets.insert(QStringLiteral("socket:[%1]").arg(QString::fromLatin1(fields[inode])));
    }
}

bool holdsOneOf(const QString &process, const QSet<QString> &sockets)
{
    const QDir descriptors(process + QStringLiteral("/fd"));
    const QStringList names = descriptors.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QByteArray target = QFile::encodeName(descriptors.filePath(name));
        std::array<char, 64> link{};
        const auto length = ::readlink(target.constData(), link.data(), link.size());
        if (length > 0 && sockets.contains(QString::fromLatin1(link.data(), length)))
            return true;
    }
    return false;
}

} // namespace

std::optional<std::string> portHolder(std::uint16_t port)
{
    QSet<QString> sockets;
    collectSockets(QStringLiteral("/proc/net/udp"), port, sockets);
    collectSockets(QStringLiteral("/proc/net/udp6"), port, sockets);
    if (sockets.isEmpty())
        return std::nullopt;
    QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const QString own = QString::number(getpid());
    if (processes.removeOne(own)) // comes last: whoever asks may hold it at other addresses
        processes.append(own);
    for (const QString &number : processes) {
        const QString process = QStringLiteral("/proc/") + number;
        if (!number.front().isDigit() || !holdsOneOf(process, sockets))
            continue;
        QFile name(process + QStringLiteral("/comm"));
        if (name.open(QIODevice::ReadOnly))
            return name.readAll().trimmed().toStdString() + " (" + number.toStdString() + ')';
    }
    return std::string();
}

} // namespace noonmark::transport
