// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/controlquery.h"

#include <QNetworkDatagram>
#include <QRandomGenerator>

namespace noonmark::transport {

namespace {

constexpr int MostAttempts = 3;
constexpr int MostDatagramsAtOnce = 64; // then the event loop has its turn, whoever floods us
constexpr qint64 LargestDatagram = 2048;

} // namespace

ControlQuery::ControlQuery(int patienceMilliseconds, QObject *parent)
    : QObject(parent)
    , m_patienceMilliseconds(patienceMilliseconds)
    , m_sequence(static_cast<std::uint16_t>(QRandomGenerator::global()->generate()))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ControlQuery::timedOut);
}

ControlQuery::~ControlQuery() = default;

void ControlQuery::connectTo(const QHostAddress &address, quint16 port)
{
    stop();
    if (m_socket != nullptr) { // perhaps it is the one whose signal brought us here
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    m_socket = new QUdpSocket(this);
    // A connected socket makes the kernel drop what others send, and tells when nothing listens there.
    m_socket->connectToHost(address, port);
    connect(m_socket, &QUdpSocket::readyRead, this, &ControlQuery::readDatagrams);
    connect(m_socket, &QUdpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::ConnectionRefusedError && m_isAsking)
            refused();
    });
}

void ControlQuery::refused()
{
    m_isAsking = false;
    m_patience.stop();
    emit unanswered(Failure::Refused);
}

void ControlQuery::ask(const ControlQuestion &question)
{
    m_question = question;
    m_attempts = 0;
    m_isAsking = true;
    send();
}

void ControlQuery::stop()
{
    m_isAsking = false;
    m_patience.stop();
}

void ControlQuery::send()
{ // A new number for each attempt: late fragments of the first answer must not mix with the second's.
    ++m_attempts;
    ++m_sequence;
    m_reassembly = {};
    protocol::ControlHeader header;
    header.opcode = static_cast<std::uint8_t>(m_question.opcode);
    header.association = m_question.association;
    header.sequence = m_sequence;
    const protocol::ControlDatagram datagram = protocol::controlRequest(header, m_question.names);
    const auto size = static_cast<qint64>(datagram.size());
    if (m_socket->write(reinterpret_cast<const char *>(datagram.data()), size) == size) {
        m_patience.start(m_patienceMilliseconds);
        return;
    }
    // No route there: no patience will help, but nobody may be told before ask() has returned.
    m_attempts = MostAttempts;
    m_patience.start(0);
}

void ControlQuery::timedOut()
{
    if (m_attempts < MostAttempts) {
        send();
        return;
    }
    m_isAsking = false;
    emit unanswered(Failure::NoAnswer);
}

void ControlQuery::readDatagrams()
{
    // Not hasPendingDatagrams(): it would eat the "connection refused" that the kernel has for us. An answer
    // may make the client change the socket under this loop; the new one is merely read early.
    for (int i = 0; i < MostDatagramsAtOnce; ++i) {
        const QNetworkDatagram datagram = m_socket->receiveDatagram(LargestDatagram);
        if (!datagram.isValid())
            return;
        if (m_isAsking)
            take(datagram.data());
    }
}

void ControlQuery::take(const QByteArray &datagram)
{
    const Bytes bytes =
        std::as_bytes(std::span(datagram.constData(), static_cast<std::size_t>(datagram.size())));
    const auto header = protocol::decodeControl(bytes);
    if (!header || !isOurs(*header))
        return;
    // Of a refusal only the code counts: both daemons leave stale numbers in its other fields.
    ControlAnswer answer{{}, header->status, {}};
    if (header->error) {
        answer.error = header->errorCode();
    } else {
        const auto data = protocol::controlData(*header, bytes);
        if (!data || m_reassembly.add(*header, *data) != protocol::ControlReassembly::State::Complete)
            return;
        answer.data = m_reassembly.data();
    }
    stop();
    emit answered(answer);
}

bool ControlQuery::isOurs(const protocol::ControlHeader &header) const
{
    return header.response && header.sequence == m_sequence && header.operation() == m_question.opcode &&
           header.association == m_question.association;
}

} // namespace noonmark::transport
