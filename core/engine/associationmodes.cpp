// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/association.h"
#include "core/engine/clientexchange.h"
#include "core/engine/ownheader.h"
#include "core/engine/symmetricexchange.h"
#include "core/protocol/refid.h"

#include <algorithm>

// What an association does differently by its mode (RFC 5905, section 3): client, symmetric, broadcast,
// manycast.
namespace noonmark::engine {

namespace {

constexpr double LocalClockDispersion = 0.010;
constexpr std::uint64_t AnswersOfAVolley =
    4; // the least of so many round trips is the delay of the broadcasts

enum HostMode : std::uint8_t
{
    Active = 1,
    Passive,
    Client,
    Sender = 5,
    Listener
};

} // namespace

void Association::makeExchange()
{
    switch (m_source.kind) {
    case SourceKind::Server:
    case SourceKind::BroadcastClient:
    case SourceKind::ManycastClient:
        m_exchange = std::make_unique<ClientExchange>(m_source.interleave);
        return;
    case SourceKind::Peer: {
        const auto side = m_configured ? SymmetricExchange::Side::Active : SymmetricExchange::Side::Passive;
        using Interleave = SymmetricExchange::Interleave;
        const bool mayBeAsked = side == SymmetricExchange::Side::Passive && m_source.key != 0;
        const Interleave interleave = m_source.interleave ? Interleave::Always
                                      : mayBeAsked        ? Interleave::IfAsked
                                                          : Interleave::Never;
        m_exchange = std::make_unique<SymmetricExchange>(side, m_source.key != 0, interleave);
        return;
    }
    case SourceKind::Pool:
    case SourceKind::LocalClock:
    case SourceKind::Broadcast:
        return;
    }
}

void Association::isEphemeral(std::uint16_t parent)
{
    m_poolId = parent;
    m_configured = false;
    m_peerPoll = static_cast<std::int8_t>(m_minPoll);
    makeExchange();
}

// Who gives no time has no reference; ntpd says there what the line is for.
std::uint32_t Association::refidAtStart() const
{
    const bool isGroup = m_remote && m_remote->address.isMulticast();
    if (isPool())
        return protocol::refidFromText("POOL");
    if (isManycast())
        return protocol::refidFromText("ACST");
    if (isBroadcast())
        return protocol::refidFromText(isGroup ? "MCST" : "BCST");
    return protocol::refidFromText("INIT");
}

std::uint8_t Association::hostMode() const
{
    if (isPeer())
        return m_configured ? Active : Passive;
    if (isBroadcast())
        return Sender;
    return m_listener && m_listener->isReady() ? Listener : Client;
}

// Soon, but never faster than an association may ask: two passive hosts would else answer each other for
// ever.
void Association::answerSoon(const Context &context)
{
    const Instant soon = context.now.monotonic + NtpDuration::seconds(spacing(context));
    if (!m_nextPoll || soon < *m_nextPoll)
        m_nextPoll = soon;
}

// Who has no time tells none; the pace never changes, because nobody answers.
void Association::broadcast(const Context &context)
{
    m_hostPoll = m_minPoll;
    m_nextPoll = context.now.monotonic + NtpDuration::seconds(powerOfTwo(m_minPoll));
    if (context.own.leap == 3)
        return;
    protocol::Packet packet = ownHeader(context.own, context.config, context.now.monotonic);
    packet.mode = protocol::Mode::Broadcast;
    packet.poll = static_cast<std::int8_t>(m_minPoll);
    packet.transmit = context.now.wall;
    if (!m_source.interleave) {
        send(packet, 0, context);
        return;
    }
    packet.origin = m_lastBroadcast.sent; // zero before the first one: that is a plain one
    m_lastBroadcast = {context.random.next64() | 1, context.now.wall};
    send(packet, m_lastBroadcast.request, context);
}

void Association::fudge(const SourceConfig &source, const Context &context)
{
    m_source = source;
    m_refid = protocol::refidFromText(source.localRefid);
    m_nextPoll = context.now.monotonic; // clients shall know it at once
}

void Association::pollLocalClock(const Context &context)
{ // The filter starts full: eight empty stages would count 16 s each and clients would refuse us for minutes.
    const Sample sample{0, 0, LocalClockDispersion, context.now.monotonic};
    while (m_filter.dispersion() > 1.5 * LocalClockDispersion)
        m_filter.add(sample, SampleFilter::Order::NewestFirst, 64);
    m_filter.add(sample, SampleFilter::Order::NewestFirst, 64);
    m_leap = 0;
    m_stratum = static_cast<std::uint8_t>(std::clamp(m_source.localStratum, 0, 16));
    m_peerMode = 4;
    m_precision = static_cast<std::int8_t>(context.config.precision);
    m_reftime = context.now.wall;
    m_received = context.now.wall;
    m_receivedAt = context.now.monotonic;
    m_reach = static_cast<std::uint8_t>(m_reach << 1 | 1);
    ++m_accepted;
    m_nextPoll = context.now.monotonic + NtpDuration::seconds(powerOfTwo(m_minPoll));
}

// How many routers a question or a broadcast to a group may cross. A manycast client asks in rings, each wider than the
// one before, until it has servers enough: `ttl` is what it may reach at most.
std::uint8_t Association::hopsOf(const Context &context) const
{
    constexpr int widest = 255;
    constexpr int unlessTold = 127; // the manual's; a list of rings tells, too
    static const std::vector<int> usual{31, 63, 95, 127, 159, 191, 223, 255}; // ntpd's
    if (!isManycast())
        return static_cast<std::uint8_t>(m_source.ttl > 0 ? std::min(m_source.ttl, widest) : unlessTold);
    const std::vector<int> &rings = context.config.rings.empty() ? usual : context.config.rings;
    const int ring = rings[std::min(m_ring, rings.size() - 1)];
    const int usualMost = context.config.rings.empty() ? unlessTold : widest;
    const int most = m_source.ttl > 0 ? m_source.ttl : usualMost;
    return static_cast<std::uint8_t>(std::clamp(std::min(ring, most), 1, widest));
}

void Association::listenOn(const Context &context)
{
    const double known = context.config.listening.broadcastDelay;
    m_listener.emplace(known > 0 ? std::optional(2 * known) : std::nullopt);
}

void Association::endVolley()
{
    if (!m_listener || m_listener->isReady() || m_accepted < AnswersOfAVolley)
        return;
    m_listener->delayIs(m_filter.delay());
    m_burst = 0;
    forgetPending();
}

Association::Reception Association::hear(const Arrival &arrival, SampleFilter::Order order,
                                         const Context &context)
{
    const auto decoded = protocol::decode(arrival.bytes);
    if (!decoded || !isFromSource(*decoded, arrival) ||
        !m_listener->belongs(decoded->packet, context.now.monotonic)) {
        refuseStranger(decoded);
        return Reception::Refused;
    }
    if (const auto refused = refuse(*decoded, arrival, context))
        return *refused;
    const protocol::Packet &packet = decoded->packet;
    m_listener->take(packet, context.now.monotonic);
    if (!m_listener->isReady())
        return Reception::Refused; // heard, but what the way takes is still being asked for
    const Reception worth = believe(packet, arrival, {}, context);
    if (worth != Reception::NoNews)
        return worth;
    const BroadcastListener::Measured measured = m_listener->measure(packet, {arrival.received, context.now});
    m_interleaved = measured.interleaved;
    Sample sample = measured.sample;
    sample.dispersion = hostDispersion(packet, context) + sample.delay / 2;
    Stamps stamps;
    stamps.at = measured.at;
    stamps.slewedSince = measured.slewedSince;
    return note(sample, stamps, order, context);
}

bool Association::isOffer(const Arrival &arrival, const Context &context) const
{
    const auto decoded = protocol::decode(arrival.bytes);
    if (!decoded || decoded->mac.size() == protocol::KeyNumberSize || !m_exchange->belongs(decoded->packet))
        return false;
    const protocol::Packet &packet = decoded->packet;
    const bool hasTime = packet.leap != protocol::Leap::Unsynchronised && packet.stratum > 0 &&
                         packet.stratum >= context.config.selection.floor &&
                         packet.stratum < context.config.selection.ceiling;
    const bool trusted = m_source.key != 0 || !context.config.authentication.required;
    return hasTime && trusted && signedAsAgreed(*decoded, arrival, context);
}

} // namespace noonmark::engine
