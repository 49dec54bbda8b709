// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "tests/fuzz/config/exercise.h"
#include "tests/unit/config/corpus.h"

#include <array>

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int Rounds = 500; // each is ten times as slow
#else
constexpr int Rounds = 2000;
#endif

constexpr std::array Words = std::to_array<std::string_view>({"server ",
                                                              "restrict ",
                                                              "default ",
                                                              "\n",
                                                              "\r\n",
                                                              "#",
                                                              "\"",
                                                              "\"\"",
                                                              " mask 255.255.255.0",
                                                              "/24",
                                                              "-6 ",
                                                              "127.127.1.0 ",
                                                              "fudge 127.127.1.0 stratum 10",
                                                              "refclock local ",
                                                              "minpoll ",
                                                              "iburst",
                                                              ",",
                                                              "=",
                                                              "ippeerlimit ",
                                                              "unrestrict ",
                                                              "\xef\xbb\xbf",
                                                              "\xef\xbc\x8c",
                                                              "\xff",
                                                              " # noonmark: off",
                                                              " # noonmark: added",
                                                              " # noonmark: was \"#\"",
                                                              "end\n",
                                                              "0x",
                                                              "1e400",
                                                              "-",
                                                              "source ",
                                                              "serverresponse fuzz",
                                                              "::1%lo",
                                                              "[",
                                                              "pool ",
                                                              "\n#server a.example\n"});

std::size_t anywhere(Random &random, const std::string &bytes)
{
    return random.below(static_cast<std::uint32_t>(bytes.size() + 1));
}

void mutate(std::string &bytes, Random &random, const std::string &other)
{
    const std::size_t at = anywhere(random, bytes);
    const std::size_t length = random.below(40);
    switch (random.below(7)) {
    case 0:
        bytes.insert(at, Words.at(random.below(Words.size())));
        break;
    case 1:
        bytes.insert(at, 1, static_cast<char>(random.below(256)));
        break;
    case 2:
        bytes.erase(at, length);
        break;
    case 3:
        bytes.insert(at, bytes.substr(anywhere(random, bytes), length));
        break;
    case 4:
        bytes.insert(at, other.substr(anywhere(random, other), 2 * length));
        break;
    case 5:
        bytes.insert(at, 1, '\0');
        break;
    default:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
    }
}

} // namespace

class ConfigFuzzTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsPromisesOnEveryFile()
    {
        for (const test::Sample &sample : test::everything()) {
            for (std::uint64_t seed = 0; seed < 3; ++seed) {
                const std::string trouble = fuzz::exercise(sample.bytes, seed);
                QVERIFY2(trouble.empty(), (trouble + " in " + sample.name).c_str());
            }
        }
        qInfo("%zu files", test::everything().size());
    }

    void keepsItsPromisesOnDamagedFiles()
    { // NOONMARK_SEED repeats a run or makes another, NOONMARK_ROUNDS a longer one.
        bool chosen = false;
        const std::uint64_t seed = qEnvironmentVariable("NOONMARK_SEED").toULongLong(&chosen);
        Random random = Random::fromNumber(chosen ? seed : 20261120);
        const int rounds = qEnvironmentVariableIsSet("NOONMARK_ROUNDS")
                               ? qEnvironmentVariableIntValue("NOONMARK_ROUNDS")
                               : Rounds;
        qInfo("seed %llu, %d rounds", static_cast<unsigned long long>(chosen ? seed : 20261120), rounds);
        auto samples = test::recipes();
        samples.push_back({"empty", ""});
        for (const test::Sample &sample : test::foundByFuzzing()) {
            const std::string trouble = fuzz::exercise(sample.bytes, sample.bytes.size());
            QVERIFY2(trouble.empty(), (trouble + " in " + sample.name).c_str());
        }
        const auto count = static_cast<std::uint32_t>(samples.size());
        for (int round = 0; round < rounds; ++round) {
            std::string bytes = samples.at(random.below(count)).bytes;
            for (std::uint32_t i = random.below(12); i > 0; --i)
                mutate(bytes, random, samples.at(random.below(count)).bytes);
            const std::string trouble = fuzz::exercise(bytes, random.next64());
            const QByteArray shown = QByteArray::fromStdString(bytes).toPercentEncoding(" \n#");
            QVERIFY2(trouble.empty(),
                     (trouble + " in round " + std::to_string(round) + ":\n" + shown.toStdString()).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(ConfigFuzzTest)
#include "tst_configfuzz.moc"
