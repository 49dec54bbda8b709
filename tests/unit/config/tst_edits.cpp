// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/config/edits.h"
#include "tests/unit/config/corpus.h"
#include "tests/unit/config/golden.h"

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;
using test::given;

namespace {

using Lines = std::vector<std::string>;

// One edit of a random kind at a random line.
Edits randomEdit(Random &random, const Document &document)
{
    const int line = static_cast<int>(random.below(static_cast<std::uint32_t>(document.lines().size() + 2)));
    const int other = static_cast<int>(random.below(static_cast<std::uint32_t>(document.lines().size() + 2)));
    switch (random.below(10)) {
    case 0:
        return addLines(document, {"server x.example iburst", "restrict 10.0.0.0 mask 255.0.0.0", "odd"});
    case 1:
        return insertLines(document, line, {"# new", "keys /a b"});
    case 2:
        return removeLine(document, line);
    case 3:
        return disableLine(document, line);
    case 4:
        return enableLine(document, line);
    case 5:
        return moveLine(document, line, other);
    case 6:
        return replaceDirective(document, line, "tos minsane 2");
    case 7:
        return setOption(document, line, "minpoll", "6");
    case 8:
        return addFlag(document, line, "nomodify");
    default:
        return removeOption(document, line, "iburst");
    }
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private slots:
    void addsLinesBesideTheirKind()
    {
        given("server a\nserver b # last\n\nkeys /k\n")
            .edit(addLines, Lines{"server c"})
            .becomes("server a\nserver b # last\nserver c\n\nkeys /k\n");
        given("# x\n#server a.example\n\nkeys /k\n")
            .edit(addLines, Lines{"server c"})
            .becomes("# x\n#server a.example\nserver c\n\nkeys /k\n");
        given("pool p\nkeys /k\n").edit(addLines, Lines{"server c"}).becomes("pool p\nserver c\nkeys /k\n");
        given("keys /k\n# end of it\n")
            .edit(addLines, Lines{"server c"})
            .becomes("keys /k\n# end of it\nserver c\n");
        given("restrict ::1\nserver a\n")
            .edit(addLines, Lines{"restrict default ignore", "server b", "server c"})
            .becomes("restrict ::1\nrestrict default ignore\nserver a\nserver b\nserver c\n");
    }

    void keepsTheHabitsOfTheFile()
    {
        given("server a\r\nkeys /k\r\n")
            .edit(addLines, Lines{"server c"})
            .becomes("server a\r\nserver c\r\nkeys /k\r\n");
        given("keys /k\nserver a")
            .edit(addLines, Lines{"server c", "server d"})
            .becomes("keys /k\nserver a\nserver c\nserver d");
        given("keys /k\r\nserver a")
            .edit(addLines, Lines{"server c"})
            .becomes("keys /k\r\nserver a\r\nserver c");
        given("").edit(addLines, Lines{"server c", "keys /k"}).becomes("server c\nkeys /k\n");
        given("\n").edit(addLines, Lines{"server c"}).becomes("\nserver c\n");
    }

    void neverWritesTwoLinesForOne()
    {
        given("server a\n")
            .edit(addLines, Lines{"server c\nrestrict default"})
            .becomes("server a\nserver c restrict default\n");
        given("server a\n").edit(setOption, 1, "key", "1\nkeys /x").becomes("server a key \"1 keys /x\"\n");
    }

    void insertsLines()
    {
        given("a\nb\n").edit(insertLines, 2, Lines{"x", "y"}).becomes("a\nx\ny\nb\n");
        given("a\nb\n").edit(insertLines, 3, Lines{"x", "y"}).becomes("a\nb\nx\ny\n");
        given("a\nb").edit(insertLines, 3, Lines{"x", "y"}).becomes("a\nb\nx\ny");
        given("a\nb").edit(insertLines, 2, Lines{"x"}).becomes("a\nx\nb");
        given("a").edit(insertLines, 0, Lines{"x"}).becomes("x\na");
        given("").edit(insertLines, 1, Lines{"x"}).becomes("x\n");
        given("a\n").edit(insertLines, 1, Lines{}).stays();
    }

    void removesLines()
    {
        given("a\r\nb\nc\n").edit(removeLine, 1).becomes("b\nc\n");
        given("a\nb\nc").edit(removeLine, 3).becomes("a\nb");
        given("a").edit(removeLine, 1).becomes("");
        given("a\n").edit(removeLine, 2).stays();
        given("").edit(removeLine, 1).stays();
    }

    void disablesAndEnables()
    {
        given("\t server a # near\r\n").edit(disableLine, 1).becomes("\t #server a # near\r\n");
        given("\t #server a.example # near\r\n")
            .edit(enableLine, 1)
            .becomes("\t server a.example # near\r\n");
        given("# server a.example").edit(enableLine, 1).becomes("server a.example");
        given("Server a\n").edit(disableLine, 1).becomes("#Server a\n");
        given("#\n\n").edit(disableLine, 1).edit(disableLine, 2).stays();
        given("server a\n").edit(enableLine, 1).stays();
        given("#server a.example # noonmark: off\n").edit(enableLine, 1).becomes("server a.example\n");
    }

    void movesLines()
    {
        given("a\nb\r\nc\n").edit(moveLine, 2, 1).becomes("b\na\nc\n");
        given("a\nb\nc\n").edit(moveLine, 1, 4).becomes("b\nc\na\n");
        given("a\nb\nc").edit(moveLine, 1, 4).becomes("b\nc\na");
        given("a\nb\nc").edit(moveLine, 3, 1).becomes("c\na\nb");
        given("a\nb").edit(moveLine, 1, 2).stays();
        given("a\nb").edit(moveLine, 1, 1).stays();
    }

    void replacesTheDirectiveOnly()
    {
        given("  restrict-6: 1   # loopback\r\n")
            .edit(replaceDirective, 1, "restrict ::1")
            .becomes("  restrict ::1   # loopback\r\n");
        given("# server a.example iburst # x\n")
            .edit(replaceDirective, 1, "server b.example")
            .becomes("# server b.example # x\n");
        given("server a\n").edit(replaceDirective, 1, "server a").stays();
    }

    void setsOptions()
    {
        given("server a.example iburst  # near\n")
            .edit(setOption, 1, "minpoll", "6")
            .becomes("server a.example iburst minpoll 6  # near\n");
        given("server a\tminpoll  4  iburst\n")
            .edit(setOption, 1, "minpoll", "6")
            .becomes("server a\tminpoll  6  iburst\n");
        given("server a minpoll 4 iburst\n").edit(setOption, 1, "minpoll", "").becomes("server a iburst\n");
        given("server a minpoll\n").edit(setOption, 1, "minpoll", "6").becomes("server a minpoll 6\n");
        given("server a minpoll 4 minpoll 5\n")
            .edit(setOption, 1, "minpoll", "6")
            .becomes("server a minpoll 4 minpoll 6\n");
        given("server -6 minpoll # odd name\n")
            .edit(setOption, 1, "minpoll", "6")
            .becomes("server -6 minpoll minpoll 6 # odd name\n");
        given("restrict 10.0.0.0 nomodify\n")
            .edit(setOption, 1, "mask", "255.0.0.0")
            .edit(setOption, 1, "ippeerlimit", "3")
            .becomes("restrict 10.0.0.0 mask 255.0.0.0 ippeerlimit 3 nomodify\n");
        given("fudge 127.127.1.0 stratum 10\n")
            .edit(setOption, 1, "stratum", "7")
            .becomes("fudge 127.127.1.0 stratum 7\n");
        given("tos minsane 1\n").edit(setOption, 1, "orphan", "5").becomes("tos minsane 1 orphan 5\n");
        given("refclock local stratum 5\n")
            .edit(setOption, 1, "unit", "1")
            .becomes("refclock local unit 1 stratum 5\n");
        given("filegen loopstats type day\n")
            .edit(setOption, 1, "file", "my stats")
            .becomes("filegen loopstats type day file \"my stats\"\n");
        given("# prose\n\n").edit(setOption, 1, "minpoll", "6").edit(setOption, 2, "minpoll", "6").stays();
        given("#server a.example\n").edit(setOption, 1, "key", "5").becomes("#server a.example key 5\n");
    }

    void addsAndRemovesFlags()
    {
        given("restrict default nomodify,notrap # x\n")
            .edit(addFlag, 1, "noquery")
            .becomes("restrict default nomodify noquery,notrap # x\n");
        given("server controller  iburst////\xe5\xb0\x86\n")
            .edit(addFlag, 1, "iburst")
            .becomes("server controller iburst  iburst////\xe5\xb0\x86\n");
        given("server a iburst\n").edit(addFlag, 1, "iburst").stays();
        given("server a iburst  prefer iburst # x")
            .edit(removeOption, 1, "iburst")
            .becomes("server a  prefer # x");
        given("restrict default serverresponse fuzz kod\n")
            .edit(removeOption, 1, "serverresponse")
            .becomes("restrict default kod\n");
        given("disable monitor auth\n").edit(removeOption, 1, "monitor").becomes("disable auth\n");
        given("restrict default bogus kod\n")
            .edit(removeOption, 1, "kod")
            .becomes("restrict default bogus\n");
    }

    void findsTheSmallestDifference()
    {
        const auto apart = [](const char *before, const char *after) { return difference(before, after); };
        QCOMPARE(apart("abcd", "abXd"), (Edits{{{2, 1}, "X"}}));
        QCOMPARE(apart("abab", "ab"), (Edits{{{2, 2}, ""}}));
        QCOMPARE(apart("", "x"), (Edits{{{0, 0}, "x"}}));
        QCOMPARE(apart("x", "x"), Edits{});
        // Two characters that share their first or last bytes are replaced whole.
        QCOMPARE(apart("\xe4\xb8\xad", "\xe4\xb8\xae"), (Edits{{{0, 3}, "\xe4\xb8\xae"}}));
        QCOMPARE(apart("\xe4\xb8\xad", "\xe5\xb8\xad"), (Edits{{{0, 3}, "\xe5\xb8\xad"}}));
    }

    void quotesWhatNeedsIt()
    {
        QCOMPARE(quoted("/var/lib/ntp"), "/var/lib/ntp");
        QCOMPARE(quoted("a b"), "\"a b\"");
        QCOMPARE(quoted("a#b"), "\"a#b\"");
        QCOMPARE(quoted("a,b"), "\"a,b\"");
        QCOMPARE(quoted("a\"b"), "ab");
        QCOMPARE(quoted(""), "\"\"");
    }

    void takesRandomEditsBack()
    {
        constexpr std::uint64_t Seed = 4711;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        auto samples = test::recipes();
        samples.push_back({"empty", ""});
        samples.push_back({"bare", "server a\r\nrestrict default\r\n\r\nkeys /k"});
        for (const test::Sample &sample : samples) {
            Document document(sample.bytes);
            std::vector<std::pair<std::string, std::vector<Edit>>> steps;
            for (int step = 0; step < 200; ++step) {
                const std::string before = document.bytes();
                steps.emplace_back(before, document.apply(randomEdit(random, document)));
            }
            for (; !steps.empty(); steps.pop_back()) {
                document.apply(steps.back().second);
                QVERIFY2(document.bytes() == steps.back().first, sample.name.c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(EditsTest)
#include "tst_edits.moc"
