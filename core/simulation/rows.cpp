// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/rows.h"

#include "core/simulation/enginehost.h"
#include "core/simulation/noise.h"
#include "core/simulation/timeserver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>

namespace noonmark::simulation {

namespace {

constexpr double Lasting = 300;  // s below a limit that make it reached
constexpr double BurstPeriod = 7200;
constexpr double BurstLength = 1200;
constexpr double FirstBurst = 3000;
constexpr double BurstDelay = 0.010;
constexpr double BurstJitter = 0.030;
constexpr double LookAtClaim = 50; // s: a snapshot costs more than a second of simulation
constexpr std::int64_t NewYear2027 = 1'798'761'600;

constexpr Row wan(Row row)
{
    row.delay = 0.020;
    row.jitter = 0.002;
    row.offset = 0.050;
    row.frequency = 50e-6;
    return row;
}

constexpr Row far(Row row)
{
    row.offset = 0.5;
    row.frequency = 100e-6;
    return row;
}

constexpr Row four(Row row)
{
    row.servers = 4;
    return row;
}

constexpr Row lost(Row row)
{
    row.lostFrom = 10000;
    row.lostUntil = 30000;
    return row;
}

constexpr std::array Rows{
    Row{.name = "a1", .about = "LAN 100 us + exp(10 us)", .jitter = 10e-6},
    Row{.name = "a2", .about = "LAN 100 us + exp(100 us)"},
    Row{.name = "a3", .about = "as a2, good crystal", .wander = 1e-10},
    wan({.name = "b", .about = "WAN 20 ms + exp(2 ms)"}),
    wan({.name = "b2", .about = "as b, good crystal", .wander = 1e-10}),
    wan({.name = "c", .about = "as b, uplink congested 1200 s of 7200 s", .bursts = true}),
    far({.name = "d", .about = "as a2, 0.5 s and 100 ppm off"}),
    far(wan({.name = "d2", .about = "as b, 0.5 s and 100 ppm off"})),
    Row{.name = "e1", .about = "as a2, sine 1 ppm / 20000 s", .sineAmplitude = 1e-6, .sinePeriod = 20000},
    Row{.name = "e2", .about = "as a2, sine 0.1 ppm / 3600 s", .sineAmplitude = 0.1e-6, .sinePeriod = 3600},
    wan({.name = "e3", .about = "as b, sine 1 ppm / 20000 s", .sineAmplitude = 1e-6, .sinePeriod = 20000}),
    four({.name = "f0", .about = "4 servers, 1 ms + exp(100 us)", .delay = 0.001}),
    four({.name = "f1", .about = "as f0, server 4 wrong by 0.1 s", .delay = 0.001, .lastServerOffset = 0.1}),
    four(wan({.name = "f2", .about = "4 servers as b"})),
    four(wan({.name = "f3", .about = "as f2, server 4 drifts away at 2 ppm", .lastServerDrift = 2e-6})),
    four(wan({.name = "f4", .about = "as f2, server 4 wrong by 15 ms", .lastServerOffset = 0.015})),
    lost({.name = "g1", .about = "as a2, servers lost for 20000 s"}),
    lost({.name = "g2", .about = "as a3, servers lost for 20000 s", .wander = 1e-10}),
    lost(wan({.name = "g3", .about = "as b2, servers lost for 20000 s", .wander = 1e-10})),
};

bool congested(double seconds)
{
    const double phase = std::fmod(seconds - FirstBurst, BurstPeriod);
    return seconds >= FirstBurst && phase < BurstLength;
}

// One direction of one path. The generators of the original are evaluated for every packet, used or not.
DelayModel path(const Row &row, SeedDealer &dealer, bool up)
{
    auto queue = std::make_shared<NoiseSource>(dealer.deal());
    const bool bursts = row.bursts && up;
    auto burst = bursts ? std::make_shared<NoiseSource>(dealer.deal()) : nullptr;
    return [=](double seconds) {
        double delay = row.delay + row.jitter * queue->exponential();
        const double extra = burst ? BurstDelay + BurstJitter * burst->exponential() : 0;
        if (burst && congested(seconds))
            delay += extra;
        const bool isLost = seconds >= row.lostFrom && seconds < row.lostUntil;
        return isLost ? 0.0 : delay;
    };
}

clock::Oscillator oscillator(const Row &row, SeedDealer &dealer)
{
    clock::Oscillator result;
    result.offset = row.offset;
    result.frequency = row.frequency;
    result.wander = row.wander;
    result.sineAmplitude = row.sineAmplitude;
    result.sinePeriod = row.sinePeriod;
    auto walk = std::make_shared<NoiseSource>(dealer.deal());
    result.normal = [walk] { return walk->normal(); };
    return result;
}

// Watches one host second by second.
class Watch
{
public:
    explicit Watch(const Row &row)
        : m_row(row)
    {}

    void see(double seconds, EngineHost &host)
    {
        const double error = host.error();
        const double size = std::fabs(error);
        m_millisecond.see(seconds, size < 1e-3);
        m_tenth.see(seconds, size < 1e-4);
        if (seconds >= Settled) {
            m_squares += error * error;
            m_rates += host.clock().frequencyError() * host.clock().frequencyError();
            if (size > m_result.largest) {
                m_result.largest = size;
                m_result.largestAt = seconds;
            }
            ++m_count;
        }
        if (seconds >= 20000) {
            m_lateSquares += error * error;
            ++m_lateCount;
        }
        if (seconds >= m_row.lostFrom && seconds < m_row.lostUntil)
            seeAlone(seconds, size, host);
    }

    [[nodiscard]] RowResult result(EngineHost &host)
    {
        const auto rms = [](double squares, double count) {
            return count > 0 ? std::sqrt(squares / count) : 0;
        };
        m_result.rms = rms(m_squares, m_count);
        m_result.rateRms = rms(m_rates, m_count);
        m_result.rmsLastHalf = rms(m_lateSquares, m_lateCount);
        m_result.hold.rms = rms(m_holdSquares, m_holdCount);
        m_result.hold.unavoidableRms = rms(m_unavoidableSquares, m_holdCount);
        m_result.belowMillisecond = m_millisecond.reached;
        m_result.belowTenthMillisecond = m_tenth.reached;
        m_result.requests = static_cast<double>(host.requests());
        return m_result;
    }

private:
    void seeAlone(double seconds, double size, EngineHost &host)
    {
        const clock::SimulatedClock &clock = host.clock();
        if (m_holdCount == 0) {
            m_crystalFrequency = clock.crystalFrequency();
            m_crystalError = clock.crystalError() - seconds * m_crystalFrequency;
            m_result.hold.rate = host.snapshot().system.frequency * 1e-6 + m_crystalFrequency;
        }
        Holdover &hold = m_result.hold;
        m_holdSquares += size * size;
        ++m_holdCount;
        hold.end = size;
        hold.unavoidable = std::fabs(clock.crystalError() - m_crystalError - seconds * m_crystalFrequency);
        m_unavoidableSquares += hold.unavoidable * hold.unavoidable;
        const bool last = seconds + 1 >= m_row.lostUntil;
        if (!last && std::fmod(seconds, LookAtClaim) != 0)
            return;
        hold.claim = host.snapshot().system.rootDispersion;
        hold.largest = std::max(hold.largest, size / hold.claim);
    }

    struct Limit
    {
        void see(double seconds, bool below)
        {
            if (reached)
                return;
            if (!below)
                since.reset();
            else if (!since)
                since = seconds;
            if (since && seconds - *since >= Lasting)
                reached = since;
        }
        std::optional<double> since;
        std::optional<double> reached;
    };

    const Row &m_row;
    RowResult m_result;
    Limit m_millisecond;
    Limit m_tenth;
    double m_squares = 0;
    double m_rates = 0;
    double m_count = 0;
    double m_lateSquares = 0;
    double m_lateCount = 0;
    double m_holdSquares = 0;
    double m_holdCount = 0;
    double m_unavoidableSquares = 0;
    double m_crystalFrequency = 0; // when the servers were lost
    double m_crystalError = 0;
};

} // namespace

std::span<const Row> rows()
{
    return Rows;
}

const Row *findRow(std::string_view name)
{
    const auto found =
        std::find_if(Rows.begin(), Rows.end(), [&](const Row &row) { return row.name == name; });
    return found == Rows.end() ? nullptr : &*found;
}

IpAddress serverAddress(int index)
{
    return IpAddress::v4(0xc0000201U + static_cast<std::uint32_t>(index));
}

RowResult runRow(const Row &row, const RowOptions &options, const RowWatch &observer)
{
    World world(options.seed, NtpTimestamp::fromUnix(NewYear2027, 0));
    SeedDealer dealer(options.seed);
    const clock::Oscillator crystal = oscillator(row, dealer);
    const IpAddress client = IpAddress::v4(0x0a000001);
    engine::EngineConfig config;
    config.discipline = options.discipline;
    for (int i = 0; i < row.servers; ++i) {
        const IpAddress address = serverAddress(i);
        const bool last = i > 0 && i + 1 == row.servers;
        world.addServer({.address = address,
                         .offset = last ? row.lastServerOffset : 0,
                         .drift = last ? row.lastServerDrift : 0});
        world.link(client, address).model = path(row, dealer, true);
        world.link(address, client).model = path(row, dealer, false);
        engine::SourceConfig source;
        source.name = address.toString();
        source.iburst = true;
        source.minPoll = options.minPoll;
        source.maxPoll = options.maxPoll;
        config.sources.push_back(source);
    }
    EngineHost &host = world.addEngine(config, crystal, client);
    Watch watch(row);
    for (double second = 0; second < options.length; second += 1) {
        world.run(second);
        watch.see(second, host);
        if (observer)
            observer(second, host);
    }
    return watch.result(host);
}

} // namespace noonmark::simulation
