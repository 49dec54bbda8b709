// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sources.h"

#include <algorithm>
#include <utility>

namespace noonmark::engine {

namespace {

constexpr std::uint16_t NtpPort = 123;
constexpr double FirstPause = 2; // s between two look-ups of a name that failed
constexpr double LongestPause = 900;
constexpr double PoolPause = 64;       // s before a pool is asked for more
constexpr double Stagger = 0.1;        // s between the first questions of associations
constexpr int PatienceWithAddress = 5; // unanswered polls, then the next address of the name
constexpr int PatienceWithMember = 10; // unanswered polls, then the pool gives it up

// Whether this association is what the line asks for, or becomes it without a new beginning.
bool suits(const Association &association, const SourceConfig &source)
{
    if (!association.configured())
        return false;
    SourceConfig fudged = association.source();
    if (association.isLocalClock()) {
        fudged.localStratum = source.localStratum;
        fudged.localRefid = source.localRefid;
    }
    return fudged == source;
}

std::size_t companySize(const Context &context)
{
    return static_cast<std::size_t>(std::max(1, context.config.selection.maxClock));
}

} // namespace

Sources::Sources(AccessTable &access, Random &random)
    : m_access(access)
    , m_lastId(static_cast<std::uint16_t>(random.below(0x10000)))
{}

void Sources::configure(const Context &context)
{
    std::vector<std::unique_ptr<Association>> old = std::exchange(m_associations, {});
    std::vector<SourceConfig> fresh;
    for (const SourceConfig &source : context.config.sources) {
        const auto same = std::find_if(old.begin(), old.end(), [&](const auto &a) {
            return a && suits(*a, source);
        });
        if (same == old.end()) {
            fresh.push_back(source);
            continue;
        }
        const std::uint16_t id = (*same)->id();
        if ((*same)->source() != source)
            (*same)->fudge(source, context);
        m_associations.push_back(std::move(*same));
        for (auto &member : old)
            if (member && member->poolId() == id)
                m_associations.push_back(std::move(member));
    }
    const bool listens = context.config.listening.broadcasts || !context.config.listening.broadcastGroups.empty();
    for (auto &guest : old) // they came by themselves, and will go so
        if (guest && guest->isGuest() && (listens || !guest->isBroadcastClient()))
            m_associations.push_back(std::move(guest));
    std::swap(old, m_associations); // demobilise() looks for them there
    std::erase(m_associations, nullptr);
    while (!m_associations.empty())
        demobilise(m_associations.back()->id(), context);
    m_associations = std::move(old);
    openAccess();
    for (const SourceConfig &source : fresh)
        mobilise(source, 0, context);
}

void Sources::openAccess()
{
    for (const auto &association : m_associations)
        if (association->asksNetwork() && association->remote())
            m_access.openForSource(association->remote()->address, association->source().key != 0);
}

Association &Sources::mobilise(const SourceConfig &source, std::uint16_t poolId, const Context &context)
{
    m_associations.push_back(std::make_unique<Association>(freshId(), source, context));
    Association &association = *m_associations.back();
    if (poolId != 0)
        association.isEphemeral(poolId);
    association.tell(EventKind::Mobilised, 0, context);
    if (association.isLocalClock() || poolId != 0)
        return association;
    Name name;
    name.association = association.id();
    if (const auto address = IpAddress::parse(source.name)) {
        if (!association.isPool()) {
            connect(association, *address, context);
            return association;
        }
        name.addresses = {*address};
        m_names.push_back(name);
        fillPool(m_names.back(), association, context);
        return *find(name.association);
    }
    association.resolutionIs(Resolution::Pending);
    m_names.push_back(name);
    askName(m_names.back(), context);
    return association;
}

void Sources::demobilise(std::uint16_t id, const Context &context)
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(),
                                    [&](const auto &a) { return a->id() == id; });
    if (found == m_associations.end())
        return;
    (*found)->tell(EventKind::Demobilised, 0, context);
    if ((*found)->asksNetwork() && (*found)->remote())
        m_access.closeForSource((*found)->remote()->address);
    if ((*found)->asksNetwork() || (*found)->isManycast())
        context.outbox.push(CloseSocket{id});
    m_associations.erase(found);
    std::erase_if(m_names, [&](const Name &name) { return name.association == id; });
}

void Sources::connect(Association &association, const IpAddress &address, const Context &context)
{
    if (association.remote())
        m_access.closeForSource(association.remote()->address);
    if (!association.givesNoTime())
        m_access.openForSource(address, association.source().key != 0);
    const double delay = Stagger * static_cast<double>(m_associations.size() - 1);
    association.start({address, NtpPort}, delay, context);
}

void Sources::askName(Name &name, const Context &context)
{
    Association *association = find(name.association);
    name.question = ++m_lastQuestion;
    name.next.reset();
    context.outbox.push(ResolveName{name.question, association->source().name, association->source().family});
}

void Sources::resolved(const NameAnswer &answer, const Context &context)
{
    const auto name = std::find_if(m_names.begin(), m_names.end(), [&](const Name &n) {
        return n.question != 0 && n.question == answer.question;
    });
    if (name == m_names.end())
        return; // asked for an association that is gone
    name->question = 0;
    Association *association = find(name->association);
    std::vector<IpAddress> usable;
    const auto family = association->source().family;
    for (const IpAddress &address : answer.addresses)
        if ((!family || address.family() == *family) && !address.isUnspecified() &&
            (!address.isMulticast() || association->givesNoTime()) && !address.isReferenceClock())
            usable.push_back(address);
    if (usable.empty()) {
        failName(*name, *association, context);
        return;
    }
    if (name->addresses.empty())
        association->tell(EventKind::NameResolved, 0, context);
    name->addresses = std::move(usable);
    name->current = 0;
    name->told = false;
    association->resolutionIs(Resolution::Done);
    if (association->isPool())
        fillPool(*name, *association, context);
    else
        useAddress(*name, *association, context);
}

void Sources::failName(Name &name, Association &association, const Context &context)
{
    name.pause = name.pause == 0 ? FirstPause : std::min(name.pause * 2, LongestPause);
    name.next = context.now.monotonic + NtpDuration::seconds(name.pause);
    if (name.addresses.empty())
        association.resolutionIs(Resolution::Failed);
    if (!std::exchange(name.told, true))
        association.tell(EventKind::NameUnresolved, name.pause, context);
}

void Sources::useAddress(Name &name, Association &association, const Context &context)
{ // Two names may lead to one host, which must not vote twice if there is another choice.
    for (std::size_t i = 0; i < name.addresses.size(); ++i)
        if (!inUse(name.addresses[i], association.id())) {
            name.current = i;
            break;
        }
    const IpAddress &address = name.addresses[name.current];
    if (association.remote() && association.remote()->address == address)
        return; // still the same host: it goes on being asked less and less
    name.pause = 0;
    connect(association, address, context);
}

void Sources::fillPool(Name &name, Association &pool, const Context &context)
{
    const std::uint16_t poolId = pool.id();
    const SourceConfig line = pool.source();
    const std::vector<IpAddress> addresses = name.addresses;
    const auto gone = [&](const IpAddress &address) {
        return std::find(name.givenUp.begin(), name.givenUp.end(), address) != name.givenUp.end();
    };
    const bool allGone = std::all_of(addresses.begin(), addresses.end(),
                                     [&](const IpAddress &a) { return gone(a) || inUse(a, 0); });
    if (allGone)
        name.givenUp.clear(); // nobody better is known: they may be back
    name.pause = std::clamp(name.pause * 2, PoolPause, LongestPause);
    name.next = context.now.monotonic + NtpDuration::seconds(name.pause);
    for (const IpAddress &address : addresses) {
        if (roomInPool(context) == 0)
            break;
        if (inUse(address, 0) || gone(address))
            continue;
        SourceConfig source = line;
        source.kind = SourceKind::Server;
        connect(mobilise(source, poolId, context), address, context);
    }
}

Association *Sources::findPeer(const Endpoint &remote)
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(), [&](const auto &a) {
        return a->isPeer() && a->remote() && *a->remote() == remote;
    });
    return found == m_associations.end() ? nullptr : found->get();
}

Association *Sources::findBroadcaster(const Endpoint &remote)
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(), [&](const auto &a) {
        return a->isBroadcastClient() && a->remote() && *a->remote() == remote;
    });
    return found == m_associations.end() ? nullptr : found->get();
}

// One for each host, and never more than `tos maxclock` altogether: a single key must not fill the company with
// voices of one owner (CVE-2016-1549, CVE-2018-7170).
Association *Sources::welcome(const SourceConfig &source, const Endpoint &remote, const Context &context)
{
    const auto place = placeForGuest(source, context);
    if (inUse(remote.address, 0) || !place)
        return nullptr;
    if (*place)
        demobilise((*place)->id(), context);
    m_associations.push_back(std::make_unique<Association>(freshId(), source, context));
    Association &association = *m_associations.back();
    association.isEphemeral(0);
    m_access.openForSource(remote.address, source.key != 0);
    association.start(remote, 0, context);
    association.tell(EventKind::Mobilised, 0, context);
    return &association;
}

void Sources::offered(Association &manycast, const Arrival &arrival, const Context &context)
{
    const IpAddress &server = arrival.remote.address;
    const bool wanted = !inUse(server, 0) && roomInPool(context) > 0;
    if (!wanted || arrival.remote.port != NtpPort || !manycast.isOffer(arrival, context))
        return;
    SourceConfig source = manycast.source();
    source.kind = SourceKind::Server;
    source.iburst = true;
    const std::uint16_t parent = manycast.id();
    connect(mobilise(source, parent, context), server, context);
}

bool Sources::poll(int systemPoll, const Context &context)
{
    bool news = false;
    const bool satisfied = roomInPool(context) == 0;
    for (const auto &association : m_associations)
        association->isSatisfied(association->isManycast() && satisfied);
    for (const auto &association : m_associations) {
        news = association->poll(systemPoll, context) || news;
        if (association->wasAskedAt(context.now.monotonic))
            association->keepApart(m_associations, context);
    }
    tend(context);
    return news;
}

void Sources::tend(const Context &context)
{
    std::vector<std::uint16_t> hopeless;
    for (const auto &a : m_associations)
        if (!a->configured() && (a->unanswered() >= PatienceWithMember || isReplaceable(*a)))
            hopeless.push_back(a->id());
    for (const std::uint16_t id : hopeless)
        letGo(*find(id), context);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        Association *association = find(m_names[i].association);
        if (association->isPool())
            tendPool(m_names[i], *association, context);
        else
            tendServer(m_names[i], *association, context);
    }
}

void Sources::letGo(const Association &member, const Context &context)
{
    if (Name *name = nameOf(member.poolId())) { // a place is free: look for a better one soon
        name->givenUp.push_back(member.remote()->address);
        name->pause = 0;
        name->next = context.now.monotonic + NtpDuration::seconds(FirstPause);
    }
    demobilise(member.id(), context);
}

bool Sources::dismiss(std::uint16_t id, const Context &context)
{
    const Association *member = find(id);
    if (!member || member->configured())
        return false;
    letGo(*member, context);
    return true;
}

bool Sources::isReplaceable(const Association &member) const
{
    const auto name = std::find_if(m_names.begin(), m_names.end(),
                                   [&](const Name &n) { return n.association == member.poolId(); });
    if (member.useless() < PatienceWithMember || name == m_names.end())
        return false;
    return std::any_of(name->addresses.begin(), name->addresses.end(), [&](const IpAddress &address) {
        const auto &gone = name->givenUp;
        return !inUse(address, 0) && std::find(gone.begin(), gone.end(), address) == gone.end();
    });
}

void Sources::tendServer(Name &name, Association &association, const Context &context)
{
    const bool due = name.next && *name.next <= context.now.monotonic;
    if (due)
        askName(name, context);
    const bool silent = association.remote() && association.unanswered() > PatienceWithAddress;
    if (!silent || name.question != 0 || name.next)
        return;
    if (name.current + 1 < name.addresses.size()) {
        ++name.current;
        connect(association, name.addresses[name.current], context);
        return;
    }
    name.pause = std::clamp(name.pause * 2, PoolPause, LongestPause); // all tried: perhaps the host has moved
    name.next = context.now.monotonic + NtpDuration::seconds(name.pause);
}

void Sources::tendPool(Name &name, const Association &pool, const Context &context)
{
    const bool due = name.next && *name.next <= context.now.monotonic;
    if (name.question != 0 || !due)
        return;
    const bool literal = IpAddress::parse(pool.source().name).has_value();
    if (literal)
        fillPool(name, *find(pool.id()), context);
    else if (roomInPool(context) > 0)
        askName(name, context);
    else
        name.next = context.now.monotonic + NtpDuration::seconds(LongestPause);
}

std::optional<Instant> Sources::deadline() const
{
    std::optional<Instant> first;
    const auto consider = [&](const std::optional<Instant> &at) {
        if (at && (!first || *at < *first))
            first = at;
    };
    for (const auto &association : m_associations)
        consider(association->deadline());
    for (const Name &name : m_names)
        consider(name.next);
    return first;
}

Association *Sources::find(std::uint16_t id)
{
    const auto found = std::find_if(m_associations.begin(), m_associations.end(),
                                    [&](const auto &a) { return a->id() == id; });
    return found == m_associations.end() ? nullptr : found->get();
}

bool Sources::onlyLocalClocks() const
{ // Guests do not count: a host that peers with us must not be able to take our own clock away.
    return std::all_of(m_associations.begin(), m_associations.end(), [](const auto &a) {
        return a->isLocalClock() || a->isBroadcast() || !a->configured();
    });
}

void Sources::clockSlewed(double seconds)
{
    for (const auto &association : m_associations)
        association->clockSlewed(seconds);
}

void Sources::forgetPending()
{
    for (const auto &association : m_associations)
        association->forgetPending();
}

void Sources::forgetPhase()
{
    for (const auto &association : m_associations)
        association->forgetPhase();
}

void Sources::leapt(NtpDuration by)
{
    for (const auto &association : m_associations)
        association->leapt(by);
}

void Sources::clear(std::uint32_t refid, const Context &context)
{
    for (const auto &association : m_associations)
        association->clear(refid, context);
}

bool Sources::inUse(const IpAddress &address, std::uint16_t except) const
{
    return std::any_of(m_associations.begin(), m_associations.end(), [&](const auto &a) {
        return a->id() != except && a->remote() && a->remote()->address == address;
    });
}

std::size_t Sources::roomInPool(const Context &context) const
{ // `tos maxclock` counts the whole company, as in ntpd, but not its guests: whoever comes by himself, under
  // `disable auth` without so much as a key, must not take the places that a line of the file asks for.
    const auto asking = static_cast<std::size_t>(
        std::count_if(m_associations.begin(), m_associations.end(),
                      [](const auto &a) { return a->asksNetwork() && !a->isGuest(); }));
    const std::size_t limit = companySize(context);
    return asking < limit ? limit - asking : 0;
}

// Who has a key goes before who has none; among these, one that has fallen silent makes room. Strangers without a key
// never get more than half.
std::optional<const Association *> Sources::placeForGuest(const SourceConfig &guest, const Context &context) const
{
    std::size_t guests = 0;
    std::size_t unsignedGuests = 0;
    const Association *weakest = nullptr;
    for (const auto &a : m_associations) {
        if (!a->isGuest())
            continue;
        const bool isUnsigned = a->source().key == 0;
        ++guests;
        unsignedGuests += isUnsigned ? 1 : 0;
        if (isUnsigned && (!weakest || weakest->reachable()))
            weakest = a.get();
    }
    const std::size_t room = companySize(context);
    const bool isFull = guests >= room || (guest.key == 0 && 2 * unsignedGuests >= room);
    if (!isFull)
        return nullptr;
    if (!weakest || (guest.key == 0 && weakest->reachable()))
        return std::nullopt;
    return weakest;
}

Sources::Name *Sources::nameOf(std::uint16_t association)
{
    const auto found = std::find_if(m_names.begin(), m_names.end(),
                                    [&](const Name &name) { return name.association == association; });
    return found == m_names.end() ? nullptr : &*found;
}

std::uint16_t Sources::freshId()
{ // 0 is the service socket and, in mode 6, the system itself.
    do {
        ++m_lastId;
    } while (m_lastId == 0 || find(m_lastId));
    return m_lastId;
}

} // namespace noonmark::engine
