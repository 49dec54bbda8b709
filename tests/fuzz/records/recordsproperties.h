// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/interfacerules.h"
#include "core/monitor/historyfiles.h"
#include "core/monitor/journalrecord.h"
#include "core/system/driftfile.h"
#include "core/transport/place.h"

#include <cmath>
#include <string_view>

// What must hold of small texts that somebody else may have written: lines of statistics files, drift files,
// records of the journal, places, addresses. nullptr, or the property that does not hold.
inline const char *brokenStatisticsProperty(std::string_view text)
{
    using namespace noonmark::monitor;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const auto sample = readStatisticsLine(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!sample)
            continue;
        if (!(sample->at >= 0 && sample->at < 2e10) || !std::isfinite(sample->error))
            return "a sample has its moment and its error";
        if (!std::isfinite(sample->values[Quantity::Offset]) ||
            !std::isfinite(sample->values[Quantity::Jitter]))
            return "what was measured is a number";
    }
    return nullptr;
}

inline const char *brokenJournalProperty(const QByteArray &bytes)
{
    using namespace noonmark::monitor;
    const auto entry = fromRecord(bytes);
    if (!entry)
        return nullptr;
    static_cast<void>(topicOf(*entry));
    const QByteArray record = toRecord(*entry);
    const auto again = fromRecord(record);
    if (record.contains('\n') || !again || toRecord(*again) != record)
        return "a record that was read is written as it is read";
    return nullptr;
}

inline const char *brokenPlaceProperty(std::string_view text)
{
    using namespace noonmark;
    if (const auto place =
            transport::parsePlace(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))))
        if (transport::parsePlace(transport::toText(*place)) != place)
            return "a place is read as it is written";
    if (const auto endpoint = Endpoint::parse(text);
        endpoint && Endpoint::parse(endpoint->toString()) != endpoint)
        return "an endpoint is read as it is written";
    const auto address = IpAddress::parse(text);
    if (address && IpAddress::parse(address->toString()) != address)
        return "an address is read as it is written";
    const auto rule = InterfaceRule::read("drop", text);
    if (rule && rule->of == InterfaceRule::Of::Address && address &&
        actionAt(std::span(&*rule, 1), {"eth0", *address, false}) != InterfaceAction::Drop)
        return "a rule about an address means it";
    return nullptr;
}

inline const char *brokenRecordProperty(noonmark::Bytes bytes)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const QByteArray copy(text.data(), static_cast<qsizetype>(text.size()));
    if (const char *broken = brokenStatisticsProperty(text))
        return broken;
    if (const auto ppm = noonmark::system::driftIn(copy); ppm && !(std::fabs(*ppm) <= 500))
        return "a drift is believable";
    if (const char *broken = brokenJournalProperty(copy))
        return broken;
    return brokenPlaceProperty(text);
}
