// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/peertable.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace noonmark::ctl {

using wording::PeerColumns;
using wording::PeerLayout;
using wording::peerTable;

[[nodiscard]] QJsonObject peerObject(const engine::AssociationSnapshot &association);

// The options that choose a layout.
void declareTable(QCommandLineParser &parser);
[[nodiscard]] PeerLayout layoutOf(const QCommandLineParser &parser);

} // namespace noonmark::ctl
