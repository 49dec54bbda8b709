// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/hostnames.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace noonmark;
using monitor::HostNames;

namespace {

IpAddress loopback(std::uint32_t last)
{
    return IpAddress::v4(0x7f000000 + last);
}

} // namespace

class TestHostNames : public QObject
{
    Q_OBJECT

private slots:
    void aNameArrivesLaterAndIsKept()
    {
        HostNames names;
        int arrived = 0;
        connect(&names, &HostNames::found, &names, [&] { ++arrived; });
        QVERIFY(!names.nameOf(loopback(1)));
        QVERIFY(names.knownName(loopback(1)).empty());
        QVERIFY(!names.nameOf(loopback(1))); // asked for again: still one lookup
        QTRY_COMPARE_WITH_TIMEOUT(arrived, 1, 20'000);
        const auto name = names.nameOf(loopback(1)); // "" where nothing names it
        QVERIFY(name.has_value());
        QCOMPARE(names.knownName(loopback(1)), *name);
        QTest::qWait(200);
        QCOMPARE(arrived, 1);
    }

    void aLongListIsLookedUpAtLeisure()
    {
        HostNames names;
        int arrived = 0;
        IpAddress first;
        connect(&names, &HostNames::found, &names, [&](const IpAddress &address) {
            if (arrived++ == 0)
                first = address;
        });
        QElapsedTimer clock;
        clock.start();
        for (std::uint32_t i = 1; i <= 5'000; ++i)
            static_cast<void>(names.nameOf(loopback(i)));
        QVERIFY2(clock.elapsed() < 1000, "asking must not wait");
        QTRY_VERIFY_WITH_TIMEOUT(arrived > 0, 20'000);
        QTest::qWait(500);
        QVERIFY2(arrived <= 40, "a name server would be flooded");
        QCOMPARE(first, loopback(5'000)); // what was asked for last is what is looked at
    }

    void goingWhileLookupsRunIsHarmless()
    {
        for (int round = 0; round < 20; ++round) {
            HostNames names;
            for (std::uint32_t i = 1; i <= 20; ++i)
                static_cast<void>(names.nameOf(loopback(i)));
            QTest::qWait(60);
        }
    }
};

QTEST_GUILESS_MAIN(TestHostNames)
#include "tst_hostnames.moc"
