#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""access.py ACCESSANSWERS STOCKFOLDER [SEED]: what ntpsec's ntpd really answers, against what the access analysis says.

Random restrict lines - networks, masks with holes, ntpport, merged and taken away flags, lines that are half wrong - are
given to a real daemon; random hosts of 10.0.0.0/8 and 2001:db8::/32, all of them this test, ask it for the time in
version 4 and 3, for a variable, and for the list of clients.
"""
import ctypes
import os
import random
import re
import selectors
import socket
import struct
import subprocess
import sys
import time

import rig as rigging

SETS = 20
HOSTS_PER_SET = 110
PORTS_PER_HOST = 2
AT_ONCE = 20            # hosts; the packets of more would not fit into the buffer of the daemon's socket
QUIET = 0.1             # seconds without any answer, after which those that are missing are asked for again
ROUNDS = 3              # on a busy machine a daemon may be away for longer than that
SERVER = {socket.AF_INET: '192.0.2.1', socket.AF_INET6: 'fd00::1'}
PROBE = '10.255.255.254'    # every set lets it in, so that it can tell when the daemon is there
FREEBIND = {socket.AF_INET: (socket.IPPROTO_IP, 15), socket.AF_INET6: (socket.IPPROTO_IPV6, 78)}
CLONE_NEWNET = 0x40000000

FLAGS = ['ignore', 'noserve', 'noquery', 'nomodify', 'nomrulist', 'notrust', 'version', 'limited', 'kod', 'nopeer', 'notrap',
         'ntpport']
MASKS4 = ['255.255.255.255', '255.255.255.0', '255.255.0.0', '255.0.0.0', '255.255.255.252', '255.128.0.0', '255.0.255.255',
          '255.255.0.255', '255.255.255.3', '0.0.0.0']
MASKS6 = ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ffff:ffff:ffff:ffff::', 'ffff:ffff:ffff::', 'ffff:ffff::',
          'ffff:ffff:0:ffff::', 'ffff:ffff:ffff:fffe::']
WRONG = ['nomodfiy noserve', ', ignore', 'mask 255.255.0.0 ignore', 'netmask 255.255.0.0 noserve', '; restrict default ignore',
         'noquery，noserve', '# ignore', 'NoServe ignore']


def random_host(chance):
    if chance.random() < 0.3:
        return '2001:db8:%x:%x::%x' % tuple(chance.choice((0, 1, 2, 9)) for _ in range(3))
    return '10.%d.%d.%d' % tuple(chance.choice((0, 1, 2, 9)) for _ in range(3))


def random_target(chance):
    host = random_host(chance)
    v6 = ':' in host
    kind = chance.random()
    if kind < 0.15:
        return chance.choice(['default', '-4 default', '-6 default'])
    if kind < 0.35:
        return host if chance.random() < 0.7 else ('-6 ' if v6 else '-4 ') + host
    if kind < 0.55:
        host = f'{host}/{chance.choice((0, 32, 33, 48, 64, 63, 128, 130) if v6 else (0, 8, 15, 16, 24, 30, 32, 40))}'
        if chance.random() < 0.8:
            return host
    return f'{host} mask {chance.choice(MASKS6 if v6 else MASKS4)}'


def random_line(chance):
    word = 'unrestrict' if chance.random() < 0.12 else 'restrict'
    flags = ' '.join(chance.sample(FLAGS, chance.choice((0, 1, 1, 2, 3))))
    wrong = chance.choice(WRONG) if chance.random() < 0.12 else ''
    return f'{word} {random_target(chance)} {flags} {wrong}'.rstrip()


def random_file(chance):
    lines = [random_line(chance) for _ in range(chance.randint(1, 14))]
    if chance.random() < 0.6:
        lines.insert(0, 'unrestrict default noquery limited')
    if chance.random() < 0.4:
        lines += ['restrict source ' + chance.choice(('', 'noquery', 'nomrulist')),
                  f'server {random_host(chance)}', f'server {random_host(chance)}']
    return '\n'.join(lines + [f'restrict {PROBE}', ''])


def random_hosts(chance):
    hosts = set()
    while len(hosts) < HOSTS_PER_SET:
        host = random_host(chance)
        # `limited` counts by address: a host with many ports would be slowed down, which is limits.py's matter.
        if sum(host == other for other, _ in hosts) < PORTS_PER_HOST:
            hosts.add((host, 123 if chance.random() < 0.4 else chance.randint(20000, 30000)))
    return sorted(hosts)


READ_VARIABLES, READ_CLIENTS, REQUEST_NONCE = 2, 10, 12


def control(operation, data=b''):
    return struct.pack('>BBHHHHH', 0x16, operation, operation, 0, 0, 0, len(data)) + data + bytes(-len(data) % 4)


def requests():
    """The four packets, by the place of their answer in ours."""
    stamp = struct.pack('>Q', 0x0123456789abcdef)
    return {0: b'\x23' + bytes(39) + stamp, 1: b'\x1b' + bytes(39) + stamp, 2: control(READ_VARIABLES),
            3: control(REQUEST_NONCE)}


def meaning(answer):
    """Which request this answers, and whether it grants it."""
    mode, version = answer[0] & 7, answer[0] >> 3 & 7
    if mode == 4:
        return (0 if version == 4 else 1), True
    if mode == 6 and answer[1] & 0x1f == READ_VARIABLES:
        return 2, True
    if mode == 6 and answer[1] & 0x1f == READ_CLIENTS:
        return 3, answer[1] & 0x40 == 0         # no error
    return None, False


def bound_socket(host, port):
    family = socket.AF_INET6 if ':' in host else socket.AF_INET
    asker = socket.socket(family, socket.SOCK_DGRAM)
    asker.setsockopt(*FREEBIND[family], 1)
    asker.setblocking(False)
    asker.bind((host, port))
    asker.connect((SERVER[family], 123))
    return asker


def receive(selector, answers):
    while ready := selector.select(QUIET):
        for key, _ in ready:
            answer = key.fileobj.recv(1024)
            if answer[1] & 0x1f == REQUEST_NONCE and (nonce := re.search(rb'nonce=[0-9a-f]+', answer)):
                key.fileobj.send(control(READ_CLIENTS, nonce.group() + b', frags=1'))
            place, granted = meaning(answer)
            if place is not None:
                answers[key.data][place] = granted


def ask_some(hosts):
    answers = {host: [None] * 4 for host in hosts}
    with selectors.DefaultSelector() as selector:
        for host in hosts:
            selector.register(bound_socket(*host), selectors.EVENT_READ, host)
        keys = list(selector.get_map().values())
        for _ in range(ROUNDS):
            for key in keys:
                for place, packet in requests().items():
                    if answers[key.data][place] is None:
                        key.fileobj.send(packet)
            receive(selector, answers)
        for key in keys:
            key.fileobj.close()
    return answers


def ask_all(hosts):
    """Four answers for each host."""
    answers = {}
    for start in range(0, len(hosts), AT_ONCE):
        answers |= ask_some(hosts[start:start + AT_ONCE])
    return {host: [bool(one) for one in four] for host, four in answers.items()}


def expected(program, config, hosts):
    text = ''.join(f'{host} {port}\n' for host, port in hosts)
    done = subprocess.run([program, config], input=text, capture_output=True, text=True, check=True)
    return {host: [word == '1' for word in line.split()] for host, line in zip(hosts, done.stdout.splitlines())}


def daemon_answers():
    with bound_socket(PROBE, 0) as probe:
        try:
            probe.send(requests()[0])
            probe.settimeout(0.05)
            return probe.recv(1024)
        except OSError:
            return None


def start_daemon(server, config):
    daemon = server.start(server.rig.programs['NTPD'], '-n', '-c', config, '-p', server.path('ntpd.pid'))
    end = time.monotonic() + 15
    while not daemon_answers():
        rigging.check(time.monotonic() < end and daemon.poll() is None, 'ntpd answers its probe')
        time.sleep(0.02)
    return daemon


def build_network(rig):
    """A server with one cable, and at its other end all hosts there are."""
    server, clients = rig.host('server'), rig.host('clients')
    server.ip('link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', 'eth0', 'netns', clients.namespace)
    for host, last in ((server, 1), (clients, 2)):
        host.ip('address', 'add', f'192.0.2.{last}/24', 'dev', 'eth0')
        host.ip('address', 'add', f'fd00::{last}/64', 'dev', 'eth0', 'nodad')
        host.ip('link', 'set', 'eth0', 'address', f'02:00:00:00:00:0{last}')
        host.ip('link', 'set', 'eth0', 'up')
        # Asking the neighbour for its address would take the seconds that a new IPv6 address is only tentative.
        host.ip('neighbour', 'add', f'fd00::{3 - last}', 'lladdr', f'02:00:00:00:00:0{3 - last}', 'dev', 'eth0')
    server.ip('route', 'add', '10.0.0.0/8', 'via', '192.0.2.2')
    server.ip('-6', 'route', 'add', '2001:db8::/32', 'via', 'fd00::2')
    clients.ip('route', 'add', 'local', '10.0.0.0/8', 'dev', 'lo')
    clients.ip('-6', 'route', 'add', 'local', '2001:db8::/32', 'dev', 'lo')
    return server, clients


def enter(host):
    """This process itself goes to the host: sockets that it makes from now on are there."""
    with open(f'/run/netns/{host.namespace}') as namespace:
        if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), 'setns')


def compare(text, theirs, ours):
    for host, four in theirs.items():
        rigging.check(four == ours[host],
                      f'{host[0]} port {host[1]}: time, time in version 3, query, clients: ntpd gives {four}, we say {ours[host]}',
                      text)


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261120
    print('seed', seed)
    chance = random.Random(seed)
    with rigging.Rig(folder) as rig:
        server, clients = build_network(rig)
        enter(clients)
        granted = [0] * 4
        for _ in range(SETS):
            text, hosts = random_file(chance), random_hosts(chance)
            config = server.write('ntp.conf', text)
            daemon = start_daemon(server, config)
            theirs = ask_all(hosts)
            daemon.terminate()
            daemon.wait(10)
            rig.processes.remove(daemon)
            compare(text, theirs, expected(program, config, hosts))
            granted = [count + sum(four[place] for four in theirs.values()) for place, count in enumerate(granted)]
        total = SETS * HOSTS_PER_SET
        rig.say(f'{total} hosts got what the analysis says; time, time in version 3, query, clients granted to {granted}')
        rigging.check(all(total // 10 < count < total * 9 // 10 for count in granted), 'each right was granted and refused')


if __name__ == '__main__':
    main()
