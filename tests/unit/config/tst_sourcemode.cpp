// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/config/sourcemode.h"
#include "core/config/statement.h"
#include "tests/unit/config/corpus.h"
#include "tests/unit/config/golden.h"

#include <array>

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;
using test::given;

namespace {

constexpr std::array Dialects{Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};
constexpr std::array Wishes{SourceMode::Upstream, SourceMode::Fallback, SourceMode::Isolated};
constexpr SourceMode U = SourceMode::Upstream;
constexpr SourceMode F = SourceMode::Fallback;
constexpr SourceMode I = SourceMode::Isolated;

SourceMode modeOf(const std::string &bytes, Dialect dialect = Dialect::Ntpd)
{
    return sourceModeOf(Document(bytes), dialect);
}

std::string recipe(const std::string &name)
{
    for (const test::Sample &sample : test::recipes()) {
        if (sample.name == name)
            return sample.bytes;
    }
    return {};
}

// Where a file can be brought at all, from where it is.
bool reachable(const Document &document, SourceMode wish, Dialect dialect)
{
    return sourceModeOf(document, dialect) == wish || !switchSourceMode(document, wish, dialect).empty();
}

// Walks through modes at random; whenever it comes to a mode again, the bytes must be those of the first time
// there.
QByteArray wander(const std::string &bytes, Dialect dialect, Random &random)
{
    Document document(bytes);
    std::array<std::optional<std::string>, 4> seen;
    seen.at(static_cast<std::size_t>(sourceModeOf(document, dialect))) = bytes;
    for (int step = 0; step < 14; ++step) {
        const SourceMode wish = Wishes.at(random.below(3));
        if (!reachable(document, wish, dialect))
            continue;
        const std::string before = document.bytes();
        const Edits inverse = document.apply(switchSourceMode(document, wish, dialect));
        if (sourceModeOf(document, dialect) != wish)
            return "did not arrive:\n" + QByteArray::fromStdString(document.bytes());
        auto &first = seen.at(static_cast<std::size_t>(wish));
        if (first && *first != document.bytes())
            return "came back to other bytes:\n" + QByteArray::fromStdString(document.bytes());
        first = document.bytes();
        Document undone = document;
        undone.apply(inverse);
        if (undone.bytes() != before)
            return "cannot be undone";
    }
    return {};
}

} // namespace

class SourceModeTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheMode()
    {
        QCOMPARE(modeOf("server a\n"), U);
        QCOMPARE(modeOf("server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n"), I);
        QCOMPARE(modeOf("pool a\nserver 127.127.1.1\n"), F);
        QCOMPARE(modeOf("#server a.example\nfudge 127.127.1.0 stratum 10\n"), SourceMode::Sourceless);
        QCOMPARE(modeOf("Server a\n"), SourceMode::Sourceless);
        QCOMPARE(modeOf("server 127.127.20.0 mode 2\n"), U);
        QCOMPARE(modeOf("broadcast 10.0.0.255\n"), SourceMode::Sourceless);
        QCOMPARE(modeOf("broadcastclient\n"), U);
        QCOMPARE(modeOf("broadcastclient\n", Dialect::Ntpsec), SourceMode::Sourceless);
        QCOMPARE(modeOf("refclock local\n", Dialect::Ntpsec), I);
        QCOMPARE(modeOf("refclock local\n", Dialect::Ntpd), SourceMode::Sourceless);
        QCOMPARE(modeOf("end\nserver a\n"), SourceMode::Sourceless);
        QCOMPARE(modeOf("server controller  iburst////\xe5\xb0\x86\n"), U);
        QCOMPARE(modeOf("server a minpoll x\n"), SourceMode::Sourceless);
    }

    void isolatesAMaster()
    {
        given("server a.example iburst # near\nkeys /k\n")
            .edit(switchSourceMode, I, Dialect::Ntpd, 10)
            .becomes("#server a.example iburst # near # noonmark: off\n"
                     "server 127.127.1.0 # noonmark: added\n"
                     "fudge 127.127.1.0 stratum 10 # noonmark: added\nkeys /k\n");
        given("server a.example")
            .edit(switchSourceMode, I, Dialect::Ntpsec, 7)
            .becomes("#server a.example # noonmark: off\nrefclock local unit 0 stratum 7 # noonmark: added");
    }

    void addsTheFallback()
    {
        given("server a.example\r\n\r\nkeys /k\r\n")
            .edit(switchSourceMode, F, Dialect::Ntpd, 10)
            .becomes("server a.example\r\nserver 127.127.1.0 # noonmark: added\r\n"
                     "fudge 127.127.1.0 stratum 10 # noonmark: added\r\n\r\nkeys /k\r\n");
        // Its own clock, commented out, is taken before a new one is written.
        given("server a.example\n#server\t127.127.1.0\t# local clock\n#fudge\t127.127.1.0 stratum 12\n")
            .edit(switchSourceMode, F, Dialect::Ntpd, 10)
            .becomes("server a.example\nserver\t127.127.1.0\t# local clock # noonmark: was \"#\"\n"
                     "fudge\t127.127.1.0 stratum 12 # noonmark: was \"#\"\n");
        given("server a.example\n# server 127.127.1.2\nkeys /k\n")
            .edit(switchSourceMode, F, Dialect::Ntpd, 10)
            .becomes("server a.example\nserver 127.127.1.2 # noonmark: was \"# \"\n"
                     "fudge 127.127.1.2 stratum 10 # noonmark: added\nkeys /k\n");
    }

    void goesUpstream()
    {
        given("#server a.example iburst\n  # server b.example # far\nserver 127.127.1.0 # mine\nfudge "
              "127.127.1.0 stratum 9")
            .edit(switchSourceMode, U, Dialect::Ntpd, 10)
            .becomes(
                "server a.example iburst # noonmark: was \"#\"\n  server b.example # far # noonmark: was \"# "
                "\"\n"
                "#server 127.127.1.0 # mine # noonmark: off\n#fudge 127.127.1.0 stratum 9 # noonmark: off");
    }

    void stays()
    {
        given("server a\n").edit(switchSourceMode, U, Dialect::Ntpd, 10).stays();
        given("server 127.127.1.0\n").edit(switchSourceMode, U, Dialect::Ntpd, 10).stays();
        given("server 127.127.1.0\n#server 127.127.20.0 mode 2\n#server 127.0.0.1\n#broadcastclient\n")
            .edit(switchSourceMode, U, Dialect::Ntpd, 10)
            .stays();
        given("server 127.127.1.0\n").edit(switchSourceMode, F, Dialect::Ntpd, 10).stays();
        given("server a\n").edit(switchSourceMode, SourceMode::Sourceless, Dialect::Ntpd, 10).stays();
    }

    void leavesWhatIsNoSource()
    {
        given("broadcast 10.0.0.255\nServer x\nserver a minpoll x\nserver a.example\nfudge 127.127.1.0 "
              "stratum 3\n")
            .edit(switchSourceMode, I, Dialect::Ntpd, 10)
            .becomes("broadcast 10.0.0.255\nServer x\nserver a minpoll x\n#server a.example # noonmark: off\n"
                     "server 127.127.1.0 # noonmark: added\nfudge 127.127.1.0 stratum 3\n");
        given("server a.example\nend\nserver b.example\n")
            .edit(switchSourceMode, I, Dialect::Ntpd, 10)
            .becomes("#server a.example # noonmark: off\nserver 127.127.1.0 # noonmark: added\n"
                     "fudge 127.127.1.0 stratum 10 # noonmark: added\nend\nserver b.example\n");
    }

    void touchesNothingThatWouldStopTheDaemon()
    { // Found by damaging files: with a NUL byte in it, an enabled line ends the file for every daemon.
        const std::string nul(1, '\0');
        given("server 127.127.1.0\n#server a.example" + nul + "\n#" + nul +
              "server b.example # noonmark: off\n")
            .edit(switchSourceMode, U, Dialect::Ntpd, 10)
            .stays();
        given(" # noonmark: off\n# noonmark: was \"#\"\nserver 127.127.1.0\n")
            .edit(switchSourceMode, F, Dialect::Ntpd, 10)
            .stays();
    }

    void keepsTheStratumOfAPersonsClock()
    {
        Document document("server a.example\nserver 127.127.1.0\nfudge 127.127.1.0 stratum 8\n");
        document.apply(switchSourceMode(document, U, Dialect::Ntpd, 3));
        document.apply(switchSourceMode(document, I, Dialect::Ntpd, 3));
        QVERIFY(document.bytes().find("stratum 8") != std::string::npos);
        QVERIFY(document.bytes().find("stratum 3") == std::string::npos);
    }

    void comesBackWithAnotherStratum()
    {
        const std::string before = "server a.example\n";
        Document document(before);
        document.apply(switchSourceMode(document, F, Dialect::Ntpd, 7));
        document.apply(switchSourceMode(document, U, Dialect::Ntpd, 12));
        QCOMPARE(document.bytes(), before);
    }

    void remembersWhatAPersonAddedInBetween()
    { // Enabled lines would not come back by themselves once the file names an upstream of its own.
        Document document("#server a.example\nserver 127.127.1.0\n");
        document.apply(switchSourceMode(document, U, Dialect::Ntpd));
        document.apply(addLines(document, {"server mine.example"}));
        const std::string there = document.bytes();
        document.apply(switchSourceMode(document, I, Dialect::Ntpd));
        QCOMPARE(sourceModeOf(document, Dialect::Ntpd), I);
        document.apply(switchSourceMode(document, U, Dialect::Ntpd));
        QCOMPARE(document.bytes(), there);
    }

    void knowsTheMastersOfTheRecipes()
    {
        QCOMPARE(modeOf(recipe("master-isolated-zh.conf")), I);
        QCOMPARE(modeOf(recipe("master-isolated.conf")), I);
        QCOMPARE(modeOf(recipe("master-upstream.conf")), U);
        QCOMPARE(modeOf(recipe("compute-pasted-comment.conf")), U);
        Document document(recipe("master-isolated-zh.conf"));
        document.apply(switchSourceMode(document, U, Dialect::Ntpd));
        int servers = 0;
        for (const Line &line : document.lines())
            servers += line.kind == LineKind::Directive && readSource(line, Dialect::Ntpd) ? 1 : 0;
        QCOMPARE(servers, 4);
        QVERIFY(!reachable(Document(recipe("master-isolated.conf")), U, Dialect::Ntpd));
    }

    void marksLeaveTheReadingAlone()
    {
        Document document("server a.example iburst\n#server 127.127.1.0\n");
        document.apply(switchSourceMode(document, F, Dialect::Ntpd));
        QVERIFY(readSource(document.lines()[1], Dialect::Ntpd)->localClock);
        document.apply(switchSourceMode(document, I, Dialect::Ntpd));
        QCOMPARE(document.lines()[0].kind, LineKind::Disabled);
        QCOMPARE(readSource(document.lines()[0], Dialect::Ntpd)->address, "a.example");
    }

    void comesBackByteForByte()
    {
        constexpr std::uint64_t Seed = 127'127;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        auto samples = test::everything();
        for (std::size_t i = samples.size(); i > 0; --i) { // the same with other line ends
            test::Sample carriage = samples[i - 1];
            for (std::size_t at = 0; (at = carriage.bytes.find('\n', at)) != std::string::npos; at += 2)
                carriage.bytes.replace(at, 1, "\r\n");
            test::Sample bare = samples[i - 1];
            while (bare.bytes.ends_with('\n'))
                bare.bytes.pop_back();
            samples.push_back(std::move(carriage));
            samples.push_back(std::move(bare));
        }
        samples.push_back({"odd", "\xef\xbb\xbfserver a\n\tserver \"b c\n\xe4\xb8\xad#server c.example\n# \t "
                                  "server d.example\t\r\n"
                                  "#\xef\xbc\x83server e.example\n#fudge 127.127.1.0 stratum 4\n\n"});
        for (const test::Sample &sample : samples) {
            for (const Dialect dialect : Dialects) {
                const QByteArray trouble = wander(sample.bytes, dialect, random);
                QVERIFY2(trouble.isEmpty(), (sample.name + ' ' + trouble.toStdString()).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(SourceModeTest)
#include "tst_sourcemode.moc"
