// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/journal.h"
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {

namespace {

const char *textOf(monitor::JournalKind kind)
{
    using monitor::JournalKind;
    switch (kind) {
    case JournalKind::DaemonEvent:
    case JournalKind::TargetSilent:
        return nullptr;
    case JournalKind::TargetAnswers:
        return NOONMARK_TEXT("The daemon answers.");
    case JournalKind::FileOpened:
        return NOONMARK_TEXT("The engine inside runs the file %1 now.");
    case JournalKind::Edited:
        return NOONMARK_TEXT("The file was changed: %1.");
    case JournalKind::EditTakenBack:
        return NOONMARK_TEXT("A change of the file was taken back: %1.");
    case JournalKind::ModeSwitched:
        return NOONMARK_TEXT("The source mode of the file was switched to \"%2\".");
    case JournalKind::Applied:
        return NOONMARK_TEXT("The file was written and handed to the engine; lines changed: %3.");
    }
    return nullptr;
}

} // namespace

QString sentence(const monitor::JournalEntry &entry)
{
    if (entry.kind == monitor::JournalKind::DaemonEvent)
        return sentence(entry.event);
    if (entry.kind == monitor::JournalKind::TargetSilent)
        return sentence(entry.trouble);
    return translated(textOf(entry.kind),
                      {quotable(entry.detail.toStdString()), name(entry.mode), QString::number(entry.count)});
}

} // namespace noonmark::wording
