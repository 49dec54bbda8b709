// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/query.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "core/config/lowering.h"
#include "core/system/privilegedfile.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using monitor::QueryResult;
using monitor::QueryTrouble;

const QLocale Machine = QLocale::c();

QString idOf(QueryTrouble trouble)
{
    static const QStringList Ids = {u"none"_s,           u"name-unresolved"_s,  u"silent"_s,
                                    u"refused"_s,        u"unreachable"_s,      u"wrong-origin"_s,
                                    u"malformed"_s,      u"kissed"_s,           u"not-signed"_s,
                                    u"key-unknown"_s,    u"bad-mac"_s,          u"no-time"_s,
                                    u"unsynchronised"_s, u"stratum-too-high"_s, u"distance-too-large"_s};
    return Ids.value(static_cast<qsizetype>(trouble));
}

QJsonObject toJson(const QueryResult &result)
{
    QJsonArray samples;
    for (const monitor::QuerySample &sample : result.samples)
        samples += QJsonObject{{u"offset-seconds"_s, sample.offset}, {u"delay-seconds"_s, sample.delay}};
    QJsonObject object{{u"server"_s, transport::toText(result.place)},
                       {u"address"_s, wording::plain(result.endpoint.address.toString())},
                       {u"trouble"_s, idOf(result.trouble)},
                       {u"message"_s, wording::sentence(result)},
                       {u"asked"_s, result.asked},
                       {u"samples"_s, samples}};
    if (!result.gaveTime())
        return object;
    const monitor::QueryFigures &figures = result.figures;
    const protocol::Packet &packet = figures.best.packet;
    object[u"stratum"_s] = packet.stratum;
    object[u"leap"_s] = static_cast<int>(packet.leap);
    object[u"version"_s] = packet.version;
    object[u"refid"_s] = wording::refid(packet);
    object[u"precision"_s] = packet.precision;
    object[u"poll"_s] = packet.poll;
    object[u"offset-seconds"_s] = figures.offset;
    object[u"delay-seconds"_s] = figures.delay;
    object[u"dispersion-seconds"_s] = figures.dispersion;
    object[u"root-delay-seconds"_s] = protocol::secondsFromShort(packet.rootDelay);
    object[u"root-dispersion-seconds"_s] = protocol::secondsFromShort(packet.rootDispersion);
    object[u"root-distance-seconds"_s] = figures.rootDistance;
    return object;
}

QString milliseconds(double seconds, bool sign)
{
    return wording::milliseconds(seconds, 3, sign, Machine);
}

QString row(const QueryResult &result)
{
    const QString name = transport::toText(result.place);
    const QString server = wording::plain(name.toStdString()).leftJustified(28);
    if (!result.gaveTime())
        return u"%1  -"_s.arg(server);
    const protocol::Packet &packet = result.figures.best.packet;
    const QString what = u"%1 %2 %3"_s.arg(packet.stratum, 2)
                             .arg(wording::refid(packet).left(15).leftJustified(15))
                             .arg(static_cast<int>(packet.leap));
    const QString figures = u"  %1 %2 %3 %4"_s.arg(milliseconds(result.figures.offset, true), 11)
                                .arg(milliseconds(result.figures.delay, false), 9)
                                .arg(milliseconds(result.figures.dispersion, false), 9)
                                .arg(milliseconds(result.figures.rootDistance, false), 9);
    return u"%1 %2%3 %4/%5"_s.arg(server, what, figures).arg(result.samples.size()).arg(result.asked);
}

void print(const std::vector<QueryResult> &results, const Terminal &terminal)
{
    terminal.line(
        u"server                       st refid           l       offset     delay      disp rootdist n"_s);
    terminal.line(QString(95, u'='));
    for (const QueryResult &result : results) {
        terminal.line(row(result));
        terminal.line(u"    "_s + wording::sentence(result));
    }
}

Result<std::optional<monitor::QueryKey>> keyOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"key"_s))
        return std::nullopt;
    const auto file = system::readFile(parser.value(u"keys"_s));
    if (!file)
        return tl::unexpected(file.error());
    const auto keys = config::lowerKeys(config::Document(file->bytes.toStdString())).keys;
    const std::uint32_t number = parser.value(u"key"_s).toUInt();
    const auto found = std::ranges::find(keys, number, &engine::SymmetricKey::number);
    if (found == keys.end()) {
        const QString text = Text::tr("the keys file has no usable key %1").arg(parser.value(u"key"_s));
        return noonmark::failed(Failure::Malformed, {text.toStdString()});
    }
    const auto *first = reinterpret_cast<const char *>(found->secret.data());
    return monitor::QueryKey{number, found->type, std::string(first, found->secret.size())};
}

Result<std::vector<transport::Place>> placesOf(const QStringList &words)
{
    std::vector<transport::Place> places;
    for (const QString &word : words) {
        const auto place = placeOf(word);
        if (!place)
            return tl::unexpected(place.error());
        places.push_back(*place);
    }
    return places;
}

Result<monitor::QueryOptions> optionsOf(const QCommandLineParser &parser)
{
    monitor::QueryOptions options;
    bool isCount = false;
    bool isTime = false;
    options.samples = parser.value(u"samples"_s).toInt(&isCount);
    const double interval = parser.value(u"interval"_s).toDouble(&isTime);
    options.spacingMilliseconds = static_cast<int>(1000 * std::clamp(interval, 0.0, 3600.0));
    if (!isCount || !isTime || options.samples < 1 || options.samples > 64)
        return noonmark::failed(Failure::Malformed, {"--samples, --interval"});
    if (parser.isSet(u"4"_s))
        options.family = Family::V4;
    if (parser.isSet(u"6"_s))
        options.family = Family::V6;
    auto key = keyOf(parser);
    if (!key)
        return tl::unexpected(key.error());
    options.key = std::move(*key);
    return options;
}

int statusOf(const std::vector<QueryResult> &results)
{
    const auto isGood = [](const QueryResult &result) { return result.trouble == QueryTrouble::None; };
    if (std::ranges::all_of(results, isGood))
        return Good;
    return std::ranges::any_of(results, &QueryResult::gaveTime) ? Bad : Impossible;
}

} // namespace

void declareQuery(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"HOST"_s, Text::tr("The servers to ask for the time."),
                                 u"HOST[:PORT]..."_s);
    parser.addOption({u"samples"_s, Text::tr("How often each is asked."), u"NUMBER"_s, u"4"_s});
    parser.addOption({u"interval"_s,
                      Text::tr("Seconds between two questions; servers with \"limited\" punish less than 2."),
                      u"SECONDS"_s, u"2"_s});
    parser.addOption({u"key"_s, Text::tr("Number of the key that signs the questions."), u"NUMBER"_s});
    parser.addOption({u"keys"_s, Text::tr("File that holds the keys."), u"FILE"_s, u"/etc/ntp.keys"_s});
    parser.addOption({u"4"_s, Text::tr("IPv4 addresses only.")});
    parser.addOption({u"6"_s, Text::tr("IPv6 addresses only.")});
}

int query(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 1, static_cast<int>(monitor::Query::MostServers));
    if (!given)
        return terminal.failed(given.error());
    const auto places = placesOf(*given);
    if (!places)
        return terminal.failed(places.error());
    auto options = optionsOf(parser);
    if (!options)
        return terminal.failed(options.error());
    monitor::Query query(std::move(*options));
    QObject::connect(&query, &monitor::Query::finished, &query, &QCoreApplication::quit);
    query.ask(*places);
    QCoreApplication::exec();
    const std::vector<QueryResult> results = query.results();
    if (!terminal.json()) {
        print(results, terminal);
        return statusOf(results);
    }
    QJsonArray servers;
    for (const QueryResult &result : results)
        servers += toJson(result);
    terminal.object({{u"servers"_s, servers}});
    return statusOf(results);
}

} // namespace noonmark::ctl
