// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transport/place.h"

#include <QObject>
#include <QTimer>

class QHostInfo;
class QUdpSocket;

namespace noonmark::transport {

// Why a host answers no query: asks it once for the time, as a client does. Who gives time and answers no
// query was told to (`noquery`); where none is given the silence stays what it was.
class TimeProbe : public QObject
{
    Q_OBJECT

public:
    explicit TimeProbe(QObject *parent = nullptr, int patienceMilliseconds = 1500);
    ~TimeProbe() override;

    void explain(const Place &place, const Error &silence);
    void stop();

signals:
    // QueriesForbidden (host, the address that it sees us under unless somebody translates on the way) or the
    // silence.
    void explained(const Error &silence);

private:
    void resolved(const QHostInfo &info);
    void readDatagrams();
    void finish(bool givesTime);

    QUdpSocket *m_socket = nullptr;
    QTimer m_patience;
    Place m_place;
    Error m_silence;
    int m_lookup = -1;
    quint64 m_cookie = 0; // what we sent as our transmit time: an answer must bring it back
};

} // namespace noonmark::transport
