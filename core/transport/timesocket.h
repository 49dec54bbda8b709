// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/descriptor.h"
#include "core/base/endpoint.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QObject>

#include <optional>

class QSocketNotifier;

namespace noonmark::transport {

// A question to one host from a random port of its own, with the kernel's receive stamps: connected, so the
// kernel drops what others send and tells when a port is closed or a way is barred.
class TimeSocket : public QObject
{
    Q_OBJECT

public:
    explicit TimeSocket(QObject *parent = nullptr);
    ~TimeSocket() override;

    // False if there is no way to that place.
    bool open(const Endpoint &remote);
    void close();
    // The system's time, read just before the datagram went; nothing if the kernel did not take it.
    [[nodiscard]] std::optional<NtpTimestamp> send(Bytes datagram);

signals:
    void received(const QByteArray &datagram, noonmark::NtpTimestamp at);
    void refused();     // nothing listens on that port
    void unreachable(); // a router, a firewall or this machine says that there is no way

private:
    void read();
    void drainErrors();
    void tell(int number);

    Descriptor m_descriptor;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace noonmark::transport
