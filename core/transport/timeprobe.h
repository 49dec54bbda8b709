// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/place.h"

#include <QObject>
#include <QTimer>

class QHostInfo;
class QUdpSocket;

namespace noonmark::transport {

// Asks a host once for the time, as a client does: whether it gives time at all is what tells a daemon that
// forbids queries from a host where none runs.
class TimeProbe : public QObject
{
    Q_OBJECT

public:
    explicit TimeProbe(QObject *parent = nullptr, int patienceMilliseconds = 1500);
    ~TimeProbe() override;

    void ask(const Place &place);
    void stop();

signals:
    // `ourAddress`: the one that the host sees us under, unless somebody translates addresses on the way.
    void finished(bool givesTime, const QString &ourAddress);

private:
    void resolved(const QHostInfo &info);
    void readDatagrams();
    void finish(bool givesTime);

    QUdpSocket *m_socket = nullptr;
    QTimer m_patience;
    quint16 m_port = 0;
    int m_lookup = -1;
    quint64 m_cookie = 0; // what we sent as our transmit time: an answer must bring it back
};

} // namespace noonmark::transport
