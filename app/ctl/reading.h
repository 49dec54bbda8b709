// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/transport/controlsnapshot.h"
#include "core/transport/place.h"

#include <QString>

class QCommandLineParser;

namespace noonmark::ctl {

// What one look at a daemon over mode 6 brought.
struct Reading
{
    engine::Snapshot snapshot;
    transport::ControlReading variables;
};

// "host", "host:port", "v6", "[v6]:port"; "" is this machine. Malformed if there is no such thing.
[[nodiscard]] Result<transport::Place> placeOf(const QString &text);
[[nodiscard]] Result<Reading> readDaemon(const QString &place);

// For the commands that ask one daemon: the argument HOST, the place it names, and a look at the daemon there.
void declareDaemon(QCommandLineParser &parser, const QString &syntax = QStringLiteral("[HOST[:PORT]]"));
[[nodiscard]] Result<transport::Place> givenPlace(const QCommandLineParser &parser);
[[nodiscard]] Result<Reading> readGivenDaemon(const QCommandLineParser &parser);

} // namespace noonmark::ctl
