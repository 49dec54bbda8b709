#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""keys.py NOONMARKD STOCKFOLDER: symmetric keys among strangers, every type in both directions.

    10.78.1.1   noonmarkd on its own clock, stratum 10, serves only what is signed (`notrust`)
    10.78.1.11  ntpsec's ntpd     10.78.1.12  chronyd: each asks with a key, and serves time of stratum 5
    10.78.1.21 ...  noonmarkd: a client for each daemon and type of key, and one with a wrong secret for each
"""
import re
import signal
import sys

import rig as rigging

SERVER, NTPD, CHRONYD = '10.78.1.1', '10.78.1.11', '10.78.1.12'
HEX20 = '0123456789abcdef0123456789abcdef01234567'
HEX16 = '000102030405060708090a0b0c0d0e0f'
HEX24, HEX32 = HEX16 + HEX16[:16], HEX16 + HEX16[::-1]
# number, type as ntp.keys has it, type as chrony.keys has it, secret
KEYS = [(1, 'MD5', 'MD5', 'abcdefgh'), (2, 'SHA1', 'SHA1', HEX20), (3, 'AES', 'AES128', HEX16),
        (4, 'SHA256', 'SHA256', HEX20), (5, 'SHA512', 'SHA512', HEX20), (6, 'SHA384', 'SHA384', HEX20),
        (7, 'AES-256', 'AES256', HEX32), (8, 'AES-192', None, HEX24)]    # chrony has no AES-192
WRONG = [(number, ours, theirs, secret[::-1]) for number, ours, theirs, secret in KEYS]


def ntp_keys(host, keys):
    return host.write('ntp.keys', ''.join(f'{number} {kind} {secret}\n' for number, kind, _, secret in keys))


def chrony_keys(host, keys):
    def text(secret):
        return f'HEX:{secret}' if len(secret) > 20 else f'ASCII:{secret}'
    return host.write('chrony.keys', ''.join(f'{number} {kind} {text(secret)}\n' for number, _, kind, secret in keys if kind))


def trusted(keys):
    return 'trustedkey ' + ' '.join(str(number) for number, *_ in keys) + '\n'


def start_ntpd(host, key):
    config = host.write('ntp.conf', f'keys {ntp_keys(host, KEYS)}\n{trusted(KEYS)}disable kernel\n'
                        f'server {SERVER} key {key} iburst minpoll 3 maxpoll 3\n'
                        'server 127.127.1.0 noselect\nfudge 127.127.1.0 stratum 5\nrestrict 127.0.0.1\n')
    return host.start(host.rig.programs['NTPD'], '-n', '-g', '-c', config, '-p', host.path('ntpd.pid'))


def start_chronyd(host, key, version='version 4'):
    # Left alone chronyd sends long digests uncut, in version 3, which no ntpd reads.
    return host.start_chronyd(
        f'keyfile {chrony_keys(host, KEYS)}', f'server {SERVER} key {key} {version} iburst minpoll 2 maxpoll 2',
        'local stratum 5', 'allow')


def start_noonmarkd(host, noonmarkd, lines, keys):
    config = host.write('ntp.conf', f'keys {ntp_keys(host, keys)}\n{trusted(keys)}restrict 127.0.0.1\n{lines}')
    return host.start(noonmarkd, '-c', config)


def ntpq(host, *commands):
    words = [word for command in commands for word in ('-c', command)]
    return host.ask(host.rig.programs['NTPQ'], *words, '127.0.0.1')[0]


def peer(host):
    """The variables of a host's first association."""
    text = ntpq(host, 'lassociations')
    number = re.search(r'^\s*1\s+(\d+)', text, re.M)
    found = dict(re.findall(r'(\w+)=("[^"]*"|[^,\s]+)', ntpq(host, f'rv {number[1]}'))) if number else {}
    found['text'] = text
    return found


def ntpd_follows(host):
    text, _ = host.ask(host.rig.programs['NTPQ'], '-pn', '127.0.0.1')
    line = next((line for line in text.splitlines() if line.startswith(f'*{SERVER}')), None)
    if line is None or line.split()[2] != '11':
        return None
    auth = ntpq(host, 'lassociations')
    return re.search(r'yes\s+yes\s+ok\s+sys\.peer', auth)


def chronyd_follows(host):
    text, _ = host.ask(host.rig.programs['CHRONYC'], '-n', '-h', host.path('chronyd.sock'), 'authdata', '-a')
    keyed = re.search(rf'{re.escape(SERVER)}\s+SK\s', text)
    text, _ = host.ask(host.rig.programs['CHRONYC'], '-n', '-h', host.path('chronyd.sock'), 'sources')
    return keyed and re.search(rf'\^\* {re.escape(SERVER)}\s+11\s', text)


def start_chronyd_uncut(host, key):
    return start_chronyd(host, key, '')


def restart(rig, host, start, key):
    process = start(host, key)
    follows = ntpd_follows if start is start_ntpd else chronyd_follows
    rig.wait(f'{host.name} follows noonmarkd by key {key}', lambda: follows(host), 60)
    return process


def end(rig, process):
    rig.processes.remove(process)
    process.send_signal(signal.SIGTERM)
    process.wait(10)


def serve_by_every_key(rig, ntpd, chronyd):
    """Both strangers ask us with one type after the other; they run on with the last."""
    for number in (4, 5, 6):
        end(rig, restart(rig, chronyd, start_chronyd_uncut, number))
    for start, host in ((start_ntpd, ntpd), (start_chronyd, chronyd)):
        keys = [number for number, _, theirs, _ in KEYS if theirs or host is ntpd]
        for number in keys:
            process = restart(rig, host, start, number)
            if number != keys[-1]:
                end(rig, process)


def ask_by_every_key(rig, server, noonmarkd):
    """Clients of ours that follow each stranger with each key, and one each that has the number but not the secret."""
    good, bad = [], []
    for name, address in (('ntpd', NTPD), ('chronyd', CHRONYD)):
        for number, _, theirs, _ in KEYS:
            if name == 'chronyd' and not theirs:
                continue
            host = rig.host(f'c{len(good)}')
            host.plug_into(server, 'net', f'10.78.1.{21 + len(good)}/24')
            start_noonmarkd(host, noonmarkd, f'server {address} key {number} iburst minpoll 3 maxpoll 3\n', KEYS)
            good.append((host, f'{name} by key {number}'))
    for address in (NTPD, CHRONYD, SERVER):
        host = rig.host(f'w{len(bad)}')
        host.plug_into(server, 'net', f'10.78.1.{51 + len(bad)}/24')
        start_noonmarkd(host, noonmarkd, f'server {address} key 1 iburst minpoll 3 maxpoll 3\n', WRONG)
        bad.append(host)
    for host, what in good:
        rig.wait(f'noonmarkd follows {what}', lambda: int(peer(host).get('reach', '0'), 8) >= 3, 60)
        text = ntpq(host, 'lassociations')
        rigging.check(re.search(r'yes\s+yes\s+ok\s+sys\.peer', text), f'auth of {what} is shown as ok', text)
        rigging.check(re.search(r'keyid=[1-8]\b', ntpq(host, 'rv &1')), 'the key is shown')
    for host in bad:
        found = peer(host)
        rigging.check(int(found.get('reach', '377'), 8) == 0, 'a wrong secret gets no time', found)
        rigging.check(re.search(r'yes\s+no\s+bad', found['text']),
                      'a wrong secret is shown', found['text'])


def check_server_counts(server):
    text = ntpq(server, 'sysstats')
    rigging.check(re.search(r'authentication failed:\s+[1-9]', text), 'the wrong secret was counted', text)
    print(text)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        server = rig.host('s')
        server.bridge('net', f'{SERVER}/24')
        local_clock = 'server 127.127.1.0\nfudge 127.127.1.0 stratum 10\nrestrict default notrust\n'
        start_noonmarkd(server, noonmarkd, local_clock, KEYS)
        ntpd, chronyd = rig.host('ntpd'), rig.host('chronyd')
        ntpd.plug_into(server, 'net', f'{NTPD}/24')
        chronyd.plug_into(server, 'net', f'{CHRONYD}/24')
        serve_by_every_key(rig, ntpd, chronyd)
        ask_by_every_key(rig, server, noonmarkd)
        check_server_counts(server)
        rig.say('done')


if __name__ == '__main__':
    main()
