// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {

QString thatTheseMay(config::Right right)
{
    switch (right) {
    case config::Right::GetTime:
        return translated(NOONMARK_TEXT("These hosts may get the time:"));
    case config::Right::Query:
        return translated(NOONMARK_TEXT("These hosts may query the daemon's state:"));
    case config::Right::Modify:
        return translated(
            NOONMARK_TEXT("These hosts may change the configuration at run time, with the control key:"));
    case config::Right::Peer:
        return translated(NOONMARK_TEXT("These hosts may become a source uninvited and without a key:"));
    case config::Right::ReadClients:
        return translated(NOONMARK_TEXT("These hosts may read the list of clients:"));
    }
    return {};
}

QString thatNobodyMay(config::Right right)
{
    switch (right) {
    case config::Right::GetTime:
        return translated(NOONMARK_TEXT("No host may get the time."));
    case config::Right::Query:
        return translated(NOONMARK_TEXT("No host may query the daemon's state."));
    case config::Right::Modify:
        return translated(NOONMARK_TEXT("No host may change the configuration at run time."));
    case config::Right::Peer:
        return translated(NOONMARK_TEXT("No host may become a source uninvited and without a key."));
    case config::Right::ReadClients:
        return translated(NOONMARK_TEXT("No host may read the list of clients."));
    }
    return {};
}

} // namespace noonmark::wording
