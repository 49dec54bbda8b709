// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {

using config::SourceMode;

QString name(SourceMode mode)
{
    switch (mode) {
    case SourceMode::Upstream:
        return translated(NOONMARK_TEXT("Upstream"));
    case SourceMode::Fallback:
        return translated(NOONMARK_TEXT("Upstream with own-clock fallback"));
    case SourceMode::Isolated:
        return translated(NOONMARK_TEXT("Isolated"));
    case SourceMode::Sourceless:
        return translated(NOONMARK_TEXT("No source"));
    }
    return {};
}

QString explanation(SourceMode mode)
{
    switch (mode) {
    case SourceMode::Upstream:
        return translated(
            NOONMARK_TEXT("Time comes from the upstream servers only; when all of them are gone, clients "
                          "soon refuse our time."));
    case SourceMode::Fallback:
        return translated(
            NOONMARK_TEXT("Time comes from the upstream servers; when all of them are gone, this machine's "
                          "own clock goes on serving at a high stratum."));
    case SourceMode::Isolated:
        return translated(
            NOONMARK_TEXT("Time comes from this machine's own clock: all clients agree with it, but nobody "
                          "checks that it is right."));
    case SourceMode::Sourceless:
        return translated(
            NOONMARK_TEXT("The file names neither upstream servers nor the own clock: nobody gets usable "
                          "time from here."));
    }
    return {};
}

} // namespace noonmark::wording
