#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tray.sh PROGRAM: the window on a display without a desktop, and a tray that stands in for one on a session bus of its own.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
skip() { echo "skipped: $1"; exit 77; }
for tool in Xvfb dbus-run-session; do
    command -v "$tool" > /dev/null || skip "$tool is not installed"
done
/usr/bin/python3 -c 'from gi.repository import Gio' 2> /dev/null || skip "python3-gi is not installed"
exec dbus-run-session -- /usr/bin/python3 -B "$here/tray.py" "$1"
