#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""monitoring.py NOONMARKD STOCKFOLDER: what Debian's ntpq and ntpmon show of noonmarkd.

    10.79.1.1   noonmarkd on its own clock, with a control key
    10.79.1.11  chronyd asks it; ntpq and ntpmon run beside the server
"""
import os
import re
import sys

import rig as rigging

SERVER, CLIENT = '10.79.1.1', '10.79.1.11'


def start_server(host, noonmarkd):
    keys = host.write('ntp.keys', '1 MD5 abcdefgh\n2 MD5 somebody\n')
    config = host.write('ntp.conf', f'keys {keys}\ntrustedkey 1 2\ncontrolkey 1\nserver 127.127.1.0\n'
                        'fudge 127.127.1.0 stratum 10\nrestrict default nomodify\nrestrict 10.79.1.0 mask 255.255.255.0\n')
    host.start(noonmarkd, '-c', config)
    return keys


def start_client(host):
    host.start_chronyd(f'server {SERVER} iburst minpoll 2 maxpoll 2')


def ntpq(host, *words):
    text, status = host.ask(host.rig.programs['NTPQ'], '-n', *words, '127.0.0.1')
    rigging.check(status == 0 and '***' not in text, f'ntpq {" ".join(words)} works', text)
    return text


def check_clients(host):
    text = ntpq(host, '-c', 'mrulist')
    print(text)
    row = next((line for line in text.splitlines() if CLIENT in line), None)
    rigging.check(row, 'mrulist lists the client', text)
    words = row.split()
    rigging.check(words[-1] == CLIENT, 'its address stands at the end', row)
    rigging.check(re.search(r'\s3\s+4\s', row), 'its packets are mode 3, version 4', row)
    return text


def check_many_clients(rig, host):
    """More rows than one request brings: ntpq walks with anchors."""
    script = ('import socket\n'
              'for i in range(1, 201):\n'
              '    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((f"127.0.1.{i}", 0))\n'
              '    s.sendto(b"\\x23" + bytes(39) + b"abcdefgh", ("127.0.0.1", 123)); s.close()\n')
    text, status = host.ask(sys.executable, '-c', script)
    rigging.check(status == 0, '200 hosts ask', text)
    text = ntpq(host, '-c', 'mrulist')
    found = set(re.findall(r'127\.0\.1\.(\d+)\b', text))
    rigging.check(len(found) == 200, f'all of them are listed, not {len(found)}', text)


def check_numbers(host):
    text = ntpq(host, '-c', 'sysstats')
    rigging.check(re.search(r'current version:\s+[1-9]', text) and re.search(r'packets received:\s+[1-9]', text),
                  'sysstats counts versions', text)
    text = ntpq(host, '-c', 'monstats')
    rigging.check(re.search(r'(?m)^addresses in use:\s+20[0-9]', text), 'monstats counts addresses', text)
    counts = []
    for _ in range(3):  # each question counts in the answer to the next, however soon that is
        text = ntpq(host, '-c', 'iostats')
        counts.append([int(re.search(rf'{name}:\s+(\d+)', text)[1]) for name in ('received packets', 'packets sent')])
    rigging.check(counts[0][0] < counts[1][0] < counts[2][0] and counts[0][1] < counts[1][1] < counts[2][1],
                  'iostats counts packets', counts)
    for command in ('sysinfo', 'timerstats', 'authinfo', 'associations', 'peers', 'rv'):
        ntpq(host, '-c', command)


def check_lists(host, keys):
    def signed(key, command):
        return host.ask(host.rig.programs['NTPQ'], '-n', '-k', keys, '-a', key, '-c', command, '127.0.0.1')[0]
    text = signed('1', 'reslist')
    print(text)
    rigging.check(re.search(r'(?m)10\.79\.1\.0/24\s', text) or '10.79.1.0' in text, 'reslist lists the entry', text)
    rigging.check('nomodify' in text, 'with its flags', text)
    text = signed('1', 'ifstats')
    print(text)
    rigging.check('v4wildcard' in text and '0.0.0.0:123' in text, 'ifstats lists the socket', text)
    for command in ('reslist', 'ifstats'):
        text = signed('2', command)
        rigging.check('10.79.1' not in text and 'wildcard' not in text, f'{command} is closed to another key', text)
    text = signed('1', ':config server 10.79.1.99')
    rigging.check('prohibited' in text and '10.79.1.99' not in ntpq(host, '-p'),
                  'nothing is configured where nomodify says so', text)


def check_ntpmon(host):
    ntpmon = os.path.join(os.path.dirname(host.rig.programs['NTPQ']), 'ntpmon')
    words = f'TERM=xterm LINES=40 COLUMNS=110 timeout -s INT 4 script -qec "{ntpmon} 127.0.0.1" /dev/null'
    text, _ = host.ask('sh', '-c', words)
    rigging.check('Traceback' not in text and CLIENT in text, 'ntpmon shows the client', text)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        server, client = rig.host('s'), rig.host('c')
        server.bridge('net', f'{SERVER}/24')
        client.plug_into(server, 'net', f'{CLIENT}/24')
        keys = start_server(server, noonmarkd)
        start_client(client)
        rig.wait('the client is listed', lambda: CLIENT in ntpq(server, '-c', 'mrulist'), 30)
        check_clients(server)
        rig.say('mrulist')
        check_many_clients(rig, server)
        rig.say('mrulist of many')
        check_numbers(server)
        rig.say('counters')
        check_lists(server, keys)
        rig.say('lists')
        check_ntpmon(server)
        rig.say('ntpmon, done')


if __name__ == '__main__':
    main()
