// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock/observingclock.h"
#include "core/clock/rawtime.h"
#include "core/clock/steeredclock.h"
#include "core/transport/batch.h"
#include "core/transport/enginedriver.h"
#include "core/transport/socket.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace noonmark;
using engine::EngineConfig;
using engine::Event;
using engine::EventKind;
using engine::SourceConfig;
using engine::SourceKind;
using transport::EngineDriver;
using transport::UdpSocket;

namespace {

EngineConfig localClockMaster()
{
    SourceConfig clock;
    clock.kind = SourceKind::LocalClock;
    clock.name = "127.127.1.0";
    clock.localStratum = 10;
    EngineConfig config;
    config.sources = {clock};
    return config;
}

// A port that was free a moment ago. The driver has no way to ask for any, because 0 means to serve nobody.
std::uint16_t freePort()
{
    return UdpSocket::service({IpAddress::v4(0), 0})->where().port;
}

std::unique_ptr<EngineDriver> makeDriver(const EngineConfig &config, std::uint16_t port)
{
    transport::DriverOptions options;
    options.port = port;
    return std::make_unique<EngineDriver>(config, std::make_unique<clock::SteeredClock>(),
                                          Random::fromNumber(7), options);
}

// Kernel memory that what nobody has read takes.
qulonglong bytesWaitingAt(std::uint16_t port)
{
    QFile table(QStringLiteral("/proc/self/net/udp"));
    if (!table.open(QIODevice::ReadOnly))
        return 0;
    const QString here = QStringLiteral(":%1").arg(port, 4, 16, QLatin1Char('0')).toUpper();
    qulonglong bytes = 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QStringList fields = QString::fromLatin1(line).simplified().split(QLatin1Char(' '));
        if (fields.size() > 4 && fields[1].endsWith(here))
            bytes += fields[4].section(QLatin1Char(':'), 1).toULongLong(nullptr, 16);
    }
    return bytes;
}

// Someone who asks by hand.
class Asker
{
public:
    explicit Asker(std::uint16_t port)
        : m_server{*IpAddress::parse("127.0.0.1"), port}
    {}

    void ask(std::uint64_t nonce)
    {
        std::array<std::byte, 48> request{};
        request[0] = std::byte{0x23};
        ByteWriter(std::span(request).subspan(40)).u64(nonce);
        send(request);
    }
    void send(Bytes bytes) { QVERIFY(m_socket.send(m_server, std::nullopt, bytes)); }

    // The next answer; waits in the event loop, because the driver lives in this thread too.
    std::optional<std::vector<std::byte>> answer()
    {
        std::optional<std::vector<std::byte>> received;
        const auto arrived = [&] {
            transport::ReceiveBatch batch; // one at a time would be enough, but this is the door there is
            for (std::size_t i = 0, count = batch.fill(m_socket.descriptor()); i < count; ++i)
                m_waiting.emplace_back(batch.at(i)->bytes.begin(), batch.at(i)->bytes.end());
            return !m_waiting.empty();
        };
        if (!QTest::qWaitFor(arrived, 5000))
            return std::nullopt;
        received = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        return received;
    }

private:
    UdpSocket m_socket = std::move(*UdpSocket::client(Family::V4));
    Endpoint m_server;
    std::vector<std::vector<std::byte>> m_waiting;
};

// Writes down what it is told.
struct ClockRecord
{
    std::vector<double> rates;
    std::vector<std::optional<double>> announced;
    bool isContested = false;
};

class RecordingClock final : public clock::Clock
{
public:
    RecordingClock(std::shared_ptr<ClockRecord> record, bool permitted)
        : m_record(std::move(record))
        , m_permitted(permitted)
    {}
    Now now() const override { return m_clock.now(); }
    NtpTimestamp fromSystemTime(NtpTimestamp stamp) const override { return m_clock.fromSystemTime(stamp); }
    Result<void> setRate(double correction) override
    {
        m_record->rates.push_back(correction);
        return m_permitted ? Result<void>{} : failed(Failure::NotPermitted, {"clock_adjtime"});
    }
    Result<void> step(NtpDuration by) override { return m_clock.step(by); }
    bool announce(const clock::ClockState &state) override
    {
        m_record->announced.push_back(state.maximumError);
        return !m_record->isContested;
    }
    bool steerable() const override { return true; }

private:
    std::shared_ptr<ClockRecord> m_record;
    bool m_permitted;
    clock::SteeredClock m_clock;
};

std::unique_ptr<EngineDriver> driverOf(const std::shared_ptr<ClockRecord> &record, bool permitted)
{
    EngineConfig config = localClockMaster();
    config.discipline.frequency = 12.5e-6;
    transport::DriverOptions options;
    options.port = 0;
    auto clock = std::make_unique<RecordingClock>(record, permitted);
    return std::make_unique<EngineDriver>(config, std::move(clock), Random::fromNumber(7), options);
}

std::uint64_t fieldAt(const std::vector<std::byte> &packet, std::size_t offset)
{
    return ByteReader(Bytes(packet).subspan(offset)).u64();
}

std::vector<EventKind> kindsOf(const QSignalSpy &events)
{
    std::vector<EventKind> kinds;
    for (const auto &arguments : events)
        kinds.push_back(arguments.front().value<Event>().kind);
    return kinds;
}

bool holds(const QSignalSpy &events, EventKind kind)
{
    const auto kinds = kindsOf(events);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

class EngineDriverTest : public QObject
{
    Q_OBJECT

private slots:
    void answersAClient()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        QVERIFY(driver->start().has_value());
        Asker asker(port);
        asker.ask(0x0123456789abcdef);
        const auto answer = asker.answer();
        QVERIFY(answer.has_value());
        QCOMPARE(answer->size(), std::size_t{48});
        QCOMPARE(std::to_integer<int>(answer->front()) & 0x3f, 0x24);
        QCOMPARE(fieldAt(*answer, 24), 0x0123456789abcdefU);
    }

    void countsTheTimeAQuestionWaited()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        QVERIFY(driver->start().has_value());
        Asker asker(port);
        // The kernel begins to stamp some time after the first socket of the machine has asked for it.
        NtpDuration waited;
        for (int round = 0; round < 50 && waited < NtpDuration::milliseconds(19); ++round) {
            const NtpTimestamp before = clock::readRaw().system;
            asker.ask(1);
            QTest::qSleep(20);
            const auto answer = asker.answer();
            QVERIFY(answer.has_value());
            const auto received = NtpTimestamp::fromUnits(fieldAt(*answer, 32));
            const auto sent = NtpTimestamp::fromUnits(fieldAt(*answer, 40));
            QVERIFY(received - before >= NtpDuration{});
            waited = sent - received;
        }
        QVERIFY(waited >= NtpDuration::milliseconds(19));
    }

    void answersABurst()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        QVERIFY(driver->start().has_value());
        Asker asker(port);
        constexpr std::uint64_t count = 100;
        for (std::uint64_t nonce = 1; nonce <= count; ++nonce)
            asker.ask(nonce);
        for (std::uint64_t nonce = 1; nonce <= count; ++nonce)
            QCOMPARE(fieldAt(*asker.answer(), 24), nonce);
        QCOMPARE(driver->snapshot().counters.answered, count);
    }

    void answersNtpq()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        QVERIFY(driver->start().has_value());
        Asker asker(port);
        std::array<std::byte, 12> readVariables{std::byte{0x16}, std::byte{0x02}, std::byte{0x00},
                                                std::byte{0x01}};
        asker.send(readVariables);
        const auto answer = asker.answer();
        QVERIFY(answer.has_value());
        std::string text;
        for (const std::byte b : *answer)
            text += static_cast<char>(b);
        QVERIFY2(text.find("noonmark " NOONMARK_VERSION) != std::string::npos, text.c_str());
    }

    void namesTheHolderAndMayStartLater()
    {
        const std::uint16_t port = freePort();
        auto first = makeDriver(localClockMaster(), port);
        QVERIFY(first->start().has_value());
        const auto second = makeDriver(localClockMaster(), port);
        const auto refused = second->start();
        QCOMPARE(refused.error().failure, Failure::PortTaken);
        QCOMPARE(refused.error().arguments.front(), std::to_string(port));
        QVERIFY(refused.error().arguments.back().starts_with("tst_enginedrive"));
        QCOMPARE(second->snapshot(), engine::Snapshot{});
        first->stop();
        QVERIFY(second->start().has_value());
        Asker asker(port);
        asker.ask(5);
        QVERIFY(asker.answer().has_value());
    }

    void servesNobodyAtPortZero()
    {
        const auto driver = makeDriver(localClockMaster(), 0);
        QVERIFY(driver->start().has_value());
        QCOMPARE(driver->snapshot().associations.size(), std::size_t{1});
    }

    void tellsOfEachSocketWhetherItHearsAndSinceWhen()
    {
        EngineConfig config = localClockMaster();
        config.listening.interfaces = {*InterfaceRule::read("ignore", "all"), *InterfaceRule::read("drop", "127.0.0.1")};
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(config, port);
        QVERIFY(driver->start());
        const auto socketAt = [&](const char *address) -> std::optional<engine::InterfaceFacts> {
            const auto sockets = driver->snapshot().io.interfaces;
            const auto found = std::ranges::find(sockets, *IpAddress::parse(address),
                                                 [](const auto &socket) { return socket.address.address; });
            return found == sockets.end() ? std::nullopt : std::optional(*found);
        };
        QTRY_VERIFY(socketAt("127.0.0.1"));
        QVERIFY(socketAt("127.0.0.1")->drops);
        Asker stranger(port);
        for (std::uint64_t i = 0; i < 1000; ++i)
            stranger.ask(i);
        QVERIFY2(bytesWaitingAt(port) < 10'000, qPrintable(QString::number(bytesWaitingAt(port))));
        QTRY_VERIFY(socketAt("127.0.0.1")->uptime > 1);
        config.listening.interfaces = {*InterfaceRule::read("listen", "127.0.0.1")};
        driver->reconfigure(config);
        QTRY_VERIFY(!socketAt("127.0.0.1")->drops);
        QVERIFY(socketAt("127.0.0.1")->uptime < 1); // it is another
    }

    void resolvesNamesWithoutWaiting()
    {
        EngineConfig config;
        config.sources = {SourceConfig{}};
        config.sources.front().name = "localhost";
        config.sources.front().family = Family::V4;
        const auto driver = makeDriver(config, 0);
        QSignalSpy events(driver.get(), &EngineDriver::eventHappened);
        QVERIFY(driver->start().has_value());
        QVERIFY(QTest::qWaitFor([&] { return holds(events, EventKind::NameResolved); }, 5000));
        QCOMPARE(driver->snapshot().associations.front().remote.address.toString(), std::string("127.0.0.1"));
    }

    void takesANewConfiguration()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        QVERIFY(driver->start().has_value());
        const auto before = driver->snapshot().associations.front().id;
        EngineConfig config = localClockMaster();
        config.sources.push_back(SourceConfig{});
        config.sources.back().name = "192.0.2.1";
        driver->reconfigure(config);
        const auto associations = driver->snapshot().associations;
        QCOMPARE(associations.size(), std::size_t{2});
        QCOMPARE(associations.front().id, before);
    }

    void takesSnapshotsOnlyForThoseWhoLook()
    {
        transport::DriverOptions options;
        options.port = 0;
        options.snapshotMilliseconds = 100;
        EngineDriver driver(localClockMaster(), std::make_unique<clock::ObservingClock>(),
                            Random::fromNumber(7), options);
        QVERIFY(driver.start().has_value());
        QSignalSpy snapshots(&driver, &EngineDriver::snapshotTaken);
        for (int i = 0; i < 20; ++i)
            driver.reconfigure(localClockMaster());
        QVERIFY(QTest::qWaitFor([&] { return !snapshots.isEmpty(); }, 5000));
        QCOMPARE(snapshots.count(), 1);
        QVERIFY(snapshots.front().front().value<engine::Snapshot>().system.observing);
    }

    void leavesTheClockAtItsFrequency()
    {
        const auto record = std::make_shared<ClockRecord>();
        const auto driver = driverOf(record, true);
        QVERIFY(driver->start().has_value());
        QVERIFY(!record->rates.empty());
        record->rates.clear();
        driver->stop();
        QCOMPARE(record->rates.size(), std::size_t{1});
        QVERIFY(std::abs(record->rates.front() - 12.5e-6) < 1e-12);
        QCOMPARE(record->announced.back(), std::optional<double>());
        driver->stop();
        QCOMPARE(record->rates.size(), std::size_t{1});
    }

    void tellsWithinASecondThatSomebodyElseSteersToo()
    {
        const auto record = std::make_shared<ClockRecord>();
        const auto driver = driverOf(record, true);
        QSignalSpy events(driver.get(), &EngineDriver::eventHappened);
        const auto told = [&events] {
            return std::count_if(events.begin(), events.end(), [](const auto &arguments) {
                return arguments.front().template value<engine::Event>().kind == engine::EventKind::ClockContested;
            });
        };
        QVERIFY(driver->start().has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!record->announced.empty(), 2500);
        QCOMPARE(told(), 0);
        record->isContested = true;
        QTRY_COMPARE_WITH_TIMEOUT(told(), 1, 2500);
        QTest::qWait(1200);
        QCOMPARE(told(), 1); // not every second
        record->isContested = false;
        QTest::qWait(1200);
        record->isContested = true;
        QTRY_COMPARE_WITH_TIMEOUT(told(), 2, 2500); // but each time that it begins
    }

    void tellsOnceThatTheClockRefuses()
    {
        const auto record = std::make_shared<ClockRecord>();
        const auto driver = driverOf(record, false);
        QSignalSpy troubles(driver.get(), &EngineDriver::troubleHappened);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(driver->start().has_value());
            driver->stop();
        }
        QVERIFY(record->rates.size() >= 3);
        QCoreApplication::processEvents();
        QCOMPARE(troubles.count(), 1);
        QCOMPARE(troubles.front().front().value<Error>().failure, Failure::NotPermitted);
    }

    void mayBeStoppedByWhoHearsAnEvent()
    {
        const std::uint16_t port = freePort();
        const auto driver = makeDriver(localClockMaster(), port);
        int heard = 0;
        connect(driver.get(), &EngineDriver::eventHappened, this, [&] {
            ++heard;
            driver->stop();
        });
        static_cast<void>(driver->start());
        QVERIFY(heard > 0);
        QCOMPARE(driver->snapshot(), engine::Snapshot{});
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(EngineDriverTest)
#include "tst_enginedriver.moc"
