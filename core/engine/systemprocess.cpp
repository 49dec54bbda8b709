// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/systemprocess.h"

#include "core/engine/statuswords.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace noonmark::engine {

namespace {

constexpr double SameStep = 0.01; // s: so close to a second is a step at the end of the month if it is the leap
constexpr double Unlimited = std::numeric_limits<double>::max();
// s: a master that is the only clock of its network says no more, however long it is alone: clients refuse
// root distances from 1.5 s on (`tos maxdist`), and would then agree on no time at all.
constexpr double FaithfulClients = 1;

int onWire(std::uint8_t stratum)
{
    return std::min<int>(stratum, 16);
}

// Of two orphans that hear each other only one may follow: the one with the larger name (ntpd's refid
// metric).
bool mayBeOrphanParent(const Association &association)
{
    return association.remote() && protocol::refidFromAddress(association.remote()->address) <
                                       protocol::refidFromAddress(association.local());
}

} // namespace

SystemProcess::SystemProcess(std::unique_ptr<Discipline> discipline, Instant now)
    : m_discipline(std::move(discipline))
    , m_lastUpstream(now)
{
    m_variables.updated = now;
}

void SystemProcess::start(const Context &context)
{
    const Decision decision = m_discipline->start(context.now.monotonic);
    for (const Notice &notice : decision.notices)
        tell(notice.kind, notice.value, context);
    if (decision.rate)
        context.outbox.push(ClockCommand(SetRate{*decision.rate}));
    tell(EventKind::Restart, 0, context); // last, as in ntpd: ntpstat looks for it
}

void SystemProcess::tick(Sources &sources, const Context &context)
{
    settle(sources, context);
    if (m_variables.leap != 3)
        announce(m_variables.leap, context); // what the file says also counts while no server is heard
    leapIfDue(sources, context);
    const Association *peer = sources.find(m_peer);
    if (peer && !m_peerIsLocal)
        m_lastUpstream = context.now.monotonic;
    if (!peer || m_peerIsLocal)
        review(sources, context);
}

void SystemProcess::settle(Sources &sources, const Context &context)
{
    const Tick tick = m_discipline->tick(context.now.monotonic);
    if (tick.slewed != 0)
        sources.clockSlewed(tick.slewed);
    if (tick.rate)
        context.outbox.push(ClockCommand(SetRate{*tick.rate}));
}

void SystemProcess::review(Sources &sources, const Context &context)
{
    std::vector<Association *> fit;
    const int orphan = context.config.selection.orphanStratum;
    for (const auto &association : sources.all()) {
        association->tallyIs(Tally::Reject);
        if (!association->fit(context))
            continue;
        const bool lastResort = association->isLocalClock() && !association->source().prefer;
        const bool tooDeep = association->asksNetwork() && association->stratum() > orphan;
        const bool rival = association->asksNetwork() && association->stratum() == orphan &&
                           !mayBeOrphanParent(*association);
        if (!lastResort && !tooDeep && !rival)
            fit.push_back(association.get());
    }
    // Real sources come before an orphan parent, which knows no more than we do.
    const auto isParent = [&](const Association *a) { return a->asksNetwork() && a->stratum() == orphan; };
    if (!std::all_of(fit.begin(), fit.end(), isParent))
        std::erase_if(fit, isParent);
    selectAmong(sources, fit, context);
}

void SystemProcess::selectAmong(Sources &sources, const std::vector<Association *> &fit,
                                const Context &context)
{
    std::vector<Candidate> candidates;
    for (const Association *association : fit) {
        candidates.push_back(association->candidate(context));
        if (learnsFromEverySample() && association->model().ready()) {
            const Estimate estimate = association->model().estimate(context.now);
            candidates.back().offset = estimate.offset;
            candidates.back().deviation = estimate.deviation();
        }
    }
    const Selection selection = select(candidates, context.config.selection, m_peer, m_damper);
    for (std::size_t i = 0; i < fit.size(); ++i)
        fit[i]->tallyIs(selection.tallies[i]);
    m_divided = !fit.empty() && !convinces(selection, fit, context, sources);
    if (m_divided)
        withdraw(context);
    if (!selection.systemPeer || m_divided) {
        fallBack(sources, context);
        return;
    }
    Association *peer = fit[*selection.systemPeer];
    becomePeer(peer, context);
    if (peer->isLocalClock()) {
        adoptLocalClock(*peer, context);
        return;
    }
    m_lastUpstream = context.now.monotonic;
    learnFrom({selection, candidates, fit, peer}, sources, context);
}

// The first answers leave so much room that any sources overlap: that alone is no majority, nor is who was
// quickest to answer often enough. Whoever follows a majority may go on with what overlaps; the own clock is
// none.
bool SystemProcess::convinces(const Selection &selection, const std::vector<Association *> &fit,
                              const Context &context, const Sources &sources) const
{
    if (selection.survivors == 0 || m_claimedSince)
        return selection.survivors > 0;
    const bool forced = std::any_of(fit.begin(), fit.end(), [](const Association *association) {
        return association->source().prefer || association->source().trueChimer;
    });
    std::size_t votes = fit.size();
    std::size_t inFavour = selection.survivors;
    for (const auto &association : sources.all()) {
        const bool isFit = std::find(fit.begin(), fit.end(), association.get()) != fit.end();
        if (isFit || !association->isSettling() || !association->model().ready())
            continue;
        const Estimate estimate = association->model().estimate(context.now);
        const double apart = std::fabs(estimate.offset - selection.offset);
        ++votes;
        inFavour += apart <= deviationAllowed(estimate.deviation(), association->candidate(context).distance) ? 1U : 0U;
    }
    return forced || (selection.agreed && 2 * inFavour > votes);
}

// An agreement that breaks as soon as the sources are known better never was one.
void SystemProcess::withdraw(const Context &context)
{
    if (!m_claimedSince || m_peerIsLocal || m_orphan)
        return;
    if ((context.now.monotonic - *m_claimedSince).toSeconds() < context.config.discipline.stepOut)
        unsynchronise("INIT", context);
}

void SystemProcess::learnFrom(const Choice &choice, Sources &sources, const Context &context)
{
    Measurement measurement{.at = choice.peer->epoch(),
                            .offset = choice.selection.offset,
                            .jitter = choice.selection.jitter,
                            .noise = std::hypot(choice.peer->delayNoise(), choice.selection.spread),
                            .minPoll = choice.peer->minPoll(),
                            .maxPoll = choice.peer->maxPoll(),
                            .estimate = {}};
    if (learnsFromEverySample()) {
        measurement.estimate = hear(choice, context);
        for (const std::size_t index : choice.selection.combined)
            measurement.at = std::max(measurement.at, choice.associations[index]->model().newest());
        if (measurement.estimate)
            measurement.offset = measurement.estimate->offset;
    }
    if (!m_anyUsed || measurement.at > m_used)
        update(choice, measurement, sources, context);
    else if (m_following && m_variables.leap != 3)
        adoptIfCloser(choice, context);
}

std::optional<Estimate> SystemProcess::hear(const Choice &choice, const Context &context)
{
    std::vector<Company::Member> members;
    for (const std::size_t index : choice.selection.combined) {
        const Association &source = *choice.associations[index];
        if (source.model().ready()) // the local clock is not
            members.push_back({source.id(), &source.model(), source.rootDelay() / 2 + source.sourceDispersion(),
                               source.grain()});
    }
    std::vector<std::uint16_t> liars;
    for (std::size_t i = 0; i < choice.associations.size(); ++i)
        if (choice.selection.tallies[i] == Tally::Falseticker || choice.selection.tallies[i] == Tally::Outlier)
            liars.push_back(choice.associations[i]->id());
    if (members.empty())
        return std::nullopt;
    return m_company.hear(members, liars, context.now);
}

void SystemProcess::adoptIfCloser(const Choice &choice, const Context &context)
{ // Nothing for the discipline; but an older sample's dispersion may have shrunk.
    if (m_variables.own.known())
        return;
    const double phi = context.config.discipline.dispersion;
    const double own = m_systemJitter + std::fabs(m_discipline->status().offset);
    const double fresh = choice.peer->rootDispersion(context.now.monotonic, phi) +
                         std::max(own, context.config.selection.minDistance);
    if (fresh < m_variables.rootDispersionAt(context.now.monotonic, phi))
        adopt(choice.selection, *choice.peer, context);
}

void SystemProcess::fallBack(Sources &sources, const Context &context)
{
    const double alone = (context.now.monotonic - m_lastUpstream).toSeconds();
    const bool patient = alone < context.config.selection.orphanWait && !sources.onlyLocalClocks();
    Association *local = nullptr;
    for (const auto &association : sources.all())
        if (association->isLocalClock() && association->fit(context) && !local)
            local = association.get();
    if (patient || !local) {
        becomePeer(nullptr, context);
        if (!patient && context.config.selection.orphanStratum < 16 && !m_discipline->status().refusedOffset)
            adoptOrphan(context);
        return;
    }
    local->tallyIs(Tally::SystemPeer);
    becomePeer(local, context);
    adoptLocalClock(*local, context);
}

void SystemProcess::becomePeer(Association *association, const Context &context)
{
    const std::uint16_t id = association ? association->id() : std::uint16_t{0};
    if (id == m_peer)
        return;
    const bool lostOwnClock = m_peerIsLocal && !association;
    m_peer = id;
    m_peerIsLocal = association && association->isLocalClock();
    if (association) {
        m_orphan = false;
        association->tell(EventKind::BecameSystemPeer, 0, context);
        return;
    }
    tell(EventKind::NoSystemPeer, 0, context);
    if (lostOwnClock)
        unsynchronise("INIT", context); // nobody ever set this clock: there is nothing to hold over
}

void SystemProcess::update(const Choice &choice, const Measurement &measurement, Sources &sources,
                           const Context &context)
{
    m_used = measurement.at;
    m_anyUsed = true;
    m_systemJitter = choice.selection.jitter;
    const Decision decision = m_discipline->update(measurement, context.now.monotonic);
    m_following = decision.outcome == Outcome::Adjusted;
    if (m_following)
        context.outbox.push(ClockUpdated{});
    perform(decision, sources, context);
    if (m_following)
        adopt(choice.selection, *choice.peer, context);
}

void SystemProcess::perform(const Decision &decision, Sources &sources, const Context &context)
{
    if (decision.step)
        context.outbox.push(ClockCommand(StepClock{*decision.step}));
    if (decision.rate)
        context.outbox.push(ClockCommand(SetRate{*decision.rate}));
    for (const Notice &notice : decision.notices)
        tell(notice.kind, notice.value, context);
    if (decision.outcome == Outcome::Refused)
        unsynchronise("INIT", context);
    if (decision.outcome != Outcome::Stepped)
        return;
    unsynchronise("STEP", context);
    sources.clear(protocol::refidFromText("STEP"), context);
    m_peer = 0;
    m_peerIsLocal = false;
    m_anyUsed = false;
    m_damper.reset();
}

void SystemProcess::adopt(const Selection &selection, const Association &peer, const Context &context)
{ // RFC 5905, section 11.1; what is still to be corrected is an error of ours that clients must know.
    const bool first = m_variables.leap == 3;
    const double least = context.config.selection.minDistance;
    m_variables.stratum = static_cast<std::uint8_t>(std::min(16, onWire(peer.stratum()) + 1));
    m_variables.refid = peer.refidForClients();
    m_variables.rootDelay = peer.rootDelay();
    const DisciplineStatus status = m_discipline->status();
    m_variables.own = status.forecast;
    m_variables.leastOwn = least;
    m_variables.mostOwn = Unlimited;
    m_variables.rootDispersion =
        status.forecast.known()
            ? peer.sourceDispersion() + selection.spread
            : peer.rootDispersion(context.now.monotonic, context.config.discipline.dispersion) +
                  std::max(m_systemJitter + std::fabs(status.offset), least);
    m_variables.reftime = peer.received();
    m_variables.updated = context.now.monotonic;
    announce(selection.leap, context);
    if (!m_claimedSince)
        m_claimedSince = context.now.monotonic;
    if (first)
        tell(EventKind::ClockSync, 0, context);
}

void SystemProcess::adoptLocalClock(const Association &clock, const Context &context)
{
    if (m_variables.leap != 3 && m_variables.updated >= clock.epoch() &&
        m_variables.refid == clock.refidForClients())
        return;
    const bool first = m_variables.leap == 3;
    m_systemJitter = 0;
    m_variables.stratum = static_cast<std::uint8_t>(std::min(16, onWire(clock.stratum()) + 1));
    m_variables.refid = clock.refidForClients();
    m_variables.rootDelay = 0;
    relyOnOwnClock();
    m_variables.rootDispersion =
        clock.rootDispersion(context.now.monotonic, context.config.discipline.dispersion);
    m_variables.reftime = clock.received();
    m_variables.updated = context.now.monotonic;
    announce(lastHeard(), context);
    if (first)
        tell(EventKind::ClockSync, 0, context);
}

// What was announced while somebody was heard holds until the day is over.
std::uint8_t SystemProcess::lastHeard() const
{
    return m_variables.leap == 3 ? std::uint8_t{0} : m_variables.leap;
}

void SystemProcess::adoptOrphan(const Context &context)
{
    const bool first = !m_orphan;
    const std::uint8_t leap = lastHeard();
    m_orphan = true;
    m_variables = SystemState{};
    m_variables.stratum = static_cast<std::uint8_t>(context.config.selection.orphanStratum);
    m_variables.refid = protocol::refidFromAddress(IpAddress::v4(0x7f000001));
    m_variables.reftime = context.now.wall;
    m_variables.updated = context.now.monotonic;
    m_variables.leap = leap;
    relyOnOwnClock();
    if (first)
        tell(EventKind::ClockSync, m_variables.stratum, context);
}

void SystemProcess::relyOnOwnClock()
{
    m_variables.own = m_discipline->status().forecast;
    m_variables.leastOwn = 0;
    m_variables.mostOwn = FaithfulClients;
}

void SystemProcess::unsynchronise(std::string_view code, const Context &context)
{
    m_variables = SystemState{};
    m_variables.refid = protocol::refidFromText(code);
    m_variables.updated = context.now.monotonic;
    m_leaps.announce(0, context.now.wall);
    m_orphan = false;
    m_claimedSince.reset();
}

void SystemProcess::announce(std::uint8_t leap, const Context &context)
{
    // As in ntpd, a leap file that has not expired knows better than any server.
    const std::uint8_t heard = isLeapSeason(context.now.wall) ? leap : std::uint8_t{0};
    const std::uint8_t known = leapByTable(context.config.leaps, context.now.wall).value_or(heard);
    const std::uint8_t told = m_leaps.justDone(context.now.wall) ? std::uint8_t{0} : known;
    const bool armedBefore = m_variables.leap == 1 || m_variables.leap == 2;
    m_variables.leap = told;
    m_leaps.announce(told, context.now.wall);
    if (told != 0 && !armedBefore)
        tell(EventKind::LeapArmed, told, context);
    if (told == 0 && armedBefore)
        tell(EventKind::LeapDisarmed, 0, context);
}

void SystemProcess::leapIfDue(Sources &sources, const Context &context)
{
    const auto left = m_leaps.due(context.now.wall);
    if (!left || *left > 0 || !context.config.discipline.mayCorrect)
        return;
    context.outbox.push(ClockCommand(StepClock{m_leaps.step()}));
    leapHappened(context.now.wall, sources, context);
}

void SystemProcess::leapHappened(NtpTimestamp wall, Sources &sources, const Context &context)
{
    const NtpDuration step = m_leaps.step();
    m_leaps.done(wall);
    m_variables.leap = 0;
    tell(EventKind::LeapEvent, step.toSeconds(), context);
    sources.leapt(step);
    m_company.leapt(step);
    sources.forgetPending();
}

// A clock that we only observe is stepped for a leap second by whoever keeps it, usually by the kernel.
bool SystemProcess::isLeap(NtpDuration step, const Context &context) const
{
    constexpr double soon = 2; // s
    const auto left = m_leaps.due(context.now.wall - step);
    return left && std::fabs(*left) < soon && (step - m_leaps.step()).magnitude().toSeconds() < SameStep;
}

std::optional<double> SystemProcess::untilLeap(const Context &context) const
{
    const auto left = m_leaps.due(context.now.wall);
    if (!left || *left <= 0 || !context.config.discipline.mayCorrect)
        return std::nullopt;
    return left;
}

void SystemProcess::clockChanged(const ClockChange &change, Sources &sources, const Context &context)
{
    sources.forgetPending();
    if (change.cause == StepCause::Engine)
        return;
    if (change.cause == StepCause::Stranger && isLeap(change.step, context)) {
        leapHappened(context.now.wall - change.step, sources, context);
        return;
    }
    const bool slept = change.cause == StepCause::Sleep;
    tell(slept ? EventKind::ClockSlept : EventKind::ClockDisturbed, change.step.toSeconds(), context);
    m_discipline->disturbed(context.now.monotonic);
    sources.forgetPhase();
    sources.clear(protocol::refidFromText("STEP"), context);
    if (m_peerIsLocal)
        return;
    unsynchronise("STEP", context);
    m_peer = 0;
    m_anyUsed = false;
}

void SystemProcess::reconfigured(Sources &sources, const Context &context)
{
    m_discipline->reconfigure(context.config.discipline);
    review(sources, context);
}

void SystemProcess::tell(EventKind kind, double value, const Context &context)
{
    if (const auto code = systemEventCode(kind)) {
        m_lastEvent = *code;
        m_eventCount = static_cast<std::uint8_t>(std::min(m_eventCount + 1, 15));
    }
    context.outbox.push(Event{kind, 0, {}, context.now.wall, value});
}

SystemSnapshot SystemProcess::snapshot(const Context &context) const
{
    const DisciplineStatus status = m_discipline->status();
    const double phi = context.config.discipline.dispersion;
    SystemSnapshot s;
    s.leap = m_variables.leap;
    s.stratum = m_variables.stratum;
    s.precision = static_cast<std::int8_t>(context.config.precision);
    s.rootDelay = m_variables.rootDelay;
    s.rootDispersion = m_variables.rootDispersionAt(context.now.monotonic, phi);
    s.rootDistance = s.rootDelay / 2 + s.rootDispersion;
    s.refid = m_variables.refid;
    s.reftime = m_variables.reftime;
    s.clock = context.now.wall;
    s.peer = m_peer;
    s.timeConstant = static_cast<std::uint8_t>(std::clamp(status.poll, 0, 17));
    s.offset = status.offset;
    s.uncertainty = status.uncertainty;
    s.expectedError = status.expectedError;
    s.frequencyUncertainty = status.frequencyUncertainty * 1e6;
    s.frequency = status.frequency * 1e6;
    s.systemJitter = m_systemJitter;
    s.clockJitter = status.clockJitter;
    s.clockWander = status.clockWander * 1e6;
    s.state = status.state;
    s.observing = !context.config.discipline.mayCorrect;
    s.panicOffset = status.refusedOffset;
    s.statusSource = m_peer == 0 ? std::uint8_t{0} : m_peerIsLocal ? std::uint8_t{5} : std::uint8_t{6};
    s.eventCount = m_eventCount;
    s.lastEvent = m_lastEvent;
    return s;
}

} // namespace noonmark::engine
