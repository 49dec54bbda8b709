// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/query.h"

#include "core/transport/resolver.h"
#include "core/transport/timesocket.h"

#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <functional>

namespace noonmark::monitor {

// One server of a round.
class Query::Server : public QObject
{
public:
    Server(const QueryOptions &options, transport::Place place, std::function<void()> changed);

    void resolved(const engine::NameAnswer &answer);
    QueryResult result;

private:
    void tryNextAddress();
    void askOnce();
    void take(const QByteArray &datagram, NtpTimestamp at);
    void goOn(QueryTrouble trouble);
    void finish(QueryTrouble trouble);

    const QueryOptions &m_options;
    std::function<void()> m_changed;
    std::optional<protocol::MacKey> m_key;
    std::deque<IpAddress> m_addresses;
    transport::TimeSocket m_socket;
    QTimer m_patience, m_pause;
    QueryQuestion m_question;
    QueryTrouble m_seen = QueryTrouble::Silent; // what came instead of an answer to the last question
};

Query::Server::Server(const QueryOptions &options, transport::Place place, std::function<void()> changed)
    : m_options(options)
    , m_changed(std::move(changed))
{
    result.place = std::move(place);
    m_patience.setSingleShot(true);
    m_patience.setInterval(options.patienceMilliseconds);
    m_pause.setSingleShot(true);
    m_pause.setInterval(options.spacingMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { goOn(m_seen); });
    connect(&m_pause, &QTimer::timeout, this, &Server::askOnce);
    connect(&m_socket, &transport::TimeSocket::received, this, &Server::take);
    connect(&m_socket, &transport::TimeSocket::refused, this, [this] { goOn(QueryTrouble::Refused); });
    connect(&m_socket, &transport::TimeSocket::unreachable, this,
            [this] { goOn(QueryTrouble::Unreachable); });
    if (!options.key)
        return;
    auto key = protocol::MacKey::make(options.key->type, std::as_bytes(std::span(options.key->secret)));
    if (key)
        m_key = std::move(*key);
    result.isSigned = m_key.has_value();
}

void Query::Server::resolved(const engine::NameAnswer &answer)
{
    m_addresses.assign(answer.addresses.begin(), answer.addresses.end());
    if (m_addresses.empty()) {
        result.systemText = answer.trouble;
        finish(QueryTrouble::NameUnresolved);
        return;
    }
    tryNextAddress();
}

void Query::Server::tryNextAddress()
{
    result.endpoint = {m_addresses.front(), result.place.port};
    m_addresses.pop_front();
    if (m_socket.open(result.endpoint))
        askOnce();
    else
        goOn(QueryTrouble::Unreachable);
}

void Query::Server::askOnce()
{
    m_seen = QueryTrouble::Silent;
    m_question.cookie = NtpTimestamp::fromUnits(QRandomGenerator::system()->generate64());
    m_question.keyNumber = m_options.key ? m_options.key->number : 0;
    m_question.key = m_key ? &*m_key : nullptr;
    ++result.asked;
    const auto sent = m_socket.send(queryDatagram(m_question));
    if (!sent) {
        goOn(QueryTrouble::Unreachable);
        return;
    }
    m_question.sent = *sent;
    m_patience.start();
}

void Query::Server::take(const QByteArray &datagram, NtpTimestamp at)
{
    if (!m_patience.isActive())
        return;
    const auto bytes =
        std::as_bytes(std::span(datagram.constData(), static_cast<std::size_t>(datagram.size())));
    const QueryReply reply = readReply(bytes, at, m_question);
    if (reply.trouble == QueryTrouble::WrongOrigin || reply.trouble == QueryTrouble::Malformed) {
        m_seen = reply.trouble; // anybody can send these: the true answer may still come
        return;
    }
    if (reply.trouble == QueryTrouble::None) {
        result.samples.push_back(reply.sample);
        result.figures = figuresOf(result.samples);
    } else {
        result.figures.best = reply.sample;
        result.kiss = reply.kiss;
    }
    goOn(reply.trouble);
}

void Query::Server::goOn(QueryTrouble trouble)
{
    if (result.done)
        return;
    m_patience.stop();
    const bool isDeaf = trouble == QueryTrouble::Silent || trouble == QueryTrouble::Refused ||
                        trouble == QueryTrouble::Unreachable;
    const bool isAnswered = !isDeaf || result.gaveTime();
    if (!isAnswered && !m_addresses.empty()) {
        tryNextAddress();
        return;
    }
    // Who was told to go away goes, and what a router refuses now it refuses in two seconds.
    const bool isHopeless = trouble == QueryTrouble::Kissed || trouble == QueryTrouble::Refused ||
                            trouble == QueryTrouble::Unreachable;
    if (isHopeless || result.asked >= m_options.samples) {
        finish(trouble);
        return;
    }
    m_changed();
    if (isDeaf)
        askOnce();
    else
        m_pause.start();
}

void Query::Server::finish(QueryTrouble trouble)
{
    m_socket.close();
    const bool isKissed = trouble == QueryTrouble::Kissed;
    result.trouble =
        result.gaveTime() && !isKissed ? troubleOf(result.figures, m_options.maxDistance) : trouble;
    result.done = true;
    m_changed();
}

Query::Query(QueryOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_resolver(std::make_unique<transport::Resolver>())
{
    connect(m_resolver.get(), &transport::Resolver::answered, this, [this](const engine::NameAnswer &answer) {
        const std::size_t index = answer.question - m_firstQuestion; // wraps for those of earlier rounds
        if (index < m_servers.size() && !m_servers[index]->result.done)
            m_servers[index]->resolved(answer);
    });
}

Query::~Query() = default;

void Query::ask(const std::vector<transport::Place> &places)
{
    stop();
    for (std::size_t i = 0; i < std::min(places.size(), MostServers); ++i) {
        m_servers.push_back(std::make_unique<Server>(
            m_options, places[i], [this, index = static_cast<int>(i)] { tellLater(index); }));
    }
    m_running = count();
    if (m_running == 0)
        QTimer::singleShot(0, this, &Query::finished);
    for (std::size_t i = 0; i < m_servers.size(); ++i)
        m_resolver->ask({m_firstQuestion + static_cast<std::uint32_t>(i), places[i].host.toStdString(),
                         m_options.family});
}

void Query::stop()
{
    m_firstQuestion += static_cast<std::uint32_t>(m_servers.size());
    m_servers.clear();
    m_running = 0;
}

bool Query::isAsking() const
{
    return m_running > 0;
}

const QueryResult &Query::result(int index) const
{
    return m_servers.at(static_cast<std::size_t>(index))->result;
}

std::vector<QueryResult> Query::results() const
{
    std::vector<QueryResult> all;
    for (const auto &server : m_servers)
        all.push_back(server->result);
    return all;
}

// Who is told may stop the round, and with it the server that has just spoken: not while it speaks.
void Query::tellLater(int index)
{
    QMetaObject::invokeMethod(
        this,
        [this, index, round = m_firstQuestion] {
            if (round == m_firstQuestion)
                tell(index);
        },
        Qt::QueuedConnection);
}

void Query::tell(int index)
{
    const std::uint32_t round = m_firstQuestion;
    const bool isLast = result(index).done && --m_running == 0;
    emit advanced(index);
    if (isLast && round == m_firstQuestion)
        emit finished();
}

} // namespace noonmark::monitor
