#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""steering.py NOONMARKD

A clock of the daemon's own really follows: three servers that are ahead of this machine by half a second, or by twenty
minutes, and noonmarkd below them. Nobody touches the machine's clock, which stays the measure of it all.
"""
import math
import os
import re
import signal
import socket
import struct
import sys
import time

import rig as rigging

EPOCH = 2208988800
HAS_V6 = os.path.exists('/proc/sys/net/ipv6')


def stamp(seconds):
    whole = math.floor(seconds)
    return struct.pack('>II', (whole + EPOCH) & 0xffffffff, int((seconds - whole) * 2**32))


def serve_ahead(seconds):
    """A stratum 1 server whose clock is wrong on purpose; runs until it is killed."""
    service = socket.socket(socket.AF_INET6 if HAS_V6 else socket.AF_INET, socket.SOCK_DGRAM)
    if HAS_V6:
        service.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    service.bind(('', 123))
    while True:
        request, client = service.recvfrom(512)
        received = time.time() + seconds
        header = struct.pack('>BBbbII4s', 0x24, 1, request[2], -20, 0, 10, b'TEST')
        answer = header + stamp(received - 1) + request[40:48] + stamp(received) + stamp(time.time() + seconds)
        service.sendto(answer, client)


def ask(host):
    """Stratum and offset of the noonmarkd on a host, seen from that host."""
    text, status = host.ask(sys.executable, '-c', (
        'import socket, struct, sys, time\n'
        's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2)\n'
        's.sendto(b"\\x23" + bytes(39) + b"12345678", ("127.0.0.1", 123)); d = s.recv(512)\n'
        f'w, f = struct.unpack(">II", d[40:48]); print(d[1], w - {EPOCH} + f / 2**32 - time.time())'))
    if status != 0:
        return None
    stratum, offset = text.split()
    return int(stratum), float(offset)


class Case:
    """One noonmarkd below three servers that are ahead."""

    def __init__(self, rig, number, ahead, *options, drift=None, network='10.77.1.', connected=True, more=''):
        self.rig = rig
        self.host = rig.host(f'd{number}')
        length = 64 if ':' in network else 24
        self.host.bridge('servers', f'{network}1/{length}')
        addresses = [f'{network}1{digit}' for digit in (1, 2, 3)]
        for digit, address in enumerate(addresses, 1):
            server = rig.host(f's{number}{digit}')
            server.plug_into(self.host, 'servers', f'{address}/{length}')
            server.start(sys.executable, '-B', os.path.abspath(__file__), '--serve', str(ahead))
        if drift is not None:
            self.host.write('drift', drift)
        lines = [f'driftfile {self.host.path("drift")}', 'restrict default']
        lines += [f'server {address} iburst minpoll 3 maxpoll 3' for address in addresses]
        config = self.host.write('ntp.conf', '\n'.join(lines) + f'\n{more}\n')
        self.connect(connected)
        self.process = self.host.start(sys.argv[1], '-c', config, *options)

    def connect(self, connected):
        self.host.ip('link', 'set', 'servers', 'up' if connected else 'down')

    def log(self):
        with open(self.host.path('noonmarkd.log')) as file:
            return file.read()

    def serves(self, stratum, offset, tolerance=0.003):
        answer = ask(self.host)
        return answer and answer[0] == stratum and abs(answer[1] - offset) < tolerance

    def ends_by_itself(self, seconds):
        """Its exit status; it is not one of the daemons that must go on."""
        self.rig.processes.remove(self.process)
        return self.process.wait(seconds)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        rigging.check(self.process.wait(10) == 0, 'noonmarkd ends cleanly', self.log())
        self.rig.processes.remove(self.process)


def main():
    before = time.time() - time.monotonic()
    with rigging.Rig() as rig:
        stepped = Case(rig, 1, 0.5, drift='1.25 0.02\n')
        slewed = Case(rig, 2, 0.05)
        refused = Case(rig, 3, 1200)
        allowed = Case(rig, 4, 1200, '-g')
        observer = Case(rig, 5, 0.5, '--no-clock')
        late = Case(rig, 6, 1.5, connected=False)
        unheard = Case(rig, 18, 0.5, '-q', connected=False)
        rig.processes.remove(unheard.process)   # it will end by itself
        over_v6 = Case(rig, 7, 0.7, network='fd77::' if HAS_V6 else '10.77.1.')
        for case, what in ((Case(rig, 8, 0.5, '-q'), 'would have been set by'),
                           (Case(rig, 9, 0.5, '-q', '--no-clock'), 'would have been set by'),
                           (Case(rig, 10, 0.5, '-q', '-N', '-4', '--port', '0'), 'would have been set by'),
                           (Case(rig, 11, 0, '-q'), 'right already'),
                           (Case(rig, 12, 1200, '-gq'), 'would have been set by'),
                           (Case(rig, 14, 5, '-qx'), 'would have been slewed by'),
                           (Case(rig, 15, 5, '-q', more='tinker step 0'), 'would have been slewed by'),
                           (Case(rig, 16, 1200, '-gq', '--no-clock'), 'would have been set by')):
            rigging.check(case.ends_by_itself(60) == 0 and what in case.log(), f'-q ends: {what}', case.log())
            rig.say(f'-q: {what}')
        for number, options in ((17, ['-q']), (19, ['-q', '--no-clock'])):
            case = Case(rig, number, 1200, *options)
            rigging.check(case.ends_by_itself(60) == 5 and ('with -g' in case.log() or 'set it right' in case.log()),
                          '-q ends where the clock is too far off, too', case.log())
        slow = Case(rig, 13, 5, '-x')
        never = Case(rig, 20, 5, '-x', more='tinker step 0')
        rig.wait('half a second is stepped', lambda: stepped.serves(2, 0.5), 60)
        rig.wait('twenty minutes are stepped with -g', lambda: allowed.serves(2, 1200), 60)
        rig.wait('without -g they are refused, and that is said',
                 lambda: re.search(r'1\D?200', refused.log()) and ask(refused.host), 60)
        rigging.check('with -g' in refused.log() and 'bad measurement' not in refused.log(), 'with the remedy', refused.log())
        rigging.check(ask(refused.host)[0] in (0, 16), 'a refused correction is not served', refused.log())
        rig.wait('the observer serves the system clock as it is', lambda: observer.serves(2, 0, 0.001), 60)
        late.connect(True)
        rig.wait('IPv6 does the same', lambda: over_v6.serves(2, 0.7), 60)
        rig.wait('a network may come late', lambda: late.serves(2, 1.5), 60)
        rig.wait('a twentieth of a second is slewed', lambda: slewed.serves(2, 0.05, 0.025), 90)
        rigging.check('step' not in slewed.log(), 'without a step', slewed.log())
        rig.wait('-x slews five seconds', lambda: (ask(slow.host) or (16, 0))[0] == 2 and ask(slow.host)[1] > 0.01, 60)
        first = ask(slow.host)[1]
        rigging.check(first < 4.5, '-x does not step', slow.log())
        rig.wait('on and on', lambda: ask(slow.host)[1] > first + 0.005, 60)
        rigging.check('step' not in slow.log(), 'without a step', slow.log())
        rigging.check('step' not in never.log(), '-x leaves `tinker step 0` alone', never.log())
        rigging.check(unheard.process.wait(60) == 7 and 'No server answered' in unheard.log(), '-q ends without servers, too',
                      unheard.log())
        stepped.end()
        with open(stepped.host.path('drift')) as file:
            drift = file.read()
        # It began with 1.234 ppm and has been learning since: how much is no promise, the format is.
        rigging.check(re.fullmatch(r'-?\d{1,2}\.\d{3}\n', drift), 'the drift is kept, as ntpd writes it', drift)
        rigging.check(abs(time.time() - time.monotonic() - before) < 0.1, 'the machine kept its own time')


if __name__ == '__main__':
    if sys.argv[1] == '--serve':
        serve_ahead(float(sys.argv[2]))
    main()
