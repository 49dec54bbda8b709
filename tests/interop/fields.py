#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""fields.py NOONMARKD STOCKFOLDER: what ntpq prints of noonmarkd and of ntpsec's ntpd, field by field.

    10.82.1.1   chronyd, stratum 5
    10.82.1.2   ntpd      10.82.1.3  noonmarkd: the same ntp.conf, both follow chronyd and have a local clock
"""
import re
import signal
import sys

import rig as rigging

UPSTREAM, NTPD, NOONMARKD = '10.82.1.1', '10.82.1.2', '10.82.1.3'
INFO = ('sysinfo', 'sysstats', 'monstats', 'kerninfo', 'iostats', 'authinfo', 'timerstats')
# What ntpd alone tells, and why we do not.
ABSENT = {'rv &1': {'xmt'},                           # would help a forger (CVE-2015-8139)
          'rv &2': {'xmt', 'mode'}}                    # `mode` of a reference clock: ours has none
# Where the two tell the same thing in different kinds of values.
DIFFERENT = {'authinfo': {'uncached keys', 'expired keys'},     # ntpsec does not count them any more: "?"
             'cv &2': {'refid'}}                                # ntpsec prints the letters of LOCL as an address


def shape(value):
    """The kind of a value: 'FLAGS', 'ADDR', 'TIME', 'AGE', 'NUMBER', 'HEX' or 'WORD'."""
    value = value.strip().strip('"')
    for name, pattern in (('FLAGS', r'[0-9a-f]{2,4} [a-z_.]+'),  # a status or flash word and the first of its meanings
                          ('ADDR', r'\d+\.\d+\.\d+\.\d+(:\d+)?'), ('TIME', r'[0-9a-f]{8}\.[0-9a-f]{8}.*'),
                          ('AGE', r'(\d+d )?\d\d:\d\d:\d\d.*'), ('NUMBER', r'[-+]?\d+(\.\d+)?(e[-+]?\d+)?( \S+)?'),
                          ('HEX', r'0x[0-9a-f]+')):
        if re.fullmatch(pattern, value):
            return name
    return 'WORD'


def ntp_conf(host):
    keys = host.write('ntp.keys', '1 MD5 abcdefgh\n')
    return host.write('ntp.conf', f'keys {keys}\ntrustedkey 1\ncontrolkey 1\nrestrict 127.0.0.1\nrestrict ::1\nrestrict 10.82.1.0 mask 255.255.255.0\n'
                      f'server {UPSTREAM} iburst minpoll 3 maxpoll 3\nserver 127.127.1.0\nfudge 127.127.1.0 stratum 10\n'
                      'restrict default limited kod nomodify noquery\n')


def ntpq(host, *commands):
    words = [word for command in commands for word in ('-c', command)]
    signed = any(command.startswith((':config', 'reslist', 'ifstats')) for command in commands)
    key = ('-k', host.path('ntp.keys'), '-a', '1') if signed else ()
    return host.ask(host.rig.programs['NTPQ'], '-n', *key, *words, '127.0.0.1')[0]


def labels(text):
    """{'name': value} of 'name:   value' and of 'name=value, ...'."""
    found = {}
    # Before the numbers of the filter ntpsec 1.2.2 sends stale bytes of its stack: any bytes.
    text = re.sub(r'(filt\w+) =.*?(?=filt\w+ =|pmode=|flash=)', r'\1 =numbers, ', text, flags=re.DOTALL)
    for line in text.splitlines():
        line = line.rstrip()
        if re.match(r'[A-Za-z][^=]*[:=]?\s{2,}\S', line) and '=' not in line and 'Trying' not in line:
            name, value = re.split(r':?\s{2,}', line, maxsplit=1)
            found[name.strip()] = re.split(r'\s{2,}', value)[0]
    for name, value in re.findall(r'(\w+)\s?=("[^"]*"|[^,\n]*)', text):
        found[name] = value
    return found


def compare(command, theirs, ours):
    left, right = labels(theirs), labels(ours)
    rigging.check(left, f'{command}: ntpd answers', theirs)
    lost = set(left) - set(right)
    rigging.check(lost == ABSENT.get(command, set()), f'{command}: the fields of ntpd that are missing: {sorted(lost)}',
                  theirs + '\n' + ours)
    other = {name: (left[name], right[name]) for name in set(left) & set(right)
             if shape(left[name]) != shape(right[name]) and left[name] and right[name]}
    rigging.check(set(other) == DIFFERENT.get(command, set()), f'{command}: the fields of another kind', other)


def check_filter(ours):
    """The stages of the filter are eight numbers each."""
    for name, numbers in re.findall(r'(filt\w+)\s?=([^,]*)', ours):
        rigging.check(re.fullmatch(r'(-?\d+\.\d+\s){7}-?\d+\.\d+', numbers.strip()), f'{name} is eight numbers', ours)


def check_infos(ntpd, noonmarkd):
    for command in (*INFO, 'rv', 'rv &1', 'rv &2', 'cv &2', 'pstats &1', 'pstats &2'):
        # "&N" numbers what `associations` listed before.
        before = ['associations'] if '&' in command else []
        theirs, ours = ntpq(ntpd, *before, command), ntpq(noonmarkd, *before, command)
        rigging.check('***' not in ours, f'{command} works', ours)
        compare(command, theirs, ours)
        check_filter(ours)
        print(f'{command}: {len(labels(ours))} fields, {len(labels(theirs))} of ntpd')


def columns(text, mark):
    """The header over a ruler, and the shapes of the first row below it that has the mark."""
    lines = text.splitlines()
    ruler = next(i for i, line in enumerate(lines) if line.strip().startswith(('==', '--')))
    row = next((line for line in lines[ruler + 1:] if mark in line), '')
    return lines[ruler - 1].split(), [shape(word) for word in row.split()]


def check_lists(ntpd, noonmarkd):
    for command, mark in (('associations', 'sys.peer'), ('mrulist', '127.0.0.1'),
                          ('reslist', '10.82.1.0'), ('peers', UPSTREAM)):
        theirs, ours = columns(ntpq(ntpd, command), mark), columns(ntpq(noonmarkd, command), mark)
        rigging.check(theirs[0] == ours[0], f'{command}: the same columns', (theirs, ours))
        rigging.check(ours[1] and len(theirs[1]) == len(ours[1]),
                      f'{command}: the same number of words in a row', (theirs, ours, ntpq(noonmarkd, command)))
        print(f'{command}: {ours}')


def sockets(host):
    """The rows of `ifstats` by address: name, mark, received, sent, failed, peers."""
    found = re.findall(r'(?m)^\s*\d+ +(\S+) +(\S) +[0-9a-f]+ +(\d+) +(\d+) +(\d+) +(\d+) +\d+ *\n +(\S+)', ntpq(host, 'ifstats'))
    return {row[-1]: row[:-1] for row in found}


def check_sockets(ntpd, noonmarkd):
    """A row for each address at which the host is reached, as ntpd's. Ours has none for the loopback, and its wildcards answer."""
    heads = [columns(ntpq(host, 'ifstats'), '0.0.0.0:123')[0] for host in (ntpd, noonmarkd)]
    rigging.check(heads[0] == heads[1], 'ifstats: the same columns', heads)
    theirs, ours = sockets(ntpd), sockets(noonmarkd)
    text = ntpq(ntpd, 'ifstats') + ntpq(noonmarkd, 'ifstats')
    own = {f'{NTPD}:123': 'ITSELF', f'{NOONMARKD}:123': 'ITSELF'}
    named = [{own.get(address, address): row[0] for address, row in rows.items() if not address.startswith('[fe80')}
             for rows in (theirs, ours)]
    lost = {address: name for address, name in named[0].items() if name == 'lo'}
    rigging.check(set(lost) == {'127.0.0.1:123', '[::1]:123'} and named[0] == named[1] | lost,
                  'ifstats: the same addresses under the same names', text)
    marks = [(rows['0.0.0.0:123'][1], rows['[::]:123'][1]) for rows in (theirs, ours)]
    rigging.check(marks == [('D', 'D'), ('.', '.')], 'ifstats: only our wildcards answer', text)
    rigging.check([rows[own_row][5] for rows, own_row in zip((theirs, ours), own)] == ['1', '1'],
                  'ifstats: each counts the upstream at its address', text)
    # Their upstream is asked from that socket, ours from a port of its own.
    print(f'ifstats: {sorted(ours)}')


def pool_member(host):
    """The number of the association that a pool has found at ntpd's address."""
    for number in re.findall(r'(?m)^\s*\d+\s+(\d+)\s', ntpq(host, 'associations')):
        if f'srcadr={NTPD}' in ntpq(host, f'rv {number} srcadr'):
            return number
    return None


def check_configure(rig, host):
    """What the real ntpq's `:config` and `config` do to a running noonmarkd, and what they are told."""
    text = ntpq(host, ':config server 10.82.1.99 noselect')
    rigging.check('Config Succeeded' in text, 'a server is added', text)
    rigging.check('10.82.1.99' in ntpq(host, 'peers'), 'and is asked', ntpq(host, 'peers'))
    text = ntpq(host, ':config unpeer 10.82.1.99')
    rigging.check('Config Succeeded' in text and '10.82.1.99' not in ntpq(host, 'peers'), 'and taken away', text)
    text = ntpq(host, f':config pool {NTPD} minpoll 3 maxpoll 3')
    rigging.check('Config Succeeded' in text, 'a pool is added', text)
    member = rig.wait('it finds a member', lambda: pool_member(host), 10)
    for target in (member, NTPD):
        text = ntpq(host, f':config unpeer {target}')
        rigging.check('Config Succeeded' in text and pool_member(host) is None, 'it goes at once', text)
        rig.wait('the pool looks for another', lambda: pool_member(host), 15)
    text = ntpq(host, ':config sever 10.82.1.99')
    rigging.check('syntax error' in text, 'a mistake is told', text)
    for line in ('driftfile /tmp/x', 'logfile /tmp/x', 'keys /tmp/x'):
        text = ntpq(host, f':config {line}')
        rigging.check('ignored' in text, f'{line} is refused', text)
    rigging.check('Config Succeeded' in ntpq(host, ':config restrict 10.82.1.77 noserve'), 'a restriction')
    rigging.check('10.82.1.77' in ntpq(host, 'reslist'), 'is listed', ntpq(host, 'reslist'))
    text = host.ask(host.rig.programs['NTPQ'], '-n', '-c', ':config server 10.82.1.98', '127.0.0.1')[0]
    rigging.check('10.82.1.98' not in ntpq(host, 'peers'), 'nobody configures without the key', text)
    rig.say('configured at run time')


def check_others(host):
    text, status = host.ask(host.rig.programs['NTPSTAT'])
    rigging.check(status == 0 and 'synchronised to NTP server' in text, 'ntpstat', text)
    folder = host.rig.programs['NTPQ'].rsplit('/', 1)[0]
    text, _ = host.ask(f'{folder}/ntptrace', '-n', '-m', '1', '127.0.0.1')
    rigging.check(re.search(r'127\.0\.0\.1: stratum 6, offset -?[\d.]+, synch distance [\d.]+', text), 'ntptrace', text)
    text, status = host.ask(host.rig.programs['NTPD'].replace('ntpd', 'ntpwait'), '-n', '2', '-s', '1')
    rigging.check(status == 0, 'ntpwait', text)


def plain_shape(text):
    """The words of a tool, each number as '#'; ntpsec before 1.2.5 cannot name the kind of its source."""
    text = re.sub(r'synchronised to (unspecified|NTP server \(\S+\))', 'synchronised to SOURCE', text)
    text = re.sub(r'\x1b[\[(][0-9;?]*[A-Za-z]|[\x0e\x0f\r]', ' ', text)
    return re.sub(r'[-+]?\d+(\.\d+)*', '#', text)


def check_tools(ntpd, noonmarkd):
    """ntpstat, ntptrace, ntpwait and ntpmon say the same of both, but for the numbers."""
    folder = ntpd.rig.programs['NTPQ'].rsplit('/', 1)[0]
    for name, words in (('ntpstat', (ntpd.rig.programs['NTPSTAT'],)),
                        ('ntptrace', (f'{folder}/ntptrace', '-n', '-m', '1', '127.0.0.1')),
                        ('ntpwait', (ntpd.rig.programs['NTPD'].replace('ntpd', 'ntpwait'), '-n', '2', '-s', '1'))):
        theirs, ours = ntpd.ask(*words), noonmarkd.ask(*words)
        left, right = [' '.join(plain_shape(text).split()) for text, _ in (theirs, ours)]
        rigging.check((left, theirs[1]) == (right, ours[1]) and (right or name == 'ntpwait'), f'{name} says the same of both', (theirs, ours))
        print(f'{name}: {right}')
    screen = f'TERM=xterm LINES=40 COLUMNS=110 timeout -s INT 4 script -qec "{folder}/ntpmon 127.0.0.1" /dev/null'
    heads = []
    for host in (ntpd, noonmarkd):
        text = plain_shape(host.ask('sh', '-c', screen)[0])
        rigging.check('Traceback' not in text, 'ntpmon runs', text)
        heads.append([re.search(head, text) is not None for head in (
            r'remote\s+refid\s+st\s+t\s+when\s+poll\s+reach\s+delay\s+offset\s+jitter',
            r'lstint\s+avgint\s+rstr\s+r\s+m\s+v\s+count\b.*\brport\s+remote address', r'\*#')])
    rigging.check(heads[0] == heads[1] and all(heads[1]), 'ntpmon has the same tables of both', heads)
    print('ntpmon: the same tables')


def keys_again(host, process):
    """A key that is added to the file counts after SIGHUP, one that is gone does not."""
    host.write('ntp.keys', '1 MD5 hgfedcba\n')
    process.send_signal(signal.SIGHUP)
    host.rig.wait('the new secret opens reslist after SIGHUP', lambda: '10.82.1.0' in ntpq(host, 'reslist'), 15)
    old = host.write('old.keys', '1 MD5 abcdefgh\n')
    text = host.ask(host.rig.programs['NTPQ'], '-n', '-k', old, '-a', '1', '-c', 'reslist', '127.0.0.1')[0]
    rigging.check('10.82.1.0' not in text, 'and the old one does not', text)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        hub = rig.host('up')
        hub.bridge('net', f'{UPSTREAM}/24')
        hub.start_chronyd('local stratum 5', 'allow')
        theirs, ours = rig.host('ntpd'), rig.host('ours')
        theirs.plug_into(hub, 'net', f'{NTPD}/24')
        ours.plug_into(hub, 'net', f'{NOONMARKD}/24')
        theirs.start(rig.programs['NTPD'], '-n', '-g', '-c', ntp_conf(theirs), '-p', theirs.path('ntpd.pid'))
        process = ours.start(noonmarkd, '-c', ntp_conf(ours))
        for host in (theirs, ours):
            rig.wait(f'{host.name} follows chronyd', lambda: re.search(rf'(?m)^\*{UPSTREAM}', ntpq(host, 'peers')), 90)
        check_infos(theirs, ours)
        check_lists(theirs, ours)
        check_others(ours)
        check_tools(theirs, ours)
        check_sockets(theirs, ours)
        check_configure(rig, ours)
        keys_again(ours, process)
        rig.say('done')


if __name__ == '__main__':
    main()
