// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/enginedriver.h"

#include "core/clock/precision.h"
#include "core/clock/systemclock.h"
#include "core/engine/leapsecond.h"
#include "core/protocol/packet.h"
#include "core/transport/clockwatch.h"
#include "core/transport/resolver.h"
#include "core/transport/responder.h"
#include "core/transport/sharedengine.h"
#include "core/transport/socketset.h"
#include "core/transport/workers.h"

#include <QElapsedTimer>
#include <QMetaMethod>
#include <QSysInfo>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace noonmark::transport {

namespace {

constexpr NtpDuration Turn = NtpDuration::milliseconds(1); // for one socket, before the others get theirs
constexpr int LookForInterfaces = 5;           // s
constexpr std::int64_t LongestNap = 3'600'000; // ms

engine::EngineConfig withFacts(engine::EngineConfig config, const clock::Clock &clock)
{
    config.precision = clock::measurePrecision(clock);
    config.version = "noonmark " NOONMARK_VERSION;
    config.processor = QSysInfo::currentCpuArchitecture().toStdString();
    config.system = "Linux/" + QSysInfo::kernelVersion().toStdString();
    config.discipline.mayCorrect = config.discipline.mayCorrect && clock.steerable();
    return config;
}

} // namespace

// Members stand in the order of their dependence: the engine dies before the sockets, the sockets before the
// clock.
class EngineDriver::Private : public QObject
{
public:
    Private(EngineDriver &driver, engine::EngineConfig config, std::unique_ptr<clock::Clock> clock,
            Random random, DriverOptions options);

    Result<void> start();
    void stop();
    void reconfigure(const engine::EngineConfig &config);
    void configured(std::uint32_t question, const std::string &answer);
    bool dismiss(std::uint16_t association);
    [[nodiscard]] engine::Snapshot snapshot() const;

private:
    void readable(std::uint16_t number, UdpSocket &socket);
    void collect(std::uint16_t number, UdpSocket &socket);
    void serve(UdpSocket &socket);
    void tellStamp(const UdpSocket::Sent &sent);
    void arrived(const engine::Arrival &arrival);
    void countFor(const engine::Arrival &arrival);
    void handedOver(const std::vector<Workers::Handed> &handed);
    void followServices();

    void expire();
    void settle();
    void arm();
    void perform(const engine::Transmit &datagram) { m_sockets.transmit(datagram); }
    void perform(const engine::ClockCommand &command);
    void perform(const engine::ResolveName &question) { m_resolver->ask(question); }
    void perform(const engine::CloseSocket &close) { m_sockets.close(close.socket); }
    void perform(const engine::SampleTaken &sample) { m_measurements.push_back(sample); }
    void perform(const engine::ClockUpdated &update) { m_measurements.push_back(update); }
    void perform(const engine::AnswerSeen &answer) { m_measurements.push_back(answer); }
    void perform(const engine::ConfigureLines &lines);
    void perform(const engine::Event &event) { m_events.push_back(event); }
    void steer(const engine::SetRate &command);
    void steer(const engine::StepClock &command);
    void tellMeasurements();
    void complain(const Error &error);

    void tick();
    void followInterfaces();
    void stepHappened(const engine::ClockChange &change);
    void clockStepped(NtpDuration by) { clockChanged({by, engine::StepCause::Stranger}); }
    void clockSlept(NtpDuration by) { clockChanged({by, engine::StepCause::Sleep}); }
    void clockChanged(const engine::ClockChange &change);
    void clockOverslept(NtpDuration by);
    [[nodiscard]] engine::IoFacts ioFacts();
    void announce();
    void leaveClock();
    void planSnapshot();
    void takeSnapshot();

    EngineDriver &m_driver;
    engine::EngineConfig m_config;
    std::unique_ptr<clock::Clock> m_clock;
    Random m_random;
    DriverOptions m_options;
    SocketSet m_sockets;
    std::unique_ptr<Resolver> m_resolver;
    ClockWatch m_watch;
    QTimer m_deadline;
    std::optional<Instant> m_armedFor;
    QTimer m_snapshotTimer;
    QElapsedTimer m_sinceSnapshot;
    SharedEngine m_engine;
    Responder m_responder;
    ArrivalReader m_arrivals; // of the answers to our questions
    ReceiveBatch m_received;
    bool m_hasNews = false; // something came that is no client's request
    std::vector<engine::Event> m_events;
    std::vector<Measured> m_measurements;
    std::vector<Failure> m_complaints;
    bool m_isContested = false; // somebody else steers the clock, too, and this was told
    bool m_isHeldByOthers = false; // some place where we should listen
    int m_ticks = 0;
    std::uint64_t m_wakeups = 0;
    std::uint64_t m_goodWakeups = 0;
    Instant m_counted; // when the engine was told of the sockets last
    Workers m_workers;
};

EngineDriver::Private::Private(EngineDriver &driver, engine::EngineConfig config,
                               std::unique_ptr<clock::Clock> clock, Random random, DriverOptions options)
    : QObject(&driver)
    , m_driver(driver)
    , m_config(std::move(config))
    , m_clock(std::move(clock))
    , m_random(random)
    , m_options(std::move(options))
    , m_sockets([this](std::uint16_t number, UdpSocket &socket) { readable(number, socket); })
    , m_watch(*m_clock, this)
    , m_deadline(this)
    , m_snapshotTimer(this)
    , m_responder(
          *m_clock, m_engine.steps(),
          [this](const engine::Arrival &arrival, Now now, MutableBytes reply) {
              return m_engine->answer(arrival, now, reply);
          },
          [this](const engine::Arrival &arrival, Now) { arrived(arrival); },
          [this](std::span<const engine::Arrival> arrivals) { m_engine->expect(arrivals); })
    , m_arrivals(*m_clock)
    , m_workers(m_engine, *m_clock, [this](const auto &handed) { handedOver(handed); })
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_snapshotTimer.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Private::expire);
    connect(&m_snapshotTimer, &QTimer::timeout, this, &Private::takeSnapshot);
    connect(&m_watch, &ClockWatch::ticked, this, &Private::tick);
    connect(&m_watch, &ClockWatch::stepped, this, &Private::clockStepped);
    connect(&m_watch, &ClockWatch::overslept, this, &Private::clockOverslept);
    connect(&m_watch, &ClockWatch::putForward, this, &Private::clockSlept);
}

Result<void> EngineDriver::Private::start()
{
    if (m_engine)
        return {};
    m_responder.usePlainCalls(m_options.plainCalls);
    m_received.usePlainCalls(m_options.plainCalls);
    if (auto opened = m_sockets.openService(m_options, m_config.listening); !opened)
        return opened;
    m_resolver = std::make_unique<Resolver>(m_options.plainCalls ? Resolver::Thread::Own : Resolver::Thread::Helpers);
    connect(m_resolver.get(), &Resolver::answered, this, [this](const engine::NameAnswer &answer) {
        m_engine->resolved(answer, m_clock->now());
        settle();
    });
    m_engine.replace(
        std::make_unique<engine::Engine>(withFacts(m_config, *m_clock), m_random.split(), m_clock->now()));
    m_watch.start(m_options.plainCalls ? ClockWatch::Watch::Seconds : ClockWatch::Watch::Everything);
    if (m_options.workers > 1) {
        m_engine.share();
        m_responder.shareUnder(m_engine.lock());
    }
    followServices();
    m_engine->ioIs(ioFacts());
    settle();
    return {};
}

void EngineDriver::Private::stop()
{
    m_workers.stop();
    leaveClock();
    m_deadline.stop();
    m_snapshotTimer.stop();
    m_watch.stop();
    m_sockets.closeAll();
    m_resolver.reset();
    m_engine.replace(nullptr);
    m_events.clear();
}

// The clock may outlive us: a correction that is under way would go on for ever if nobody ended it.
void EngineDriver::Private::leaveClock()
{
    if (!m_engine || !m_clock->steerable())
        return;
    const engine::SystemSnapshot system = snapshot().system;
    static_cast<void>(m_clock->setRate(system.frequency * 1e-6));
    m_clock->announce({});
    if (m_options.leavesSlewToClock)
        static_cast<void>(m_clock->slewAlone(NtpDuration::seconds(system.offset)));
}

void EngineDriver::Private::reconfigure(const engine::EngineConfig &config)
{
    m_config = config;
    if (!m_engine)
        return;
    m_engine->reconfigure(withFacts(config, *m_clock), m_clock->now());
    m_isHeldByOthers = false;
    followInterfaces();
    m_engine->ioIs(ioFacts());
    settle();
}

engine::Snapshot EngineDriver::Private::snapshot() const
{
    return m_engine ? m_engine->snapshot(m_clock->now()) : engine::Snapshot{};
}

void EngineDriver::Private::readable(std::uint16_t number, UdpSocket &socket)
{
    ++m_wakeups;
    m_hasNews = false;
    if (!m_engine)
        return;
    // The stamps of our questions first: the answers are measured with them.
    while (const auto sent = socket.takeSent())
        tellStamp(*sent);
    if (number == 0)
        serve(socket);
    else
        collect(number, socket);
}

void EngineDriver::Private::tellStamp(const UdpSocket::Sent &sent)
{
    m_hasNews = true;
    m_engine->transmitted({sent.request, m_clock->fromSystemTime(sent.kernelStamp)}, m_clock->now());
}

// Requests change nothing but counters: where nothing else came there is nothing to carry out.
void EngineDriver::Private::serve(UdpSocket &socket)
{
    m_goodWakeups += m_responder.serve(socket, Turn) > 0 ? 1U : 0U;
    if (m_hasNews)
        settle();
    else
        planSnapshot();
}

// What is no client's request. From before a step of the clock it must not be measured after it.
void EngineDriver::Private::arrived(const engine::Arrival &arrival)
{
    m_hasNews = true;
    const unsigned steps = m_engine.steps().count();
    m_watch.look();
    if (steps != m_engine.steps().count() || !m_engine)
        return;
    countFor(arrival);
    m_engine->arrived(arrival, m_clock->now());
}

// Who asks by mode 6 is told the counters as they are now; a flood of such questions does not have us count all the
// time.
void EngineDriver::Private::countFor(const engine::Arrival &arrival)
{
    constexpr double staleAfter = 0.02; // s
    const bool asks = protocol::modeOf(arrival.bytes) == protocol::Mode::Control;
    const Instant now = m_clock->now().monotonic;
    if (!asks || (now - m_counted).toSeconds() < staleAfter)
        return;
    m_counted = now;
    m_engine->ioIs(ioFacts());
}

void EngineDriver::Private::collect(std::uint16_t number, UdpSocket &socket)
{
    m_watch.look(); // before it is read: after a step nothing is left to be read
    if (!m_engine)
        return;
    const std::size_t count = m_received.fill(socket.descriptor());
    m_arrivals.beginBatch();
    for (std::size_t i = 0; i < count; ++i) {
        engine::Arrival arrival;
        if (!m_arrivals.read(m_received, i, socket, arrival))
            continue;
        arrival.socket = number;
        m_engine->arrived(arrival, m_clock->now());
    }
    socket.traffic().received += count;
    m_goodWakeups += count > 0 ? 1 : 0;
    settle();
}

void EngineDriver::Private::handedOver(const std::vector<Workers::Handed> &handed)
{
    const unsigned steps = m_engine.steps().count();
    for (const Workers::Handed &one : handed) {
        if (m_engine && steps == m_engine.steps().count())
            arrived(one.arrival);
    }
    if (m_engine)
        settle();
}

// The workers are where the service is.
void EngineDriver::Private::followServices()
{
    if (m_options.workers <= 1 || m_options.plainCalls)
        return;
    m_sockets.letJoin(true);
    if (const auto working = m_workers.work(m_options.workers - 1, m_sockets.services()); !working)
        complain(working.error());
    m_sockets.letJoin(false);
}

void EngineDriver::Private::expire()
{
    if (!m_engine)
        return;
    const auto deadline = m_engine->nextDeadline();
    const Now now = m_clock->now();
    if (deadline && *deadline <= now.monotonic)
        m_engine->expired(now);
    settle();
}

// Carries out what the engine decided. Events are told last, because whoever hears them may stop or
// reconfigure us.
void EngineDriver::Private::settle()
{
    while (const auto effect = m_engine->takeEffect())
        std::visit([this](const auto &e) { perform(e); }, *effect);
    arm();
    planSnapshot();
    tellMeasurements();
    const std::vector<engine::Event> events = std::exchange(m_events, {});
    for (const engine::Event &event : events)
        emit m_driver.eventHappened(event);
}

// Most engines have nobody who writes statistics.
void EngineDriver::Private::tellMeasurements()
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&EngineDriver::measured);
    const std::vector<Measured> measurements = std::exchange(m_measurements, {});
    if (measurements.empty() || !m_driver.isSignalConnected(signal))
        return;
    const engine::Snapshot now = snapshot();
    for (const Measured &what : measurements)
        emit m_driver.measured(what, now);
}

void EngineDriver::Private::arm()
{
    const auto deadline = m_engine->nextDeadline();
    if (deadline == m_armedFor && m_deadline.isActive())
        return; // the most frequent case: nothing but requests
    m_armedFor = deadline;
    if (!deadline) {
        m_deadline.stop();
        return;
    }
    const std::int64_t left = (*deadline - m_clock->now().monotonic).toNanoseconds();
    const std::int64_t milliseconds = std::clamp<std::int64_t>((left + 999'999) / 1'000'000, 0, LongestNap);
    m_deadline.start(static_cast<int>(milliseconds));
}

void EngineDriver::Private::perform(const engine::ClockCommand &command)
{
    std::visit([this](const auto &c) { steer(c); }, command);
}

// Later: who reads the lines will give us a new configuration, and we are in the middle of carrying out effects.
void EngineDriver::Private::perform(const engine::ConfigureLines &lines)
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&EngineDriver::configurationAsked);
    const bool isHeard = m_driver.isSignalConnected(signal);
    QMetaObject::invokeMethod(
        this,
        [this, lines, isHeard] {
            if (isHeard)
                emit m_driver.configurationAsked(lines);
            else
                configured(lines.question, "runtime configuration failed: change the file and reload\r\n");
        },
        Qt::QueuedConnection);
}

void EngineDriver::Private::configured(std::uint32_t question, const std::string &answer)
{
    if (!m_engine)
        return;
    m_engine->configured(question, answer, m_clock->now());
    settle();
}

bool EngineDriver::Private::dismiss(std::uint16_t association)
{
    const bool done = m_engine && m_engine->dismiss(association, m_clock->now());
    if (m_engine)
        settle();
    return done;
}

void EngineDriver::Private::steer(const engine::SetRate &command)
{
    const auto done = [&] {
        const auto held = m_engine.hold();
        return m_clock->setRate(command.correction);
    }();
    if (!done)
        return complain(done.error());
    m_watch.expectRate(command.correction);
}

void EngineDriver::Private::steer(const engine::StepClock &command)
{
    const auto held = m_engine.hold();
    const auto done = m_clock->step(command.by);
    if (!done)
        return complain(done.error());
    m_watch.expectStep();
    stepHappened({command.by, engine::StepCause::Engine});
    announce(); // after a leap second TAI must not have leapt
}

// All that waits was stamped before it.
void EngineDriver::Private::stepHappened(const engine::ClockChange &change)
{
    const auto held = m_engine.hold();
    m_sockets.discardWaiting();
    m_workers.discardWaiting();
    m_engine.steps().note();
    m_engine->clockChanged(change, m_clock->now());
}

void EngineDriver::Private::complain(const Error &error)
{
    if (std::find(m_complaints.begin(), m_complaints.end(), error.failure) != m_complaints.end())
        return;
    m_complaints.push_back(error.failure);
    QMetaObject::invokeMethod(
        this, [this, error] { emit m_driver.troubleHappened(error); }, Qt::QueuedConnection);
}

void EngineDriver::Private::followInterfaces()
{
    auto followed = m_sockets.follow(m_config.listening);
    if (!followed && m_options.workers > 1 && !m_isHeldByOthers) {
        m_workers.stop(); // it may be their sockets that hold the port
        followed = m_sockets.follow(m_config.listening);
    }
    m_isHeldByOthers = !followed;
    if (!followed)
        complain(followed.error());
    followServices();
}

void EngineDriver::Private::tick()
{
    if (!m_engine)
        return;
    constexpr int aMinute = 60; // interfaces come and go, and their indices are given anew
    if (++m_ticks % aMinute == 0) {
        m_responder.arrivals().forgetInterfaces();
        m_arrivals.forgetInterfaces();
    }
    if (!m_options.plainCalls && m_ticks % LookForInterfaces == 0)
        followInterfaces(); // some may have come, or gone
    announce();
    m_engine->ioIs(ioFacts());
    settle();
}

engine::IoFacts EngineDriver::Private::ioFacts()
{
    for (const Workers::Done &done : m_workers.takeTraffic())
        m_sockets.count(done.place, done.traffic);
    engine::IoFacts facts = m_sockets.facts();
    facts.wakeups = m_wakeups;
    facts.goodWakeups = m_goodWakeups;
    facts.kernel = clock::readKernelLoop();
    return facts;
}

void EngineDriver::Private::clockChanged(const engine::ClockChange &change)
{
    if (!m_engine)
        return;
    stepHappened(change);
    settle();
}

void EngineDriver::Private::clockOverslept(NtpDuration by)
{
    const auto done = [&] {
        const auto held = m_engine.hold();
        return m_engine && m_clock->step(by);
    }();
    if (!done)
        return;
    m_watch.expectStep();
    clockSlept(by);
}

void EngineDriver::Private::announce()
{
    if (!m_engine || !m_clock->steerable())
        return;
    const engine::Snapshot now = snapshot();
    const engine::SystemSnapshot &system = now.system;
    clock::ClockState state;
    if (system.leap != 3) // as our clients are told: holding over, too
        state.maximumError = system.rootDistance;
    if (engine::leapByTable(m_config.leaps, system.clock)) // it has not expired
        state.taiMinusUtc = now.leaps.taiMinusUtc;
    const bool isOurs = m_clock->announce(state);
    if (std::exchange(m_isContested, !isOurs) || isOurs)
        return;
    perform(engine::Event{engine::EventKind::ClockContested, 0, {}, system.clock, 0});
}

void EngineDriver::Private::planSnapshot()
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&EngineDriver::snapshotTaken);
    if (m_snapshotTimer.isActive() || !m_driver.isSignalConnected(signal))
        return;
    const qint64 since =
        m_sinceSnapshot.isValid() ? m_sinceSnapshot.elapsed() : m_options.snapshotMilliseconds;
    m_snapshotTimer.start(static_cast<int>(std::max<qint64>(0, m_options.snapshotMilliseconds - since)));
}

void EngineDriver::Private::takeSnapshot()
{
    m_sinceSnapshot.start();
    if (m_engine)
        emit m_driver.snapshotTaken(snapshot());
}

EngineDriver::EngineDriver(engine::EngineConfig config, std::unique_ptr<clock::Clock> clock, Random random,
                           DriverOptions options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, std::move(config), std::move(clock), random, std::move(options)))
{}

EngineDriver::~EngineDriver()
{
    m_d->stop();
}

Result<void> EngineDriver::start()
{
    return m_d->start();
}

void EngineDriver::stop()
{
    m_d->stop();
}

void EngineDriver::reconfigure(const engine::EngineConfig &config)
{
    m_d->reconfigure(config);
}

bool EngineDriver::dismiss(std::uint16_t association)
{
    return m_d->dismiss(association);
}

void EngineDriver::answerConfiguration(std::uint32_t question, const std::string &answer)
{
    m_d->configured(question, answer);
}

engine::Snapshot EngineDriver::snapshot() const
{
    return m_d->snapshot();
}

} // namespace noonmark::transport
