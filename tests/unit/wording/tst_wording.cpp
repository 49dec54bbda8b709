// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directives.h"
#include "core/protocol/refid.h"
#include "core/wording/language.h"
#include "core/wording/wording.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace noonmark;

namespace {

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

// Says everything of one kind in both languages.
template <typename Say> void inBothLanguages(const QByteArray &what, Say say)
{
    wording::Language language;
    language.apply(u"en"_s);
    const QString english = say();
    language.apply(u"zh_CN"_s);
    const QString chinese = say();
    const auto problem = [&](const char *text) -> QByteArray {
        return what + ": " + text + ": " + english.toUtf8() + " / " + chinese.toUtf8();
    };
    QVERIFY2(!english.isEmpty(), problem("nothing is said").constData());
    QVERIFY2(!isChinese(english), problem("English has Chinese in it").constData());
    QVERIFY2(isChinese(chinese), problem("Chinese has none in it").constData());
    static const QRegularExpression place(u"%[1-9n]"_s);
    QVERIFY2(!english.contains(place) && !chinese.contains(place),
             problem("a place is left open").constData());
    QVERIFY2(!english.contains(u'<') && !chinese.contains(u'<'), problem("there is markup").constData());
}

template <typename Enum> QByteArray tag(const char *type, int value)
{
    return QByteArray(type) + ' ' + QByteArray::number(value);
}

// Every value from 0 to `last`; a value behind it is caught by -Wswitch in wording/.
template <typename Enum, typename Say> void forAll(const char *type, Enum last, Say say)
{
    for (int i = 0; i <= static_cast<int>(last); ++i)
        inBothLanguages(tag<Enum>(type, i), [&] { return say(static_cast<Enum>(i)); });
}

config::Diagnostic diagnosticOf(config::Finding finding, std::vector<std::string> arguments)
{
    config::Diagnostic diagnostic;
    diagnostic.finding = finding;
    diagnostic.arguments = std::move(arguments);
    return diagnostic;
}

} // namespace

class TestWording : public QObject
{
    Q_OBJECT

private slots:
    void everyFindingHasASentence()
    {
        wording::Language language;
        language.apply(u"en"_s);
        const QString nothing = wording::sentence(diagnosticOf(config::Finding::Last_, {}));
        const auto last = static_cast<config::Finding>(static_cast<int>(config::Finding::Last_) - 1);
        for (const std::vector<std::string> &arguments : {std::vector<std::string>{"flake", "b2", "c3", "d4"},
                                                          std::vector<std::string>{"flake", "", "", ""}}) {
            forAll("Finding", last, [&](config::Finding finding) {
                return wording::sentence(diagnosticOf(finding, arguments));
            });
            language.apply(u"zh_CN"_s);
            language.apply(u"en"_s);
            for (int i = 0; i <= static_cast<int>(last); ++i)
                QVERIFY2(wording::sentence(diagnosticOf(static_cast<config::Finding>(i), arguments)) !=
                             nothing,
                         config::findingId(static_cast<config::Finding>(i)));
        }
    }

    void anEmptySecondArgumentIsNotMentioned()
    {
        wording::Language language;
        language.apply(u"en"_s);
        const auto sentence = [](std::vector<std::string> arguments) {
            return wording::sentence(diagnosticOf(config::Finding::UnknownDirective, std::move(arguments)));
        };
        QVERIFY(sentence({"sever", "server"}).contains(u"did you mean \"server\"?"_s));
        QVERIFY(!sentence({"sever", ""}).contains(u"did you mean"_s));
        QVERIFY(!sentence({"sever"}).contains(u"did you mean"_s));
    }

    void aDangerousFlagComesWithItsHarm()
    {
        wording::Language language;
        language.apply(u"en"_s);
        QVERIFY(wording::sentence(diagnosticOf(config::Finding::DangerousFlag, {"flake"}))
                    .contains(u"one packet in ten"_s));
    }

    void textFromTheFileStaysPlain()
    {
        const QString sentence =
            wording::sentence(diagnosticOf(config::Finding::UnknownDirective, {"\x1b[31mred"}));
        QVERIFY(!sentence.contains(QChar(0x1b)));
    }

    void severalLinesOfARemedyStandInOne()
    {
        wording::Language language;
        language.apply(u"en"_s);
        QCOMPARE(wording::label({config::FixKind::AddLines, {"restrict 127.0.0.1\nrestrict ::1"}, {}}),
                 u"Add \"restrict 127.0.0.1 ⏎ restrict ::1\""_s);
    }

    void aDefaultRuleSpeaksOfTheProtocol()
    {
        wording::Language language;
        language.apply(u"en"_s);
        QVERIFY(wording::sentence(diagnosticOf(config::Finding::OnlyOneFamily, {"-4"}))
                    .contains(u"holds for IPv4 only"_s));
    }

    void everyFixHasALabel()
    {
        forAll("FixKind", config::FixKind::EnableLine, [](config::FixKind kind) {
            return wording::label({kind, {"a1", "b2"}, {}});
        });
    }

    void everyFailureHasASentence()
    {
        forAll("Failure", Failure::System, [](Failure failure) {
            return wording::sentence(Error{failure, {"a1"}});
        });
        forAll("Failure", Failure::System, [](Failure failure) {
            return wording::sentence(Error{failure, {"a1", "b2"}});
        });
    }

    void everyReasonHasASentence()
    {
        forAll("Reason", monitor::Reason::StillMeasuring, [](monitor::Reason reason) {
            return wording::sentence(monitor::ReasonValue{reason, 1.5});
        });
    }

    void everyVerdictHasItsWords()
    {
        forAll("VerdictState", monitor::VerdictState::NoTarget, [](monitor::VerdictState state) {
            monitor::Verdict verdict;
            verdict.state = state;
            verdict.reasons = {{monitor::Reason::StillMeasuring, 0}};
            return QString(wording::headline(verdict, {}) + wording::details(verdict) +
                           wording::shortVerdict(verdict, {}));
        });
    }

    void theVerdictNeverCallsTheOwnClockSynchronised()
    {
        for (const QString &code : wording::Language::available()) {
            wording::Language language;
            language.apply(code);
            monitor::Verdict verdict;
            verdict.state = monitor::VerdictState::OwnClock;
            engine::Event followed; // it happens for the local clock as well
            followed.kind = engine::EventKind::ClockSync;
            engine::Event orphaned = followed;
            orphaned.value = 7;
            QVERIFY(wording::sentence(orphaned).contains(u'7') && wording::sentence(orphaned) != wording::sentence(followed));
            const QString all =
                wording::headline(verdict, {}) + wording::shortVerdict(verdict, {}) +
                wording::sentence(followed) + wording::sentence(orphaned) +
                wording::sentence(monitor::ReasonValue{monitor::Reason::RunsOnLocalClock, 11});
            QVERIFY2(!all.contains(u"sync"_s, Qt::CaseInsensitive) && !all.contains(u"同步"_s),
                     qPrintable(all));
        }
    }

    void theHeadlineNamesThePeer()
    {
        wording::Language language;
        language.apply(u"en"_s);
        monitor::Verdict verdict;
        verdict.state = monitor::VerdictState::InSync;
        verdict.stratum = 3;
        verdict.peerName = "ntp1.example";
        verdict.peer = {IpAddress::v4(0xc000020a), 123};
        QCOMPARE(wording::headline(verdict, {}), u"In sync with ntp1.example (192.0.2.10), stratum 3"_s);
        verdict.peerName = "192.0.2.10";
        QCOMPARE(wording::headline(verdict, {}), u"In sync with 192.0.2.10, stratum 3"_s);
    }

    void everyEventHasASentence()
    {
        forAll("EventKind", engine::EventKind::ClockContested, [](engine::EventKind kind) {
            engine::Event event;
            event.kind = kind;
            event.source = "ntp1.example";
            event.value = -0.2;
            return wording::sentence(event);
        });
    }

    void whatALineDoesIsSaidAsItIs()
    {
        wording::Language language;
        language.apply(u"en"_s);
        engine::Event event;
        event.kind = engine::EventKind::Mobilised;
        event.source = "10.9.0.255";
        event.role = engine::SourceKind::Broadcast;
        QCOMPARE(wording::sentence(event), u"Time is broadcast to 10.9.0.255 from now on."_s);
        event.role = engine::SourceKind::ManycastClient;
        QCOMPARE(wording::sentence(event), u"Servers are sought at 10.9.0.255 from now on."_s);
        event.kind = engine::EventKind::KeyUntrusted;
        event.value = 2;
        QVERIFY(wording::sentence(event).contains(u"trustedkey 2"_s));
        for (const auto kind : {engine::EventKind::Mobilised, engine::EventKind::Demobilised})
            forAll("SourceKind", engine::SourceKind::ManycastClient, [kind](engine::SourceKind role) {
                engine::Event one;
                one.kind = kind;
                one.source = "x";
                one.role = role;
                return wording::sentence(one);
            });
    }

    void theKernelsWordsAreTranslated()
    {
        for (const int number : {EACCES, ENOENT, ENOSPC, EROFS, EISDIR, EADDRINUSE, ECONNREFUSED, ENETUNREACH, EHOSTUNREACH,
                                 EMFILE, EPERM, EIO})
            forAll("errno", Failure::Malformed, [number](Failure) {
                return wording::sentence(Error{Failure::FileUnreadable, {"/x", std::strerror(number)}});
            });
        wording::Language language;
        language.apply(u"zh_CN"_s);
        const Error rare{Failure::System, {"x", "Level 2 halted"}};
        QVERIFY(wording::sentence(rare).contains(u"Level 2 halted"_s)); // as it came
        QVERIFY(!wording::sentence(Error{Failure::System, {"bind", "Permission denied"}}).contains(u"denied"_s));
    }

    void whatIsKnownOfTheClockHasItsUncertainty()
    {
        QCOMPARE(wording::frequency(12.3456, 0.0123, QLocale::c()), u"+12.346 ± 0.012\u00a0ppm"_s);
        QCOMPARE(wording::frequency(1, 1e-6, QLocale::c()), u"+1.000 ± 0.001\u00a0ppm"_s); // never ± 0
        QCOMPARE(wording::frequency(0, 100, QLocale::c()),
                 u"+0.000 ± 100\u00a0ppm"_s); // two figures are enough
        QCOMPARE(wording::frequency(0, 0.123, QLocale::c()), u"+0.000 ± 0.12\u00a0ppm"_s);
        QCOMPARE(wording::frequency(0, 2.34, QLocale::c()), u"+0.000 ± 2.3\u00a0ppm"_s);
        QCOMPARE(wording::frequency(1, 0, QLocale::c()), wording::frequency(1, QLocale::c()));
        engine::SystemSnapshot system;
        QVERIFY(wording::certainty(system).isEmpty()); // ntpd does not tell
        system.uncertainty = 1e-5;
        system.frequencyUncertainty = 0.02;
        system.expectedError = 2e-5;
        QVERIFY(wording::certainty(system).contains(u"±20.0\u00a0µs"_s));
    }

    void everyTallyHasNameSignAndExplanation()
    {
        forAll("Tally", engine::Tally::PpsPeer, [](engine::Tally tally) { return wording::name(tally); });
        forAll("Tally", engine::Tally::PpsPeer,
               [](engine::Tally tally) { return wording::explanation(tally); });
        QString signs;
        for (int i = 0; i <= static_cast<int>(engine::Tally::PpsPeer); ++i)
            signs += wording::tallySign(static_cast<engine::Tally>(i));
        QCOMPARE(signs, u" x.-+#*o"_s);
    }

    void everyTroubleHasAName()
    {
        forAll("SourceTrouble", monitor::SourceTrouble::LocalClockWaits,
               [](monitor::SourceTrouble trouble) { return wording::name(trouble); });
    }

    void everyModeIsExplained()
    {
        forAll("SourceMode", config::SourceMode::Sourceless,
               [](config::SourceMode mode) { return wording::name(mode); });
        forAll("SourceMode", config::SourceMode::Sourceless,
               [](config::SourceMode mode) { return wording::explanation(mode); });
        forAll("Severity", config::Severity::Error,
               [](config::Severity severity) { return wording::name(severity); });
    }

    void everyFlagIsExplained()
    {
        for (std::uint32_t flag = 1; flag <= AccessFlag::ServerResponseFuzz; flag <<= 1)
            inBothLanguages("flag " + QByteArray::number(flag),
                            [&] { return wording::explanationOfFlag(flag); });
    }

    void everyDirectiveIsExplained()
    {
        for (const auto &directive : config::directives()) {
            const QByteArray name(directive.name.data(), static_cast<qsizetype>(directive.name.size()));
            inBothLanguages(name, [&] { return wording::explanationOfDirective(directive.name); });
            for (const auto &option : directive.options) {
                const QByteArray optionName(option.name.data(), static_cast<qsizetype>(option.name.size()));
                inBothLanguages(name + ' ' + optionName,
                                [&] { return wording::explanationOfOption(directive.name, option.name); });
            }
        }
        QVERIFY(wording::explanationOfDirective("no-such-word").isEmpty());
    }

    void everyColumnIsExplained()
    {
        for (const char *column :
             {"remote", "refid", "st", "t", "when", "poll", "reach", "delay", "offset", "jitter", "why",
              "associd", "rootdelay", "rootdisp", "frequency", "sys_jitter", "clk_jitter", "clk_wander",
              "dispersion", "rootdist", "auth", "dstadr", "leap", "keyid", "flash", "unreach", "sent",
              "received", "bogusorg", "badauth", "kiss", "prefer", "filtoffset", "filtdelay", "filtdisp"}) {
            inBothLanguages(column, [&] { return wording::columnHead(column); });
            inBothLanguages(column, [&] { return wording::explanationOfColumn(column); });
        }
    }

    void everyVariableOfAClockIsExplained()
    {
        for (const char *variable : {"srchost", "org", "ttl", "mode", "ntscookies"})
            inBothLanguages(variable, [&] { return wording::explanationOfColumn(variable); });
        for (const char *variable : {"type", "name", "device", "timecode", "poll", "noreply", "badformat",
                                     "baddata", "fudgetime1", "fudgetime2", "stratum", "refid", "flags"}) {
            const std::string name = std::string("clock.") + variable;
            inBothLanguages(variable, [&] { return wording::explanationOfColumn(name); });
        }
    }

    void anAnswerSaysWhatAndWhy()
    {
        wording::Language language;
        language.apply(u"en"_s);
        config::AccessAnswer answer;
        answer.mayQuery = false;
        answer.range = AddressMask::prefix(IpAddress::v4(0xc0a85400), 24);
        answer.lines = {6};
        const QStringList sentences = wording::sentences(answer);
        QCOMPARE(sentences.front(), u"It gets time."_s);
        QVERIFY(sentences.contains(u"It may not query the state of this daemon (ntpq)."_s));
        QCOMPARE(sentences.back(), u"Line 6 decides, the rule for 192.168.84.0/24."_s);
    }

    void aSourceSaysWhyItIsNotUsed()
    {
        wording::Language language;
        language.apply(u"en"_s);
        engine::AssociationSnapshot association;
        association.tally = engine::Tally::SystemPeer;
        QCOMPARE(wording::whyNotUsed(association), u"followed now"_s);
        association.tally = engine::Tally::Falseticker;
        association.reach = 0xff;
        association.leap = 0;
        association.stratum = 2;
        association.sent = association.accepted = 8;
        association.rootDistance = 0.01;
        QCOMPARE(wording::whyNotUsed(association), u"disagrees with the majority"_s);
    }

    void everyBitOfFlashIsExplained()
    {
        for (std::uint32_t bit = 1; bit <= engine::Flash::PeerUnreachable; bit <<= 1)
            inBothLanguages("flash " + QByteArray::number(bit, 16),
                            [&] { return wording::explanationsOfFlash(bit).join(u' '); });
        QVERIFY(wording::explanationsOfFlash(0).isEmpty());
        QCOMPARE(wording::explanationsOfFlash(0x1fff).size(), 13);
    }

    void refidsAreDecoded()
    {
        engine::AssociationSnapshot association;
        const auto refid = [&](std::uint8_t stratum, std::uint32_t value, const char *remote) {
            association.stratum = stratum;
            association.refid = value;
            association.remote.address = IpAddress::parse(remote).value_or(IpAddress());
            inBothLanguages(QByteArray::number(value, 16),
                            [&] { return wording::explanationOfRefid(association); });
            wording::Language language;
            language.apply(u"en"_s);
            return wording::explanationOfRefid(association);
        };
        QVERIFY(refid(1, protocol::refidFromText("GPS"), "192.0.2.1").contains(u"GPS"_s));
        QVERIFY(refid(1, protocol::refidFromText("XYZ"), "192.0.2.1").contains(u"XYZ"_s));
        QVERIFY(refid(16, protocol::refidFromText("INIT"), "192.0.2.1").contains(u"not answered yet"_s));
        QVERIFY(refid(0, protocol::refidFromText("RATE"), "192.0.2.1").contains(u"too often"_s));
        QVERIFY(refid(2, 0xc0000207, "192.0.2.1").contains(u"192.0.2.7"_s));
        QVERIFY(refid(2, 0xc0000207, "2001:db8::1").contains(u"hash"_s));
        QVERIFY(refid(3, 0x7f7f0100, "192.0.2.1").contains(u"clock driver"_s));
        QVERIFY(refid(3, 0x7f000001, "192.0.2.1").contains(u"orphan"_s));
        QVERIFY(refid(16, 0, "192.0.2.1").contains(u"not said"_s));
    }

    void refidsAreShownAsNtpqDoes()
    {
        engine::AssociationSnapshot association;
        association.stratum = 1;
        association.refid = protocol::refidFromText("GPS");
        QCOMPARE(wording::refid(association), u".GPS."_s);
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
