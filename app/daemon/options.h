// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/interfacerules.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include <tl/expected.hpp>

namespace noonmark::daemon {

// What the process gives back. The numbers are part of the interface: units and scripts know them.
enum class ExitStatus : int
{
    Success = 0,
    Findings = 1,   // --check found something
    Unreadable = 2, // the file, or these options
    PortTaken = 3,
    NotPermitted = 4,
    Panic = 5, // the system clock is too far off to be set without being asked
    Failure = 6,
    NoTime = 7 // -q: nobody gave it
};

enum class ClockChoice
{
    Steered,
    Observing,
    System
};

// The command line, with ntpd's letters where they mean the same.
struct Options
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::daemon::Options)

public:
    QString configFile = QStringLiteral("/etc/ntp.conf");
    std::uint16_t port = 123;
    ClockChoice clock = ClockChoice::Steered;
    bool checkOnly = false;
    bool mayPanicOnce = false;
    bool slewOnly = false;
    std::optional<Family> family;
    std::vector<IpAddress> listenOn;       // a wildcard, where one family is enough
    std::vector<InterfaceRule> interfaces; // -I; the file's count no more
    QString user;
    QString driftFile;
    QString pidFile;
    QString logFile;
    bool setsAndQuits = false;
    bool highPriority = false;
    bool singleThread = false;
    std::size_t workers = 1;
    std::optional<std::uint64_t> seed;

    // Why there are no options: a text for the terminal and the status to end with.
    struct Farewell
    {
        QString text;
        ExitStatus status = ExitStatus::Success;
    };
    [[nodiscard]] static tl::expected<Options, Farewell> parse(const QStringList &arguments);
};

} // namespace noonmark::daemon
