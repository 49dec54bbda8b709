// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/lowering.h"
#include "core/config/loweringfiles.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

namespace {

Lowered lowered(const char *text)
{
    return lower(Document(text));
}

} // namespace

class LoweringFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsNames()
    {
        const Lowered files = lowered("driftfile /d\nlogfile /l\npidfile /p\nkeys /k\nstatsdir /s/\nleapfile /f\n");
        QCOMPARE(files.driftFile, std::string("/d"));
        QCOMPARE(files.logFile, std::string("/l"));
        QCOMPARE(files.pidFile, std::string("/p"));
        QCOMPARE(files.keysFile, std::string("/k"));
        QCOMPARE(files.statistics.prefix, std::string("/s/"));
        QCOMPARE(files.leapFile, std::string("/f"));
        QVERIFY(files.checksLeapFile);
        QVERIFY(!lowered("leapfile /f ignorehash\n").checksLeapFile);
        QVERIFY(files.notHonoured.empty());
    }

    void enablesWhatIsMentioned()
    {
        const Lowered files = lowered("statistics loopstats peerstats nonsense rawstats\n");
        QVERIFY(files.statistics.of(Statistic::Loop).isEnabled);
        QVERIFY(files.statistics.of(Statistic::Peer).isEnabled);
        QVERIFY(!files.statistics.of(Statistic::System).isEnabled);
        QVERIFY(files.notHonoured.empty()); // the checks name it
        const Lowered generations = lowered("filegen sysstats file system type month nolink\n"
                                            "filegen rawstats disable\n");
        const StatisticsFile expected{"system", Generation::Month, false, true};
        QVERIFY(generations.statistics.of(Statistic::System) == expected);
        QVERIFY(!generations.statistics.of(Statistic::Raw).isEnabled);
        QVERIFY(!lowered("disable stats\n").statistics.isEnabled);
    }

    void aFileNameIsNoPath()
    { // Both daemons hang in a loop here.
        const Lowered files = lowered("filegen loopstats file ../loop type day\n");
        QCOMPARE(files.statistics.of(Statistic::Loop).name, std::string("loopstats"));
        QVERIFY(files.notHonoured.empty()); // the checks name it
    }

    void masksTheLog()
    {
        QVERIFY(!lowered("").logMask);
        QCOMPARE(*lowered("logconfig =syncall\n").logMask, 0xf000U);
        QCOMPARE(*lowered("logconfig =all\n").logMask, 0x000fU); // measured: no complaint, and the system's events
        QCOMPARE(*lowered("logconfig =allall\n").logMask, 0xffffU);
        QCOMPARE(*lowered("logconfig =syncall +sysevents +peerevents\n").logMask, 0xf022U);
        QCOMPARE(*lowered("logconfig -syncstatus\n").logMask, 0x7000U);
        QCOMPARE(*lowered("logconfig +allevents\n").logMask, 0xf222U);
        QCOMPARE(*lowered("logconfig =bogus\n").logMask, 0xf000U); // a slip of the pen must not silence the log
        QCOMPARE(*lowered("logconfig =syncall =bogus +sysevents\n").logMask, 0xf002U);
        QCOMPARE(*lowered("logconfig =sysall -bogus\n").logMask, 0x000fU);
    }

    void remembersSoManyHosts()
    {
        QCOMPARE(lowered("mru maxdepth 1000000\n").engine.rememberedClients, std::size_t(1'000'000));
        QCOMPARE(lowered("mru maxmem 1024\n").engine.rememberedClients, std::size_t(26'214));
        QCOMPARE(lowered("mru maxdepth -1\n").engine.rememberedClients, std::size_t(0xfffffe));
        QCOMPARE(lowered("mru maxdepth 0\n").engine.rememberedClients, std::size_t(1));
    }

    void smears()
    {
        QCOMPARE(lowered("leapsmearinterval 86400\n").engine.leapSmearInterval, 86400);
        QCOMPARE(lowered("leapsmearinterval -5\n").engine.leapSmearInterval, 0);
    }
};

QTEST_APPLESS_MAIN(LoweringFilesTest)
#include "tst_loweringfiles.moc"
