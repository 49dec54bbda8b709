// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"

#include <QThread>

#include <memory>

namespace noonmark::monitor {

class EngineHost;

struct InProcessOptions
{
    std::uint16_t port = 11123; // without privileges; the next free one is taken if somebody else holds it
    std::uint16_t portsToTry = 10;
    int frameMilliseconds = 500;
};

// The engine inside this program: answers on an unprivileged port and only observes the clock, it never sets
// it. The engine lives in a thread of its own; configuration goes in and snapshots come out as queued values.
class InProcessTarget : public Target
{
    Q_OBJECT

public:
    explicit InProcessTarget(InProcessOptions options, QObject *parent = nullptr);
    ~InProcessTarget() override;

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool isBuiltIn() const override { return true; }
    // The port that is really bound; 0 while the engine does not run.
    [[nodiscard]] std::uint16_t port() const { return m_port; }

    void start() override;
    void stop() override;
    // Before start(): what to start with. Later: taken over without losing what did not change.
    void applyConfiguration(const QByteArray &ntpConf) override;

signals:
    void addressChanged();

private:
    friend class EngineHost;
    void snapshotArrived(const engine::Snapshot &snapshot);
    void started(std::uint16_t port);
    void startFailed(const Error &error);
    void stopped();

    InProcessOptions m_options;
    std::uint16_t m_port = 0;
    EngineHost *m_host; // lives and dies in the thread
    std::unique_ptr<QThread> m_thread;
};

} // namespace noonmark::monitor
