#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""whynot.py PROGRAM OUTPUT-FOLDER: sees who asks, finds out why nothing synchronises, asks a server and traces it, in both
languages - with mouse and keys only."""
import socket
import sys

from story import FileStory

PORT = 11123
CONFIG = ('server 127.0.0.9 iburst\n'  # up, but nothing listens there
          'restrict default nomodify notrap\n')


def ask_from(hosts):
    for host in hosts:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.bind((host, 0))
            client.sendto(b'\x23' + bytes(39) + b'abcdefgh', ('127.0.0.1', PORT))


class WhyNot(FileStory):
    def sees_who_asks(self):
        self.page('Sources')
        self.gui.wait(lambda: self.gui.find('table', 'Sources').n_rows == 1, 'the source in the table', 20)
        ask_from(f'127.0.3.{i}' for i in range(1, 31))
        self.page('Clients')
        table = self.gui.find('table', 'Clients')
        self.gui.wait(lambda: table.n_rows >= 30, 'thirty clients', 30)
        self.gui.find('text', '~^Search address').type('127.0.3.2')
        self.gui.wait(lambda: table.n_rows == 11, 'those that are searched for', 10)
        self.picture('clients')

    def finds_the_cause(self):
        self.page('Diagnose')
        self.gui.wait(lambda: 'Nothing' not in self.conclusion('The cause|So far') and
                      '127.0.0.9' in self.conclusion('The cause|So far'), 'the silent source as the cause', 40)
        self.picture('diagnose')

    def asks_servers_side_by_side(self):
        self.gui.find('text', '~^Servers to ask').type(f'127.0.0.1:{PORT} 127.0.0.9')
        self.gui.find('push button', '~^Ask').click()
        table = self.gui.find('table', 'Answers')
        self.gui.wait(lambda: table.n_rows == 2 and 'port closed' in ' '.join(table.row(1)), 'the closed port', 20)
        self.gui.wait(lambda: 'not synchronised' in ' '.join(table.row(0)), 'the answer of our own engine', 20)
        self.picture('query')

    def traces_to_the_root(self):
        self.gui.find('page tab', 'Trace to the root').click()
        self.gui.find('push button', '~^Trace').click()
        table = self.gui.find('table', 'The way to the root')
        self.gui.wait(lambda: table.n_rows == 1 and 'follows nobody' in ' '.join(table.row(0)), 'the end of the chain', 20)

    def reads_the_same_in_chinese(self):
        self.gui.menu('View', 'Language', '中文')
        self.gui.wait_for('list item', '诊断')
        assert '127.0.0.9' in self.conclusion('原因|目前')
        table = self.gui.find('table', '通往源头的路')
        assert '未同步' in ' '.join(table.row(0)), table.row(0)
        self.picture('diagnose-zh')
        self.page('客户端')
        self.picture('clients-zh')

    def conclusion(self, beginning):
        labels = self.gui.find_all('label', f'~^({beginning})')
        return labels[0].name if labels else ''

    steps = (sees_who_asks, finds_the_cause, asks_servers_side_by_side, traces_to_the_root, reads_the_same_in_chinese)


if __name__ == '__main__':
    WhyNot(sys.argv[1], sys.argv[2], CONFIG).run()
    print('passed')
