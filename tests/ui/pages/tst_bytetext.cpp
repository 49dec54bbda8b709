// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bytetext.h"

#include "core/base/random.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTextDocument>

using namespace noonmark;
using namespace noonmark::ui;

class ByteTextTest : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughTheEditorAndBack_data();
    void goesThroughTheEditorAndBack();
    void showsCharactersAsCharacters();
    void putsANewLineBetweenCrlfLinesAsCrlf();
    void keepsTheLineEndsOfLinesThatAreJoined();
    void changesAPairOfSurrogatesAsAWhole();
    void touchesNothingBesideWhatIsTyped();
    void countsColumnsInCharacters();
};

void ByteTextTest::goesThroughTheEditorAndBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("server a\n# b\n");
    QTest::newRow("no last newline") << QByteArray("server a");
    QTest::newRow("crlf and lf mixed") << QByteArray("a\r\nb\nc\r\n\r\n\n");
    QTest::newRow("chinese") << QByteArray("# 上级时间服务器\n");
    QTest::newRow("beyond the first plane") << QByteArray("# \xf0\x9f\x95\x9b noon\n");
    QTest::newRow("gbk") << QByteArray("# \xc9\xcf\xbc\xb6\xca\xb1\xbc\xe4\n");
    QTest::newRow("latin-1") << QByteArray("# f\xfcr alle\n");
    QTest::newRow("cut character") << QByteArray("# \xe4\xb8\n");
    QTest::newRow("overlong and surrogate") << QByteArray("# \xc0\xaf \xed\xa0\x80\n");
    QTest::newRow("nul") << QByteArray("a\0b\n", 4);
    QTest::newRow("lone cr") << QByteArray("a\rb\r\r\nc\r");
    QTest::newRow("unicode line ends") << QByteArray("a\xe2\x80\xa8"
                                                     "b\xe2\x80\xa9"
                                                     "c\xc2\xa0\n");
    QTest::newRow("frames and objects") << QByteArray("\xef\xb7\x90\xef\xb7\x91\xef\xbf\xbc\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfserver a\n");
}

void ByteTextTest::goesThroughTheEditorAndBack()
{
    QFETCH(QByteArray, bytes);
    const std::string before = bytes.toStdString();
    const QString shown = shownText(before);
    QPlainTextEdit editor;
    editor.setPlainText(shown);
    const QString text = editor.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
    QCOMPARE(text, shown);
    QCOMPARE(QByteArray::fromStdString(bytesAfter(before, shown, text, "\n")), bytes);
    // A letter in front changes nothing behind it.
    QCOMPARE(QByteArray::fromStdString(bytesAfter(before, shown, QString(u'x' + text), "\n")), "x" + bytes);
}

void ByteTextTest::showsCharactersAsCharacters()
{
    QCOMPARE(shownText("# 上级\r\nserver a"), QStringLiteral("# 上级\nserver a"));
    QVERIFY(!hasEscapedBytes(shownText("# \xf0\x9f\x95\x9b 上级\r\n")));
    QVERIFY(hasEscapedBytes(shownText("# \xc9\xcf\n")));
}

void ByteTextTest::putsANewLineBetweenCrlfLinesAsCrlf()
{
    const std::string bytes = "a\r\nb\r\n";
    const std::string after = bytesAfter(bytes, shownText(bytes), QStringLiteral("a\nx\nb\n"), "\r\n");
    QCOMPARE(QByteArray::fromStdString(after), QByteArray("a\r\nx\r\nb\r\n"));
}

void ByteTextTest::keepsTheLineEndsOfLinesThatAreJoined()
{
    const std::string bytes = "a\r\nb\nc\r\n";
    const std::string after = bytesAfter(bytes, shownText(bytes), QStringLiteral("ab\nc\n"), "\r\n");
    QCOMPARE(QByteArray::fromStdString(after), QByteArray("ab\nc\r\n"));
}

void ByteTextTest::changesAPairOfSurrogatesAsAWhole()
{
    const std::string before = "\xf0\x9f\x95\x9b";
    const std::string wanted = "\xf0\x9f\x95\x9c";
    QCOMPARE(bytesAfter(before, shownText(before), shownText(wanted), "\n"), wanted);
    const std::string otherPlane = "\xf0\x9f\x8e\x9b"; // the low halves agree
    QCOMPARE(bytesAfter(before, shownText(before), shownText(otherPlane), "\n"), otherPlane);
}

void ByteTextTest::touchesNothingBesideWhatIsTyped()
{
    Random random = Random::fromNumber(20261120);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto length = random.below(40); length > 0; --length)
            bytes.push_back(random.below(4) == 0 ? "\r\n#a"[random.below(4)]
                                                 : static_cast<char>(random.below(256)));
        const QString shown = shownText(bytes);
        const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint32_t>(shown.size()) + 1));
        const bool insidePair = at > 0 && at < shown.size() && shown.at(at - 1).isHighSurrogate();
        if (insidePair)
            continue;
        const std::string after =
            bytesAfter(bytes, shown, QString(shown).insert(at, QStringLiteral("~!")), "\n");
        const std::size_t place = after.find("~!");
        QVERIFY2(place != std::string::npos, "what was typed is there");
        bool same = false;
        for (std::size_t i = 0; i + 2 <= after.size() && !same; ++i)
            same = after.compare(i, 2, "~!") == 0 && std::string(after).erase(i, 2) == bytes;
        QVERIFY2(same, qPrintable(QStringLiteral("round %1").arg(round)));
    }
}

void ByteTextTest::countsColumnsInCharacters()
{
    const std::string line = "# 上级 a";
    QCOMPARE(columnOf(line, 2), 2);
    QCOMPARE(columnOf(line, 8), 4);
    QCOMPARE(offsetOf(shownLine(line), 4), std::size_t(8));
}

QTEST_MAIN(ByteTextTest)
#include "tst_bytetext.moc"
