// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/place.h"

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
        if (!place.host.endsWith(u']'))
            return std::nullopt;
        place.host = place.host.sliced(1).chopped(1);
    }
    bool isPort = true;
    if (hasPort)
        place.port = trimmed.mid(colon + 1).toUShort(&isPort);
    const bool isHost = !place.host.isEmpty() && !place.host.contains(u' ');
    return isPort && place.port != 0 && isHost ? std::optional(place) : std::nullopt;
}

QString toText(const Place &place)
{
    if (place.port == Place().port)
        return place.host;
    const bool isV6 = place.host.contains(u':');
    return (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(place.host).arg(place.port);
}

} // namespace noonmark::transport
