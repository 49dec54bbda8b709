// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/reading.h"

#include "tests/unit/config/verdictrows.h"

#include <QtTest>

#include <fstream>
#include <regex>
#include <set>

using namespace noonmark;
using namespace noonmark::config;

namespace {

LineReading first(const std::string &text, Dialect dialect = Dialect::Ntpd)
{
    return readings(Document(text), dialect).front();
}

// "\n" of the table, and "b'...'" of its rows of bytes.
std::optional<std::string> configOf(std::string text)
{
    if (text.starts_with("b'")) {
        if (!text.ends_with("'"))
            return std::nullopt; // the table cuts long ones short
        text = text.substr(2, text.size() - 3);
        for (std::size_t at = 0; (at = text.find("\\\\", at)) != std::string::npos; ++at)
            text.erase(at, 1);
    }
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        if (text[i] != '\\' || std::string_view("ntrx\\").find(next) == std::string_view::npos) {
            result += text[i];
        } else if (next == 'x') {
            result += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            result += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : '\\';
            ++i;
        }
    }
    return result;
}

enum class Verdict
{
    Accepted,
    Wrong,   // some line is not executed, or not all of it
    Partial, // ... but its beginning
    Fatal,
    Hang
};

Verdict verdictOf(const std::vector<LineReading> &lines)
{
    Verdict verdict = Verdict::Accepted;
    for (const LineReading &line : lines) {
        if (line.has(EffectKind::EndsDaemon) || line.has(EffectKind::EndsDaemonWithoutKeys))
            return Verdict::Fatal;
        if (line.has(EffectKind::HangsDaemon))
            return Verdict::Hang;
        // The measured ones stood where no name could be looked up.
        const bool named =
            line.has(EffectKind::NameLookedUp) && line.executed.find("localhost") == std::string::npos;
        const bool lost = named || line.extent == Extent::Nothing ||
                          (line.has(EffectKind::EndsReading) && line.executed == "end");
        if (line.extent == Extent::Prefix && !line.has(EffectKind::NameLookedUp))
            verdict = Verdict::Partial;
        else if (lost && !line.has(EffectKind::DuplicateOf) && verdict == Verdict::Accepted)
            verdict = Verdict::Wrong;
    }
    return verdict;
}

bool agrees(Verdict ours, const std::string &measured, bool severalLines)
{
    if (measured.starts_with("partial"))
        return ours == Verdict::Partial || (severalLines && ours == Verdict::Wrong);
    if (measured.starts_with("fatal"))
        return ours == Verdict::Fatal;
    if (measured == "hang")
        return ours == Verdict::Hang;
    if (measured == "rejected")
        return ours == Verdict::Wrong;
    if (measured == "syntax-error")
        return ours == Verdict::Wrong || ours == Verdict::Partial;
    return ours == Verdict::Accepted;
}

// Rows that say nothing about one line of the dialects as we know them.
bool isApart(const std::string &name, const std::string &config)
{
    // Cut short in the table; words of ntpsec 1.2.4; a path of nothing but blanks; a whole folder of files
    // that are no configuration; the simulator's language, which runs over several lines.
    return name.starts_with("long ") || config.starts_with("nts port") || config.starts_with("extra port") ||
           name == "quoted spaces" || name == "include dir" || name == "simulate";
}

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// "line 61 column 0 syntax error | ..."
std::set<int> linesWithErrors(const std::string &messages)
{
    static const std::regex Place("line ([0-9]+) column [0-9]+ syntax error");
    std::set<int> lines;
    for (std::sregex_iterator found(messages.begin(), messages.end(), Place), end; found != end; ++found)
        lines.insert(std::stoi((*found)[1]));
    return lines;
}

std::set<int> linesThatStop(const Document &document, Dialect dialect)
{
    std::set<int> lines;
    for (const LineReading &line : readings(document, dialect)) {
        if (line.has(EffectKind::StopsAtWord) || line.has(EffectKind::EndsTooSoon) ||
            line.has(EffectKind::UnknownDirective))
            lines.insert(line.line);
    }
    return lines;
}

// A line that is wrong from its first word on is told of at the place up to which all was right, and of wrong
// lines that follow each other only the first is told.
bool areTheSame(const std::set<int> &ours, const std::set<int> &theirs, const Document &document)
{
    const auto isWrongOrBlank = [&](int line) {
        return ours.contains(line) || document.lines()[static_cast<std::size_t>(line) - 1].tokens.empty();
    };
    const auto meets = [&](int line, int told) {
        int right = line - 1;
        while (right > 0 && isWrongOrBlank(right))
            --right;
        return right <= told && told <= line;
    };
    const auto isTold = [&](int line) {
        return std::ranges::any_of(theirs, [&](int told) { return meets(line, told); });
    };
    const auto isOurs = [&](int told) {
        return std::ranges::any_of(ours, [&](int line) { return meets(line, told); });
    };
    return std::ranges::all_of(ours, isTold) && std::ranges::all_of(theirs, isOurs);
}

std::string listed(const std::set<int> &lines)
{
    std::string text;
    for (const int line : lines)
        text += (text.empty() ? "" : ", ") + std::to_string(line);
    return text;
}

} // namespace

class ReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void executesTheLongestValidPrefix_data()
    {
        QTest::addColumn<int>("extent");
        QTest::addColumn<QByteArray>("executed");
        const auto row = [](const char *line, Extent extent, const char *executed) {
            QTest::newRow(line) << static_cast<int>(extent) << QByteArray(executed);
        };
        row("restrict default nomodify noquery", Extent::Whole, "restrict default nomodify noquery");
        row("restrict default nomodify,noquery", Extent::Prefix, "restrict default nomodify");
        row("restrict default nomodify，noquery", Extent::Prefix, "restrict default");
        row("restrict mask nomodify", Extent::Nothing, "");
        row("server a.example iburst,prefer", Extent::Prefix, "server a.example iburst");
        row("server a.example minpoll foo", Extent::Nothing, "");
        row("disable monitor bogus", Extent::Prefix, "disable monitor");
        row("driftfile /a /b", Extent::Prefix, "driftfile /a");
        row("driftfile", Extent::Whole, "driftfile");
        row("trustedkey 1 (3 ... 5) 9", Extent::Whole, "trustedkey 1 ( 3 ... 5 ) 9");
        row("trustedkey 1,2", Extent::Prefix, "trustedkey 1");
        row("trustedkey (3 ... x)", Extent::Nothing, "");
        row("setvar a = b default", Extent::Whole, "setvar a = b default");
        row("setvar a=b", Extent::Nothing, "");
        row("interface listen all ipv4", Extent::Prefix, "interface listen all");
        row("filegen peerstats file x type hour", Extent::Nothing, "");
        row("tos", Extent::Nothing, "");
        row("nomodify", Extent::Nothing, "");
        row("includefile /a restrict default ignore", Extent::Whole,
            "includefile /a restrict default ignore");
        row("＃restrict default ignore", Extent::Whole, "restrict default ignore");
        row("#restrict default ignore", Extent::Empty, "");
        row("，", Extent::Empty, "");
    }
    void executesTheLongestValidPrefix()
    {
        QFETCH(int, extent);
        QFETCH(QByteArray, executed);
        const LineReading reading = first(QTest::currentDataTag());
        QCOMPARE(reading.executed, executed.toStdString());
        QCOMPARE(static_cast<int>(reading.extent), extent);
    }

    void saysWhatBecomesOfValues()
    {
        using Effects = std::vector<Effect>;
        QCOMPARE(first("server 192.0.2.1 minpoll 1\n").effects,
                 (Effects{{EffectKind::ValueBecomes, {"minpoll", "1", "3"}}}));
        QVERIFY(first("server 192.0.2.1 minpoll 1\n", Dialect::Ntpsec).effects.empty());
        QCOMPARE(first("server 192.0.2.1 minpoll 9 maxpoll 7\n").effects,
                 (Effects{{EffectKind::ValueBecomes, {"minpoll", "9", "7"}}}));
        QCOMPARE(first("restrict default nopeer nomodify\n", Dialect::Ntpsec).effects,
                 (Effects{{EffectKind::VoidWord, {"nopeer"}}}));
        QCOMPARE(first("server 192.0.2.1 key 70000\n", Dialect::Ntpsec).effects,
                 (Effects{{EffectKind::LineDropped, {"key 70000"}}}));
        QVERIFY(first("server 127.0.0.7\n").has(EffectKind::AddressUnusable));
        QVERIFY(first("server 127.0.0.7\n", Dialect::Noonmark).effects.empty()); // asks it all the same
        const LineReading nts = first("server 192.0.2.1 nts iburst\n", Dialect::Noonmark);
        QCOMPARE(nts.effects, (Effects{{EffectKind::LineDropped, {"nts"}}}));
        QCOMPARE(static_cast<int>(nts.extent), static_cast<int>(Extent::Nothing));
        QVERIFY(first("server 192.0.2.1 nts iburst\n", Dialect::Ntpsec).effects.empty());
        QCOMPARE(static_cast<int>(first("server 224.0.1.1\n").extent), static_cast<int>(Extent::Nothing));
    }

    void knowsWhatEndsAndHangsTheDaemon()
    {
        QVERIFY(first("restrict default epeer\n").has(EffectKind::EndsDaemon));
        QVERIFY(!first("restrict default epeer\n", Dialect::Ntpsec).has(EffectKind::EndsDaemon));
        QVERIFY(first("filegen peerstats file a/b\n").has(EffectKind::HangsDaemon));
        QVERIFY(first("filegen peerstats file a/b\n", Dialect::Noonmark).has(EffectKind::VoidWord));
        QVERIFY(first("keys " + std::string(128, 'a') + '\n').has(EffectKind::EndsDaemon));
        QVERIFY(!first("keys " + std::string(1024, 'a') + '\n', Dialect::Ntpsec).has(EffectKind::EndsDaemon));
        QVERIFY(first("keys " + std::string(1025, 'a') + '\n', Dialect::Ntpsec).has(EffectKind::EndsDaemon));
        QVERIFY(first("tinker panic 1.0e-400\n").has(EffectKind::EndsDaemon));
        QVERIFY(!first("tinker panic 1e400\n").has(EffectKind::EndsDaemon));
    }

    void knowsWhatLaterLinesUndo()
    {
        const Document document("keys /a\ntos minclock 2 maxdist 4\nkeys /b\ntos minclock 3\nenable monitor\n"
                                "disable monitor stats\ntrustedkey 1\ntrustedkey 2\n");
        const auto ntpd = readings(document, Dialect::Ntpd);
        QCOMPARE(ntpd[0].effects, (std::vector<Effect>{{EffectKind::OverriddenBy, {"3"}}}));
        QCOMPARE(ntpd[1].effects, (std::vector<Effect>{{EffectKind::OptionOverridden, {"minclock", "4"}}}));
        QVERIFY(ntpd[2].effects.empty() && ntpd[3].effects.empty());
        QCOMPARE(ntpd[4].effects, (std::vector<Effect>{{EffectKind::OptionOverridden, {"monitor", "6"}}}));
        QCOMPARE(ntpd[6].effects, (std::vector<Effect>{{EffectKind::OverriddenBy, {"8"}}}));
        QVERIFY(readings(document, Dialect::Ntpsec)[6].effects.empty());
    }

    void knowsMergedAndRepeatedLines()
    {
        const Document document(
            "restrict 10.1.2.0 mask 255.255.255.0 nomodify\nserver 192.0.2.1\nserver 192.0.2.1\n"
            "restrict 10.1.2.9 mask 255.255.255.0 noquery\nfudge 127.127.1.0 stratum 3\n");
        const auto lines = readings(document, Dialect::Ntpd);
        QCOMPARE(lines[0].effects,
                 (std::vector<Effect>{{EffectKind::MergedWith, {"4", "nomodify noquery"}}}));
        QCOMPARE(lines[3].effects,
                 (std::vector<Effect>{{EffectKind::MergedWith, {"1", "nomodify noquery"}}}));
        QCOMPARE(lines[2].effects, (std::vector<Effect>{{EffectKind::DuplicateOf, {"2"}}}));
        QCOMPARE(lines[4].effects, (std::vector<Effect>{{EffectKind::NoSuchClock, {"127.127.1.0"}}}));
    }

    void stopsWhereTheDaemonStops()
    {
        const auto ended =
            readings(Document("server 192.0.2.1\nend\nserver 192.0.2.2\n# x\n"), Dialect::Ntpd);
        QCOMPARE(static_cast<int>(ended[2].extent), static_cast<int>(Extent::Unread));
        QCOMPARE(static_cast<int>(ended[3].extent), static_cast<int>(Extent::Empty));
        using namespace std::string_literals;
        const auto cut = readings(Document("restrict 10.1.1.1 no\0modify\nserver a\n"s), Dialect::Ntpd);
        QCOMPARE(cut[0].executed, "restrict 10.1.1.1"s);
        QVERIFY(cut[0].has(EffectKind::EndsReading));
        QCOMPARE(static_cast<int>(cut[1].extent), static_cast<int>(Extent::Unread));
    }

    void agreesWithTheMeasuredVerdicts()
    {
        const auto rows = test::verdictRows();
        if (rows.empty())
            QSKIP("the measured verdicts are not here");
        int compared = 0;
        QStringList differing;
        for (const test::Cells &cells : rows) {
            if (cells.size() < 8 || cells[0] == "corpus-dev")
                continue;
            const auto config = configOf(cells[2]);
            if (!config || isApart(cells[1], *config))
                continue;
            for (const auto &[dialect, cell] :
                 {std::pair(Dialect::Ntpsec, 3U), std::pair(Dialect::Ntpd, 7U)}) {
                const Verdict ours = verdictOf(readings(Document(*config), dialect));
                ++compared;
                if (!agrees(ours, cells[cell], config->find('\n') < config->size() - 1))
                    differing += QString::fromStdString(
                        cells[1] + (dialect == Dialect::Ntpd ? " ntpd " : " ntpsec ") + cells[2] + ": " +
                        cells[cell] + ", we: " + std::to_string(static_cast<int>(ours)));
            }
        }
        qInfo("%d measured verdicts compared", compared);
        for (const QString &one : differing)
            qWarning("%s", qPrintable(one));
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
        QVERIFY(compared > 800);
    }

    // Of each file found in public repositories, the lines at which a daemon's parser stopped.
    void stopsAtTheLinesAtWhichTheDaemonsStopped()
    {
        const auto rows = test::verdictRows();
        if (rows.empty())
            QSKIP("the measured verdicts are not here");
        int compared = 0;
        QStringList differing;
        for (const test::Cells &cells : rows) {
            if (cells.size() < 9 || cells[0] != "corpus-dev")
                continue;
            const Document document(bytesOf(NOONMARK_SHARED "/corpus/real/" + cells[1]));
            for (const auto &[dialect, cell] :
                 {std::pair(Dialect::Ntpsec, 5U), std::pair(Dialect::Ntpd, 8U)}) {
                ++compared;
                const std::set<int> theirs = linesWithErrors(cells[cell]);
                std::set<int> ours = linesThatStop(document, dialect);
                // "21 syntax-error position(s)": the table cuts a long list of them short.
                const bool isCut =
                    std::atoi(cells[cell - (cell == 5U ? 2U : 1U)].c_str()) > static_cast<int>(theirs.size());
                if (isCut)
                    ours.erase(ours.upper_bound(*theirs.rbegin()), ours.end());
                if (!areTheSame(ours, theirs, document))
                    differing +=
                        QString::fromStdString(cells[1] + (dialect == Dialect::Ntpd ? " ntpd" : " ntpsec") +
                                               ": " + cells[cell] + "; we: " + listed(ours));
            }
        }
        qInfo("%d measured files compared", compared);
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
        QVERIFY(compared >= 200);
    }
};

QTEST_APPLESS_MAIN(ReadingTest)
#include "tst_reading.moc"
