// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/protocol/control.h"
#include "core/transport/place.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace noonmark::monitor {

// How a chain of servers ends; GoesOn is no end.
enum class TraceEnd : unsigned char
{
    GoesOn,
    ReferenceClock, // stratum 1: the root
    LocalClock,     // its own undisciplined clock: an isolated master
    Orphan,         // orphan mode: the masters agree among themselves
    Unsynchronised, // it follows nobody
    Loop,           // it leads back to a host that was passed already
    TooDeep,
    Silent,  // neither tells what it follows nor gives time
    Refused, // nothing listens there
    NotTold, // gives time, but forbids queries, and its reference id is no address
    NameUnresolved
};

struct TraceHop
{
    Endpoint endpoint;
    std::string name;     // as it was asked for; "" behind the first
    bool isGuess = false; // found by the reference id of a server that forbids queries: it may be a v6 hash
    bool answersQueries = false;
    bool givesTime = false;
    std::uint8_t leap = 3;
    std::uint8_t stratum = 16;
    double offset = 0; // its own clock's, as it sees it; with givesTime only, as we see it
    double rootDistance = 0;
    std::uint32_t refid = 0;
    bool isRefidAddress = true; // as far as can be told: its daemon wrote a code, or something else
    std::optional<Endpoint> next;
    TraceEnd end = TraceEnd::GoesOn;
};

// What a daemon's variables tell of its place in the chain: the association that it follows (0 if none).
[[nodiscard]] std::uint16_t readHop(const protocol::ControlVariables &variables, TraceHop &hop);
// Where the chain goes from this hop, or how it ends; `source` is the address of the source if it was told.
void findNext(TraceHop &hop, const std::optional<IpAddress> &source);

struct TraceOptions
{
    int longest = 15; // beyond stratum 15 there is no time
    int patienceMilliseconds = 800;
    quint16 port = 123; // of all hosts behind the first
};

// Follows a server's time to its root, as ntptrace does; where queries are forbidden, by the reference id
// that comes with the time.
class Trace : public QObject
{
    Q_OBJECT

public:
    explicit Trace(TraceOptions options = {}, QObject *parent = nullptr);
    ~Trace() override;

    void start(const transport::Place &place);
    void stop();
    [[nodiscard]] bool isTracing() const;
    [[nodiscard]] const std::vector<TraceHop> &hops() const;

signals:
    void hopFound(int index);
    void finished(); // the last hop says how it ended

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace noonmark::monitor
