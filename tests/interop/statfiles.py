#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""statfiles.py NOONMARKD STOCKFOLDER: the statistics files of a running noonmarkd beside those of ntpsec's ntpd.

    10.87.1.1   chronyd, stratum 5
    10.87.1.2   ntpd      10.87.1.3  noonmarkd: the same ntp.conf, with every kind of `filegen`

ntpd writes sysstats once an hour, noonmarkd also when it ends: there the format is that of PROTOCOL's sample.
"""
import os
import re
import signal
import sys

import rig as rigging

UPSTREAM = '10.87.1.1'
GENERATIONS = {'peerstats': 'pid', 'loopstats': 'none', 'rawstats': 'day', 'protostats': 'week', 'sysstats': 'year',
               'clockstats': 'month'}
OTHERS = {'peerstats': 'age', 'loopstats': 'day', 'rawstats': 'none'}
NUMBER, ADDRESS, STATUS = r'-?\d+\.\d+', r'\d+\.\d+\.\d+\.\d+', r'[0-9a-f]{4}'
# As ntpd 4.2.8 writes them; ntpsec differs in decimals, and by three more numbers at the end of rawstats.
FORMATS = {
    'peerstats': rf'\d{{5}} \d+\.\d{{3}} {ADDRESS} {STATUS}( -?\d+\.\d{{9}}){{4}}',
    'loopstats': r'\d{5} \d+\.\d{3} -?\d+\.\d{9} -?\d+\.\d{3} \d+\.\d{9} \d+\.\d{6} \d+',
    'rawstats': rf'\d{{5}} \d+\.\d{{3}} {ADDRESS} {ADDRESS}( \d+\.\d{{9}}){{4}} [0-3] [1-4] [1-5] \d+ -?\d+ -?\d+ \d+\.\d{{6}} \d+\.\d{{6}} \S+',
    'protostats': rf'\d{{5}} \d+\.\d{{3}} \S+ {STATUS} [0-9a-f]{{2}} [a-z_]+( .*)?',
    'sysstats': r'\d{5} \d+\.\d{3} \d+( \d+){10}',
}


def folder(host):
    os.makedirs(host.path('stats'), exist_ok=True)
    return host.path('stats')


def ntp_conf(host, generations):
    lines = [f'filegen {name} type {kind} link enable' for name, kind in generations.items()]
    return host.write('ntp.conf', f'statsdir {folder(host)}/\nstatistics {" ".join(generations)}\n' + '\n'.join(lines) +
                      f'\nserver {UPSTREAM} iburst minpoll 3 maxpoll 3\nserver 127.127.1.0\nfudge 127.127.1.0 stratum 12\n'
                      'restrict 127.0.0.1\n')


def listing(host, process):
    """What is in the folder, without what differs from run to run."""
    names = set()
    for name in os.listdir(folder(host)):
        name = re.sub(rf'#{process.pid}$', '#PID', name)
        name = re.sub(r'w\d\d$', 'wWEEK', name)   # ntpsec 1.2.2 counts none: always w01
        names.add(re.sub(r'\.a\d{8}$', '.aAGE', name))
    return names


def lines(host, process, name):
    """Of the newest generation, by its plain name or link."""
    path = os.path.join(folder(host), name)
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as file:
        return file.read().splitlines()


def shape(line):
    def one(word):
        for name, pattern in (('A', ADDRESS), ('S', r'[0-9a-f]{4}'), ('N', r'-?\d+(\.\d+)?')):
            if re.fullmatch(pattern, word):
                return name
        return 'W'
    return ''.join(one(word) for word in line.split())


def events(host, process):
    """The words behind the codes in protostats, without numbers."""
    return {re.sub(r'-?\d+(\.\d+)?', 'N', line.split(' ', 5)[5]) for line in lines(host, process, 'protostats')}


def compare(rig, theirs, ours):
    for name in ('peerstats', 'loopstats', 'rawstats', 'protostats'):
        rig.wait(f'both have written {name}', lambda: lines(*theirs, name) and lines(*ours, name), 60)
    rig.wait('some more', lambda: len(lines(*ours, 'loopstats')) > 2 and len(lines(*theirs, 'peerstats')) > 4, 60)
    for name in ('peerstats', 'loopstats', 'rawstats'):
        left = {shape(line)[:17] for line in lines(*theirs, name) if ' 127.127' not in line and 'LOCAL' not in line}
        right = {shape(line)[:17] for line in lines(*ours, name) if ' 127.127' not in line}
        rigging.check(left == right, f'{name}: the same fields', (left, right))
    for name in ('peerstats', 'loopstats', 'rawstats', 'protostats'):
        for line in lines(*ours, name):
            rigging.check(re.fullmatch(FORMATS[name], line), f'{name}: the format of ntpd 4.2.8', line)
    shared = {'mobilize assoc N', 'reachable', 'sys_peer', 'restart', 'freq_not_set'}
    rigging.check(shared <= events(*ours), f'protostats has the words {shared}', events(*ours))
    strange = {event for event in events(*theirs) if event.split()[0] in {e.split()[0] for e in events(*ours)}} - events(*ours)
    rigging.check(not strange, "and ntpd's words for the same events", (strange, events(*ours)))
    print(events(*ours), events(*theirs))
    # ntpd opens a file with its first line, or at once, by version: what both have written to must be equal.
    left, right = (({n for n in listing(*one) if n.split('.')[0] in ('peerstats', 'loopstats', 'rawstats', 'protostats')})
                   for one in (theirs, ours))
    rigging.check(left == right, f'the same files: {sorted(left)} {sorted(right)}')
    rig.say(f'{sorted(right)}')
    for name in right:
        stem = name.split('.')[0]
        linked = f'{stem}.' in name and stem in right
        if linked and not name.endswith(('PID', 'AGE', 'WEEK')):
            for host, _ in (theirs, ours):
                rigging.check(os.path.samefile(os.path.join(folder(host), stem), os.path.join(folder(host), name)),
                              f'{stem} is a link to {name}')


def end(rig, one):
    one[1].send_signal(signal.SIGTERM)
    one[1].wait(10)
    rig.processes.remove(one[1])


def check_sysstats(host):
    name = next(name for name in os.listdir(folder(host)) if re.fullmatch(r'sysstats\.\d{4}', name))
    with open(os.path.join(folder(host), name), encoding='utf-8') as file:
        line = file.read().splitlines()[-1]
    rigging.check(re.fullmatch(FORMATS['sysstats'], line), 'sysstats: the format of ntpd 4.2.8', line)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        hub = rig.host('up')
        hub.bridge('net', f'{UPSTREAM}/24')
        hub.start_chronyd('local stratum 5', 'allow')
        hosts = rig.host('ntpd'), rig.host('ours')
        for last, host in enumerate(hosts, 2):
            host.plug_into(hub, 'net', f'10.87.1.{last}/24')
        for generations in (GENERATIONS, {**GENERATIONS, **OTHERS}):
            theirs, ours = hosts
            for host in hosts:
                for name in os.listdir(folder(host)):
                    os.remove(os.path.join(folder(host), name))
            started = (theirs, theirs.start(rig.programs['NTPD'], '-n', '-g', '-c', ntp_conf(theirs, generations), '-p',
                                            theirs.path('ntpd.pid'))), (ours, ours.start(noonmarkd, '-c', ntp_conf(ours, generations)))
            compare(rig, *started)
            for one in started:
                end(rig, one)
            check_sysstats(ours)
        rig.say('done')


if __name__ == '__main__':
    main()
