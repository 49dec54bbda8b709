// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/check.h"
#include "core/config/effective.h"
#include "core/config/statement.h"

#include "tests/unit/config/verdictrows.h"

#include <algorithm>

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

// What ntpsec 1.2.2 and ntpd 4.2.8p18 really put into their access lists, measured line by line, against our
// reading.
namespace {

using Entries = test::Cells;
using test::split;

std::string unescaped(std::string text)
{
    for (const auto &[from, to] : {std::pair("\\n", "\n"), std::pair("\\t", "\t"), std::pair("\\r", "\r")}) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at)
            text.replace(at, 2, to);
    }
    return text;
}

std::string entry(const AddressMask &range, bool ntpPort, Entries flags)
{
    std::sort(flags.begin(), flags.end());
    std::string text = range.toString() + (ntpPort ? " ntpport" : "");
    for (const std::string &flag : flags)
        text += ' ' + flag;
    return text;
}

std::string ourName(const std::string &flag)
{ // The daemon's debug output abbreviates.
    constexpr std::array Names = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"dontserve", "noserve"}, {"lptrap", "lowpriotrap"}, {"srvrspfuz", "serverresponse"}});
    for (const auto &[theirs, ours] : Names) {
        if (flag == theirs)
            return std::string(ours);
    }
    return flag;
}

// "ADD 10.0.0.0 255.0.0.0 m=- f=nomodify" of ntpsec, "ADD 10.0.0.0 255.0.0.0 mflags  rflags nomodify" of
// ntpd.
std::optional<std::string> measured(const std::string &operation)
{
    const Entries words = split(operation, " ");
    if (words.size() < 4 || words[0] != "ADD")
        return std::nullopt;
    const auto address = IpAddress::parse(words[1]);
    const auto mask = IpAddress::parse(words[2]);
    if (!address || !mask)
        return std::nullopt;
    // Read as a mask of the wrong family, it is all zeros.
    const AddressMask range = address->family() == mask->family()
                                  ? AddressMask(*address, *mask)
                                  : AddressMask::everything(address->family());
    std::string flags = words.back();
    if (flags.starts_with("f="))
        flags.erase(0, 2);
    Entries names;
    for (const std::string &flag : split(flags, ",")) {
        if (flag != "-" && flag != "(none)" && !flag.empty())
            names.push_back(ourName(flag));
    }
    const bool ntpPort =
        operation.find("m=ntpport") != std::string::npos || operation.find("ntponly") != std::string::npos;
    return entry(range, ntpPort, names);
}

struct Reading
{
    Entries entries;
    bool named = false; // the daemon asked the resolver; we do not
};

Reading read(const std::string &config, Dialect dialect)
{
    Reading reading;
    const Document document(config);
    for (const Line *line : effectiveLines(document)) {
        const auto statement = readRestrict(*line, dialect);
        if (!statement || statement->unrestrict)
            continue;
        reading.named = reading.named || statement->target == RestrictStatement::Target::HostName;
        Entries flags;
        for (const std::string_view name : accessFlagNames(statement->flags))
            flags.emplace_back(name);
        for (const AddressMask &range : statement->ranges)
            reading.entries.push_back(entry(range, statement->ntpPort, flags));
    }
    return reading;
}

// The text of a row; those of bytes are written as Python does.
std::string measuredConfig(std::string text)
{
    if (text.starts_with("b'"))
        text = text.substr(2, text.size() - 3);
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 2, "\\x") == 0 && at + 3 < text.size()) {
            bytes += static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16));
            at += 3;
        } else {
            bytes += text[at];
        }
    }
    return unescaped(bytes);
}

// Of more than what is missing in a file of one line.
bool speaksOf(const std::string &config, Dialect dialect)
{
    using enum Finding;
    constexpr std::array Usual{DefaultOpen, NoDriftFile, FewSources, NoSource, LoopbackShutOut};
    Surroundings bare; // the machine of the measurement had nothing of what the rows name
    bare.fileExists = [](const std::string &path) { return path == "/" || path == "/tmp"; };
    return std::ranges::any_of(check(Document(config), dialect, bare), [&](const Diagnostic &found) {
        return std::ranges::find(Usual, found.finding) == Usual.end();
    });
}

struct Column
{
    Dialect dialect;
    std::size_t verdict;
    std::size_t operations;
};

} // namespace

class VerdictsTest : public QObject
{
    Q_OBJECT

private slots:
    void speaksWhereADaemonComplains();
    void readsRestrictAsTheDaemonsDid()
    {
        const auto rows = test::verdictRows();
        if (rows.empty())
            QSKIP("the measured verdicts are not here");
        int compared = 0;
        int withEntries = 0;
        for (const Entries &cells : rows) {
            if (cells.size() < 10 || !(cells[0] == "restrict-form" || cells[0] == "restrict-mistake"))
                continue;
            for (const Column &column : {Column{Dialect::Ntpsec, 3, 6}, Column{Dialect::Ntpd, 7, 9}}) {
                const Reading ours = read(unescaped(cells[2]), column.dialect);
                if (ours.named || cells[column.verdict].starts_with("fatal"))
                    continue;
                Entries theirs;
                for (const std::string &operation : split(cells[column.operations], " ; ")) {
                    if (const auto added = measured(operation))
                        theirs.push_back(*added);
                }
                const std::string where = cells[1] + " (" +
                                          (column.dialect == Dialect::Ntpd ? "ntpd" : "ntpsec") +
                                          "): " + cells[2] + "\n" + cells[column.operations];
                QVERIFY2(ours.entries == theirs, where.c_str());
                ++compared;
                withEntries += theirs.empty() ? 0 : 1;
            }
        }
        qInfo("%d measured readings compared, %d of them with entries", compared, withEntries);
        QVERIFY(compared > 300 && withEntries > 200);
    }
};

// Each row at which a daemon does not simply accept the file has a finding for its dialect, beside what any
// file so short has. The exceptions, each with its reason.
void VerdictsTest::speaksWhereADaemonComplains()
{
    static constexpr std::array Apart = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"broadcastclient", "the machine of the measurement had no network that broadcasts"},
        {"multicastclient", "the message only tells of a socket"},
        {"manycastserver", "the message only tells of a socket"},
        {"trap 127.0.0.9 port", "the message only tells of a packet"},
        {"device ", "the message repeats the line"},
        {"tick 0.01", "the message repeats the line"},
        {"tinker tick 0.01", "the message repeats the line"},
        {"tos basedate", "the message tells that the clock is within the range"},
        {"driftfile", "the message tells that there is none, which was asked for"},
        {"trustedkey 1 2 3", "the message counts the keys"},
        {"trustedkey (1 ... 5) 9", "the message counts the keys"},
        {"logconfig =syncstatus", "the messages are those that are asked for"},
        {"logconfig =all", "the messages are those that are asked for"},
        {"logconfig allall", "the messages are those that are asked for"},
        {"leapsmearinterval 86400", "the build of the measurement could not smear"},
        {"restrict default mssntp", "the build of the measurement had no MS-SNTP"},
        {"server 127.127.1.0 autokey", "the build of the measurement had no Autokey"},
        {"crypto", "ends only without the host's own key, which a file does not show"},
        {"nts enable", "ends only without a certificate, which a file does not show"},
        {"nts mintls", "names of versions and suites are the TLS library's"},
        {"nts port", "a word of ntpsec 1.2.4; 1.2.2 was measured"},
        {"extra port", "a word of ntpsec 1.2.4; 1.2.2 was measured"},
        {"simulate", "the simulator's language is not ours"},
        {"b'end restrict", "what stands behind `end` is nobody's; the message comes for each `end`"},
        {"server 127.0.0.1 mode 4", "the message is about the daemon's own entry for 127.0.0.1"},
        {"server 127.0.0.1 bias", "the message is about the daemon's own entry for 127.0.0.1"},
    });
    const auto rows = test::verdictRows();
    if (rows.empty())
        QSKIP("the measured verdicts are not here");
    int spoken = 0;
    QStringList silent;
    for (const Entries &cells : rows) {
        const bool isMeasured = cells.size() > 7 && cells[0] != "corpus-dev";
        const bool isCut = isMeasured && cells[2].starts_with("b'") && !cells[2].ends_with("'");
        const bool isApart = std::ranges::any_of(
            Apart, [&](const auto &one) { return isMeasured && cells[2].starts_with(one.first); });
        if (!isMeasured || isCut || isApart)
            continue;
        for (const Column &column : {Column{Dialect::Ntpsec, 3, 6}, Column{Dialect::Ntpd, 7, 9}}) {
            if (cells[column.verdict].starts_with("accepted"))
                continue;
            ++spoken;
            if (!speaksOf(measuredConfig(cells[2]), column.dialect))
                silent += QString::fromStdString((column.dialect == Dialect::Ntpd ? "ntpd: " : "ntpsec: ") +
                                                 cells[2]);
        }
    }
    qInfo("%d complaints of the daemons, each with a finding", spoken);
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    QVERIFY(spoken > 300);
}

QTEST_APPLESS_MAIN(VerdictsTest)
#include "tst_verdicts.moc"
