// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/leapfile.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::engine;

namespace {

// The list of IERS, shortened; its own hash would be another.
constexpr const char *LeapList = "#\tA comment\n"
                                 "#$\t 3676924800\n"
                                 "#@\t4291747200\n"
                                 "2272060800\t10\t# 1 Jan 1972\n"
                                 "3692217600\t37\t# 1 Jan 2017\r\n"
                                 "\n"
                                 "#h\t1 a0b1 ffffffff 0 12345678\n";

} // namespace

class LeapFileTest : public QObject
{
    Q_OBJECT

private slots:
    void readsALeapFile()
    {
        const auto file = readLeapFile(LeapList);
        QVERIFY(file.has_value());
        QCOMPARE(file->table.expires, std::int64_t(4'291'747'200));
        QCOMPARE(file->table.changes.size(), std::size_t(2));
        QCOMPARE(file->table.changes.back().at, std::int64_t(3'692'217'600));
        QCOMPARE(file->table.changes.back().taiMinusUtc, 37);
        QCOMPARE(file->digits, std::string("36769248004291747200227206080010369221760037"));
        QCOMPARE((*file->hash)[1], 0xa0b1U);
    }

    void refusesWhatIsNoLeapFile()
    {
        for (const char *text : {"", "hello\n", "#@ 4291747200\n", "2272060800 10\n", "#@ x\n2272060800 10\n",
                                 "#@ 4291747200\n2272060800\n", "#@ 4291747200\n3692217600 37\n2272060800 10\n",
                                 "#@ 4291747200\n2272060800 10\n#h 1 2 3 4\n", "#@ -1\n2272060800 10\n",
                                 "#@ 4291747200\n-2272060800 10\n", "#@ 4291747200\n2272060800 -10\n",
                                 "#@ 9223372036854775807\n2272060800 10\n",
                                 "#@ 4291747200\n9223372036854775807 10\n",
                                 "#@ 4291747200\n2272060800 2147483647\n", "#@ 4291747200\n2272060800 -0\n"})
            QVERIFY2(!readLeapFile(text), text);
    }
};

QTEST_APPLESS_MAIN(LeapFileTest)
#include "tst_leapfile.moc"
