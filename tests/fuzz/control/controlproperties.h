// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/controlresponder.h"
#include "core/protocol/control.h"
#include "core/transport/controlsnapshot.h"
#include "tests/fuzz/control/mruproperties.h"
#include "tests/unit/protocol/samplesnapshot.h"

#include <algorithm>
#include <cmath>

// What must hold for any bytes at all; nullptr, or the property that does not. For ctest and libFuzzer alike.
inline const char *brokenRequestProperty(noonmark::Bytes request)
{
    using namespace noonmark;
    using namespace noonmark::protocol;
    static const engine::Snapshot snapshot = sampleSnapshot();
    static const engine::ControlResponder responder({"noonmarkd 0.1.0", "x86_64", "Linux/6.1"});
    const auto header = decodeControl(request);
    const auto replies = responder.respond(request, snapshot);
    if (!header && !replies.empty())
        return "what is no request is not answered";
    for (const ControlDatagram &reply : replies) {
        const auto answer = decodeControl(reply);
        if (!answer || !answer->response || answer->sequence != header->sequence ||
            answer->version != header->version)
            return "an answer belongs to its question";
        if (reply.size() > ControlHeaderSize + ControlFragmentSize || reply.size() % 4 != 0)
            return "a fragment has at most 468 bytes, padded to four";
        if (answer->error && replies.size() != 1)
            return "a refusal is one datagram";
        if (!responder.respond(reply, snapshot).empty())
            return "answers are not answered";
    }
    return nullptr;
}

inline const char *brokenTextProperty(std::string_view text)
{
    using namespace noonmark::protocol;
    const auto isPrintable = [](char c) { return c >= 0x20 && c < 0x7f; };
    ControlText again;
    const ControlVariables variables = parseControlVariables(text);
    for (const auto &[name, value] : variables) {
        if (name.empty() || !std::all_of(name.begin(), name.end(), isPrintable))
            return "names are printable";
        if (!std::all_of(value.begin(), value.end(), isPrintable))
            return "values are printable";
    }
    if (variables.size() > text.size() || parseControlNames(text).size() > text.size())
        return "nothing is made from nothing";
    return nullptr;
}

inline const char *brokenSnapshotProperty(std::string_view text)
{
    using namespace noonmark;
    transport::ControlReading reading;
    reading.system = protocol::parseControlVariables(text);
    reading.associations.push_back({1, 0x961a, reading.system});
    const engine::Snapshot snapshot = transport::snapshotFromVariables(reading);
    const engine::AssociationSnapshot &association = snapshot.associations.front();
    for (const double number :
         {snapshot.system.offset, snapshot.system.rootDistance, snapshot.uptime, association.offset,
          association.delay, association.rootDistance, association.filter[3].offset})
        if (!std::isfinite(number))
            return "numbers are finite";
    return nullptr;
}

inline const char *brokenAnswerProperty(noonmark::Bytes datagram)
{
    using namespace noonmark::protocol;
    const auto header = decodeControl(datagram);
    if (!header)
        return nullptr;
    const auto data = controlData(*header, datagram);
    if (!data)
        return nullptr;
    const std::string_view text(reinterpret_cast<const char *>(data->data()), data->size());
    if (parseStatusList(text).size() != text.size() / 4)
        return "a status list has an entry for every four bytes";
    if (const char *property = brokenTextProperty(text))
        return property;
    return brokenSnapshotProperty(text);
}

// All of them together.
inline const char *brokenControlProperty(noonmark::Bytes bytes)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    for (const char *property :
         {brokenRequestProperty(bytes), brokenAnswerProperty(bytes), brokenTextProperty(text),
          brokenSnapshotProperty(text), brokenMruProperty(text), brokenHopProperty(text),
          brokenHostsProperty(text), brokenReplyProperty(bytes)})
        if (property != nullptr)
            return property;
    return nullptr;
}
