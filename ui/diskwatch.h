// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

namespace noonmark::ui {

class ConfigurationSession;

// Has the session look at its files whenever somebody may have written it: when the system says so, and when
// the person comes back to the program (network file systems say nothing).
class DiskWatch : public QObject
{
    Q_OBJECT

public:
    explicit DiskWatch(ConfigurationSession &session, QObject *parent = nullptr);

private:
    void watchFile();

    ConfigurationSession &m_session;
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
};

} // namespace noonmark::ui
