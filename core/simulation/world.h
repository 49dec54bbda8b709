// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/clock/simulatedclock.h"
#include "core/engine/engine.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <string>
#include <utility>
#include <vector>

// A network on virtual time: hosts that run our engine on a bad crystal, perfect or lying servers, links with
// delay and loss, names, and an ear for an adversary. One seed, one story: the same always happens.
//
//     World world(1, date);
//     auto &server = world.addServer({.address = ip("192.0.2.1")});
//     auto &client = world.addEngine(config, {.offset = 0.01, .frequency = 10e-6});
//     world.run(3600);
namespace noonmark::simulation {

struct Datagram
{
    Endpoint from;
    Endpoint to;
    std::vector<std::byte> bytes;
};

// How long a packet sent at this second (of true time) is under way; nothing or less: it is lost.
using DelayModel = std::function<double(double seconds)>;

// One direction between two hosts.
struct Link
{
    double delay = 100e-6; // s; the part that is always there
    double jitter = 0;     // s; mean of the exponential part
    double loss = 0;       // share of datagrams that vanish
    bool cut = false;
    DelayModel model = {}; // instead of delay, jitter and loss
};

class World;

// Something with an address.
class Host
{
public:
    explicit Host(const IpAddress &address)
        : m_address(address)
    {}
    virtual ~Host() = default;
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    [[nodiscard]] const IpAddress &address() const { return m_address; }
    virtual void arrive(const Datagram &datagram) = 0;
    // Whether what is sent to a group or to everybody reaches it.
    [[nodiscard]] virtual bool hearsGroups() const { return false; }

private:
    IpAddress m_address;
};

class TimeServer;
class EngineHost;
struct ServerOptions;

class World
{
public:
    World(std::uint64_t seed, NtpTimestamp start);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    TimeServer &addServer(const ServerOptions &options);
    EngineHost &addEngine(const engine::EngineConfig &config, const clock::Oscillator &oscillator = {},
                          const IpAddress &address = IpAddress::v4(0x0a000001));
    // The direction from one address to the other; made like `defaultLink` at its first use.
    Link &link(const IpAddress &from, const IpAddress &to);
    Link defaultLink;
    void setName(const std::string &name, std::vector<IpAddress> addresses)
    {
        m_names[name] = std::move(addresses);
    }
    void cut(const IpAddress &one, const IpAddress &other, bool isCut = true);

    void run(double untilSeconds);
    void at(double seconds, std::function<void()> action);
    void every(double seconds, std::function<void()> action);
    // The adversary hears everything that is sent, and may send anything as anybody.
    void listen(std::function<void(const Datagram &)> ear) { m_ear = std::move(ear); }
    void inject(const Datagram &datagram, double delay = 0);
    // UTC has a second more (+1) or less (-1) from this moment on.
    void leap(double atSeconds, int seconds);

    [[nodiscard]] double seconds() const { return static_cast<double>(m_now.nanoseconds()) * 1e-9; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] NtpTimestamp start() const { return m_start; }
    [[nodiscard]] NtpTimestamp utc() const;
    [[nodiscard]] int leapSecondsSoFar() const;
    [[nodiscard]] std::uint8_t leapAnnounced() const; // during the day before

    // For hosts.
    void send(const Datagram &datagram);
    void after(double seconds, std::function<void()> action);
    [[nodiscard]] std::vector<IpAddress> lookUp(const std::string &name) const;
    [[nodiscard]] Random &random() { return m_random; }

private:
    struct Happening
    {
        Instant at;
        std::uint64_t order = 0;
        std::function<void()> action;

        friend bool operator>(const Happening &a, const Happening &b)
        {
            return std::pair(a.at, a.order) > std::pair(b.at, b.order);
        }
    };

    void schedule(Instant at, std::function<void()> action);
    void deliver(const Datagram &datagram);

    NtpTimestamp m_start;
    Instant m_now;
    Random m_random;
    std::uint64_t m_order = 0;
    std::priority_queue<Happening, std::vector<Happening>, std::greater<>> m_queue;
    std::vector<std::unique_ptr<Host>> m_hosts;
    std::map<std::pair<IpAddress, IpAddress>, Link> m_links;
    std::map<std::string, std::vector<IpAddress>> m_names;
    std::vector<std::pair<Instant, int>> m_leaps;
    std::function<void(const Datagram &)> m_ear;
};

} // namespace noonmark::simulation
