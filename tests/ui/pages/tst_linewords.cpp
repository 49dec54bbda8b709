// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linewords.h"
#include "ui/restrictline.h"

#include <QTest>

using namespace noonmark;
using namespace noonmark::ui;

class LineWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheArgument_data();
    void findsTheArgument();
    void writesTheArgument_data();
    void writesTheArgument();
    void findsOptionsAndNotTheirValues();
    void readsAndWritesRestrictLines_data();
    void readsAndWritesRestrictLines();
    void writesAPrefixAsAMask_data();
    void writesAPrefixAsAMask();
    void numbersTheLineThatIsAdded();
};

void LineWordsTest::findsTheArgument_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("argument");
    QTest::newRow("host") << "server a.example iburst"
                          << "a.example";
    QTest::newRow("behind the family") << "server -4 a.example iburst"
                                       << "a.example";
    QTest::newRow("named like an option") << "server iburst"
                                          << "iburst";
    QTest::newRow("missing") << "server"
                             << "";
    QTest::newRow("path in quotes") << "driftfile \"/var/lib/my ntp/drift\""
                                    << "/var/lib/my ntp/drift";
    QTest::newRow("several") << "trustedkey 4 8 42 # ours"
                             << "4 8 42";
    QTest::newRow("disabled") << "#server a.example"
                              << "a.example";
}

void LineWordsTest::findsTheArgument()
{
    QFETCH(QString, line);
    QFETCH(QString, argument);
    const config::Document document(line.toStdString());
    const auto &first = document.lines().front();
    const auto *directive = config::findDirective(first.keyword());
    QVERIFY(directive);
    QCOMPARE(QString::fromStdString(argumentOf(document, first, *directive).text), argument);
}

void LineWordsTest::writesTheArgument_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("after");
    QTest::newRow("replaced") << "server  a.example iburst # near"
                              << "b.example"
                              << "server  b.example iburst # near";
    QTest::newRow("added") << "server"
                           << "b.example"
                           << "server b.example";
    QTest::newRow("in quotes") << "driftfile /a # b"
                               << "/my drift"
                               << "driftfile \"/my drift\" # b";
    QTest::newRow("several") << "trustedkey 4 8"
                             << "4 9"
                             << "trustedkey 4 9";
    QTest::newRow("the same") << "server a.example"
                              << "a.example"
                              << "server a.example";
}

void LineWordsTest::writesTheArgument()
{
    QFETCH(QString, before);
    QFETCH(QString, argument);
    QFETCH(QString, after);
    config::Document document(before.toStdString());
    const auto &line = document.lines().front();
    document.apply(
        setArgument(document, line, *config::findDirective(line.keyword()), argument.toStdString()));
    QCOMPARE(QString::fromStdString(document.bytes()), after);
}

void LineWordsTest::findsOptionsAndNotTheirValues()
{
    const config::Document document("server prefer minpoll 6 iburst\n");
    const auto &line = document.lines().front();
    const auto &directive = *config::findDirective("server");
    QCOMPARE(optionValue(line, directive, "minpoll"), std::optional<std::string>("6"));
    QCOMPARE(optionValue(line, directive, "iburst"), std::optional<std::string>(""));
    QCOMPARE(optionValue(line, directive, "prefer"), std::nullopt); // that is the host's name
}

void LineWordsTest::readsAndWritesRestrictLines_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"restrict default limited kod nomodify", "restrict -6 default nomodify", "restrict source noquery",
          "restrict 192.168.31.0 mask 255.255.255.0 nomodify", "restrict 127.0.0.1", "restrict ::1",
          "restrict 10.0.0.0 mask 255.0.255.0 noquery", "restrict ntp.example nomodify"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void LineWordsTest::readsAndWritesRestrictLines()
{
    QFETCH(QString, line);
    const config::Document document(line.toStdString());
    const auto read = readRestrictLine(document.lines().front(), Dialect::Ntpd);
    QVERIFY(read);
    const config::Document written(toText(*read));
    QCOMPARE(readRestrictLine(written.lines().front(), Dialect::Ntpd), read);
}

void LineWordsTest::writesAPrefixAsAMask_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("text");
    QTest::newRow("v4") << "10.1.0.0/16"
                        << "restrict 10.1.0.0 mask 255.255.0.0";
    QTest::newRow("v6") << "fd00::/8"
                        << "restrict fd00:: mask ff00::";
    QTest::newRow("host") << "10.1.0.7/32"
                          << "restrict 10.1.0.7";
    QTest::newRow("wrong stays visible") << "10.1.0.0/33"
                                         << "restrict 10.1.0.0/33";
}

void LineWordsTest::writesAPrefixAsAMask()
{
    QFETCH(QString, address);
    QFETCH(QString, text);
    RestrictLine line;
    line.address = address.toStdString();
    QCOMPARE(QString::fromStdString(toText(line)), text);
}

void LineWordsTest::numbersTheLineThatIsAdded()
{
    const config::Document document("server a\nserver b\n# end");
    const auto behind = config::addLines(document, {"server c"});
    QCOMPARE(lineOfEdits(document, behind), 3);
    const auto atTheEnd = config::addLines(document, {"keys /k"});
    QCOMPARE(lineOfEdits(document, atTheEnd), 4);
}

QTEST_APPLESS_MAIN(LineWordsTest)
#include "tst_linewords.moc"
