#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""unit.py FOLDER: what systemd thinks of the service file, without a running systemd."""
import os
import shutil
import subprocess
import sys

import rig

WORST = 19  # tenths


def main():
    folder = sys.argv[1]
    if shutil.which('systemd-analyze') is None:
        rig.skip('systemd-analyze is not installed.')
    done = subprocess.run(['systemd-analyze', 'security', '--offline=true', f'--threshold={WORST}',
                           os.path.join(folder, 'noonmarkd.service')], capture_output=True, text=True, check=False)
    print(done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr)
    if done.returncode != 0 and 'offline' in done.stderr:
        rig.skip('this systemd-analyze is too old to look at a file.')
    rig.check(done.returncode == 0, 'the exposure is below 2.0', done.stdout)


main()
