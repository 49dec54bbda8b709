// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/check.h"
#include "core/export/clientkit.h"
#include "core/wording/language.h"
#include "core/wording/wording.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;
using namespace noonmark::exports;

namespace {

// The lines that a client reads.
QList<QByteArray> effective(const QByteArray &file)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : file.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            lines += line;
    }
    return lines;
}

} // namespace

class TestClientKit : public QObject
{
    Q_OBJECT

private slots:
    void ntpdFollowsTheMaster()
    {
        const auto lines = effective(clientFile({{u"192.168.31.223"_s}}, ClientFormat::NtpConf));
        QCOMPARE(lines, (QList<QByteArray>{"driftfile /var/lib/ntp/drift",
                                           "restrict default kod limited nomodify notrap nopeer noquery",
                                           "restrict source nomodify notrap noquery", "restrict 127.0.0.1",
                                           "restrict ::1", "server 192.168.31.223 iburst", "tos minsane 1"}));
    }

    void ntpsecGetsNoFlagThatItIgnores()
    {
        const auto file = clientFile({{u"192.168.31.223"_s}, Dialect::Ntpsec}, ClientFormat::NtpConf);
        QVERIFY(effective(file).contains("restrict default kod limited nomodify noquery"));
        QVERIFY(effective(file).contains("driftfile /var/lib/ntpsec/ntp.drift"));
    }

    void anIsolatedMasterIsAcceptedFromFarther()
    {
        const ClientKit kit{{u"10.0.0.1"_s}, Dialect::Ntpd, true};
        QVERIFY(effective(clientFile(kit, ClientFormat::NtpConf)).contains("tos maxdist 16"));
        QVERIFY(effective(clientFile(kit, ClientFormat::ChronyConf)).contains("maxdistance 16"));
        QVERIFY(effective(clientFile(kit, ClientFormat::Timesyncd)).contains("RootDistanceMaxSec=16"));
    }

    void severalMastersNeedNoTrustInOneAlone()
    {
        const auto lines = effective(clientFile({{u"10.0.0.1"_s, u"fd00::1"_s}}, ClientFormat::NtpConf));
        QVERIFY(lines.contains("server fd00::1 iburst"));
        QVERIFY(!lines.contains("tos minsane 1"));
    }

    void otherProgramsGetTheirOwnForm()
    {
        const ClientKit kit{{u"10.0.0.1"_s, u"10.0.0.2"_s}};
        QVERIFY(effective(clientFile(kit, ClientFormat::ChronyConf)).contains("server 10.0.0.2 iburst"));
        QCOMPARE(effective(clientFile(kit, ClientFormat::Timesyncd)),
                 (QList<QByteArray>{"[Time]", "NTP=10.0.0.1 10.0.0.2", "FallbackNTP="}));
        QCOMPARE(effective(clientFile(kit, ClientFormat::StepTickers)),
                 (QList<QByteArray>{"10.0.0.1", "10.0.0.2"}));
    }

    void aMasterCannotSmuggleALineIn_data()
    {
        QTest::addColumn<QString>("master");
        QTest::newRow("newline") << u"a\nrestrict default"_s;
        QTest::newRow("blank") << u"a b"_s;
        QTest::newRow("comment") << u"a#b"_s;
        QTest::newRow("option") << u"-4"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("not ASCII") << u"主机"_s;
    }
    void aMasterCannotSmuggleALineIn()
    {
        QFETCH(QString, master);
        QVERIFY(!isHost(master));
        QVERIFY(effective(clientFile({{master}}, ClientFormat::StepTickers)).isEmpty());
    }

    void everyFormatHasANameAndAPlace()
    {
        for (int i = 0; i < 4; ++i) {
            const auto format = static_cast<ClientFormat>(i);
            QVERIFY(defaultPath(format).endsWith(fileName(format)));
        }
    }

    void commentsSpeakTheLanguageOfTheMoment()
    {
        wording::Language language;
        language.apply(u"zh_CN"_s);
        QVERIFY(QString::fromUtf8(clientFile({{u"10.0.0.1"_s}}, ClientFormat::NtpConf)).contains(u"时间"_s));
    }

    void ourOwnChecksHaveNothingToSay_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("language");
        for (const QString &language : wording::Language::available()) {
            const QByteArray tag = language.toLatin1();
            QTest::addRow("ntpd %s", tag.constData()) << Dialect::Ntpd << language;
            QTest::addRow("ntpsec %s", tag.constData()) << Dialect::Ntpsec << language;
            QTest::addRow("Noonmark %s", tag.constData()) << Dialect::Noonmark << language;
        }
    }
    void ourOwnChecksHaveNothingToSay()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, language);
        wording::Language translations;
        translations.apply(language);
        for (const bool isolated : {false, true}) {
            const auto file = clientFile({{u"192.168.31.223"_s}, dialect, isolated}, ClientFormat::NtpConf);
            for (const auto &diagnostic : config::check(config::Document(file.toStdString()), dialect))
                QVERIFY2(diagnostic.severity == config::Severity::Info,
                         qPrintable(wording::sentence(diagnostic)));
        }
    }
};

QTEST_GUILESS_MAIN(TestClientKit)
#include "tst_clientkit.moc"
