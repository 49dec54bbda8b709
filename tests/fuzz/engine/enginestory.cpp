// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/engine/enginestory.h"

#include "core/engine/engine.h"
#include "core/protocol/packet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace fuzz {

namespace {

using namespace noonmark;
using namespace noonmark::engine;

constexpr std::size_t MostSteps = 2000;
constexpr std::size_t MostEffects = 200; // of one step
constexpr std::size_t MostQuestions = 8; // remembered

// The story as numbers; zeros when it is over.
class Reader
{
public:
    explicit Reader(Bytes bytes)
        : m_bytes(bytes)
    {}
    [[nodiscard]] bool isOver() const { return m_at >= m_bytes.size(); }
    std::uint8_t byte()
    {
        return isOver() ? std::uint8_t{0} : std::to_integer<std::uint8_t>(m_bytes[m_at++]);
    }
    std::uint32_t word()
    {
        return std::uint32_t{byte()} << 24 | std::uint32_t{byte()} << 16 | std::uint32_t{byte()} << 8 |
               byte();
    }
    Bytes take(std::size_t length)
    {
        const Bytes rest = m_bytes.subspan(std::min(m_at, m_bytes.size()));
        const Bytes taken = rest.first(std::min(length, rest.size()));
        m_at += taken.size();
        return taken;
    }

private:
    Bytes m_bytes;
    std::size_t m_at = 0;
};

SourceConfig sourceNamed(const char *name, SourceKind kind)
{
    SourceConfig source;
    source.name = name;
    source.kind = kind;
    source.iburst = true;
    return source;
}

EngineConfig crowded(std::uint8_t choice)
{
    EngineConfig config;
    config.sources = {
        sourceNamed("192.0.2.1", SourceKind::Server), sourceNamed("192.0.2.2", SourceKind::Peer),
        sourceNamed("pool.example", SourceKind::Pool), sourceNamed("127.127.1.0", SourceKind::LocalClock)};
    config.sources[1].key = 1;
    config.access = AccessTable((choice & 1) != 0 ? Dialect::Ntpsec : Dialect::Noonmark);
    if ((choice & 2) != 0)
        config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
    config.authentication.keys = {{1, protocol::MacType::Sha1, {std::byte{'k'}}, {}}};
    config.authentication.trusted = {1};
    config.authentication.controlKey = 1;
    config.discipline.mayPanicOnce = (choice & 4) != 0;
    config.rememberedClients = 16;
    config.leapSmearInterval = (choice & 8) != 0 ? 7200 : 0;
    config.leaps.changes = {{3'644'697'600, 36}, {3'692'217'600, 37}};
    return config;
}

class Story
{
public:
    explicit Story(Bytes bytes)
        : m_reader(bytes)
        , m_choice(m_reader.byte())
        // 64 places on the number line of an era, its end among them.
        , m_wall(NtpTimestamp() +
                 NtpDuration::fromUnits(static_cast<std::int64_t>(std::uint64_t{m_reader.byte()} << 56)))
        , m_engine(crowded(m_choice), Random::fromNumber(m_choice), now())
    {}

    StoryEnd tell()
    {
        drain();
        while (!m_reader.isOver() && m_end.steps < MostSteps && m_end.broken == nullptr) {
            ++m_end.steps;
            step();
            drain();
            check();
        }
        return m_end;
    }

private:
    [[nodiscard]] Now now() const { return {m_monotonic, m_wall}; }

    void step()
    {
        switch (m_reader.byte() % 10) {
        case 0:
        case 1:
            return arriveAtService();
        case 2:
        case 3:
            return answerQuestion();
        case 4:
            return pass(m_reader.byte() * 0.25);
        case 5:
            return pass(m_reader.word() * 1e-3);
        case 6:
            return stepClock();
        case 7:
            return resolve();
        case 8:
            return m_engine.transmitted({m_reader.byte(), now().wall}, now());
        default:
            return m_engine.reconfigure(crowded(m_reader.byte()), now());
        }
    }

    IpAddress someAddress()
    {
        static const std::array<const char *, 8> known = {
            "192.0.2.1", "192.0.2.2", "127.0.0.1", "::1", "fe80::1%2", "224.0.1.1", "0.0.0.0", "127.127.1.0"};
        const std::uint8_t which = m_reader.byte();
        return which < known.size() ? *IpAddress::parse(known[which]) : IpAddress::v4(m_reader.word());
    }

    void arriveAtService()
    {
        Arrival arrival;
        arrival.remote = {someAddress(), static_cast<std::uint16_t>(m_reader.word())};
        arrival.local = IpAddress::v4(0x0a000001);
        const std::uint8_t kind = m_reader.byte();
        arrival.fromLoopbackInterface = (kind & 1) != 0;
        arrival.received = m_wall;
        arrival.bytes = m_reader.take(m_reader.byte());
        std::array<std::byte, protocol::HeaderSize> request{};
        if ((kind & 2) != 0) { // a good request: the story's bytes alone would hardly ever make one
            std::copy_n(arrival.bytes.begin(), std::min(arrival.bytes.size(), request.size()),
                        request.begin());
            request[0] = std::byte{0x23};
            arrival.bytes = request;
        }
        std::array<std::byte, LargestReply> reply{};
        const auto length = m_engine.answer(arrival, now(), reply);
        if (!length)
            return m_engine.arrived(arrival, now());
        const bool isReply = *length > 0;
        m_end.replies += isReply ? 1 : 0;
        require(*length <= arrival.bytes.size(), "no reply is larger than its request");
        require(!isReply || arrival.remote.port != 0, "nobody at port 0 is answered");
        require(!isReply || !arrival.remote.address.isMulticast(), "no group is answered");
    }

    // What a server might answer, with as much of the story in it as the first byte says.
    void answerQuestion()
    {
        if (m_questions.empty())
            return;
        const Transmit &question = m_questions[m_reader.byte() % m_questions.size()];
        std::vector<std::byte> bytes(question.bytes.size(), std::byte{0});
        const std::uint8_t kind = m_reader.byte();
        if (bytes.size() >= protocol::HeaderSize) {
            bytes[0] = static_cast<std::byte>(0x24 | (kind & 0xc0));
            bytes[1] = static_cast<std::byte>(m_reader.byte() % 18);
            std::copy_n(question.bytes.begin() + 40, 8, bytes.begin() + 24);
            ByteWriter writer(MutableBytes(bytes).subspan(32));
            writer.u64((m_wall + NtpDuration::seconds(m_reader.byte() * 0.001)).units());
            writer.u64((m_wall + NtpDuration::seconds(m_reader.byte() * 0.001)).units());
        }
        const Bytes scars = m_reader.take(kind & 0x1f);
        for (std::size_t i = 0; i + 1 < scars.size(); i += 2)
            bytes[std::to_integer<std::size_t>(scars[i]) % bytes.size()] = scars[i + 1];
        Arrival arrival;
        arrival.socket = question.socket;
        arrival.remote = question.remote;
        arrival.local = IpAddress::v4(0x0a000001);
        arrival.received = m_wall;
        arrival.bytes = bytes;
        m_engine.arrived(arrival, now());
    }

    void pass(double seconds)
    {
        m_monotonic = m_monotonic + NtpDuration::seconds(std::min(seconds, 1e6));
        m_wall = m_wall + NtpDuration::seconds(std::min(seconds, 1e6));
        m_engine.expired(now());
    }

    void stepClock()
    {
        const NtpDuration by = NtpDuration::fromUnits(
            static_cast<std::int64_t>(std::uint64_t{m_reader.word()} << 32 | m_reader.word()));
        m_wall = m_wall + by;
        m_engine.clockChanged({by}, now());
    }

    void resolve()
    {
        NameAnswer answer{m_question, {}, "no such name"};
        for (int i = m_reader.byte() % 12; i > 0; --i)
            answer.addresses.push_back(someAddress());
        m_engine.resolved(answer, now());
    }

    void drain()
    {
        std::size_t count = 0;
        while (const auto effect = m_engine.takeEffect()) {
            ++m_end.effects;
            if (const auto *name = std::get_if<ResolveName>(&*effect))
                m_question = name->question;
            if (const auto *command = std::get_if<ClockCommand>(&*effect))
                obey(*command);
            if (const auto *transmit = std::get_if<Transmit>(&*effect))
                remember(*transmit);
            if (!require(++count < MostEffects, "work is bounded"))
                return;
        }
    }

    void obey(const ClockCommand &command)
    {
        if (const auto *rate = std::get_if<SetRate>(&command))
            require(std::fabs(rate->correction) <= 0.1, "the clock's rate is bounded");
        if (const auto *step = std::get_if<StepClock>(&command)) {
            m_wall = m_wall + step->by;
            m_engine.clockChanged({step->by, StepCause::Engine}, now());
        }
    }

    void remember(const Transmit &transmit)
    {
        require(transmit.remote.port != 0, "nothing goes to port 0");
        if (transmit.request == 0)
            return;
        m_questions.push_back(transmit);
        if (m_questions.size() > MostQuestions)
            m_questions.pop_front();
    }

    void check()
    {
        const Snapshot snapshot = m_engine.snapshot(now());
        const SystemSnapshot &system = snapshot.system;
        require(std::isfinite(system.offset) && std::isfinite(system.rootDistance), "values are finite");
        require(std::fabs(system.frequency) <= 500.001, "the frequency is bounded");
        require(system.stratum >= 1 && system.stratum <= 16, "the stratum is one");
        require(system.rootDispersion >= 0 && system.rootDelay >= 0, "distances are not negative");
        require(snapshot.associations.size() <= 32, "associations are bounded");
        require(snapshot.clients.depth <= 16, "the client table is bounded");
        require(m_engine.nextDeadline().has_value(), "there is always a next deadline");
        const auto peers = std::count_if(snapshot.associations.begin(), snapshot.associations.end(),
                                         [](const auto &a) { return a.tally == Tally::SystemPeer; });
        require(peers <= 1, "at most one system peer");
    }

    bool require(bool holds, const char *property)
    {
        if (!holds && m_end.broken == nullptr)
            m_end.broken = property;
        return holds;
    }

    Reader m_reader;
    std::uint8_t m_choice;
    Instant m_monotonic = Instant::fromNanoseconds(1'000'000'000);
    NtpTimestamp m_wall;
    Engine m_engine;
    std::uint32_t m_question = 0;
    std::deque<Transmit> m_questions;
    StoryEnd m_end;
};

} // namespace

StoryEnd tellEngine(noonmark::Bytes story)
{
    return Story(story).tell();
}

} // namespace fuzz
