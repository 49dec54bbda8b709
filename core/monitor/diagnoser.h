// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/diagnose.h"

#include <QObject>

#include <memory>

namespace noonmark::transport {
class ControlClient;
}

namespace noonmark::monitor {

struct DiagnoserOptions
{
    int patienceMilliseconds = 1200; // for one question
};

// Gathers the facts for a diagnosis: asks the daemon about itself and for the time, asks each source that is
// silent to it, and looks who holds the port. Nothing is changed anywhere.
class Diagnoser : public QObject
{
    Q_OBJECT

public:
    explicit Diagnoser(DiagnoserOptions options = {}, QObject *parent = nullptr);
    ~Diagnoser() override;

    void start(const transport::Place &place);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] const DiagnoseFacts &facts() const { return m_facts; }

signals:
    void finished(const noonmark::monitor::Diagnosis &diagnosis);

private:
    void askForTime();
    void timeCame();
    void lookAtPort();

    std::unique_ptr<transport::ControlClient> m_client;
    Query m_query;
    transport::Place m_place;
    DiagnoseFacts m_facts;
    std::vector<std::uint16_t> m_probed; // whose answers stand behind the daemon's own in the query
    bool m_isRunning = false;
};

} // namespace noonmark::monitor
