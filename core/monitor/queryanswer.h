// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/endpoint.h"
#include "core/protocol/mac.h"
#include "core/protocol/packet.h"

#include <string>
#include <vector>

// What one question to a time server means, without sockets: made and judged as `ntpdate -q` and -d do.
namespace noonmark::monitor {

enum class QueryTrouble : unsigned char
{
    None,
    // nothing that could be judged
    NameUnresolved,
    Silent,
    Refused,
    Unreachable,
    WrongOrigin,
    Malformed,
    // an answer that is no time
    Kissed,
    NotSigned,
    KeyUnknown,
    BadMac,
    NoTime,
    // a time that nobody should follow
    Unsynchronised,
    StratumTooHigh,
    DistanceTooLarge
};

struct QuerySample
{
    double offset = 0; // of the server minus this machine's: positive means that we are slow
    double delay = 0;
    protocol::Packet packet;
};

struct QueryQuestion
{
    NtpTimestamp cookie; // random, sent as our transmit time: the answer must bring it back (CVE-2020-13817)
    NtpTimestamp sent;   // when it really went
    std::uint32_t keyNumber = 0;
    protocol::MacKey *key = nullptr;
};

struct QueryReply
{
    QueryTrouble trouble = QueryTrouble::Malformed;
    QuerySample sample; // of every answer to this question, good or bad
    std::uint32_t kiss = 0;
};

[[nodiscard]] std::vector<std::byte> queryDatagram(const QueryQuestion &question);
[[nodiscard]] QueryReply readReply(Bytes datagram, NtpTimestamp received, const QueryQuestion &question);

// What several questions to one server brought.
struct QueryFigures
{
    double offset = 0;
    double delay = 0;
    double dispersion = 0;   // of the offsets around that of the shortest way, each weighing half of the last
    double rootDistance = 0; // how wrong its time can be, seen from here
    QuerySample best;        // the one that was shortest on its way: the rest waited somewhere
};
[[nodiscard]] QueryFigures figuresOf(const std::vector<QuerySample> &samples);
// Whether a client should follow this server: None, or why not.
[[nodiscard]] QueryTrouble troubleOf(const QueryFigures &figures, double maxDistance);

} // namespace noonmark::monitor
