// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/protocol/packet.h"

#include <QtTest>

#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

EngineConfig crowded()
{
    EngineConfig config;
    const auto add = [&](SourceKind kind, const char *name) {
        SourceConfig source;
        source.kind = kind;
        source.name = name;
        source.iburst = true;
        source.minPoll = 4;
        config.sources.push_back(source);
    };
    add(SourceKind::Server, "192.0.2.1");
    add(SourceKind::Server, "2001:db8::1");
    add(SourceKind::Server, "ntp.example");
    add(SourceKind::Pool, "pool.example");
    add(SourceKind::LocalClock, "127.127.1.0");
    config.access.add(AddressMask::everything(Family::V4), AccessFlag::Limited | AccessFlag::KissOfDeath);
    return config;
}

// Throws everything at an engine, some of it right, and looks whether it still makes sense.
class Chaos
{
public:
    explicit Chaos(std::uint64_t seed)
        : m_random(Random::fromNumber(seed))
        , m_engine(crowded(), Random::fromNumber(seed + 1), now())
    {}

    void step()
    {
        m_seconds += m_random.below(10) == 0 ? 100 * m_random.uniform() : m_random.uniform();
        if (m_random.below(500) == 0)
            m_wallShift += 2000 * m_random.uniform() - 1000;
        switch (m_random.below(12)) {
        case 0:
            m_engine.expired(now());
            break;
        case 1:
            m_engine.clockChanged({NtpDuration::seconds(4 * m_random.uniform() - 2)}, now());
            break;
        case 2:
            resolve();
            break;
        case 3:
            m_engine.transmitted({m_random.next64(), now().wall}, now());
            break;
        case 4:
            askService();
            break;
        case 5:
            answerTruly();
            break;
        case 6:
            reconfigure();
            break;
        default:
            noise();
            break;
        }
        drain();
        check();
    }

private:
    [[nodiscard]] Now now() const
    {
        const NtpDuration elapsed = NtpDuration::seconds(m_seconds);
        return {Instant() + elapsed,
                NtpTimestamp::fromUnix(2'085'970'000, 0) + elapsed + NtpDuration::seconds(m_wallShift)};
    }

    std::vector<std::byte> randomBytes()
    {
        std::vector<std::byte> bytes(m_random.below(8) == 0 ? m_random.below(600) : 48);
        for (auto &b : bytes)
            b = static_cast<std::byte>(m_random.next32());
        if (!bytes.empty() && m_random.below(2) == 0)
            bytes[0] = static_cast<std::byte>(m_random.below(8) << 6 | 4U << 3 | m_random.below(8));
        return bytes;
    }

    Endpoint someone()
    {
        const std::uint32_t who = m_random.below(6);
        if (who == 0)
            return {*IpAddress::parse("2001:db8::1"), 123};
        if (who == 1)
            return {IpAddress::v4(m_random.next32()), static_cast<std::uint16_t>(m_random.next32())};
        return {IpAddress::v4(0xc0000200U + m_random.below(16)), 123};
    }

    void noise()
    {
        const auto bytes = randomBytes();
        Arrival arrival;
        const bool known = !m_sent.empty() && m_random.below(2) == 0;
        arrival.socket = known ? m_sent[m_random.below(static_cast<std::uint32_t>(m_sent.size()))].socket
                               : static_cast<std::uint16_t>(m_random.below(3) == 0 ? m_random.next32() : 0);
        arrival.remote = someone();
        arrival.local = IpAddress::v4(0x0a000001);
        arrival.received = now().wall;
        arrival.bytes = bytes;
        m_asked = bytes.size();
        m_engine.arrived(arrival, now());
    }

    void answerTruly()
    {
        if (m_sent.empty())
            return;
        const Transmit question = m_sent[m_random.below(static_cast<std::uint32_t>(m_sent.size()))];
        protocol::Packet packet = protocol::decode(question.bytes)->packet;
        packet.origin = packet.transmit;
        packet.mode = protocol::Mode::Server;
        packet.leap = static_cast<protocol::Leap>(m_random.below(4));
        packet.stratum = static_cast<std::uint8_t>(m_random.below(18));
        packet.poll = static_cast<std::int8_t>(m_random.next32());
        packet.precision = static_cast<std::int8_t>(m_random.next32());
        packet.refid = m_random.next32();
        packet.rootDelay = m_random.below(4) == 0 ? m_random.next32() : m_random.below(1000);
        packet.rootDispersion = m_random.below(4) == 0 ? m_random.next32() : m_random.below(1000);
        const double lie = m_random.below(10) == 0 ? 5e8 * m_random.uniform() : 0.01 * m_random.uniform();
        packet.receive = packet.transmit = now().wall + NtpDuration::seconds(lie);
        packet.reference = packet.receive;
        std::array<std::byte, protocol::HeaderSize> bytes;
        protocol::encode(packet, bytes);
        const Arrival arrival{.socket = question.socket,
                              .remote = question.remote,
                              .local = IpAddress::v4(0x0a000001),
                              .received = now().wall,
                              .bytes = bytes};
        m_engine.arrived(arrival, now());
    }

    void askService()
    {
        const auto bytes = randomBytes();
        const Arrival arrival{.remote = someone(),
                              .local = IpAddress::v4(0x0a000001),
                              .fromLoopbackInterface = m_random.below(2) == 0,
                              .received = now().wall,
                              .bytes = bytes};
        std::array<std::byte, 48> reply;
        const auto length = m_engine.answer(arrival, now(), reply);
        QVERIFY(length.value_or(0) <= bytes.size());
        QVERIFY(arrival.remote.port != 0 || length.value_or(0) == 0);
    }

    void resolve()
    {
        NameAnswer answer;
        answer.question = m_question == 0 ? m_random.below(100) : m_question;
        for (std::uint32_t i = m_random.below(12); i > 0; --i)
            answer.addresses.push_back(someone().address);
        m_engine.resolved(answer, now());
    }

    void reconfigure()
    {
        if (m_random.below(20) != 0)
            return;
        EngineConfig config = crowded();
        config.sources.erase(config.sources.begin() +
                             m_random.below(static_cast<std::uint32_t>(config.sources.size())));
        config.discipline.mayCorrect = m_random.below(2) == 0;
        config.selection.orphanStratum = m_random.below(2) == 0 ? 17 : 8;
        m_engine.reconfigure(config, now());
    }

    void drain()
    {
        while (const auto effect = m_engine.takeEffect()) {
            if (const auto *question = std::get_if<ResolveName>(&*effect))
                m_question = question->question;
            if (const auto *command = std::get_if<ClockCommand>(&*effect))
                if (const auto *rate = std::get_if<SetRate>(command))
                    QVERIFY(std::fabs(rate->correction) <= 0.1);
            const auto *transmit = std::get_if<Transmit>(&*effect);
            if (!transmit)
                continue;
            QVERIFY(transmit->remote.port != 0);
            if (transmit->request == 0)
                continue;
            QVERIFY(transmit->socket != 0);
            m_sent.push_back(*transmit);
            if (m_sent.size() > 40)
                m_sent.erase(m_sent.begin());
        }
    }

    void check()
    {
        const Snapshot snapshot = m_engine.snapshot(now());
        QVERIFY(snapshot.associations.size() <= 5 + 10);
        QVERIFY(std::isfinite(snapshot.system.offset) && std::isfinite(snapshot.system.rootDistance));
        QVERIFY(std::fabs(snapshot.system.frequency) <= 500.0001);
        QVERIFY(snapshot.system.stratum >= 1 && snapshot.system.stratum <= 16);
        QVERIFY(snapshot.system.rootDispersion >= 0 && snapshot.system.rootDelay >= 0);
        int peers = 0;
        for (const auto &a : snapshot.associations) {
            peers += a.tally == Tally::SystemPeer;
            QVERIFY(a.accepted <= a.sent || a.source.kind == SourceKind::LocalClock);
            QVERIFY(a.hostPoll >= 4 && a.hostPoll <= 10);
            QVERIFY(std::isfinite(a.offset) && std::isfinite(a.jitter) && std::isfinite(a.rootDistance));
        }
        QVERIFY(peers <= 1);
        QVERIFY(m_engine.nextDeadline().has_value());
    }

    Random m_random;
    double m_seconds = 0;
    double m_wallShift = 0;
    std::uint32_t m_question = 0;
    std::size_t m_asked = 0;
    std::vector<Transmit> m_sent;
    Engine m_engine;
};

} // namespace

class RobustnessTest : public QObject
{
    Q_OBJECT

private slots:
    void survivesChaos_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void survivesChaos()
    {
        QFETCH(quint64, seed);
        Chaos chaos(seed);
        for (int i = 0; i < 4000 && !QTest::currentTestFailed(); ++i)
            chaos.step();
    }
};

QTEST_APPLESS_MAIN(RobustnessTest)
#include "tst_robustness.moc"
