#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mended.py NOONMARKCTL RECIPES STOCKFOLDER: what `noonmarkctl check --fix` writes is read by ntpsec's ntpd without a complaint.

Before, the daemon complains of most of the recipes: the complaints that this test looks for do appear.
"""
import glob
import os
import re
import shutil
import sys
import time

import rig as rigging

COMPLAINT = re.compile('syntax error|ignor|KOD does nothing|not recognized|unusable|inappropriate|invalid|cannot be disabled|'
                       'Unknown|out of range|too large|too small|longer than', re.I)
# A path that this machine does not have is no mistake of the file, and "ignoring" is part of what a daemon without
# CAP_SYS_TIME says.
ASIDE = re.compile('No such file|Operation not permitted|open|route_|setrlimit')
READ = 'MRU'            # the daemon says it behind all lines of the file


def complaints(host, config):
    """What the daemon says of a file. The log is the host's, so each reading begins with an empty one."""
    log = host.path('ntpd.log')
    if os.path.exists(log):
        os.remove(log)
    daemon = host.start(host.rig.programs['NTPD'], '-n', '-c', config, '-p', host.path('ntpd.pid'))
    end = time.monotonic() + 20
    said = ''
    while READ not in said:
        rigging.check(time.monotonic() < end and daemon.poll() is None, f'ntpd reads {config}', said)
        time.sleep(0.05)
        with open(log, errors='replace') as file:
            said = file.read()
    time.sleep(0.2)     # what it says of sources comes at once behind that
    daemon.terminate()
    daemon.wait(10)
    host.rig.processes.remove(daemon)
    with open(log, errors='replace') as file:
        lines = file.read().splitlines()
    return [line for line in lines if COMPLAINT.search(line) and not ASIDE.search(line)]


def main():
    program, recipes, folder = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    rigging.require_namespaces()
    with rigging.Rig(rigging.stock_programs(folder)) as rig:
        host = rig.host('reader')
        faulty = 0
        files = sorted(glob.glob(os.path.join(recipes, '*.conf')))
        rigging.check(files, 'there are recipes')
        for recipe in files:
            config = host.path('ntp.conf')
            shutil.copyfile(recipe, config)
            before = complaints(host, config)
            faulty += bool(before)
            said, status = host.ask(program, 'check', '--fix', '--dialect', 'ntpsec', '--lang', 'en', config)
            rigging.check(status in (0, 1), 'noonmarkctl mends', said)
            after = complaints(host, config)
            name = os.path.basename(recipe)
            rigging.check(not after, f'{name}, mended, is read without a complaint', '\n'.join(after) + '\n' + said)
            rig.say(f'{name}: {len(before)} complaints before, none after')
        rigging.check(faulty >= len(files) // 2, 'the recipes had faults')


main()
