// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionjournal.h"

#include "core/monitor/journal.h"

#include "ui/configurationsession.h"

#include <utility>

namespace noonmark::ui {

using monitor::JournalKind;

SessionJournal::SessionJournal(ConfigurationSession &session, monitor::Journal &journal, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_journal(journal)
    , m_mode(session.sourceMode())
{
    connect(&session, &ConfigurationSession::stepped, this, &SessionJournal::stepped);
}

void SessionJournal::stepped(const QString &name, bool isForward)
{
    const config::SourceMode mode = m_session.sourceMode();
    if (std::exchange(m_mode, mode) != mode) {
        m_journal.add({.kind = JournalKind::ModeSwitched, .mode = mode});
        return;
    }
    m_journal.add({.kind = isForward ? JournalKind::Edited : JournalKind::EditTakenBack, .detail = name});
}

void SessionJournal::applied(int lines)
{
    m_journal.add({.kind = JournalKind::Applied, .detail = m_session.path(), .count = lines});
}

void SessionJournal::opened()
{
    m_mode = m_session.sourceMode();
    m_journal.add({.kind = JournalKind::FileOpened, .detail = m_session.path()});
}

} // namespace noonmark::ui
