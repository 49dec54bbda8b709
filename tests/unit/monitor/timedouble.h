// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/control.h"
#include "core/protocol/packet.h"
#include "core/transport/place.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace noonmark::test {

// A host for tests that gives time and tells variables, on a port of its own; what it says can be bent.
class TimeDouble : public QObject
{
public:
    explicit TimeDouble(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0)
    {
        m_isBound = m_socket.bind(address, port);
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] { answer(); });
    }

    [[nodiscard]] bool isBound() const { return m_isBound; }
    [[nodiscard]] transport::Place place() const
    {
        return {m_socket.localAddress().toString(), m_socket.localPort()};
    }

    bool givesTime = true;
    bool answersQueries = true;
    double ahead = 0.25; // s
    int asked = 0;
    protocol::Packet packet = serverPacket();
    std::function<std::vector<QByteArray>(const QByteArray &)> bend; // instead of the answer
    std::string system =
        "leap=0, stratum=2, rootdelay=1.0, rootdisp=2.0, refid=192.0.2.1, peer=7, offset=0.5";
    std::map<std::uint16_t, std::string> associations;

private:
    static protocol::Packet serverPacket()
    {
        protocol::Packet packet;
        packet.mode = protocol::Mode::Server;
        packet.stratum = 2;
        packet.precision = -20;
        packet.refid = 0xc0000201;
        return packet;
    }

    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_socket.receiveDatagram();
            const QByteArray data = question.data();
            const auto bytes =
                std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())));
            if (const auto header = protocol::decodeControl(bytes); header && answersQueries)
                tell(question, *header);
            else if (const auto decoded = protocol::decode(bytes); !header && decoded && givesTime)
                give(question, decoded->packet);
        }
    }

    void tell(const QNetworkDatagram &question, const protocol::ControlHeader &header)
    {
        const auto found = associations.find(header.association);
        const std::string text = header.association == 0       ? system
                                 : found == associations.end() ? ""
                                                               : found->second;
        if (text.empty()) {
            send(question, protocol::controlRefusal(header, protocol::ControlError::UnknownAssociation));
            return;
        }
        for (const auto &datagram : protocol::controlReply(header, text))
            send(question, datagram);
    }

    void give(const QNetworkDatagram &question, const protocol::Packet &request)
    {
        ++asked;
        if (bend) {
            for (const QByteArray &bytes : bend(question.data()))
                write(question, bytes);
            return;
        }
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        protocol::Packet reply = packet;
        reply.origin = request.transmit;
        reply.receive = reply.transmit =
            NtpTimestamp::fromUnix(now / 1000, now % 1000 * 1'000'000) + NtpDuration::seconds(ahead);
        std::vector<std::byte> bytes(protocol::HeaderSize);
        protocol::encode(reply, bytes);
        send(question, bytes);
    }

    void send(const QNetworkDatagram &question, const std::vector<std::byte> &bytes)
    {
        write(question,
              QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    }

    // Not makeReply(): it would send from 127.0.0.1 whatever loopback address was asked.
    void write(const QNetworkDatagram &question, const QByteArray &bytes)
    {
        m_socket.writeDatagram(bytes, question.senderAddress(), static_cast<quint16>(question.senderPort()));
    }

    QUdpSocket m_socket;
    bool m_isBound = false;
};

} // namespace noonmark::test
