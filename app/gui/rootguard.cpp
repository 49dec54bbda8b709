// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/rootguard.h"

#include "core/system/capabilities.h"

#include <unistd.h>

namespace noonmark::gui {

bool layDownRoot()
{
    if (geteuid() != 0)
        return false;
    system::forbidNewPrivileges();
    // Fails only where there is nothing to drop, in a sandbox that has taken it before us.
    (void)system::keepOnlyCapabilities({});
    return true;
}

} // namespace noonmark::gui
