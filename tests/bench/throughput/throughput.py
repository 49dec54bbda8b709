# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many requests a second noonmarkd answers on one processor, beside a responder that does nothing else (R), Debian's
chronyd (C) and ntpsec's ntpd in the same run: `throughput.py NOONMARKD TOOLS STOCK [--rounds N | --quick] [--only
NAME,...] [--fifo]`.

The rate is the highest with less than 0.1 % lost; "circle" is what comes back a second with 768 requests always on their
way, the steadier figure on a machine that others use, too. Absolute figures hold for one machine only: the bar is made of
ratios of medians. `--try` measures nothing: one small load for each server, answered whole.
"""
import argparse
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from servers import Bench, daemon_words, rig, write_configurations  # noqa: E402

MILLION = 1000000
FEW = 1000
R, OURS, CHRONY = ('bare', 'base', 0, FEW), ('noonmark', 'base', 0, FEW), ('chrony', 'base', 1, FEW)
FULL = ('noonmark', 'full', 0, MILLION)

# Of a row: servers with their file, whether they get a queue as large as ours, and the number of their clients; options of
# the load; and what our rate is to be at least, as a part of another's.
ROWS = {
    'plain': ([R, OURS, CHRONY, ('chrony', 'base', 0, FEW), ('ntpd', 'base', 0, FEW)], {},
              [(OURS, R, 0.90), (OURS, CHRONY, 1.08), (OURS, ('chrony', 'base', 0, FEW), 1.80),
               (OURS, ('ntpd', 'base', 0, FEW), 1.80)]),
    'full': ([('bare', 'base', 0, MILLION), FULL, OURS, ('chrony', 'full', 1, MILLION)], {},
             [(FULL, ('bare', 'base', 0, MILLION), 0.90), (FULL, ('chrony', 'full', 1, MILLION), 1.08), (FULL, OURS, 0.95)]),
    'lines': ([OURS, ('noonmark', 'lines', 0, FEW), ('ntpd', 'lines', 1, FEW)], {},
              [(('noonmark', 'lines', 0, FEW), OURS, 0.97)]),
    'md5': ([OURS, CHRONY], {'key': 'md5'}, [(OURS, CHRONY, 1.10)]),
    'cmac': ([OURS, CHRONY], {'key': 'cmac'}, [(OURS, CHRONY, 1.05)]),
    'mode6': ([OURS, ('ntpd', 'base', 1, FEW)], {'control': True}, [(OURS, ('ntpd', 'base', 1, FEW), 1.00)]),
}


class Bar:
    """What was measured beside what it should be."""

    def __init__(self):
        self.lines = []

    def add(self, what, value, least=None, most=None):
        met = (least is None or value >= least) and (most is None or value <= most)
        asked = f'>= {least:g}' if least is not None else f'<= {most:g}'
        self.lines.append(f'{what:62} {value:9.2f}  {asked:10} {"met" if met else "NOT MET"}')
        print(self.lines[-1], flush=True)


def start(bench, server, more=()):
    daemon, purpose, larger, _ = server
    queue = os.path.join(bench.arguments.tools, 'bench_largequeue.so') if larger else None
    bench.start(daemon_words(bench, daemon, purpose, more), queue)


def title(server):
    daemon, purpose, larger, clients = server
    return f'{daemon}-{purpose}{"+queue" if larger else ""}{", a million clients" if clients == MILLION else ""}'


def fill(bench, clients=MILLION, rate=200000):
    """Each host once, so that the table is full."""
    for first in range(0, clients, rate // 2):
        bench.load(rate=rate, seconds=0.5, clients=clients, begin=first)


def measure(bench, name):
    servers, options, _ = ROWS[name]
    results = {server: [] for server in servers}
    for number in range(bench.arguments.rounds):
        for server in servers if number % 2 == 0 else servers[::-1]:
            start(bench, server)
            try:
                if server[3] == MILLION:
                    fill(bench)
                time.sleep(0.3)
                results[server].append(bench.highest(dict(options, clients=server[3])))
            finally:
                bench.stop()
    return results


def tell(bench, bar, name):
    results = measure(bench, name)
    for server, trials in results.items():
        half = {key: statistics.median(t.half[key] for t in trials) for key in ('p50', 'p99', 't3_p50', 't3_p99')}
        lost = statistics.median(1 - (t.half['answered'] + t.half['kissed']) / t.half['sent'] for t in trials)
        print(f'{name:6} {title(server):38} {statistics.median(t.rate for t in trials):8.0f}/s  circle '
              f'{statistics.median(t.closed for t in trials):8.0f}/s; at half load p50 {half["p50"]:.1f} p99 '
              f'{half["p99"]:.1f} us, T3 {half["t3_p50"]:.1f} / {half["t3_p99"]:.1f} us', flush=True)
        if server[0] == 'noonmark':
            bar.add(f'{name}: {title(server)} lost at half load, %', 100 * lost, most=0)
    for ours, theirs, least in ROWS[name][2]:
        for word, figure in (('', lambda trial: trial.rate), (' (circle)', lambda trial: trial.closed)):
            ratio = statistics.median(map(figure, results[ours])) / statistics.median(map(figure, results[theirs]))
            isShipped = theirs[0] != 'bare' and not theirs[2] and theirs[0] != 'noonmark'
            if not (word and isShipped):  # a small queue drops what a circle would wait for
                bar.add(f'{name}: {title(ours)} / {title(theirs)}{word}', ratio, least=least)


def refusals(bench, bar):
    """What a request costs that gets no answer, with more of them than the server can be asked at all."""
    for daemon, purpose in (('noonmark', 'limited'), ('noonmark', 'denied'), ('chrony', 'limited')):
        start(bench, (daemon, purpose, daemon != 'noonmark', FEW))
        costs = []
        for _ in range(bench.arguments.rounds):
            before = bench.dropped()
            trial = bench.load(rate=900000, clients=FEW if purpose == 'limited' else 100000)
            taken = trial['sent'] - (bench.dropped() - before)
            costs.append(trial['cpu_per_million'] * trial['sent'] / max(1, taken))
        bench.stop()
        if daemon == 'noonmark':
            bar.add(f'refused: s of the processor per million {purpose}', statistics.median(costs), most=1.4)
        else:
            print(f'refused: {daemon}, per million {purpose}: {statistics.median(costs):.2f} s')


def stamps(bench, bar):
    """Latency and how far the transmit time is off at 110 000 requests a second, in turns."""
    trials = {'noonmark': [], 'chrony': []}
    for _ in range(bench.arguments.rounds):
        for daemon, of_daemon in trials.items():
            start(bench, (daemon, 'base', daemon != 'noonmark', FEW))
            bench.load(rate=110000, seconds=0.3)  # what replies take is learned
            of_daemon += [bench.load(rate=110000) for _ in range(2)]
            bench.stop()
    ours, theirs = ({key: statistics.median(trial[key] for trial in of_daemon) for key in of_daemon[0]}
                    for of_daemon in trials.values())
    print(f'stamps: chronyd p50 {theirs["p50"]:.1f} p99 {theirs["p99"]:.1f} us, T3 {theirs["t3_p50"]:.1f} / '
          f'{theirs["t3_p99"]:.1f} us; noonmarkd p50 {ours["p50"]:.1f} p99 {ours["p99"]:.1f} us, T3 p50 {ours["t3_p50"]:.1f} us')
    bar.add('stamps: |T4 - T3| p99 at 110 000/s, us', ours['t3_p99'], most=3)
    bar.add('stamps: p50 of the latency / chronyd', ours['p50'] / theirs['p50'], most=1)
    bar.add('stamps: p99 of the latency / chronyd', ours['p99'] / theirs['p99'], most=1)


def growth(bench, bar):
    """A million new hosts: what they take, and how long the longest answer takes meanwhile, beside the bare responder's."""
    longest = {}
    for server in (('bare', 'base', 0, MILLION), FULL):
        start(bench, server)
        before = bench.memory()
        waits = [bench.load(rate=100000, seconds=0.5, clients=MILLION, begin=first)['longest']
                 for first in range(0, MILLION, 50000)]
        longest[server[0]] = statistics.quantiles(waits, n=10)[8]
        if server is FULL:
            bar.add('growth: bytes for each of a million clients', (bench.memory() - before) / MILLION, most=40)
        bench.stop()
    print(f'growth: longest answer of half a second (9th decile of 20): R {longest["bare"]:.0f} us, noonmarkd '
          f'{longest["noonmark"]:.0f} us')
    bar.add('growth: pauses of our own making, ms', max(0, longest['noonmark'] - longest['bare']) / 1000, most=1)


def workers(bench, bar):
    """Several threads at one port, on the server's one processor: here they can only prove that they answer."""
    figures = []
    for number in (1, 2, 4):
        start(bench, OURS, ('--workers', str(number)))
        trial = bench.load(rate=100000)
        figures.append(statistics.median(bench.closed({'clients': FEW}) for _ in range(bench.arguments.rounds)))
        bar.add(f'workers: answered of 60 000 by {number}, %', 100 * trial['answered'] / trial['sent'], least=99.9)
        bench.stop()
    print('workers: 1, 2, 4 on one processor, circle: ' + ', '.join(f'{figure:.0f}/s' for figure in figures))


def attempt(bench):
    for server in ROWS['plain'][0]:
        start(bench, server)
        trial = bench.load(rate=2000, seconds=0.5)
        bench.stop()
        rig.check(trial['answered'] == trial['sent'] and trial['wrong'] == 0, f'{title(server)} loses requests', trial)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('noonmarkd')
    parser.add_argument('tools')
    parser.add_argument('stock')
    parser.add_argument('--try', dest='only_try', action='store_true')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--quick', dest='rounds', action='store_const', const=1, help='one round: an impression, no proof')
    parser.add_argument('--only', default='')
    parser.add_argument('--fifo', action='store_true', help='real-time priority, on a machine that others use too')
    arguments = parser.parse_args()
    arguments.noonmarkd, arguments.tools = map(os.path.abspath, (arguments.noonmarkd, arguments.tools))  # they run elsewhere
    if (os.cpu_count() or 1) < 2:
        rig.skip('server and load need a processor each.')
    others = {'refused': refusals, 'stamps': stamps, 'growth': growth, 'workers': workers}
    with rig.Rig(arguments.stock) as test:
        bench, bar = Bench(arguments, test), Bar()
        write_configurations(bench.server)
        if arguments.only_try:
            attempt(bench)
            return
        for name in [row for row in arguments.only.split(',') if row] or [*ROWS, *others]:
            if name in others:
                others[name](bench, bar)
            else:
                tell(bench, bar, name)
        print('\nThe bar of THROUGHPUT, medians of', arguments.rounds)
        print('\n'.join(bar.lines))


if __name__ == '__main__':
    main()
