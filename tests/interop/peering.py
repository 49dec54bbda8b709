#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""peering.py NOONMARKD STOCKFOLDER: symmetric, interleaved, broadcast, multicast and manycast associations.

    10.80.1.1   chronyd on its own clock, stratum 5; sends broadcasts; peers with .11 (key 1) by itself
    10.80.1.2   noonmarkd on its own clock, stratum 10; sends signed broadcasts and multicasts, answers manycast
    10.80.1.11 ...  noonmarkd and chronyd, one for each way to be told the time by one of them
"""
import re
import sys

import rig as rigging

CHRONYD, NOONMARKD, EVERYBODY, GROUP = '10.80.1.1', '10.80.1.2', '10.80.1.255', '239.1.2.3'
SECRET = '000102030405060708090a0b0c0d0e0f'


class Net:
    def __init__(self, rig, noonmarkd):
        self.rig = rig
        self.noonmarkd = noonmarkd
        self.count = 10
        self.hub = rig.host('hub')
        self.hub.bridge('net', '10.80.1.254/24')

    def host(self, address=None):
        self.count += 1
        number = address or f'10.80.1.{self.count}'
        host = self.rig.host('h' + number.rsplit('.', 1)[1])
        host.plug_into(self.hub, 'net', f'{number}/24')
        host.number = number
        return host

    def start_noonmarkd(self, lines, address=None):
        host = self.host(address)
        keys = host.write('ntp.keys', f'1 AES128CMAC {SECRET}\n2 MD5 abcdefgh\n')
        config = host.write('ntp.conf', f'keys {keys}\ntrustedkey 1 2\nrestrict 127.0.0.1\n{lines}')
        host.start(self.noonmarkd, '-c', config)
        return host

    def start_chronyd(self, lines, address=None):
        host = self.host(address)
        keys = host.write('chrony.keys', f'1 AES128 HEX:{SECRET}\n2 MD5 ASCII:abcdefgh\n')
        host.start_chronyd(f'keyfile {keys}', 'allow', lines)
        return host


def ntpq(host, *words):
    return host.ask(host.rig.programs['NTPQ'], '-n', *words, '127.0.0.1')[0]


def chronyc(host, *words):
    return host.ask(host.rig.programs['CHRONYC'], '-n', '-h', host.path('chronyd.sock'), *words)[0]


def row(host, address):
    """ntpq -p's line about an address: (tally, stratum, type, reach), or None."""
    found = re.search(rf'(?m)^(.){re.escape(address)}\s+\S+\s+(\d+)\s+(\S)\s+\S+\s+\S+\s+([0-7]+)\s', ntpq(host, '-p'))
    return found and (found[1], int(found[2]), found[3], int(found[4], 8))


def follows(host, address, kind):
    found = row(host, address)
    return found and found[0] == '*' and found[2] == kind and found[3] >= 3


def chronyd_follows(host, address, sign):
    return re.search(rf'(?m)^{re.escape(sign)}\* {re.escape(address)}\s', chronyc(host, 'sources'))


def modes(host, address):
    """hmode and pmode of the association with an address."""
    for number in re.findall(r'(?m)^\s*\d+\s+(\d+)\s', ntpq(host, '-c', 'associations')):
        text = ntpq(host, '-c', f'rv {number} srcadr,hmode,pmode')
        if f'srcadr={address}' in text or address in text:
            return tuple(int(re.search(rf'{name}=(\d)', text)[1]) for name in ('hmode', 'pmode'))
    return None


def symmetric(rig, net):
    both = net.start_noonmarkd(f'peer {CHRONYD} key 1 minpoll 3 maxpoll 3\n', '10.80.1.11')
    unsigned = net.start_noonmarkd(f'peer {CHRONYD} minpoll 3 maxpoll 3\n')
    passive = net.start_chronyd(f'peer {NOONMARKD} key 1 minpoll 2 maxpoll 2')
    stranger = net.start_chronyd(f'peer {NOONMARKD} minpoll 2 maxpoll 2')
    rig.wait('both are active, signed: noonmarkd follows chronyd', lambda: follows(both, CHRONYD, 's'), 90)
    rigging.check(modes(both, CHRONYD) == (1, 1), 'modes 1 and 1', modes(both, CHRONYD))
    rig.wait('chronyd answers an unsigned peer it does not know', lambda: follows(unsigned, CHRONYD, 's'), 90)
    rigging.check(modes(unsigned, CHRONYD) == (1, 2), 'modes 1 and 2', modes(unsigned, CHRONYD))
    rig.wait('chronyd follows a noonmarkd that its key made passive', lambda: chronyd_follows(passive, NOONMARKD, '='), 90)
    master = next(host for host in rig.hosts if getattr(host, 'number', '') == NOONMARKD)
    found = rig.wait('the passive one is shown as such', lambda: row(master, passive.number), 30)
    rigging.check(found[2] == 'S' and modes(master, passive.number) == (2, 1), 'type S, modes 2 and 1', found)
    rig.wait('a stranger is answered', lambda: chronyd_follows(stranger, NOONMARKD, '='), 90)
    rigging.check(row(master, stranger.number) is None, 'and becomes no association', ntpq(master, '-p'))


def interleaved(rig, net):
    client = net.start_chronyd(f'server {NOONMARKD} xleave minpoll 2 maxpoll 2')
    ours = net.start_noonmarkd(f'server {CHRONYD} xleave minpoll 3 maxpoll 3 iburst\n')
    rig.wait('chronyd and noonmarkd interleave',
             lambda: re.search(r'Interleaved\s+: Yes', chronyc(client, 'ntpdata', NOONMARKD)), 60)
    print(chronyc(client, 'ntpdata', NOONMARKD))
    rig.wait('noonmarkd follows chronyd', lambda: follows(ours, CHRONYD, 'u'), 60)
    master = next(host for host in rig.hosts if getattr(host, 'number', '') == CHRONYD)
    rig.wait('noonmarkd and chronyd interleave',
             lambda: re.search(r'Interleaved NTP packets\s*: [1-9]', chronyc(master, 'serverstats')), 60)
    rigging.check('nm_interleaved=1' in ntpq(ours, '-c', 'rv &1 nm_interleaved'), 'and say so', ntpq(ours, '-c', 'rv &1'))


def interleaving(host, address):
    """Whether ntpq says that the association with an address interleaves."""
    for number in re.findall(r'(?m)^\s*\d+\s+(\d+)\s', ntpq(host, '-c', 'associations')):
        if f'srcadr={address}' in ntpq(host, '-c', f'rv {number} srcadr'):
            return 'nm_interleaved=1' in ntpq(host, '-c', f'rv {number} nm_interleaved')
    return False


def delay(host, address):
    """In milliseconds, as ntpq -p has it."""
    return float(re.search(rf'(?m)^.{re.escape(address)}\s+(\S+\s+){{6}}(\S+)', ntpq(host, '-p'))[2])


def chronyd_interleaves(host, address):
    text = chronyc(host, 'ntpdata', address)
    return re.search(r'Interleaved\s+: Yes', text) and text


def interleaved_peers(rig, net):
    """RFC 9769, section 3: both active; chronyd answering a stranger; noonmarkd made passive by a key."""
    theirs, ours = '10.80.1.61', '10.80.1.62'
    chrony = net.start_chronyd(f'local stratum 4\npeer {ours} key 1 xleave minpoll 3 maxpoll 3', theirs)
    active = net.start_noonmarkd(f'peer {theirs} key 1 xleave minpoll 3 maxpoll 3\n', ours)
    stranger = net.start_noonmarkd(f'peer {CHRONYD} xleave minpoll 3 maxpoll 3\n')
    keyed = net.start_chronyd(f'peer {NOONMARKD} key 1 xleave minpoll 3 maxpoll 3')
    rig.wait('both active: noonmarkd follows chronyd', lambda: follows(active, theirs, 's'), 90)
    rig.wait('and they interleave, says noonmarkd', lambda: interleaving(active, theirs), 60)
    rig.wait('says chronyd', lambda: chronyd_interleaves(chrony, ours), 60)
    rig.wait('a stranger is answered interleaved by chronyd', lambda: interleaving(stranger, CHRONYD), 90)
    rig.wait('chronyd follows the passive noonmarkd', lambda: chronyd_follows(keyed, NOONMARKD, '='), 90)
    print(rig.wait('interleaved', lambda: chronyd_interleaves(keyed, NOONMARKD), 60))
    rig.wait('they stay reachable', lambda: (row(active, theirs) or (0, 0, 0, 0))[3] == 0o377, 90)
    for host, address in ((active, theirs), (stranger, CHRONYD)):
        rigging.check(0 < delay(host, address) < 2, 'the delay is that of one cable', ntpq(host, '-p'))


def casts(rig, net):
    signed = net.start_noonmarkd('broadcastclient\n')
    open_to_all = net.start_noonmarkd('broadcastclient\ndisable auth\n')
    multicast = net.start_noonmarkd(f'multicastclient {GROUP}\n')
    manycast = net.start_noonmarkd(f'manycastclient {GROUP} key 1 iburst minpoll 3 maxpoll 3\n')
    rig.wait('manycast finds noonmarkd', lambda: follows(manycast, NOONMARKD, 'u'), 60)
    rigging.check(re.search(r'(?m)^.239\.1\.2\.3\s', ntpq(manycast, '-c', 'lpeers')), 'and asks by the group', ntpq(manycast, '-c', 'lpeers'))
    rig.wait('signed broadcasts are followed', lambda: follows(signed, NOONMARKD, 'b'), 120)
    rigging.check(modes(signed, NOONMARKD) == (6, 5), 'modes 6 and 5', modes(signed, NOONMARKD))
    rig.wait('and they tell when the one before left', lambda: interleaving(signed, NOONMARKD), 30)
    rigging.check(row(signed, CHRONYD) is None, 'the unsigned ones of chronyd are not', ntpq(signed, '-p'))
    rig.wait('multicasts are followed', lambda: follows(multicast, NOONMARKD, 'b'), 120)
    rig.wait("chronyd's broadcasts are followed where auth is disabled",
             lambda: (row(open_to_all, CHRONYD) or ' ' * 3)[2] == 'b', 120)


def main():
    noonmarkd, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        net = Net(rig, noonmarkd)
        net.start_chronyd(f'local stratum 5\nbroadcast 5 {EVERYBODY}\npeer 10.80.1.11 key 1 minpoll 2 maxpoll 2', CHRONYD)
        net.start_noonmarkd('server 127.127.1.0\nfudge 127.127.1.0 stratum 10\n'
                            f'broadcast {EVERYBODY} key 2 minpoll 3 xleave\nbroadcast {GROUP} key 1 minpoll 3 ttl 2\n'
                            f'manycastserver {GROUP}\n', NOONMARKD)
        symmetric(rig, net)
        interleaved(rig, net)
        interleaved_peers(rig, net)
        casts(rig, net)
        rig.say('done')


if __name__ == '__main__':
    main()
