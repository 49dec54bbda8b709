#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""smearing.py NOONMARKD STOCKFOLDER: chronyd as the client of a master that smears a leap second, and of one that does not.

    10.84.1.1   noonmarkd, whose list has a leap second 20 minutes ahead, and leapsmearinterval 3600: 3/4 of it are over
    10.84.1.2   the same without smearing: it announces the second
    10.84.1.3   the same, a day ahead: the interval has not begun
    10.84.1.11 ... .13  chronyd, a client of one of them each

The stock ntpd of Debian is built without smearing, so chronyd is the judge of what a client makes of it.
"""
import math
import re
import sys
import time

import rig as rigging

LOCAL = 'server 127.127.1.0 minpoll 3 maxpoll 3\nfudge 127.127.1.0 stratum 5\n'
INTERVAL = 3600


def told_by(server, host):
    """What the last answer said; chronyd itself believes leap seconds on two days of the year only."""
    text = host.ask(host.rig.programs['CHRONYC'], '-n', '-h', host.path('chronyd.sock'), 'ntpdata', server)[0]
    return {name.strip(): value.strip() for name, value in re.findall(r'(?m)^(.+?)\s+: (.*)$', text)}


def offset(host, server):
    """Seconds that the server is ahead, to a chronyd that looks once and sets nothing."""
    text = host.ask(host.rig.programs['CHRONYD'], '-Q', '-u', 'root', '-t', '15', f'server {server} iburst', 'cmdport 0',
                    f'pidfile {host.path("once.pid")}', f'bindcmdaddress {host.path("once.sock")}')[0]
    found = re.search(r'System clock wrong by (\S+) seconds', text)
    rigging.check(found, 'chronyd -Q measures', text)
    return float(found[1])


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        hub = rig.host('hub')
        hub.bridge('net', '10.84.1.254/24')
        now = int(time.time()) + 2_208_988_800
        masters = {'smearing': (now + INTERVAL // 3, f'leapsmearinterval {INTERVAL}\n'), 'telling': (now + INTERVAL // 3, ''),
                   'waiting': (now + 80_000, f'leapsmearinterval {INTERVAL}\n')}
        clients = {}
        for number, (name, (leap, line)) in enumerate(masters.items(), 1):
            master = rig.host(name[0])
            master.plug_into(hub, 'net', f'10.84.1.{number}/24')
            leaps = master.write('leap', rigging.leap_list(leap, expires=leap + 10_000_000))
            master.start(noonmarkd, '-c', master.write('ntp.conf', f'{LOCAL}leapfile {leaps}\n{line}'), '--no-clock')
            clients[name] = rig.host(name[0] + 'c')
            clients[name].plug_into(hub, 'net', f'10.84.1.{number + 10}/24')
            clients[name].start_chronyd(f'server 10.84.1.{number} minpoll 0 maxpoll 0 iburst')
        expected = (('smearing', 'Normal'), ('telling', 'Insert second'), ('waiting', 'Normal'))
        for number, (name, leap) in enumerate(expected, 1):
            server, client = f'10.84.1.{number}', clients[name]
            rig.wait(f'chronyd hears the master that is {name}', lambda: told_by(server, client).get('Stratum') == '6', 60)
            told = told_by(server, client)
            rigging.check(told['Leap status'] == leap, f'to the client of the one that is {name}: {leap}', told)
            left = masters['smearing'][0] - (time.time() + 2_208_988_800)
            ahead = -(1 - math.cos(math.pi * (1 - left / INTERVAL))) / 2 if name == 'smearing' else 0
            measured = offset(client, server)
            rigging.check(abs(measured - ahead) < 0.02, f'the offset of the one that is {name}', (measured, ahead))
            rig.say(f'{name}: {leap}, {measured:+.4f} s')


main()
