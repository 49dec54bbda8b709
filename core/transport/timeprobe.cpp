// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/timeprobe.h"

#include <QHostInfo>
#include <QNetworkDatagram>
#include <QRandomGenerator>
#include <QUdpSocket>
#include <QtEndian>

namespace noonmark::transport {

namespace {

// RFC 5905 section 7.3: a header of 48 octets; where the two times stand that matter here.
constexpr qsizetype HeaderSize = 48;
constexpr qsizetype OriginAt = 24;
constexpr qsizetype TransmitAt = 40;
constexpr char VersionFourClient = 0x23;
constexpr int ModeMask = 7;
constexpr int ServerMode = 4;

} // namespace

TimeProbe::TimeProbe(QObject *parent, int patienceMilliseconds)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
}

TimeProbe::~TimeProbe() = default;

void TimeProbe::explain(const Place &place, const Error &silence)
{
    stop();
    m_place = place;
    m_silence = silence;
    m_patience.start();
    m_lookup = QHostInfo::lookupHost(place.host, this, [this](const QHostInfo &info) { resolved(info); });
}

void TimeProbe::stop()
{
    if (m_lookup != -1)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    m_patience.stop();
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->deleteLater(); // perhaps it is the one whose signal brought us here
    }
    m_socket = nullptr;
}

void TimeProbe::resolved(const QHostInfo &info)
{
    if (info.lookupId() != m_lookup)
        return;
    m_lookup = -1;
    if (info.addresses().isEmpty()) {
        finish(false);
        return;
    }
    m_socket = new QUdpSocket(this);
    m_socket->connectToHost(info.addresses().constFirst(), m_place.port);
    connect(m_socket, &QUdpSocket::readyRead, this, &TimeProbe::readDatagrams);
    connect(m_socket, &QUdpSocket::errorOccurred, this, [this] { finish(false); });
    m_cookie = QRandomGenerator::global()->generate64();
    QByteArray request(HeaderSize, '\0');
    request[0] = VersionFourClient;
    qToBigEndian(m_cookie, request.data() + TransmitAt);
    m_socket->write(request);
}

void TimeProbe::readDatagrams()
{
    while (m_socket != nullptr && m_socket->hasPendingDatagrams()) {
        const QByteArray data = m_socket->receiveDatagram().data();
        const bool isAnswer = data.size() >= HeaderSize && (data[0] & ModeMask) == ServerMode &&
                              qFromBigEndian<quint64>(data.constData() + OriginAt) == m_cookie;
        if (isAnswer)
            finish(true);
    }
}

void TimeProbe::finish(bool givesTime)
{
    const QString ourAddress = m_socket != nullptr ? m_socket->localAddress().toString() : QString();
    stop();
    if (givesTime)
        m_silence = {Failure::QueriesForbidden, {m_place.host.toStdString(), ourAddress.toStdString()}};
    emit explained(m_silence);
}

} // namespace noonmark::transport
