// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/control.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include <string>

namespace noonmark::test {

// A daemon for tests, on a free port of this machine: answers what it is told to.
class DaemonDouble : public QObject
{
public:
    DaemonDouble()
    {
        m_socket.bind(QHostAddress::LocalHost, 0);
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] { answer(); });
    }

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }

    bool answersQueries = true;
    bool givesTime = true;
    std::string variables = "version=\"ntpd\", leap=0, stratum=3, rootdelay=0.1, rootdisp=1.0, "
                            "refid=192.0.2.1, clock=0xeeaa8338.c19d7a2e, peer=0, offset=0.01, mintc=3";
    int looks = 0;

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_socket.receiveDatagram();
            const QByteArray data = question.data();
            const int mode = data.isEmpty() ? 0 : data[0] & 7;
            if (mode == 6 && answersQueries)
                m_socket.writeDatagram(question.makeReply(reply(data)));
            else if (mode == 3 && givesTime)
                m_socket.writeDatagram(question.makeReply(time(data)));
        }
    }

    // RFC 9327: 12 octets of header, the data, zeros up to a multiple of four.
    QByteArray reply(const QByteArray &question)
    {
        const int opcode = question[1] & 31;
        const bool isPlainRead = opcode == 2 && question.size() == 12;
        if (isPlainRead)
            ++looks;
        const QByteArray text = isPlainRead ? QByteArray::fromStdString(variables) : QByteArray();
        QByteArray answer = question.first(12);
        answer[1] = static_cast<char>(0x80 | opcode);
        if (opcode == 2 && !isPlainRead) { // a name that it does not know
            answer[1] = static_cast<char>(answer[1] | 0x40);
            answer[4] = 5;
        }
        answer[10] = static_cast<char>(text.size() >> 8);
        answer[11] = static_cast<char>(text.size());
        answer += text;
        return answer.append((4 - answer.size() % 4) % 4, '\0');
    }

    static QByteArray time(const QByteArray &question)
    {
        QByteArray answer(48, '\0');
        answer[0] = 0x24;
        answer[1] = 2;
        return answer.replace(24, 8, question.sliced(40, 8));
    }

    QUdpSocket m_socket;
};

} // namespace noonmark::test
