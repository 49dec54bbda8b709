// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/clientlist.h"
#include "core/engine/clienttable.h"
#include "core/protocol/control.h"
#include "core/transport/place.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include <functional>
#include <optional>
#include <string>

namespace noonmark::test {

// A daemon with a list of clients, on a free port; answers READ_MRU with our own engine, or with what a test
// says.
class ListDouble : public QObject
{
public:
    explicit ListDouble(int clients)
        : table(100'000, Random::fromNumber(1))
    {
        for (int i = 0; i < clients; ++i)
            visit(i, i);
        m_socket.bind(QHostAddress::LocalHost, 0);
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] { answer(); });
    }

    void visit(int client, int second)
    {
        const IpAddress address = IpAddress::v4(0x0a000001 + static_cast<std::uint32_t>(client));
        m_now = {Instant::fromNanoseconds(1'000'000'000LL * second),
                 NtpTimestamp::fromUnix(1'795'000'000 + second, 0)};
        const auto at = table.touch({address, 123}, m_now.wall, 1);
        if (at != engine::ClientTable::End)
            table.note(at, m_now.wall, {.version = 4, .mode = 3});
    }
    [[nodiscard]] transport::Place place() const
    {
        return {QStringLiteral("127.0.0.1"), m_socket.localPort()};
    }

    engine::ClientTable table;
    std::function<std::optional<std::string>(const std::string &)> list; // instead of the engine's
    int lost = 0; // of so many requests the answers get lost
    int questions = 0;

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_socket.receiveDatagram();
            const QByteArray data = question.data();
            const auto bytes =
                std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())));
            const auto header = protocol::decodeControl(bytes);
            if (!header)
                continue;
            if (header->operation() == protocol::ControlOpcode::RequestNonce)
                send(question, *header, "nonce=0123456789abcdef01234567\r\n");
            else
                answerList(question, *header, bytes);
        }
    }

    void answerList(const QNetworkDatagram &question, const protocol::ControlHeader &header, Bytes bytes)
    {
        ++questions;
        if (lost > 0) {
            --lost;
            return;
        }
        const auto data = protocol::controlData(header, bytes);
        const std::string text(reinterpret_cast<const char *>(data->data()), data->size());
        if (list) {
            if (const auto said = list(text))
                send(question, header, *said);
            return;
        }
        const auto listed = engine::listClients(engine::ClientListRequest::parse(text), table, m_now,
                                                "0123456789abcdef01234567");
        if (listed)
            send(question, header, *listed);
        else
            reply(question, {protocol::controlRefusal(header, listed.error())});
    }

    void send(const QNetworkDatagram &question, const protocol::ControlHeader &header,
              const std::string &text)
    {
        reply(question, protocol::controlReply(header, text));
    }
    void reply(const QNetworkDatagram &question, const std::vector<protocol::ControlDatagram> &datagrams)
    {
        for (const auto &bytes : datagrams)
            m_socket.writeDatagram(question.makeReply(QByteArray(reinterpret_cast<const char *>(bytes.data()),
                                                                 static_cast<qsizetype>(bytes.size()))));
    }

    QUdpSocket m_socket;
    Now m_now;
};

} // namespace noonmark::test
