// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/place.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::transport {

std::optional<Place> parsePlace(const QString &text)
{
    Place place;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return place;
    const qsizetype colon = trimmed.lastIndexOf(u':');
    const bool isBracketed = trimmed.startsWith(u'[');
    const bool hasPort = isBracketed ? trimmed.contains(u"]:"_s) : trimmed.count(u':') == 1;
    place.host = hasPort ? trimmed.left(colon) : trimmed;
    if (isBracketed) {
        const bool isV6 = place.host.endsWith(u']') && place.host.count(u':') > 1;
        if (!isV6)
            return std::nullopt;
        place.host = place.host.sliced(1).chopped(1);
    }
    bool isPort = true;
    if (hasPort)
        place.port = trimmed.mid(colon + 1).toUShort(&isPort);
    const bool isHost = !place.host.isEmpty() && std::none_of(place.host.begin(), place.host.end(), [](QChar c) {
        return c.isSpace() || !c.isPrint() || c == u'[' || c == u']';
    });
    return isPort && place.port != 0 && isHost ? std::optional(place) : std::nullopt;
}

QString toText(const Place &place)
{
    if (place.port == Place().port)
        return place.host;
    const bool isV6 = place.host.contains(u':');
    const QString port = QString::number(place.port);
    return isV6 ? u"[%1]:%2"_s.arg(place.host, port) : u"%1:%2"_s.arg(place.host, port); // "%2" may be a scope
}

} // namespace noonmark::transport
