#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""runtime.py NOONMARKD STOCKFOLDER: every directive that a running noonmarkd takes, given by ntpsec's ntpq (`:config`)."""
import re
import sys

import rig as rigging

US, THEM = '10.84.1.1', '10.84.1.9'
ASK = ('import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(0.5); '
       's.sendto(b"\\x23" + bytes(39) + b"12345678", ("127.0.0.1", 123)); s.recv(512)')
# What must show it, as ntpq's command and a pattern; nothing: the answer and the log have to do.
LINES = [
    # While nobody else is asked: our own clock is followed.
    ('fudge 127.127.1.0 stratum 5', 'rv 0 stratum', 'stratum=6'), ('fudge 127.127.1.0 refid GPS', 'rv &1 refid', 'GPS'),
    (f'server {THEM} iburst', 'peers', THEM), (f'unpeer {THEM}', 'peers', f'(?!.*{THEM})'),
    (f'peer {THEM}', 'peers', THEM), (f'unconfig {THEM}', 'peers', f'(?!.*{THEM})'),
    (f'pool {THEM}', 'peers', THEM), (f'unpeer {THEM}', 'peers', f'(?!.*{THEM})'),
    ('broadcast 10.84.1.255', 'peers', r'10\.84\.1\.255'), ('manycastclient 224.0.1.1', 'peers', r'224\.0\.1\.1'),
    ('broadcastclient', None, ''), ('multicastclient 224.0.1.1', None, ''), ('manycastserver 224.0.1.1', None, ''),
    ('broadcastdelay 0.004', None, ''),
    ('restrict 10.84.2.0 mask 255.255.255.0 noserve noquery', 'reslist', r'10\.84\.2\.0.*\n.*noserve'),
    ('unrestrict 10.84.2.0 mask 255.255.255.0 noserve', 'reslist', r'10\.84\.2\.0.*\n(?!.*noserve)'),
    ('unrestrict 10.84.2.0 mask 255.255.255.0', 'reslist', r'(?!.*10\.84\.2\.0)'),
    ('restrict 10.84.2.0 mask 255.255.255.0 noserve', 'reslist', r'10\.84\.2\.0'),
    ('delrestrict 10.84.2.0 mask 255.255.255.0', 'reslist', r'(?!.*10\.84\.2\.0)'),
    ('restrict localhost nomrulist', 'reslist', 'nomrulist'),
    ('disable ntp', 'rv 0 nm_observing', 'nm_observing=1'), ('enable ntp', 'rv 0 nm_observing', 'nm_observing=0'),
    ('tos minsane 2', 'rv 0 nm_minsane', 'nm_minsane=2'), ('tinker panic 0', None, ''),
    ('discard average 4 minimum 1', None, ''), ('limit average 2 burst 10 kod 1', None, ''),
    ('interface listen all', None, ''), ('nic ignore 10.84.9.9', None, ''), ('dscp 0', None, ''), ('ttl 4 8', None, ''),
    ('mru maxdepth 7', 'monstats', r'maximum addresses:\s+7\b'), ('logconfig =syncall', None, ''),
    ('statistics loopstats', None, ''), ('filegen loopstats disable', None, ''), ('leapsmearinterval 3600', None, ''),
    ('trustedkey 3', None, ''), ('controlkey 1', None, '')]


def ntpq(host, command):
    key = ('-k', host.path('ntp.keys'), '-a', '1')
    return host.ask(host.rig.programs['NTPQ'], '-n', *key, '-c', command, '127.0.0.1')[0]


def log(host):
    with open(host.path('noonmarkd.log')) as file:
        return file.read()


def configure(host, line):
    before = len(log(host))
    text = ntpq(host, f':config {line}')
    rigging.check('Config Succeeded' in text, line, text)
    told = log(host)[before:]
    rigging.check(f'Told by the administrator at 127.0.0.1: {line} (Config Succeeded)' in told, f'{line} is logged', told)
    rigging.check('does not act on' not in told, f'{line} is done', told)
    return told


def number_of(host, address):
    for number in re.findall(r'(?m)^\s*\d+\s+(\d+)\s', ntpq(host, 'associations')):
        if f'srcadr={address}' in ntpq(host, f'rv {number} srcadr'):
            return number
    return None


def check_repeated(host):
    configure(host, f'server {THEM}')
    number = number_of(host, THEM)
    rigging.check('has a line already' in configure(host, f'server {THEM} iburst'), 'a line too many is told', log(host))
    rigging.check(number and number_of(host, THEM) == number, 'and changes nothing', ntpq(host, 'associations'))
    before = len(log(host))
    text = ntpq(host, ':config tos cohort 1')
    rigging.check('Config Succeeded' in text and 'does not act on "cohort"' in log(host)[before:],
                  'what is not done is told', log(host))


def check_limit(rig, host):
    configure(host, 'limit average 0.0001 burst 1 kod 0')
    configure(host, 'restrict 127.0.0.1 limited')    # last: it holds for us as well
    rig.wait('`limit` holds at once', lambda: host.ask(sys.executable, '-c', ASK)[1] != 0, 10)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        host = rig.host('ours')
        host.bridge('net', f'{US}/24')
        keys = host.write('ntp.keys', '1 MD5 abcdefgh\n3 MD5 hgfedcba\n')
        host.start(noonmarkd, '-c', host.write('ntp.conf', (
            f'keys {keys}\ntrustedkey 1\ncontrolkey 1\nstatsdir {host.folder}/\nrestrict default noquery\nrestrict 127.0.0.1\n'
            'server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n')))
        rig.wait('it serves', lambda: 'stratum=11' in ntpq(host, 'rv 0 stratum'), 30)
        clock = number_of(host, '127.127.1.0')
        for line, command, pattern in LINES:
            configure(host, line)
            if command:
                rig.wait(line, lambda: re.search(rf'(?s)\A(?:{pattern})' if pattern.startswith('(?!') else pattern,
                                                 ntpq(host, command)), 15)
        rigging.check(number_of(host, '127.127.1.0') == clock, '`fudge` leaves the clock running', log(host))
        check_repeated(host)
        check_limit(rig, host)
        rig.say('done')


if __name__ == '__main__':
    main()
