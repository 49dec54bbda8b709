// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reading.h"

#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/transport/controlclient.h"
#include "core/transport/place.h"
#include "core/transport/timeprobe.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

namespace noonmark::ctl {

Result<transport::Place> placeOf(const QString &text)
{
    const auto place = transport::parsePlace(text);
    if (!place)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("\"%1\" is no HOST[:PORT]").arg(text).toStdString()});
    return *place;
}

namespace {

Result<Reading> look(const transport::Place &place)
{
    transport::ControlClient client;
    Result<Reading> result = noonmark::failed(Failure::NoAnswer, {place.host.toStdString()});
    QObject::connect(&client, &transport::ControlClient::snapshotRead, &client,
                     [&](const engine::Snapshot &snapshot) {
                         result = Reading{snapshot, client.lastReading()};
                         QCoreApplication::quit();
                     });
    QObject::connect(&client, &transport::ControlClient::failed, &client, [&](const Error &error) {
        result = tl::unexpected(error);
        QCoreApplication::quit();
    });
    // Not before the loop runs: an answer that comes at once must find it.
    QTimer::singleShot(0, &client, [&] { client.read(place.host, place.port); });
    QCoreApplication::exec();
    return result;
}

Error whySilent(const transport::Place &place, const Error &silence)
{
    transport::TimeProbe probe;
    Error explanation;
    QObject::connect(&probe, &transport::TimeProbe::explained, &probe, [&](const Error &found) {
        explanation = found;
        QCoreApplication::quit();
    });
    QTimer::singleShot(0, &probe, [&] { probe.explain(place, silence); });
    QCoreApplication::exec();
    return explanation;
}

} // namespace

Result<Reading> readDaemon(const QString &where)
{
    const auto place = placeOf(where);
    if (!place)
        return tl::unexpected(place.error());
    auto reading = look(*place);
    if (!reading && reading.error().failure == Failure::NoAnswer)
        return tl::unexpected(whySilent(*place, reading.error()));
    return reading;
}

void declareDaemon(QCommandLineParser &parser, const QString &syntax)
{
    parser.addPositionalArgument(QStringLiteral("HOST"),
                                 Text::tr("The daemon to ask, this machine's if not given."), syntax);
}

Result<transport::Place> givenPlace(const QCommandLineParser &parser)
{
    const auto given = words(parser, 0, 1);
    return given ? placeOf(given->value(0)) : tl::unexpected(given.error());
}

Result<Reading> readGivenDaemon(const QCommandLineParser &parser)
{
    const auto given = words(parser, 0, 1);
    return given ? readDaemon(given->value(0)) : tl::unexpected(given.error());
}

} // namespace noonmark::ctl
