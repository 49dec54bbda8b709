#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""includes.py NOONMARKCTL STOCKFOLDER: ntpsec's ntpd reads the files of a configuration in the order in which we say it does.

Every file holds a line that the daemon complains of, so its log tells which files it read, and when.
"""
import json
import os
import re
import sys

import rig as rigging

# After an error the parser keeps quiet until it has read a few words that it understands.
PLAIN = 'restrict 10.0.0.1 nomodify\nrestrict 10.0.0.2 nomodify\n'
WRONG = PLAIN + 'server 127.0.0.1 wrong\n' + PLAIN
COMPLAINT = re.compile(r'syntax error in (\S+) line [1-9]')
TOO_DEEP = 'Maximum include file level exceeded'


def including(*paths):
    return WRONG + ''.join(f'includefile {path}\n' for path in paths)


SETS = {
    'nested': {'ntp.conf': including('sub/a.conf'), 'sub/a.conf': including('b.conf'), 'sub/b.conf': WRONG, 'b.conf': WRONG},
    'folder': {'ntp.conf': including('dir'), 'dir/20.conf': WRONG, 'dir/10.conf': WRONG, 'dir/9.conf': WRONG, 'dir/x.txt': WRONG,
               'dir/.hidden.conf': WRONG, 'dir/inner/5.conf': WRONG, 'dir/z.conf/q.conf': WRONG},
    'drop-ins': {'ntp.conf': WRONG, 'ntp.d/1.conf': WRONG, 'ntp.d/2.conf': WRONG, 'ntp.d/README': WRONG,
                 'ntp.d/sub/3.conf': WRONG, 'ntp.d/sub.conf/4.conf': WRONG},
    'end': {'ntp.conf': including('a.conf', 'b.conf'), 'a.conf': WRONG + 'end\n', 'b.conf': WRONG, 'ntp.d/1.conf': WRONG},
    'levels': {'ntp.conf': including('1'), **{str(i): including(str(i + 1)) for i in range(1, 9)}},
    'folder-levels': {'ntp.conf': WRONG, **{f'ntp.d/{i}.conf': including(f'../inc{i}') for i in range(8)},
                      **{f'inc{i}': WRONG for i in range(8)}},
    'missing': {'ntp.conf': including('no', 'a.conf'), 'a.conf': WRONG},
}


def write(host, name, files):
    folder = host.path(name)
    for path, text in files.items():
        whole = os.path.join(folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, 'w') as file:
            file.write(text)
    return os.path.join(folder, 'ntp.conf')


def read_by_ntpd(host, config):
    """The files in the order of their first complaints, and how often it was too deep."""
    said = host.read_by_ntpd(config)
    files = list(dict.fromkeys(os.path.realpath(path) for path in COMPLAINT.findall(said)))
    return files, said.count(f'CONFIG: {TOO_DEEP}')


def read_by_us(host, program, config):
    said, _ = host.ask(program, 'check', '--json', '--dialect', 'ntpsec', '--lang', 'en', config)
    answer = json.loads(said)
    deep = sum(finding['finding'] == 'include-too-deep' for finding in answer['findings'])
    # What is included behind `end` is shown too, though it is not read.
    wrong = {os.path.realpath(finding['file']) for finding in answer['findings'] if finding['finding'] == 'unknown-word'}
    files = [os.path.realpath(path) for path in answer['files']]
    return [path for path in files if path in wrong], deep


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    with rigging.Rig(folder) as rig:
        host = rig.host('reader')
        for name, files in SETS.items():
            config = write(host, name, files)
            theirs, ours = read_by_ntpd(host, config), read_by_us(host, program, config)
            rigging.check(theirs == ours, f'{name}: the same files in the same order', f'ntpd: {theirs}\nours: {ours}')
            rig.say(f'{name}: {len(theirs[0])} files in the same order, {theirs[1]} too deep')


main()
