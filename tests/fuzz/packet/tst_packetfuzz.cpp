// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/packet/packetproperties.h"

#include <QtTest>

using namespace noonmark;
using fuzz::Datagram;

namespace {

Datagram request(std::uint8_t version, std::size_t tail)
{
    protocol::Packet packet;
    packet.version = version;
    packet.transmit = NtpTimestamp::fromUnits(0xeeaa832da4313706);
    Datagram bytes(protocol::HeaderSize + tail);
    protocol::encode(packet, bytes);
    return bytes;
}

Datagram withFields(std::initializer_list<std::uint16_t> lengths, std::size_t mac)
{
    std::size_t tail = mac;
    for (const std::uint16_t length : lengths)
        tail += length;
    Datagram bytes = request(4, tail);
    ByteWriter writer(MutableBytes(bytes).subspan(protocol::HeaderSize));
    for (const std::uint16_t length : lengths) {
        writer.u16(0x0104);
        writer.u16(length);
        writer.put(Datagram(length - 4U));
    }
    return bytes;
}

} // namespace

class PacketFuzz : public QObject
{
    Q_OBJECT

private slots:
    void survivesDamage()
    {
        fuzz::Mutator mutator(Random::fromNumber(fuzz::seed()),
                              {request(4, 0), request(3, 0), request(1, 0), request(4, 4), request(4, 20),
                               request(4, 24), request(3, 72), withFields({28}, 0),
                               withFields({16, 36, 28}, 20), withFields({1000}, 0)});
        int accepted = 0;
        for (int i = 0; i < 50'000; ++i) {
            const Datagram bytes = mutator.next();
            const char *property = brokenPacketProperty(bytes);
            QVERIFY2(property == nullptr, property);
            accepted += protocol::decode(bytes) ? 1 : 0;
        }
        QVERIFY2(accepted > 1000, "the damage is too great to test anything behind the first check");
    }

    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("packet", &brokenPacketProperty);
        QVERIFY2(property == nullptr, property);
    }

    void survivesEveryLength()
    {
        for (std::size_t size = 0; size < 2000; ++size) {
            for (const unsigned fill : {0x00U, 0x04U, 0x24U, 0xffU}) {
                const char *property = brokenPacketProperty(Datagram(size, static_cast<std::byte>(fill)));
                QVERIFY2(property == nullptr, property);
            }
        }
        QVERIFY(brokenPacketProperty(Datagram(65507, std::byte{0x24})) == nullptr);
    }
};

QTEST_APPLESS_MAIN(PacketFuzz)
#include "tst_packetfuzz.moc"
