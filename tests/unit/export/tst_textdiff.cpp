// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/textdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace noonmark::exports;
using Kind = DiffLine::Kind;

namespace {

// " a|-b|+c|": one field a line, the sign in front.
QByteArray drawn(const QByteArray &before, const QByteArray &after)
{
    QByteArray result;
    for (const auto &line : lineDiff(before, after)) {
        result += line.kind == Kind::Same ? ' ' : line.kind == Kind::Added ? '+' : '-';
        result += line.text.trimmed() + '|';
    }
    return result;
}

QByteArray side(const std::vector<DiffLine> &lines, Kind without)
{
    QByteArray result;
    for (const auto &line : lines) {
        if (line.kind != without)
            result += line.text;
    }
    return result;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private slots:
    void drawsChanges_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("drawing");
        QTest::newRow("nothing") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QByteArray(" a| b|");
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray();
        QTest::newRow("all new") << QByteArray() << QByteArray("a\nb\n") << QByteArray("+a|+b|");
        QTest::newRow("all gone") << QByteArray("a\n") << QByteArray() << QByteArray("-a|");
        QTest::newRow("changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nx\nc\n")
                                 << QByteArray(" a|-b|+x| c|");
        QTest::newRow("two changed") << QByteArray("a\nb\nc\nd\n") << QByteArray("a\nx\ny\nd\n")
                                     << QByteArray(" a|-b|-c|+x|+y| d|");
        QTest::newRow("moved") << QByteArray("a\nb\nc\n") << QByteArray("b\nc\na\n")
                               << QByteArray("-a| b| c|+a|");
        QTest::newRow("line ending") << QByteArray("a\n") << QByteArray("a\r\n") << QByteArray("-a|+a|");
        QTest::newRow("last newline")
            << QByteArray("a\nb") << QByteArray("a\nb\n") << QByteArray(" a|-b|+b|");
    }
    void drawsChanges()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(drawn(before, after), "drawing");
    }

    void anyTwoTextsComeBack()
    {
        const quint32 seed = qEnvironmentVariableIsSet("NOONMARK_SEED")
                                 ? static_cast<quint32>(qEnvironmentVariableIntValue("NOONMARK_SEED"))
                                 : 20261120;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const auto text = [&random] {
            QByteArray result;
            for (int i = random.bounded(12); i > 0; --i)
                result += "abc"[random.bounded(3)] + QByteArray(random.bounded(20) == 0 ? "" : "\n");
            return result;
        };
        for (int i = 0; i < 3000; ++i) {
            const QByteArray before = text();
            const QByteArray after = text();
            const auto lines = lineDiff(before, after);
            QCOMPARE(side(lines, Kind::Added), before);
            QCOMPARE(side(lines, Kind::Removed), after);
        }
    }

    void numbersBothSides()
    {
        const auto lines = lineDiff("a\nb\nc\n", "a\nx\ny\nc\n");
        QCOMPARE(lines.back(), (DiffLine{Kind::Same, "c\n", 3, 4}));
        QCOMPARE(lines[1], (DiffLine{Kind::Removed, "b\n", 2, 0}));
        QCOMPARE(lines[2], (DiffLine{Kind::Added, "x\n", 0, 2}));
    }

    void printsHunksAsDiffDoes()
    {
        QCOMPARE(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n",
                             "1\nB\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13", "x", "y"),
                 QByteArray("--- x\n+++ y\n@@ -1,5 +1,5 @@\n 1\n-2\n+B\n 3\n 4\n 5\n"
                            "@@ -10,3 +10,4 @@\n 10\n 11\n 12\n+13\n\\ No newline at end of file\n"));
        QCOMPARE(unifiedDiff("", "a\n", "x", "y"), QByteArray("--- x\n+++ y\n@@ -0,0 +1 @@\n+a\n"));
        QCOMPARE(unifiedDiff("a\n", "a\n", "x", "y"), QByteArray());
    }

    void nearChangesShareAHunk()
    {
        const QByteArray diff = unifiedDiff("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n", "x", "y");
        QCOMPARE(diff.count("@@ -"), 1);
    }

    void aHundredThousandLinesAreNoTrouble()
    {
        QByteArray before;
        for (int i = 0; i < 100'000; ++i)
            before += QByteArray::number(i) + '\n';
        QByteArray after = before;
        after.replace("\n50000\n", "\nfifty thousand\n");
        QCOMPARE(lineDiff(before, after).size(), std::size_t{100'001});
        after.replace("7\n", "seven\n");
        QCOMPARE(side(lineDiff(before, after), Kind::Removed), after);
    }
};

QTEST_APPLESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
