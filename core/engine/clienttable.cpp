// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clienttable.h"

#include <algorithm>
#include <bit>

namespace noonmark::engine {

namespace {

constexpr double MaxAge = 64; // s: an older record may go without being asked twice

} // namespace

void ClientRecord::note(const Visit &visit)
{
    if (packets++ == 0)
        firstStamp = visit.now.wall;
    last = visit.now.monotonic;
    lastStamp = visit.now.wall;
    version = visit.version;
    mode = visit.mode;
}

ClientTable::ClientTable(std::size_t capacity, Random random)
    : m_slots(std::max<std::size_t>(1, capacity))
    , m_buckets(std::bit_ceil(m_slots.size()), None)
    , m_secret(random.next64())
    , m_random(random)
{}

ClientRecord *ClientTable::touch(const Endpoint &remote, Instant now, int stubbornness)
{
    std::uint32_t index = find(remote.address);
    if (index != None) {
        ++m_statistics.known;
        unlinkFromOrder(index);
    } else {
        index = take(now, stubbornness);
        if (index == None) {
            ++m_statistics.refused;
            return nullptr;
        }
        m_slots[index].record = ClientRecord{};
        m_slots[index].record.first = now;
        m_slots[index].record.last = now;
        m_slots[index].record.endpoint = remote;
        std::uint32_t &head = m_buckets[bucketOf(remote.address)];
        m_slots[index].sameBucket = head;
        head = index;
    }
    linkAsNewest(index);
    m_slots[index].record.endpoint.port = remote.port;
    return &m_slots[index].record;
}

ClientStatistics ClientTable::statistics(Instant now) const
{
    ClientStatistics result = m_statistics;
    result.depth = m_size;
    result.capacity = m_slots.size();
    result.buckets = m_buckets.size();
    result.entryBytes = sizeof(Slot);
    result.minAge = MaxAge;
    if (m_oldest != None)
        result.oldestAge = (now - m_slots[m_oldest].record.last).toSeconds();
    return result;
}

std::vector<ClientRecord> ClientTable::recent(std::size_t count) const
{
    std::vector<ClientRecord> result;
    for (std::uint32_t i = m_newest; i != None && result.size() < count; i = m_slots[i].older)
        result.push_back(m_slots[i].record);
    return result;
}

std::size_t ClientTable::bucketOf(const IpAddress &address) const
{ // One multiply and shift per word (xxHash's primes), keyed.
    std::uint64_t hash = m_secret;
    for (std::size_t i = 0; i < address.length(); ++i)
        hash = (hash ^ address.bytes()[i]) * 0x9e3779b185ebca87ULL;
    hash ^= hash >> 29;
    hash *= 0xc2b2ae3d27d4eb4fULL;
    hash ^= hash >> 32;
    return hash & (m_buckets.size() - 1);
}

std::uint32_t ClientTable::find(const IpAddress &address) const
{
    std::uint32_t index = m_buckets[bucketOf(address)];
    while (index != None && m_slots[index].record.endpoint.address != address)
        index = m_slots[index].sameBucket;
    return index;
}

std::uint32_t ClientTable::take(Instant now, int stubbornness)
{
    if (m_size < m_slots.size()) {
        ++m_statistics.fresh;
        return static_cast<std::uint32_t>(m_size++);
    }
    const bool stale = (now - m_slots[m_oldest].record.last).toSeconds() > MaxAge;
    if (!stale && stubbornness > 1 && m_random.below(static_cast<std::uint32_t>(stubbornness)) != 0)
        return None;
    ++(stale ? m_statistics.replacedOld : m_statistics.replacedBusy);
    const std::uint32_t index = m_oldest;
    unlinkFromOrder(index);
    unlinkFromBucket(index);
    return index;
}

void ClientTable::unlinkFromBucket(std::uint32_t index)
{
    std::uint32_t *link = &m_buckets[bucketOf(m_slots[index].record.endpoint.address)];
    while (*link != index)
        link = &m_slots[*link].sameBucket;
    *link = m_slots[index].sameBucket;
}

void ClientTable::unlinkFromOrder(std::uint32_t index)
{
    Slot &slot = m_slots[index];
    (slot.newer == None ? m_newest : m_slots[slot.newer].older) = slot.older;
    (slot.older == None ? m_oldest : m_slots[slot.older].newer) = slot.newer;
    slot.newer = None;
    slot.older = None;
}

void ClientTable::linkAsNewest(std::uint32_t index)
{
    Slot &slot = m_slots[index];
    slot.older = m_newest;
    (m_newest == None ? m_oldest : m_slots[m_newest].newer) = index;
    m_newest = index;
}

} // namespace noonmark::engine
