#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""onewindow.py NOONMARKD WINDOWNUMBERS STOCKFOLDER: one window on its own engine, a noonmarkd and ntpsec's ntpd at the
same time; every number it shows stands beside what ntpq prints before and after.

    10.81.1.1  m  noonmarkd on its own clock, the root
    10.81.1.2  d  ntpsec's ntpd follows it, and a host that is not there
    10.81.1.3  n  noonmarkd follows d
    10.81.1.4  w  the window, whose own engine follows m and d
    10.81.1.9     nobody
"""
import json
import re
import subprocess
import sys

import rig as rigging

ROOT, NTPSEC, NOONMARK, WINDOW, NOBODY = (f'10.81.1.{i}' for i in (1, 2, 3, 4, 9))
OPEN = 'restrict 10.81.1.0 mask 255.255.255.0\nrestrict 127.0.0.0 mask 255.0.0.0\n'
POLL = 'iburst minpoll 3 maxpoll 3'
TRIES = 12
# Columns of the window's table beside the words of ntpq -p.
TABLE = ('refid', 'st', 't', 'when', 'poll', 'reach', 'delay', 'offset', 'jitter')
# ... and beside the variables of `ntpq -c "rv ASSOCIATION"`.
VARIABLES = {'dispersion': 'dispersion', 'rootdelay': 'rootdelay', 'rootdisp': 'rootdisp', 'keyid': 'keyid',
             'unreach': 'unreach', 'dstadr': 'dstadr', 'offset': 'offset', 'delay': 'delay', 'jitter': 'jitter'}
# Those of the dialog with everything about one source that are plain numbers or addresses there.
DETAILS = ('srcadr', 'srcport', 'dstadr', 'keyid', 'stratum', 'rootdelay', 'rootdisp', 'hmode', 'pmode', 'offset', 'delay',
           'dispersion', 'jitter', 'unreach')


class WindowUnderTest:
    """The real window, looked at through what it shows."""

    def __init__(self, host, program, config, targets):
        environment = {**host.environment(), 'QT_QPA_PLATFORM': 'offscreen', 'QT_LOGGING_RULES': '*=false',
                       'XDG_RUNTIME_DIR': host.folder, 'HOME': host.folder}
        self.names = ['127.0.0.1', *targets]
        self.process = subprocess.Popen(host.command(program, config, '123', *targets), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, env=environment, cwd=host.folder)
        host.rig.processes.append(self.process)
        rigging.check(self.process.stdout.readline().strip() == 'ready', 'the window opens')

    def look(self, where):
        self.process.stdin.write(f'look {self.names.index(where)}\n')
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def build(rig, noonmarkd):
    root, ntpsec, noonmark, window = (rig.host(name) for name in 'mdnw')
    root.bridge('net', f'{ROOT}/24')
    for host, address in ((ntpsec, NTPSEC), (noonmark, NOONMARK), (window, WINDOW)):
        host.plug_into(root, 'net', f'{address}/24')
    root.start(noonmarkd, '-c', root.write('ntp.conf', f'server 127.127.1.0\nfudge 127.127.1.0 stratum 5\n{OPEN}'))
    config = ntpsec.write('ntp.conf', f'disable kernel\nserver {ROOT} {POLL}\nserver {NOBODY} minpoll 3 maxpoll 5\n{OPEN}')
    ntpsec.start(rig.programs['NTPD'], '-n', '-g', '-c', config, '-p', ntpsec.path('ntpd.pid'))
    noonmark.start(noonmarkd, '-c', noonmark.write('ntp.conf', f'server {NTPSEC} {POLL}\nserver {NOBODY} minpoll 3\n{OPEN}'))
    return window


def ntpq(host, where, *words):
    text, status = host.ask(host.rig.programs['NTPQ'], '-n', *words, where)
    rigging.check(status == 0 and '***' not in text, f'ntpq {" ".join(words)} works', text)
    return text


def variables(text):
    body = text.split('\n', 1)[1]
    return {name: value.strip('"') for name, value in re.findall(r'([a-z_]+)=("[^"]*"|[^,\s][^,\n]*)', body)}


def printed_by_ntpq(host, where):
    """One row for each association: the words of -p, its number, its variables."""
    rows = []
    lines = [line for line in ntpq(host, where, '-p').splitlines()[2:] if line.strip()]
    numbers = [line.split()[1] for line in ntpq(host, where, '-c', 'as').splitlines() if line[:3].strip().isdigit()]
    rigging.check(len(lines) == len(numbers) > 0, f'ntpq lists the associations of {where}', f'{lines}\n{numbers}')
    for line, number in zip(lines, numbers):
        words = line[1:].split()
        rows.append({'tally': line[0].strip(), 'remote': words[0], **dict(zip(TABLE, words[1:])), 'associd': number,
                     'rv': variables(ntpq(host, where, '-c', f'rv {number}'))})
    return rows


def number(text):
    """A number as it is printed, and how many decimals it has; None of anything else."""
    match = re.fullmatch(r'([+-]?\d+(?:\.(\d+))?(e-\d+)?)', text.replace('\u2212', '-').replace('\u00a0', ' ').removesuffix(' ms'))
    return (float(match[1]), 9 if match[3] else len(match[2] or '')) if match else None


def equals(shown, before, after):
    """Equal to what was printed before or after, or between the two, within the coarser rounding."""
    if shown in (before, after):
        return True
    numbers = [number(text) for text in (shown, before, after)]
    if None in numbers:
        return False
    (value, decimals), (first, places), (second, _) = numbers
    room = 0.51 * 10 ** -min(decimals, places) if places or decimals else 1  # whole seconds are cut, not rounded
    return min(first, second) - room <= value <= max(first, second) + room


def plain_refid(text):
    return re.sub(r'^127\.127\.1\.(\d+)$', r'LOCAL(\1)', text)


def compare_row(where, shown, before, after):
    """How many fields were compared."""
    def same(name, ours, first, second):
        rigging.check(equals(ours, first, second), f'{where}, {before["remote"]}: {name} is {ours!r}, ntpq {first!r} and {second!r}',
                      f'{shown}\n{before}\n{after}')
    rigging.check(shown['remote'] == before['remote'] and shown['associd'] == before['associd'], f'{where}: the same source',
                  f'{shown}\n{before}')
    measured = before['when'] != '-'
    compared = 0
    same('tally', shown['tally'].strip(), before['tally'], after['tally'])
    for name in TABLE:
        if name == 'when' and not measured:
            rigging.check(number(shown['when']) is None, f'{where}: nothing was heard of it', shown)
        elif measured or name in ('refid', 'st', 't', 'poll', 'reach'):
            same(name, shown[name], plain_refid(before[name]), plain_refid(after[name]))
            compared += 1
    for name, variable in VARIABLES.items():
        if variable in before['rv'] and (measured or name in ('keyid', 'unreach')):
            same(name, shown[name], before['rv'][variable], after['rv'][variable])
            compared += 1
    same('flash', *(f"{int(row['flash'].split()[0], 16):x}" for row in (shown, before['rv'], after['rv'])))  # "00 ok"
    for name in DETAILS:
        if name in before['rv'] and name in shown['details']:
            same(f'details: {name}', shown['details'][name], before['rv'][name], after['rv'][name])
            compared += 1
    unknown = [name for name in before['rv'] if name not in shown['details'] and name not in ('filtdisp', 'xmt', 'org')]
    rigging.check(not unknown or where == '127.0.0.1', f'{where}: the dialog leaves no variable out', unknown)
    return compared


def check_target(window, host, where):
    for attempt in range(TRIES):  # a poll may lie between the questions
        before = printed_by_ntpq(host, where)
        shown = window.look(where)
        after = printed_by_ntpq(host, where)
        try:
            rigging.check(len(shown['rows']) == len(before) == len(after), f'{where}: as many rows', f'{shown}\n{before}')
            return shown, sum(compare_row(where, *rows) for rows in zip(shown['rows'], before, after))
        except AssertionError:
            if attempt == TRIES - 1:
                raise


UNITS = {'ns': 1e-6, '\u00b5s': 1e-3, 'ms': 1, 's': 1e3, 'ppm': 1}  # in milliseconds


def quantity(text):
    """The value of "0.412 ms" in milliseconds, and half of its last digit; ntpq does not tell the uncertainty behind it."""
    plain = text.replace('\u2212', '-').replace('\u00a0', ' ')
    match = re.fullmatch(r'([+-]?\d+(?:\.(\d+))?) ?([^\d\s\u00b1]+)?(?: \u00b1 [\d.]+ ?(\S+))?', plain)
    rigging.check(match and (match[3] or match[4]) in UNITS, 'a number with its unit', text)
    unit = UNITS[match[3] or match[4]]
    return float(match[1]) * unit, 0.51 * unit * 10 ** -len(match[2] or '')


def check_system(window, host, where):
    """The figures of the overview beside ntpq's system variables before and after."""
    for attempt in range(TRIES):
        before = variables(ntpq(host, where, '-c', 'rv'))
        shown = window.look(where)
        after = variables(ntpq(host, where, '-c', 'rv'))
        wanted = {'Frequency': [v['frequency'] for v in (before, after)], 'Jitter': [v['sys_jitter'] for v in (before, after)],
                  'Root distance': [float(v['rootdelay']) / 2 + float(v['rootdisp']) for v in (before, after)]}
        try:
            rigging.check(shown['facts']['Stratum'] in (before['stratum'], after['stratum']), f'{where}: stratum', shown['facts'])
            rigging.check(shown['facts']['Reference ID'].startswith(before['refid'].split(' ')[0]), f'{where}: refid',
                          f'{shown["facts"]}\n{before}')
            for name, values in wanted.items():
                value, room = quantity(shown['facts'][name])
                low, high = sorted(float(v) for v in values)
                rigging.check(low - room - 6e-4 <= value <= high + room + 6e-4, f'{where}: {name}', f'{shown["facts"]}\n{before}\n{after}')
            return shown
        except AssertionError:
            if attempt == TRIES - 1:
                raise


def check_verdict(host, where, shown):
    """The sentence in title and on the overview names what ntpq's system variables say."""
    system = variables(ntpq(host, where, '-c', 'rv'))
    peer = [row for row in shown['rows'] if row['tally'] == '*']
    rigging.check(len(peer) == 1 and peer[0]['remote'] in shown['verdict'], f'{where}: the verdict names the source', shown['verdict'])
    rigging.check(any(shown['verdict'] in label for label in shown['labels']), f'{where}: the verdict can be read', shown['labels'])
    stratum = system['stratum']
    text = ' '.join(shown['labels'])
    rigging.check(re.search(rf'stratum {stratum}\b', text), f'{where}: stratum {stratum} is shown', text)
    rigging.check(not peer or int(peer[0]['st']) + 1 == int(stratum), f'{where}: stratum', system)


def main():
    noonmarkd, program, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        host = build(rig, noonmarkd)
        config = host.write('window.conf', f'server {ROOT} {POLL}\nserver {NTPSEC} {POLL}\nserver {NOBODY} minpoll 3\n{OPEN}')
        window = WindowUnderTest(host, program, config, [NTPSEC, NOONMARK])
        for where in window.names:
            rig.wait(f'{where} follows somebody',
                     lambda where=where: any(row['tally'] == '*' for row in window.look(where)['rows']), 120)
        for where in window.names:
            shown, compared = check_target(window, host, where)
            rig.say(f'{where}: {len(shown["rows"])} sources, {compared} numbers equal those of ntpq')
            check_verdict(host, where, check_system(window, host, where))
            rig.say(f'{where}: {shown["verdict"]}')


if __name__ == '__main__':
    main()
