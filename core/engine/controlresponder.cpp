// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlresponder.h"

#include "core/engine/controlvariables.h"
#include "core/protocol/control.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

using namespace protocol;

// What a request is answered with, before it is cut into datagrams.
struct Answer
{
    std::uint16_t status = 0;
    std::string data;
};
using Outcome = tl::expected<Answer, ControlError>;

struct Question
{
    ControlHeader header;
    std::string_view text;
    const Snapshot &snapshot;
    const DaemonFacts &facts;
    const AssociationSnapshot *association; // null: the system, or unknown
};

std::uint16_t systemStatus(const SystemSnapshot &system)
{
    return SystemStatus{system.leap, system.statusSource, system.eventCount, system.lastEvent}.word();
}

std::uint16_t peerStatus(const AssociationSnapshot &association)
{
    PeerStatus status;
    status.configured = association.configured;
    status.reachable = association.reach != 0;
    status.select = static_cast<std::uint8_t>(association.tally);
    status.eventCount = association.eventCount;
    status.lastEvent = association.lastEvent;
    return status.word();
}

const AssociationSnapshot *find(const Snapshot &snapshot, std::uint16_t id)
{
    const auto found = std::find_if(snapshot.associations.begin(), snapshot.associations.end(),
                                    [id](const AssociationSnapshot &a) { return a.id == id; });
    return id == 0 || found == snapshot.associations.end() ? nullptr : &*found;
}

bool isClock(const AssociationSnapshot &association)
{
    return association.source.kind == SourceKind::LocalClock;
}

std::uint16_t statusOf(const Question &question)
{
    return question.association == nullptr ? systemStatus(question.snapshot.system)
                                           : peerStatus(*question.association);
}

Outcome readVariables(const Question &question, std::string_view names)
{
    const ControlSubject subject{question.snapshot, question.facts, question.association};
    const auto rows = question.association == nullptr ? systemVariables() : peerVariables();
    auto text = writeVariables(rows, subject, names);
    if (!text)
        return tl::unexpected(text.error());
    return Answer{statusOf(question), std::move(*text)};
}

Outcome readStatus(const Question &question)
{
    if (question.association != nullptr)
        return readVariables(question, {});
    std::vector<AssociationStatus> list;
    for (const AssociationSnapshot &association : question.snapshot.associations)
        list.push_back({association.id, peerStatus(association)});
    std::reverse(list.begin(), list.end()); // newest first, as the daemons' lists are
    return Answer{statusOf(question), writeStatusList(list)};
}

// Without an association: the system peer if it is a clock, else the first clock.
const AssociationSnapshot *clockFor(const Question &question)
{
    if (question.header.association != 0)
        return question.association != nullptr && isClock(*question.association) ? question.association
                                                                                 : nullptr;
    const AssociationSnapshot *peer = find(question.snapshot, question.snapshot.system.peer);
    if (peer != nullptr && isClock(*peer))
        return peer;
    const auto &all = question.snapshot.associations;
    const auto first = std::find_if(all.begin(), all.end(), isClock);
    return first == all.end() ? nullptr : &*first;
}

Outcome readClock(const Question &question)
{
    const AssociationSnapshot *clock = clockFor(question);
    if (clock == nullptr)
        return tl::unexpected(ControlError::UnknownAssociation);
    auto text = writeVariables(clockVariables(), {question.snapshot, question.facts, clock}, question.text);
    if (!text)
        return tl::unexpected(text.error());
    return Answer{0, std::move(*text)};
}

// Writing, configuring and the ordered lists need a key, and there are none: the daemons' answer to a request
// without MAC. Traps and saveconfig ntpsec does not know either. A list of clients would be an amplifier
// without the nonce.
Outcome answerTo(const Question &question)
{
    const bool isStranger = question.header.association != 0 && question.association == nullptr;
    switch (question.header.operation()) {
    case ControlOpcode::WriteVariables:
    case ControlOpcode::WriteClock:
    case ControlOpcode::Configure:
    case ControlOpcode::ReadOrderedList:
        return tl::unexpected(ControlError::Permission);
    case ControlOpcode::Unspecified:
    case ControlOpcode::ReadStatus:
    case ControlOpcode::ReadVariables:
    case ControlOpcode::ReadClock:
        break;
    default:
        return tl::unexpected(ControlError::BadOpcode);
    }
    if (isStranger)
        return tl::unexpected(ControlError::UnknownAssociation);
    if (question.header.operation() == ControlOpcode::ReadStatus)
        return readStatus(question);
    if (question.header.operation() == ControlOpcode::ReadVariables)
        return readVariables(question, question.text);
    if (question.header.operation() == ControlOpcode::ReadClock)
        return readClock(question);
    return Answer{statusOf(question), {}};
}

// Two servers that answered each other's answers would never stop (CVE-2009-3563).
bool deservesSilence(const ControlHeader &header)
{
    return header.response || header.error || header.more || header.offset != 0;
}

Result<Bytes> dataOf(const ControlHeader &header, Bytes request)
{ // The bound keeps the work that one datagram can ask for small; ntpq sends no more either.
    if (request.size() % 4 != 0 || header.count > ControlFragmentSize)
        return failed(Failure::Malformed, {"control length"});
    return controlData(header, request);
}

} // namespace

ControlResponder::ControlResponder(DaemonFacts facts)
    : m_facts(std::move(facts))
{}

std::vector<std::vector<std::byte>> ControlResponder::respond(Bytes request, const Snapshot &snapshot) const
{
    const auto header = decodeControl(request);
    if (!header || deservesSilence(*header))
        return {};
    ControlHeader answer = *header;
    answer.leap = static_cast<Leap>(snapshot.system.leap & 3);
    const auto data = dataOf(*header, request);
    if (!data)
        return {controlRefusal(answer, ControlError::BadFormat)};
    const std::string_view text(reinterpret_cast<const char *>(data->data()), data->size());
    const Question question{*header, text, snapshot, m_facts, find(snapshot, header->association)};
    const Outcome outcome = answerTo(question);
    if (!outcome)
        return {controlRefusal(answer, outcome.error())};
    answer.status = outcome->status;
    return controlReply(answer, outcome->data);
}

} // namespace noonmark::engine
