// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "ui/bytetext.h"
#include "ui/configurationtext.h"

#include <QTextBlock>

#include <random>

using namespace noonmark;
using namespace noonmark::ui;

namespace {

// Longer than what is checked at each key: there nothing but typed() tells of one.
const QByteArray Long = QByteArray("restrict 192.0.2.1 nomodify # \xe6\x97\xb6\n").repeated(1000);

// Somebody who types anywhere in a file with all kinds of bytes.
class Typist
{
public:
    Typist(const QByteArray &bytes, unsigned seed)
        : m_disk(bytes)
        , m_text(m_disk.session)
        , m_random(seed)
    {}

    [[nodiscard]] QByteArray bytes() const { return m_disk.session.bytes(); }
    [[nodiscard]] QUndoStack &undoStack() const { return *m_disk.session.undoStack(); }

    // Replaces a few characters by others, and returns which bytes the file has to have then.
    QByteArray step()
    {
        const int size = m_text.document()->characterCount() - 1;
        const int start = whole(below(std::min(size, 400) + 1));
        const QString words = m_words[below(int(m_words.size()))];
        // A line end that takes the place of another leaves it as it was.
        const int end = words.contains(u'\n') ? start : whole(std::min(start + below(3), size));
        const QByteArray before = bytes();
        const config::TextRange range = m_text.rangeOf(start, end);
        std::string typed;
        for (qsizetype at = 0; at < words.size();) {
            const bool isEnd = words.at(at) == u'\n';
            const qsizetype length = isEnd ? 1 : words.at(at).isHighSurrogate() ? 2 : 1;
            typed += isEnd ? std::string(m_disk.session.document().lineEnding())
                           : bytesOf(QStringView(words).sliced(at, length));
            at += length;
        }
        QTextCursor cursor(m_text.document());
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        cursor.insertText(words);
        return QByteArray(before).replace(qsizetype(range.offset), qsizetype(range.length),
                                          QByteArray::fromStdString(typed));
    }

    // Two places at once, as dragging does.
    void stepTwice()
    {
        const int size = m_text.document()->characterCount() - 1;
        QTextCursor cursor(m_text.document());
        cursor.beginEditBlock();
        cursor.setPosition(whole(below(size / 2 + 1)));
        cursor.deleteChar();
        cursor.setPosition(whole(size / 2));
        cursor.insertText(QStringLiteral("two\nlines"));
        cursor.endEditBlock();
    }

    // The text is the bytes, and every view of it agrees.
    void compare() const
    {
        const auto &document = m_disk.session.document();
        const QString shown = shownText(document.bytes());
        QCOMPARE(m_text.shown(), shown);
        QCOMPARE(m_text.document()->toRawText().replace(QChar::ParagraphSeparator, u'\n'), shown);
        QCOMPARE(m_text.showsEscapedBytes(), hasEscapedBytes(shown));
        QVERIFY(document.lines().size() == config::Document(document.bytes()).lines().size());
    }

private:
    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_random); }
    // Not into the middle of a character.
    [[nodiscard]] int whole(int position) const
    {
        const QString &shown = m_text.shown();
        const bool splits = position > 0 && position < shown.size() && shown.at(position).isLowSurrogate() &&
                            shown.at(position - 1).isHighSurrogate();
        return splits ? position - 1 : position;
    }

    SessionOnDisk m_disk;
    ConfigurationText m_text;
    std::mt19937 m_random;
    // Among them the bytes of a character one by one, and a carriage return as the byte that it is.
    const QStringList m_words{QStringLiteral("x"),
                              QString(),
                              QStringLiteral("\n"),
                              QString::fromUtf8("\xe9\x92\x9f"),
                              QString::fromUtf8("\xf0\x9f\x95\x9b"),
                              QString(QChar(0xdcc3)),
                              QString(QChar(0xdca9)),
                              QString(QChar(0xdc0d)),
                              QStringLiteral("a\nb\n")};
};

} // namespace

class TypingTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheBytesThatWereTyped_data();
    void givesTheBytesThatWereTyped();
    void followsSeveralPlacesAtOnce();
    void staysAtItsPlaceAmongEqualLineEnds();
};

void TypingTest::givesTheBytesThatWereTyped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("server a.example\nkeys /k\n");
    QTest::newRow("without a last newline") << QByteArray("server a.example\nkeys /k");
    QTest::newRow("crlf") << QByteArray("# one\r\nserver a.example\r\n\r\n\r\nkeys /k\r\n");
    QTest::newRow("crlf and lf") << QByteArray("# one\n\r\n\n\r\nserver a.example\r\nkeys /k\n\r\n");
    QTest::newRow("gbk") << QByteArray("# \xc9\xcf\xbc\xb6\nserver a.example # \xca\xb1\nkeys /k");
    QTest::newRow("nul and cr") << QByteArray("# a\0b\rc\nserver a.example\n\r\r\n", 28);
    QTest::newRow("characters") << QByteArray(
        "# \xe6\x97\xb6 \xf0\x9f\x95\x9b \xc2\xa0 \xe2\x80\xa8\nlogfile /\n");
    QTest::newRow("long") << Long;
    QTest::newRow("long, crlf, no characters")
        << QByteArray(Long).replace("\n", "\r\n").replace("\xe6", "\r\xe6");
}

void TypingTest::givesTheBytesThatWereTyped()
{
    QFETCH(QByteArray, bytes);
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Typist typist(bytes, seed);
        for (int i = 0; i < 60; ++i) {
            const QByteArray expected = typist.step();
            QCOMPARE(typist.bytes(), expected);
            typist.compare();
            if (QTest::currentTestFailed())
                return;
        }
        const QByteArray last = typist.bytes();
        typist.undoStack().setIndex(0);
        QCOMPARE(typist.bytes(), bytes);
        typist.compare();
        typist.undoStack().setIndex(typist.undoStack().count());
        QCOMPARE(typist.bytes(), last);
        typist.compare();
    }
}

void TypingTest::followsSeveralPlacesAtOnce()
{
    Typist typist(Long, 1);
    for (int i = 0; i < 20; ++i) {
        typist.stepTwice();
        typist.compare();
        static_cast<void>(typist.step());
        typist.compare();
    }
    typist.undoStack().setIndex(0);
    QCOMPARE(typist.bytes(), Long);
}

// Which of several equal line ends was typed can not be told from the text before and after.
void TypingTest::staysAtItsPlaceAmongEqualLineEnds()
{
    SessionOnDisk disk("a\r\n\n\n\r\nb\r\nc\r\n");
    ConfigurationText text(disk.session);
    QTextCursor cursor(text.document()->findBlockByNumber(1));
    cursor.insertText(QStringLiteral("\n"));
    QCOMPARE(disk.session.bytes(), QByteArray("a\r\n\r\n\n\n\r\nb\r\nc\r\n"));
    cursor.deletePreviousChar();
    QCOMPARE(disk.session.bytes(), QByteArray("a\r\n\n\n\r\nb\r\nc\r\n"));
}

QTEST_MAIN(TypingTest)
#include "tst_typing.moc"
