// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/clienttable.h"
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/reading.h"
#include "app/ctl/terminal.h"
#include "core/monitor/mru.h"
#include "core/monitor/mruclients.h"
#include "core/system/privilegedfile.h"
#include "core/transport/resolver.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QTimer>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

struct ClientReading
{
    monitor::MruClients clients;
    monitor::MruWalk walk;
};

Result<ClientReading> readClients(const transport::Place &place)
{
    monitor::MruReader reader;
    ClientReading reading;
    std::optional<Error> trouble;
    QObject::connect(&reader, &monitor::MruReader::rowsRead, &reader,
                     [&](const std::vector<monitor::MruRow> &rows) { reading.clients.take(rows); });
    QObject::connect(&reader, &monitor::MruReader::finished, &reader, [&](const monitor::MruWalk &walk) {
        reading.walk = walk;
        QCoreApplication::quit();
    });
    QObject::connect(&reader, &monitor::MruReader::failed, &reader, [&](const Error &error) {
        trouble = error;
        QCoreApplication::quit();
    });
    QTimer::singleShot(0, &reader, [&] { reader.read(place); });
    QCoreApplication::exec();
    if (trouble)
        return tl::unexpected(*trouble);
    return reading;
}

// The names of an admin's list become addresses; those that cannot be resolved stay without one.
void resolveNames(std::vector<monitor::WantedHost> &hosts)
{
    transport::Resolver resolver;
    std::size_t open = 0;
    QObject::connect(&resolver, &transport::Resolver::answered, &resolver,
                     [&](const engine::NameAnswer &answer) {
                         hosts[answer.question].addresses = answer.addresses;
                         if (--open == 0)
                             QCoreApplication::quit();
                     });
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (!hosts[i].isName)
            continue;
        ++open;
        resolver.ask({static_cast<std::uint32_t>(i), hosts[i].text, {}});
    }
    if (open > 0)
        QCoreApplication::exec();
}

QString idOf(monitor::Presence presence)
{
    static const QStringList Ids = {u"asks"_s, u"stopped"_s, u"silent"_s, u"unlisted"_s};
    return Ids.value(static_cast<qsizetype>(presence));
}

int compare(const QString &path, const ClientReading &reading, const Terminal &terminal)
{
    const auto file = system::readFile(path);
    if (!file)
        return terminal.failed(file.error());
    monitor::HostList list = monitor::parseHosts(file->bytes.toStdString());
    for (const int line : list.unreadable)
        terminal.trouble(Text::tr("%1, line %2: neither an address nor a name").arg(path, QString::number(line)));
    resolveNames(list.hosts);
    QJsonArray hosts;
    bool isComplete = true;
    for (const auto &host : monitor::compareHosts(list.hosts, reading.clients.rows(), reading.walk.now)) {
        const bool isMissing =
            host.presence == monitor::Presence::Silent || host.presence == monitor::Presence::Stopped;
        isComplete = isComplete && !isMissing;
        const QString name = wording::plain(host.text);
        if (terminal.json())
            hosts += QJsonObject{{u"host"_s, name}, {u"state"_s, idOf(host.presence)}};
        else
            terminal.line(u"%1 %2"_s.arg(name.leftJustified(39), wording::name(host.presence)));
    }
    if (terminal.json())
        terminal.object({{u"hosts"_s, hosts}});
    return isComplete ? Good : Bad;
}

int list(const ClientReading &reading, const ClientWish &wish, const Terminal &terminal)
{
    const NtpTimestamp now = reading.walk.now;
    const auto rows = chosenClients(reading.clients.rows(), now, wish);
    if (terminal.json()) {
        QJsonArray clients;
        for (const monitor::MruRow &row : rows)
            clients += clientObject(row, now);
        terminal.object({{u"clients"_s, clients},
                         {u"all"_s, static_cast<qint64>(reading.clients.rows().size())},
                         {u"complete"_s, !reading.walk.isCut}});
        return Good;
    }
    for (const QString &line : clientTable(rows, now, wish.form))
        terminal.line(line);
    if (reading.walk.isCut)
        terminal.trouble(Text::tr("the list is longer than is kept; the rest was left out"));
    return Good;
}

} // namespace

void declareClients(QCommandLineParser &parser)
{
    declareDaemon(parser);
    parser.addOption({u"sort"_s,
                      Text::tr("By what: last, count, rate, address, mode, version or dropped; \"-\" in "
                               "front turns it round."),
                      u"KEY"_s, u"last"_s});
    parser.addOption({u"filter"_s, Text::tr("Only rows whose address or program contains this."), u"TEXT"_s});
    parser.addOption({u"limit"_s, Text::tr("Rows at most."), u"NUMBER"_s});
    parser.addOption({u"csv"_s, Text::tr("Comma-separated, for a spreadsheet.")});
    parser.addOption({u"tsv"_s, Text::tr("Tab-separated.")});
    parser.addOption(
        {u"wanted"_s,
         Text::tr("Instead of the list: which hosts of this file ask, which are silent, and who asks "
                  "without standing there."),
         u"FILE"_s});
}

int clients(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto place = givenPlace(parser);
    if (!place)
        return terminal.failed(place.error());
    const auto wish = clientWish(parser);
    if (!wish)
        return terminal.failed(wish.error());
    const auto reading = readClients(*place);
    if (!reading)
        return terminal.failed(reading.error());
    if (parser.isSet(u"wanted"_s))
        return compare(parser.value(u"wanted"_s), *reading, terminal);
    return list(*reading, *wish, terminal);
}

} // namespace noonmark::ctl
