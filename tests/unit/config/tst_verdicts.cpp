// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/effective.h"
#include "core/config/statement.h"

#include <algorithm>
#include <fstream>

#include <QtTest>

using namespace noonmark;
using namespace noonmark::config;

// What ntpsec 1.2.2 and ntpd 4.2.8p18 really put into their access lists, measured line by line, against our
// reading. The table lies outside the product; without it there is nothing to compare.
namespace {

using Entries = std::vector<std::string>;

Entries split(const std::string &text, const std::string &separator)
{
    Entries parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

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
    void readsRestrictAsTheDaemonsDid()
    {
        std::ifstream file(NOONMARK_SHARED "/facts/daemon-verdicts.tsv");
        if (!file)
            QSKIP("the measured verdicts are not here");
        int compared = 0;
        int withEntries = 0;
        for (std::string row; std::getline(file, row);) {
            const Entries cells = split(row, "\t");
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

QTEST_APPLESS_MAIN(VerdictsTest)
#include "tst_verdicts.moc"
