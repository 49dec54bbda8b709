// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/trace.h"

#include "core/monitor/query.h"
#include "core/protocol/refid.h"
#include "core/transport/controlquery.h"
#include "core/transport/controlsnapshot.h"
#include "core/transport/resolver.h"

#include <algorithm>

namespace noonmark::monitor {

using protocol::ControlOpcode;

namespace {

constexpr std::uint32_t OrphanRefid = 0x7f000001;
constexpr std::uint8_t UnsynchronisedStratum = 16;
constexpr std::uint8_t UnsynchronisedLeap = 3;
constexpr std::uint8_t LocalClockType = 1;

bool isUnsynchronised(const TraceHop &hop)
{
    return hop.leap == UnsynchronisedLeap || hop.stratum == 0 || hop.stratum >= UnsynchronisedStratum;
}

bool isReferenceClock(const IpAddress &address)
{
    return address.isV4() && address.isReferenceClock();
}

// 127.127.1.u
bool isLocalRefid(std::uint32_t refid)
{
    return refid >> 8 == 0x7f7f01;
}

} // namespace

std::uint16_t readHop(const protocol::ControlVariables &variables, TraceHop &hop)
{
    transport::ControlReading reading;
    reading.system = variables;
    const engine::SystemSnapshot system = transport::snapshotFromVariables(reading).system;
    hop.answersQueries = true;
    const std::string *refid = protocol::findVariable(variables, "refid");
    hop.isRefidAddress = refid != nullptr && IpAddress::parse(*refid).has_value();
    hop.leap = protocol::findVariable(variables, "leap") != nullptr ? system.leap : UnsynchronisedLeap;
    hop.stratum = system.stratum;
    hop.offset = system.offset;
    hop.rootDistance = system.rootDelay / 2 + system.rootDispersion;
    hop.refid = system.refid;
    return system.peer;
}

void findNext(TraceHop &hop, const std::optional<IpAddress> &source)
{
    const bool isTold = source && !source->isUnspecified();
    const IpAddress target = isTold ? *source : IpAddress::v4(hop.refid);
    const bool isLocalClock = isTold
                                  ? isReferenceClock(target) && target.bytes()[2] == LocalClockType
                                  : hop.refid == protocol::refidFromText("LOCL") || isLocalRefid(hop.refid);
    if (isUnsynchronised(hop))
        hop.end = TraceEnd::Unsynchronised;
    else if (isLocalClock)
        hop.end = TraceEnd::LocalClock;
    else if (hop.stratum == 1 || isReferenceClock(target))
        hop.end = TraceEnd::ReferenceClock;
    else if (!isTold && hop.refid == OrphanRefid)
        hop.end = TraceEnd::Orphan;
    else if (!isTold &&
             (!hop.isRefidAddress || target.isUnspecified() || target.isMulticast() || target.isLoopback()))
        hop.end = TraceEnd::NotTold;
    else
        hop.next = Endpoint{target, 0};
}

class Trace::Private : public QObject
{
public:
    Private(Trace &trace, TraceOptions options);

    void start(const transport::Place &place);
    void stop();

    bool isTracing = false;
    std::vector<TraceHop> hops;

private:
    void visit(const Endpoint &endpoint, bool isGuess);
    void resolved(const engine::NameAnswer &answer);
    void answered(const transport::ControlAnswer &answer);
    void unanswered(Failure why);
    void askForTime();
    void timeCame();
    void goOn(const std::optional<IpAddress> &source);
    void finish(TraceEnd end);
    [[nodiscard]] bool wasPassed(const IpAddress &address) const;

    Trace &m_trace;
    TraceOptions m_options;
    transport::Resolver m_resolver;
    transport::ControlQuery m_control;
    Query m_query;
    transport::Place m_place;
    std::uint32_t m_round = 0;
    bool m_knowsSystem = false;
};

Trace::Private::Private(Trace &trace, TraceOptions options)
    : m_trace(trace)
    , m_options(options)
    , m_control(options.patienceMilliseconds)
    , m_query({.samples = 2, .spacingMilliseconds = 0, .patienceMilliseconds = options.patienceMilliseconds})
{
    connect(&m_resolver, &transport::Resolver::answered, this, &Private::resolved);
    connect(&m_control, &transport::ControlQuery::answered, this, &Private::answered);
    connect(&m_control, &transport::ControlQuery::unanswered, this, &Private::unanswered);
    connect(&m_query, &Query::finished, this, &Private::timeCame);
}

void Trace::Private::start(const transport::Place &place)
{
    stop();
    hops.clear();
    isTracing = true;
    m_place = place;
    m_resolver.ask({++m_round, place.host.toStdString(), {}});
}

void Trace::Private::stop()
{
    isTracing = false;
    m_control.stop();
    m_query.stop();
}

void Trace::Private::resolved(const engine::NameAnswer &answer)
{
    if (!isTracing || answer.question != m_round)
        return;
    if (answer.addresses.empty()) {
        hops.push_back({});
        hops.back().name = m_place.host.toStdString();
        finish(TraceEnd::NameUnresolved);
        return;
    }
    visit({answer.addresses.front(), m_place.port}, false);
}

void Trace::Private::visit(const Endpoint &endpoint, bool isGuess)
{
    TraceHop hop;
    hop.endpoint = endpoint;
    hop.isGuess = isGuess;
    if (hops.empty())
        hop.name = m_place.host.toStdString();
    hops.push_back(hop);
    m_knowsSystem = false;
    m_control.connectTo(QHostAddress(QString::fromStdString(endpoint.address.toString())), endpoint.port);
    m_control.ask({ControlOpcode::ReadVariables, 0, {}});
}

void Trace::Private::answered(const transport::ControlAnswer &answer)
{
    const auto variables = protocol::parseControlVariables(answer.data);
    if (m_knowsSystem) {
        const std::string *source = protocol::findVariable(variables, "srcadr");
        goOn(source != nullptr ? IpAddress::parse(*source) : std::nullopt);
        return;
    }
    if (answer.error || protocol::findVariable(variables, "stratum") == nullptr) {
        askForTime();
        return;
    }
    m_knowsSystem = true;
    const std::uint16_t peer = readHop(variables, hops.back());
    if (peer == 0)
        goOn(std::nullopt);
    else
        m_control.ask({ControlOpcode::ReadVariables, peer, "srcadr"});
}

void Trace::Private::unanswered(Failure why)
{
    if (m_knowsSystem) // it told itself, but not whom it follows: its reference id must do
        goOn(std::nullopt);
    else if (why == Failure::Refused)
        finish(TraceEnd::Refused);
    else
        askForTime();
}

void Trace::Private::askForTime()
{
    const Endpoint &endpoint = hops.back().endpoint;
    m_query.ask({{QString::fromStdString(endpoint.address.toString()), endpoint.port}});
}

void Trace::Private::timeCame()
{
    const QueryResult &result = m_query.result(0);
    TraceHop &hop = hops.back();
    if (!result.gaveTime()) {
        finish(result.trouble == QueryTrouble::Refused ? TraceEnd::Refused : TraceEnd::Silent);
        return;
    }
    const protocol::Packet &packet = result.figures.best.packet;
    hop.givesTime = true;
    hop.leap = static_cast<std::uint8_t>(packet.leap);
    hop.stratum = packet.stratum == 0 ? UnsynchronisedStratum : packet.stratum;
    hop.offset = result.figures.offset;
    hop.rootDistance = result.figures.rootDistance;
    hop.refid = packet.refid;
    goOn(std::nullopt);
}

bool Trace::Private::wasPassed(const IpAddress &address) const
{
    return std::ranges::any_of(hops, [&](const TraceHop &hop) { return hop.endpoint.address == address; });
}

void Trace::Private::goOn(const std::optional<IpAddress> &source)
{
    TraceHop &hop = hops.back();
    findNext(hop, source);
    if (hop.next)
        hop.next->port = m_options.port;
    if (hop.next && wasPassed(hop.next->address))
        hop.end = TraceEnd::Loop;
    else if (hop.next && static_cast<int>(hops.size()) > m_options.longest)
        hop.end = TraceEnd::TooDeep;
    if (hop.end != TraceEnd::GoesOn) {
        finish(hop.end);
        return;
    }
    const Endpoint next = *hop.next;
    const bool isGuess = !source;
    const std::uint32_t round = m_round;
    emit m_trace.hopFound(static_cast<int>(hops.size()) - 1);
    if (isTracing && round == m_round)
        visit(next, isGuess);
}

void Trace::Private::finish(TraceEnd end)
{
    stop();
    hops.back().end = end;
    const std::uint32_t round = m_round;
    emit m_trace.hopFound(static_cast<int>(hops.size()) - 1);
    if (round == m_round)
        emit m_trace.finished();
}

Trace::Trace(TraceOptions options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, options))
{}

Trace::~Trace() = default;

void Trace::start(const transport::Place &place)
{
    m_d->start(place);
}

void Trace::stop()
{
    m_d->stop();
}

bool Trace::isTracing() const
{
    return m_d->isTracing;
}

const std::vector<TraceHop> &Trace::hops() const
{
    return m_d->hops;
}

} // namespace noonmark::monitor
