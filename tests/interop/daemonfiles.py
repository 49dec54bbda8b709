#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""daemonfiles.py NOONMARKD: the files that noonmarkd writes and reads beside its configuration, what it renounces, and the
one thread of --single-thread. Needs no network; what needs root is skipped without it.
"""
import os
import re
import shutil
import signal
import stat
import subprocess
import time
import unittest

import daemon
from daemon import LOCAL_CLOCK, ask
from rig import leap_list

EXPIRED = 3_900_000_000     # 2023, NTP seconds
VALID = 4_291_747_200       # 2036


class DaemonFiles(daemon.DaemonCase):
    def wait_for(self, what, condition, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), end, f'{what}\n{self.read("log")}')
            time.sleep(0.1)

    def status(self, process, field):
        with open(f'/proc/{process.pid}/status') as file:
            return next(line.split()[1] for line in file if line.startswith(field + ':'))

    def test_writes_statistics_and_links_them(self):
        folder = self.path('stats')
        os.mkdir(folder)
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'statsdir {folder}/\nfilegen protostats type day link\n'
                                 'filegen loopstats disable\n')
        process, _ = self.start()
        plain = os.path.join(folder, 'protostats')
        self.wait_for('the local clock is chosen', lambda: os.path.exists(plain) and 'sys_peer' in self.read(plain))
        lines = self.read(plain).splitlines()
        for line in lines:
            self.assertRegex(line, r'^\d{5} \d{1,5}\.\d{3} [0-9.]+ [0-9a-f]{4} [0-9a-f]{2} \w+')
        self.assertTrue(any(re.search(r'127\.127\.1\.0 \w{4} 8a sys_peer$', line) for line in lines), lines)
        generations = [name for name in os.listdir(folder) if re.fullmatch(r'protostats\.\d{8}', name)]
        self.assertEqual(len(generations), 1)
        self.assertTrue(os.path.samefile(plain, os.path.join(folder, generations[0])))
        self.assertEqual(self.end(process), 0)

    def test_a_folder_that_is_missing_is_told_once(self):
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'statsdir {self.path("none")}/\nstatistics protostats\n')
        process, _ = self.start()
        self.wait_for('lost statistics are told', lambda: 'Statistics are lost' in self.read('log'))
        time.sleep(1)
        self.assertEqual(self.read('log').count('Statistics are lost'), 1)
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(process), 0)

    def test_follows_a_log_rotator(self):
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'logfile {self.path("own.log")}\n')
        process, manager = self.start()
        os.rename(self.path('own.log'), self.path('own.log.1'))
        self.reload(manager, process)
        self.assertIn('serves time', self.read('own.log'))
        self.assertEqual(self.end(process), 0)

    @unittest.skipUnless(os.geteuid() == 0, 'only root is tempted by the links of others')
    def test_writes_through_no_link(self):
        """CVE-2020-14367: files are opened while the daemon is still root."""
        self.write('victim', 'root:x:0:0\n')
        os.mkdir(self.path('theirs'))
        os.chown(self.path('theirs'), 65534, 65534)
        for name in ('log', 'pid', 'drift'):
            os.symlink(self.path('victim'), self.path(f'theirs/{name}'))
        self.config = self.write('ntp.conf', LOCAL_CLOCK + ''.join(
            f'{name}file {self.path("theirs")}/{name}\n' for name in ('log', 'pid', 'drift')))
        process, _ = self.start()
        self.assertIn('theirs/log', self.read('log'), 'it says that it cannot write there')
        self.assertIn('theirs/pid is not written: something else is in it', self.read('log'))
        self.assertEqual(self.end(process), 0)
        self.assertEqual(self.read('victim'), 'root:x:0:0\n')

    def test_a_pidfile_named_by_mistake_loses_nothing(self):
        self.write('precious', 'server 192.0.2.1\n')
        os.mkfifo(self.path('pipe'))
        os.mkdir(self.path('folder'))
        places = {'precious': 'something else is in it', 'pipe': 'no regular file', 'folder': 'no regular file'}
        if os.geteuid() == 0:
            os.mknod(self.path('full'), 0o666 | stat.S_IFCHR, os.makedev(1, 7))
            places['full'] = 'no regular file'
        for name, told in places.items():
            before = os.lstat(self.path(name))
            process, _ = self.start('-p', self.path(name), '-f', self.path(name))
            self.assertRegex(self.read('log'), rf'/{name} is not written: .*{told}.*Name another file')
            self.assertEqual(self.end(process), 0)
            after = os.lstat(self.path(name))
            self.assertEqual((before.st_ino, before.st_mode, before.st_size), (after.st_ino, after.st_mode, after.st_size))
        self.assertEqual(self.read('precious'), 'server 192.0.2.1\n')

    def test_leaves_the_pidfile_to_the_daemon_that_wrote_it_last(self):
        first, _ = self.start('-p', self.path('pid'))
        self.port = daemon.free_port()
        second, _ = self.start('-p', self.path('pid'))
        self.assertEqual(self.end(first), 0)
        self.assertEqual(int(self.read('pid')), second.pid)
        self.assertEqual(self.end(second), 0)
        self.assertFalse(os.path.exists(self.path('pid')))

    def test_ends_once_however_often_it_is_told(self):
        os.mkdir(self.path('stats'))
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'statsdir {self.path("stats")}/\nstatistics sysstats\n')
        process, _ = self.start()
        for number in (signal.SIGSTOP, signal.SIGINT, signal.SIGTERM, signal.SIGCONT):
            process.send_signal(number)
        self.assertEqual(process.wait(10), 0)
        self.assertEqual(self.read('log').count('Ends.'), 1)
        self.assertEqual(self.read('stats/sysstats').count('\n'), 1)
        self.assertEqual(len(os.listdir(self.path('stats'))), 2)

    def test_a_pidfile_that_the_file_moves_moves(self):
        self.write('ntp.conf', LOCAL_CLOCK + f'pidfile {self.path("one")}\n')
        process, manager = self.start()
        self.write('ntp.conf', LOCAL_CLOCK + f'pidfile {self.path("two")}\n')
        self.reload(manager, process)
        self.assertFalse(os.path.exists(self.path('one')))
        self.assertEqual(int(self.read('two')), process.pid)
        self.assertEqual(self.end(process), 0)
        self.assertFalse(os.path.exists(self.path('two')))

    def tells(self, process, manager, pattern):
        """What SIGHUP adds to the log."""
        before = len(self.read('log'))
        self.reload(manager, process)
        self.assertRegex(self.read('log')[before:], pattern)

    def test_names_the_lines_that_it_does_not_read(self):
        lines = {'servre 192.0.2.1': '"servre" is not a directive', 'server': 'missing behind "server"',
                 'server 127.0.0.7 stratm 3': 'does not know the word "stratm"', 'tos orphan': 'missing behind "orphan"',
                 'restrict 999.1.1.1': '"999.1.1.1" is not a valid address', 'server 127.0.0.7': 'already a source in line',
                 'server 127.0.0.8 minpoll abc': '"abc" is none', 'tinker step x': '"x" is none',
                 'server 127.0.0.9 nts iburst': 'NTS, which our engine does not do',
                 'filegen loopstats file ../x': 'does not use the name "../x"'}
        self.config = self.write('ntp.conf', LOCAL_CLOCK)
        process, manager = self.start()
        self.assertNotIn('ntp.conf:', self.read('log'))
        self.write('ntp.conf', LOCAL_CLOCK + ''.join(line + '\n' for line in lines))
        self.tells(process, manager, 'ntp.conf:4: ')
        told = self.read('log')
        for number, sentence in enumerate(lines.values(), 4):
            self.assertRegex(told, rf'ntp\.conf:{number}: .*{re.escape(sentence)}')
        self.assertEqual(set(daemon.associations(self.port)), {'127.127.1.0', '127.0.0.7'})
        self.write('ntp.conf', LOCAL_CLOCK + 'servre x\n' * 25)
        self.tells(process, manager, '15 more lines like these; all of them: noonmarkd --check -c ')
        self.assertNotIn('ntp.conf:14:', self.read('log').split('Runs ')[-2])
        self.assertEqual(self.end(process), 0)

    def test_says_that_a_file_is_no_text(self):
        for name, text, told in (('cr', b'server 127.0.0.7\rserver 127.0.0.8\r', 'whole file as one single line'),
                                 ('utf16', 'server 127.0.0.7\n'.encode('utf-16'), 'NUL byte'),
                                 ('noise', bytes(range(1, 256)) * 20, 'not ASCII')):
            self.config = self.path(name)
            with open(self.config, 'wb') as file:
                file.write(text)
            process, _ = self.start()
            self.assertRegex(self.read('log'), rf'{name}:\d+: .*{told}')
            self.assertEqual(self.end(process), 0)

    def test_names_the_keys_that_are_of_no_use(self):
        lines = ['1 SHA1 goodsecret', '2 FOO unknownsecret', '7 MD5', '0 MD5 zerosecret', '70000 MD5 farsecret',
                 '9 SHA1 ' + 'hexsecret' * 4, '10 SHA1 usersecret 192.0.2.0/99']
        self.write('keys', ''.join(line + '\n' for line in lines))
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'keys {self.path("keys")}\ntrustedkey 1\n')
        process, manager = self.start()
        told = self.read('log')
        for number in range(2, 8):
            self.assertRegex(told, rf'keys:{number}: ')
        self.assertNotIn('keys:1:', told)
        self.assertNotIn('secret', told)
        self.write('keys', lines[0] + '\n' + lines[1] + '\n')
        self.tells(process, manager, r'keys:2: .*FOO')
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(process), 0)
        process, _ = self.start('-l', self.path('own.log'))
        self.assertRegex(self.read('own.log'), r'keys:2: .*FOO')
        self.assertEqual(self.end(process), 0)

    @unittest.skipUnless(os.geteuid() == 0, 'only root can become another user')
    def test_says_at_start_what_the_user_that_it_becomes_can_not_reach(self):
        os.chmod(self.folder, 0o755)
        os.mkdir(self.path('stats'))
        for name, text in (('own.log', 'of yesterday\n'), ('keys', '1 SHA1 secret\n'), ('leap', leap_list(expires=VALID))):
            self.write(name, text)
            os.chmod(self.path(name), 0o600)
        self.config = self.write('ntp.conf', LOCAL_CLOCK + ''.join(line + '\n' for line in (
            f'keys {self.path("keys")}', f'leapfile {self.path("leap")}', f'driftfile {self.path("drift")}',
            f'statsdir {self.path("stats")}/', 'statistics sysstats loopstats', f'pidfile {self.path("hidden/pid")}')))
        os.mkdir(self.path('hidden'), 0o700)
        process, manager = self.start('-u', 'nobody', '-l', self.path('own.log'))
        told = self.read('own.log')
        for pattern in (r'/keys was read, but .* may not read it again', r'/leap was read, but', r'/own\.log is open, but .*SIGHUP',
                        r'/drift cannot be written: .*Give that user the folder', r'/pid stays behind',
                        r'Statistics are lost: \S+/sysstats\.\d+ cannot be written: .*Give that user the folder',
                        r'Statistics are lost: \S+/loopstats\.\d+ cannot be written'):
            self.assertRegex(told, pattern)
        os.rename(self.path('own.log'), self.path('own.log.1'))
        self.reload(manager, process)
        self.assertRegex(self.read('log'), r'own\.log cannot be written: Permission denied\. The log goes on here')
        self.assertIn('serves time', self.read('log'))
        os.chmod(self.folder, 0o777)    # as soon as it can be written it is
        self.reload(manager, process)
        self.assertIn('serves time', self.read('own.log'))
        self.assertEqual(self.end(process), 0)

    @unittest.skipUnless(os.geteuid() == 0, 'only root can become another user')
    def test_says_at_hangup_what_its_user_can_not_reach(self):
        os.chmod(self.folder, 0o755)
        os.mkdir(self.path('own'))
        os.chown(self.path('own'), 65534, 65534)
        self.write('ntp.conf', LOCAL_CLOCK + f'driftfile {self.path("own/drift")}\n')
        process, manager = self.start('-u', 'nobody', '-p', self.path('own/pid'))
        self.assertNotRegex(self.read('log'), 'cannot be written|stays behind')
        self.write('ntp.conf', LOCAL_CLOCK + f'driftfile {self.path("drift")}\n')
        os.chown(self.path('own'), 0, 0)
        self.tells(process, manager, r'/drift cannot be written: .*Give that user the folder')
        self.assertRegex(self.read('log'), r'own/pid stays behind')
        self.assertEqual(self.end(process), 0)

    @unittest.skipUnless(os.geteuid() == 0, 'only root can become another user')
    def test_makes_files_that_the_user_that_it_becomes_can_open_again(self):
        os.chmod(self.folder, 0o755)
        own = self.path('own')
        os.mkdir(own)
        os.chown(own, 65534, 65534)
        self.config = self.write('ntp.conf', LOCAL_CLOCK + ''.join(line + '\n' for line in (
            f'driftfile {own}/drift', f'statsdir {own}/', 'filegen protostats type none enable', f'pidfile {own}/pid')))
        process, manager = self.start('-u', '65534', '-l', f'{own}/log')
        for name in ('log', 'protostats'):
            self.assertEqual(os.stat(f'{own}/{name}').st_uid, 65534, name)
        self.assertIn('restart', self.read('own/protostats'), 'what happened before is not lost')
        self.assertNotRegex(self.read('own/log'), 'cannot|may not|lost')
        self.assertEqual(self.end(process), 0)
        self.assertEqual(sorted(os.listdir(own)), ['log', 'protostats'])

    def test_goes_on_when_the_log_cannot_be_written(self):
        process, _ = self.start('-l', '/dev/full')
        self.assertEqual(self.read('log').count('No space left on device. The log goes on here'), 1)
        self.assertIn('serves time', self.read('log'))
        self.assertEqual(self.end(process), 0)
        os.mkfifo(self.path('pipe'))
        process, _ = self.start('-l', self.path('pipe'))
        self.assertRegex(self.read('log'), r'/pipe cannot be written: .*\. The log goes on here')
        self.assertEqual(self.end(process), 0)

    def test_tells_of_drift_files_that_are_of_no_use(self):
        for text in ('99999\n', 'abc\n', 'nan\n', ''):
            self.write('drift', text)
            process, _ = self.start('-f', self.path('drift'))
            self.assertRegex(self.read('log'), r'/drift is of no use and ignored')
            self.assertNotIn('taken from the drift file', self.read('log'))
            self.assertEqual(self.end(process), 0)
        self.write('drift', '-12.5\n')
        process, _ = self.start('-f', self.path('drift'))
        self.assertIn('taken from the drift file', self.read('log'))
        self.assertNotIn('of no use', self.read('log'))
        self.assertEqual(self.end(process), 0)
        process, _ = self.start('-f', self.folder)
        self.assertRegex(self.read('log'), 'is not written: it is no regular file')
        self.assertEqual(self.end(process), 0)

    def test_logconfig_tells_the_classes_that_are_wanted(self):
        sentences = {'sys': 'The engine started', 'peer': 'The own clock 127.127.1.0 stands by', 'sync': '127.127.1.0 is followed now'}
        for items, told in (('=sysall', {'sys'}), ('=peerall', {'peer'}), ('=syncall', {'sync'}), ('=sysevents +peerstatus', {'sys', 'peer'}),
                            ('=allall', {'sys', 'peer', 'sync'}), ('=allall -syncall', {'sys', 'peer'}), ('=sysall =bogus', {'sys'}),
                            ('=syncall +bogus', {'sync'})):
            self.config = self.write('ntp.conf', LOCAL_CLOCK + f'logconfig {items}\n')
            process, _ = self.start()
            self.wait_for('the local clock is chosen', lambda: ask(self.port)[1] == 11)
            self.assertEqual(self.end(process), 0)
            log = self.read('log')
            self.assertEqual({name for name, sentence in sentences.items() if sentence in log}, told, f'{items}\n{log}')

    def test_reads_a_changed_leap_file_at_hangup(self):
        self.write('leap', leap_list(expires=VALID))
        self.config = self.write('ntp.conf', LOCAL_CLOCK + f'leapfile {self.path("leap")}\n')
        process, manager = self.start()
        before = daemon.control(self.port, 2, data=b'expire,tai')
        self.assertRegex(before, rb'expire=\S')
        self.write('leap', leap_list(VALID, expires=VALID + 86_400 * 365))
        self.reload(manager, process)
        self.assertNotEqual(daemon.control(self.port, 2, data=b'expire,tai'), before)
        self.assertEqual(self.end(process), 0)

    def test_logconfig_keeps_silence(self):
        self.config = self.write('ntp.conf', LOCAL_CLOCK + 'logconfig =sysinfo\n')
        process, _ = self.start()
        time.sleep(1)
        self.assertNotIn('127.127.1.0', self.read('log'))
        self.assertEqual(self.end(process), 0)

    def test_tells_of_leap_files_that_are_of_no_use(self):
        for text, told in ((leap_list(expires=EXPIRED), 'expired on 2023'),
                           (leap_list(expires=VALID, hash_is_right=False), 'hash is wrong'),
                           ('no list', 'no list of leap seconds')):
            self.write('leap', text)
            self.config = self.write('ntp.conf', LOCAL_CLOCK + f'leapfile {self.path("leap")}\n')
            process, _ = self.start()
            self.assertIn(told, self.read('log'))
            self.assertEqual(self.end(process), 0)
        self.write('leap', leap_list(expires=VALID))
        process, _ = self.start()
        self.assertNotIn('leap', self.read('log'))
        self.assertEqual(self.end(process), 0)

    def test_has_no_rights_that_it_does_not_need(self):
        process, _ = self.start()
        self.assertEqual(self.status(process, 'NoNewPrivs'), '1')
        if 'asan' not in daemon.NOONMARKD and 'tsan' not in daemon.NOONMARKD:
            self.assertEqual(self.status(process, 'Seccomp'), '2')
        self.assertEqual(int(self.status(process, 'CapEff'), 16) & 1 << 25, 0)  # CAP_SYS_TIME
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(self.end(process), 0)

    def test_feeds_the_watchdog(self):
        process, manager = self.start(WATCHDOG_USEC='400000')
        for _ in range(3):
            self.hear(manager, process, b'WATCHDOG=1')
        self.assertEqual(self.end(process), 0)

    def test_refuses_options_that_make_no_sense_together(self):
        for words in (['--single-thread'], ['-I', 'no such thing']):
            self.assertEqual(self.run_to_end('-c', self.config, *words)[0], 2, words)

    def test_listens_at_an_interface_by_its_name(self):
        for place, is_there in (('lo', True), ('127.0.0.1', True), ('192.0.2.77', False), ('nosuch0', False)):
            process, _ = self.start('-I', place)
            self.assertEqual(len(ask(self.port)), 48)
            self.assertEqual('Nothing of what it should listen at is there yet' in self.read('log'), not is_there, place)
            self.assertEqual(self.end(process), 0)

    def test_one_thread_makes_plain_calls_only(self):
        process, _ = self.start('--single-thread', '--seed', '7')
        self.assertEqual(len(ask(self.port)), 48)
        self.assertEqual(os.listdir(f'/proc/{process.pid}/task'), [str(process.pid)])
        kinds = [os.readlink(f'/proc/{process.pid}/fd/{fd}') for fd in os.listdir(f'/proc/{process.pid}/fd')]
        self.assertFalse([kind for kind in kinds if 'signalfd' in kind or 'timerfd' in kind or 'eventpoll' in kind], kinds)
        self.end(process)

    def test_one_thread_repeats_itself_from_its_seed(self):
        self.write('ntp.conf', LOCAL_CLOCK + 'server 127.0.0.7\nserver 127.0.0.8\n')
        told = []
        for seed in ('7', '7', '8'):
            process, _ = self.start('--single-thread', '--seed', seed)
            told.append(daemon.associations(self.port))
            process.kill()      # it has no signal descriptor
            process.wait()
        self.assertEqual(told[0], told[1])
        self.assertNotEqual(told[0], told[2])

    @unittest.skipIf(shutil.which('strace') is None, 'strace is not installed')
    def test_one_thread_calls_what_simulators_replace(self):
        trace = self.path('trace')
        words = [shutil.which('strace'), '-f', '-o', trace, '-e', 'trace=%network,clone,clone3,signalfd4,timerfd_create',
                 daemon.NOONMARKD, '-c', self.config, '--port', str(self.port), '--single-thread', '--seed', '7']
        with open(self.path('log'), 'wb') as log:
            process = subprocess.Popen(words, stderr=log, env=self.environment(),
                                       start_new_session=True)
        try:
            self.wait_for('it serves', lambda: 'serves time' in self.read('log'))
            for _ in range(3):
                self.assertEqual(len(ask(self.port)), 48)
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # strace itself waits for its child
            process.wait(10)
        calls = self.read('trace')
        self.assertIn('socket(AF_INET, SOCK_DGRAM, IPPROTO_IP)', calls)
        self.assertIn('recvmsg(', calls)
        self.assertIn('sendto(', calls)
        for name in ('recvmmsg', 'sendmmsg', 'sendmsg(', 'setsockopt', 'clone', 'signalfd4', 'timerfd_create', 'AF_INET6'):
            self.assertNotIn(name, calls)


if __name__ == '__main__':
    unittest.main()
