#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""unit.py FOLDER: what systemd thinks of the service file, without a running systemd."""
import os
import re
import shutil
import subprocess
import sys

import rig

WORST = 19  # tenths


def families(path, pattern):
    with open(path, encoding='utf-8') as file:
        return set(re.findall(r'AF_\w+', re.search(pattern, file.read(), re.M)[1]))


def main():
    folder = sys.argv[1]
    used = families(os.path.join(folder, '../core/system/seccomp.cpp'), r'SYS_socket, 0, \{(.*)\}')
    allowed = families(os.path.join(folder, 'noonmarkd.service'), r'^RestrictAddressFamilies=(.*)$')
    rig.check(used == allowed, 'the service may open the sockets that the daemon allows itself', f'{used} {allowed}')
    if shutil.which('systemd-analyze') is None:
        rig.skip('systemd-analyze is not installed.')
    done = subprocess.run(['systemd-analyze', 'security', '--offline=true', f'--threshold={WORST}',
                           os.path.join(folder, 'noonmarkd.service')], capture_output=True, text=True, check=False)
    print(done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr)
    if done.returncode != 0 and 'offline' in done.stderr:
        rig.skip('this systemd-analyze is too old to look at a file.')
    rig.check(done.returncode == 0, 'the exposure is below 2.0', done.stdout)


main()
