// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlresponder.h"

#include "core/engine/clientlist.h"
#include "core/engine/controlsignature.h"
#include "core/engine/controlvariables.h"
#include "core/engine/orderedlists.h"
#include "core/engine/remoteconfiguration.h"
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
    return question.association == nullptr ? statusWord(question.snapshot.system)
                                           : statusWord(*question.association);
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
        list.push_back({association.id, statusWord(association)});
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

// Lines that may be carried out never come here: RemoteConfiguration has taken them. As both daemons do, the others
// are refused by a text.
Outcome answerConfigure(const Question &question)
{
    if (question.header.association != 0)
        return tl::unexpected(ControlError::BadValue);
    const auto refusal = refusalOfLines(question.text, question.session->flags);
    return Answer{statusOf(question), std::string(refusal.value_or("runtime configuration failed\r\n"))};
}

// Only the administrator's key opens these.
Outcome answerAdministrator(const Question &question)
{
    const bool isAdministrator = question.session != nullptr && question.signer != 0 &&
                                 question.signer == question.session->keys.controlKey();
    if (!isAdministrator)
        return tl::unexpected(ControlError::Permission);
    if (question.header.operation() == ControlOpcode::ReadOrderedList)
        return readOrderedList(question);
    if (question.header.operation() == ControlOpcode::Configure)
        return answerConfigure(question);
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

// The list of all associations tells their counts, too, but does not end them.
bool readsCount(const ControlHeader &header)
{
    const bool isOne = header.operation() == ControlOpcode::ReadStatus && header.association != 0;
    return isOne || header.operation() == ControlOpcode::ReadVariables;
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

std::vector<std::vector<std::byte>> ControlResponder::respond(Bytes request, const Snapshot &snapshot,
                                                              ControlSession *session) const
{
    const auto header = decodeControl(request);
    if (!header || !header->isRequest())
        return {};
    ControlHeader answer = *header;
    answer.leap = static_cast<Leap>(snapshot.system.leap & 3);
    const auto data = dataOf(*header, request);
    if (!data)
        return {controlRefusal(answer, ControlError::BadFormat)};
    const Signer signer =
        session == nullptr ? 0 : controlSigner(*header, request, session->asker.address, session->keys);
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
    if (signer != 0 && outcome && readsCount(*header))
        session->countRead = header->association;
    if (signer != 0)
        signControl(datagrams, signer, session->keys);
    return datagrams;
}

} // namespace noonmark::engine
