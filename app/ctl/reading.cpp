// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reading.h"

#include "app/ctl/terminal.h"
#include "core/transport/controlclient.h"

#include <QCoreApplication>
#include <QTimer>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

struct Place
{
    QString host = u"127.0.0.1"_s;
    quint16 port = 123;
};

std::optional<Place> parsePlace(const QString &text)
{
    Place place;
    if (text.isEmpty())
        return place;
    const qsizetype colon = text.lastIndexOf(u':');
    const bool isBracketed = text.startsWith(u'[');
    const bool hasPort = isBracketed ? text.contains(u"]:"_s) : text.count(u':') == 1;
    place.host = hasPort ? text.left(colon) : text;
    if (isBracketed) {
        if (!place.host.endsWith(u']'))
            return std::nullopt;
        place.host = place.host.sliced(1).chopped(1);
    }
    bool isPort = true;
    if (hasPort)
        place.port = text.mid(colon + 1).toUShort(&isPort);
    return isPort && place.port != 0 && !place.host.isEmpty() ? std::optional(place) : std::nullopt;
}

} // namespace

Result<Reading> readDaemon(const QString &where)
{
    const auto place = parsePlace(where);
    if (!place)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("\"%1\" is no HOST[:PORT]").arg(where).toStdString()});

    transport::ControlClient client;
    Result<Reading> result = noonmark::failed(Failure::NoAnswer, {place->host.toStdString()});
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
    QTimer::singleShot(0, &client, [&] { client.read(place->host, place->port); });
    QCoreApplication::exec();
    return result;
}

} // namespace noonmark::ctl
