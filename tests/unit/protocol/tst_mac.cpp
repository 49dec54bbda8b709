// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/mac.h"

#include <QtTest>

#include <array>
#include <utility>
#include <vector>

using namespace noonmark;
using namespace noonmark::protocol;

namespace {

Bytes bytesOf(const QByteArray &text)
{
    return std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
}

QByteArray hexOf(Bytes bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex();
}

QByteArray mac(MacType type, const QByteArray &secret, const QByteArray &message)
{
    auto key = MacKey::make(type, bytesOf(secret));
    if (!key)
        return "unsupported";
    return hexOf(key->digest(bytesOf(message)).view());
}

const QByteArray Request = QByteArray::fromHex(
    "23000620000000000000000000000000000000000000000000000000000000000000000000000000eeaa8600deadbeef");
const QByteArray LongKey = QByteArray::fromHex("0123456789abcdef0123456789abcdef01234567");

} // namespace

// PROTOCOL, section 3.3: the requests were accepted by a live ntpsec.
class MacTest : public QObject
{
    Q_OBJECT

private slots:
    void longDigestsAreWholeWhereTheyMayBe()
    { // chronyd in version 3 sends SHA-256 and longer uncut; in version 4 all cut them to 20 bytes.
        const std::array<std::byte, 48> packet{};
        for (const auto &[type, size] : {std::pair{MacType::Sha256, 32}, {MacType::Sha384, 48}, {MacType::Sha512, 64}}) {
            const std::array<std::byte, 8> secret{std::byte{'k'}};
            auto key = MacKey::make(type, secret);
            QVERIFY(key);
            const Digest whole = key->digest(packet, true);
            const Digest cut = key->digest(packet);
            QCOMPARE(whole.size, std::size_t(size));
            QCOMPARE(cut.size, LongestDigest);
            QVERIFY(key->verifies(packet, whole.view()));
            QVERIFY(key->verifies(packet, cut.view()));
            QVERIFY(!key->verifies(packet, whole.view().first(24)));
            QVERIFY(!key->verifies(packet, whole.view().first(16)));
        }
    }

    void equalsWhatTheDaemonsSent_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("digest");
        const auto row = [](const char *name, MacType type, const QByteArray &secret,
                            const QByteArray &message, const char *digest) {
            QTest::newRow(name) << static_cast<int>(type) << secret << message << QByteArray(digest);
        };
        row("MD5", MacType::Md5, "abcdefgh", Request, "30b87338acf307fd0092069e3d702337");
        row("SHA1", MacType::Sha1, LongKey, Request, "7317cfcffd6cb53563a284601dcec4209576ccf9");
        row("SHA256 cut", MacType::Sha256, LongKey, Request, "5a83b13272c03d3433e0af717270ce56984d7a2c");
        row("AES128", MacType::Aes128Cmac, QByteArray::fromHex("000102030405060708090a0b0c0d0e0f"), Request,
            "1077c1cd1348a21cdc035b92984f32fd");
        row("AES128, short key", MacType::Aes128Cmac, "shortkey", Request,
            "3b89f39eb5c400f8f230d7c0d6b28a7d");
        row("ntpsec's own test", MacType::Md5, "abcdefgh", "ijklmnopqrstuvwx",
            "0c0e84cf0bb7a8688e5238dbbc1c3953");
        row("captured request", MacType::Md5, "abcdefgh",
            QByteArray::fromHex("23000020") + QByteArray(36, '\0') + QByteArray::fromHex("432d4a5c51f91ebf"),
            "e0d1e098f51a14db47e79ce2c1052895");
        row("captured answer", MacType::Md5, "abcdefgh",
            QByteArray::fromHex(
                "240803e700000000000002d77f7f0100eeaa882d9fb3a15e432d4a5c51f91ebfeeaa8839c11a7034"
                "eeaa8839c11ffd36"),
            "d66f6c4660c5fbef9e7a6cd2390b86a3");
    }
    void equalsWhatTheDaemonsSent()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, message);
        QTEST(mac(static_cast<MacType>(type), secret, message), "digest");
    }

    void equalsRfc4493AtEveryLength()
    {
        const QByteArray key = QByteArray::fromHex("2b7e151628aed2a6abf7158809cf4f3c");
        const QByteArray text = QByteArray::fromHex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
            "f69f2445df4f9b17ad2b417be66c3710");
        QCOMPARE(mac(MacType::Aes128Cmac, key, ""), QByteArray("bb1d6929e95937287fa37d129b756746"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, text.left(16)),
                 QByteArray("070a16b46b4d4144f79bdd9dd04a287c"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, text.left(40)),
                 QByteArray("dfa66747de9ae63030ca32611497c827"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, text), QByteArray("51f0bebf7e3b9d92fc49741779363cfe"));
    }

    void equalsOpenSslBeyondOneRound()
    { // Long messages are taken in pieces; the digests are those of `openssl mac`.
        const QByteArray key = QByteArray::fromHex("2b7e151628aed2a6abf7158809cf4f3c");
        QCOMPARE(mac(MacType::Aes128Cmac, key, QByteArray(512, 'a')), QByteArray("0ee264fa1ce7228c65ec6ddf87d3bc97"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, QByteArray(528, 'a')), QByteArray("d2df8c21022238129ed890612f742890"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, QByteArray(600, 'a')), QByteArray("31a7b5ca3e563e296e80531fa8156e01"));
        QCOMPARE(mac(MacType::Aes128Cmac, key, QByteArray(1040, 'a')), QByteArray("f8b72da21af38ed89bc7c2374e46ea3a"));
    }

    void oneKeyServesManyMessages()
    { // The contexts are used again: nothing of one message may be left in the next.
        for (const MacType type : {MacType::Md5, MacType::Sha1, MacType::Sha512, MacType::Aes256Cmac}) {
            auto key = MacKey::make(type, bytesOf(LongKey));
            QVERIFY(key.has_value());
            const Digest first = key->digest(bytesOf(Request));
            QVERIFY(!sameDigest(key->digest(bytesOf("else")).view(), first.view()));
            QVERIFY(sameDigest(key->digest(bytesOf(Request)).view(), first.view()));
            QVERIFY(key->verifies(bytesOf(Request), first.view()));
        }
    }

    void verifiesWholeDigestsOnly()
    {
        auto key = MacKey::make(MacType::Sha1, bytesOf("secret"));
        Digest digest = key->digest(bytesOf(Request));
        QCOMPARE(digest.size, std::size_t(20));
        for (std::size_t length = 0; length < 20; ++length)
            QVERIFY(!key->verifies(bytesOf(Request), digest.view().first(length)));
        for (std::size_t i = 0; i < 20; ++i) {
            Digest wrong = digest;
            wrong.bytes[i] ^= std::byte{1};
            QVERIFY(!key->verifies(bytesOf(Request), wrong.view()));
        }
    }

    void knowsTheNamesOfBothFamilies()
    {
        QCOMPARE(macTypeFromName("MD5"), MacType::Md5);
        QCOMPARE(macTypeFromName("m"), MacType::Md5);
        QCOMPARE(macTypeFromName("SHA-1"), MacType::Sha1);
        QCOMPARE(macTypeFromName("sha256"), MacType::Sha256);
        QCOMPARE(macTypeFromName("SHA512"), MacType::Sha512);
        QCOMPARE(macTypeFromName("AES"), MacType::Aes128Cmac);
        QCOMPARE(macTypeFromName("AES-128"), MacType::Aes128Cmac);
        QCOMPARE(macTypeFromName("AES128CMAC"), MacType::Aes128Cmac);
        QCOMPARE(macTypeFromName("aes-256"), MacType::Aes256Cmac);
        QVERIFY(!macTypeFromName("TIGER"));
        QVERIFY(!macTypeFromName(""));
    }
};

QTEST_APPLESS_MAIN(MacTest)
#include "tst_mac.moc"
