// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, false};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isUnfinished = xml.attributes().hasAttribute("type"_L1);
            // A plural translation holds one element a form.
            QString text;
            while (xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement())
                    message.translations += xml.readElementText();
                else
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations += text;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> readMessages(const QString &language)
{
    std::vector<Message> messages;
    QFile file(QStringLiteral(NOONMARK_TEST_DATA "/../../translations/noonmark_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == "message"_L1)
            messages.push_back(readMessage(xml, context));
    }
    return messages;
}

QStringList places(const QString &text)
{
    static const QRegularExpression place(u"%L?[1-9n]"_s);
    QStringList result;
    for (auto match = place.globalMatch(text); match.hasNext();)
        result += match.next().captured();
    result.removeDuplicates();
    result.sort();
    return result;
}

// The letter behind "&", or "": the same in both languages, so that one that is free in English is free in
// Chinese.
QString mnemonic(const QString &text)
{
    static const QRegularExpression pattern(u"&([A-Za-z0-9])"_s);
    return pattern.match(text).captured(1).toUpper();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsUnfinished_data() { languages(); }
    void nothingIsUnfinished()
    {
        QFETCH(QString, language);
        for (const Message &message : readMessages(language))
            QVERIFY2(!message.isUnfinished, qPrintable(message.context + u": "_s + message.source));
    }

    void chineseIsThere() { QVERIFY(readMessages(u"zh_CN"_s).size() > 500); }

    void placesAndMnemonicsAreKept_data() { languages(); }
    void placesAndMnemonicsAreKept()
    {
        QFETCH(QString, language);
        for (const Message &message : readMessages(language)) {
            for (const QString &translation : message.translations) {
                const QByteArray both = (message.source + u" => "_s + translation).toUtf8();
                // English may say "one" instead of %n in the singular.
                if (!(language == u"en"_s && message.translations.size() > 1))
                    QVERIFY2(places(message.source) == places(translation), both.constData());
                QVERIFY2(mnemonic(message.source) == mnemonic(translation), both.constData());
                QVERIFY2(message.source.endsWith(u'\n') == translation.endsWith(u'\n'), both.constData());
            }
        }
    }

private:
    void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_CN") << u"zh_CN"_s;
        QTest::newRow("en") << u"en"_s;
    }
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
