// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clienttable.h"

#include <algorithm>
#include <bit>

namespace noonmark::engine {

namespace {

constexpr double MaxAge = 64; // s: an older record may go without being asked twice
constexpr int TickShift = 22; // NTP units of 2^-32 s to ticks of 2^-10 s
constexpr int FirstShift = 7; // ticks to eighths of a second
constexpr double TicksPerSecond = 1024;
constexpr std::uint64_t V6Bit = 0x40;
constexpr std::uint64_t LongestTime = (std::uint64_t{1} << 40) - 1; // ticks: 34 years

std::uint64_t mixed(std::uint64_t hash)
{ // The last steps of MurmurHash3: every bit depends on every bit.
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53ULL;
    return hash ^ hash >> 33;
}

} // namespace

// Two buckets for three hosts: the chains stay short, and a host costs 38 bytes and 2.
ClientTable::ClientTable(std::size_t capacity, Random random)
    : m_capacity(std::clamp<std::size_t>(capacity, 1, MostClients))
    , m_slots(std::make_unique_for_overwrite<Slot[]>(m_capacity))
    , m_v6(std::make_unique_for_overwrite<AddressV6[]>(m_capacity))
    , m_buckets(m_capacity * 2 / 3 + 1)
    , m_secret(random.next64())
    , m_random(random)
{
    static_assert(sizeof(Slot) == 38 && alignof(Slot) == 1);
    Packed<3> empty{};
    empty = None;
    std::fill(m_buckets.begin(), m_buckets.end(), empty);
}

ClientTable::Cursor ClientTable::touch(const Endpoint &remote, NtpTimestamp now, int stubbornness)
{
    const std::size_t bucket = bucketOf(remote.address);
    Cursor index = find(remote.address, bucket);
    if (index != End) {
        ++m_statistics.known;
        if (index != m_newest) {
            unlinkFromOrder(index);
            linkAsNewest(index);
        }
        m_slots[index].port = remote.port;
        return index;
    }
    index = take(now, stubbornness);
    if (index == End) {
        ++m_statistics.refused;
        return End;
    }
    enter(index, remote, now);
    m_slots[index].sameBucket = m_buckets[bucket];
    m_buckets[bucket] = index;
    linkAsNewest(index);
    return index;
}

void ClientTable::expect(std::span<const IpAddress> hosts) const
{
    constexpr std::size_t inTheCache = 16384;
    constexpr std::size_t most = 32;
    if (m_size < inTheCache || hosts.size() > most)
        return;
    std::array<std::size_t, most> buckets{};
    std::array<Cursor, most> records{};
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        buckets[i] = bucketOf(hosts[i]);
        __builtin_prefetch(&m_buckets[buckets[i]]);
    }
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        records[i] = link(m_buckets[buckets[i]]);
        if (records[i] != End)
            fetch(records[i]);
    }
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (records[i] == End)
            continue;
        for (const Packed<3> &neighbour : {m_slots[records[i]].newer, m_slots[records[i]].older})
            if (neighbour != None)
                fetch(static_cast<Cursor>(neighbour));
    }
}

void ClientTable::fetch(Cursor index) const
{
    const auto *record = reinterpret_cast<const std::byte *>(&m_slots[index]);
    __builtin_prefetch(record);
    __builtin_prefetch(record + sizeof(Slot) - 1); // most lie across two lines of the cache
}

void ClientTable::enter(Cursor index, const Endpoint &remote, NtpTimestamp now)
{
    Slot &slot = m_slots[index];
    slot = Slot{};
    slot.address = remote.address.toV4();
    if (!remote.address.isV4())
        m_v6[index] = {remote.address.bytes(), remote.address.scope()};
    slot.visit = remote.address.isV4() ? 0 : V6Bit;
    slot.port = remote.port;
    slot.last = ticks(now);
    slot.first = ticks(now) >> FirstShift;
}

ClientTable::Past ClientTable::past(Cursor at, NtpTimestamp now) const
{
    const Slot &slot = m_slots[at];
    if (slot.packets == 0)
        return {};
    const double score = std::bit_cast<float>(static_cast<std::uint32_t>(slot.score));
    return {false, std::max(0.0, ageAt(at, now)), score};
}

void ClientTable::note(Cursor at, NtpTimestamp now, const Visit &visit)
{
    Slot &slot = m_slots[at];
    slot.last = ticks(now);
    slot.packets.count();
    if (visit.dropped)
        slot.dropped.count();
    slot.flags = visit.flags;
    slot.score = std::bit_cast<std::uint32_t>(static_cast<float>(visit.score));
    slot.visit = (slot.visit & V6Bit) | (visit.version & 7U) << 3 | (visit.mode & 7U);
}

void ClientTable::clockStepped(NtpDuration by)
{
    m_epoch = m_epoch + by;
}

void ClientTable::forgetScores()
{
    for (std::size_t i = 0; i < m_size; ++i)
        m_slots[i].score = 0U;
}

ClientRecord ClientTable::at(Cursor at) const
{
    const Slot &slot = m_slots[at];
    ClientRecord record;
    record.endpoint = {addressAt(at), static_cast<std::uint16_t>(slot.port)};
    record.first = stamp(slot.first << FirstShift);
    record.last = stamp(slot.last);
    record.packets = slot.packets;
    record.dropped = slot.dropped;
    record.flags = static_cast<std::uint32_t>(slot.flags);
    record.version = static_cast<std::uint8_t>(slot.visit >> 3 & 7);
    record.mode = static_cast<std::uint8_t>(slot.visit & 7);
    record.score = std::bit_cast<float>(static_cast<std::uint32_t>(slot.score));
    return record;
}

ClientStatistics ClientTable::statistics(NtpTimestamp now) const
{
    ClientStatistics result = m_statistics;
    result.depth = m_size;
    result.capacity = m_capacity;
    result.buckets = m_buckets.size();
    result.entryBytes = sizeof(Slot);
    result.minAge = MaxAge;
    if (m_oldest != End)
        result.oldestAge = ageAt(m_oldest, now);
    return result;
}

std::vector<ClientRecord> ClientTable::recent(std::size_t count) const
{
    std::vector<ClientRecord> result;
    for (Cursor i = m_newest; i != End && result.size() < count; i = link(m_slots[i].older))
        result.push_back(at(i));
    return result;
}

std::uint64_t ClientTable::ticks(NtpTimestamp wall) const
{
    const std::int64_t passed = (wall - m_epoch).units() >> TickShift;
    return std::min(static_cast<std::uint64_t>(std::max<std::int64_t>(0, passed)), LongestTime);
}

NtpTimestamp ClientTable::stamp(std::uint64_t ticks) const
{
    return m_epoch + NtpDuration::fromUnits(static_cast<std::int64_t>(ticks << TickShift));
}

double ClientTable::ageAt(Cursor index, NtpTimestamp now) const
{
    const auto passed =
        static_cast<std::int64_t>(ticks(now)) - static_cast<std::int64_t>(m_slots[index].last);
    return static_cast<double>(passed) / TicksPerSecond;
}

IpAddress ClientTable::addressAt(std::uint32_t index) const
{
    const Slot &slot = m_slots[index];
    if ((slot.visit & V6Bit) != 0)
        return IpAddress::v6(m_v6[index].bytes, m_v6[index].scope);
    return IpAddress::v4(static_cast<std::uint32_t>(slot.address));
}

bool ClientTable::isAt(const IpAddress &address, std::uint32_t index) const
{
    const Slot &slot = m_slots[index];
    const bool isV6 = (slot.visit & V6Bit) != 0;
    if (address.isV4())
        return !isV6 && slot.address == address.toV4();
    return isV6 && m_v6[index].bytes == address.bytes() && m_v6[index].scope == address.scope();
}

std::size_t ClientTable::bucketOf(const IpAddress &address) const
{
    std::uint64_t hash = mixed(m_secret ^ address.toV4());
    if (!address.isV4()) {
        const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(address.bytes());
        hash = mixed(mixed(hash ^ halves[0]) ^ halves[1]) + address.scope();
    }
    return (hash >> 32) * m_buckets.size() >> 32;
}

ClientTable::Cursor ClientTable::find(const IpAddress &address, std::size_t bucket) const
{
    Cursor index = link(m_buckets[bucket]);
    while (index != End && !isAt(address, index))
        index = link(m_slots[index].sameBucket);
    return index;
}

ClientTable::Cursor ClientTable::take(NtpTimestamp now, int stubbornness)
{
    if (m_size == 0)
        m_epoch = now;
    if (m_size < m_capacity) {
        ++m_statistics.fresh;
        return static_cast<Cursor>(m_size++);
    }
    const bool stale = ageAt(m_oldest, now) > MaxAge;
    if (!stale && stubbornness > 1 && m_random.below(static_cast<std::uint32_t>(stubbornness)) != 0)
        return End;
    ++(stale ? m_statistics.replacedOld : m_statistics.replacedBusy);
    const Cursor index = m_oldest;
    unlinkFromOrder(index);
    unlinkFromBucket(index);
    return index;
}

void ClientTable::unlinkFromBucket(Cursor index)
{
    Packed<3> *link = &m_buckets[bucketOf(addressAt(index))];
    while (*link != index)
        link = &m_slots[*link].sameBucket;
    *link = m_slots[index].sameBucket;
}

void ClientTable::unlinkFromOrder(Cursor index)
{
    const Cursor newer = link(m_slots[index].newer);
    const Cursor older = link(m_slots[index].older);
    if (newer == End)
        m_newest = older;
    else
        m_slots[newer].older = m_slots[index].older;
    if (older == End)
        m_oldest = newer;
    else
        m_slots[older].newer = m_slots[index].newer;
}

void ClientTable::linkAsNewest(Cursor index)
{
    Slot &slot = m_slots[index];
    slot.newer = None;
    slot.older = m_newest == End ? None : m_newest;
    if (m_newest == End)
        m_oldest = index;
    else
        m_slots[m_newest].newer = index;
    m_newest = index;
}

} // namespace noonmark::engine
