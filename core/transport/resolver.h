// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace noonmark::transport {

// Looks names up without ever making anybody wait: a few helper threads sit in getaddrinfo(), answers come
// back queued. A name server that does not answer costs a helper thread half a minute and nobody else
// anything, not even at the end: what is still stuck when the resolver goes is left behind.
class Resolver : public QObject
{
    Q_OBJECT

public:
    // Own: asks in the caller's thread, which waits.
    enum class Thread
    {
        Helpers,
        Own
    };
    explicit Resolver(Thread thread = Thread::Helpers, QObject *parent = nullptr);
    ~Resolver() override;

    void ask(const engine::ResolveName &question);
    // The other way round: the name of an address.
    void askName(const IpAddress &address);

signals:
    void answered(const noonmark::engine::NameAnswer &answer);
    void named(const noonmark::IpAddress &address, const std::string &name); // "" if it has none

private:
    Thread m_thread;
    std::unique_ptr<QThreadPool> m_pool;
    std::shared_ptr<QObject> m_mailbox; // outlives us while a helper thread may still post to it
};

} // namespace noonmark::transport
