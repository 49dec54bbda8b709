#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kisses.py NOONMARKD STOCKFOLDER: noonmarkd obeys a real server's kiss of death, and chronyd and ntpd obey ours.

    10.88.1.1   ntpsec's ntpd that may be asked every 50 s only   10.88.1.2   noonmarkd likewise
    10.88.1.11  noonmarkd asks both                               10.88.1.12  ntpd asks noonmarkd
"""
import re
import sys
import time

import rig as rigging

NTPD, NOONMARKD = '10.88.1.1', '10.88.1.2'
CLOCK = 'server 127.127.1.0 prefer\nfudge 127.127.1.0 stratum 5\n'
LIMITS = 'limit average 0.02 burst 2 kod 20\n'


def ntpq(host, *words):
    return host.ask(host.rig.programs['NTPQ'], '-n', *words, '127.0.0.1')[0]


def association(host, address):
    for number in re.findall(r'(?m)^\s*\d+\s+(\d+)\s', ntpq(host, '-c', 'associations')):
        text = ntpq(host, '-c', f'rv {number} srcadr,hpoll,refid,headway,reach')
        if f'srcadr={address}' in text:
            return dict(re.findall(r'(\w+)=([^,\s]+)', text)) | {'events': ntpq(host, '-c', 'associations')}
    return {}


def was_kissed(host, address, least):
    found = association(host, address)
    return int(found.get('hpoll', 0)) >= least and 'rate_exceeded' in found['events'] and found


def questions(host):
    return int(re.search(r'packets received:\s+(\d+)', ntpq(host, '-c', 'sysstats'))[1])


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        server, ours = rig.host('ntpd'), rig.host('ours')
        server.bridge('net', f'{NTPD}/24')
        ours.plug_into(server, 'net', f'{NOONMARKD}/24')
        client, theirs = rig.host('client'), rig.host('theirs')
        client.plug_into(server, 'net', '10.88.1.11/24')
        theirs.plug_into(server, 'net', '10.88.1.12/24')
        access = 'restrict default limited kod noquery\nrestrict 127.0.0.1\nrestrict ::1\n'
        server.start(rig.programs['NTPD'], '-n', '-c', server.write('ntp.conf', CLOCK + LIMITS + access), '-p', server.path('pid'))
        ours.start(noonmarkd, '-c', ours.write('ntp.conf', CLOCK + 'discard average 5 minimum 4\n' + access))
        client.start(noonmarkd, '-c', client.write('ntp.conf', f'server {NTPD} iburst minpoll 3 maxpoll 7\n'
                                                   f'server {NOONMARKD} iburst minpoll 3 maxpoll 7\nrestrict 127.0.0.1\n'))
        theirs.start(rig.programs['NTPD'], '-n', '-g', '-c', theirs.write(
            'ntp.conf', f'server {NOONMARKD} iburst minpoll 3 maxpoll 7\nrestrict 127.0.0.1\n'), '-p', theirs.path('pid'))
        found = rig.wait("noonmarkd obeys ntpd's kiss", lambda: was_kissed(client, NTPD, 4), 60)
        print(found['hpoll'], found['events'])
        before = questions(server)
        time.sleep(12)
        rigging.check(questions(server) - before <= 4, 'and asks seldom', (before, questions(server)))
        rig.wait('noonmarkd obeys one of its own kind', lambda: was_kissed(client, NOONMARKD, 4), 60)
        rig.wait('ntpd obeys noonmarkd', lambda: was_kissed(theirs, NOONMARKD, 4), 60)
        text = ntpq(ours, '-c', 'sysstats')
        rigging.check(re.search(r'KoD responses:\s+[1-9]', text), 'the kisses are counted', text)
        rig.say('done')


if __name__ == '__main__':
    main()
