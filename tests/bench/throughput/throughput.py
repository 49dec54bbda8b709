# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many requests a second noonmarkd answers on one processor, beside a responder that does nothing else, Debian's
chronyd and ntpsec's ntpd in the same run: `throughput.py NOONMARKD TOOLS STOCK [--rounds N] [--only NAME,...] [--fifo]`.

Two namespaces and a cable; the server has one processor, the load the other. Absolute figures hold for one machine only:
the table gives ratios of medians. `--try` measures nothing: one small load for each server, answered whole.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'interop'))
import rig  # noqa: E402

SERVER, LOAD = 0, 1  # processors
SERVER_MAC = '02:00:00:00:00:01'
KEYS = {'md5': (1, 'MD5', 'ntploadkey0123456'), 'cmac': (3, 'AES128CMAC', '0123456789abcdef')}
LINES = 10000


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

    def load(self, rate, seconds=0.6, clients=1000, key=None, control=False):
        words = [os.path.join(self.arguments.tools, 'bench_load'), '--interface', 'vc', '--mac', SERVER_MAC, '--server',
                 '192.168.99.1:123', '--rate', str(rate), '--seconds', str(seconds), '--clients', str(clients),
                 '--pid', str(self.running.pid), '--control', '1' if control else '0']
        if key:
            words += ['--key', ':'.join(map(str, KEYS[key]))]
        done = subprocess.run(self.command(self.client, LOAD, words), capture_output=True, text=True, check=True)
        if self.arguments.fifo:
            time.sleep(0.2)  # the kernel lets real-time programs have 95 % of a second
        return json.loads(done.stdout)

    def holds(self, rate, options):
        trial = self.load(rate, **options)
        lost = 1 - (trial['answered'] + trial['kissed']) / max(1, trial['sent'])
        return lost < 0.001 and trial['rate'] > 0.98 * rate, trial

    def highest(self, options):
        """The highest rate without loss, and the trial at half of it."""
        good, step = 20000, 1.4
        while step > 1.01:
            rate = good * step
            held = any(self.holds(rate, options)[0] for _ in range(2))
            if held:
                good = rate
            else:
                step = 1 + (step - 1) / 2
        return good, self.load(good / 2, **options)


def write_configurations(host):
    """One file for each daemon and purpose: base, full (10 000 lines, rate limiting, a million clients), limited, denied."""
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
        if 'discard' not in restrict:
            host.write(f'ntpd-{name}.conf', theirs + restrict.replace('nomodify\n', 'nomodify\nunrestrict default limited kod noquery\n', 1)
                       if name in ('base', 'lines') else theirs + restrict)
    chrony = (f"local stratum 10\nallow all\nport 123\ncmdport 0\nbindcmdaddress /\npidfile {host.path('chrony.pid')}\n"
              f"keyfile {host.path('chrony.keys')}\nuser root\n")
    limits = 'ratelimit interval 1 burst 16 leak 2\nclientloglimit 500000000\n'
    host.write('chrony-base.conf', chrony)
    host.write('chrony-full.conf', chrony + limits + ''.join(f'deny 10.129.{i >> 8}.{i & 255}\n' for i in range(LINES)))
    host.write('chrony-limited.conf', chrony + 'ratelimit interval 3 burst 8 leak 2\n')


def daemon_words(bench, name, purpose):
    programs, host = bench.test.programs, bench.server
    path = host.path(f'{name}-{purpose}.conf')
    return {'bare': lambda: [os.path.join(bench.arguments.tools, 'bench_bareresponder'), '123'],
            'noonmark': lambda: [bench.arguments.noonmarkd, '-c', path, '--no-clock'],
            'chrony': lambda: [programs['CHRONYD'], '-x', '-d', '-f', path],
            'ntpd': lambda: [programs['NTPD'], '-n', '-c', path]}[name]()


# name of the row: servers with their file and preload, options of the load
ROWS = {
    'plain': ([('bare', 'base', 0), ('noonmark', 'base', 0), ('chrony', 'base', 1), ('chrony', 'base', 0), ('ntpd', 'base', 0)],
              {'clients': 1000}),
    'full': ([('bare', 'base', 0), ('noonmark', 'full', 0), ('chrony', 'full', 1)], {'clients': 1000000}),
    'lines': ([('noonmark', 'base', 0), ('noonmark', 'lines', 0), ('ntpd', 'lines', 1)], {'clients': 1000}),
    'md5': ([('noonmark', 'base', 0), ('chrony', 'base', 1)], {'clients': 1000, 'key': 'md5'}),
    'cmac': ([('noonmark', 'base', 0), ('chrony', 'base', 1)], {'clients': 1000, 'key': 'cmac'}),
    'mode6': ([('noonmark', 'base', 0), ('ntpd', 'base', 1)], {'clients': 1000, 'control': True}),
}


# What our rate is to be at least, as a part of another's in the same row.
BARS = {
    'plain': [(('noonmark', 'base', 0), ('bare', 'base', 0), 0.90), (('noonmark', 'base', 0), ('chrony', 'base', 1), 1.08),
              (('noonmark', 'base', 0), ('chrony', 'base', 0), 1.80), (('noonmark', 'base', 0), ('ntpd', 'base', 0), 1.80)],
    'full': [(('noonmark', 'full', 0), ('bare', 'base', 0), 0.86), (('noonmark', 'full', 0), ('chrony', 'full', 1), 1.08)],
    'lines': [(('noonmark', 'lines', 0), ('noonmark', 'base', 0), 0.97)],
    'md5': [(('noonmark', 'base', 0), ('chrony', 'base', 1), 1.10)],
    'cmac': [(('noonmark', 'base', 0), ('chrony', 'base', 1), 1.05)],
    'mode6': [(('noonmark', 'base', 0), ('ntpd', 'base', 1), 1.00)],
}


def wait_until_ready(bench, purpose):
    if purpose == 'full':  # a million hosts, each once, so that the table is full
        bench.load(rate=100000, seconds=11, clients=1000000)
    time.sleep(0.5)


def measure(bench, name, only_try):
    servers, options = ROWS[name]
    results = {server: [] for server in servers}
    for number in range(1 if only_try else bench.arguments.rounds):
        for server in servers:
            daemon, purpose, larger = server
            queue = os.path.join(bench.arguments.tools, 'bench_largequeue.so') if larger else None
            bench.start(daemon_words(bench, daemon, purpose), queue)
            try:
                if only_try:
                    trial = bench.load(rate=2000, seconds=0.5, **options)
                    rig.check(trial['answered'] == trial['sent'] and trial['wrong'] == 0, f'{server} loses requests', trial)
                else:
                    wait_until_ready(bench, purpose)
                    results[server].append(bench.highest(options))
                    print(f'{name} {number + 1} {daemon}-{purpose}{"+queue" if larger else ""}: '
                          f'{results[server][-1][0]:.0f}/s, at half load {results[server][-1][1]}', flush=True)
            finally:
                bench.stop()
    return results


def tell(name, results):
    first = None
    for (daemon, purpose, larger), trials in results.items():
        rate = statistics.median(t[0] for t in trials)
        first = first or rate
        half = {key: statistics.median(t[1][key] for t in trials) for key in ('cpu_per_million', 'p50', 'p99', 't3_p50', 't3_p99')}
        print(f'{name:8} {title(daemon, purpose, larger):20} {rate:9.0f}/s  {rate / first:5.2f}  '
              f'cpu {half["cpu_per_million"]:5.2f}  p50 {half["p50"]:6.1f} us  p99 {half["p99"]:7.1f} us  '
              f'T3 {half["t3_p50"]:5.1f} / {half["t3_p99"]:6.1f} us')


    for ours, theirs, least in BARS[name]:
        ratio = statistics.median(t[0] for t in results[ours]) / statistics.median(t[0] for t in results[theirs])
        print(f'{name:8} {title(*ours)} / {title(*theirs)}: {ratio:.2f}, the bar is {least:.2f}: '
              f'{"reached" if ratio >= least else "missed"}')


def title(daemon, purpose, larger):
    return daemon + '-' + purpose + ('+queue' if larger else '')


def several(bench, daemon, purpose, rate):
    """The same load again and again, on our daemon or on another with a queue as large as ours."""
    queue = None if daemon == 'noonmark' else os.path.join(bench.arguments.tools, 'bench_largequeue.so')
    bench.start(daemon_words(bench, daemon, purpose), queue)
    trials = [bench.load(rate=rate, clients=1000) for _ in range(bench.arguments.rounds)]
    bench.stop()
    return lambda key: statistics.median(trial[key] for trial in trials)


def dropped(bench):
    """What has not found room in the server's queues so far."""
    table = subprocess.run(bench.server.command('cat', '/proc/net/udp'), capture_output=True, text=True,
                           check=True).stdout
    return sum(int(line.split()[-1]) for line in table.splitlines()[1:])


def refusals(bench):
    """What a request costs that gets no answer, with more of them than the server can be asked at all; the bar is 1.4."""
    for daemon, purpose in (('noonmark', 'limited'), ('noonmark', 'denied'), ('chrony', 'limited')):
        queue = None if daemon == 'noonmark' else os.path.join(bench.arguments.tools, 'bench_largequeue.so')
        bench.start(daemon_words(bench, daemon, purpose), queue)
        costs = []
        for _ in range(bench.arguments.rounds):
            before = dropped(bench)
            trial = bench.load(rate=900000, clients=1000 if purpose == 'limited' else 100000)
            taken = trial['sent'] - (dropped(bench) - before)
            costs.append(trial['cpu_per_million'] * trial['sent'] / max(1, taken))
        bench.stop()
        print(f'{purpose} {daemon}: {statistics.median(costs):.2f} s of the processor per million requests taken, '
              f'at {trial["rate"]:.0f}/s')


def stamps(bench):
    """How far the transmit time is off at 110 000 requests a second."""
    for daemon in ('noonmark', 'chrony'):
        median = several(bench, daemon, 'base', 110000)
        print(f'stamps {daemon}: T3 p50 {median("t3_p50"):.1f} us, p99 {median("t3_p99"):.1f} us (bar: 3), '
              f'answered {median("answered") / median("sent"):.4f}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('noonmarkd')
    parser.add_argument('tools')
    parser.add_argument('stock')
    parser.add_argument('--try', dest='only_try', action='store_true')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--only', default='')
    parser.add_argument('--fifo', action='store_true', help='real-time priority, on a machine that others use too')
    arguments = parser.parse_args()
    rig.require_namespaces()
    if (os.cpu_count() or 1) < 2:
        rig.skip('server and load need a processor each.')
    with rig.Rig(rig.stock_programs(arguments.stock)) as test:
        bench = Bench(arguments, test)
        write_configurations(bench.server)
        wanted = [row for row in arguments.only.split(',') if row] or [*ROWS, 'refused', 'stamps']
        if arguments.only_try:
            measure(bench, 'plain', True)
            return
        for name in wanted:
            if name == 'refused':
                refusals(bench)
            elif name == 'stamps':
                stamps(bench)
            else:
                tell(name, measure(bench, name, False))


if __name__ == '__main__':
    main()
