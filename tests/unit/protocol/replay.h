// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/protocol/captures.h"

#include <QObject>
#include <QUdpSocket>

#include <map>
#include <span>

namespace captures {

using noonmark::protocol::ControlError;
using noonmark::protocol::ControlOpcode;

// A daemon that says again what real ones said, or what a test wants said.
class Replay : public QObject
{
public:
    explicit Replay(const QStringList &recorded)
    {
        for (const QString &capture : recorded)
            for (const Answer &answer : answers(capture))
                m_answers.insert_or_assign({answer.header.opcode, answer.header.association}, answer);
        m_socket.bind(QHostAddress::LocalHost);
        connect(&m_socket, &QUdpSocket::readyRead, this, &Replay::answer);
    }
    [[nodiscard]] QString place() const { return QStringLiteral("127.0.0.1:%1").arg(m_socket.localPort()); }
    void say(ControlOpcode opcode, std::uint16_t association, const std::string &text,
             std::uint16_t status = 0x0615)
    {
        Answer answer;
        answer.header.status = status;
        answer.data = text;
        m_answers.insert_or_assign({static_cast<std::uint8_t>(opcode), association}, answer);
    }

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            QByteArray request(m_socket.pendingDatagramSize(), '\0');
            QHostAddress from;
            quint16 port = 0;
            m_socket.readDatagram(request.data(), request.size(), &from, &port);
            auto header = noonmark::protocol::decodeControl(std::as_bytes(std::span(request)));
            if (!header)
                continue;
            const auto found = m_answers.find({header->opcode, header->association});
            const bool namesSome = header->operation() == ControlOpcode::ReadVariables && header->count > 0;
            if (found == m_answers.end() || namesSome) {
                send(noonmark::protocol::controlRefusal(*header, ControlError::UnknownVariable), from, port);
                continue;
            }
            header->status = found->second.header.status;
            for (const auto &datagram : noonmark::protocol::controlReply(*header, found->second.data))
                send(datagram, from, port);
        }
    }
    void send(const ControlDatagram &datagram, const QHostAddress &from, quint16 port)
    {
        m_socket.writeDatagram(reinterpret_cast<const char *>(datagram.data()),
                               static_cast<qint64>(datagram.size()), from, port);
    }

    QUdpSocket m_socket;
    std::map<std::pair<std::uint8_t, std::uint16_t>, Answer> m_answers;
};

// What the stock tool made of a capture.
inline QStringList printed(const QString &capture)
{
    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/mode6/") + capture + QStringLiteral(".out"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace captures
