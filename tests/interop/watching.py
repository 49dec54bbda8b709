#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""watching.py NOONMARKD NOONMARKCTL STOCKFOLDER: what noonmarkctl says of others beside what their own tools say.

    10.80.1.1  m  noonmarkd on its own clock, the root
    10.80.1.2  d  ntpsec's ntpd follows it, and a host that is not there
    10.80.1.3  n  noonmarkd follows d
    10.80.1.4  q  ntpsec's ntpd follows m and forbids queries
    10.80.1.9     nobody
"""
import json
import os
import re
import sys

import rig as rigging

ROOT, NTPSEC, NOONMARK, SHUT, NOBODY = (f'10.80.1.{i}' for i in (1, 2, 3, 4, 9))
# A line of its own: "restrict default" would take nothing of ntpsec's built-in noquery and limited away.
OPEN = 'restrict 10.80.1.0 mask 255.255.255.0\nrestrict 127.0.0.0 mask 255.0.0.0\n'
SECRET, OTHER = '0123456789abcdef0123456789abcdef01234567', '76543210fedcba9876543210fedcba9876543210'
# What moves between two questions, and by how much it may.
MOVES = {'clock': None, 'reftime': None, 'rootdisp': 0.2, 'rootdist': 0.2, 'offset': 0.2, 'sys_jitter': 0.2, 'clk_jitter': 0.2,
         'frequency': 0.1, 'clk_wander': 0.1, 'when': 3, 'delay': 0.2, 'jitter': 0.2, 'rec': None, 'xmt': None}


class Tools:
    """The stock tools and ours, run where the daemon d is."""

    def __init__(self, host, noonmarkctl):
        self.host, self.ctl_path = host, noonmarkctl

    def ctl(self, *words, status=None):
        text, got = self.host.ask(self.ctl_path, '--lang', 'en', *words, seconds=60)
        rigging.check(status is None or got == status, f'noonmarkctl {" ".join(words)} ends with {status}, not {got}', text)
        return text

    def json(self, *words, status=None):
        return json.loads(self.ctl(*words, '--json', status=status))

    def ntpq(self, where, *words):
        text, status = self.host.ask(self.host.rig.programs['NTPQ'], '-n', *words, where)
        rigging.check(status == 0 and '***' not in text, f'ntpq {" ".join(words)} works', text)
        return text


def start_ntpd(host, lines):
    config = host.write('ntp.conf', f'disable kernel\n{lines}')
    host.start(host.rig.programs['NTPD'], '-n', '-g', '-c', config, '-p', host.path('ntpd.pid'))


def start_noonmarkd(host, noonmarkd, lines):
    host.start(noonmarkd, '-c', host.write('ntp.conf', lines))


def build(rig, noonmarkd):
    root, ntpsec, noonmark, shut = (rig.host(name) for name in 'mdnq')
    root.bridge('net', f'{ROOT}/24')
    for host, address in ((ntpsec, NTPSEC), (noonmark, NOONMARK), (shut, SHUT)):
        host.plug_into(root, 'net', f'{address}/24')
    start_noonmarkd(root, noonmarkd, f'server 127.127.1.0\nfudge 127.127.1.0 stratum 5\n{OPEN}')
    keys = [host.write('ntp.keys', f'1 SHA1 {SECRET}\n') for host in (ntpsec, noonmark)]
    start_ntpd(ntpsec, f'keys {keys[0]}\ntrustedkey 1\nserver {ROOT} iburst minpoll 3 maxpoll 3\nserver {NOBODY} minpoll 3 maxpoll 3\n{OPEN}')
    start_ntpd(shut, f'server {ROOT} iburst minpoll 3 maxpoll 3\nrestrict 10.80.1.0 mask 255.255.255.0 noquery\n')
    start_noonmarkd(noonmark, noonmarkd, f'keys {keys[1]}\ntrustedkey 1\nserver {NTPSEC} iburst minpoll 3 maxpoll 3\n{OPEN}')
    return ntpsec


def variables(text):
    """Name and value of `ntpq -c rv`."""
    body = text.split('\n', 1)[1]
    return {name: value.strip('"') for name, value in re.findall(r'([a-z_]+)=("[^"]*"|[^,\s][^,\n]*)', body)}


def same(name, ours, theirs):
    if ours == theirs:
        return True
    if name == 'when' and theirs == '-':    # the stock tool's word for this very second, too
        theirs = '0'
    try:
        a, b = float(ours), float(theirs)
    except ValueError:
        return name in MOVES and MOVES[name] is None
    # As many decimals as the stock tool shows.
    decimals = len(theirs.split('.')[1]) if '.' in theirs else 0
    return abs(a - b) <= MOVES.get(name, 0) + 0.51 * 10 ** -decimals


def compare(what, ours, theirs, names):
    for name in names:
        rigging.check(name in ours, f'{what}: {name} is missing', ours)
        rigging.check(same(name, ours[name], theirs[name]), f'{what}: {name} is {ours[name]!r}, by the stock tool {theirs[name]!r}',
                      f'{ours}\n{theirs}')


def until_equal(check):
    """A poll may lie between two questions: what is equal must become so within a few tries."""
    for attempt in range(6):
        try:
            return check()
        except AssertionError:
            if attempt == 5:
                raise


def check_variables(tools, where):
    def look():
        theirs = variables(tools.ntpq(where, '-c', 'rv'))
        ours = {v['name']: v['value'] for v in tools.json('rv', where)['variables']}
        theirs['leap'] = str(int(theirs['leap'], 2))  # ntpq alone writes it in bits
        for name in ('refid', 'clock', 'reftime'):    # ntpq adds what it means
            theirs[name] = theirs[name].split(' ')[0]
        compare(f'rv of {where}', ours, theirs, theirs)
        rigging.check(len(theirs) > 15, 'rv has its variables', theirs)
    until_equal(look)


def peer_rows(text):
    names = ('remote', 'refid', 'st', 't', 'when', 'poll', 'reach', 'delay', 'offset', 'jitter')
    rows = [dict(zip(names, [line[0] + line[1:].split()[0]] + line[1:].split()[1:])) for line in text.splitlines()[2:] if line.strip()]
    # Of -n classic ntpq makes LOCAL(0), ntpsec's 127.127.1.0.
    return [{**row, 'offset': row['offset'].lstrip('+'), 'refid': re.sub(r'^127\.127\.1\.(\d+)$', r'LOCAL(\1)', row['refid'])}
            for row in rows]


def check_peers(tools, where):
    def look():
        theirs = peer_rows(tools.ntpq(where, '-p'))
        ours = peer_rows(tools.ctl('peers', '-n', where, status=0))
        rigging.check(len(ours) == len(theirs) > 0, f'peers of {where}: as many rows', f'{ours}\n{theirs}')
        for mine, other in zip(ours, theirs):
            compare(f'peers of {where}', mine, other, other)
    until_equal(look)


def check_associations(tools, where):
    def look():
        theirs = [line.split() for line in tools.ntpq(where, '-c', 'as').splitlines() if line.strip()]
        ours = [line.split() for line in tools.ctl('assoc', where, status=0).splitlines() if line.strip()]
        rigging.check(ours == theirs, f'assoc of {where} is what ntpq prints', f'{ours}\n{theirs}')
    until_equal(look)
    identity = tools.json('assoc', where)['associations'][0]['association-id']

    def look_at_one():
        theirs = variables(tools.ntpq(where, '-c', f'rv {identity}'))
        ours = {v['name']: v['value'] for v in tools.json('rv', where, str(identity))['variables']}
        theirs['leap'] = str(int(theirs['leap'], 2))
        theirs['reach'] = f"0x{int(theirs['reach'], 8):x}"  # ntpq alone writes it in octal
        skipped = ('flash', 'filtdelay', 'filtoffset', 'filtdisp', 'reftime', 'rec', 'xmt', 'org', 'clock', 'dispersion', 'headway',
                   'unreach')
        compare(f'rv {identity} of {where}', ours, theirs, [name for name in theirs if name not in skipped])
    until_equal(look_at_one)


def check_clients(tools, where):
    columns = ('lstint', 'avgint', 'rstr', 'r', 'm', 'v', 'count')

    def look():
        theirs, ours = {}, {}
        for line in tools.ntpq(where, '-c', 'mrulist').splitlines():
            words = line.split()
            if len(words) >= 10 and words[0].isdigit():
                theirs[words[-1]] = dict(zip(columns, words))
        for line in tools.ctl('clients', where, status=0).splitlines()[2:]:
            words = line.split()
            ours[words[8]] = dict(zip(columns, words))
        rigging.check(set(ours) == set(theirs) and ours, f'clients of {where}: the same hosts', f'{ours}\n{theirs}')
        for address, row in theirs.items():
            for name in ('rstr', 'r', 'm', 'v'):
                rigging.check(ours[address][name] == row[name], f'{address}: {name}', f'{ours[address]}\n{row}')
            rigging.check(abs(int(ours[address]['lstint']) - int(row['lstint'])) <= 3, f'{address}: lstint', f'{ours[address]}\n{row}')
            if address not in ('127.0.0.1', where, NTPSEC):  # we ask, too
                rigging.check(abs(int(ours[address]['count']) - int(row['count'])) <= 1, f'{address}: count', f'{ours[address]}\n{row}')
    until_equal(look)


def check_many_clients(tools, where):
    script = ('import socket\n'
              'for i in range(1, 251):\n'
              '    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((f"127.0.2.{i}", 0))\n'
              f'    s.sendto(b"\\x23" + bytes(39) + b"abcdefgh", ("{where}", 123)); s.close()\n')
    text, status = tools.host.ask(sys.executable, '-c', script)
    rigging.check(status == 0, '250 hosts ask', text)
    found = {row['address'] for row in tools.json('clients', where)['clients']}
    missing = [i for i in range(1, 251) if f'127.0.2.{i}' not in found]
    rigging.check(not missing, 'all of them are listed', missing)
    hosts = tools.host.write('hosts.txt', '# ours\n127.0.2.7 printer\n127.0.2.8\n10.80.1.77\n')
    states = {row['host']: row['state'] for row in tools.json('clients', where, '--wanted', hosts, status=1)['hosts']}
    rigging.check(states['127.0.2.7'] == 'asks' and states['10.80.1.77'] == 'silent' and states['127.0.2.9'] == 'unlisted',
                  'wanted, silent and unlisted are told apart', states)


def check_query(tools):
    servers = tools.json('query', '--samples', '2', ROOT, NTPSEC, NOONMARK, NOBODY, f'{ROOT}:124', status=1)['servers']
    by_name = {server['server']: server for server in servers}
    for where, stratum in ((ROOT, 6), (NTPSEC, 7), (NOONMARK, 8)):
        server = by_name[where]
        rigging.check(server['trouble'] == 'none', f'{where} gives time', server)
        text, _ = tools.host.ask(tools.host.rig.programs['NTPDIG'], '-j', where)
        theirs = json.loads(text.splitlines()[-1])
        rigging.check(server['stratum'] == theirs['stratum'], f'{where}: stratum', f'{server}\n{theirs}')
        rigging.check(abs(server['offset-seconds'] - theirs['offset']) < theirs['precision'] + 0.002, f'{where}: offset', f'{server}\n{theirs}')
        rigging.check(abs(server['delay-seconds']) < 0.05 and server['root-distance-seconds'] < 1.5, f'{where}: delay', server)
    rigging.check(by_name[NOBODY]['trouble'] in ('silent', 'unreachable'), 'nobody is nobody', by_name[NOBODY])
    rigging.check(by_name[f'{ROOT}:124']['trouble'] == 'refused', 'a closed port is told', by_name[f'{ROOT}:124'])


def check_keys(tools):
    good = tools.host.write('good.keys', f'1 SHA1 {SECRET}\n')
    wrong = tools.host.write('wrong.keys', f'1 SHA1 {OTHER}\n')
    strange = tools.host.write('strange.keys', f'9 SHA1 {SECRET}\n')
    # ntpsec says nothing at all to a key that it does not know; we say so, as ntpd does.
    for where, refusal in ((NTPSEC, 'silent'), (NOONMARK, 'key-unknown')):
        for path, number, trouble in ((good, '1', 'none'), (wrong, '1', refusal), (strange, '9', refusal)):
            text, _ = tools.host.ask(tools.ctl_path, 'query', '--samples', '1', '--key', number, '--keys', path, where, '--json')
            server = json.loads(text)['servers'][0]
            rigging.check(server['trouble'] == trouble, f'{where}, {os.path.basename(path)}: {trouble}', server)
            rigging.check(trouble != 'silent' or 'key' in server['message'], 'silence to a key is explained', server)


def check_trace(tools):
    ntptrace = os.path.join(os.path.dirname(tools.host.rig.programs['NTPQ']), 'ntptrace')
    pattern = r'(?m)^(\S+): stratum (\d+), offset \S+, synch distance (\d+\.\d+)'

    def seen_alike():  # a daemon that has just started shortens its distance between two looks
        ours = re.findall(pattern, tools.ctl('trace', '127.0.0.1', status=1))
        text, _ = tools.host.ask(ntptrace, '-n', '127.0.0.1')
        theirs = re.findall(pattern, text)
        rigging.check([a[:2] for a in ours] == [b[:2] for b in theirs] and len(ours) == 2, 'both see the same two hosts',
                      f'{ours}\n{text}')
        return all(abs(float(a[2]) - float(b[2])) < 0.01 for a, b in zip(ours, theirs))
    tools.host.rig.wait('the same synch distances', seen_alike, 30)
    hops = tools.json('trace', SHUT, status=1)
    rigging.check([h['address'] for h in hops['hops']] == [SHUT, ROOT] and hops['end'] == 'local-clock',
                  'the way goes on behind a host that forbids queries', hops)
    rigging.check(tools.json('trace', NOBODY, status=2)['end'] in ('silent', 'refused'), 'silence is told')
    hops = tools.json('trace', NOONMARK, status=1)
    rigging.check([h['address'] for h in hops['hops']] == [NOONMARK, NTPSEC, ROOT], 'noonmarkd tells whom it follows', hops)


def check_diagnosis(tools):
    checks = {c['check']: c for c in tools.json('diagnose', '127.0.0.1', status=0)['checks']}
    rigging.check(checks['answers']['state'] == 'good' and 'ntpsec' in checks['answers']['message'], 'the daemon answers', checks)
    rigging.check(checks['selected']['state'] == 'good', 'a source is followed', checks)
    rigging.check(checks['reachable']['state'] == 'warning' and NOBODY in checks['reachable']['message'], 'the silent one is named',
                  checks)
    shut = tools.json('diagnose', SHUT, status=2)
    rigging.check(shut['cause'] == 'answers' and 'noquery' in shut['conclusion'], 'noquery is found', shut)
    rigging.check(tools.json('diagnose', NOONMARK, status=0)['status']['state'] == 'in-sync', 'noonmarkd is in sync')
    root = tools.json('diagnose', ROOT, status=1)
    rigging.check(root['status']['state'] == 'own-clock', 'the root runs on its own clock', root)


def check_watch(tools):
    text = tools.ctl('watch', '--count', '2', '--interval', '0.5', '--json', NTPSEC, status=0)
    frames = [json.loads(line) for line in text.splitlines()]
    rigging.check(len(frames) == 2 and all(f['status']['state'] == 'in-sync' for f in frames), 'watch looks twice', text)
    rigging.check('\x1b' not in tools.ctl('watch', '--count', '1', NTPSEC), 'no escape sequences into a pipe')


def main():
    noonmarkd, noonmarkctl, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        host = build(rig, noonmarkd)
        tools = Tools(host, noonmarkctl)
        for where in (NTPSEC, NOONMARK):
            rig.wait(f'{where} is in sync', lambda where=where: tools.host.ask(noonmarkctl, 'status', where)[1] == 0, 90)
        for where in (NTPSEC, NOONMARK):
            for check in (check_variables, check_peers, check_associations, check_clients):
                check(tools, where)
                rig.say(f'{check.__name__[6:]} of {where}')
        check_many_clients(tools, '127.0.0.1')
        rig.say('many clients')
        for check in (check_query, check_keys, check_trace, check_diagnosis, check_watch):
            check(tools)
            rig.say(check.__name__[6:])


if __name__ == '__main__':
    main()
