// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/resolver.h"

#include "core/transport/socketaddress.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <cstring>

#include <netdb.h>

namespace noonmark::transport {

namespace {

constexpr int Helpers = 4;
constexpr int Patience = 50; // ms for helpers that are nearly done when the resolver goes

int domainOf(const std::optional<Family> &family)
{
    if (!family)
        return AF_UNSPEC;
    return *family == Family::V4 ? AF_INET : AF_INET6;
}

IpAddress addressOf(const addrinfo &entry)
{
    sockaddr_storage storage{};
    std::memcpy(&storage, entry.ai_addr, std::min<std::size_t>(entry.ai_addrlen, sizeof storage));
    return endpointOf(storage).address;
}

engine::NameAnswer lookUp(const engine::ResolveName &question)
{
    engine::NameAnswer answer{question.question, {}, {}};
    addrinfo hints{};
    hints.ai_family = domainOf(question.family);
    hints.ai_socktype = SOCK_DGRAM; // one entry per address instead of one per protocol
    addrinfo *found = nullptr;
    const int status = getaddrinfo(question.name.c_str(), nullptr, &hints, &found);
    if (status != 0) {
        answer.trouble = status == EAI_SYSTEM ? std::strerror(errno) : gai_strerror(status);
        return answer;
    }
    for (const addrinfo *entry = found; entry != nullptr; entry = entry->ai_next) {
        const IpAddress address = addressOf(*entry);
        if (std::find(answer.addresses.begin(), answer.addresses.end(), address) == answer.addresses.end())
            answer.addresses.push_back(address);
    }
    freeaddrinfo(found);
    return answer;
}

std::string lookUpName(const IpAddress &address)
{
    const SocketAddress place = SocketAddress::of({address, 0});
    const auto *raw = static_cast<const sockaddr *>(static_cast<const void *>(&place.storage));
    std::array<char, NI_MAXHOST> name{};
    const int status = getnameinfo(raw, place.length, name.data(), name.size(), nullptr, 0, NI_NAMEREQD);
    return status == 0 ? std::string(name.data()) : std::string();
}

} // namespace

Resolver::Resolver(Thread thread, QObject *parent)
    : QObject(parent)
    , m_thread(thread)
    , m_pool(std::make_unique<QThreadPool>())
    , m_mailbox(new QObject, [](QObject *mailbox) { mailbox->deleteLater(); })
{
    m_pool->setMaxThreadCount(Helpers);
}

Resolver::~Resolver()
{
    m_pool->clear();
    // A pool waits for its threads when it is deleted, and getaddrinfo() cannot be interrupted.
    if (!m_pool->waitForDone(Patience))
        static_cast<void>(m_pool.release());
}

void Resolver::ask(const engine::ResolveName &question)
{
    const QPointer<Resolver> self(this);
    const auto deliver = [self](const engine::NameAnswer &answer) {
        if (self)
            emit self->answered(answer);
    };
    if (const auto literal = IpAddress::parse(question.name)) {
        const bool fits = !question.family || *question.family == literal->family();
        const std::vector<IpAddress> addresses(fits ? 1 : 0, *literal);
        const engine::NameAnswer answer{question.question, addresses, {}};
        QMetaObject::invokeMethod(
            m_mailbox.get(), [=] { deliver(answer); }, Qt::QueuedConnection);
        return;
    }
    if (m_thread == Thread::Own) {
        const engine::NameAnswer answer = lookUp(question);
        QMetaObject::invokeMethod(
            m_mailbox.get(), [=] { deliver(answer); }, Qt::QueuedConnection);
        return;
    }
    m_pool->start([mailbox = m_mailbox, question, deliver] {
        const engine::NameAnswer answer = lookUp(question);
        QMetaObject::invokeMethod(
            mailbox.get(), [=] { deliver(answer); }, Qt::QueuedConnection);
    });
}

void Resolver::askName(const IpAddress &address)
{
    const QPointer<Resolver> self(this);
    m_pool->start([mailbox = m_mailbox, address, self] {
        const std::string name = lookUpName(address);
        const auto deliver = [self, address, name] {
            if (self)
                emit self->named(address, name);
        };
        QMetaObject::invokeMethod(mailbox.get(), deliver, Qt::QueuedConnection);
    });
}

} // namespace noonmark::transport
