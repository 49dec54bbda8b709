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
    , m_index(session.undoStack()->index())
    , m_mode(session.sourceMode())
{
    connect(session.undoStack(), &QUndoStack::indexChanged, this, &SessionJournal::stepped);
}

void SessionJournal::stepped(int index)
{
    const int before = std::exchange(m_index, index);
    const config::SourceMode mode = m_session.sourceMode();
    if (index == before)
        return; // typing goes on, or a file was opened
    if (std::exchange(m_mode, mode) != mode) {
        m_journal.add({.kind = JournalKind::ModeSwitched, .mode = mode});
        return;
    }
    const bool isForward = index > before;
    const QString name = m_session.undoStack()->text(isForward ? index - 1 : index);
    if (!name.isEmpty()) // else another file was opened, and its stack is empty
        m_journal.add({.kind = isForward ? JournalKind::Edited : JournalKind::EditTakenBack, .detail = name});
}

void SessionJournal::applied(int lines)
{
    m_journal.add({.kind = JournalKind::Applied, .detail = m_session.path(), .count = lines});
}

void SessionJournal::opened()
{
    m_index = m_session.undoStack()->index();
    m_mode = m_session.sourceMode();
    m_journal.add({.kind = JournalKind::FileOpened, .detail = m_session.path()});
}

} // namespace noonmark::ui
