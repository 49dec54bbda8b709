// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/leapseconds.h"

#include "core/base/time.h"
#include "core/engine/leapfile.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QtEndian>

#include <utility>

namespace noonmark::daemon {

namespace {

bool hashIsRight(const engine::LeapFile &file)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(file.digits), QCryptographicHash::Sha1);
    for (std::size_t i = 0; i < file.hash->size(); ++i) {
        if (qFromBigEndian<quint32>(hash.constData() + 4 * i) != (*file.hash)[i])
            return false;
    }
    return true;
}

} // namespace

bool LeapSeconds::read(const QString &path, bool checksHash)
{
    m_path = path;
    m_checksHash = checksHash;
    return take();
}

bool LeapSeconds::readAgainIfChanged()
{
    // By its bytes: two changes within some milliseconds leave the same time. What only root may read is as
    // it was.
    const auto file = system::readFile(m_path);
    const bool isSame = m_path.isEmpty() || (file ? file->hash == m_hash : QFileInfo::exists(m_path));
    if (!isSame)
        return take();
    warnOfExpiry();
    return false;
}

bool LeapSeconds::take()
{
    if (m_path.isEmpty())
        return std::exchange(m_table, {}) != m_table;
    const auto contents = system::readFile(m_path);
    if (!contents) {
        tell(Level::Error, wording::sentence(contents.error()));
        return false;
    }
    m_hash = contents->hash;
    const auto file = engine::readLeapFile(contents->bytes.toStdString());
    if (!file) {
        tell(Level::Error, tr("%1 is no list of leap seconds; it is not used.").arg(m_path));
        return false;
    }
    if (m_checksHash && file->hash && !hashIsRight(*file)) {
        tell(Level::Error, tr("%1 is damaged: its hash is wrong. It is not used.").arg(m_path));
        return false;
    }
    if (m_checksHash && !file->hash)
        tell(Level::Warning, tr("%1 has no hash; nothing tells whether it is whole.").arg(m_path));
    const bool isOther = std::exchange(m_table, file->table) != m_table;
    warnOfExpiry();
    return isOther;
}

void LeapSeconds::warnOfExpiry()
{
    constexpr std::int64_t month = 28 * 86'400;
    if (m_table.expires == 0)
        return;
    const QDateTime end = QDateTime::fromSecsSinceEpoch(m_table.expires - NtpTimestamp::UnixEpoch, Qt::UTC);
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(end);
    if (left > month)
        return;
    const QString day = end.date().toString(Qt::ISODate);
    if (left > 0)
        tell(Level::Warning, tr("%1 expires on %2: fetch a new list of leap seconds.").arg(m_path, day));
    else
        tell(Level::Warning, tr("%1 expired on %2: it knows of no newer leap second.").arg(m_path, day));
}

void LeapSeconds::tell(Level level, const QString &sentence)
{
    if (std::exchange(m_told, sentence) != sentence)
        m_log.say(level, sentence);
}

} // namespace noonmark::daemon
