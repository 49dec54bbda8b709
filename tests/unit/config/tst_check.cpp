// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mistakerows.h"

#include "core/base/random.h"
#include "core/config/check.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <set>

using namespace noonmark;
using namespace noonmark::config;

namespace {

constexpr Dialect EveryDialect[] = {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};

const std::string Data = NOONMARK_TEST_DATA;

std::string readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

QString shown(const std::vector<std::string> &lines)
{
    QString text;
    for (const std::string &line : lines)
        text += QString::fromStdString(line) + u'\n';
    return text;
}

// A machine without the two files that the recipes mention.
Surroundings machineWithoutKeys()
{
    return {[](const std::string &path) { return path != "/etc/ntp/keys" && path != "/etc/ntp/crypto/pw"; }, {}};
}

// Everything a caller may rely on, for any bytes at all.
QString brokenPromise(const std::string &bytes, Dialect dialect)
{
    const Document document(bytes);
    std::size_t last = 0;
    for (const Diagnostic &finding : check(document, dialect)) {
        if (finding.range.end() > bytes.size())
            return QStringLiteral("a range beyond the end");
        if (finding.range.offset < last)
            return QStringLiteral("not in file order");
        last = finding.range.offset;
        if (std::find(finding.dialects.begin(), finding.dialects.end(), dialect) == finding.dialects.end())
            return QStringLiteral("a finding that does not hold for its dialect");
        for (const Fix &fix : finding.fixes) {
            Document mended = document;
            const std::vector<Edit> back = mended.apply(fix.edits);
            mended.apply(back);
            if (fix.edits.empty() || !(mended == document))
                return QStringLiteral("a fix that does nothing, or cannot be undone: ") +
                       QLatin1String(findingId(finding.finding));
        }
    }
    return {};
}

std::string mutated(std::string bytes, Random &random)
{
    static const std::string Pieces[] = {
        "//",  "#",  "\"", "\\\n", "restrict ", " mask ", "::",  "\xEF\xBC\x83",       "{{",
        "-6 ", "\r", ",",  ";",    "127.",      "/24",    "kod", std::string(1, '\0'), "\n",
        "\xFF"};
    for (int i = 0; i < 6 && !bytes.empty(); ++i) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(bytes.size()));
        if (random.below(3) == 0)
            bytes.erase(at, 1 + random.below(8));
        else
            bytes.insert(at, Pieces[random.below(static_cast<std::uint32_t>(std::size(Pieces)))]);
    }
    return bytes;
}

} // namespace

class CheckTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheMistake_data()
    {
        QTest::addColumn<int>("index");
        m_rows = readMistakeRows(Data + "/mistakes/mistakes.txt");
        QVERIFY(m_rows.size() > 100);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            QTest::newRow(m_rows[i].name.c_str()) << static_cast<int>(i);
    }

    void findsTheMistake()
    {
        QFETCH(int, index);
        const MistakeRow &row = m_rows[static_cast<std::size_t>(index)];
        const std::string file = fileOf(row);
        const Document document(file);
        QCOMPARE(shown(listed(document, check(document, row.dialect))), shown(row.findings));
        QCOMPARE(shown(listed(document, check(document, row.dialect, {}, Sharing::Untold))), shown(row.findings));
        if (!row.fixed.empty())
            QCOMPARE(shown(firstLines(afterFirstFix(file, row.dialect), row.fixed.size())), shown(row.fixed));
        if (!row.mended.empty())
            QCOMPARE(shown(firstLines(afterAllFixes(file, row.dialect), row.mended.size())),
                     shown(row.mended));
        QCOMPARE(brokenPromise(file, row.dialect), QString());
    }

    // A mistake that can be mended is gone when the fixes have been applied one after the other.
    void mendsWhatItFinds()
    {
        static const std::set<Finding> WithoutRemedy = {Finding::TemplateMarkup, Finding::MaskOnName,
                                                        Finding::NotANumber, Finding::TokenTooLong, Finding::NoSource};
        for (const MistakeRow &row : readMistakeRows(Data + "/mistakes/mistakes.txt")) {
            const Document mended(afterAllFixes(fileOf(row), row.dialect));
            for (const Diagnostic &left : check(mended, row.dialect)) {
                const bool known = left.severity == Severity::Info || WithoutRemedy.contains(left.finding);
                QVERIFY2(known,
                         qPrintable(QString::fromStdString(row.name + " leaves " + findingId(left.finding))));
            }
        }
    }

    void tellsWhatIsWrongWithEachRecipe_data() { addRecipes(); }

    void tellsWhatIsWrongWithEachRecipe()
    {
        QFETCH(int, index);
        const MistakeRow &row = m_rows[static_cast<std::size_t>(index)];
        const Document document(readFile(QString::fromStdString(Data + "/recipes/" + row.name)));
        QCOMPARE(shown(listed(document, check(document, row.dialect, machineWithoutKeys()))),
                 shown(row.findings));
    }

    void mendsEveryRecipe()
    {
        const QDir recipes(QString::fromStdString(Data + "/recipes"));
        for (const QString &name : recipes.entryList({QStringLiteral("*.conf")})) {
            const Document mended(afterAllFixes(readFile(recipes.filePath(name)), Dialect::Ntpd));
            for (const Diagnostic &left : check(mended, Dialect::Ntpd))
                QVERIFY2(left.severity == Severity::Info,
                         qPrintable(name + QLatin1String(": ") + QLatin1String(findingId(left.finding))));
        }
    }

    void namesWhatItFound()
    {
        const Document document("server a.example ibrust\n");
        const auto findings = check(document, Dialect::Ntpd);
        const auto typing = std::find_if(findings.begin(), findings.end(), [](const Diagnostic &d) {
            return d.finding == Finding::UnknownWord;
        });
        QVERIFY(typing != findings.end());
        QCOMPARE(typing->arguments, (std::vector<std::string>{"ibrust", "iburst", "server"}));
        QCOMPARE(document.text(typing->range), std::string_view("ibrust"));
        QCOMPARE(typing->fixes.front().kind, FixKind::ReplaceWord);
    }

    void saysForWhichDialectsAFindingHolds()
    {
        const Document document("restrict 10.0.0.0/8 nopeer\nrestrict default bogus\n");
        std::map<Finding, std::vector<Dialect>> dialects;
        for (const Dialect dialect : EveryDialect) {
            for (const Diagnostic &finding : check(document, dialect))
                dialects[finding.finding] = finding.dialects;
        }
        QCOMPARE(dialects[Finding::PrefixNotUnderstood], std::vector<Dialect>{Dialect::Ntpd});
        QCOMPARE(dialects[Finding::FlagWithoutEffect], std::vector<Dialect>{Dialect::Ntpsec});
        QCOMPARE(dialects[Finding::UnknownWord],
                 (std::vector<Dialect>{Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark}));
    }

    void saysThatLeapSecondsHaveExpired()
    {
        Surroundings machine;
        machine.leapFileExpired = [](const std::string &path) { return path == "/old"; };
        const auto expired = [&](const char *file) {
            const auto found = check(Document(file), Dialect::Ntpd, machine);
            return std::ranges::any_of(found, [](const Diagnostic &diagnostic) {
                return diagnostic.finding == Finding::LeapFileExpired && diagnostic.arguments.front() == "/old";
            });
        };
        QVERIFY(expired("leapfile /old\n"));
        QVERIFY(!expired("leapfile /new\n"));
        QVERIFY(!expired("leapfile /old\nleapfile /new\n")); // only the last one counts
    }

    void asksForFilesOnlyWhereItMay()
    {
        const Document document("leapfile /nowhere/leap\nstatsdir /nowhere/\ndriftfile /nowhere/drift\n");
        const auto missing = [&](const Surroundings &around) {
            std::vector<std::string> found;
            for (const Diagnostic &finding : check(document, Dialect::Ntpd, around)) {
                if (finding.finding == Finding::FileMissing || finding.finding == Finding::DirectoryMissing)
                    found.push_back(finding.arguments.front());
            }
            return found;
        };
        QVERIFY(missing({}).empty());
        QCOMPARE(missing({[](const std::string &) { return false; }, {}}),
                 (std::vector<std::string>{"/nowhere/leap", "/nowhere/", "/nowhere"}));
    }

    void guessesTheDialectFromItsWords()
    {
        const auto guess = [](const char *text) { return guessDialect(Document(text)); };
        QCOMPARE(guess("server a.example iburst\n"), Dialect::Ntpd);
        QCOMPARE(guess("refclock shm unit 0\n"), Dialect::Ntpsec);
        QCOMPARE(guess("server a.example nts\n"), Dialect::Ntpsec);
        QCOMPARE(guess("restrict 10.0.0.0/8 nomodify\n"), Dialect::Ntpsec);
        QCOMPARE(guess("discard minimum 1\n"), Dialect::Ntpd);
        QCOMPARE(guess("broadcastclient\n"), Dialect::Ntpd);
        QCOMPARE(guess("restrict ::1//loopback\n"), Dialect::Ntpd);
    }

    void givesEveryFindingAnIdOfItsOwn()
    {
        std::set<std::string> ids;
        for (int i = 0; i < static_cast<int>(Finding::Last_); ++i)
            ids.insert(findingId(static_cast<Finding>(i)));
        QCOMPARE(ids.size(), static_cast<std::size_t>(Finding::Last_));
        QCOMPARE(std::string(findingId(Finding::KodWithoutLimited)), std::string("kod-without-limited"));
    }

    void keepsItsPromisesForBrokenFiles()
    {
        constexpr std::uint64_t Seed = 20261120;
        qInfo("seed %llu", static_cast<unsigned long long>(Seed));
        Random random = Random::fromNumber(Seed);
        const QDir recipes(QString::fromStdString(Data + "/recipes"));
        for (const QString &name : recipes.entryList({QStringLiteral("*.conf")})) {
            const std::string bytes = readFile(recipes.filePath(name));
            for (int i = 0; i < 40; ++i) {
                const std::string broken = mutated(bytes, random);
                QCOMPARE(brokenPromise(broken, EveryDialect[random.below(3)]), QString());
            }
        }
    }

    void keepsItsPromisesForFilesAsFound()
    {
        const QDir real(QStringLiteral(NOONMARK_SHARED "/corpus/real"));
        if (!real.exists())
            QSKIP("the shared corpus is not here");
        for (const QString &name : real.entryList({QStringLiteral("*.conf")})) {
            for (const Dialect dialect : EveryDialect)
                QCOMPARE(brokenPromise(readFile(real.filePath(name)), dialect), QString());
        }
    }

private:
    void addRecipes()
    {
        QTest::addColumn<int>("index");
        m_rows = readMistakeRows(Data + "/mistakes/recipes.txt");
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            QTest::newRow(m_rows[i].name.c_str()) << static_cast<int>(i);
        const QDir recipes(QString::fromStdString(Data + "/recipes"));
        QCOMPARE(static_cast<qsizetype>(m_rows.size()), recipes.entryList({QStringLiteral("*.conf")}).size());
    }

    std::vector<MistakeRow> m_rows;
};

QTEST_APPLESS_MAIN(CheckTest)
#include "tst_check.moc"
