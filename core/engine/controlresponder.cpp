// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlresponder.h"

#include "core/engine/clientlist.h"
#include "core/engine/controlvariables.h"
#include "core/engine/orderedlists.h"
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
// What the asker's MAC is worth: 0 is none, or a wrong one, which is the same.
using Signer = std::uint32_t;

// Why there is no answer; no error at all: silence.
using Refusal = std::optional<ControlError>;
using Outcome = tl::expected<Answer, Refusal>;

struct Question
{
    ControlHeader header;
    std::string_view text;
    const Snapshot &snapshot;
    const DaemonFacts &facts;
    const AssociationSnapshot *association; // null: the system, or unknown
    const ControlSession *session;
    Signer signer;
};

std::uint16_t systemStatus(const SystemSnapshot &system)
{
    return SystemStatus{system.leap, system.statusSource, system.eventCount, system.lastEvent}.word();
}

std::uint16_t peerStatus(const AssociationSnapshot &association)
{
    PeerStatus status;
    status.configured = association.configured;
    status.authenticationEnabled = association.source.key != 0;
    status.authentic = association.authentic;
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

Outcome makeNonce(const Question &question)
{
    ControlText text;
    text.add("nonce", question.session->nonces.make(question.session->asker, question.session->now.wall));
    return Answer{statusOf(question), text.finish()};
}

// A wrong nonce is answered with silence: an error would still be a packet to somebody who did not ask.
Outcome readClients(const Question &question)
{
    ControlSession session = *question.session;
    if ((session.flags & AccessFlag::NoMruList) != 0)
        return tl::unexpected(ControlError::Permission);
    const auto request = ClientListRequest::parse(question.text);
    if (!session.nonces.accepts(request.nonce, session.asker, session.now.wall))
        return tl::unexpected(Refusal());
    const std::string next = session.nonces.make(session.asker, session.now.wall);
    auto text = listClients(request, session.clients, session.now, next);
    if (!text)
        return tl::unexpected(text.error());
    return Answer{statusOf(question), std::move(*text)};
}

Outcome readOrderedList(const Question &question)
{
    auto text = orderedList(question.text, question.session->access, question.snapshot);
    if (!text)
        return tl::unexpected(text.error());
    return Answer{statusOf(question), std::move(*text)};
}

// Only the administrator's key opens these. Refused runtime configuration is told as text, as both daemons
// do.
Outcome answerAdministrator(const Question &question)
{
    const bool isAdministrator = question.session != nullptr && question.signer != 0 &&
                                 question.signer == question.session->keys.controlKey();
    if (!isAdministrator)
        return tl::unexpected(ControlError::Permission);
    if (question.header.operation() == ControlOpcode::ReadOrderedList)
        return readOrderedList(question);
    if (question.header.operation() == ControlOpcode::Configure)
        return Answer{statusOf(question), "runtime configuration failed: change the file and reload\r\n"};
    return tl::unexpected(ControlError::Permission);
}

// Traps and saveconfig ntpsec does not know either.
Outcome answerTo(const Question &question)
{
    const bool isStranger = question.header.association != 0 && question.association == nullptr;
    switch (question.header.operation()) {
    case ControlOpcode::WriteVariables:
    case ControlOpcode::WriteClock:
    case ControlOpcode::Configure:
    case ControlOpcode::ReadOrderedList:
        return answerAdministrator(question);
    case ControlOpcode::RequestNonce:
        return question.session != nullptr ? makeNonce(question)
                                           : tl::unexpected(Refusal(ControlError::BadOpcode));
    case ControlOpcode::ReadClients:
        return question.session != nullptr ? readClients(question)
                                           : tl::unexpected(Refusal(ControlError::BadOpcode));
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

// Old clients put the MAC at the next 8 bytes, new ones at the next 4 (PROTOCOL 4.5): whichever verifies.
Signer signerOf(const ControlHeader &header, Bytes request, const ControlSession &session)
{
    const std::size_t end = ControlHeaderSize + header.count;
    for (const std::size_t alignment : {std::size_t{8}, std::size_t{4}}) {
        const std::size_t at = (end + alignment - 1) / alignment * alignment;
        const bool mayBeMac = request.size() > at + KeyNumberSize && request.size() <= at + LongestMac;
        if (!mayBeMac)
            continue;
        const Signer key = session.keys.verify(request.first(at), request.subspan(at), session.asker.address);
        if (key != 0)
            return key;
    }
    return 0;
}

// A reply's MAC stands at the next 8 bytes, where every client looks for it.
void sign(std::vector<ControlDatagram> &datagrams, Signer signer, KeyRing &keys)
{
    for (ControlDatagram &datagram : datagrams) {
        const std::size_t length = (datagram.size() + 7) / 8 * 8;
        datagram.resize(length + LongestMac);
        const std::size_t whole = keys.sign(signer, datagram, length);
        datagram.resize(whole == 0 ? length : whole);
    }
}

} // namespace

ControlResponder::ControlResponder(DaemonFacts facts)
    : m_facts(std::move(facts))
{}

std::vector<std::vector<std::byte>> ControlResponder::respond(Bytes request, const Snapshot &snapshot,
                                                              const ControlSession *session) const
{
    const auto header = decodeControl(request);
    if (!header || deservesSilence(*header))
        return {};
    ControlHeader answer = *header;
    answer.leap = static_cast<Leap>(snapshot.system.leap & 3);
    const auto data = dataOf(*header, request);
    if (!data)
        return {controlRefusal(answer, ControlError::BadFormat)};
    const Signer signer = session == nullptr ? 0 : signerOf(*header, request, *session);
    const std::string_view text(reinterpret_cast<const char *>(data->data()), data->size());
    const Outcome outcome =
        answerTo({*header, text, snapshot, m_facts, find(snapshot, header->association), session, signer});
    if (!outcome && !outcome.error())
        return {};
    std::vector<ControlDatagram> datagrams;
    if (outcome) {
        answer.status = outcome->status;
        datagrams = controlReply(answer, outcome->data);
    } else {
        datagrams = {controlRefusal(answer, *outcome.error())};
    }
    if (signer != 0)
        sign(datagrams, signer, session->keys);
    return datagrams;
}

} // namespace noonmark::engine
