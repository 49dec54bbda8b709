// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/clock/clock.h"
#include "core/engine/engine.h"

#include <QObject>

#include <memory>
#include <variant>

namespace noonmark::transport {

struct DriverOptions
{
    std::uint16_t port = 123;        // of the service; 0 = serve nobody
    std::vector<IpAddress> listenOn; // empty: the wildcard of both families
    int snapshotMilliseconds = 250;
    // One thread, IPv4, and of the socket calls only those that every simulator of networks replaces.
    bool plainCalls = false;
    // Threads that answer clients, the driver's own among them; not with plain calls.
    std::size_t workers = 1;
    // What is still to be slewed when it ends is left to the clock, which goes on with it alone.
    bool leavesSlewToClock = false;
};

// What the statistics files have lines for.
using Measured = std::variant<engine::SampleTaken, engine::ClockUpdated, engine::AnswerSeen>;

// Gives one Engine its outside world: sockets with kernel time stamps, a timer, name resolution on helper
// threads, and a clock. Lives in one thread (its own in the window, the main one in noonmarkd); only the
// signals' values leave it.
class EngineDriver : public QObject
{
    Q_OBJECT

public:
    EngineDriver(engine::EngineConfig config, std::unique_ptr<clock::Clock> clock, Random random,
                 DriverOptions options, QObject *parent = nullptr);
    ~EngineDriver() override;

    // Opens the service port and starts the engine. PortTaken and NotPermitted name the port; after a failure
    // nothing runs and start() may be called again.
    [[nodiscard]] Result<void> start();
    void stop();
    void reconfigure(const noonmark::engine::EngineConfig &config);
    [[nodiscard]] engine::Snapshot snapshot() const;

    // The answer to configurationAsked(), for the administrator who asked by mode 6.
    void answerConfiguration(std::uint32_t question, const std::string &answer);

    // The administrator lets this member of a pool go; false: it is none.
    bool dismiss(std::uint16_t association);

signals:
    // Lines of ntp.conf, signed with the control key; nobody connected: they are refused.
    void configurationAsked(const noonmark::engine::ConfigureLines &lines);
    void snapshotTaken(const noonmark::engine::Snapshot &snapshot);
    void eventHappened(const noonmark::engine::Event &event);
    // With all values as they were right after it.
    void measured(const noonmark::transport::Measured &what, const noonmark::engine::Snapshot &snapshot);
    // The clock refuses the engine's commands; told once for each kind of failure.
    void troubleHappened(const noonmark::Error &error);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace noonmark::transport
