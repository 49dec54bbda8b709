// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

namespace {

const QLocale English(QLocale::English, QLocale::UnitedStates);

QString withPlainBlank(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void offsetsChooseTheirUnit_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nanoseconds") << 312e-9 << u"+312 ns"_s;
        QTest::newRow("microseconds") << -31.4e-6 << u"-31.4 µs"_s;
        QTest::newRow("milliseconds") << 0.000214 << u"+0.214 ms"_s;
        QTest::newRow("large milliseconds") << -0.097114 << u"-97.114 ms"_s;
        QTest::newRow("seconds") << 1200.0 << u"+1200.000 s"_s;
        QTest::newRow("days") << 864000.0 << u"+10.0 d"_s;
        QTest::newRow("nothing") << 0.0 << u"+0 ns"_s;
        QTest::newRow("less than nothing") << -1e-12 << u"+0 ns"_s;
        QTest::newRow("unknown") << std::nan("") << u"–"_s;
    }
    void offsetsChooseTheirUnit()
    {
        QFETCH(double, seconds);
        QTEST(withPlainBlank(wording::offset(seconds, English)), "text");
    }

    void spansHaveThreeFigures_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("31 ms") << 0.031 << u"31.0 ms"_s;
        QTest::newRow("0.4 ms") << 0.000412 << u"0.41 ms"_s;
        QTest::newRow("1.5 s") << 1.5 << u"1.50 s"_s;
        QTest::newRow("128 ms") << 0.128 << u"128 ms"_s;
        QTest::newRow("412 ns") << 412e-9 << u"412 ns"_s;
        QTest::newRow("zero") << 0.0 << u"0 ms"_s;
    }
    void spansHaveThreeFigures()
    {
        QFETCH(double, seconds);
        QTEST(withPlainBlank(wording::span(seconds, English)), "text");
    }

    void columnsHaveFixedDecimalsAndNoUnit()
    {
        QCOMPARE(wording::milliseconds(0.0004124, 3, false, English), u"0.412"_s);
        QCOMPARE(wording::milliseconds(0.0004124, 3, true, English), u"+0.412"_s);
        QCOMPARE(wording::milliseconds(-1234.5678, 3, true, English), u"-1234567.800"_s);
        QCOMPARE(wording::milliseconds(-1e-9, 3, true, English), u"+0.000"_s);
    }

    void theLocaleWritesTheFigure()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(withPlainBlank(wording::offset(-0.5, german)), u"-500,000 ms"_s);
        QCOMPARE(withPlainBlank(wording::frequency(-12.3456, german)), u"-12,346 ppm"_s);
    }

    void whenGoesByNtpqsSteps_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 0.3 << u"0"_s;
        QTest::newRow("seconds") << 64.9 << u"64"_s;
        QTest::newRow("last second") << 2048.0 << u"2048"_s;
        QTest::newRow("minutes") << 2049.0 << u"34m"_s;
        QTest::newRow("hours") << 5 * 3600.0 + 60 << u"5h"_s;
        QTest::newRow("days") << 97 * 3600.0 << u"4d"_s;
        QTest::newRow("years") << 1200 * 86400.0 << u"3y"_s;
    }
    void whenGoesByNtpqsSteps()
    {
        QFETCH(double, seconds);
        QTEST(wording::when(seconds), "text");
    }

    void whenIsADashIfNothingCame()
    {
        QCOMPARE(wording::when(std::nullopt), u"-"_s);
        QCOMPARE(wording::when(-5.0), u"-"_s);
    }

    void reachIsOctal()
    {
        QCOMPARE(wording::reach(0xff), u"377"_s);
        QCOMPARE(wording::reach(1), u"1"_s);
    }

    void textFromOutsideCannotHide()
    {
        QCOMPARE(wording::plain("ntp1\x1b[31m"), u"ntp1\\x1b[31m"_s);
        QCOMPARE(wording::plain("a\xe2\x80\xae"
                                "b"),
                 u"a<U+202E>b"_s);
        QCOMPARE(wording::plain("\xe4\xb8\xad\xe6\x96\x87"), u"中文"_s);
        QCOMPARE(wording::plain("caf\xe9"), u"café"_s);
        QCOMPARE(wording::plain("1.2.3.4\xc2\xa0mask"), u"1.2.3.4<U+00A0>mask"_s);
        QCOMPARE(wording::plain(std::string("a\0b", 3)), u"a\\x00b"_s);
    }

    void aPlaceInAnArgumentIsNotFilledIn()
    {
        QCOMPARE(wording::filled(u"%2 and %1"_s, {u"%2"_s, u"b"_s}), u"b and %2"_s);
    }

    void aMegabyteIsQuotedShortly() { QVERIFY(wording::quotable(std::string(1'000'000, 'x')).size() <= 80); }
};

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
