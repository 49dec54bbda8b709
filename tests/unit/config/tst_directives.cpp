// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directives.h"
#include "core/config/document.h"
#include "core/config/keywords.h"
#include "tests/unit/config/corpus.h"

#include <set>

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

class DirectivesTest : public QObject
{
    Q_OBJECT

private slots:
    void namesEachDirectiveOnce()
    {
        std::set<std::string_view> names;
        for (const DirectiveSpec &spec : directives()) {
            QVERIFY2(names.insert(spec.name).second, spec.name.data());
            QCOMPARE(findDirective(spec.name), &spec);
        }
        QVERIFY(names.size() > 70);
        QVERIFY(!findDirective("Server"));
        QVERIFY(!findDirective(""));
    }

    void agreesWithTheScannersKeywords()
    {
        for (const DirectiveSpec &spec : directives()) {
            if (spec.group == DirectiveGroup::Removed)
                continue;
            const Keyword *keyword = findKeyword(spec.name);
            const std::string name(spec.name);
            // interface and nic are two spellings; the scanner knows both.
            QVERIFY2(keyword, name.c_str());
            QVERIFY2(keyword->dialects.ntpd == spec.dialects.ntpd &&
                         keyword->dialects.ntpsec == spec.dialects.ntpsec,
                     name.c_str());
            QVERIFY2(spec.nextIsString == (keyword->follow == Follow::String), name.c_str());
            QVERIFY2(spec.restIsString == (keyword->follow == Follow::Strings), name.c_str());
        }
    }

    void hasKeywordsForItsOptions()
    {
        // The manual has it, ntpsec's grammar has it, but its keyword table does not.
        for (const DirectiveSpec &spec : directives()) {
            for (const OptionSpec &option : spec.options) {
                const std::string name = std::string(spec.name) + ' ' + std::string(option.name);
                QVERIFY2(!option.dialects.ntpd || isKeyword(option.name, Dialect::Ntpd), name.c_str());
                QVERIFY2(!option.dialects.ntpsec || isKeyword(option.name, Dialect::Ntpsec), name.c_str());
            }
        }
    }

    void knowsTheDialectOfAWord()
    {
        QVERIFY(isKeyword("ntp", Dialect::Ntpd) && isKeyword("ntp", Dialect::Ntpsec));
        QVERIFY(isKeyword("discard", Dialect::Noonmark) && !isKeyword("discard", Dialect::Ntpsec));
        QVERIFY(isKeyword("refclock", Dialect::Ntpsec) && !isKeyword("refclock", Dialect::Ntpd));
        QVERIFY(!isKeyword("netmask", Dialect::Ntpd));
        const DirectiveSpec &server = *findDirective("server");
        QCOMPARE(findOption(server, "minpoll", Dialect::Ntpd)->lowest, 3.0);
        QCOMPARE(findOption(server, "minpoll", Dialect::Ntpsec)->lowest, 0.0);
        QVERIFY(!findOption(server, "nts", Dialect::Ntpd));
        QVERIFY(!findOption(server, "bogus"));
    }

    void guessesWhatWasMeant_data()
    {
        QTest::addColumn<QString>("directive");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *word, const char *directive, const char *meant) {
            QTest::newRow(word) << QString::fromUtf8(directive) << QString::fromUtf8(meant);
        };
        row("Restrict", "", "restrict");
        row("restrict-6", "", "restrict");
        row("sever", "", "server");
        row("drfitfile", "", "driftfile");
        row("systemctl", "", "");
        row("x", "", "");
        row("nomodfiy", "restrict", "nomodify");
        row("nomodiy", "restrict", "nomodify");
        row("nomidify", "restrict", "nomodify");
        row("NoQuery", "restrict", "noquery");
        row("netmask", "restrict", "mask");
        row("defualt", "restrict", "default");
        row("perfer", "server", "prefer");
        row("ibrust", "server", "iburst");
        row("completely", "server", "");
    }
    void guessesWhatWasMeant()
    {
        QFETCH(QString, directive);
        const std::string word = QTest::currentDataTag();
        const DirectiveSpec *spec = findDirective(directive.toStdString());
        const std::string_view meant = spec ? nearestOption(*spec, word) : nearestDirective(word);
        QTEST(QString::fromUtf8(meant.data(), static_cast<qsizetype>(meant.size())), "meant");
    }

    void knowsTheWordsOfTheRecipes()
    {
        const std::set<std::string> broken{"Restrict", "Restrict-6", "Restrict-6:", "Server"};
        for (const test::Sample &sample : test::recipes()) {
            const Document document(sample.bytes);
            for (const Line &line : document.lines()) {
                const std::string word(line.keyword());
                QVERIFY2(line.kind != LineKind::Unknown || broken.contains(word),
                         (sample.name + ": " + word).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(DirectivesTest)
#include "tst_directives.moc"
