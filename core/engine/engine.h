// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/engine/engineconfig.h"
#include "core/engine/observation.h"
#include "core/protocol/packet.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace noonmark::engine {

// Where a datagram came in. Socket 0 is the service port; any other number is the association whose own client socket
// received it (RFC 9109: each association asks from a random port of its own).
struct Arrival
{
    std::uint16_t socket = 0;
    Endpoint remote;
    IpAddress local;
    bool fromLoopbackInterface = false;
    NtpTimestamp received;              // on the disciplined clock, from the kernel's stamp where there is one
    Bytes bytes;
    IpAddress group = {};               // it went to this multicast or broadcast address; unspecified: to us alone
};

// Send these bytes. `request` names the pending question so that the late stamp of transmitted() finds it; 0 = reply.
struct Transmit
{
    std::uint16_t socket = 0;
    Endpoint remote;
    std::optional<IpAddress> local;     // answer from the address that was asked
    std::uint64_t request = 0;
    std::vector<std::byte> bytes;
    std::uint8_t ttl = 0;               // of a multicast; 0: the system's default
};

struct TransmitStamp
{
    std::uint64_t request = 0;
    NtpTimestamp sent;                  // on the disciplined clock
};

struct SetRate { double correction = 0; };       // see Clock::setRate
struct StepClock { NtpDuration by; };
using ClockCommand = std::variant<SetRate, StepClock>;

// Look a name up; the answer comes back through resolved(), whenever it is there.
struct ResolveName
{
    std::uint32_t question = 0;
    std::string name;
    std::optional<Family> family;
};

struct NameAnswer
{
    std::uint32_t question = 0;
    std::vector<IpAddress> addresses;   // empty: failed
    std::string trouble;                // the system's words for the failure
};

// The association is gone: its client socket can be closed.
struct CloseSocket { std::uint16_t socket = 0; };

// What the statistics files have lines for: a sample that the filter chose (peerstats), a measurement that the
// discipline used (loopstats), an answer as it came (rawstats).
struct SampleTaken { std::uint16_t association = 0; };
struct ClockUpdated {};
struct AnswerSeen
{
    NtpTimestamp sent;
    NtpTimestamp received;
    Endpoint remote;
    IpAddress local;
    protocol::Packet packet;
};

// The administrator has sent lines of ntp.conf by mode 6; what came of them is told by configured().
struct ConfigureLines
{
    std::uint32_t question = 0;
    std::string lines;
    Endpoint from;
};

using Effect = std::variant<Transmit, ClockCommand, ResolveName, CloseSocket, ConfigureLines, SampleTaken, ClockUpdated,
                            AnswerSeen, Event>;

// Sleep: the machine was suspended, and the clock put right for it.
enum class StepCause : std::uint8_t { Engine, Stranger, Sleep };

// A step that really happened, by us or by somebody else: pending measurements across it are void.
struct ClockChange { NtpDuration step; StepCause cause = StepCause::Stranger; };

// What Engine::answer() writes at most: a header and a MAC.
inline constexpr std::size_t LargestReply = 116;

// The NTP engine: decides, never acts. Inputs, one deadline and one queue of effects; time and chance come in as
// arguments. After every input, drain takeEffect(), then sleep until nextDeadline(). Not thread-safe; same inputs,
// same outputs, for ever.
class Engine
{
public:
    Engine(EngineConfig config, Random random, Now now);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    void arrived(const Arrival &arrival, Now now);
    void transmitted(const TransmitStamp &stamp, Now now);
    void clockChanged(const ClockChange &change, Now now);
    void resolved(const NameAnswer &answer, Now now);
    void expired(Now now);
    // `answer` is what the administrator reads, as ntpd words it.
    void configured(std::uint32_t question, const std::string &answer, Now now);
    // What mode 6 tells of the driver's sockets; as often as it likes.
    void ioIs(IoFacts facts);
    // The administrator lets this member of a pool go; false: it is none. The pool looks for another.
    [[nodiscard]] bool dismiss(std::uint16_t association, Now now);
    // Takes a new configuration; associations whose SourceConfig did not change keep their state.
    void reconfigure(EngineConfig config, Now now);

    // The path that answers a mode 3 request without allocating: writes the reply and returns its length, or 0 if there
    // is no reply; the buffer should have LargestReply bytes. Call it for every datagram on socket 0; nullopt means "not a client request, give it to arrived()".
    [[nodiscard]] std::optional<std::size_t> answer(const Arrival &arrival, Now now, MutableBytes reply);
    // These will be given to answer() next. A hint: nothing comes out differently, only sooner.
    void expect(std::span<const Arrival> arrivals) const;

    [[nodiscard]] std::optional<Instant> nextDeadline() const;
    [[nodiscard]] std::optional<Effect> takeEffect();
    [[nodiscard]] Snapshot snapshot(Now now) const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace noonmark::engine
