// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/engine/statistics.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace noonmark::engine {

// What is remembered of one host that asks us, for those who look at it.
struct ClientRecord
{
    Endpoint endpoint;  // the port is the last one seen
    NtpTimestamp first; // to an eighth of a second
    NtpTimestamp last;  // to a millisecond; with the address it names a row of ntpq's list
    std::uint64_t packets = 0;
    std::uint64_t dropped = 0; // by the rate limiter
    std::uint32_t flags = 0;   // access flags, with Limited and KissOfDeath as they were applied
    std::uint8_t version = 0;
    std::uint8_t mode = 0;
    double score = 0; // the rate limiter's
};

// The hosts that asked, most recent first. All memory is taken once, 40 bytes a host (20 more for IPv6): a
// million spoofed addresses only push each other out, and nothing is allocated while a request is answered.
class ClientTable
{
public:
    static constexpr std::size_t MostClients = 0xfffffe;

    ClientTable(std::size_t capacity, Random random);

    // Walks from the host not heard for longest to the newest. A cursor is good until the next touch().
    using Cursor = std::uint32_t;
    static constexpr Cursor End = 0xffffffff;

    // The record of this host, made if need be in place of the one not heard for longest. A full table of
    // busy hosts gives up a record only with the chance 1/`stubbornness` (`discard monitor`); otherwise End.
    [[nodiscard]] Cursor touch(const Endpoint &remote, NtpTimestamp now, int stubbornness);

    // These hosts will be asked for in a moment: their records come from memory side by side, not one after another.
    void expect(std::span<const IpAddress> hosts) const;

    // What the rate limiter judges a host by that was just touched; note() afterwards, at the same moment.
    struct Past
    {
        bool isNew = true;
        double interval = 0; // s since its last packet
        double score = 0;
    };
    [[nodiscard]] Past past(Cursor at, NtpTimestamp now) const;
    struct Visit
    {
        std::uint8_t version = 0;
        std::uint8_t mode = 0;
        bool dropped = false;
        std::uint32_t flags = 0;
        double score = 0;
    };
    void note(Cursor at, NtpTimestamp now, const Visit &visit);

    // The clock was stepped: what lies before must not look longer ago, or be in the future.
    void clockStepped(NtpDuration by);
    // The rate limiter counts in other units from now on.
    void forgetScores();

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    [[nodiscard]] Cursor oldest() const { return m_oldest; }
    [[nodiscard]] Cursor newest() const { return m_newest; }
    [[nodiscard]] Cursor newer(Cursor at) const { return link(m_slots[at].newer); }
    [[nodiscard]] Cursor seek(const IpAddress &address) const { return find(address, bucketOf(address)); }
    [[nodiscard]] ClientRecord at(Cursor at) const;

    // What ntpq calls monstats.
    [[nodiscard]] ClientStatistics statistics(NtpTimestamp now) const;
    [[nodiscard]] std::vector<ClientRecord> recent(std::size_t count) const;

private:
    // A number of so many bytes that lies wherever there is room. In at most two pieces that the processor knows: byte
    // by byte would cost more than all else that is done with a client.
    template <std::size_t Bytes> class Packed
    {
    public:
        static constexpr std::uint64_t Highest = (std::uint64_t{1} << 8 * Bytes) - 1;

        Packed &operator=(std::uint64_t value)
        {
            const auto low = static_cast<Low>(value);
            std::memcpy(m_bytes.data(), &low, sizeof low);
            if constexpr (HasTop)
                m_bytes.back() = static_cast<std::uint8_t>(value >> 8 * sizeof low);
            return *this;
        }
        [[nodiscard]] operator std::uint64_t() const
        {
            Low low = 0;
            std::memcpy(&low, m_bytes.data(), sizeof low);
            if constexpr (HasTop)
                return low | std::uint64_t{m_bytes.back()} << 8 * sizeof low;
            return low;
        }
        // Counts on until it is full.
        void count() { *this = *this + (*this < Highest ? 1U : 0U); }

    private:
        using Low = std::conditional_t<(Bytes >= 4), std::uint32_t,
                                       std::conditional_t<(Bytes >= 2), std::uint16_t, std::uint8_t>>;
        static constexpr bool HasTop = Bytes > sizeof(Low);
        static_assert(Bytes - sizeof(Low) <= 1);

        std::array<std::uint8_t, Bytes> m_bytes;
    };

    // Times are ticks of 1/1024 s since the first visit, on a clock that was never stepped.
    struct Slot
    {
        Packed<4> address; // IPv4; IPv6 addresses stand in a table of their own, at the same number
        Packed<4> first;   // in eighths of a second
        Packed<5> last;
        Packed<4> packets;
        Packed<3> dropped;
        Packed<4> score;
        Packed<2> port;
        Packed<2> flags;
        Packed<1> visit; // version, mode, family
        Packed<3> sameBucket;
        Packed<3> newer;
        Packed<3> older;
    };
    struct AddressV6
    {
        std::array<std::uint8_t, 16> bytes;
        std::uint32_t scope;
    };
    static constexpr std::uint32_t None = 0xffffff;

    [[nodiscard]] static Cursor link(std::uint64_t stored)
    {
        return stored == None ? End : static_cast<Cursor>(stored);
    }
    [[nodiscard]] std::uint64_t ticks(NtpTimestamp wall) const;
    [[nodiscard]] NtpTimestamp stamp(std::uint64_t ticks) const;
    [[nodiscard]] IpAddress addressAt(std::uint32_t index) const;
    [[nodiscard]] bool isAt(const IpAddress &address, std::uint32_t index) const;
    [[nodiscard]] std::size_t bucketOf(const IpAddress &address) const;
    [[nodiscard]] Cursor find(const IpAddress &address, std::size_t bucket) const;
    void fetch(Cursor index) const;
    [[nodiscard]] double ageAt(Cursor index, NtpTimestamp now) const;
    Cursor take(NtpTimestamp now, int stubbornness);
    void enter(Cursor index, const Endpoint &remote, NtpTimestamp now);
    void unlinkFromBucket(Cursor index);
    void unlinkFromOrder(Cursor index);
    void linkAsNewest(Cursor index);

    std::size_t m_capacity;
    std::unique_ptr<Slot[]> m_slots; // the kernel gives the memory when it is written to
    std::unique_ptr<AddressV6[]> m_v6;
    std::vector<Packed<3>> m_buckets;
    std::size_t m_size = 0;
    Cursor m_newest = End;
    Cursor m_oldest = End;
    NtpTimestamp m_epoch;
    std::uint64_t m_secret; // or a flood of chosen addresses would make one bucket of the whole table
    ClientStatistics m_statistics;
    Random m_random;
};

} // namespace noonmark::engine
