// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/remoteconfiguration.h"

#include "core/engine/controlsignature.h"
#include "core/engine/controlvariables.h"

#include <algorithm>

namespace noonmark::engine {

namespace {

constexpr std::size_t MostWaiting = 16; // an administrator types one line at a time

bool isPrintable(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte < 0x7f) || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::optional<std::string_view> refusalOfLines(std::string_view text, std::uint32_t accessFlags)
{
    if ((accessFlags & AccessFlag::NoModify) != 0)
        return "runtime configuration prohibited by restrict ... nomodify\r\n";
    if (!std::all_of(text.begin(), text.end(), isPrintable))
        return "runtime configuration failed: request contains an unprintable character\r\n";
    return std::nullopt;
}

std::optional<ConfigureLines> RemoteConfiguration::take(const Arrival &arrival, const ControlSession &session)
{
    const auto header = protocol::decodeControl(arrival.bytes);
    const bool asks = header && header->operation() == protocol::ControlOpcode::Configure &&
                      header->isRequest() && header->association == 0;
    if (!asks || arrival.bytes.size() % 4 != 0 || header->count > protocol::ControlFragmentSize)
        return std::nullopt;
    const auto data = protocol::controlData(*header, arrival.bytes);
    const std::uint32_t signer = controlSigner(*header, arrival.bytes, arrival.remote.address, session.keys);
    if (!data || signer == 0 || signer != session.keys.controlKey())
        return std::nullopt;
    const std::string_view text(reinterpret_cast<const char *>(data->data()), data->size());
    if (refusalOfLines(text, session.flags))
        return std::nullopt;
    if (m_waiting.size() >= MostWaiting)
        m_waiting.pop_front();
    m_waiting.push_back({++m_lastQuestion, *header, signer, arrival.remote, arrival.local});
    return ConfigureLines{m_lastQuestion, std::string(text), arrival.remote};
}

std::vector<Transmit> RemoteConfiguration::answer(std::uint32_t question, const std::string &text,
                                                  const Snapshot &snapshot, KeyRing &keys)
{
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [question](const Waiting &w) { return w.question == question; });
    if (waiting == m_waiting.end())
        return {};
    protocol::ControlHeader header = waiting->header;
    header.leap = static_cast<protocol::Leap>(snapshot.system.leap & 3);
    header.status = statusWord(snapshot.system);
    auto datagrams = protocol::controlReply(header, text);
    signControl(datagrams, waiting->signer, keys);
    std::vector<Transmit> replies;
    for (auto &datagram : datagrams)
        replies.push_back(Transmit{0, waiting->remote, waiting->local, 0, std::move(datagram), 0});
    m_waiting.erase(waiting);
    return replies;
}

} // namespace noonmark::engine
