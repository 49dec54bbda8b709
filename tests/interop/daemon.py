#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""daemon.py NOONMARKD: what a service manager and an administrator see of noonmarkd: statuses, signals, files, words.

Needs no network: it serves on loopback, at a port of the kernel's choice. What needs root is skipped without it.
"""
import contextlib
import grp
import os
import pwd
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

from rig import leap_list

NOONMARKD = sys.argv.pop(1)
LOCAL_CLOCK = 'server 127.127.1.0\nfudge 127.127.1.0 stratum 10\nrestrict default\n'


def free_port():
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def ask(port, patience=5):
    """One client request; the answer's bytes."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as client:
        client.settimeout(patience)
        client.sendto(b'\x23' + bytes(39) + struct.pack('>Q', 0x0123456789abcdef), ('127.0.0.1', port))
        return client.recv(512)


def control(port, operation, association=0, data=b''):
    """The data of a mode 6 answer that fits into one packet."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as client:
        client.settimeout(5)
        client.sendto(struct.pack('>BBHHHHH', 0x16, operation, 1, 0, association, 0, len(data)) + data + bytes(-len(data) % 4),
                      ('127.0.0.1', port))
        answer = client.recv(512)
    return answer[12:12 + struct.unpack('>H', answer[10:12])[0]]


def associations(port):
    """{address: number} of what it asks for time."""
    numbers = [number for number, _ in struct.iter_unpack('>HH', control(port, 1))]
    return {re.search(rb'srcadr=([^,]+)', control(port, 2, number))[1].decode(): number for number in numbers}


class DaemonCase(unittest.TestCase):
    """A folder, a file, a port, and daemons that end with the test."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='noonmark-daemon-')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.config = self.write('ntp.conf', LOCAL_CLOCK)
        self.port = free_port()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w') as file:
            file.write(text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()

    def environment(self, **more):
        return {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', **more}

    def run_to_end(self, *words):
        done = subprocess.run([NOONMARKD, *words], capture_output=True, text=True, timeout=30, check=False,
                              env=self.environment())
        return done.returncode, done.stdout, done.stderr

    def start(self, *words, before=(), **environment):
        """A daemon that is known to run: it told the service manager so."""
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(manager.close)
        manager.bind(self.path(f'notify-{len(os.listdir(self.folder))}'))
        os.chmod(manager.getsockname(), 0o666)
        log = open(self.path('log'), 'wb')
        daemon = subprocess.Popen([*before, NOONMARKD, '-c', self.config, '--port', str(self.port), *words], stderr=log,
                                  env=self.environment(NOTIFY_SOCKET=manager.getsockname(), **environment))
        log.close()
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.kill)
        self.hear(manager, daemon, b'READY=1')
        return daemon, manager

    def hear(self, manager, daemon, wanted):
        while True:
            ready, _, _ = select.select([manager], [], [], 10)
            self.assertTrue(ready, f'{wanted} was not told, status {daemon.poll()}:\n{self.read("log")}')
            if manager.recv(4096) == wanted:
                return

    def reload(self, manager, daemon):
        daemon.send_signal(signal.SIGHUP)
        self.hear(manager, daemon, b'RELOADING=1')
        self.hear(manager, daemon, b'READY=1')

    def end(self, daemon, number=signal.SIGTERM):
        daemon.send_signal(number)
        return daemon.wait(10)


class DaemonTest(DaemonCase):
    def test_serves_and_ends_cleanly_on_both_signals(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            daemon, _ = self.start('-p', self.path('pid'))
            self.assertEqual(int(self.read('pid')), daemon.pid)
            answer = ask(self.port)
            self.assertEqual(len(answer), 48)
            self.assertEqual(answer[0] & 0x3f, 0x24)
            self.assertEqual(answer[24:32], struct.pack('>Q', 0x0123456789abcdef))
            self.assertEqual(self.end(daemon, number), 0)
            self.assertFalse(os.path.exists(self.path('pid')))

    def test_reads_the_file_anew_on_hangup(self):
        daemon, manager = self.start()
        self.write('ntp.conf', LOCAL_CLOCK + 'crypto pw secret\n')
        self.reload(manager, daemon)
        self.assertRegex(self.read('log'), r'ntp\.conf:4: .*"crypto')
        os.remove(self.config)
        self.reload(manager, daemon)
        self.assertIn('cannot be read', self.read('log'))
        self.assertEqual(len(ask(self.port)), 48)   # what ran before goes on
        self.assertEqual(self.end(daemon), 0)

    def test_a_hangup_keeps_associations_whose_lines_did_not_change(self):
        lines = LOCAL_CLOCK + 'server 127.0.0.7 noselect\n'
        self.write('ntp.conf', lines + 'server 127.0.0.8\nserver 127.0.0.9 minpoll 4\n')
        daemon, manager = self.start()
        before = associations(self.port)
        self.assertEqual(set(before), {'127.127.1.0', '127.0.0.7', '127.0.0.8', '127.0.0.9'})
        self.write('ntp.conf', lines + 'server 127.0.0.9 minpoll 5\nserver 127.0.0.10\nrestrict 127.0.0.77 noserve\n')
        self.reload(manager, daemon)
        after = associations(self.port)
        self.assertEqual(set(after), {'127.127.1.0', '127.0.0.7', '127.0.0.9', '127.0.0.10'})
        for address in ('127.127.1.0', '127.0.0.7'):
            self.assertEqual(after[address], before[address])
        self.assertNotEqual(after['127.0.0.9'], before['127.0.0.9'])    # its line did change
        self.assertEqual(self.end(daemon), 0)

    def test_denies_the_addresses_of_a_name(self):
        self.write('ntp.conf', LOCAL_CLOCK + 'restrict localhost noserve\nrestrict nobody.invalid noserve\n')
        daemon, _ = self.start()
        for _ in range(100):
            if not self.is_answered():
                break
            time.sleep(0.1)
        self.assertFalse(self.is_answered())
        daemon.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        self.assertFalse(self.is_answered())
        log = self.read('log')
        self.assertRegex(log, r'ntp\.conf:4: until the name "localhost" is resolved this line denies nobody')
        self.assertEqual(log.count('until the name "localhost"'), 1, 'what is known holds on')
        self.assertIn('The name localhost was resolved', log)
        self.assertIn('The name nobody.invalid cannot be resolved', log)
        self.assertNotIn('does not act on', log)
        self.assertEqual(self.end(daemon), 0)

    def is_answered(self):
        try:
            return len(ask(self.port, 0.5)) == 48
        except TimeoutError:
            return False

    def test_names_the_holder_of_a_taken_port(self):
        daemon, _ = self.start()
        status, _, words = self.run_to_end('-c', self.config, '--port', str(self.port))
        self.assertEqual(status, 3)
        self.assertIn(str(self.port), words)
        self.assertIn(f'noonmarkd ({daemon.pid})', words)
        self.assertEqual(self.end(daemon), 0)

    def test_setting_once_needs_somebody_to_ask(self):
        for text in ('', LOCAL_CLOCK):
            self.write('ntp.conf', text)
            status, _, words = self.run_to_end('-q', '-c', self.config, '--port', str(self.port))
            self.assertEqual(status, 7, words)
            self.assertIn('names no server', words)

    def test_says_that_the_file_cannot_be_read(self):
        status, _, words = self.run_to_end('-c', self.path('nothing'))
        self.assertEqual(status, 2)
        self.assertIn(self.path('nothing'), words)

    def test_refuses_options_that_contradict(self):
        for words in (['--no-clock', '--system-clock'], ['-4', '-6'], ['--port', '70000'], ['-I', 'no/such'], ['-I', ''], ['file']):
            self.assertEqual(self.run_to_end('-c', self.config, *words)[0], 2, words)

    def test_serves_on_without_the_right_to_set_the_clock(self):
        without = ['setpriv', '--bounding-set=-sys_time', '--inh-caps=-sys_time'] if os.geteuid() == 0 else []
        daemon, _ = self.start('--system-clock', before=without)
        self.assertIn('CAP_SYS_TIME', self.read('log'))
        self.assertEqual(len(ask(self.port)), 48)
        self.assertRegex(control(self.port, 2, 0, b'nm_observing'), rb'nm_observing=1')
        self.assertFalse(capabilities(daemon.pid) & 1 << CAP_SYS_TIME)
        self.assertEqual(self.end(daemon), 0)
        self.write('ntp.conf', 'server 127.0.0.7\n')     # who only wants it set is told
        done = subprocess.run([*without, NOONMARKD, '-c', self.config, '--port', str(self.port), '--system-clock', '-q'],
                              capture_output=True, text=True, timeout=30, check=False, env=self.environment())
        self.assertEqual(done.returncode, 4)
        self.assertIn('CAP_SYS_TIME', done.stderr)

    def test_names_misspellings_as_such(self):
        self.write('ntp.conf', LOCAL_CLOCK + 'statistics foostats\nstatistics cryptostats\n')
        daemon, _ = self.start()
        log = self.read('log')
        self.assertRegex(log, r'ntp\.conf:4: .*"foostats"; did you mean')
        self.assertNotRegex(log, r'does not act on "foostats"')
        self.assertRegex(log, r'ntp\.conf:5: .*does not act on "cryptostats"')
        self.assertEqual(self.end(daemon), 0)

    def test_gives_up_what_it_does_not_need(self):
        daemon, _ = self.start()
        self.assertFalse(capabilities(daemon.pid) & 1 << CAP_SYS_TIME)
        self.end(daemon)

    @unittest.skipIf(os.geteuid() != 0, 'only root can become another user')
    def test_becomes_another_user(self):
        os.chmod(self.folder, 0o755)
        self.write('ntp.conf', LOCAL_CLOCK + 'server localhost\n')   # a name: its helper thread must not keep more
        group = grp.getgrgid(pwd.getpwnam('daemon').pw_gid)
        daemon, _ = self.start('-u', f'nobody:{group.gr_name}', '-4')
        for task in os.listdir(f'/proc/{daemon.pid}/task'):
            with open(f'/proc/{daemon.pid}/task/{task}/status') as file:
                status = file.read()
            uid = pwd.getpwnam('nobody').pw_uid
            self.assertRegex(status, rf'Uid:\s+{uid}\s+{uid}\s+{uid}\s')
            self.assertRegex(status, rf'Gid:\s+{group.gr_gid}\s')
            self.assertRegex(status, r'NoNewPrivs:\s+1')
        self.assertEqual(capabilities(daemon.pid) & ~(1 << CAP_NET_BIND_SERVICE), 0)
        self.assertEqual(self.end(daemon), 0)

    @unittest.skipIf(os.geteuid() != 0, 'only root can become another user')
    def test_becomes_a_user_by_number(self):
        os.chmod(self.folder, 0o755)
        for words, user, group in (('65534', 65534, 65534), ('nobody:1', 65534, 1), ('65534:1', 65534, 1), ('54321:54322', 54321, 54322)):
            daemon, _ = self.start('-u', words)
            with open(f'/proc/{daemon.pid}/status') as file:
                status = file.read()
            self.assertRegex(status, rf'Uid:\s+{user}\s+{user}\s')
            self.assertRegex(status, rf'Gid:\s+{group}\s+{group}\s')
            self.assertNotRegex(status, r'Groups:\t.*\b0\b')
            self.assertEqual(self.end(daemon), 0)

    @unittest.skipIf(os.geteuid() != 0, 'for others nothing changes')
    def test_says_that_only_root_becomes_another(self):
        os.chmod(self.folder, 0o755)
        os.mkdir(self.path('own'))
        os.chmod(self.path('own'), 0o777)
        done = subprocess.run(['setpriv', '--reuid=nobody', '--clear-groups', '--bounding-set=-all', '--inh-caps=-all', NOONMARKD,
                               '-c', self.config, '--port', str(self.port), '-u', 'daemon', '-p', self.path('own/pid')], capture_output=True, text=True,
                              timeout=30, check=False, env=self.environment())
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn('start it as root, or without -u', done.stderr)
        self.assertEqual(os.listdir(self.path('own')), [])

    def test_says_that_there_is_no_such_user(self):
        for user in ('nosuchuser', 'nobody:nosuchgroup', '54321', '4294967295:1'):
            status, _, errors = self.run_to_end('-c', self.config, '--port', str(self.port), '-u', user)
            self.assertEqual(status, 2, errors)
            self.assertIn(user, errors)

    def test_says_that_there_is_nowhere_to_listen_yet(self):
        daemon, _ = self.start('-I', '192.0.2.200')
        self.assertIn('until it comes only this machine itself is served', self.read('log'))
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(daemon), 0)

    @unittest.skipIf(os.geteuid() != 0, 'only root can make a namespace without a network')
    def test_waits_for_a_network(self):
        config = self.write('ntp.conf', 'server 192.0.2.1 iburst\nserver ntp.example iburst\n')
        done = subprocess.run(['unshare', '--net', 'timeout', '3', NOONMARKD, '-c', config, '--port', str(self.port)],
                              capture_output=True, text=True, timeout=30, check=False, env=self.environment())
        self.assertEqual(done.returncode, 124, done.stderr)     # it went on until it was ended
        self.assertIn('There is no network yet', done.stderr)
        self.assertIn('ntp.example cannot be resolved; it is tried again', done.stderr)

    def test_tells_its_version_and_its_options(self):
        status, words, _ = self.run_to_end('--version')
        self.assertEqual(status, 0)
        self.assertRegex(words, r'^noonmarkd \d+\.\d+\.\d+\n$')
        status, words, _ = self.run_to_end('--help')
        self.assertEqual(status, 0)
        for option in ('-c', '-f', '-g', '-q', '-x', '-n', '-p', '-l', '-u', '-N', '-4', '-6', '-I', '--check', '--port', '--no-clock',
                       '--system-clock', '--seed', '--single-thread', '--workers', '--version', '--help'):
            self.assertRegex(words, rf'(?m)^ +(-\w, )?{option}\b')
        self.assertIn('Exit status: 0 ended when asked to', words)
        self.assertEqual(self.run_to_end('--nonsense')[0], 2)

    def test_answers_in_several_threads(self):
        alone, _ = self.start()
        threads = len(os.listdir(f'/proc/{alone.pid}/task'))
        self.assertEqual(self.end(alone), 0)
        daemon, _ = self.start('--workers', '3')
        self.assertGreaterEqual(len(os.listdir(f'/proc/{daemon.pid}/task')), threads + 2)
        for _ in range(20):     # from as many ports, so that the kernel spreads them
            self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(daemon), 0)
        for words in (['0'], ['65'], ['many'], ['2', '--single-thread', '--seed', '7']):
            self.assertEqual(self.run_to_end('-c', self.config, '--workers', *words)[0], 2, words)

    @unittest.skipIf(os.geteuid() != 0 or shutil.which('unshare') is None, 'only root makes namespaces everywhere')
    def test_ends_rather_than_to_set_the_system_clock_by_an_hour(self):
        """In a user namespace the kernel lets nobody set the machine's clock, whatever rights a process seems to have."""
        self.write('ntp.conf', 'server 127.0.0.1 iburst minpoll 4\nrestrict default\n')
        os.chmod(self.folder, 0o755)
        run = (f'ip link set lo up && {{ {sys.executable} -B {os.path.dirname(os.path.abspath(__file__))}/steering.py --serve 3600 & }} && '
               f'exec timeout 60 {NOONMARKD} -c {self.config} --port 11123 --system-clock "$@"')
        contained = ['setpriv', '--bounding-set=-sys_time', '--inh-caps=-sys_time', 'unshare', '--user', '--map-root-user', '--net',
                     '--pid', '--fork', '--kill-child', 'sh', '-c', run, 'sh']
        probe = subprocess.run([*contained[:9], 'true'], capture_output=True, text=True, check=False)
        if probe.returncode != 0:
            self.skipTest(f'no user namespaces here: {probe.stderr.strip()}')
        before = time.time() - time.monotonic()
        done = subprocess.run(contained, capture_output=True, text=True, timeout=90, check=False, env=self.environment())
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertRegex(done.stderr, 'would need a correction of .*: that is beyond the panic threshold')
        self.assertIn('too far off to be set unasked: check it, or allow it once with -g', done.stderr)
        self.assertLess(abs(time.time() - time.monotonic() - before), 0.1)

    def test_checks_a_file(self):
        self.write('ntp.conf', 'servre 192.0.2.1\n')
        status, findings, _ = self.run_to_end('--check', '-c', self.config)
        self.assertEqual(status, 1)
        self.assertRegex(findings, rf'(?m)^{re.escape(self.config)}:1:1: .* \[unknown-directive\]$')
        self.assertEqual(self.run_to_end('--check', '-c', self.path('nothing'))[0], 2)

    @unittest.skipIf(os.geteuid() != 0, 'only root can give up the right')
    def test_says_that_a_port_needs_permission(self):
        os.chmod(self.folder, 0o755)
        done = subprocess.run(['setpriv', '--reuid=nobody', '--clear-groups', '--bounding-set=-all', '--inh-caps=-all', NOONMARKD,
                               '-c', self.config, '--port', '123'], capture_output=True, text=True, timeout=30, check=False,
                              env=self.environment())
        with open('/proc/sys/net/ipv4/ip_unprivileged_port_start') as file:
            allowed = int(file.read()) <= 123
        if not allowed:
            self.assertEqual(done.returncode, 4, done.stderr)
            self.assertRegex(done.stderr, 'may not open the port UDP 123: .*CAP_NET_BIND_SERVICE')

    @unittest.skipIf(os.geteuid() != 0, 'root reads everything')
    def test_says_that_a_file_may_not_be_read(self):
        os.chmod(self.folder, 0o755)
        os.chmod(self.config, 0)
        done = subprocess.run(['setpriv', '--reuid=nobody', '--clear-groups', '--bounding-set=-all', '--inh-caps=-all', NOONMARKD,
                               '-c', self.config, '--port', str(self.port)], capture_output=True, text=True, timeout=30,
                              check=False, env=self.environment())
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(self.config, done.stderr)

    def test_options_go_before_the_file(self):
        for name in ('theirs', 'ours'):
            os.mkdir(self.path(name))
        self.write('ntp.conf', LOCAL_CLOCK + f'logfile {self.path("theirs/log")}\npidfile {self.path("theirs/pid")}\n'
                   f'driftfile {self.path("theirs/drift")}\n')
        daemon, _ = self.start('-l', self.path('ours/log'), '-p', self.path('ours/pid'), '-f', self.path('ours/drift'), '-n')
        self.assertEqual(int(self.read('ours/pid')), daemon.pid)
        self.assertIn('serves time', self.read('ours/log'))
        self.end(daemon)
        self.assertEqual(os.listdir(self.path('theirs')), [])
        self.assertEqual(self.read('log'), '')

    def test_runs_before_others_where_it_may(self):
        daemon, _ = self.start('-N')
        policy, nice = os.sched_getscheduler(daemon.pid) & ~os.SCHED_RESET_ON_FORK, os.getpriority(os.PRIO_PROCESS, daemon.pid)
        if os.geteuid() == 0:
            self.assertTrue(policy == os.SCHED_FIFO or nice < 0, (policy, nice))
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(daemon), 0)

    def test_is_an_orphan_where_told(self):
        self.write('ntp.conf', 'tos orphan 7 orphanwait 1\nserver 127.0.0.7\nrestrict default\n')
        daemon, _ = self.start()
        for _ in range(100):
            answer = ask(self.port)
            if answer[1] == 7:
                break
            time.sleep(0.1)
        self.assertEqual((answer[0] >> 6, answer[1], answer[12:16]), (0, 7, bytes([127, 0, 0, 1])))
        self.assertEqual(self.end(daemon), 0)

    def test_serves_a_leap_second_smeared(self):
        now = time.time() + 2_208_988_800
        leap = int(now) + 1800      # half of the interval is over
        self.write('leap', leap_list(leap, expires=leap + 10_000_000))
        self.write('ntp.conf', LOCAL_CLOCK + f'leapfile {self.path("leap")}\nleapsmearinterval 3600\n')
        daemon, _ = self.start('--no-clock')
        for _ in range(100):
            answer = ask(self.port)
            if answer[0] >> 6 != 3:
                break
            time.sleep(0.1)
        self.assertEqual(answer[0] >> 6, 0, 'who smears announces nothing')
        self.assertEqual(answer[12], 254, answer[12:16])
        seconds, fraction = struct.unpack('>II', answer[40:48])
        offset = seconds + fraction / 2**32 - 2_208_988_800 - time.time()
        self.assertAlmostEqual(offset, -0.5, delta=0.01)
        told = int.from_bytes(answer[13:16], 'big') / 2**22
        self.assertAlmostEqual(told - 4 if told >= 2 else told, -0.5, delta=0.01)
        self.write('ntp.conf', LOCAL_CLOCK + f'leapfile {self.path("leap")}\n')
        daemon.send_signal(signal.SIGHUP)
        for _ in range(100):
            answer = ask(self.port)
            if answer[12] != 254:
                break
            time.sleep(0.1)
        self.assertNotEqual(answer[12], 254)
        self.assertEqual(self.end(daemon), 0)

    def test_speaks_to_the_journal(self):
        daemon, _ = self.start(JOURNAL_STREAM='1:1')
        self.end(daemon)
        lines = self.read('log').splitlines()
        self.assertTrue(lines and all(re.match(r'<[3-6]>\S', line) for line in lines), lines)

    def test_keeps_a_log_file(self):
        self.write('ntp.conf', LOCAL_CLOCK + f'logfile {self.path("ntp.log")}\n')
        daemon, _ = self.start()
        self.end(daemon)
        self.assertRegex(self.read('ntp.log'), r'^\d{4}-\d\d-\d\dT[\d:.]+Z noonmarkd\[\d+\]: ')
        self.assertEqual(self.read('log'), '')


CAP_NET_BIND_SERVICE = 10
CAP_SYS_TIME = 25


def capabilities(pid):
    with open(f'/proc/{pid}/status') as file:
        status = file.read()
    return int(re.search(r'CapEff:\s+([0-9a-f]+)', status)[1], 16) | int(re.search(r'CapPrm:\s+([0-9a-f]+)', status)[1], 16)


if __name__ == '__main__':
    unittest.main()
