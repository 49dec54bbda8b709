// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/sourcemode.h"

#include <QObject>

namespace noonmark::monitor {
class Journal;
}

namespace noonmark::ui {

class ConfigurationSession;

// Writes into the journal what a person does to the file.
class SessionJournal : public QObject
{
    Q_OBJECT

public:
    SessionJournal(ConfigurationSession &session, monitor::Journal &journal, QObject *parent = nullptr);

    // The engine inside was given the file, with so many changed lines.
    void applied(int lines);
    void opened();

private:
    void stepped(const QString &name, bool isForward);

    ConfigurationSession &m_session;
    monitor::Journal &m_journal;
    config::SourceMode m_mode;
};

} // namespace noonmark::ui
