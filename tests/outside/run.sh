#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM OUTPUT-FOLDER [SCRIPT]: one script in English, as a person does it (the main job if none is named);
# screenshots land in the folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rig="$here/../../../shared/tools/gui"
skip() { echo "skipped: $1"; exit 77; }
[ -x "$rig/with-display.sh" ] || skip "the window driver (../shared/tools/gui) is not beside this checkout"
for tool in Xvfb openbox xdotool wmctrl xclip import dbus-daemon; do
    command -v "$tool" > /dev/null || skip "$tool is not installed"
done
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2> /dev/null || skip "python3-gi with AT-SPI is not installed"
mkdir -p "$2"
exec "$rig/with-display.sh" --fresh-home --size 1400x900 env GUI_OUT="$2" PYTHONPATH="$rig" \
    /usr/bin/python3 -B "$here/${3:-mainjob.py}" "$1" "$2"
