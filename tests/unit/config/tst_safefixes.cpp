// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/safefixes.h"

#include "core/config/reading.h"

#include <QtTest>

#include <fstream>
#include <iterator>

using namespace noonmark;
using namespace noonmark::config;

namespace {

std::string mended(const std::string &text, Dialect dialect)
{
    return withSafeFixes(Document(text), dialect).bytes();
}

} // namespace

class SafeFixesTest : public QObject
{
    Q_OBJECT

private slots:
    void mendsWhatTheWordsSay_data()
    {
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *before, const char *after) {
            QTest::newRow(before) << QByteArray(after);
        };
        row("RESTRICT Default Noquery,Nomodify", "restrict default noquery nomodify");
        row("server 192.0.2.1 iburst//office", "server 192.0.2.1 iburst #office");
        row("＃restrict default ignore", "# restrict default ignore");
        row("restrict default nomodify，noquery", "restrict default nomodify noquery");
        row("systemctl restart ntpd", "# systemctl restart ntpd");
        // What was meant is not certain, or it is a matter of policy.
        row("restrict 10.1.2.0 mask 255.0.255.0 noquery", "restrict 10.1.2.0 mask 255.0.255.0 noquery");
        row("restrict 10.1.2.0 noquery", "restrict 10.1.2.0 noquery");
        row("restrict default", "restrict default");
    }
    void mendsWhatTheWordsSay()
    {
        QFETCH(QByteArray, after);
        QCOMPARE(QByteArray::fromStdString(mended(QTest::currentDataTag(), Dialect::Ntpd)), after);
    }

    void takesIdleWordsAwayOnlyWhereTheyAreIdle()
    {
        const std::string text = "restrict default kod nomodify notrap nopeer noquery\ndisable monitor\n";
        QCOMPARE(mended(text, Dialect::Ntpd), text);
        QCOMPARE(mended(text, Dialect::Ntpsec),
                 std::string("restrict default kod limited nomodify noquery\n#disable monitor\n"));
    }

    void aMendedFileIsExecutedWhole_data()
    {
        QTest::addColumn<QString>("file");
        const QDir recipes(QStringLiteral(NOONMARK_TEST_DATA "/recipes"));
        for (const QString &file : recipes.entryList({QStringLiteral("*.conf")}))
            QTest::newRow(qPrintable(file)) << recipes.filePath(file);
    }
    void aMendedFileIsExecutedWhole()
    {
        QFETCH(QString, file);
        std::ifstream stream(file.toStdString(), std::ios::binary);
        const Document before(std::string(std::istreambuf_iterator<char>(stream), {}));
        for (const Dialect dialect : {Dialect::Ntpd, Dialect::Ntpsec}) {
            const Document after = withSafeFixes(before, dialect);
            for (const LineReading &line : readings(after, dialect))
                QVERIFY2(
                    line.extent == Extent::Empty || line.extent == Extent::Whole,
                    (std::string(after.text(after.lines()[static_cast<std::size_t>(line.line) - 1].range)))
                        .c_str());
            QVERIFY(withSafeFixes(after, dialect) == after);
        }
    }
};

QTEST_APPLESS_MAIN(SafeFixesTest)
#include "tst_safefixes.moc"
