#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""others.py NOONMARKD NOCLOCK STOCKFOLDER: openntpd, ntpdig, ntpdate and systemd-timesyncd as our clients, openntpd as our server.

    10.83.1.1   noonmarkd on its own clock, stratum 10
    10.83.1.2   systemd-timesyncd      10.83.1.3  openntpd      10.83.1.4  noonmarkd, asks openntpd and .1
    10.83.1.5   openntpd, whose corrections NOCLOCK takes          10.83.1.6  noonmarkd, asks that one only

Each daemon sees files of its own over /etc and /var/lib, in the mount namespace that `ip netns exec` makes. Without the
right to set a clock openntpd never calls itself synchronised: the first is to be refused. The second is told that its
corrections were made, and is to be followed.
"""
import os
import re
import sys

import rig as rigging

SERVER, TIMESYNCD, OPENNTPD, CLIENT = '10.83.1.1', '10.83.1.2', '10.83.1.3', '10.83.1.4'
SETTLED, FOLLOWER = '10.83.1.5', '10.83.1.6'
TIMESYNCD_PROGRAM = '/lib/systemd/systemd-timesyncd'
STATE = 'mount -t tmpfs none /var/lib'


def log(host):
    with open(host.path('sh.log'), errors='replace') as file:
        return file.read()


def start_openntpd(host, preload=''):
    os.chmod(host.folder, 0o755)
    os.mkdir(host.path('home'), 0o755)
    users = host.write('passwd', ''.join([open('/etc/passwd').read(), *(
        f'{name}:x:990:990::{host.path("home")}:/bin/false\n' for name in ('openntpd', 'openntp', '_ntp', 'ntpd'))]))
    groups = host.write('group', open('/etc/group').read() + 'openntpd:x:990:\nopenntp:x:990:\n_ntp:x:990:\nntpd:x:990:\n')
    config = host.write('ntpd.conf', f'listen on *\nserver {SERVER}\n')
    host.start('sh', '-c', f'mount --bind {users} /etc/passwd && mount --bind {groups} /etc/group && {STATE} && '
               'mkdir -p /var/lib/openntpd/db /var/lib/openntpd/run && '
               f'export LD_PRELOAD={preload} && exec {host.rig.programs["OPENNTPD"]} -d -v -f {config}')


def start_timesyncd(host):
    """It needs no bus: it only goes on waiting for one."""
    os.chmod(host.folder, 0o755)
    config = host.write('timesyncd.conf', f'[Time]\nNTP={SERVER}\nPollIntervalMinSec=16\n')
    host.start('sh', '-c', f'mount --bind {config} /etc/systemd/timesyncd.conf && {STATE} && SYSTEMD_LOG_LEVEL=debug '
               f'exec setpriv --reuid=nobody --regid=nogroup --clear-groups {TIMESYNCD_PROGRAM}')


def check_questions(rig, host):
    programs = rig.programs
    text, status = host.ask(programs['NTPDIG'], SERVER)
    rigging.check(status == 0 and re.search(rf'{re.escape(SERVER)} s11 no-leap', text), 'ntpdig', text)
    keys = host.write('ntp.keys', '1 MD5 abcdefgh\n2 AES 000102030405060708090a0b0c0d0e0f\n')
    for key in ('1', '2'):
        text, status = host.ask(programs['NTPDIG'], '-k', keys, '-a', key, SERVER)
        rigging.check(status == 0 and f'{SERVER} s11' in text, f'ntpdig with key {key}', text)
    wrong = host.write('wrong.keys', '1 MD5 hgfedcba\n')
    text, status = host.ask(programs['NTPDIG'], '-t', '2', '-k', wrong, '-a', '1', SERVER)
    rigging.check(status != 0, 'ntpdig refuses a wrong key', text)
    text, status = host.ask(programs['NTPDATE'], '-q', SERVER)
    rigging.check(status == 0 and SERVER in text, 'ntpdate -q', text)
    rig.say('ntpdig and ntpdate')


def main():
    noonmarkd, noclock, stock = sys.argv[1:]
    rigging.check(os.path.exists(noclock), f'{noclock} is built')
    with rigging.Rig(stock) as rig:
        server = rig.host('s')
        server.bridge('net', f'{SERVER}/24')
        keys = server.write('ntp.keys', '1 MD5 abcdefgh\n2 AES 000102030405060708090a0b0c0d0e0f\n')
        server.start(noonmarkd, '-c', server.write('ntp.conf', f'keys {keys}\ntrustedkey 1 2\nserver 127.127.1.0\n'
                                                   'fudge 127.127.1.0 stratum 10\nrestrict 127.0.0.1\n'))
        openntpd, client = rig.host('open'), rig.host('c')
        openntpd.plug_into(server, 'net', f'{OPENNTPD}/24')
        client.plug_into(server, 'net', f'{CLIENT}/24')
        start_openntpd(openntpd)
        client.start(noonmarkd, '-c', client.write('ntp.conf', f'server {SERVER} iburst minpoll 3 maxpoll 3\n'
                                                   f'server {OPENNTPD} iburst minpoll 3 maxpoll 3\nrestrict 127.0.0.1\n'))
        settled, follower = rig.host('settled'), rig.host('f')
        settled.plug_into(server, 'net', f'{SETTLED}/24')
        follower.plug_into(server, 'net', f'{FOLLOWER}/24')
        start_openntpd(settled, noclock)
        has_timesyncd = os.access(TIMESYNCD_PROGRAM, os.X_OK) and os.path.exists('/etc/systemd/timesyncd.conf')
        if has_timesyncd:
            timesyncd = rig.host('time')
            timesyncd.plug_into(server, 'net', f'{TIMESYNCD}/24')
            start_timesyncd(timesyncd)
        # ntpdig asks once and never again: a server that is still starting would not hear it.
        rig.wait('our clock serves', lambda: 'stratum=11' in server.ask(
            rig.programs['NTPQ'], '-c', 'rv 0 stratum', '127.0.0.1')[0], 20)
        check_questions(rig, client)
        if has_timesyncd:
            rig.wait('systemd-timesyncd takes our time', lambda: f'Contacted time server {SERVER}:123' in log(timesyncd), 40)
        else:
            print(f'not tried: {TIMESYNCD_PROGRAM} is not installed')
        rig.wait('openntpd takes our time', lambda: f'peer {SERVER} now valid' in log(openntpd), 120)
        text = rig.wait('we hear openntpd, and see that it has no time', lambda: re.search(
            rf'(?m)^ {re.escape(OPENNTPD)}\s.*', client.ask(rig.programs['NTPQ'], '-pn', '127.0.0.1')[0]), 60)[0]
        rigging.check(re.search(r'\s16 u\s', text), 'stratum 16', text)
        rig.wait('and follow our own kind', lambda: f'*{SERVER}' in client.ask(rig.programs['NTPQ'], '-pn', '127.0.0.1')[0], 60)
        rig.wait('the other openntpd says that it is synchronised', lambda: 'clock is now synced' in log(settled), 450)
        follower.start(noonmarkd, '-c', follower.write('ntp.conf', f'server {SETTLED} iburst minpoll 3 maxpoll 3\n'
                                                       'restrict 127.0.0.1\n'))
        text = rig.wait('and we follow it', lambda: re.search(
            rf'(?m)^\*{re.escape(SETTLED)}\s.*', follower.ask(rig.programs['NTPQ'], '-pn', '127.0.0.1')[0]), 60)[0]
        rigging.check(re.search(r'\s12 u\s', text), 'stratum 12: one below ours', text)
        rig.say('done')


if __name__ == '__main__':
    main()
