// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/queryanswer.h"
#include "core/transport/place.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace noonmark::transport {
class Resolver;
}

namespace noonmark::monitor {

struct QueryKey
{
    std::uint32_t number = 0;
    protocol::MacType type = protocol::MacType::Md5;
    std::string secret;
};

struct QueryOptions
{
    int samples = 4;
    // Faster than every 2 s is what "restrict ... limited" punishes, in ntpd and ntpsec alike.
    int spacingMilliseconds = 2000;
    int patienceMilliseconds = 1500;
    double maxDistance = 1.5;
    std::optional<QueryKey> key = {};
    std::optional<Family> family = {};
};

// What is known about one server, and grows while it is asked.
struct QueryResult
{
    transport::Place place;
    Endpoint endpoint; // the one that was asked; port 0 before a name is resolved
    int asked = 0;
    std::vector<QuerySample> samples;          // in the order they came
    QueryTrouble trouble = QueryTrouble::None; // final when `done`
    std::uint32_t kiss = 0;
    std::string systemText; // why a name could not be resolved
    QueryFigures figures;   // of the samples
    bool isSigned = false;           // it was asked with a key
    bool done = false;

    [[nodiscard]] bool gaveTime() const { return !samples.empty(); }
};

// Asks servers for the time as a client would, several at once, and changes nothing. Each is asked a few
// times unless it sends a kiss-o'-death; an address that is silent makes room for the next one of the same
// name.
class Query : public QObject
{
    Q_OBJECT

public:
    explicit Query(QueryOptions options = {}, QObject *parent = nullptr);
    ~Query() override;

    static constexpr std::size_t MostServers = 256;
    // Signs the questions of the next round; none: they go unsigned.
    void setKey(std::optional<QueryKey> key) { m_options.key = std::move(key); }
    // A round that runs is given up.
    void ask(const std::vector<transport::Place> &places);
    void stop();
    [[nodiscard]] bool isAsking() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_servers.size()); }
    [[nodiscard]] const QueryResult &result(int index) const;
    [[nodiscard]] std::vector<QueryResult> results() const;

signals:
    void advanced(int index); // something new about this one
    void finished();          // all are done

private:
    class Server;
    void tellLater(int index);
    void tell(int index);

    QueryOptions m_options;
    std::unique_ptr<transport::Resolver> m_resolver;
    std::vector<std::unique_ptr<Server>> m_servers;
    std::uint32_t m_firstQuestion =
        0; // of this round: late answers about another round's names are none of its
    int m_running = 0;
};

} // namespace noonmark::monitor
