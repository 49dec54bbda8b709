// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"
#include "core/transport/place.h"

#include <QTimer>

#include <memory>

namespace noonmark::transport {
class ControlClient;
class TimeProbe;
} // namespace noonmark::transport

namespace noonmark::monitor {

struct ControlTargetOptions
{
    int intervalMilliseconds = 4000; // from the end of one look to the next
    int seldomMilliseconds = 16'000; // the same while nobody looks
    int longestPause = 64'000;       // the pause doubles with each look that fails, up to this
    int patienceMilliseconds = 1500; // for one question
};

// Any daemon that answers mode 6 queries: ntpd, ntpsec, Noonmark, here or elsewhere. Watched only: it cannot
// be configured from here. Nothing blocks; a look that fails comes as a frame that says why.
class ControlTarget : public Target
{
    Q_OBJECT

public:
    explicit ControlTarget(transport::Place place, ControlTargetOptions options = {},
                           QObject *parent = nullptr);
    ~ControlTarget() override;

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool isBuiltIn() const override { return false; }
    [[nodiscard]] const transport::Place &place() const { return m_place; }
    // Until the next look, in milliseconds: for tests of the back-off.
    [[nodiscard]] int pause() const { return m_pause; }

    void start() override;
    void stop() override;
    void applyConfiguration(const QByteArray &ntpConf) override;
    void lookOften(bool often) override;
    [[nodiscard]] protocol::ControlVariables variablesOf(std::uint16_t association) const override;

private:
    [[nodiscard]] int interval() const;
    void look();
    void snapshotRead(const engine::Snapshot &snapshot);
    void readFailed(const Error &error);
    void report(const Error &trouble);

    transport::Place m_place;
    ControlTargetOptions m_options;
    bool m_often = true;
    int m_pause;
    QTimer m_next;
    std::unique_ptr<transport::ControlClient> m_client;
    std::unique_ptr<transport::TimeProbe> m_probe;
};

} // namespace noonmark::monitor
