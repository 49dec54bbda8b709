// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_load: so many requests a second from so many hosts, whether they are answered or not; one line of JSON about
// what came back. throughput.py runs it.
#include "core/base/time.h"
#include "tests/bench/throughput/loadoptions.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <vector>

#include <sched.h>

using namespace noonmark;
using namespace noonmark::bench;

namespace {

constexpr std::size_t Pool = 1U << 16; // requests remembered
constexpr std::size_t HeaderSize = 48;
constexpr std::int64_t Billion = 1'000'000'000;

std::int64_t now(clockid_t clock)
{
    timespec value{};
    clock_gettime(clock, &value);
    return value.tv_sec * Billion + value.tv_nsec;
}

// Processor time of all threads of a process, ns.
std::int64_t processorTime(int pid)
{
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto &thread :
         std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", error)) {
        std::int64_t used = 0;
        std::ifstream(thread.path() / "schedstat") >> used;
        sum += used;
    }
    return sum;
}

double percentile(std::vector<float> &values, double part)
{
    if (values.empty())
        return 0;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place * 1e6;
}

class Load
{
public:
    explicit Load(LoadOptions options);
    int run();

private:
    struct Request
    {
        std::array<std::byte, RawLink::LargestPayload> bytes{};
        std::size_t size = 0;
        std::int64_t sent = 0; // CLOCK_REALTIME
        bool isOpen = false;
    };

    void write(Request &request, std::uint32_t number);
    void sign(Request &request);
    void sendBatch(std::size_t count);
    void takeReplies();
    void take(const RawLink::Frame &frame, std::int64_t seen);
    void takeTime(const RawLink::Frame &frame);
    void report(std::int64_t used, double seconds);

    LoadOptions m_options;
    RawLink m_link;
    std::vector<Request> m_requests;
    std::uint64_t m_next = 0;
    std::uint64_t m_offset = static_cast<std::uint64_t>(now(CLOCK_MONOTONIC)); // other clients in every run
    std::uint64_t m_answered = 0;
    std::uint64_t m_kissed = 0;
    std::uint64_t m_wrong = 0;
    std::vector<float> m_latencies;
    std::vector<float> m_transmitErrors;
};

Load::Load(LoadOptions options)
    : m_options(std::move(options))
    , m_link(m_options.interface, m_options.peer)
    , m_requests(Pool)
{
    m_offset = m_options.begin.value_or(m_offset);
    for (std::uint32_t i = 0; i < Pool; ++i)
        write(m_requests[i], i);
    const auto expected = static_cast<std::size_t>(m_options.rate * m_options.seconds) + Pool;
    m_latencies.reserve(expected);
    m_transmitErrors.reserve(expected);
}

// The number is the transmit time that comes back as the origin; in mode 6 the sequence number.
void Load::write(Request &request, std::uint32_t number)
{
    if (m_options.isControl) {
        request.bytes[0] = std::byte{2 << 3 | 6};
        request.bytes[1] = std::byte{2}; // read variables
        request.bytes[2] = static_cast<std::byte>(number >> 8);
        request.bytes[3] = static_cast<std::byte>(number);
        request.size = 12;
        return;
    }
    request.bytes[0] = std::byte{0xe3}; // LI 3, version 4, mode 3
    request.bytes[2] = std::byte{6};
    request.bytes[3] = std::byte{0xec};
    request.bytes[40] = std::byte{0xe9};
    for (std::size_t i = 0; i < 4; ++i)
        request.bytes[44 + i] = static_cast<std::byte>(number >> (24 - 8 * i));
    request.size = HeaderSize;
    if (m_options.signer)
        sign(request);
}

void Load::sign(Request &request)
{
    const auto digest = m_options.signer->digest(Bytes(request.bytes).first(HeaderSize));
    for (std::size_t i = 0; i < 4; ++i)
        request.bytes[HeaderSize + i] = static_cast<std::byte>(m_options.key >> (24 - 8 * i));
    std::copy_n(digest.bytes.begin(), digest.size, request.bytes.begin() + HeaderSize + 4);
    request.size = HeaderSize + 4 + digest.size;
}

void Load::sendBatch(std::size_t count)
{
    constexpr std::uint64_t stride = 7919; // all clients once before one comes again, in no order
    const std::int64_t at = now(CLOCK_REALTIME);
    for (std::size_t i = 0; i < count; ++i) {
        Request &request = m_requests[m_next % Pool];
        request.sent = at;
        request.isOpen = true;
        const auto client = static_cast<std::uint32_t>((m_next + m_offset) * stride % m_options.clients);
        m_link.add(m_options.firstClient + client, static_cast<std::uint16_t>(40000 + m_next % 4),
                   {request.bytes.data(), request.size});
        ++m_next;
    }
    m_link.flush();
}

void Load::takeReplies()
{
    std::int64_t seen = 0;
    for (int i = 0; i < 256; ++i) {
        const RawLink::Frame frame = m_link.next();
        if (frame.payload.empty())
            return;
        seen = seen == 0 ? now(CLOCK_REALTIME) : seen;
        take(frame, seen);
    }
}

void Load::take(const RawLink::Frame &frame, std::int64_t seen)
{
    const auto &bytes = frame.payload;
    const bool isWhole = bytes.size() >= (m_options.isControl ? 12 : HeaderSize);
    const bool goesOn = m_options.isControl && isWhole && (bytes[1] & std::byte{0x20}) != std::byte{0};
    if (!isWhole || goesOn) {
        m_wrong += isWhole ? 0 : 1;
        return;
    }
    const std::size_t at = m_options.isControl ? 2 : 30;
    const std::size_t number = std::to_integer<std::size_t>(bytes[at]) << 8 | std::to_integer<std::size_t>(bytes[at + 1]);
    Request &request = m_requests[number];
    const bool isKiss = !m_options.isControl && std::memcmp(&bytes[12], "RATE", 4) == 0;
    const bool isCutMac = m_options.signer && bytes.size() != request.size;
    if (!request.isOpen || isCutMac) {
        ++m_wrong;
        return;
    }
    request.isOpen = false;
    ++(isKiss ? m_kissed : m_answered);
    m_latencies.push_back(static_cast<float>(static_cast<double>(seen - request.sent) / 1e9));
    if (!m_options.isControl && !isKiss)
        takeTime(frame);
}

// Both ends have one clock here: how far the transmit time was off.
void Load::takeTime(const RawLink::Frame &frame)
{
    std::uint64_t units = 0;
    for (std::size_t i = 40; i < HeaderSize; ++i)
        units = units << 8 | std::to_integer<std::uint64_t>(frame.payload[i]);
    const NtpTimestamp arrived = NtpTimestamp::fromUnix(frame.arrived / Billion, frame.arrived % Billion);
    const NtpTimestamp zero;
    const NtpDuration transmit = NtpDuration::fromUnits(static_cast<std::int64_t>(units));
    m_transmitErrors.push_back(static_cast<float>(std::fabs((arrived - (zero + transmit)).toSeconds())));
}

int Load::run()
{
    if (!m_link.isOpen())
        return 2;
    const std::int64_t used = processorTime(m_options.pid);
    const std::int64_t start = now(CLOCK_MONOTONIC);
    const auto total = static_cast<std::uint64_t>(m_options.rate * m_options.seconds);
    while (m_next < total) {
        const double passed = static_cast<double>(now(CLOCK_MONOTONIC) - start) / 1e9;
        auto due = std::min(total, static_cast<std::uint64_t>(passed * m_options.rate));
        if (m_options.window > 0) {
            due = std::min(due, m_answered + m_kissed + m_options.window);
            if (passed > m_options.seconds)
                break; // fewer than the rate wanted, and a lost answer is not waited for
        }
        if (due > m_next)
            sendBatch(std::min<std::uint64_t>(RawLink::BatchSize, due - m_next));
        takeReplies();
    }
    const double seconds = static_cast<double>(now(CLOCK_MONOTONIC) - start) / 1e9;
    const std::int64_t patience = now(CLOCK_MONOTONIC) + Billion / 10;
    while (m_answered + m_kissed < total && now(CLOCK_MONOTONIC) < patience)
        takeReplies();
    report(processorTime(m_options.pid) - used, seconds);
    return 0;
}

void Load::report(std::int64_t used, double seconds)
{
    const double sent = static_cast<double>(m_next);
    std::printf("{\"rate\": %.0f, \"sent\": %.0f, \"seconds\": %.3f, \"answered\": %llu, \"kissed\": %llu, "
                "\"wrong\": %llu, \"cpu_per_million\": %.3f, \"p50\": %.1f, \"p99\": %.1f, \"longest\": %.1f, "
                "\"t3_p50\": %.1f, \"t3_p99\": %.1f}\n",
                sent / seconds, sent, seconds, static_cast<unsigned long long>(m_answered),
                static_cast<unsigned long long>(m_kissed), static_cast<unsigned long long>(m_wrong),
                static_cast<double>(used) / 1e9 / sent * 1e6, percentile(m_latencies, 0.5),
                percentile(m_latencies, 0.99), percentile(m_latencies, 1), percentile(m_transmitErrors, 0.5),
                percentile(m_transmitErrors, 0.99));
}

} // namespace

int main(int argc, char **argv)
{
    auto options = LoadOptions::parse(argc, argv);
    if (!options) {
        std::fprintf(stderr, "bench_load --interface NAME --mac MAC --server ADDRESS:PORT [--rate N] [--seconds S] "
                             "[--clients N] [--begin N] [--window N] [--pid N] [--processor N] [--key NUMBER:TYPE:SECRET] [--control 1]\n");
        return 2;
    }
    if (options->processor) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(*options->processor, &set);
        sched_setaffinity(0, sizeof set, &set);
    }
    return Load(std::move(*options)).run();
}
