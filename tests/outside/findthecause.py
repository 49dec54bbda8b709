#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""findthecause.py PROGRAM OUTPUT-FOLDER: looks at a daemon on another host, finds why a source is rejected, goes back to
yesterday's step, reads its cause, and exports the picture - in English, then in Chinese and dark, with mouse and keys only."""
import json
import os
import socket
import sqlite3
import struct
import sys
import threading
import time

from story import Story

WORDS = {
    'en': dict(sources='Sources', log='Log', why='its root distance of 2.10 s is too large', offset='Offset', day='24 h',
               details='Details', close='Close', step='The clock was stepped by', save='Save chart', file='~File name',
               shows='~^Show$', statistics='Statistics of the visible span', variables='Variables of the source'),
    'zh_CN': dict(sources='时间源', log='日志', why=None, offset='偏移', day='24 小时', details='~^详情', close=None,
                  step=None, save=None, file='~文件名', shows=None, statistics=None, variables=None),
}


class Daemon(threading.Thread):
    """Answers mode 6 as ntpd does: a good source, and one whose root distance is too large."""
    SYSTEM = ('leap=0, stratum=2, precision=-24, rootdelay=0.351, rootdisp=1.251, refid=192.0.2.1, tc=6, peer=1, '
              'offset=0.021, frequency=-3.517, sys_jitter=0.012, clk_jitter=0.004, version="ntpd 4.2.8p15", clk_wander=0.002, ')
    PEER = ('srcadr=192.0.2.{id}, srcport=123, dstadr=192.0.2.100, dstport=123, leap=0, stratum=1, precision=-24, '
            'rootdelay=0.2, rootdisp={disp}, refid=GPS, reach=0xff, unreach=0, hmode=3, pmode=4, hpoll=6, ppoll=6, '
            'headway=0, flash={flash}, keyid=0, offset={offset}, delay=0.412, dispersion=0.9, jitter=0.031, ')

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(('127.0.0.1', 0))
        self.port = self.socket.getsockname()[1]
        self.start()

    def run(self):
        while True:
            question, asker = self.socket.recvfrom(2048)
            if len(question) >= 12 and question[0] & 7 == 6:
                self.socket.sendto(self.answer(question), asker)

    def answer(self, question):
        opcode, association = question[1] & 31, struct.unpack('!H', question[6:8])[0]
        status, flags, data = 0x0615, 0x80, b''
        now = f'0x{int(time.time()) + 2208988800:08x}.00000000'
        if opcode == 1:
            data = struct.pack('!HHHH', 1, 0x961a, 2, 0x9014)
        elif len(question) > 12 and question[10:12] != b'\0\0':
            status, flags = 0x0500, 0xc0      # a name that it does not know
        elif association == 0:
            data = (self.SYSTEM + f'reftime={now}, clock={now}, mintc=3').encode()
        else:
            bad = association == 2
            status = 0x9014 if bad else 0x961a
            data = (self.PEER.format(id=association, disp='2100' if bad else '0.9', flash='0x400' if bad else '0x0',
                                     offset='97.114' if bad else '0.021') + f'reftime={now}, rec={now}').encode()
        head = bytes([question[0], flags | opcode]) + question[2:4] + struct.pack('!H', status) + question[6:8]
        return head + struct.pack('!HH', 0, len(data)) + data + b'\0' * (-len(data) % 4)


def prepare_history(target):
    """What an earlier run would have kept: a day of one source, with a step of 3.5 s yesterday at this time, and its cause."""
    folder = os.path.join(os.environ.get('XDG_DATA_HOME') or os.path.expanduser('~/.local/share'), 'noonmark')
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, 'history.sqlite')
    if os.path.exists(path):
        os.remove(path)
    now = time.time()
    step = now - 20 * 3600
    with sqlite3.connect(path) as base:
        base.executescript('''
            CREATE TABLE series (id INTEGER PRIMARY KEY, target TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL,
                UNIQUE (target, source));
            CREATE TABLE sample (number INTEGER PRIMARY KEY AUTOINCREMENT, series INTEGER NOT NULL, at REAL NOT NULL, offset
                REAL NOT NULL, jitter REAL NOT NULL, error REAL NOT NULL, delay REAL, dispersion REAL, reach REAL, distance
                REAL, frequency REAL);
            CREATE TABLE journal (number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, record TEXT NOT NULL);''')
        base.execute('INSERT INTO series VALUES (1, ?, ?, ?)', (target, '192.0.2.1', '192.0.2.1'))
        at = now - 23 * 3600
        while at < now - 60:
            offset = (3.5 if at < step else 0.0) + 2e-5 * ((at * 7919) % 13 - 6)
            base.execute('INSERT INTO sample (series, at, offset, jitter, error, delay) VALUES (1, ?, ?, ?, ?, ?)',
                         (at, offset, 3e-5, 1e-3, 4e-4))
            at += 64
        record = {'kind': 'event', 'target': target, 'event': {'kind': 'clock-step', 'value': 3.5}}
        base.execute('INSERT INTO journal (at, record) VALUES (?, ?)', (int(step * 1000), json.dumps(record)))
    return step


class FindTheCause(Story):
    def __init__(self, program, pictures, language, theme):
        self.words = WORDS[language]
        self.daemon = Daemon()
        target = f'127.0.0.1:{self.daemon.port}'
        prepare_history(target)
        super().__init__(program, pictures, '--target', target, language=language, theme=theme)

    def connects_to_the_host(self):
        self.page(self.words['sources'])
        table = self.gui.find('table', self.words['sources'])
        self.gui.wait(lambda: table.n_rows == 2, 'the sources of the host', 20)
        self.picture('host')

    def finds_why_a_source_is_rejected(self):
        table = self.gui.find('table', self.words['sources'])
        row = next(r for r in table.table() if any('192.0.2.2' in cell for cell in r))
        if self.words['why']:
            assert any(self.words['why'] in cell.replace('\u00a0', ' ') for cell in row), row
        table.cell(1, 1).double_click()          # everything about it
        dialog = self.gui.wait_for('dialog')
        cells = [cell for r in dialog.find('table').table() for cell in r]
        assert '0x0400' in cells and '192.0.2.2' in cells, cells
        self.picture('details')
        self.gui.key('Escape')
        self.gui.wait_gone('dialog')
        table.cell(0, 1).click()                 # chart the good one

    def goes_back_to_yesterdays_step(self):
        self.gui.find('~(check box|toggle button|push button)', self.words['day'])
        for node in self.gui.find_all(None, self.words['day']):
            node.click()
            break
        x, y, width, height = self.gui.find('filler', self.words['offset']).rect
        self.step_at = (x + 64 + (width - 76) * 4 / 24, y + height / 2)      # 20 of 24 hours ago
        time.sleep(1)
        self.picture('day')
        for _ in range(12):
            self.gui.wheel(*self.step_at, 1)                                 # towards the pointer
        time.sleep(1)
        self.picture('step')

    def reads_its_cause(self):
        # The flag is where the curve breaks: around the pointer the wheel has kept in place.
        log = self.words['log']
        for dx in range(-40, 41, 2):
            self.gui.click_at(self.step_at[0] + dx, self.step_at[1])
            time.sleep(0.2)
            if any('3.500' in cell or '3,500' in cell for cell in self.selected_entry(log)):
                break
        else:
            raise AssertionError('no flag near the step opened the log')
        self.picture('cause')
        self.page(self.words['sources'])

    def selected_entry(self, log):
        table = self.gui.find_all('table', log)
        return [cell for row in table[0].table(60) for cell in row] if table else []

    def exports_the_picture(self):
        path = os.path.join(self.folder, 'step.png')
        self.save_chart(path)
        self.gui.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 10000, 'the picture', 15)
        os.replace(path, os.path.join(self.pictures, f'cause-{self.language}-exported.png'))

    def save_chart(self, path):
        button = next(n for n in self.gui.find_all('push button', None)
                      if n.called('~(Save chart|保存图)'))
        button.click()
        dialog = self.gui.wait_for('~(dialog|file chooser)')
        dialog.find('text', self.words['file']).type(path)
        self.gui.key('Return')

    def picture(self, name):
        super().picture(f'cause-{self.language}-{name}')

    steps = (connects_to_the_host, finds_why_a_source_is_rejected, goes_back_to_yesterdays_step, reads_its_cause,
             exports_the_picture)


if __name__ == '__main__':
    FindTheCause(sys.argv[1], sys.argv[2], 'en', 'light').run()
    FindTheCause(sys.argv[1], sys.argv[2], 'zh_CN', 'dark').run()
    print('passed')
