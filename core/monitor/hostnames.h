// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace noonmark::transport {
class Resolver;
}

namespace noonmark::monitor {

// The names that belong to addresses, looked up at leisure: a few at a time, so that a list of ten thousand
// clients does not become an attack on the name server. Every answer is kept, also that there is none.
class HostNames : public QObject
{
    Q_OBJECT

public:
    explicit HostNames(QObject *parent = nullptr);
    ~HostNames() override;

    // The name, "" if there is none, nothing while it is not known: then it is looked up.
    [[nodiscard]] std::optional<std::string> nameOf(const IpAddress &address);
    // The same, but nothing is looked up: for searching and sorting, which touch every row.
    [[nodiscard]] std::string knownName(const IpAddress &address) const;

signals:
    void found(const noonmark::IpAddress &address, const std::string &name);

private:
    void lookUpNext();

    static constexpr std::size_t MostKept = 50'000;
    static constexpr std::size_t MostWaiting = 2'000;
    std::unique_ptr<transport::Resolver> m_resolver;
    std::map<IpAddress, std::string> m_names;
    std::set<IpAddress> m_asked;
    std::deque<IpAddress> m_waiting; // the last asked for is the first looked up: it is the one on the screen
    QTimer m_pace;
    int m_running = 0;
};

} // namespace noonmark::monitor
