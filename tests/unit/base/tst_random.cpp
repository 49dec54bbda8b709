// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QtTest>

using namespace noonmark;

class RandomTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheChaCha20KeyStream()
    {   // RFC 8439, appendix A.1, test vector 1: key, nonce and counter all zero.
        Random random(Random::Seed{});
        QCOMPARE(random.next32(), 0xade0b876U);
        QCOMPARE(random.next32(), 0x903df1a0U);
        for (int i = 2; i < 16; ++i)
            random.next32();
        QCOMPARE(random.next32(), 0xbee7079fU);   // test vector 2: counter 1
    }

    void repeatsFromASeed()
    {
        Random a = Random::fromNumber(42);
        Random b = Random::fromNumber(42);
        QCOMPARE(a.next64(), b.next64());
        QVERIFY(Random::fromNumber(43).next64() != Random::fromNumber(42).next64());
    }

    void staysBelowTheBound()
    {
        Random random = Random::fromNumber(1);
        std::array<int, 3> seen{};
        for (int i = 0; i < 3000; ++i)
            ++seen.at(random.below(3));
        for (const int count : seen)
            QVERIFY(count > 900);
    }
};

QTEST_APPLESS_MAIN(RandomTest)
#include "tst_random.moc"
