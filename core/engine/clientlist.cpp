// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/clientlist.h"

#include "core/engine/controlvariables.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace noonmark::engine {

namespace {

constexpr std::uint32_t MostFragments = 128;
constexpr std::uint32_t MostRows = 256;
constexpr std::size_t MostAnchors = 16;

template <typename Number> void readNumber(std::string_view text, Number &number)
{
    const bool isHex = text.starts_with("0x");
    if (isHex)
        text.remove_prefix(2);
    Number value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, isHex ? 16 : 10);
    if (!text.empty() && stop == end && error == std::errc())
        number = value;
}

// "0xeeaa82a3.5d78a352"
NtpTimestamp readTimestamp(std::string_view text)
{
    const std::size_t point = text.find('.');
    std::uint32_t seconds = 0;
    std::uint32_t fraction = 0;
    if (point == std::string_view::npos)
        return {};
    readNumber(text.substr(0, point), seconds);
    readNumber("0x" + std::string(text.substr(point + 1)), fraction);
    return NtpTimestamp::fromUnits(std::uint64_t{seconds} << 32 | fraction);
}

// The N of "addr.N"; nothing for other names and beyond what is looked at.
std::optional<std::size_t> anchorIndex(std::string_view name, std::string_view stem)
{
    std::size_t index = MostAnchors;
    if (name.starts_with(stem))
        readNumber(name.substr(stem.size()), index);
    return index < MostAnchors ? std::optional(index) : std::nullopt;
}

class ClientLister
{
public:
    ClientLister(const ClientListRequest &request, const ClientTable &clients, const Now &now)
        : m_request(request)
        , m_clients(clients)
        , m_now(now)
    {}
    tl::expected<std::string, protocol::ControlError> list(const std::string &nonce);

private:
    [[nodiscard]] bool findStart();
    void confirm(const ClientRecord &client);
    void skipToRecent();
    [[nodiscard]] bool isWanted(const ClientRecord &client) const;
    void addRow(const ClientRecord &client, std::uint32_t number);
    [[nodiscard]] bool hasRoom() const;

    const ClientListRequest &m_request;
    const ClientTable &m_clients;
    const Now &m_now;
    ClientTable::Cursor m_at = ClientTable::End;
    protocol::ControlText m_text;
};

tl::expected<std::string, protocol::ControlError> ClientLister::list(const std::string &nonce)
{
    const bool tooMuch = m_request.fragments > MostFragments || m_request.limit > MostRows;
    if (tooMuch || (m_request.fragments == 0 && m_request.limit == 0))
        return tl::unexpected(protocol::ControlError::BadValue);
    m_text.add("nonce", nonce);
    if (!findStart())
        return tl::unexpected(protocol::ControlError::UnknownVariable);
    const std::uint32_t limit =
        m_request.limit == 0 ? std::numeric_limits<std::uint32_t>::max() : m_request.limit;
    for (std::uint32_t count = 0; m_at != ClientTable::End && count < limit && hasRoom();
         m_at = m_clients.newer(m_at)) {
        const ClientRecord client = m_clients.at(m_at);
        if (isWanted(client))
            addRow(client, count++);
    }
    if (m_at != ClientTable::End)
        return m_text.finish();
    m_text.add("now", timestamp(m_now.wall));
    if (m_clients.newest() != ClientTable::End)
        m_text.add("last.newest", timestamp(m_clients.at(m_clients.newest()).last));
    return m_text.finish();
}

// The first of the asker's rows that is still as he saw it tells where his list ends.
bool ClientLister::findStart()
{
    for (const ClientListRequest::Anchor &anchor : m_request.anchors) {
        const auto endpoint = Endpoint::parse(anchor.address);
        const ClientTable::Cursor at = endpoint ? m_clients.seek(endpoint->address) : ClientTable::End;
        if (at == ClientTable::End)
            continue;
        const ClientRecord client = m_clients.at(at);
        if (client.endpoint != *endpoint || client.last != anchor.last)
            continue;
        m_at = at;
        if (m_request.limit == 1) // asks for that row itself
            return true;
        confirm(client);
        m_at = m_clients.newer(at);
        return true;
    }
    if (!m_request.anchors.empty())
        return false;
    m_at = m_clients.oldest();
    skipToRecent();
    return true;
}

void ClientLister::confirm(const ClientRecord &client)
{
    m_text.add("last.older", timestamp(client.last));
    m_text.add("addr.older", client.endpoint.toString());
}

void ClientLister::skipToRecent()
{
    const std::size_t skipped =
        m_request.recent == 0 ? 0
                              : m_clients.size() - std::min<std::size_t>(m_clients.size(), m_request.recent);
    for (std::size_t i = 0; i < skipped; ++i)
        m_at = m_clients.newer(m_at);
}

bool ClientLister::isWanted(const ClientRecord &client) const
{
    const bool hasAll = (client.flags & m_request.allFlags) == m_request.allFlags;
    const bool hasAny = m_request.anyFlags == 0 || (client.flags & m_request.anyFlags) != 0;
    const bool isFresh =
        m_request.maxAge == 0 || (m_now.wall - client.last).toSeconds() <= m_request.maxAge;
    return client.packets >= m_request.minCount && hasAll && hasAny && isFresh;
}

void ClientLister::addRow(const ClientRecord &client, std::uint32_t number)
{
    const std::string suffix = '.' + std::to_string(number);
    const auto add = [&](const char *tag, const std::string &value) { m_text.add(tag + suffix, value); };
    add("addr", client.endpoint.toString());
    add("last", timestamp(client.last));
    add("first", timestamp(client.first));
    add("ct", std::to_string(client.packets));
    add("mv", std::to_string(client.version << 3 | client.mode));
    add("rs", hexadecimal(client.flags));
    add("dr", std::to_string(client.dropped));
}

// Room for one more row in the datagrams that were asked for: the first one is always there for the nonce.
bool ClientLister::hasRoom() const
{
    const std::size_t fragments = m_request.fragments == 0 ? MostFragments : m_request.fragments;
    return m_text.size() / protocol::ControlFragmentSize + 1 < fragments;
}

} // namespace

ClientListRequest ClientListRequest::parse(std::string_view text)
{
    ClientListRequest request;
    for (const auto &[name, value] : protocol::parseControlVariables(text)) {
        if (name == "nonce")
            request.nonce = value;
        else if (name == "frags")
            readNumber(value, request.fragments);
        else if (name == "limit")
            readNumber(value, request.limit);
        else if (name == "recent")
            readNumber(value, request.recent);
        else if (name == "mincount")
            readNumber(value, request.minCount);
        else if (name == "maxlstint")
            readNumber(value, request.maxAge);
        else if (name == "resall")
            readNumber(value, request.allFlags);
        else if (name == "resany")
            readNumber(value, request.anyFlags);
        const auto address = anchorIndex(name, "addr.");
        const auto last = anchorIndex(name, "last.");
        if (!address && !last)
            continue;
        const std::size_t index = address.value_or(last.value_or(0));
        request.anchors.resize(std::max(request.anchors.size(), index + 1));
        if (address)
            request.anchors[index].address = value;
        else
            request.anchors[index].last = readTimestamp(value);
    }
    return request;
}

tl::expected<std::string, protocol::ControlError> listClients(const ClientListRequest &request,
                                                              const ClientTable &clients, const Now &now,
                                                              const std::string &nonce)
{
    return ClientLister(request, clients, now).list(nonce);
}

} // namespace noonmark::engine
