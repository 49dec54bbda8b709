#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""readings.py NOONMARKCTL MISTAKES STOCKFOLDER: where ntpsec's own ntpd stops in a line, `noonmarkctl explain` says so.

Every line of the catalogue of mistakes that neither ends nor hangs the daemon nor ends its reading stands in one file. The
daemon names the lines with syntax errors, and the addresses that it cannot use; ours has to name the same ones.
"""
import json
import os
import re
import sys

import rig as rigging

ERROR = re.compile(r'syntax error in \S+ line (\d+), column')
UNUSABLE = re.compile(r'restrict: ignoring line (\d+), address/host')
# What is not about one line, or not about the parser.
APART = {'ends-reading', 'ends-daemon', 'ends-daemon-without-keys', 'hangs-daemon', 'includes-file'}
STOPS = {'stops-at-word', 'ends-too-soon', 'unknown-directive'}


def catalogue(path):
    """The lines of the rows, as bytes."""
    lines = []
    with open(path, encoding='utf-8') as file:
        for row in file:
            if row.startswith('| '):
                text = row[2:].rstrip('\n')
                raw = text.encode('utf-8')
                raw = re.sub(rb'\\x([0-9A-Fa-f]{2})', lambda found: bytes([int(found[1], 16)]), raw)
                if not raw.endswith(b'\\-') and not set(raw) & set(b'\0\n'):
                    lines.append(raw.replace(b'\r', b''))
    return list(dict.fromkeys(lines))


def effects(host, program, path, line):
    """What ours says of a line."""
    said, status = host.ask(program, 'explain', '--dialect', 'ntpsec', '--json', f'{path}:{line}')
    rigging.check(status in (0, 1), f'noonmarkctl explains line {line}', said)
    return {effect['kind'] for effect in json.loads(said)['readings'][0]['effects']}


def write(path, lines):
    with open(path, 'wb') as file:
        file.write(b''.join(line + b'\n' for line in lines))


def main():
    program, mistakes, folder = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    with rigging.Rig(folder) as rig:
        host = rig.host('reader')
        config = host.path('ntp.conf')
        harmless = []
        for line in catalogue(mistakes):
            write(config, [line])
            if not effects(host, program, config, 1) & APART:
                harmless.append(line)
        rigging.check(len(harmless) > 150, 'the catalogue has lines', str(len(harmless)))
        # A line that is wrong from its first word on is told of at the place where the line before it ended.
        write(config, [part for line in harmless for part in (b'tos minsane 1', line)])
        said = host.read_by_ntpd(config)
        theirs = {(int(number) + 1) // 2 for number in ERROR.findall(said)}
        ours = {number for number in range(1, len(harmless) + 1)
                if effects(host, program, config, 2 * number) & STOPS}
        wrong = [f'{number}: {harmless[number - 1]!r} (ntpd: {number in theirs})' for number in sorted(theirs ^ ours)]
        rigging.check(not wrong, 'both stop in the same lines', '\n'.join(wrong))
        rigging.check(UNUSABLE.search(said), 'addresses that ntpd cannot use are among them', said)
        rig.say(f'{len(harmless)} lines, {len(theirs)} of them with a syntax error, each in the same place')


main()
