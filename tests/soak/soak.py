# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""noonmarkd in real time under 80 % of the load that it can bear, with damaged packets of every kind in between:
`soak.py NOONMARKD TOOLS [--seconds 600] [--workers N] [--rate R]`. Build it with a sanitizer and nothing must be reported; its memory
must not grow, and afterwards it answers as before.

TOOLS is the folder of bench_load. Ten minutes are the whole test; ctest runs 20 s. Where others use the machine,
--capacity measures alone what it bears, in some seconds, and --rate takes 80 % of that for the ten minutes.
"""
import argparse
import ctypes
import os
import random
import socket
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in ('interop', os.path.join('bench', 'throughput')):
    sys.path.insert(0, os.path.join(HERE, '..', folder))
import rig  # noqa: E402
from servers import Bench  # noqa: E402

SLICE = 5  # s of load, then a look at the daemon
CLIENTS = 200000
LEAST = 2000  # requests a second; even a debug build under a sanitizer bears that
ANSWERED = 0.75  # of a slice on average; the load follows what others leave of the machine
NEW_NETWORK = 0x40000000  # CLONE_NEWNET; Python has setns() from 3.12 on
# A sanitizer keeps freed memory for a while: 16 MB of it were seen to fill in ten minutes, which looks like a leak.
SANITIZER = {'ASAN_OPTIONS': 'quarantine_size_mb=1:thread_local_quarantine_size_kb=64:detect_leaks=1',
             'UBSAN_OPTIONS': 'print_stacktrace=1'}
REPORTS = ('ERROR: AddressSanitizer', 'ERROR: LeakSanitizer', 'runtime error:', 'WARNING: ThreadSanitizer')


class Damage(threading.Thread):
    """Sends what no honest host sends, from within the client's namespace."""

    def __init__(self, namespace, target, seed):
        super().__init__(daemon=True)
        self.namespace = namespace
        self.target = target
        self.random = random.Random(seed)
        self.sent = 0
        self.ends = threading.Event()

    def seeds(self):
        control = [bytes([0x16, op, 0, 1, 0, 0, 0, 0, 0, 0, 0, len(text)]) + text
                   for op in (1, 2, 8, 9, 10, 12) for text in (b'', b'nonce=1,frags=3', b'addr.0=10.0.0.1:1,last.0=0x1.2')]
        plain = [bytes([version << 3 | mode]) + bytes(47) for version in range(8) for mode in range(8)]
        signed = [bytes([0x23]) + bytes(47) + tail for tail in (bytes(4), bytes(20), b'\0\0\0\1' + bytes(16), bytes(24))]
        fields = [bytes([0x23]) + bytes(47) + b'\1\4\0' + bytes([size]) + bytes(size) for size in (0, 3, 16, 28, 255)]
        return control + plain + signed + fields

    def damaged(self, seed):
        packet = bytearray(seed)
        for _ in range(self.random.randrange(4)):
            at = self.random.randrange(len(packet) + 1)
            kind = self.random.randrange(4)
            if kind == 0 and at < len(packet):
                packet[at] = self.random.randrange(256)
            elif kind == 1:
                del packet[at:]
            elif kind == 2:
                packet[at:at] = bytes(self.random.randrange(200))
            else:
                packet += seed
        return bytes(packet[:self.random.choice((48, 468, 1400, 9000))])

    def run(self):
        with open(f'/run/netns/{self.namespace}', encoding='ascii') as namespace:  # this thread alone
            rig.check(ctypes.CDLL(None).setns(namespace.fileno(), NEW_NETWORK) == 0, 'the namespace can be entered')
        seeds = self.seeds()
        sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(16)]
        while not self.ends.is_set():
            for one in sockets:
                try:
                    one.sendto(self.damaged(self.random.choice(seeds)), self.target)
                    self.sent += 1
                except OSError:
                    pass  # a queue is full
            time.sleep(0.002)


def memory(pid):
    with open(f'/proc/{pid}/status', encoding='ascii') as status:
        return next(int(line.split()[1]) for line in status if line.startswith('VmRSS')) / 1024


def configuration(host):
    """All that costs memory or work: keys, restrict lines, limits, a client table that is full."""
    return host.write('soak.conf', 'server 127.127.1.0\nfudge 127.127.1.0 stratum 8\n'
                      f"keys {host.write('ntp.keys', '1 MD5 ntploadkey0123456')}\ntrustedkey 1\ncontrolkey 1\n"
                      'restrict default nomodify\nrestrict 192.168.99.2 limited kod\nmru maxdepth 100000\n'
                      + ''.join(f'restrict 10.129.{i >> 8}.{i & 255} nomodify\n' for i in range(2000)))


def capacity(bench):
    """Step by step, roughly: it is only to be loaded heavily and not drowned."""
    def holds(rate, tries):
        return any(bench.holds(rate, {'seconds': 0.3, 'clients': CLIENTS}) for _ in range(tries))

    rate = LEAST
    rig.check(holds(rate, 5), f'it bears {LEAST} requests a second')
    while rate < 500000 and holds(rate * 1.3, 2):
        rate *= 1.3
    return rate


def soak(bench, arguments):
    damage = Damage(bench.client.namespace, ('192.168.99.1', 123), arguments.seed)
    rate = arguments.rate or 0.8 * capacity(bench)
    damage.start()
    bench.test.say(f'{rate:.0f} requests a second for {arguments.seconds} s')
    end = time.monotonic() + arguments.seconds
    sizes, shares, sent = [], [], 0
    while time.monotonic() < end:
        trial = bench.load(rate=rate, seconds=min(SLICE, arguments.seconds / 6), clients=CLIENTS)
        sent += trial['sent']
        shares.append(trial['answered'] / trial['sent'])
        if shares[-1] < 0.9 and not arguments.rate:
            rate = max(LEAST, 0.8 * trial['answered'] / trial['seconds'])
        rig.check(bench.running.poll() is None, 'the daemon lives', bench.running.returncode)
        sizes.append(memory(bench.running.pid))
    damage.ends.set()
    damage.join()
    share = sum(shares) / len(shares)
    bench.test.say(f'{sent:.0f} requests, {100 * share:.2f} % answered, {damage.sent} damaged packets, '
                   f'memory {sizes[0]:.0f} .. {sizes[-1]:.0f} MB')
    rig.check(share >= ANSWERED, 'requests are answered all the time', shares)
    rig.check(damage.sent > 100 * arguments.seconds, 'there was damage', damage.sent)
    settled = sizes[len(sizes) // 3]
    rig.check(sizes[-1] < settled + max(8, 0.05 * settled), 'memory is flat', sizes)
    time.sleep(2)  # what a busy machine answers late would be taken for wrong
    trial = bench.load(rate=1000, seconds=0.5, clients=1000)
    rig.check(trial['answered'] == trial['sent'] and trial['wrong'] == 0, 'afterwards all are answered', trial)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('noonmarkd')
    parser.add_argument('tools')
    parser.add_argument('--seconds', type=float, default=600)
    parser.add_argument('--workers', type=int, default=1)
    parser.add_argument('--rate', type=float, help='requests a second, instead of 80 %% of what it is seen to bear')
    parser.add_argument('--capacity', action='store_true', help='measure what it bears, and no more')
    parser.add_argument('--seed', type=int, default=20261120)
    arguments = parser.parse_args()
    arguments.fifo = False
    if (os.cpu_count() or 1) < 2:
        rig.skip('server and load need a processor each.')
    with rig.Rig() as test:
        bench = Bench(arguments, test)
        bench.surroundings = SANITIZER
        bench.start([arguments.noonmarkd, '-c', configuration(bench.server), '--no-clock', '--workers',
                     str(arguments.workers)])
        if arguments.capacity:
            test.say(f'{capacity(bench):.0f} requests a second')
        else:
            soak(bench, arguments)
        bench.stop()
        rig.check(bench.running.returncode == 0, 'the daemon ends as it should', bench.running.returncode)
        with open(bench.server.path('server.log'), errors='replace', encoding='utf-8') as log:
            text = log.read()
        rig.check(not any(report in text for report in REPORTS), 'no sanitizer has anything to say', text[-4000:])


main()
