// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/broadcastlistener.h"
#include "core/engine/exchange.h"
#include "core/engine/samplefilter.h"
#include "core/engine/selection.h"
#include "core/engine/sourcemodel.h"
#include "core/protocol/packet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace noonmark::engine {

// Everything about one source: when to ask it, whether to believe an answer, what its answers say. How packets belong
// together is its Exchange's to know. Also stands for a `pool` line (asks nothing, its names mobilise others), for the
// local clock driver (asks nobody, is always there) and for a `broadcast` line (sends, and hears nothing).
class Association
{
public:
    // What came of an answer. Refused: it changed nothing but a counter.
    enum class Reception : std::uint8_t
    {
        Refused,
        Denied,
        Kissed,
        Unusable,
        NoNews,
        NewSample
    };

    Association(std::uint16_t id, const SourceConfig &source, const Context &context);

    [[nodiscard]] std::uint16_t id() const { return m_id; }
    [[nodiscard]] const SourceConfig &source() const { return m_source; }
    // May give us time from the network.
    [[nodiscard]] bool asksNetwork() const
    {
        return m_source.kind == SourceKind::Server || m_source.kind == SourceKind::Peer || isBroadcastClient();
    }
    [[nodiscard]] bool isPeer() const { return m_source.kind == SourceKind::Peer; }
    [[nodiscard]] bool isPassive() const { return isPeer() && !m_configured; }
    [[nodiscard]] bool isBroadcastClient() const { return m_source.kind == SourceKind::BroadcastClient; }
    [[nodiscard]] bool isBroadcast() const { return m_source.kind == SourceKind::Broadcast; }
    [[nodiscard]] bool isManycast() const { return m_source.kind == SourceKind::ManycastClient; }
    // Stands for a line that only mobilises others, or only sends.
    [[nodiscard]] bool givesNoTime() const { return isPool() || isBroadcast() || isManycast(); }
    [[nodiscard]] bool isLocalClock() const { return m_source.kind == SourceKind::LocalClock; }
    [[nodiscard]] bool isPool() const { return m_source.kind == SourceKind::Pool; }
    [[nodiscard]] const std::optional<Endpoint> &remote() const { return m_remote; }
    [[nodiscard]] bool configured() const { return m_configured; }
    [[nodiscard]] std::uint16_t poolId() const { return m_poolId; }
    // Came by itself: no line of the file asked for it.
    [[nodiscard]] bool isGuest() const { return !m_configured && m_poolId == 0; }
    [[nodiscard]] std::uint64_t accepted() const { return m_accepted; }
    [[nodiscard]] bool reachable() const { return m_reach != 0; }
    [[nodiscard]] int unanswered() const { return m_unreach; } // polls in a row without any reach
    [[nodiscard]] int useless() const { return m_useless; }    // polls in a row of answers that are worth nothing

    // Not a line of the file: found by a pool or manycast line (its id), or 0: by what it sent us. Before start().
    void isEphemeral(std::uint16_t parent);
    void askedAt(const IpAddress &local) { m_local = local; }
    // A manycast line that has found enough servers asks no more.
    void isSatisfied(bool satisfied) { m_satisfied = satisfied; }
    // Whether this answers our manycast question; changes nothing.
    [[nodiscard]] bool isOffer(const Arrival &arrival, const Context &context) const;
    // Of a local clock: `fudge` has changed what it says of itself. It runs on.
    void fudge(const SourceConfig &source, const Context &context);
    void resolutionIs(Resolution resolution) { m_resolution = resolution; }
    // Starts (again) with this address, first question after `delay`.
    void start(const Endpoint &remote, double delay, const Context &context);

    [[nodiscard]] std::optional<Instant> deadline() const;
    // Asked at its own steady pace, once in interval() s: no burst, no doubt, nothing lost.
    [[nodiscard]] bool isSteady() const;
    [[nodiscard]] double interval() const;
    [[nodiscard]] bool wasAskedAt(Instant moment) const { return m_sent > 0 && m_lastAsked == moment; }
    // Moves the next question away from those of `others`, which are asked as often.
    void keepApart(std::span<const std::unique_ptr<Association>> others, const Context &context);
    // Asks, if it is time to. `systemPoll` is the discipline's time constant. True: what the source is worth
    // has changed.
    bool poll(int systemPoll, const Context &context);
    Reception receive(const Arrival &arrival, SampleFilter::Order order, const Context &context);
    // Of a BroadcastClient: the next broadcast.
    Reception hear(const Arrival &arrival, SampleFilter::Order order, const Context &context);
    void transmitted(const TransmitStamp &stamp);
    void forgetPending(); // the clock was stepped under it
    void clockSlewed(double seconds);
    // The oscillator's count was interrupted, or somebody else set the clock.
    void forgetPhase() { m_model.forgetPhase(); }
    void leapt(NtpDuration by) { m_model.leapt(by); }
    // After a step nothing measured is true any more; asks again soon.
    void clear(std::uint32_t refid, const Context &context);

    // It answers and could be followed, but is still being asked its first questions.
    [[nodiscard]] bool isSettling() const
    {
        constexpr std::uint32_t unusable = Flash::Denied | Flash::PeerStratum | Flash::PeerLoop | Flash::PeerUnreachable;
        return m_burst > 0 && reachable() && asksNetwork() && !m_source.noSelect && (m_flash & unusable) == 0;
    }
    // Sets the TEST10 to TEST13 bits and tells whether the source may take part in selection.
    bool fit(const Context &context);
    [[nodiscard]] Candidate candidate(const Context &context) const;
    [[nodiscard]] const SourceModel &model() const { return m_model; }
    void tallyIs(Tally tally) { m_tally = tally; }
    void tell(EventKind kind, double value, const Context &context);
    void forgetEvents() { m_eventCount = 0; } // a reader with a key has seen them

    [[nodiscard]] std::uint8_t stratum() const { return m_stratum; }
    [[nodiscard]] double rootDelay() const { return m_rootDelay + m_filter.delay(); }
    // Root dispersion without the part that system jitter and offset add.
    [[nodiscard]] double rootDispersion(Instant now, double frequencyTolerance) const;
    // s; of the source's clock.
    [[nodiscard]] double grain() const;
    // What the source itself owns up to: its root dispersion and the grain of its clock.
    [[nodiscard]] double sourceDispersion() const;
    [[nodiscard]] double rootDistance(Instant now, double frequencyTolerance) const;
    [[nodiscard]] double delayNoise() const { return m_filter.delayNoise(); }
    [[nodiscard]] Instant epoch() const { return m_filter.epoch(); }
    [[nodiscard]] NtpTimestamp received() const { return m_received; }
    [[nodiscard]] std::uint32_t refidForClients() const;
    [[nodiscard]] const IpAddress &local() const { return m_local; }
    [[nodiscard]] int minPoll() const { return m_minPoll; }
    [[nodiscard]] int maxPoll() const { return m_maxPoll; }
    [[nodiscard]] AssociationSnapshot snapshot(const Context &context) const;

private:
    void makeExchange();
    void ask(const Context &context);
    void broadcast(const Context &context);
    [[nodiscard]] std::uint8_t hopsOf(const Context &context) const;
    void listenOn(const Context &context);
    // False: the key that it must be signed with cannot be used.
    bool send(protocol::Packet packet, std::uint64_t request, const Context &context);
    void noteKey(const Context &context);
    void pollLocalClock(const Context &context);
    void shiftReach(const Context &context);
    void schedule(int systemPoll, const Context &context);
    void hurry(int systemPoll, const Context &context);
    [[nodiscard]] double spacing(const Context &context) const;
    [[nodiscard]] int pollFor(int systemPoll, const Context &context) const;
    [[nodiscard]] int pollInVain(const Context &context) const;
    // Signature and access; absent: nothing is against it.
    std::optional<Reception> refuse(const protocol::Decoded &decoded, const Arrival &arrival,
                                    const Context &context);
    Reception believe(const protocol::Packet &packet, const Arrival &arrival, NtpTimestamp sent,
                      const Context &context);
    [[nodiscard]] bool isFromSource(const protocol::Decoded &decoded, const Arrival &arrival) const;
    // Whether the answer is signed as the configuration wants it.
    [[nodiscard]] bool signedAsAgreed(const protocol::Decoded &decoded, const Arrival &arrival,
                                      const Context &context) const;
    [[nodiscard]] bool forbidden(const Endpoint &remote, const Context &context) const;
    Reception deny(const Context &context);
    void beginBurst();
    void endVolley();
    void answerSoon(const Context &context);
    Reception note(const Sample &sample, const Stamps &stamps, SampleFilter::Order order,
                   const Context &context);
    void heed(const protocol::Packet &kiss, const Context &context);
    void remember(const protocol::Packet &packet, const Arrival &arrival);
    void refuseStranger(const Result<protocol::Decoded> &decoded);
    [[nodiscard]] std::uint32_t headerFlaws(const protocol::Packet &packet,
                                            const SelectionConfig &selection) const;
    [[nodiscard]] double hostDispersion(const protocol::Packet &packet, const Context &context) const;
    [[nodiscard]] Sample measure(const protocol::Packet &packet, const Stamps &stamps, const Context &context) const;
    void markReached(const Context &context);
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::uint8_t hostMode() const;
    [[nodiscard]] std::uint32_t refidAtStart() const;
    [[nodiscard]] bool isWaiting() const { return m_exchange && m_exchange->isWaiting(); }

    std::uint16_t m_id;
    SourceConfig m_source;
    std::uint16_t m_poolId = 0; // what found it
    bool m_configured = true;
    std::optional<Endpoint> m_remote;
    IpAddress m_local;
    Resolution m_resolution = Resolution::NotNeeded;
    SampleFilter m_filter;
    SourceModel m_model;
    Tally m_tally = Tally::Reject;

    std::unique_ptr<Exchange> m_exchange; // none: asks nobody
    std::optional<BroadcastListener> m_listener;
    bool m_satisfied = false;
    std::size_t m_ring = 0; // how many steps a manycast client's questions have gone outwards
    std::optional<Instant> m_nextPoll;
    Instant m_lastAsked;
    double m_throttle = 0; // seconds of headway used up
    int m_configuredMinPoll;
    int m_maxPoll;
    int m_minPoll; // a kiss of death may raise it
    int m_hostPoll;
    int m_burst = 0;           // questions still to come, 2 s apart
    bool m_burstArmed = false; // the first answer starts the burst
    std::uint8_t m_reach = 0;
    int m_unreach = 0;
    int m_useless = 0;
    TransmitStamp m_lastBroadcast; // of an interleaved one: to be told by the next
    bool m_missed = false; // the question before this one was never answered
    bool m_toldSilence = false;
    KeyState m_toldKey = KeyState::NotNeeded; // what was said of its key last

    std::uint8_t m_leap = 3;
    std::uint8_t m_stratum = 16;
    std::uint8_t m_peerMode = 0;
    std::int8_t m_peerPoll = 10;
    std::int8_t m_precision = 0;
    double m_rootDelay = 0;
    double m_rootDispersion = 0;
    std::uint32_t m_refid;
    NtpTimestamp m_reftime;
    NtpTimestamp m_received;
    std::optional<Instant> m_receivedAt;

    std::uint32_t m_flash = 0;
    std::uint32_t m_kissCode = 0;
    std::uint64_t m_sent = 0;
    std::uint64_t m_accepted = 0;
    std::uint64_t m_bogus = 0;
    std::uint64_t m_old = 0;
    std::uint64_t m_unsynchronised = 0;
    std::uint64_t m_far = 0;
    Instant m_reachChanged;
    NtpTimestamp m_peerTransmit; // of the last packet that counted
    std::uint64_t m_badAuth = 0;
    bool m_authentic = false;
    bool m_interleaved = false;
    std::uint8_t m_eventCount = 0;
    std::uint8_t m_lastEvent = 0;
};

// Packets may carry any byte as a poll or precision (RFC 9769 requests carry +32): never scale by it unchecked.
[[nodiscard]] inline double powerOfTwo(int exponent)
{
    return std::ldexp(1.0, std::clamp(exponent, -32, 17));
}

} // namespace noonmark::engine
