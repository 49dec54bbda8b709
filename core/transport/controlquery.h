// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/control.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>

#include <optional>
#include <string>

namespace noonmark::transport {

struct ControlQuestion
{
    protocol::ControlOpcode opcode = protocol::ControlOpcode::ReadVariables;
    std::uint16_t association = 0;
    std::string names;
};

struct ControlAnswer
{
    std::optional<protocol::ControlError> error;
    std::uint16_t status = 0;
    std::string data;
};

// One mode 6 question at a time to one address: sends it up to three times, takes only answers that carry its
// sequence number, opcode and association from the address that was asked, and puts their fragments together.
class ControlQuery : public QObject
{
    Q_OBJECT

public:
    explicit ControlQuery(int patienceMilliseconds, QObject *parent = nullptr);
    ~ControlQuery() override;

    void connectTo(const QHostAddress &address, quint16 port);
    void ask(const ControlQuestion &question);
    void stop();

signals:
    void answered(const noonmark::transport::ControlAnswer &answer);
    void unanswered(noonmark::Failure why); // NoAnswer, or Refused: the host says that nothing listens there

private:
    void send();
    void timedOut();
    void refused();
    void readDatagrams();
    void take(const QByteArray &datagram);
    [[nodiscard]] bool isOurs(const protocol::ControlHeader &header) const;

    QUdpSocket *m_socket = nullptr; // a child; a new one for each address: from a new, random port
    QTimer m_patience;
    int m_patienceMilliseconds;
    ControlQuestion m_question;
    protocol::ControlReassembly m_reassembly;
    std::uint16_t m_sequence = 0;
    int m_attempts = 0;
    bool m_isAsking = false;
};

} // namespace noonmark::transport
