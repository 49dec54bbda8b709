#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mainjob.py PROGRAM OUTPUT-FOLDER: opens a real file, looks, switches, undoes, edits, exports - with mouse and keys only."""
import os
import sys

from story import FileStory, read, recipe


class MainJob(FileStory):
    def sees_the_local_clock(self):
        self.page('Sources')
        table = self.gui.find('table', 'Sources')
        self.gui.wait(lambda: table.n_rows == 1 and 'LOCAL(0)' in table.row(0), 'LOCAL(0) in the table', 20)
        assert table.row(0)[2] == '.LOCL.', table.row(0)
        for chart in ('Offset', 'Jitter'):
            _, _, width, height = self.gui.find('filler', chart).rect
            assert width > 300 and height > 60, f'{chart}: {width}x{height}'
        self.picture('sources')

    def switches_the_mode_and_sees_the_diff(self):
        self.gui.find('check box', '~^ ?Upstream ?$').click()
        self.gui.wait(lambda: '\nserver 0.centos.pool.ntp.org iburst' in self.text(), 'the upstream servers enabled')
        self.gui.find('push button', '~^Apply').click()
        dialog = self.gui.wait_for('dialog')
        shown = dialog.tree()
        assert '0.centos.pool.ntp.org' in shown and '127.127.1.0' in shown, shown
        self.picture('diff')
        dialog.find('push button', 'Cancel').click()
        self.gui.wait_gone('dialog')
        assert self.on_disk() == self.original, 'Cancel must not write'

    def undoes_to_the_same_bytes(self):
        self.gui.key('ctrl+z')
        self.gui.wait(lambda: self.text() == self.original, 'the earlier text')

    def adds_a_restrict_line_by_form(self):
        self.page('Access')
        self.gui.find('push button', 'Add…').click()
        dialog = self.gui.wait_for('dialog')
        dialog.find('text', '~Address').type('192.168.77.0/24')
        dialog.find('check box', 'noquery').click()     # on by default, with nomodify
        dialog.find('push button', 'Add').click()
        self.gui.wait_gone('dialog')
        self.gui.wait(lambda: '\nrestrict 192.168.77.0 mask 255.255.255.0 nomodify\n' in self.text(), 'the new line')
        self.picture('access')

    def is_told_about_a_wrong_line(self):
        self.page('Configuration')
        editor = self.gui.find('text', 'Text of the file')
        editor.click()
        self.gui.key('ctrl+End')
        self.gui.type('restrict 192.168.78.0 netmask 255.255.255.0\n')
        table = self.gui.find('table', 'Findings')
        self.gui.wait(lambda: any('netmask' in cell for row in table.table() for cell in row), 'a finding about "netmask"')
        self.picture('configuration')

    def asks_what_a_host_may_do(self):
        self.page('Access')
        self.gui.find('text', '~^Host').type('192.168.31.7')
        table = self.gui.find('table', 'What the host may do')
        self.gui.wait(lambda: table.n_rows >= 5, 'the answers')
        answers = {row[0]: row[1] for row in table.table()}
        assert 'yes' in answers['Get the time'], answers
        assert any('no' in answer for answer in answers.values()), answers

    def exports_a_client_file(self):
        self.page('Export')
        self.gui.find('list item', 'ntp.conf for clients').click()
        self.gui.find('text', '~Addresses of this master').type('192.168.31.223')
        self.gui.find('push button', 'Save as…').click()
        dialog = self.gui.wait_for('dialog')
        target = os.path.join(self.folder, 'client-ntp.conf')
        dialog.find('text', '~File name').type(target)
        self.gui.key('Return')
        self.gui.wait(lambda: os.path.exists(target), 'the exported file')
        assert '\nserver 192.168.31.223 iburst' in read(target)
        self.picture('export')

    def changes_the_language(self):
        self.gui.menu('View', 'Language', '中文')
        self.gui.wait_for('list item', '概览')
        self.page('时间源')
        self.gui.wait_for('table', '时间源')
        self.picture('sources-zh')

    steps = (sees_the_local_clock, switches_the_mode_and_sees_the_diff, undoes_to_the_same_bytes, adds_a_restrict_line_by_form,
             is_told_about_a_wrong_line, asks_what_a_host_may_do, exports_a_client_file, changes_the_language,
             FileStory.saves_and_keeps_the_old_file)


if __name__ == '__main__':
    MainJob(sys.argv[1], sys.argv[2], recipe('master-isolated-zh.conf')).run()
    print('passed')
