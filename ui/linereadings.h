// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/reading.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <string>
#include <vector>

namespace noonmark::ui {

class ConfigurationSession;

// What the daemon of the session's dialect really does with each line of its file, kept in step with it. One for
// each session, shared by all who show it. Window thread.
class LineReadings : public QObject
{
    Q_OBJECT

public:
    // The one of this session, which owns it.
    static LineReadings &of(ConfigurationSession &session);
    ~LineReadings() override;

    // Null while a long file is being read, and for a line that is not there.
    [[nodiscard]] const config::LineReading *at(int line) const;
    // Whether the daemon does something else with the line than it says.
    [[nodiscard]] bool departs(int line) const;
    // What it does, one sentence a line, the daemon named first; "" if it does just what is written.
    [[nodiscard]] QString departure(int line) const;

signals:
    void changed();

private:
    explicit LineReadings(ConfigurationSession &session);
    void follow();
    void dropMisplaced();
    void readElsewhere();
    void take(int revision, std::vector<config::LineReading> readings);

    const ConfigurationSession &m_session;
    std::vector<config::LineReading> m_readings;
    int m_ofSession = -1; // the session's revision that the readings are of, or will be
    int m_file = 0;
    Dialect m_dialect = Dialect::Noonmark;
    int m_revision = 0;
    QTimer m_timer;
    QThreadPool m_workers; // reads a long file
};

} // namespace noonmark::ui
