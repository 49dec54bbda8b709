// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/leapseconds.h"
#include "app/daemon/log.h"
#include "app/daemon/options.h"
#include "app/daemon/privileges.h"
#include "app/daemon/settingonce.h"
#include "app/daemon/signals.h"
#include "app/daemon/statistics.h"
#include "app/daemon/watchdog.h"
#include "core/config/filetree.h"
#include "core/config/remoteedit.h"
#include "core/transport/enginedriver.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace noonmark::daemon {

// noonmarkd itself: one file, one engine, one clock, until a signal ends it. start() once, then run the event
// loop.
class Daemon : public QObject
{
    Q_OBJECT

public:
    explicit Daemon(Options options, QObject *parent = nullptr);
    ~Daemon() override;

    // Nothing if it runs; otherwise it was said why, and this is the status to end with.
    [[nodiscard]] std::optional<ExitStatus> start();

private:
    // The file with all that it includes, in place of what was in force; that stays if there is no such file.
    [[nodiscard]] Result<void> load();
    [[nodiscard]] engine::EngineConfig adapted() const;
    [[nodiscard]] std::optional<ExitStatus> runDriver();
    void takeNames();
    [[nodiscard]] bool wantsToBeTold(const engine::Event &event) const;
    void hourPassed();
    void minutePassed();
    // Ends when whoever told us of it has finished.
    void endSoon(ExitStatus status);
    void heardPanic();
    std::optional<ExitStatus> closeDoors(const std::optional<Identity> &identity);
    void tryFiles();
    void takeKeys();
    void writePidFile();
    void removePidFile(const QString &path);
    void describe(const std::set<std::string> &knownNames);
    std::optional<ExitStatus> give(const Error &error);
    void reload();
    void end(ExitStatus status);
    void hear(const engine::Event &event);
    [[nodiscard]] config::UnpeerTarget unpeerTarget(const std::string &word) const;
    void configureRemotely(const engine::ConfigureLines &asked);
    void tellOfRemote(const engine::ConfigureLines &asked, const config::RemoteEdit &edit);
    void writeDriftFile();

    Options m_options;
    Log m_log;
    Signals m_signals;
    Statistics m_statistics;
    LeapSeconds m_leapSeconds;
    Watchdog m_watchdog;
    SettingOnce m_once;
    QTimer m_patience{this}; // -q
    bool m_hasEnded = false;
    QTimer m_hour{this};
    QTimer m_minute{this};
    config::Lowered m_lowered; // what is in force
    std::optional<config::FileTree> m_tree;
    std::optional<config::Document> m_changed; // what the administrator made of it by mode 6, until the next reload
    QString m_driftFile;
    QString m_pidFile;
    bool m_hasPidFile = false;
    QString m_logFile;
    std::vector<engine::SymmetricKey> m_keys;
    std::unique_ptr<transport::EngineDriver> m_driver;
};

} // namespace noonmark::daemon
