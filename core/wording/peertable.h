// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace noonmark::wording {

enum class PeerColumns
{
    Refid,       // ntpq -p
    Association, // apeers: the association's number
    Local        // opeers: our address there, and the dispersion for the jitter
};

struct PeerLayout
{
    PeerColumns columns = PeerColumns::Refid;
    bool numeric = false; // addresses, not names
    bool wide = false;    // names are never cut: a long one has a line of its own, as with ntpq -w
};

// ntpq's table, blank for blank, with its head: scripts were written for it, so its words and its point stay
// English.
[[nodiscard]] QStringList peerTable(const std::vector<engine::AssociationSnapshot> &associations,
                                    const PeerLayout &layout);
// How its rows call a source.
[[nodiscard]] QString peerName(const engine::AssociationSnapshot &association, bool numeric);
[[nodiscard]] QString peerAddress(const engine::AssociationSnapshot &association);
// What stands under "poll": the shorter of what the two ask for, as ntpq shows it.
[[nodiscard]] int pollSeconds(const engine::AssociationSnapshot &association);

} // namespace noonmark::wording
