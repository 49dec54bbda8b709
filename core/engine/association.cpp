// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/association.h"

#include "core/engine/statuswords.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace noonmark::engine {

namespace {

constexpr int BurstQuestions = 6;
constexpr int QuestionsAgain = 4; // of a known source after a step: 16 s / 2^4 of dispersion is below maxdist
constexpr double BurstSpacing = 2;
constexpr int HeadwayIntervals = 7;
constexpr std::uint32_t KissRate = protocol::refidFromText("RATE");
constexpr std::uint32_t KissDeny = protocol::refidFromText("DENY");
constexpr std::uint32_t KissRestrict = protocol::refidFromText("RSTR");

constexpr std::uint32_t PeerBits =
    Flash::PeerStratum | Flash::PeerDistance | Flash::PeerLoop | Flash::PeerUnreachable;

SampleFilter::Settings filterSettings(const EngineConfig &config)
{
    return {config.discipline.dispersion, config.discipline.allanIntercept, config.selection.maxDistance,
            powerOfTwo(config.precision)};
}

} // namespace

Association::Association(std::uint16_t id, const SourceConfig &source, const Context &context)
    : m_id(id)
    , m_source(source)
    , m_filter(filterSettings(context.config))
    , m_lastAsked(context.now.monotonic - NtpDuration::seconds(1e6))
    , m_configuredMinPoll(std::clamp(source.minPoll, 0, 17))
    , m_maxPoll(std::clamp(source.maxPoll, m_configuredMinPoll, 17))
    , m_minPoll(m_configuredMinPoll)
    , m_hostPoll(m_configuredMinPoll)
    , m_refid(refidAtStart())
    , m_reachChanged(context.now.monotonic)
{
    makeExchange();
    if (!isLocalClock())
        return;
    m_remote =
        Endpoint{IpAddress::v4(0x7f7f0100U | static_cast<std::uint32_t>(source.localUnit & 0xff)), 123};
    m_refid = protocol::refidFromText(source.localRefid);
    m_nextPoll = context.now.monotonic;
}

void Association::start(const Endpoint &remote, double delay, const Context &context)
{
    m_remote = remote;
    m_local = {};
    m_model.clear();
    m_useless = 0;
    makeExchange();
    if (isBroadcastClient())
        listenOn(context);
    m_minPoll = m_configuredMinPoll;
    clear(refidAtStart(), context);
    m_unreach = 0;
    m_nextPoll = context.now.monotonic + NtpDuration::seconds(delay);
}

void Association::clear(std::uint32_t refid, const Context &context)
{
    forgetPending();
    if (isPool() || isLocalClock())
        return;
    m_filter.clear();
    m_burst = 0;
    m_burstArmed = false;
    m_reach = 0;
    m_leap = 3;
    m_stratum = 16;
    m_refid = givesNoTime() ? refidAtStart() : refid;
    m_tally = Tally::Reject;
    m_hostPoll = m_minPoll; // a server that asked us to slow down has not changed its mind
    m_throttle = 0;
    if (m_remote)
        m_nextPoll = context.now.monotonic + NtpDuration::seconds(spacing(context));
}

std::optional<Instant> Association::deadline() const
{
    return m_nextPoll;
}

bool Association::poll(int systemPoll, const Context &context)
{
    hurry(systemPoll, context);
    if (!m_nextPoll || context.now.monotonic < *m_nextPoll)
        return false;
    if (isLocalClock()) {
        pollLocalClock(context);
        return true;
    }
    if (isBroadcast()) {
        broadcast(context);
        return false;
    }
    m_missed = isWaiting();
    if (m_burst > 0)
        --m_burst;
    else
        shiftReach(context);
    const bool onlyListens = m_listener && m_listener->isReady();
    if (!onlyListens && !m_satisfied)
        ask(context);
    if (isManycast())
        m_ring = m_satisfied ? 0 : m_ring + 1; // who is near is asked first, also when one is lost
    schedule(systemPoll, context);
    return m_missed;
}

void Association::shiftReach(const Context &context)
{
    if (isManycast())
        return; // its servers answer for themselves
    const bool wasReachable = reachable();
    m_reach = static_cast<std::uint8_t>(m_reach << 1);
    if (!reachable() && m_sent > 0)
        m_filter.addMissing(context.now.monotonic);
    const bool nothingKnown = !reachable() || m_filter.dispersion() >= MaxDispersion;
    m_burstArmed = m_source.iburst && nothingKnown;
    constexpr std::uint32_t worthless = Flash::Stratum | Flash::Header | Flash::Denied | Flash::PeerLoop;
    const bool isUseless = m_tally == Tally::Falseticker || (m_flash & worthless) != 0;
    m_useless = isUseless ? m_useless + 1 : 0;
    if (reachable()) {
        m_unreach = 0;
        if (m_source.burst)
            m_burst = static_cast<int>(std::min(powerOfTwo(m_hostPoll - m_minPoll), 8.0)) - 1;
        return;
    }
    ++m_unreach;
    if (wasReachable)
        m_reachChanged = context.now.monotonic;
    if ((wasReachable || isWaiting()) && !std::exchange(m_toldSilence, true))
        tell(wasReachable ? EventKind::Unreachable : EventKind::NoReply, 0, context);
}

void Association::ask(const Context &context)
{
    protocol::Packet packet = m_exchange->ask(context);
    if (isPeer())
        packet.poll = static_cast<std::int8_t>(m_hostPoll);
    if (!send(packet, m_exchange->request(), context))
        m_exchange->forget(); // nobody was asked: nobody owes an answer

    const double since = (context.now.monotonic - m_lastAsked).toSeconds();
    m_throttle = std::max(0.0, m_throttle - since) + powerOfTwo(m_minPoll) - 2;
    m_lastAsked = context.now.monotonic;
}

// Peers and broadcasts speak from the service port, questions from a port of their own (RFC 9109).
bool Association::send(protocol::Packet packet, std::uint64_t request, const Context &context)
{
    packet.version = static_cast<std::uint8_t>(std::clamp(m_source.version, 1, 4));
    Transmit transmit{isPeer() || isBroadcast() ? std::uint16_t{0} : m_id, *m_remote, std::nullopt, request, {}, 0};
    if (isPeer() && !m_local.isUnspecified())
        transmit.local = m_local;
    if (m_remote->address.isMulticast())
        transmit.ttl = hopsOf(context);
    transmit.bytes.resize(LargestReply);
    protocol::encode(packet, transmit.bytes);
    std::size_t length = protocol::HeaderSize;
    if (m_source.key != 0)
        length = context.keys.sign(m_source.key, transmit.bytes, length);
    transmit.bytes.resize(length);
    noteKey(context);
    if (length == 0)
        return false; // without its key there is nothing to say: no answer would count
    context.outbox.push(std::move(transmit));
    ++m_sent;
    return true;
}

// Told when it changes, not at each question that is not asked.
void Association::noteKey(const Context &context)
{
    const KeyState state = context.keys.stateOf(m_source.key);
    if (std::exchange(m_toldKey, state) == state)
        return;
    if (state == KeyState::Untrusted)
        tell(EventKind::KeyUntrusted, m_source.key, context);
    else if (state == KeyState::Missing)
        tell(EventKind::KeyMissing, m_source.key, context);
}

double Association::spacing(const Context &context) const
{ // ntpd's headway: a burst is allowed, but on average never more than one question per 2^minpoll seconds.
    const double interval = powerOfTwo(m_minPoll);
    const double since = (context.now.monotonic - m_lastAsked).toSeconds();
    const double throttle = std::max(0.0, m_throttle - since);
    return std::max(BurstSpacing - std::min(since, BurstSpacing), throttle - HeadwayIntervals * interval);
}

int Association::pollFor(int systemPoll, const Context &context) const
{
    const bool onlyListens = m_listener && m_listener->isReady();
    if (onlyListens) // just to see whether the next one came
        return std::clamp<int>(m_peerPoll, m_minPoll, m_maxPoll);
    if (isPassive()) // answers at once; on its own it asks only what became of the other side
        return std::clamp(m_peerPoll + 1, m_minPoll, m_maxPoll);
    if (isPeer() && reachable()) // both at the pace of the quicker one
        systemPoll = std::min<int>(systemPoll, m_peerPoll);
    if (reachable()) // a lost answer is asked for again soon: it may be the first sign of a lost source
        return m_missed || m_model.doubtful() ? m_minPoll : std::clamp(systemPoll, m_minPoll, m_maxPoll);
    return pollInVain(context);
}

void Association::schedule(int systemPoll, const Context &context)
{
    m_hostPoll = pollFor(systemPoll, context);
    const double spread = 1 + 0.0625 * (1 - context.random.uniform()); // or a whole network asks in step
    const double regular = powerOfTwo(m_hostPoll) * spread;
    const double wait = m_burst > 0 ? BurstSpacing : std::max(regular, spacing(context));
    m_nextPoll = context.now.monotonic + NtpDuration::seconds(wait);
}

void Association::hurry(int systemPoll, const Context &context)
{ // The last answer may have told that the next one is needed sooner than was thought when it was asked for.
    const bool isRegular = reachable() && m_source.kind == SourceKind::Server && m_burst == 0;
    if (!m_nextPoll || !isRegular || isWaiting())
        return;
    const int wanted = pollFor(systemPoll, context);
    if (wanted >= m_hostPoll)
        return;
    const double share = std::ldexp(1.0, wanted - m_hostPoll);
    const double planned = (*m_nextPoll - m_lastAsked).toSeconds();
    m_hostPoll = wanted;
    m_nextPoll = m_lastAsked + NtpDuration::seconds(planned * share);
}

void Association::transmitted(const TransmitStamp &stamp)
{
    if (m_exchange)
        m_exchange->transmitted(stamp);
    if (m_lastBroadcast.request != 0 && m_lastBroadcast.request == stamp.request)
        m_lastBroadcast.sent = stamp.sent;
}

void Association::forgetPending()
{
    if (m_exchange)
        m_exchange->forget();
    if (m_listener)
        m_listener->forget();
    m_lastBroadcast = {};
}

void Association::clockSlewed(double seconds)
{
    if (isLocalClock())
        return;
    if (m_filter.epoch() != Instant()) // else there is no sample that could be kept true
        m_filter.shift(seconds);
    if (m_exchange)
        m_exchange->slewed(seconds);
    if (m_listener)
        m_listener->slewed(seconds);
}

// In this order because of CVE-2015-7979 and its kin: nothing that a stranger could have sent may change
// anything.
Association::Reception Association::receive(const Arrival &arrival, SampleFilter::Order order,
                                            const Context &context)
{
    const auto decoded = protocol::decode(arrival.bytes);
    if (!decoded || !isFromSource(*decoded, arrival) || !m_exchange->belongs(decoded->packet)) {
        refuseStranger(decoded);
        return Reception::Refused;
    }
    if (const auto refused = refuse(*decoded, arrival, context))
        return *refused;
    const protocol::Packet &packet = decoded->packet;
    const NtpTimestamp sent = m_exchange->sent();
    const Exchange::Taken taken = m_exchange->take(packet, arrival.received, context.now);
    if (isPassive())
        answerSoon(context);
    if (!taken.answer)
        return Reception::Refused; // the other side begins: believed once it has answered us
    m_interleaved = taken.stamps && taken.stamps->interleaved;
    const Reception worth = believe(packet, arrival, sent, context);
    if (worth != Reception::NoNews)
        return worth;
    beginBurst();
    if (!taken.stamps)
        return Reception::NoNews;
    const Reception news = note(measure(packet, *taken.stamps, context), *taken.stamps, order, context);
    endVolley();
    return news;
}

std::optional<Association::Reception> Association::refuse(const protocol::Decoded &decoded,
                                                          const Arrival &arrival, const Context &context)
{
    if (!signedAsAgreed(decoded, arrival, context)) {
        ++m_badAuth;
        m_flash |= Flash::Authentication; // only shown: the question stays open for the true answer
        return Reception::Refused;
    }
    if (forbidden(arrival.remote, context))
        return deny(context);
    return std::nullopt;
}

// Takes over what the packet says of itself. NoNews: it may be measured.
Association::Reception Association::believe(const protocol::Packet &packet, const Arrival &arrival,
                                            NtpTimestamp sent, const Context &context)
{
    m_authentic = m_source.key != 0;
    m_receivedAt = context.now.monotonic;
    m_received = arrival.received;
    context.outbox.push(AnswerSeen{sent, arrival.received, arrival.remote, arrival.local, packet});
    if (packet.mode == protocol::Mode::Server && packet.stratum == 0 && packet.refid != 0) {
        heed(packet, context);
        ++m_unsynchronised;
        return Reception::Kissed;
    }
    remember(packet, arrival);
    markReached(context);
    const std::uint32_t flaws = headerFlaws(packet, context.config.selection);
    m_flash = (m_flash & PeerBits) | flaws;
    if (flaws != 0) {
        ++((flaws & Flash::Header) != 0 ? m_far : m_unsynchronised);
        return Reception::Unusable;
    }
    ++m_accepted;
    return Reception::NoNews;
}

void Association::refuseStranger(const Result<protocol::Decoded> &decoded)
{
    ++m_bogus;
    if (decoded && !m_peerTransmit.isZero() && decoded->packet.transmit == m_peerTransmit)
        ++m_old;
}

bool Association::isFromSource(const protocol::Decoded &decoded, const Arrival &arrival) const
{
    const bool cryptoNak = decoded.mac.size() == protocol::KeyNumberSize; // changes nothing, whoever sent it
    return m_exchange && m_remote && arrival.remote == *m_remote && !cryptoNak;
}

// With a key nothing but that key counts: no MAC, another trusted key and a cut digest are all the same
// (CVE-2015-1798, CVE-2015-7974, CVE-2016-1567).
bool Association::signedAsAgreed(const protocol::Decoded &decoded, const Arrival &arrival,
                                 const Context &context) const
{
    if (m_source.key == 0)
        return true;
    const Bytes message = arrival.bytes.first(arrival.bytes.size() - decoded.mac.size());
    return context.keys.verify(message, decoded.mac, arrival.remote.address) == m_source.key;
}

bool Association::forbidden(const Endpoint &remote, const Context &context) const
{ // `restrict` holds for every packet, also for the answers of our own servers; as in ntpd `nopeer` refuses
  // pool members.
    const AccessTable &access = context.config.access;
    const std::uint32_t flags = access.match(remote.address, remote.port).flags;
    // `notrust`: only what is signed; signedAsAgreed() has been asked before.
    const std::uint32_t closed =
        AccessFlag::Ignore | AccessFlag::NoServe | (m_source.key == 0 ? AccessFlag::NoTrust : 0U);
    const bool noStrangers = access.dialect() != Dialect::Ntpsec && !configured();
    return (flags & closed) != 0 || (noStrangers && (flags & AccessFlag::NoPeer) != 0);
}

Association::Reception Association::deny(const Context &context)
{
    forgetPending();
    const bool known = (m_flash & Flash::Denied) != 0;
    m_flash |= Flash::Denied;
    constexpr double byOurRules = 1; // not by the source
    if (!known)
        tell(EventKind::AccessDenied, byOurRules, context);
    return Reception::Denied;
}

void Association::beginBurst()
{
    if (!m_burstArmed)
        return;
    m_burstArmed = false;
    m_burst = (m_model.ready() ? QuestionsAgain : BurstQuestions) - 1;
    m_nextPoll = m_lastAsked + NtpDuration::seconds(BurstSpacing);
}

Association::Reception Association::note(const Sample &sample, const Stamps &stamps,
                                         SampleFilter::Order order, const Context &context)
{
    if (const double leap = m_model.take(sample, stamps.at, context.belief); leap != 0)
        m_filter.follow(leap, sample.offset);
    Sample present = sample; // what the clock was corrected by since is no error of the source
    present.offset -= stamps.slewedSince;
    const auto news = m_filter.add(present, order, powerOfTwo(m_hostPoll));
    if (news == SampleFilter::News::Popcorn)
        tell(EventKind::Popcorn, present.offset - m_filter.offset(), context); // as in ntpd
    if (news != SampleFilter::News::Fresh)
        return Reception::NoNews;
    context.outbox.push(SampleTaken{m_id});
    return Reception::NewSample;
}

void Association::heed(const protocol::Packet &kiss, const Context &context)
{
    m_kissCode = kiss.refid;
    m_burst = 0;
    if (kiss.refid == KissRate) {
        m_minPoll = std::clamp(std::max<int>(kiss.poll, m_minPoll + 1), m_configuredMinPoll, m_maxPoll);
        m_hostPoll = std::max(m_hostPoll, m_minPoll);
        tell(EventKind::RateExceeded, m_minPoll, context);
    } else if (kiss.refid == KissDeny || kiss.refid == KissRestrict) {
        m_minPoll = m_maxPoll;
        m_hostPoll = m_minPoll;
        m_flash |= Flash::Denied;
        tell(EventKind::AccessDenied, 0, context);
    } else { // INIT, STEP and the like: it answers, but has no time to give
        m_leap = 3;
        m_stratum = 16;
        m_refid = kiss.refid;
        m_flash = Flash::Stratum;
        markReached(context);
        return;
    }
    m_nextPoll = context.now.monotonic + NtpDuration::seconds(powerOfTwo(m_hostPoll));
}

void Association::remember(const protocol::Packet &packet, const Arrival &arrival)
{
    m_local = arrival.local;
    m_leap = static_cast<std::uint8_t>(packet.leap);
    m_stratum = packet.stratum == 0 ? 16 : packet.stratum;
    m_peerMode = static_cast<std::uint8_t>(packet.mode);
    // A server that echoes the poll of a request that tells none would seem to be asked every second.
    m_peerPoll = std::max(packet.poll, static_cast<std::int8_t>(m_minPoll));
    m_precision = packet.precision;
    m_rootDelay = protocol::secondsFromShort(packet.rootDelay);
    m_rootDispersion = protocol::secondsFromShort(packet.rootDispersion);
    m_refid = packet.refid;
    m_reftime = packet.reference;
    m_peerTransmit = packet.transmit;
    m_kissCode = 0;
}

std::uint32_t Association::headerFlaws(const protocol::Packet &packet, const SelectionConfig &selection) const
{
    std::uint32_t flaws = 0;
    const bool unsynchronised = packet.leap == protocol::Leap::Unsynchronised;
    if (unsynchronised || m_stratum < selection.floor || m_stratum >= selection.ceiling)
        flaws |= Flash::Stratum;
    // An interleaved answer carries the transmit stamp of the one before: its receive stamp is the newer one.
    const bool updatedInTheFuture = !packet.reference.isZero() &&
                                    (packet.transmit - packet.reference).units() < 0 &&
                                    (packet.receive - packet.reference).units() < 0;
    if (m_rootDelay / 2 + m_rootDispersion >= MaxDispersion || updatedInTheFuture)
        flaws |= Flash::Header;
    return flaws;
}

double Association::hostDispersion(const protocol::Packet &packet, const Context &context) const
{
    return powerOfTwo(context.config.precision) + powerOfTwo(std::min<int>(packet.precision, 0));
}

Sample Association::measure(const protocol::Packet &packet, const Stamps &stamps, const Context &context) const
{ // RFC 5905, section 8. Differences first: absolute values would lose the era and the nanoseconds.
    const double there = (stamps.heard - stamps.sent).toSeconds();
    const double back = (stamps.answered - stamps.received).toSeconds();
    const double roundTrip = (stamps.received - stamps.sent).toSeconds();
    Sample sample;
    sample.offset = (there + back) / 2;
    sample.delay = std::max(std::fabs(there - back), powerOfTwo(context.config.precision));
    sample.dispersion =
        hostDispersion(packet, context) + context.config.discipline.dispersion * std::fabs(roundTrip);
    sample.epoch = stamps.at.monotonic;
    return sample;
}

void Association::markReached(const Context &context)
{
    const bool wasReachable = reachable();
    m_reach |= 1;
    m_unreach = 0;
    m_toldSilence = false;
    if (wasReachable)
        return;
    m_reachChanged = context.now.monotonic;
    tell(EventKind::Reachable, 0, context);
}

bool Association::fit(const Context &context)
{
    if (givesNoTime())
        return false;
    const SelectionConfig &selection = context.config.selection;
    const double phi = context.config.discipline.dispersion;
    m_flash &= ~PeerBits;
    if (m_leap == 3 || m_stratum < selection.floor || m_stratum >= selection.ceiling)
        m_flash |= Flash::PeerStratum;
    if (rootDistance(context.now.monotonic, phi) >= selection.maxDistance + phi * powerOfTwo(m_hostPoll))
        m_flash |= Flash::PeerDistance;
    const bool followsUs =
        m_stratum > 1 && !m_local.isUnspecified() && m_refid == protocol::refidFromAddress(m_local);
    if (asksNetwork() && followsUs)
        m_flash |= Flash::PeerLoop;
    if (!reachable() || m_source.noSelect)
        m_flash |= Flash::PeerUnreachable;
    constexpr std::uint32_t unusable = Flash::Denied | PeerBits;
    return (m_flash & unusable) == 0;
}

Candidate Association::candidate(const Context &context) const
{
    const double distance = rootDistance(context.now.monotonic, context.config.discipline.dispersion);
    return {m_id,
            m_filter.offset(),
            m_filter.jitter(),
            std::max(distance, context.config.selection.minDistance),
            m_stratum,
            m_leap,
            m_source.prefer,
            m_source.trueChimer};
}

double Association::rootDispersion(Instant now, double frequencyTolerance) const
{
    const double age = std::max(0.0, (now - m_filter.epoch()).toSeconds());
    return m_rootDispersion + m_filter.dispersion() + frequencyTolerance * age;
}

double Association::grain() const
{
    return powerOfTwo(std::min<int>(m_precision, 0));
}

double Association::sourceDispersion() const
{
    return m_rootDispersion + grain();
}

double Association::rootDistance(Instant now, double frequencyTolerance) const
{
    return rootDelay() / 2 + rootDispersion(now, frequencyTolerance) + m_filter.jitter();
}

std::uint32_t Association::refidForClients() const
{ // A reference clock passes its own name on; a server is known by its address.
    if (isLocalClock() || m_stratum != 0)
        return protocol::refidFromAddress(m_remote ? m_remote->address : IpAddress());
    return m_refid;
}

void Association::tell(EventKind kind, double value, const Context &context)
{
    if (const auto code = peerEventCode(kind)) {
        m_lastEvent = *code;
        m_eventCount = static_cast<std::uint8_t>(std::min(m_eventCount + 1, 15));
    }
    context.outbox.push(Event{kind, m_id, title(), context.now.wall, value, m_source.kind});
}

std::string Association::title() const
{
    const std::string address = m_remote ? m_remote->address.toString() : std::string();
    if (isLocalClock() || address.empty() || address == m_source.name)
        return m_source.name.empty() ? address : m_source.name;
    return m_source.name + " (" + address + ")";
}

} // namespace noonmark::engine
