// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace noonmark::daemon {

// The signals of a daemon as ordinary events. Block them before the first thread starts, or a helper thread
// would be killed by them.
class Signals : public QObject
{
    Q_OBJECT

public:
    static void block();

    // Nothing happens until then.
    void listen();

    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

signals:
    void reloadAsked(); // SIGHUP
    void endAsked();    // SIGTERM, SIGINT

private:
    void read();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace noonmark::daemon
