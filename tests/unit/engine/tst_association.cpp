// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/protocol/packet.h"
#include "core/protocol/refid.h"

#include "tests/support/moment.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

SourceConfig server(bool iburst)
{
    SourceConfig source;
    source.name = "192.0.2.1";
    source.iburst = iburst;
    return source;
}

struct Question
{
    double at = 0;
    Transmit transmit;
};

// An engine with one source, driven by hand: every question that it sends, and answers as we like.
struct Bench
{
    explicit Bench(const SourceConfig &source)
        : engine(configOf(source), Random::fromNumber(3), now())
    {
        drain();
    }

    static EngineConfig configOf(const SourceConfig &source)
    {
        EngineConfig config;
        config.sources = {source};
        return config;
    }

    [[nodiscard]] Now now() const { return momentAt(seconds); }

    void drain()
    {
        while (const auto effect = engine.takeEffect()) {
            if (const auto *transmit = std::get_if<Transmit>(&*effect)) {
                questions.push_back({seconds, *transmit});
                if (answering)
                    answer(*transmit);
            } else if (const auto *event = std::get_if<Event>(&*effect)) {
                events.push_back(*event);
            }
        }
    }

    void run(double until)
    {
        while (true) {
            const double next = (*engine.nextDeadline() - Instant()).toSeconds();
            if (next > until)
                break;
            seconds = std::max(seconds, next) + 1e-6; // rounding must not wake it just too early, for ever
            engine.expired(now());
            drain();
        }
        seconds = until;
    }

    [[nodiscard]] protocol::Packet replyTo(const Transmit &transmit) const
    {
        protocol::Packet packet;
        packet.mode = protocol::Mode::Server;
        packet.stratum = 1;
        packet.refid = protocol::refidFromText("GPS");
        packet.precision = -20;
        packet.origin = protocol::decode(transmit.bytes)->packet.transmit;
        packet.receive = packet.transmit = packet.reference = now().wall + NtpDuration::milliseconds(5);
        return packet;
    }

    void deliver(const protocol::Packet &packet, std::uint16_t socket)
    {
        std::array<std::byte, protocol::HeaderSize> bytes;
        protocol::encode(packet, bytes);
        Arrival arrival;
        arrival.socket = socket;
        arrival.remote = {ip("192.0.2.1"), 123};
        arrival.local = ip("10.0.0.1");
        arrival.received = now().wall + NtpDuration::milliseconds(10);
        arrival.bytes = bytes;
        engine.arrived(arrival, now());
    }

    void answer(const Transmit &transmit) { deliver(replyTo(transmit), transmit.socket); }
    [[nodiscard]] AssociationSnapshot association() const
    {
        return engine.snapshot(now()).associations.at(0);
    }
    [[nodiscard]] int count(EventKind kind) const
    {
        return static_cast<int>(std::ranges::count(events, kind, &Event::kind));
    }

    double seconds = 0;
    bool answering = false;
    std::vector<Question> questions;
    std::vector<Event> events;
    Engine engine;
};

} // namespace

class AssociationTest : public QObject
{
    Q_OBJECT

private slots:
    void asksFromItsOwnSocket()
    {
        Bench bench(server(false));
        bench.run(1);
        QCOMPARE(bench.questions.size(), std::size_t(1));
        const Transmit &question = bench.questions[0].transmit;
        QCOMPARE(question.socket, bench.association().id);
        QVERIFY(question.socket != 0);
        QVERIFY(question.request != 0);
        QCOMPARE(question.remote, (Endpoint{ip("192.0.2.1"), 123}));
        QCOMPARE(question.bytes.size(), std::size_t(48));
        QCOMPARE(int(question.bytes[0]), 0x23);
    }

    void anInitialBurstIsSixQuestionsTwoSecondsApart()
    {
        Bench bench(server(true));
        bench.answering = true;
        bench.run(60);
        QCOMPARE(bench.questions.size(), std::size_t(6));
        for (std::size_t i = 1; i < 6; ++i)
            QVERIFY(std::fabs(bench.questions[i].at - bench.questions[i - 1].at - 2) < 0.01);
        bench.run(90);
        QCOMPARE(bench.questions.size(), std::size_t(7));
    }

    void aSilentServerGetsNoBurst()
    {
        Bench bench(server(true));
        bench.run(130);
        QVERIFY(bench.questions.size() <= 3);
        for (std::size_t i = 1; i < bench.questions.size(); ++i)
            QVERIFY(bench.questions[i].at - bench.questions[i - 1].at >= 64);
    }

    void asksASilentServerLessAndLess()
    {
        Bench bench(server(false));
        bench.run(20000);
        QCOMPARE(int(bench.association().hostPoll), 10);
        QVERIFY(bench.questions.size() < 40);
        QCOMPARE(int(bench.association().reach), 0);
        QCOMPARE(bench.count(EventKind::NoReply), 1);
    }

    void asksAServerThatFellSilentQuicklyForAWhile()
    { // It may only have been a moment, whatever is known of the clock.
        Bench bench(server(false));
        bench.answering = true;
        bench.run(40000);
        bench.answering = false;
        while (bench.association().reach != 0)
            bench.run(bench.seconds + 1);
        bench.questions.clear();
        bench.run(bench.seconds + 20000);
        for (std::size_t i = 1; i < 4; ++i)
            QVERIFY2(bench.questions[i].at - bench.questions[i - 1].at < 70,
                     qPrintable(QString::number(bench.questions[i].at - bench.questions[i - 1].at)));
        QVERIFY(bench.questions.size() < 200);
    }

    void aServerThatFallsSilentIsToldOfOnce()
    {
        Bench bench(server(false));
        for (int time = 1; time <= 2; ++time) {
            bench.answering = true;
            bench.run(bench.seconds + 300);
            bench.answering = false;
            bench.run(bench.seconds + 3000);
            QCOMPARE(bench.count(EventKind::Unreachable), time);
            QCOMPARE(bench.count(EventKind::NoReply), 0); // the same in other words
        }
    }

    void computesOffsetAndDelay()
    { // T1 0, T2 = T3 = +5 ms on a clock 20 ms ahead, T4 +10 ms.
        Bench bench(server(false));
        bench.run(1);
        auto reply = bench.replyTo(bench.questions[0].transmit);
        bench.seconds = bench.questions[0].at;
        reply.receive = reply.transmit = bench.now().wall + NtpDuration::milliseconds(25);
        reply.reference = reply.receive;
        bench.deliver(reply, bench.questions[0].transmit.socket);
        QVERIFY(std::fabs(bench.association().offset - 0.020) < 1e-6);
        QVERIFY(std::fabs(bench.association().delay - 0.010) < 1e-6);
        QCOMPARE(int(bench.association().reach), 1);
    }

    void theLateStampReplacesTheEarlyOne()
    {
        Bench bench(server(false));
        bench.run(0.5);
        const Question question = bench.questions[0];
        bench.seconds = question.at;
        bench.engine.transmitted({question.transmit.request, bench.now().wall + NtpDuration::milliseconds(4)},
                                 bench.now());
        bench.engine.transmitted(
            {question.transmit.request + 1, bench.now().wall + NtpDuration::milliseconds(9)}, bench.now());
        bench.answer(question.transmit);
        QVERIFY(std::fabs(bench.association().delay - 0.006) < 1e-6);
    }

    void takesAnAnswerOnce()
    {
        Bench bench(server(false));
        bench.run(1);
        bench.answer(bench.questions[0].transmit);
        bench.answer(bench.questions[0].transmit);
        QCOMPARE(bench.association().accepted, 1U);
        QCOMPARE(bench.association().bogus, 1U);
    }

    void onlyOnItsSocket()
    {
        Bench bench(server(false));
        bench.run(1);
        const auto reply = bench.replyTo(bench.questions[0].transmit);
        bench.deliver(reply, 0);
        bench.deliver(reply, static_cast<std::uint16_t>(bench.association().id + 1));
        QCOMPARE(bench.association().accepted, 0U);
        bench.deliver(reply, bench.association().id);
        QCOMPARE(bench.association().accepted, 1U);
    }

    void aStepVoidsWhatIsUnderWay()
    { // PROTOCOL 10, trap 18.
        Bench bench(server(false));
        bench.run(1);
        bench.engine.clockChanged({NtpDuration::seconds(2)}, bench.now());
        bench.drain();
        bench.answer(bench.questions[0].transmit);
        QCOMPARE(bench.association().accepted, 0U);
    }

    void refusesUnusableHeaders_data()
    {
        QTest::addColumn<int>("stratum");
        QTest::addColumn<int>("leap");
        QTest::addColumn<double>("rootDispersion");
        QTest::addColumn<double>("age");
        QTest::addColumn<quint32>("flash");
        QTest::newRow("fine") << 1 << 0 << 0.0 << 1.0 << 0U;
        QTest::newRow("unsynchronised") << 2 << 3 << 0.0 << 1.0 << Flash::Stratum;
        QTest::newRow("stratum 15") << 15 << 0 << 0.0 << 1.0 << Flash::Stratum;
        QTest::newRow("stratum 16") << 16 << 0 << 0.0 << 1.0 << Flash::Stratum;
        QTest::newRow("root too far") << 2 << 0 << 17.0 << 1.0 << Flash::Header;
        QTest::newRow("set in the future") << 2 << 0 << 0.0 << -1.0 << Flash::Header;
    }

    void refusesUnusableHeaders()
    {
        QFETCH(int, stratum);
        QFETCH(int, leap);
        QFETCH(double, rootDispersion);
        QFETCH(double, age);
        QFETCH(quint32, flash);
        Bench bench(server(false));
        bench.run(1);
        auto reply = bench.replyTo(bench.questions[0].transmit);
        reply.stratum = static_cast<std::uint8_t>(stratum);
        reply.leap = static_cast<protocol::Leap>(leap);
        reply.rootDispersion = protocol::shortFromSeconds(rootDispersion);
        reply.reference = reply.transmit - NtpDuration::seconds(age);
        bench.deliver(reply, bench.association().id);
        QCOMPARE(bench.association().flash & 0x1ff, flash);
        QCOMPARE(bench.association().accepted, flash == 0 ? 1U : 0U);
    }

    void strangePrecisionAndPollDoNoHarm()
    {
        Bench bench(server(false));
        bench.run(1);
        auto reply = bench.replyTo(bench.questions[0].transmit);
        reply.precision = 127;
        reply.poll = -128;
        reply.rootDelay = 0xffff;
        bench.deliver(reply, bench.association().id);
        QVERIFY(std::isfinite(bench.association().rootDistance));
        reply = bench.replyTo(bench.questions[0].transmit);
        bench.run(200);
        QVERIFY(bench.questions.size() >= 2);
    }

    void impossiblePollsAreMadePossible()
    {
        SourceConfig odd = server(false);
        odd.minPoll = 12;
        odd.maxPoll = -40;
        Bench bench(odd);
        bench.run(10000);
        QVERIFY(bench.questions.size() >= 2 && bench.questions.size() < 5);
    }

    void itsPollFollowsTheDiscipline()
    {
        Bench bench(server(true));
        bench.answering = true;
        bench.run(40000);
        QCOMPARE(int(bench.association().hostPoll), 10);
        QCOMPARE(int(bench.association().reach), 255);
    }
};

QTEST_APPLESS_MAIN(AssociationTest)
#include "tst_association.moc"
