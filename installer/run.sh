#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare Debian 12 to the open window: installs what is missing, builds, and starts Noonmark on the engine inside it.
# Arguments go to the window: installer/run.sh /etc/ntp.conf
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_missing "${build_packages[@]}" "${window_packages[@]}"
build release

programs="$top/build/release/app"
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "There is no display here, so the window cannot open; the daemon and the terminal program are ready instead:"
    echo "    $programs/daemon/noonmarkd -c FILE --port 11123 --no-clock"
    echo "    $programs/ctl/noonmarkctl check FILE"
    exit 0
fi
# Through sudo, the window opens as the user who called: it needs no rights of root's.
as_caller=()
if [ "$(id -u)" = 0 ] && [ "${SUDO_USER:-root}" != root ]; then
    as_caller=(runuser -u "$SUDO_USER" --)
fi
say "Opening the window"
exec "${as_caller[@]}" "$programs/gui/noonmark" "$@"
