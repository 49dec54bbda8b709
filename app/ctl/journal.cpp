// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/historyfile.h"
#include "app/ctl/terminal.h"
#include "core/monitor/historystore.h"
#include "core/monitor/journalrecord.h"
#include "core/wording/wording.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using monitor::JournalEntry;
using monitor::JournalTopic;

constexpr std::size_t MostEntries = 1'000'000;

constexpr std::array TopicNames{"clock"_L1, "sources"_L1, "daemon"_L1, "file"_L1};

QJsonObject toJson(const JournalEntry &entry)
{
    QJsonObject object = QJsonDocument::fromJson(monitor::toRecord(entry)).object();
    object[u"number"_s] = static_cast<qint64>(entry.number);
    object[u"time"_s] =
        QDateTime::fromMSecsSinceEpoch(entry.unixMilliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
    object[u"topic"_s] = QString(TopicNames[static_cast<std::size_t>(topicOf(entry))]);
    object[u"message"_s] = wording::sentence(entry);
    return object;
}

void print(const JournalEntry &entry, const Terminal &terminal)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(entry.unixMilliseconds).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString where =
        entry.target.isEmpty() ? QString() : u"["_s + wording::plain(entry.target.toStdString()) + u"] "_s;
    terminal.line(time + u"  "_s + where + wording::sentence(entry));
}

// What is wanted, the newest last.
std::vector<JournalEntry> chosen(const std::vector<JournalEntry> &all, const QCommandLineParser &parser,
                                 double since, std::size_t most)
{
    const QString topic = parser.value(u"topic"_s);
    std::vector<JournalEntry> result;
    for (const JournalEntry &entry : all) {
        const bool isTopic = topic.isEmpty() || topic == TopicNames[static_cast<std::size_t>(topicOf(entry))];
        const bool isTarget = !parser.isSet(u"target"_s) || parser.value(u"target"_s) == entry.target;
        if (isTopic && isTarget && static_cast<double>(entry.unixMilliseconds) >= 1000 * since)
            result.push_back(entry);
    }
    if (result.size() > most)
        result.erase(result.begin(), result.end() - static_cast<std::ptrdiff_t>(most));
    return result;
}

} // namespace

void declareJournal(QCommandLineParser &parser)
{
    declareHistoryFile(parser);
    parser.addOption({u"last"_s, Text::tr("So many entries at most, the newest."), u"COUNT"_s, u"200"_s});
    parser.addOption({u"topic"_s, Text::tr("Only this: clock, sources, daemon or file."), u"TOPIC"_s});
}

int journal(const QCommandLineParser &parser, const Terminal &terminal)
{
    if (const auto given = words(parser, 0, 0); !given)
        return terminal.failed(given.error());
    const auto since = parseSince(parser);
    if (!since)
        return terminal.failed(since.error());
    bool isNumber = false;
    const qulonglong most = parser.value(u"last"_s).toULongLong(&isNumber);
    const QString topic = parser.value(u"topic"_s);
    const bool isTopic = topic.isEmpty() || std::ranges::find(TopicNames, topic) != TopicNames.end();
    if (!isNumber || !isTopic)
        return terminal.failed(
            {Failure::Malformed,
             {(isNumber ? Text::tr("--topic %1; it wants clock, sources, daemon or file").arg(topic)
                        : Text::tr("--last %1; it wants a number").arg(parser.value(u"last"_s)))
                  .toStdString()}});
    const QString path = historyPath(parser);
    if (!QFileInfo::exists(path)) // looking must not make one
        return terminal.failed({Failure::FileUnreadable, {path.toStdString(), ""}});
    monitor::HistoryStore store(path);
    if (const auto opened = store.open(); !opened)
        return terminal.failed(opened.error());
    const auto all = store.loadEntries(MostEntries);
    if (!all)
        return terminal.failed(all.error());
    const auto entries = chosen(*all, parser, *since, most);
    if (!terminal.json()) {
        for (const JournalEntry &entry : entries)
            print(entry, terminal);
        return entries.empty() ? Bad : Good;
    }
    QJsonArray array;
    for (const JournalEntry &entry : entries)
        array += toJson(entry);
    terminal.object({{u"entries"_s, array}});
    return entries.empty() ? Bad : Good;
}

} // namespace noonmark::ctl
