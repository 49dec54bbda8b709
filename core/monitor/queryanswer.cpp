// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/queryanswer.h"

#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace noonmark::monitor {

using protocol::Leap;
using protocol::Mode;
using protocol::Packet;

namespace {

constexpr std::uint8_t UnsynchronisedStratum = 16;

// Stratum 0 with a code that sends us away (RFC 5905, section 7.4). INIT and STEP are codes as well, of a
// server that has only just started: it is not synchronised, and nothing else.
bool isKiss(const Packet &packet)
{
    constexpr std::array codes{protocol::refidFromText("RATE"), protocol::refidFromText("DENY"),
                               protocol::refidFromText("RSTR"), protocol::refidFromText("NTSN")};
    return packet.stratum == 0 && std::ranges::find(codes, packet.refid) != codes.end();
}

QueryTrouble troubleOfMac(Bytes datagram, const protocol::Decoded &decoded, const QueryQuestion &question)
{
    if (question.key == nullptr)
        return QueryTrouble::None;
    if (decoded.mac.empty())
        return QueryTrouble::NotSigned;
    ByteReader mac(decoded.mac);
    const std::uint32_t number = mac.u32();
    if (mac.rest().empty()) // a crypto-NAK
        return QueryTrouble::KeyUnknown;
    const Bytes message = datagram.first(datagram.size() - decoded.mac.size());
    const bool isGood = number == question.keyNumber && question.key->verifies(message, mac.rest());
    return isGood ? QueryTrouble::None : QueryTrouble::BadMac;
}

QueryTrouble troubleOfAnswer(const Packet &packet)
{
    if (isKiss(packet))
        return QueryTrouble::Kissed;
    if (packet.transmit.isZero() || packet.receive.isZero())
        return QueryTrouble::NoTime;
    return QueryTrouble::None;
}

} // namespace

std::vector<std::byte> queryDatagram(const QueryQuestion &question)
{
    Packet packet;
    packet.transmit = question.cookie;
    std::vector<std::byte> datagram(protocol::HeaderSize);
    protocol::encode(packet, datagram);
    if (question.key == nullptr)
        return datagram;
    const protocol::Digest digest = question.key->digest(datagram);
    datagram.resize(protocol::HeaderSize + protocol::KeyNumberSize + digest.size);
    ByteWriter writer(MutableBytes(datagram).subspan(protocol::HeaderSize));
    writer.u32(question.keyNumber);
    writer.put(digest.view());
    return datagram;
}

QueryReply readReply(Bytes datagram, NtpTimestamp received, const QueryQuestion &question)
{
    const auto decoded = protocol::decode(datagram);
    if (!decoded || decoded->packet.mode != Mode::Server)
        return {};
    const Packet &packet = decoded->packet;
    if (packet.origin != question.cookie)
        return {QueryTrouble::WrongOrigin, {}, 0};
    QueryReply reply;
    const double there = (packet.receive - question.sent).toSeconds();
    const double back = (packet.transmit - received).toSeconds();
    // On a path of microseconds a server that guesses when it will send can claim to have kept us too long.
    reply.sample = {(there + back) / 2, std::max(there - back, 0.0), packet};
    reply.trouble = troubleOfMac(datagram, *decoded, question);
    if (reply.trouble == QueryTrouble::None)
        reply.trouble = troubleOfAnswer(packet);
    if (reply.trouble == QueryTrouble::Kissed)
        reply.kiss = packet.refid;
    return reply;
}

QueryFigures figuresOf(const std::vector<QuerySample> &samples)
{
    if (samples.empty())
        return {};
    std::vector<const QuerySample *> byDelay;
    for (const QuerySample &sample : samples)
        byDelay.push_back(&sample);
    std::ranges::stable_sort(byDelay, {}, &QuerySample::delay);
    const QuerySample &best = *byDelay.front();
    QueryFigures figures{best.offset, best.delay, 0, 0, best};
    double weight = 0.5;
    for (const QuerySample *sample : byDelay) {
        figures.dispersion += weight * std::fabs(sample->offset - best.offset);
        weight /= 2;
    }
    const double precision = std::ldexp(1, std::min<int>(best.packet.precision, 0));
    figures.rootDistance = best.delay / 2 + protocol::secondsFromShort(best.packet.rootDelay) / 2 +
                           protocol::secondsFromShort(best.packet.rootDispersion) + figures.dispersion +
                           precision;
    return figures;
}

QueryTrouble troubleOf(const QueryFigures &figures, double maxDistance)
{
    const Packet &packet = figures.best.packet;
    if (packet.leap == Leap::Unsynchronised)
        return QueryTrouble::Unsynchronised;
    if (packet.stratum == 0 || packet.stratum >= UnsynchronisedStratum)
        return QueryTrouble::StratumTooHigh;
    return figures.rootDistance < maxDistance ? QueryTrouble::None : QueryTrouble::DistanceTooLarge;
}

} // namespace noonmark::monitor
