// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <QObject>
#include <QStringList>

namespace noonmark::ui {

class ConfigurationSession;

// Hosts and networks that somebody who edits this file may mean: those that stand in it, also in lines that are
// commented out, those whose daemons the window watches, and this machine's own. One for each session.
class KnownHosts : public QObject
{
    Q_OBJECT

public:
    // The one of this session, which owns it.
    static KnownHosts &of(ConfigurationSession &session);

    void setWatched(const QStringList &hosts);
    // What may stand behind `server`, `pool` and the like.
    [[nodiscard]] QStringList sources() const;
    // What may stand behind `restrict`; a network with its mask.
    [[nodiscard]] QStringList restrictable() const;

private:
    explicit KnownHosts(ConfigurationSession &session);

    const ConfigurationSession &m_session;
    QStringList m_watched;
};

} // namespace noonmark::ui
