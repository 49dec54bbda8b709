// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/engine/statistics.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace noonmark::engine {

// What is remembered of one host that asks us.
struct ClientRecord
{
    Endpoint endpoint; // the port is the last one seen
    Instant first;
    Instant last;
    std::uint64_t packets = 0;
    std::uint8_t version = 0;
    std::uint8_t mode = 0;
    double score = 0;          // the rate limiter's
    std::uint64_t dropped = 0; // by the rate limiter
    std::uint32_t flags = 0;   // access flags, with Limited and KissOfDeath as they were applied
    NtpTimestamp firstStamp;   // `first` and `last` for those who see them; they also name a row of the
    NtpTimestamp lastStamp;    // list, so they must not change with the clock's rate

    struct Visit
    {
        Now now;
        std::uint8_t version = 0;
        std::uint8_t mode = 0;
    };
    void note(const Visit &visit);
};

// The hosts that asked, most recent first. All memory is taken once: a million spoofed addresses only push
// each other out, and nothing is allocated while a request is answered.
class ClientTable
{
public:
    ClientTable(std::size_t capacity, Random random);

    // The record of this host, made if need be in place of the one not heard for longest. A full table of
    // busy hosts gives up a record only with the chance 1/`stubbornness` (`discard monitor`); otherwise
    // nullptr.
    ClientRecord *touch(const Endpoint &remote, Instant now, int stubbornness);
    [[nodiscard]] std::size_t size() const { return m_size; }

    // Walks from the host not heard for longest to the newest. A cursor is good until the next touch().
    using Cursor = std::uint32_t;
    static constexpr Cursor End = 0xffffffff;
    [[nodiscard]] Cursor oldest() const { return m_oldest; }
    [[nodiscard]] Cursor newest() const { return m_newest; }
    [[nodiscard]] Cursor newer(Cursor at) const { return m_slots[at].newer; }
    [[nodiscard]] Cursor seek(const IpAddress &address) const { return find(address); }
    [[nodiscard]] const ClientRecord &at(Cursor at) const { return m_slots[at].record; }

    // What ntpq calls monstats.
    [[nodiscard]] ClientStatistics statistics(Instant now) const;
    [[nodiscard]] std::vector<ClientRecord> recent(std::size_t count) const;

private:
    static constexpr std::uint32_t None = End;
    struct Slot
    {
        ClientRecord record;
        std::uint32_t sameBucket = None;
        std::uint32_t newer = None;
        std::uint32_t older = None;
    };

    [[nodiscard]] std::size_t bucketOf(const IpAddress &address) const;
    [[nodiscard]] std::uint32_t find(const IpAddress &address) const;
    std::uint32_t take(Instant now, int stubbornness);
    void unlinkFromBucket(std::uint32_t index);
    void unlinkFromOrder(std::uint32_t index);
    void linkAsNewest(std::uint32_t index);

    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_buckets;
    std::size_t m_size = 0;
    std::uint32_t m_newest = None;
    std::uint32_t m_oldest = None;
    std::uint64_t m_secret; // or a flood of chosen addresses would make one bucket of the whole table
    ClientStatistics m_statistics;
    Random m_random;
};

} // namespace noonmark::engine
