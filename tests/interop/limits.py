#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""limits.py LIMITANSWERS STOCKFOLDER [SEED]: whom ntpsec's ntpd slows down, and what it tells him, against our engine.

Random `limit` and `restrict ... limited kod` lines are given to a real daemon; hosts of 10.0.0.0/8, all of them this
test, ask it at random paces. Our engine gets the same requests at the same moments. The answers must be equal, with
these exceptions:

- The daemon reads its clock a little after the packet was sent. Where its score is nearer to a threshold than a packet
  is worth, an answer may turn into a kiss, or a kiss into silence, one packet earlier or later.
- `kod` without `limited`: the daemon sends kisses while the score is between `average` and `average` + `kod`, and
  answers as ever above that. Ours does what the manual says: `kod` alone does nothing. It is not asked here.
"""
import os
import random
import selectors
import struct
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rig as rigging  # noqa: E402
from access import bound_socket, build_network, enter, start_daemon, PROBE  # noqa: E402

SETS = 6
HOSTS = 24
SECONDS = 4.0
VERSIONS = [0x23, 0x1b, 0x13, 0xe3]


def random_file(chance):
    average = chance.choice((0.5, 1, 1, 2, 5))
    lines = [f'limit average {average} burst {chance.choice((5, 10, 20))} kod {chance.choice((0, 0.5, 1, 3))}',
             'unrestrict default noquery limited']
    for network in range(4):
        flags = chance.choice(('limited', 'limited kod', 'limited kod', '', 'limited kod noquery', 'noserve limited kod'))
        lines.append(f'restrict 10.{network}.0.0 mask 255.255.0.0 {flags}')
    return '\n'.join(lines + [f'restrict {PROBE}', ''])


def random_plan(chance):
    """(second, host, first byte), in order."""
    plan = []
    for number in range(HOSTS):
        host = f'10.{number % 4}.{number // 4}.1'
        pace = chance.choice((0.02, 0.05, 0.1, 0.25, 0.6))
        moment = chance.random() * 0.5
        while moment < SECONDS:
            plan.append((moment, host, chance.choice(VERSIONS)))
            if chance.random() < 0.05:
                moment += chance.random() * 2
            moment += pace * chance.uniform(0.5, 1.5)
    return sorted(plan)


def verdict(answer):
    return 'K' if answer[12:16] == b'RATE' else 'A'


def ask_all(plan):
    """A letter for each request, and the moments at which they were sent."""
    letters, moments = ['-'] * len(plan), []
    with selectors.DefaultSelector() as selector:
        sockets = {host: bound_socket(host, 20000) for host in {host for _, host, _ in plan}}
        for one in sockets.values():
            selector.register(one, selectors.EVENT_READ)

        def listen(seconds):
            end = time.monotonic() + seconds
            while True:
                for key, _ in selector.select(max(0, end - time.monotonic())):
                    answer = key.fileobj.recv(512)
                    letters[struct.unpack('>Q', answer[24:32])[0] - 1] = verdict(answer)
                if time.monotonic() >= end:
                    return
        start = time.monotonic()
        for number, (moment, host, first) in enumerate(plan):
            listen(start + moment - time.monotonic())
            moments.append(time.monotonic() - start)
            sockets[host].send(bytes([first]) + bytes(39) + struct.pack('>Q', number + 1))
        listen(0.3)
        for one in sockets.values():
            one.close()
    return letters, moments


def ours(program, config, plan, moments):
    text = ''.join(f'{host} {moment:.6f} {first}\n' for (_, host, first), moment in zip(plan, moments))
    done = subprocess.run([program, config], input=text, capture_output=True, text=True, check=True)
    return done.stdout.split()


def edges(story):
    return sum(a != b for a, b in zip(story, story[1:]))


def compare(text, plan, theirs, mine):
    """Equal, but for one packet at each place where the verdict changes."""
    differing = 0
    for host in sorted({host for _, host, _ in plan}):
        places = [i for i, (_, other, _) in enumerate(plan) if other == host]
        their_story, our_story = ''.join(theirs[i] for i in places), ''.join(mine[i] for i in places)
        unequal = sum(a != b for a, b in zip(their_story, our_story))
        differing += unequal
        rigging.check(unequal <= max(edges(their_story), edges(our_story)),
                      f'{host}: ntpd {their_story}\n{" " * len(host)}  ours {our_story}', text)
    return differing


def ask_both(rig, server, program, text, plan):
    config = server.write('ntp.conf', text)
    daemon = start_daemon(server, config)
    theirs, moments = ask_all(plan)
    daemon.terminate()
    daemon.wait(10)
    rig.processes.remove(daemon)
    return theirs, compare(text, plan, theirs, ours(program, config, plan, moments))


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261120
    print('seed', seed)
    chance = random.Random(seed)
    seen = {letter: 0 for letter in 'AK-'}
    differing = total = 0
    with rigging.Rig(folder) as rig:
        server, clients = build_network(rig)
        enter(clients)
        for _ in range(SETS):
            text, plan = random_file(chance), random_plan(chance)
            try:
                theirs, unequal = ask_both(rig, server, program, text, plan)
            except AssertionError as error:  # on a busy machine a daemon may read a packet long after it came
                rig.say(f'once more: {error}')
                theirs, unequal = ask_both(rig, server, program, text, plan)
            differing += unequal
            total += len(plan)
            for letter in theirs:
                seen[letter] += 1
        rig.say(f'{total} requests, {differing} of them at an edge; ntpd gave {seen}')
        rigging.check(differing < total / 50, 'hardly any request was judged differently')
        rigging.check(all(count > total / 50 for count in seen.values()), 'every verdict was seen')


main()
