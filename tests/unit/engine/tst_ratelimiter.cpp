// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ratelimiter.h"

#include <QtTest>

#include <string>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

// A letter per packet: A answered, K kissed, - silence.
std::string story(Dialect dialect, double interval, int packets)
{
    const RateLimiter limiter(dialect, {});
    ClientTable::Past client;
    std::string result;
    for (int i = 0; i < packets; ++i) {
        const auto [ruling, score] = limiter.judge(client);
        client = {false, interval, score};
        result += ruling == RateLimiter::Ruling::Pass ? 'A' : ruling == RateLimiter::Ruling::Kiss ? 'K' : '-';
    }
    return result;
}

} // namespace

class RateLimiterTest : public QObject
{
    Q_OBJECT

private slots:
    void classicAnswersOneOfAFloodAndTellsItOnce()
    { // PROTOCOL 7.2, measured: 4/s gives one answer, one kiss, then silence while it lasts.
        QCOMPARE(QString::fromStdString(story(Dialect::Ntpd, 0.25, 100)),
                 QStringLiteral("AK") + QString(98, QLatin1Char('-')));
    }

    void classicAllowsAShortBurst()
    {
        const std::string once = story(Dialect::Ntpd, 1, 40);
        QVERIFY(once.starts_with("AAAAAA"));
        QCOMPARE(std::count(once.begin(), once.end(), 'K'), 1);
        QVERIFY(once.ends_with("--------------------"));
    }

    void classicLeavesADecentClientAlone()
    {
        const std::string burst = story(Dialect::Noonmark, 2, 6);
        QCOMPARE(burst, std::string("AAAAAA"));
        QCOMPARE(story(Dialect::Noonmark, 16, 100), std::string(100, 'A'));
    }

    void classicForgives()
    {
        const RateLimiter limiter(Dialect::Ntpd, {});
        ClientTable::Past client;
        for (int i = 0; i < 20; ++i)
            client = {false, 0.1, limiter.judge(client).score};
        client.interval = 200;
        QCOMPARE(limiter.judge(client).ruling, RateLimiter::Ruling::Pass);
    }

    void ntpsecCountsAScore()
    { // PROTOCOL 7.2, measured at 10/s: 20 answers, 10 kisses, then silence; 1/s is never limited.
        const std::string ten = story(Dialect::Ntpsec, 0.1, 200);
        const auto answers = std::count(ten.begin(), ten.end(), 'A');
        const auto kisses = std::count(ten.begin(), ten.end(), 'K');
        QVERIFY2(answers >= 19 && answers <= 22, ten.c_str());
        QVERIFY2(kisses >= 10 && kisses <= 14, ten.c_str());
        QVERIFY(ten.ends_with("----------"));
        QCOMPARE(story(Dialect::Ntpsec, 2, 200), std::string(200, 'A'));
    }
};

QTEST_APPLESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
