#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""interfaces.py NOONMARKD STOCKFOLDER [SEED]: where noonmarkd listens, and what its packets carry.

Random `interface` and `nic` lines are given to ntpsec's ntpd and to noonmarkd, on two hosts with the same interfaces and
addresses: the sockets that are bound and the addresses that answer must be the same. Then what ntpd is not asked for: an
address and an interface that come later, -I, the marks of dscp and the ttl of broadcasts and of manycast questions.
"""
import random
import re
import signal
import sys
import time

import rig as rigging

ADDRESSES = {'eth0': ['10.84.1.1/24', '10.84.2.1/24', 'fd84:1::1/64'], 'eth1': ['10.84.3.1/24', 'fd84:3::1/64'],
             'wlan0': ['10.85.0.1/16']}
ALL = [address.split('/')[0] for addresses in ADDRESSES.values() for address in addresses] + ['127.0.0.1', '::1']
TARGETS = ['all', 'ipv4', 'ipv6', 'wildcard', 'eth0', 'eth1', 'ETH1', 'wlan0', 'lo', '10.84.1.1', '10.84.0.0/16',
           '10.84.2.0/24', 'fd84::/16', 'fd84:3::1', '127.0.0.1', '::1', '10.85.0.1/99', '10.84.3.7', 'eth7']
WILDCARDS = {'0.0.0.0', '::', '*'}
MEANT = {'wildcard': {'0.0.0.0', '::'}, 'ipv4': {'0.0.0.0'}, 'ipv6': {'::'}}
SETS = 16
CLOCK = 'server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n'
GROUP = '239.84.0.1'

ASK = '''
import select, socket, sys
asked = {}
for address in sys.argv[1:]:
    one = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET, socket.SOCK_DGRAM)
    one.setblocking(False)
    try:
        one.sendto(b'\\x23' + bytes(39) + b'12345678', (address, 123))
        asked[one] = address
    except OSError:
        pass
waiting = set(asked)
while waiting:
    ready, _, _ = select.select(list(waiting), [], [], 0.4)
    if not ready:
        break
    for one in ready:
        waiting.remove(one)
        try:
            answer, sender = one.recvfrom(512)
            if sender[0] == asked[one] and len(answer) == 48:
                print(asked[one])
        except OSError:
            pass
'''

LISTEN = f'''
import socket, struct, sys
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
one.bind(('{GROUP}', 123))
one.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton('{GROUP}') + socket.inet_aton(sys.argv[1]))
one.setsockopt(socket.IPPROTO_IP, 12, 1)
one.setsockopt(socket.IPPROTO_IP, 13, 1)
while True:
    data, extra, _, sender = one.recvmsg(512, 256)
    facts = {{kind: struct.unpack('B' if len(value) == 1 else 'i', value)[0] for _, kind, value in extra}}
    print(data[0] & 7, sender[0], 'ttl', facts.get(socket.IP_TTL), 'dscp', facts.get(socket.IP_TOS, 0) >> 2, flush=True)
'''

STEAL = '''
import socket, sys
one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
try:
    one.bind((sys.argv[1], 123))
    print('bound')
except OSError:
    print('taken')
'''

ASK_MARK = '''
import socket, sys
v6 = ':' in sys.argv[1]
one = socket.socket(socket.AF_INET6 if v6 else socket.AF_INET, socket.SOCK_DGRAM)
one.settimeout(2)
one.setsockopt(socket.IPPROTO_IPV6 if v6 else socket.IPPROTO_IP, socket.IPV6_RECVTCLASS if v6 else 13, 1)
one.sendto(b'\\x23' + bytes(39) + b'12345678', (sys.argv[1], 123))
data, extra, _, _ = one.recvmsg(512, 256)
print([value[0] >> 2 for _, kind, value in extra][0])
'''


def build(rig, name):
    host = rig.host(name)
    for interface, addresses in ADDRESSES.items():
        plug(host, interface, *addresses)
    return host


def plug(host, interface, *addresses):
    """An interface whose cable ends in the same host."""
    host.ip('link', 'add', interface, 'type', 'veth', 'peer', 'name', f'x-{interface}')
    for address in addresses:
        host.address(address, interface)
    host.ip('link', 'set', interface, 'up')
    host.ip('link', 'set', f'x-{interface}', 'up')


def held(host):
    """The addresses at which something holds port 123."""
    text, _ = host.ask('ss', '-ulnH')
    return {word.rsplit(':', 1)[0].strip('[]').split('%')[0] for line in text.splitlines() for word in [line.split()[3]]
            if word.endswith(':123')}


def wildcards_of(host):
    return held(host) & WILDCARDS


def bound(host):
    """The addresses at which something holds port 123, but for the wildcards."""
    return {one for one in held(host) - WILDCARDS if not one.startswith('fe80')}


def answering(host, addresses=ALL):
    text, _ = host.ask(sys.executable, '-c', ASK, *addresses)
    return set(text.split())


def end(rig, process):
    process.send_signal(signal.SIGTERM)
    process.wait(10)
    rig.processes.remove(process)


def settled(host):
    """What is bound once it no longer changes."""
    before = None
    for _ in range(50):
        now = bound(host)
        text, _ = host.ask('ss', '-ulnH')
        if now == before and (':123 ' in text):
            return now
        before = now
        time.sleep(0.2)
    return before


def compare(rig, theirs, ours, noonmarkd, chance):
    seen = {'answering': 0, 'held': 0, 'wildcards': 0}
    for number in range(SETS):
        rules = [f'{chance.choice(("interface", "nic"))} {chance.choice(("listen", "ignore", "drop", "listen"))} '
                 f'{chance.choice(TARGETS)}' for _ in range(chance.randint(1, 4))]
        if number % 4 == 0:
            rules.append(f'interface drop {chance.choice(("eth0", "10.84.0.0/16", "ipv6", "all"))}')
        text = CLOCK + 'restrict default\nunrestrict default limited noquery\n' + '\n'.join(rules) + '\n'
        theirs_one = theirs.start(rig.programs['NTPD'], '-n', '-c', theirs.write('ntp.conf', text), '-p', theirs.path('pid'))
        ours_one = ours.start(noonmarkd, '-c', ours.write('ntp.conf', text))
        time.sleep(0.3)
        sockets = settled(theirs), settled(ours)
        wildcards = wildcards_of(theirs), wildcards_of(ours)
        answers = answering(theirs), answering(ours)
        end(rig, theirs_one)
        end(rig, ours_one)
        rigging.check(answers[0] == answers[1], f'the same addresses answer: {sorted(answers[0])} {sorted(answers[1])}', text)
        wanted = {one for rule in rules if ' listen ' in rule for one in MEANT.get(rule.split()[2], ())}
        rigging.check(wildcards[1] <= wanted, f'ours holds only wildcards that a rule means: {wildcards[1]}', text)
        if not any('listen wildcard' in rule for rule in rules):
            rigging.check(sockets[0] == sockets[1], f'the same are held: {sorted(sockets[0])} {sorted(sockets[1])}', text)
        seen['answering'] += len(answers[0])
        seen['held'] += len(sockets[0] - answers[0])
        seen['wildcards'] += len(wildcards[0] - wildcards[1])
    rig.say(f'{SETS} sets of rules: {seen}')
    rigging.check(seen['answering'] > SETS and seen['held'] > 2, 'the rules were worth asking', seen)
    rigging.check(seen['wildcards'] > SETS, 'ntpd alone held wildcards', seen)


def check_later(rig, host, noonmarkd):
    process = host.start(noonmarkd, '-c', host.write('ntp.conf', CLOCK + 'interface ignore all\ninterface listen eth1\n'))
    rig.wait('it listens at eth1', lambda: answering(host) == {'10.84.3.1', 'fd84:3::1', '127.0.0.1', '::1'}, 10)
    host.address('10.84.3.9/24', 'eth1')
    rig.wait('an address that comes later answers', lambda: answering(host, ['10.84.3.9']), 12)
    host.ip('address', 'del', '10.84.3.9/24', 'dev', 'eth1')
    rig.wait('one that goes is let go', lambda: '10.84.3.9' not in bound(host), 12)
    host.write('ntp.conf', CLOCK + 'interface listen 10.84.1.0/24\n')
    process.send_signal(signal.SIGHUP)
    rig.wait('other rules after SIGHUP', lambda: answering(host) == {'10.84.1.1', '127.0.0.1', '::1'}, 10)
    host.write('ntp.conf', CLOCK + 'interface listen wildcard\ninterface drop eth0\ninterface listen eth1\n')
    process.send_signal(signal.SIGHUP)
    rig.wait('the wildcard beside others', lambda: answering(host) == {'10.84.3.1', 'fd84:3::1', '10.85.0.1', '127.0.0.1', '::1'}, 10)
    host.write('ntp.conf', CLOCK)
    process.send_signal(signal.SIGHUP)
    rig.wait('and none', lambda: answering(host) == set(ALL), 10)
    host.address('10.84.1.9/24', 'eth0')
    rigging.check(answering(host, ['10.84.1.9']), 'the wildcard knows a new address at once')
    rig.wait('it gets a socket of its own', lambda: bound(host) >= {a for a in [*ALL, '10.84.1.9'] if a not in ('127.0.0.1', '::1')}, 12)
    rigging.check(answering(host, [*ALL, '10.84.1.9']) == {*ALL, '10.84.1.9'}, 'all of them answer as before')
    text, status = host.ask(sys.executable, '-c', STEAL, '10.84.1.9')
    rigging.check(status == 0 and 'taken' in text, 'nobody takes the port at one of our addresses', text)
    host.ip('address', 'del', '10.84.1.9/24', 'dev', 'eth0')
    rig.wait('and one that goes is let go', lambda: '10.84.1.9' not in bound(host), 12)
    end(rig, process)
    process = host.start(noonmarkd, '-c', host.write('ntp.conf', CLOCK + 'interface listen all\n'), '-I', 'eth5', '-I', '10.84.2.1')
    rig.wait('-I goes before the file', lambda: answering(host) == {'10.84.2.1', '127.0.0.1', '::1'}, 10)
    plug(host, 'eth5', '10.84.5.1/24')
    rig.wait('an interface that comes later answers', lambda: answering(host, ['10.84.5.1']), 12)
    end(rig, process)
    for family, wanted in (('-4', {a for a in ALL if ':' not in a}), ('-6', {a for a in ALL if ':' in a})):
        process = host.start(noonmarkd, '-c', host.write('ntp.conf', CLOCK), family)
        rig.wait(f'{family} serves one family', lambda: answering(host) == wanted, 10)
        end(rig, process)


def heard(host):
    with open(host.path(sys.executable.rsplit('/', 1)[1] + '.log')) as file:
        return re.findall(r'(\d) (\S+) ttl (\d+) dscp (\d+)', file.read())


def check_marks(rig, noonmarkd):
    """A sender of multicasts, a client that asks by manycast, and somebody who looks at what they send."""
    hub, sender, client, looker = rig.host('hub'), rig.host('send'), rig.host('client'), rig.host('look')
    hub.bridge('net', '10.86.0.254/24')
    for last, host in enumerate((sender, client, looker), 1):
        host.plug_into(hub, 'net', f'10.86.0.{last}/24')
        host.ip('route', 'add', '224.0.0.0/4', 'dev', 'eth0')
    looker.start(sys.executable, '-c', LISTEN, '10.86.0.3')
    sender.start(noonmarkd, '-c', sender.write('ntp.conf', CLOCK + f'dscp 10\nbroadcast {GROUP} minpoll 3 ttl 7\n'))
    rig.wait('broadcasts carry their ttl and dscp', lambda: ('5', '10.86.0.1', '7', '10') in heard(looker), 30)
    client.start(noonmarkd, '-c', client.write(
        'ntp.conf', CLOCK + f'ttl 4 16 33\nmanycastclient {GROUP} minpoll 3 maxpoll 3 ttl 30\ndisable auth\n'))
    rig.wait('manycast asks in rings, no further than told',
             lambda: [row[2] for row in heard(looker) if row[0] == '3'][:3] == ['4', '16', '30'], 60)
    rigging.check({row[3] for row in heard(looker) if row[0] == '3'} == {'46'}, '46 is the usual mark', heard(looker))
    for host, address, mark in ((looker, '10.86.0.1', '10'), (looker, '10.86.0.2', '46')):
        text, _ = host.ask(sys.executable, '-c', ASK_MARK, address)
        rigging.check(text.strip() == mark, f'answers of {address} are marked {mark}', text)
    text, _ = sender.ask(sys.executable, '-c', ASK_MARK, '::1')
    rigging.check(text.strip() == '10', 'IPv6, too', text)


def main():
    noonmarkd, stock = sys.argv[1:3]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261120
    print('seed', seed)
    with rigging.Rig(stock) as rig:
        theirs, ours = build(rig, 'theirs'), build(rig, 'ours')
        compare(rig, theirs, ours, noonmarkd, random.Random(seed))
        check_later(rig, ours, noonmarkd)
        check_marks(rig, noonmarkd)
        rig.say('done')


if __name__ == '__main__':
    main()
