// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/control/controlproperties.h"
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/mutation.h"
#include "tests/unit/protocol/captures.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::protocol;
using fuzz::Datagram;

namespace {

std::vector<Datagram> recorded(const QString &kind)
{
    const QDir folder(QStringLiteral(NOONMARK_TEST_DATA "/mode6"));
    std::vector<Datagram> packets;
    for (const QString &name :
         folder.entryList({QStringLiteral("*-") + kind + QStringLiteral(".bin")}, QDir::Files, QDir::Name))
        packets.push_back(captures::read(name));
    return packets;
}

} // namespace

class ControlFuzz : public QObject
{
    Q_OBJECT

private slots:
    void responderSurvivesDamagedRequests()
    {
        fuzz::Mutator mutator(Random::fromNumber(fuzz::seed()), recorded(QStringLiteral("req")));
        for (int i = 0; i < 5'000; ++i) {
            const char *property = brokenRequestProperty(mutator.next());
            QVERIFY2(property == nullptr, property);
        }
    }

    void allOutliveTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("control", &brokenControlProperty);
        QVERIFY2(property == nullptr, property);
    }

    void readersSurviveDamagedAnswers()
    {
        fuzz::Mutator mutator(Random::fromNumber(fuzz::seed()), recorded(QStringLiteral("resp")));
        for (int i = 0; i < 10'000; ++i) {
            Datagram bytes = mutator.next();
            const char *property = brokenAnswerProperty(bytes);
            QVERIFY2(property == nullptr, property);
            const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
            property = brokenTextProperty(text);
            QVERIFY2(property == nullptr, property);
        }
    }

    void watchersSurviveDamagedAnswers()
    {
        fuzz::Mutator mutator(Random::fromNumber(fuzz::seed()), recorded(QStringLiteral("resp")));
        for (int i = 0; i < 10'000; ++i) {
            const Datagram bytes = mutator.next();
            const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
            for (const char *property :
                 {brokenMruProperty(text), brokenHopProperty(text), brokenHostsProperty(text)})
                QVERIFY2(property == nullptr, property);
        }
    }

    void queriesSurviveDamagedReplies()
    {
        Datagram good(48);
        good[0] = std::byte{0x24};
        good[1] = std::byte{2};
        good[31] = std::byte{1}; // the cookie
        good[39] = good[47] = std::byte{9};
        fuzz::Mutator mutator(Random::fromNumber(fuzz::seed()), {good});
        for (int i = 0; i < 20'000; ++i) {
            const Datagram bytes = mutator.next();
            const char *property = brokenReplyProperty(bytes);
            QVERIFY2(property == nullptr, property);
        }
    }

    void reassemblySurvivesAnySequenceOfFragments()
    {
        Random random = Random::fromNumber(fuzz::seed());
        const Datagram noise(600, std::byte{0x2c});
        int complete = 0;
        for (int round = 0; round < 20'000; ++round) {
            ControlReassembly reassembly;
            const std::uint32_t coarse = random.below(3) == 0 ? 1 : 4; // with and without a chance to fit
            for (int i = 0; i < 12; ++i) {
                ControlHeader header;
                header.more = random.below(3) != 0;
                header.offset = static_cast<std::uint16_t>(random.below(6) * coarse);
                if (random.below(50) == 0)
                    header.offset = static_cast<std::uint16_t>(random.next32());
                const std::size_t size = random.below(2) == 0 ? coarse : random.below(470);
                reassembly.add(header, Bytes(noise).first(size));
            }
            QVERIFY(reassembly.data().size() <= ControlAnswerLimit);
            complete += reassembly.state() == ControlReassembly::State::Complete ? 1 : 0;
        }
        QVERIFY2(complete > 100, "no sequence was ever complete: the test tests nothing");
    }

    void textSurvivesTheFearedBytes()
    {
        Random random = Random::fromNumber(fuzz::seed());
        constexpr std::string_view feared = ",=\"\r\n ax1.\\\x7f\x80";
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (std::uint32_t i = random.below(80); i > 0; --i)
                text += feared[random.below(static_cast<std::uint32_t>(feared.size()))];
            const char *property = brokenTextProperty(text);
            QVERIFY2(property == nullptr, property);
        }
    }

    void largeHostileAnswersEnd()
    {
        for (const std::string_view pattern :
             {",", "=", "\"", "a=\"", "a=\",", "\r\n", "a=b,", "filtdelay= 1 ", "addr.2047=1.2.3.4:5,",
              "ct.9=1, addr.9=[::1]:1, "}) {
            std::string text;
            while (text.size() < ControlAnswerLimit)
                text += pattern;
            QVERIFY(brokenTextProperty(text) == nullptr);
            QVERIFY(brokenSnapshotProperty(text) == nullptr);
            QVERIFY(brokenMruProperty(text) == nullptr && brokenHostsProperty(text) == nullptr);
        }
    }
};

QTEST_APPLESS_MAIN(ControlFuzz)
#include "tst_controlfuzz.moc"
