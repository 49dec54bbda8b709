// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keyring.h"

#include <QtTest>

#include <array>

using namespace noonmark;
using namespace noonmark::engine;
using protocol::MacType;

namespace {

IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

SymmetricKey key(std::uint32_t number, char fill, MacType type = MacType::Md5)
{
    return {number, type, std::vector(16, static_cast<std::byte>(fill)), {}};
}

struct Message
{
    std::array<std::byte, 72> bytes{};
    std::size_t length = 0;

    Message(KeyRing &ring, std::uint32_t number)
        : length(ring.sign(number, bytes, 48))
    {}
    [[nodiscard]] Bytes text() const { return Bytes(bytes).first(48); }
    [[nodiscard]] Bytes mac() const { return Bytes(bytes).subspan(48, length - 48); }
};

} // namespace

class KeyRingTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsOnlyTrustedKeys()
    {
        AuthenticationConfig config{{key(1, 'a'), key(2, 'b')}, {2, 7}, 0};
        KeyRing ring(config);
        QCOMPARE(ring.size(), std::size_t(1));
        QCOMPARE(Message(ring, 1).length, std::size_t(0));
        const Message message(ring, 2);
        QCOMPARE(message.length, std::size_t(68));
        QCOMPARE(ring.verify(message.text(), message.mac(), ip("192.0.2.1")), 2U);
        config.trusted = {1};
        ring.replace(config);
        QCOMPARE(ring.verify(message.text(), message.mac(), ip("192.0.2.1")), 0U);
    }

    void takesTheLaterOfTwoKeysWithOneNumber()
    {
        KeyRing later({{key(1, 'b')}, {1}, 0});
        KeyRing both({{key(1, 'a'), key(1, 'b')}, {1}, 0});
        const Message message(later, 1);
        QCOMPARE(both.verify(message.text(), message.mac(), ip("192.0.2.1")), 1U);
    }

    void believesAKeyOnlyFromItsUsers()
    { // CVE-2015-7974: any key opened every door.
        SymmetricKey limited = key(1, 'a');
        limited.users = {AddressMask::prefix(ip("192.0.2.0"), 24)};
        KeyRing ring({{limited}, {1}, 0});
        const Message message(ring, 1);
        QCOMPARE(ring.verify(message.text(), message.mac(), ip("192.0.2.1")), 1U);
        QCOMPARE(ring.verify(message.text(), message.mac(), ip("198.51.100.1")), 0U);
    }

    void refusesEveryCutOrChangedMac()
    {
        for (const MacType type : {MacType::Md5, MacType::Sha512, MacType::Aes128Cmac}) {
            KeyRing ring({{key(1, 'a', type), key(2, 'b', type)}, {1, 2}, 0});
            const Message message(ring, 1);
            for (std::size_t length = 0; length + 1 < message.mac().size(); ++length)
                QCOMPARE(ring.verify(message.text(), message.mac().first(length), ip("192.0.2.1")), 0U);
            for (std::size_t i = 0; i < message.length; ++i) {
                Message changed = message;
                changed.bytes[i] ^= std::byte{2};
                QCOMPARE(ring.verify(changed.text(), changed.mac(), ip("192.0.2.1")), 0U);
            }
            QCOMPARE(ring.verify(message.text(), message.mac(), ip("192.0.2.1")), 1U);
        }
    }

    void signsNothingWithoutRoom()
    {
        KeyRing ring({{key(1, 'a')}, {1}, 0});
        std::array<std::byte, 67> small{};
        QCOMPARE(ring.sign(1, small, 48), std::size_t(0));
        QCOMPARE(ring.sign(0, small, 10), std::size_t(0));
    }

    void countsWhatItDoes()
    {
        KeyRing ring({{key(1, 'a'), key(2, 'b', MacType::Aes128Cmac)}, {1, 2}, 0});
        Message message(ring, 1);
        static_cast<void>(ring.verify(message.text(), message.mac(), {}));
        message.bytes[0] ^= std::byte{1};
        static_cast<void>(ring.verify(message.text(), message.mac(), {}));
        static_cast<void>(Message(ring, 2));
        static_cast<void>(Message(ring, 3));
        KeyCounters expected;
        expected.trusted = 2;
        expected.lookups = 5;
        expected.notFound = 1;
        expected.digestsMade = 1;
        expected.digestsChecked = 2;
        expected.digestsFailed = 1;
        expected.cmacsMade = 1;
        QCOMPARE(ring.counters(), expected);
    }
};

QTEST_APPLESS_MAIN(KeyRingTest)
#include "tst_keyring.moc"
