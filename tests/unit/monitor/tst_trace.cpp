// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/trace.h"
#include "core/protocol/refid.h"
#include "core/wording/watching.h"
#include "tests/unit/monitor/timedouble.h"

#include <QSignalSpy>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::monitor;
using namespace Qt::Literals::StringLiterals;
using test::TimeDouble;

namespace {

TraceHop hop(std::uint8_t leap, std::uint8_t stratum, std::uint32_t refid)
{
    TraceHop hop;
    hop.leap = leap;
    hop.stratum = stratum;
    hop.refid = refid;
    return hop;
}

TraceEnd endOf(TraceHop hop, const char *source)
{
    findNext(hop, source == nullptr ? std::nullopt : IpAddress::parse(source));
    return hop.end;
}

// Hosts of a chain: 127.9.0.1, 127.9.0.2 ... on one port.
class Chain
{
public:
    explicit Chain(int length)
    {
        for (int i = 1; i <= length; ++i)
            hosts.push_back(std::make_unique<TimeDouble>(QHostAddress(u"127.9.0.%1"_s.arg(i)), port()));
        for (int i = 0; i + 1 < length; ++i)
            follow(i, u"127.9.0.%1"_s.arg(i + 2).toStdString());
    }
    void follow(int i, const std::string &source)
    {
        auto &host = *hosts[static_cast<std::size_t>(i)];
        host.system =
            "leap=0, stratum=" + std::to_string(std::max<int>(2, static_cast<int>(hosts.size()) - i)) +
            ", rootdelay=1.0, rootdisp=2.0, refid=" + source + ", peer=7, offset=0.5";
        host.associations[7] = "srcadr=" + source;
        host.packet.refid = IpAddress::parse(source)->toV4();
    }
    void endWith(const std::string &system, const std::string &association)
    {
        hosts.back()->system = system;
        hosts.back()->associations = {{7, association}};
    }
    [[nodiscard]] quint16 port() const { return hosts.empty() ? quint16{0} : hosts.front()->place().port; }
    [[nodiscard]] std::vector<TraceHop> trace(int longest = 15) const
    {
        Trace trace({.longest = longest, .patienceMilliseconds = 60, .port = port()});
        QSignalSpy finished(&trace, &Trace::finished);
        trace.start(hosts.front()->place());
        if (!finished.wait(10'000))
            qWarning("the trace did not end");
        return trace.hops();
    }

    std::vector<std::unique_ptr<TimeDouble>> hosts;
};

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheEnds()
    {
        QCOMPARE(endOf(hop(0, 1, protocol::refidFromText("GPS")), "127.127.20.0"), TraceEnd::ReferenceClock);
        QCOMPARE(endOf(hop(0, 1, protocol::refidFromText("GPS")), nullptr), TraceEnd::ReferenceClock);
        QCOMPARE(endOf(hop(0, 6, protocol::refidFromText("LOCL")), nullptr), TraceEnd::LocalClock);
        QCOMPARE(endOf(hop(0, 11, 0x7f7f0100), "127.127.1.0"), TraceEnd::LocalClock);
        QCOMPARE(endOf(hop(0, 6, 0x7f7f0100), nullptr), TraceEnd::LocalClock);
        QCOMPARE(endOf(hop(0, 5, 0x7f000001), nullptr), TraceEnd::Orphan);
        QCOMPARE(endOf(hop(3, 16, protocol::refidFromText("INIT")), nullptr), TraceEnd::Unsynchronised);
        QCOMPARE(endOf(hop(0, 16, 0), nullptr), TraceEnd::Unsynchronised);
        QCOMPARE(endOf(hop(0, 3, 0xe1000001), nullptr), TraceEnd::NotTold);
        QCOMPARE(endOf(hop(0, 3, 0x12345678), "fd00::1"), TraceEnd::GoesOn);
        QCOMPARE(endOf(hop(0, 3, 0xc0000201), nullptr), TraceEnd::GoesOn);
    }

    void followsTheChain()
    {
        Chain chain(4);
        QVERIFY(chain.hosts.back()->isBound());
        chain.endWith("leap=0, stratum=1, rootdelay=0.0, rootdisp=1.0, refid=GPS, peer=7, offset=0.0",
                      "srcadr=127.127.20.0");
        const auto hops = chain.trace();
        QCOMPARE(hops.size(), 4U);
        QCOMPARE(hops.back().end, TraceEnd::ReferenceClock);
        QCOMPARE(hops[0].stratum, std::uint8_t{4});
        QVERIFY(std::abs(hops[0].rootDistance - 0.0025) < 1e-9 && std::abs(hops[0].offset - 0.0005) < 1e-9);
        QCOMPARE(wording::nameOf(hops[1]), u"127.9.0.2"_s);
    }

    void loopEnds()
    {
        Chain chain(3);
        chain.follow(2, "127.9.0.2");
        const auto hops = chain.trace();
        QCOMPARE(hops.size(), 3U);
        QCOMPARE(hops.back().end, TraceEnd::Loop);
        QVERIFY(wording::sentence(hops.back()).contains(u"127.9.0.2"_s));
    }

    void lengthIsLimited()
    {
        const Chain chain(6);
        const auto hops = chain.trace(3);
        QCOMPARE(hops.back().end, TraceEnd::TooDeep);
        QCOMPARE(hops.size(), 4U);
    }

    void forbiddenQueriesAreWalkedAround()
    {
        Chain chain(3);
        chain.hosts[1]->answersQueries = false;
        chain.endWith("leap=0, stratum=6, rootdelay=0.0, rootdisp=1.0, refid=LOCL, peer=7, offset=0.0",
                      "srcadr=127.127.1.0");
        chain.follow(1, "192.0.2.1");
        chain.hosts[1]->packet.refid = IpAddress::parse("127.9.0.3")->toV4();
        const auto hops = chain.trace();
        // A loopback reference id tells nothing elsewhere, so the walk ends there, and says so.
        QCOMPARE(hops.size(), 2U);
        QCOMPARE(hops.back().end, TraceEnd::NotTold);
        QVERIFY(hops.back().givesTime && !hops.back().answersQueries);
    }

    void silenceIsTold()
    {
        Chain chain(2);
        chain.hosts[1]->answersQueries = chain.hosts[1]->givesTime = false;
        const auto hops = chain.trace();
        QCOMPARE(hops.size(), 2U);
        QCOMPARE(hops.back().end, TraceEnd::Silent);
    }

    void hostileVariablesAreHarmless()
    {
        Chain chain(1);
        for (const char *system : {"stratum=999999, refid=\x1b[2J, peer=99999999",
                                   "leap=x, stratum=", "stratum=2, refid=<b>, peer=7",
                                   "stratum=2, leap=0, peer=7, refid=0.0.0.0"}) {
            chain.endWith(system, "srcadr=0.0.0.0");
            const auto hops = chain.trace();
            QCOMPARE(hops.size(), 1U);
            QVERIFY(hops.back().end != TraceEnd::GoesOn);
            QVERIFY(!wording::sentence(hops.back()).contains(u'\x1b'));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
