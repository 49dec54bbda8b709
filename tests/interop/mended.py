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

import rig as rigging

COMPLAINT = re.compile('syntax error|ignor|KOD does nothing|not recognized|unusable|inappropriate|invalid|cannot be disabled|'
                       'Unknown|out of range|too large|too small|longer than', re.I)
# A path that this machine does not have is no mistake of the file, and "ignoring" is part of what a daemon without
# CAP_SYS_TIME says.
ASIDE = re.compile('No such file|Operation not permitted|open|route_|setrlimit')


def complaints(host, config):
    """What the daemon says of a file."""
    return [line for line in host.read_by_ntpd(config).splitlines()
            if COMPLAINT.search(line) and not ASIDE.search(line)]


def main():
    program, recipes, folder = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    with rigging.Rig(folder) as rig:
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
