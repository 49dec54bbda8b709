// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/hosts.h"
#include "core/monitor/mruclients.h"
#include "core/monitor/mruguess.h"
#include "core/monitor/queryanswer.h"
#include "core/monitor/trace.h"

#include <cmath>

// What must hold of lists of clients, hops and answers that anybody may have sent; nullptr, or what does not.
inline const char *brokenMruProperty(std::string_view text)
{
    using namespace noonmark::monitor;
    const MruAnswer answer = parseMruAnswer(text);
    if (answer.rows.size() > text.size())
        return "no row is made from nothing";
    MruClients clients(100);
    const std::size_t fresh = clients.countNew(answer.rows);
    if (clients.take(answer.rows).added != fresh || clients.rows().size() > 100)
        return "the model is told as many rows as come";
    for (const MruRow &row : answer.rows) {
        static_cast<void>(guessProgram(row));
        const auto interval = averageInterval(row);
        if (interval && !(std::isfinite(*interval) && *interval >= 0))
            return "intervals are numbers";
    }
    if (mruQuestionText({answer.nonce.substr(0, 64), 32, answer.rows}).size() >
        noonmark::protocol::ControlFragmentSize)
        return "a question fits into its datagram";
    return nullptr;
}

inline const char *brokenHopProperty(std::string_view text)
{
    using namespace noonmark::monitor;
    TraceHop hop;
    static_cast<void>(readHop(noonmark::protocol::parseControlVariables(text), hop));
    findNext(hop, std::nullopt);
    if ((hop.end == TraceEnd::GoesOn) != hop.next.has_value())
        return "a chain goes on or ends";
    return std::isfinite(hop.offset) && std::isfinite(hop.rootDistance) ? nullptr : "numbers are finite";
}

inline const char *brokenReplyProperty(noonmark::Bytes datagram)
{
    using namespace noonmark::monitor;
    const QueryQuestion question{noonmark::NtpTimestamp::fromUnits(1), noonmark::NtpTimestamp::fromUnits(2),
                                 0, nullptr};
    const QueryReply reply = readReply(datagram, question.sent, question);
    if (reply.trouble == QueryTrouble::None && reply.sample.packet.origin != question.cookie)
        return "an answer belongs to its question";
    const QueryFigures figures = figuresOf({reply.sample, reply.sample});
    return std::isfinite(figures.rootDistance) && figures.rootDistance >= 0 ? nullptr
                                                                            : "distances are numbers";
}

inline const char *brokenHostsProperty(std::string_view text)
{
    using namespace noonmark::monitor;
    const HostList list = parseHosts(text);
    if (list.hosts.size() > MostHosts)
        return "a list of hosts is bounded";
    const auto compared = compareHosts(list.hosts, {}, {});
    return compared.size() == list.hosts.size() ? nullptr : "every wanted host is told about";
}
