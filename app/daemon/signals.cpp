// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/signals.h"

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace noonmark::daemon {

namespace {

sigset_t ours()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGHUP, SIGTERM, SIGINT})
        sigaddset(&set, number);
    return set;
}

} // namespace

void Signals::block()
{
    const sigset_t set = ours();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Signals::Signals(QObject *parent)
    : QObject(parent)
{}

void Signals::listen()
{
    const sigset_t set = ours();
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Signals::read);
}

Signals::~Signals()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void Signals::read()
{
    signalfd_siginfo info{};
    while (::read(m_descriptor, &info, sizeof info) == sizeof info) {
        if (info.ssi_signo == SIGHUP)
            emit reloadAsked();
        else
            emit endAsked();
    }
}

} // namespace noonmark::daemon
