#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""master.py NOONMARKD NOONMARKCTL RECIPE STOCKFOLDER

The product's main job among strangers: a master with three real upstreams and real clients below it; then the cable to
the upstreams is cut, the master is switched to its own clock, and the same clients go on following it.

    10.77.1.11 .12 .13   chronyd, local stratum 2          serve stratum 2
    10.77.1.1            noonmarkd on the recipe            stratum 3, then 11 on its own clock
    192.168.84.1
    192.168.84.21 .22 .23   ntpsec's ntpd, chronyd -x, ntpdate
"""
import re
import signal
import sys

import rig as rigging

MASTER = '192.168.84.1'
UPSTREAMS = ['10.77.1.11', '10.77.1.12', '10.77.1.13']


def start_upstreams(rig, master):
    master.bridge('upstreams', '10.77.1.1/24')
    hosts = []
    for number, address in enumerate(UPSTREAMS, 1):
        host = rig.host(f'u{number}')
        host.plug_into(master, 'upstreams', f'{address}/24')
        host.start_chronyd('local stratum 2', 'allow')
        hosts.append(host)
    return hosts


def start_master(master, noonmarkd, recipe):
    with open(recipe) as file:
        text = file.read()
    names = re.findall(r'^server\s+(\S+)', text, re.M)
    rigging.check(len(names) == 4, 'the recipe names four servers', text)
    for name, address in zip(names, UPSTREAMS):
        text = text.replace(f'server {name}', f'server {address}')
    text = text.replace(f'server {names[3]}', f'#server {names[3]}')
    text = text.replace('/var/lib/ntp/drift', master.path('drift'))
    config = master.write('ntp.conf', text)
    return config, master.start(noonmarkd, '-c', config)


def start_clients(rig, master):
    master.bridge('clients', f'{MASTER}/24')
    hosts = {}
    for number, name in enumerate(('ntpd', 'chronyd', 'ntpdate'), 21):
        hosts[name] = rig.host(name)
        hosts[name].plug_into(master, 'clients', f'192.168.84.{number}/24')
    return hosts


def start_client_daemons(clients):
    ntpd = clients['ntpd']
    config = ntpd.write('ntp.conf', f'server {MASTER} iburst minpoll 3 maxpoll 3\ndisable kernel\nrestrict 127.0.0.1\n')
    ntpd.start(ntpd.rig.programs['NTPD'], '-n', '-g', '-c', config, '-p', ntpd.path('ntpd.pid'))
    clients['chronyd'].start_chronyd(f'server {MASTER} iburst minpoll 2 maxpoll 2')


def variables(host, target='127.0.0.1'):
    """The system variables that ntpq reads from a daemon."""
    text, status = host.ask(host.rig.programs['NTPQ'], '-c', 'rv', target)
    found = dict(re.findall(r'(\w+)=("[^"]*"|[^,\s]+)', text))
    found['text'] = text
    return found if status == 0 else {}


def serves(master, stratum):
    found = variables(master)
    return found if found.get('stratum') == str(stratum) and 'leap_none' in found['text'] else None


def ntpd_follows(clients, stratum):
    """The line of the peer table, if the star stands before our master and all strata are right."""
    host = clients['ntpd']
    text, _ = host.ask(host.rig.programs['NTPQ'], '-pn', '127.0.0.1')
    line = next((line for line in text.splitlines() if line.startswith(f'*{MASTER}')), None)
    if line is None or line.split()[2] != str(stratum):
        return None
    return line if variables(host).get('stratum') == str(stratum + 1) else None


def chronyd_follows(clients, stratum):
    host = clients['chronyd']
    text, _ = host.ask(host.rig.programs['CHRONYC'], '-n', '-h', host.path('chronyd.sock'), 'tracking')
    wanted = [rf'Reference ID .*\({re.escape(MASTER)}\)', rf'Stratum\s+: {stratum + 1}\n', r'Leap status\s+: Normal']
    return text if all(re.search(pattern, text) for pattern in wanted) else None


def ntpdate_accepts(clients, stratum):
    host = clients['ntpdate']
    text, status = host.ask(host.rig.programs['NTPDATE'], '-q', MASTER)
    return text if status == 0 and f'{MASTER} s{stratum} no-leap' in text else None


def check_offsets(clients):
    """All hosts share one oscillator, so that what is left is our error and theirs."""
    text = ntpdate_accepts(clients, 3)
    offset = float(re.search(r'([+-]\d+\.\d+) \+/-', text)[1])
    rigging.check(abs(offset) < 0.005, 'ntpdate sees the master within 5 ms', text)


def check_stock_tools(rig, master, clients):
    for host, target in ((master, '127.0.0.1'), (clients['ntpd'], MASTER)):
        text, status = host.ask(rig.programs['NTPQ'], '-pn', target)
        lines = [line for line in text.splitlines() if line[1:].startswith(tuple(UPSTREAMS))]
        tallies = ''.join(sorted(line[0] for line in lines))
        rigging.check(status == 0 and len(lines) == 3, 'ntpq lists the three upstreams', text)
        rigging.check(re.fullmatch(r'\*[+]{2}|[+]{2}\*|[*+-]{3}', tallies) and tallies.count('*') == 1,
                      'one of them is the system peer, none is refused', text)
        for line in lines:
            words = line.split()
            rigging.check(words[2] == '2' and words[3] == 'u', 'their stratum is 2, their type u', text)
            rigging.check(words[5] == '64', 'they are asked every 64 s', text)
            rigging.check(int(words[6], 8) > 0 and abs(float(words[8])) < 5, 'they are reached, the offset is small', text)
    print(text)
    text, status = master.ask(rig.programs['NTPSTAT'])
    rigging.check(status == 0, 'ntpstat says that the master is synchronised', text)
    pattern = r'synchronised to NTP server \((10\.77\.1\.1[123])\) at stratum 3 ?\n\s+time correct to within \d+ ms\n'
    rigging.check(re.match(pattern, text), 'ntpstat names an upstream, the stratum and the error', text)
    print(text)


def follow_all(rig, clients, stratum, seconds):
    rig.wait(f'ntpdate accepts stratum {stratum}', lambda: ntpdate_accepts(clients, stratum), seconds)
    rig.wait(f'chronyd follows at stratum {stratum + 1}', lambda: chronyd_follows(clients, stratum), seconds)
    rig.wait(f'ntpd follows at stratum {stratum + 1}', lambda: ntpd_follows(clients, stratum), seconds)


def isolate(rig, master, process, ctl, config, upstreams):
    for host in upstreams:
        host.unplug()
    text, status = master.ask(ctl, 'mode', config, 'isolated')
    rigging.check(status == 0, 'noonmarkctl switches the file to isolated', text)
    with open(config) as file:
        print(file.read())
    process.send_signal(signal.SIGHUP)
    rig.wait('the master runs on its own clock, stratum 11', lambda: serves(master, 11), 90)
    text, status = master.ask(rig.programs['NTPSTAT'])
    rigging.check(status == 0 and 'synchronised to local net at stratum 11' in text, 'ntpstat says: local net', text)
    print(text)


def main():
    noonmarkd, ctl, recipe, stock = sys.argv[1:]
    with rigging.Rig(stock) as rig:
        master = rig.host('m')
        upstreams = start_upstreams(rig, master)
        clients = start_clients(rig, master)
        config, process = start_master(master, noonmarkd, recipe)
        rig.wait('the master follows its upstreams, stratum 3', lambda: serves(master, 3), 60)
        start_client_daemons(clients)
        follow_all(rig, clients, 3, 60)
        check_offsets(clients)
        check_stock_tools(rig, master, clients)
        isolate(rig, master, process, ctl, config, upstreams)
        follow_all(rig, clients, 11, 60)
        process.send_signal(signal.SIGTERM)
        rigging.check(process.wait(10) == 0, 'noonmarkd ends cleanly')
        rig.processes.remove(process)
        rig.say('done')


if __name__ == '__main__':
    main()
