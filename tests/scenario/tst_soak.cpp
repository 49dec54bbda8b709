// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/packet.h"
#include "tests/support/scenario.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::scenario;
using simulation::Datagram;
using simulation::World;

namespace {

constexpr std::int64_t Start = 2'082'758'400; // 2036-01-01 00:00 UTC: the era ends on the 38th day
constexpr double Day = 86'400;
constexpr int Clients = 300;
constexpr std::uint32_t FirstClient = 0x0a010000; // 10.1.0.0

// Resident memory, KiB.
double memory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble();
    }
    return 0;
}

// What 300 plain clients see of their master. They are no more than a question every 17 minutes.
class Clientele
{
public:
    Clientele(World &world, const IpAddress &master)
        : m_world(world)
        , m_master(master)
    {
        world.listen([this](const Datagram &datagram) { hear(datagram); });
        for (int i = 0; i < Clients; ++i)
            world.after(1024.0 * i / Clients, [this, i] { ask(i); });
    }

    double largestError = 0; // of what was served as synchronised, s
    double largestClaim = 0; // root distance, s
    std::uint64_t asked = 0;
    std::uint64_t answered = 0;
    std::uint64_t synchronised = 0;
    std::uint64_t lies = 0; // the error was larger than the master said it could be

private:
    void ask(int client)
    {
        protocol::Packet packet;
        packet.transmit = NtpTimestamp::fromUnits(++asked);
        std::vector<std::byte> bytes(protocol::HeaderSize);
        protocol::encode(packet, bytes);
        const IpAddress address = IpAddress::v4(FirstClient + static_cast<std::uint32_t>(client));
        m_world.inject({{address, 123}, {m_master, 123}, std::move(bytes)}, 100e-6);
        m_world.after(1024, [this, client] { ask(client); });
    }

    void hear(const Datagram &datagram)
    {
        const bool isOurs = datagram.from.address == m_master && datagram.to.address.isV4() &&
                            datagram.to.address.toV4() >> 16 == FirstClient >> 16;
        const auto decoded = isOurs ? protocol::decode(datagram.bytes) : failed(Failure::Malformed);
        if (!decoded)
            return;
        ++answered;
        const protocol::Packet &packet = decoded->packet;
        if (packet.leap == protocol::Leap::Unsynchronised || packet.stratum == 0)
            return;
        ++synchronised;
        const double error = std::fabs((packet.transmit - m_world.utc()).toSeconds());
        const double claim = protocol::secondsFromShort(packet.rootDelay) / 2 +
                             protocol::secondsFromShort(packet.rootDispersion);
        // UTC itself is ambiguous while a second is inserted.
        if (error > 0.9 && error < 1.1)
            return;
        largestError = std::max(largestError, error);
        largestClaim = std::max(largestClaim, claim);
        lies += error > claim + 0.001 ? 1 : 0;
    }

    World &m_world;
    IpAddress m_master;
};

} // namespace

// A long time in a short one: nothing may grow, drift away or stop.
class SoakScenario : public QObject
{
    Q_OBJECT

private slots:
    void aYearOfAMaster()
    { // NOONMARK_SOAK_DAYS=366 for the whole year; ctest has 60 days with the same troubles.
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("NOONMARK_SOAK_DAYS", &isSet);
        const int days = isSet ? wanted : 60;
        World world(seed(), NtpTimestamp::fromUnix(Start, 0));
        world.defaultLink = {200e-6, 50e-6, 0.001, false};
        const std::vector<IpAddress> upstream{ip("192.0.2.1"), ip("192.0.2.2"), ip("192.0.2.3"),
                                              ip("192.0.2.4")};
        EngineConfig config = following({server("192.0.2.1"), server("192.0.2.2"), server("192.0.2.3"),
                                         server("192.0.2.4"), localClock(10)});
        for (const IpAddress &address : upstream)
            world.addServer({.address = address});
        auto &master = world.addEngine(config, {.offset = 0.02, .frequency = 12e-6});
        Clientele clients(world, master.address());
        world.leap(31 * Day, 1); // a month's last second, just before the era ends
        for (int day = 10; day < days; day += 30)
            world.at(day * Day + 3600, [&] { master.restart(config); });
        for (int day = 15; day < days; day += 45) {
            for (const bool isCut : {true, false})
                world.at((day + (isCut ? 0 : 2)) * Day, [&world, &upstream, &master, isCut] {
                    for (const IpAddress &address : upstream)
                        world.cut(master.address(), address, isCut);
                });
        }
        QElapsedTimer time;
        time.start();
        world.run(5 * Day);
        const double early = memory();
        world.run(days * Day);
        const double grown = memory() - early;
        qInfo("%d days in %.1f s, %llu answers, error at most %.6f s, memory +%.0f KiB", days,
              static_cast<double>(time.elapsed()) / 1000, static_cast<unsigned long long>(clients.answered),
              clients.largestError, grown);
        QVERIFY(clients.asked > static_cast<std::uint64_t>(days * 300 * 84));
        QVERIFY(static_cast<double>(clients.answered) > 0.99 * static_cast<double>(clients.asked));
        QVERIFY(static_cast<double>(clients.synchronised) > 0.98 * static_cast<double>(clients.answered));
        QCOMPARE(clients.lies, std::uint64_t(0));
        QVERIFY2(clients.largestError < 0.1, qPrintable(QString::number(clients.largestError)));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed for a while
        QVERIFY2(grown < 4096, qPrintable(QString::number(grown)));
#endif
        const engine::Snapshot end = master.snapshot();
        QCOMPARE(end.clients.depth, std::uint64_t(Clients));
        QCOMPARE(end.system.stratum, std::uint8_t(2));
        QCOMPARE(end.associations.size(), std::size_t(5));
    }
};

QTEST_APPLESS_MAIN(SoakScenario)
#include "tst_soak.moc"
