// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keysfile.h"
#include "core/config/lowering.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

namespace {

std::string ids(const std::vector<Diagnostic> &findings)
{
    std::string text;
    for (const Diagnostic &finding : findings)
        text += (text.empty() ? "" : " ") + std::string(findingId(finding.finding));
    return text;
}

std::string found(const std::string &line)
{
    return ids(checkKeys(Document(line + '\n')));
}

} // namespace

class KeysFileTest : public QObject
{
    Q_OBJECT

private slots:
    void engineGetsWhatIsUsable()
    {
        const LoweredKeys lowered = lowerKeys(Document("1 SHA1 secret\n"
                                                       "2 SHA1 secret 192.0.2.7,10.0.0.0/8,2001:db8::/32\n"
                                                       "3 SHA1 secret 192.0.2.0/33\n"
                                                       "4 SHA1 secret 192.0.2.0/8/8\n"
                                                       "5 SHA1 secret 192.0.2.7,\n"
                                                       "6 ROT13 secret\n"
                                                       "0 SHA1 secret\n"));
        QCOMPARE(lowered.unusable, (std::vector{3, 4, 5, 6, 7}));
        QCOMPARE(lowered.keys.size(), std::size_t{2});
        QCOMPARE(lowered.keys[0].secret.size(), std::size_t{6});
        QVERIFY(lowered.keys[0].users.empty());
        QCOMPARE(lowered.keys[1].number, 2U);
        const std::vector<AddressMask> users{AddressMask::host(*IpAddress::parse("192.0.2.7")),
                                             AddressMask::prefix(*IpAddress::parse("10.0.0.0"), 8),
                                             AddressMask::prefix(*IpAddress::parse("2001:db8::"), 32)};
        QVERIFY(lowered.keys[1].users == users);
    }

    void readsLines()
    {
        const Document keys("# keys of the office\n\n 7\tMD5  abc # old\r\n8 SHA1 "
                            "0123456789abcdef0123456789abcdef01234567 192.0.2.1\n");
        const auto lines = keyLines(keys);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].line, 3);
        QCOMPARE(lines[0].key().value_or(0), 7);
        QCOMPARE(lines[0].value.text, std::string("abc"));
        QCOMPARE(std::string(keys.text(lines[0].value.range)), std::string("abc"));
        QVERIFY(!lines[0].isHexadecimal() && lines[0].comment && !lines[0].hosts);
        QVERIFY(lines[1].isHexadecimal());
        QCOMPARE(lines[1].hosts->text, std::string("192.0.2.1"));
    }

    void explainsMistakes_data()
    {
        QTest::addColumn<QByteArray>("finding");
        const auto row = [](const char *line, const char *finding) {
            QTest::newRow(line) << QByteArray(finding);
        };
        row("1 SHA256 abcdefgh", "");
        row("1 AES 0123456789abcdef", "");
        row("1 AES128CMAC 000102030405060708090a0b0c0d0e0f", "");
        row("1 MD5 abcdefgh", "key-type-weak");
        row("1 SHA256", "key-incomplete");
        row("0 SHA256 abcdefgh", "key-number-invalid");
        row("65536 SHA256 abcdefgh", "key-number-invalid");
        row("1x SHA256 abcdefgh", "key-number-invalid");
        row("1 SHE256 abcdefgh", "key-type-unknown");
        row("1 SHA256 abc#defgh", "key-cut-by-hash");
        row("1 SHA256 abcdefgh # fine", "");
        row("1 SHA1 0123456789abcdef0123456789abcdef0123456", "key-odd-digits");
        row("1 SHA1 0123456789abcdef01234567xx", "key-not-hexadecimal");
        row("1 AES128CMAC shortkey", "key-length");
        row("1 AES-256 000102030405060708090a0b0c0d0e0f", "key-length");
        row("1 SHA256 a\n2 SHA256 b\n1 SHA256 c", "key-twice");
    }
    void explainsMistakes()
    {
        QFETCH(QByteArray, finding);
        QCOMPARE(QByteArray::fromStdString(found(QTest::currentDataTag())), finding);
    }

    void neverNamesAKey()
    {
        const Document keys(
            "1 SHE256 topsecret\n1 AES128CMAC topsecret\n2 SHA1 "
            "topsecret0123456789topsecret\n3 MD5 top#secret\n"
            "4 Topsecret0123456789 type\nMOREsecret0123456789 is missing\n5 Msecret01234567 x\n"
            "6 shsecret MD5\nshsecret MD5 x\n7 Msecret x\n");
        for (const Diagnostic &finding : checkKeys(keys)) {
            for (const std::string &argument : finding.arguments)
                QVERIFY(argument.find("secret") == std::string::npos);
        }
    }

    void missesKeysThatAreUsed()
    {
        const Document configuration(
            "keys /etc/ntp.keys\nserver 192.0.2.1 key 7\nserver 192.0.2.2 key 8\ncontrolkey 9\n");
        const auto findings =
            checkKeyUse(configuration, Dialect::Ntpd, Document("7 SHA256 abc\n9 SHE256 abc\n"));
        QCOMPARE(ids(findings), std::string("key-missing key-missing"));
        QCOMPARE(findings[0].arguments, std::vector<std::string>{"8"});
        QCOMPARE(std::string(configuration.text(findings[0].range)), std::string("key 8"));
    }

    void makesKeysThatNobodyComplainsOf()
    {
        Random random = Random::fromNumber(42);
        std::string text;
        Document keys;
        for (const std::string_view type : keyTypes()) {
            text += newKeyLine(freeKeyNumber(Document(text)), type, random) + '\n';
            keys = Document(text);
        }
        QCOMPARE(ids(checkKeys(keys)), std::string());
        const auto lines = keyLines(keys);
        QCOMPARE(lines.size(), keyTypes().size());
        QCOMPARE(lines.back().key().value_or(0), static_cast<int>(lines.size()));
        QVERIFY(lines[0].value.text != lines[1].value.text.substr(0, lines[0].value.text.size()));
        QVERIFY(newKeyLine(1, "MD5", random).empty());
    }

    void editsKeysAndTrust()
    {
        Document keys("7 SHA256 abcdefgh # near\r\n# end\r\n");
        keys.apply(addKey(keys, "8 SHA256 x"));
        QCOMPARE(keys.bytes(), std::string("7 SHA256 abcdefgh # near\r\n8 SHA256 x\r\n# end\r\n"));
        keys.apply(setKeyComment(keys, keyLines(keys)[1], "far"));
        keys.apply(setKeyComment(keys, keyLines(keys)[0], ""));
        QCOMPARE(std::string(keys.text(keys.lines()[1].range)), std::string("8 SHA256 x # far"));
        QVERIFY(keys.bytes().starts_with("7 SHA256 abcdefgh"));
        QVERIFY(isKeyValue("abc") && !isKeyValue("a c") && !isKeyValue("a#c") && !isKeyValue(""));
        QVERIFY(isKeyValue("0123456789abcdef012345") && !isKeyValue("0123456789abcdefghijkl"));

        Document conf("server a\n");
        conf.apply(trustKey(conf, 7));
        QVERIFY(conf.bytes().find("trustedkey 7\n") != std::string::npos);
        conf.apply(trustKey(conf, 9));
        QVERIFY(conf.bytes().find("trustedkey 7 9\n") != std::string::npos);
        conf.apply(distrustKey(conf, 7));
        QVERIFY(conf.bytes().find("trustedkey 9\n") != std::string::npos);
        conf.apply(distrustKey(conf, 9));
        QCOMPARE(conf.bytes().find("trustedkey"), std::string::npos);
        QVERIFY(distrustKey(Document("trustedkey (1 ... 9)\n"), 9).empty());
    }
};

QTEST_APPLESS_MAIN(KeysFileTest)
#include "tst_keysfile.moc"
