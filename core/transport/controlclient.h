// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transport/controlsnapshot.h"

#include <QObject>
#include <QString>

#include <memory>

namespace noonmark::transport {

// Asks a daemon over mode 6 what ntpq would ask: its variables, its associations, the variables of each.
// Reads only, and never blocks: read() returns at once, and one of the two signals follows. For the next look
// call read() again. Works with ntpd, ntpsec and Noonmark on any host and port; nothing in an answer is
// believed without a check.
class ControlClient : public QObject
{
    Q_OBJECT

public:
    // Each question is asked three times at most, and each time waits so long.
    explicit ControlClient(QObject *parent = nullptr, int patienceMilliseconds = 1500);
    ~ControlClient() override;

    // `host` is an address or a name; a name is looked up without waiting. A reading that runs is given up.
    void read(const QString &host, quint16 port = 123);
    void stop();
    [[nodiscard]] bool isReading() const;
    // The variables as they came, of the last reading that succeeded: for `rv`.
    [[nodiscard]] const ControlReading &lastReading() const;

signals:
    void snapshotRead(const noonmark::engine::Snapshot &snapshot);
    // NameUnresolved (name, why), NoAnswer (host), Refused (host: nothing listens on that port).
    void failed(const noonmark::Error &error);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace noonmark::transport
