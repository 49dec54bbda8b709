# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two namespaces and a cable, a server on one processor and the load on the other: what throughput.py measures with."""
import collections
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'interop'))
import rig  # noqa: E402

SERVER, LOAD = 0, 1  # processors
SERVER_MAC = '02:00:00:00:00:01'
KEYS = {'md5': (1, 'MD5', 'ntploadkey0123456'), 'cmac': (3, 'AES128CMAC', '0123456789abcdef')}
LINES = 10000
LEAST = 5000  # requests a second; nobody who answers fewer is worth being measured
WINDOW = 768  # requests on their way in a closed circle

Highest = collections.namedtuple('Highest', 'rate half closed')


class Bench:
    def __init__(self, arguments, test):
        self.arguments = arguments
        self.test = test
        self.server = test.host('server')
        self.client = test.host('client')
        self.server.ip('link', 'add', 'vs', 'address', SERVER_MAC, 'type', 'veth', 'peer', 'name', 'vc', 'netns',
                       self.client.namespace)
        self.server.address('192.168.99.1/24', 'vs')
        self.client.address('192.168.99.2/24', 'vc')
        for host, device in ((self.server, 'vs'), (self.client, 'vc')):
            host.ip('link', 'set', device, 'up')
            rig.run('ip', 'netns', 'exec', host.namespace, 'sysctl', '-qw', 'net.ipv4.conf.all.rp_filter=0',
                    'net.ipv4.conf.default.rp_filter=0')
        # The clients' network lies behind an address that nobody has: the answers end in the packet ring.
        self.server.ip('neigh', 'replace', '192.168.99.3', 'lladdr', '02:00:00:00:00:99', 'dev', 'vs', 'nud', 'permanent')
        self.server.ip('route', 'add', '10.128.0.0/9', 'via', '192.168.99.3')
        self.running = None
        self.surroundings = {}  # of the server

    def command(self, host, processor, words):
        prefix = ['chrt', '-f', '20'] if self.arguments.fifo else []
        return host.command('taskset', '-c', str(processor), *prefix, *words)

    def start(self, words, preload=None):
        environment = dict(self.server.environment(), **self.surroundings, **({'LD_PRELOAD': preload} if preload else {}))
        with open(self.server.path('server.log'), 'ab') as log:
            self.running = subprocess.Popen(self.command(self.server, SERVER, words), stdout=log, stderr=log,
                                            stdin=subprocess.DEVNULL, env=environment, cwd=self.server.folder)
        for _ in range(100):
            time.sleep(0.1)
            if self.running.poll() is not None:
                raise RuntimeError(f'{words[0]} ended with {self.running.returncode}')
            trial = self.load(rate=50, seconds=0.1, clients=1)
            if trial['answered'] + trial['kissed'] > 0:
                return
        raise RuntimeError(f'{words[0]} does not answer')

    def stop(self):
        self.running.terminate()
        self.running.wait()

    def load(self, rate, seconds=0.6, clients=1000, key=None, control=False, window=0, begin=None):
        words = [os.path.join(self.arguments.tools, 'bench_load'), '--interface', 'vc', '--mac', SERVER_MAC, '--server',
                 '192.168.99.1:123', '--rate', str(rate), '--seconds', str(seconds), '--clients', str(clients),
                 '--window', str(window), '--pid', str(self.running.pid), '--control', '1' if control else '0']
        words += ['--begin', str(begin)] if begin is not None else []
        if key:
            words += ['--key', ':'.join(map(str, KEYS[key]))]
        done = subprocess.run(self.command(self.client, LOAD, words), capture_output=True, text=True, check=True)
        if self.arguments.fifo:
            time.sleep(0.2)  # the kernel lets real-time programs have 95 % of a second
        return json.loads(done.stdout)

    def closed(self, options):
        """Answers a second with so many requests on their way that the server never waits, and none is lost."""
        trial = self.load(rate=1000000, seconds=0.5, window=WINDOW, **options)
        return trial['answered'] / trial['seconds']

    def holds(self, rate, options):
        for _ in range(2):
            trial = self.load(rate, **options)
            lost = 1 - (trial['answered'] + trial['kissed']) / max(1, trial['sent'])
            if lost < 0.001 and trial['rate'] > 0.98 * rate:
                return True
        return False

    def highest(self, options):
        """The highest rate with less than 0.1 % lost, the trial at half of it, and the rate of the closed circle."""
        closed = self.closed(options)
        good, bad, rate = None, None, 0.9 * closed
        while rate > LEAST and not (good and bad and bad < 1.015 * good):
            if self.holds(rate, options):
                good = rate
            else:
                bad = rate
            rate = 1.08 * good if not bad else 0.85 * bad if not good else (good + bad) / 2
        rig.check(good, f'it bears {LEAST} requests a second', closed)
        return Highest(good, self.load(good / 2, **options), closed)

    def memory(self):
        """Of the server, in bytes."""
        status = open(f'/proc/{self.running.pid}/status', encoding='ascii').read()
        return 1024 * int(status.split('VmRSS:')[1].split()[0])

    def dropped(self):
        """What has not found room in the server's queues so far."""
        table = subprocess.run(self.server.command('cat', '/proc/net/udp'), capture_output=True, text=True,
                               check=True).stdout
        return sum(int(line.split()[-1]) for line in table.splitlines()[1:])


def write_configurations(host):
    """One file for each daemon and purpose: base, lines (10 000), full (these, rate limiting, a million clients), limited,
    denied."""
    secrets = [f'{n} {kind} {text}' for n, kind, text in KEYS.values()]
    host.write('ntp.keys', '\n'.join(secrets) + '\n')
    host.write('chrony.keys', f"1 MD5 ASCII:{KEYS['md5'][2]}\n3 AES128 HEX:{KEYS['cmac'][2].encode().hex()}\n")
    host.write('ntpsec.keys', f"1 MD5 {KEYS['md5'][2]}\n3 AES-128 {KEYS['cmac'][2].encode().hex()}\n")
    for name in ('ntp.keys', 'chrony.keys', 'ntpsec.keys'):
        os.chmod(host.path(name), 0o600)
    ours = f"server 127.127.1.0\nfudge 127.127.1.0 stratum 8\nkeys {host.path('ntp.keys')}\ntrustedkey 1 3\n"
    theirs = ('refclock local unit 0 minpoll 3 maxpoll 4 stratum 8 prefer\ntos minsane 1 minclock 1\ndisable kernel\n'
              f"keys {host.path('ntpsec.keys')}\ntrustedkey 1 3\n")
    lines = ''.join(f'restrict 10.129.{i >> 8}.{i & 255} mask 255.255.255.255 nomodify\n' for i in range(LINES))
    memory = 'mru maxdepth 1000000 maxmem 400000\n'
    for name, restrict in (('base', 'restrict default nomodify\n'),
                           ('lines', 'restrict default nomodify\n' + lines),
                           ('full', 'restrict default nomodify limited kod\ndiscard average 1 minimum 1\n' + lines + memory),
                           ('limited', 'restrict default nomodify limited kod\n'),
                           ('denied', 'restrict default ignore\nrestrict 10.128.0.0 mask 255.255.255.255\n')):
        host.write(f'noonmark-{name}.conf', ours + restrict)
        if name in ('base', 'lines'):
            host.write(f'ntpd-{name}.conf', theirs + restrict.replace(
                'nomodify\n', 'nomodify\nunrestrict default limited kod noquery\n', 1))
    chrony = (f"local stratum 10\nallow all\nport 123\ncmdport 0\nbindcmdaddress /\npidfile {host.path('chrony.pid')}\n"
              f"keyfile {host.path('chrony.keys')}\nuser root\n")
    limits = 'ratelimit interval 1 burst 16 leak 2\nclientloglimit 500000000\n'
    host.write('chrony-base.conf', chrony)
    host.write('chrony-full.conf', chrony + limits + ''.join(f'allow 10.129.{i >> 8}.{i & 255}\n' for i in range(LINES)))
    host.write('chrony-limited.conf', chrony + 'ratelimit interval 3 burst 8 leak 2\n')


def daemon_words(bench, name, purpose, more=()):
    programs, host = bench.test.programs, bench.server
    path = host.path(f'{name}-{purpose}.conf')
    return {'bare': lambda: [os.path.join(bench.arguments.tools, 'bench_bareresponder'), '123'],
            'noonmark': lambda: [bench.arguments.noonmarkd, '-c', path, '--no-clock', *more],
            'chrony': lambda: [programs['CHRONYD'], '-x', '-d', '-f', path],
            'ntpd': lambda: [programs['NTPD'], '-n', '-c', path]}[name]()
