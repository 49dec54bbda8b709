// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/log.h"
#include "core/engine/leaptable.h"

#include <QCoreApplication>
#include <QByteArray>
#include <QString>

namespace noonmark::daemon {

// The leap file: read at the start, again when it changes, and what is wrong with it told once. A file that cannot be
// used leaves what was read before in force.
class LeapSeconds
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::LeapSeconds)

public:
    explicit LeapSeconds(Log &log)
        : m_log(log)
    {}

    // True if the table is another now. `path` may be empty.
    bool read(const QString &path, bool checksHash);
    // The same if the file is another than the one that was read; also warns before it expires.
    bool readAgainIfChanged();
    [[nodiscard]] const engine::LeapTable &table() const { return m_table; }

private:
    bool take();
    void tell(Level level, const QString &sentence);
    void warnOfExpiry();

    Log &m_log;
    QString m_path;
    bool m_checksHash = true;
    QByteArray m_hash; // of the file that was read
    QString m_told; // not again and again
    engine::LeapTable m_table;
};

} // namespace noonmark::daemon
