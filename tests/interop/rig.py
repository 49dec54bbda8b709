# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts, cables and daemons for interoperation tests: network namespaces of this machine, gone when the test ends.

No daemon here can touch the machine's clock: all run without CAP_SYS_TIME, and no namespace has a way out.
"""
import contextlib
import hashlib
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
NO_CLOCK = ['setpriv', '--bounding-set=-sys_time,-sys_boot,-sys_module', '--inh-caps=-sys_time', '--no-new-privs']


def skip(sentence):
    print('SKIPPED:', sentence)
    sys.exit(SKIPPED)


def stock_programs(folder):
    """The stock daemons' paths by name, or a skipped test."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'stock.sh')
    done = subprocess.run([script, folder], capture_output=True, text=True, check=False)
    if done.returncode == SKIPPED:
        skip(done.stderr.strip().splitlines()[-1])
    if done.returncode != 0:
        sys.exit(f'stock.sh failed:\n{done.stderr}')
    return dict(line.split('=', 1) for line in done.stdout.splitlines())


def require_namespaces():
    if os.geteuid() != 0:
        skip('network namespaces need root.')
    for tool in ('ip', 'setpriv'):
        if shutil.which(tool) is None:
            skip(f'{tool} is not installed.')
    name = f'nm{os.getpid()}probe'
    made = subprocess.run(['ip', 'netns', 'add', name], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        skip(f'this machine allows no network namespaces: {made.stderr.strip()}')
    entered = subprocess.run(['ip', '-n', name, 'link'], capture_output=True, text=True, check=False)
    subprocess.run(['ip', 'netns', 'del', name], check=False)
    if entered.returncode != 0:  # in a chroot whose root is no mount point
        skip(f'a network namespace cannot be entered here: {entered.stderr.strip()}')


class Rig(contextlib.AbstractContextManager):
    """All hosts of one test, and the stock daemons if they are fetched into a folder `stock`; where there can be none, the test
    is skipped. Use it in a `with`: what it made is unmade, whatever happens."""

    def __init__(self, stock=None):
        require_namespaces()
        self.programs = stock_programs(stock) if stock else {'PATH_OF_TOOLS': '/usr/bin', 'PYTHONPATH': '', 'LD_LIBRARY_PATH': ''}
        self.folder = tempfile.mkdtemp(prefix='noonmark-interop-')
        os.chmod(self.folder, 0o755)
        self.hosts = []
        self.processes = []
        self.started = time.monotonic()
        self.failed = False

    def __exit__(self, kind, error, trace):
        self.failed = kind is not None
        if self.failed:
            self.show_logs()
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for host in self.hosts:
            subprocess.run(['ip', 'netns', 'del', host.namespace], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        return False

    def host(self, name):
        host = Host(self, name)
        self.hosts.append(host)
        return host

    def say(self, text):
        print(f'[{time.monotonic() - self.started:6.1f} s] {text}', flush=True)

    def show_logs(self):
        for host in self.hosts:
            for name in sorted(os.listdir(host.folder)):
                if not name.endswith('.log'):
                    continue
                with open(os.path.join(host.folder, name), errors='replace') as log:
                    lines = log.read().splitlines()[-40:]
                print(f'--- {host.name}: {name}')
                print('\n'.join(lines))

    def wait(self, what, condition, seconds):
        """Polls until condition() gives something true, and returns that."""
        end = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                self.say(what)
                return value
            if time.monotonic() > end:
                raise AssertionError(f'not within {seconds} s: {what}')
            for process in self.processes:
                if process.poll() is not None:
                    raise AssertionError(f'{process.args} ended with status {process.returncode}')
            time.sleep(0.5)


class Host:
    """One network namespace with a folder of its own."""

    def __init__(self, rig, name):
        self.rig = rig
        self.name = name
        self.namespace = f'nm{os.getpid()}{name}'
        self.folder = os.path.join(rig.folder, name)
        os.mkdir(self.folder, 0o750)
        run('ip', 'netns', 'add', self.namespace)
        self.ip('link', 'set', 'lo', 'up')

    def ip(self, *words):
        run('ip', '-n', self.namespace, *words)

    def address(self, address, device):
        # Looking for a double of a v6 address takes seconds, and there is none.
        self.ip('address', 'add', address, 'dev', device, *(['nodad'] if ':' in address else []))

    def bridge(self, name, address):
        # A bridge without an address of its own takes that of a cable, and another one when the next cable comes: whoever
        # knows the old one by ARP then talks to nobody for half a minute.
        self.ip('link', 'add', name, 'address', '02:00:00:00:00:01', 'type', 'bridge', 'forward_delay', '0')
        self.address(address, name)
        self.ip('link', 'set', name, 'up')

    def plug_into(self, other, bridge, address):
        """A cable from here (eth0) into a bridge of another host."""
        port = f'p-{self.name}'
        self.ip('link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', port, 'netns', other.namespace)
        other.ip('link', 'set', port, 'master', bridge)
        other.ip('link', 'set', port, 'up')
        self.address(address, 'eth0')
        self.ip('link', 'set', 'eth0', 'up')

    def unplug(self):
        self.ip('link', 'set', 'eth0', 'down')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w') as file:
            file.write(text)
        return self.path(name)

    def command(self, *words):
        return ['ip', 'netns', 'exec', self.namespace, *NO_CLOCK, *words]

    def environment(self):
        programs = self.rig.programs
        own = {'PATH': programs['PATH_OF_TOOLS'] + ':/usr/sbin:/usr/bin:/sbin:/bin', 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'}
        own.update({name: programs[name] for name in ('PYTHONPATH', 'LD_LIBRARY_PATH')})
        return own

    def start(self, *words):
        """A daemon, with its words in a log of the host's folder."""
        log = open(self.path(os.path.basename(words[0]) + '.log'), 'ab')
        process = subprocess.Popen(self.command(*words), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                   env=self.environment(), cwd=self.folder)
        log.close()
        self.rig.processes.append(process)
        return process

    def start_chronyd(self, *lines):
        """With a control socket of its own, and never a control port: it serves and asks, and sets nothing."""
        config = self.write('chrony.conf', '\n'.join([
            *lines, f'bindcmdaddress {self.path("chronyd.sock")}', 'cmdport 0', f'pidfile {self.path("chronyd.pid")}', '']))
        return self.start(self.rig.programs['CHRONYD'], '-x', '-d', '-u', 'root', '-f', config)

    def read_by_ntpd(self, config):
        """What the stock ntpd says while it reads a file. The log is the host's, so each reading begins with an empty one."""
        log = self.path('ntpd.log')
        if os.path.exists(log):
            os.remove(log)
        daemon = self.start(self.rig.programs['NTPD'], '-n', '-c', config, '-p', self.path('ntpd.pid'))
        end = time.monotonic() + 20
        said = ''
        while 'MRU' not in said:  # it says that behind all lines of the files
            check(time.monotonic() < end and daemon.poll() is None, f'ntpd reads {config}', said)
            time.sleep(0.05)
            with open(log, errors='replace', encoding='utf-8') as file:
                said = file.read()
        time.sleep(0.2)  # what it says of sources comes at once behind that
        daemon.terminate()
        daemon.wait(10)
        self.rig.processes.remove(daemon)
        with open(log, errors='replace', encoding='utf-8') as file:
            return file.read()

    def ask(self, *words, seconds=15):
        """A tool's standard output and status."""
        try:
            done = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=seconds,
                                  env=self.environment(), cwd=self.folder, check=False)
        except subprocess.TimeoutExpired:
            return '', -1
        return done.stdout + done.stderr, done.returncode


def leap_list(*later, expires, hash_is_right=True):
    """The text of a leap-seconds.list; `later` are leap seconds after that of 2017, in NTP seconds."""
    data = [(2_272_060_800, 10), (3_692_217_600, 37)] + [(at, 38 + i) for i, at in enumerate(later)]
    digits = f'3676924800{expires}' + ''.join(f'{at}{tai}' for at, tai in data)
    words = list(struct.unpack('>5I', hashlib.sha1(digits.encode()).digest()))
    if not hash_is_right:
        words[2] ^= 1
    return (f'#$\t3676924800\n#@\t{expires}\n' + ''.join(f'{at}\t{tai}\n' for at, tai in data) +
            '#h\t' + ' '.join(f'{word:x}' for word in words) + '\n')


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f'{" ".join(words)}: {done.stderr.strip()}')


def check(condition, sentence, evidence=''):
    if not condition:
        raise AssertionError(f'{sentence}\n{evidence}')
