#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mendbykeyboard.py PROGRAM OUTPUT-FOLDER: opens a recipe with pasted comments and mends it without touching the mouse."""
import sys

from story import FileStory, recipe

REMEDY = 'Make it a comment with "#"'
BROKEN_LINES = (10, 11, 15, 16, 23)     # "//" behind a directive


class MendByKeyboard(FileStory):
    def goes_to_the_text(self):
        self.gui.key('ctrl+3')
        self.gui.wait_for('text', 'Text of the file')
        self.gui.key('alt+t', 'ctrl+Home')
        self.gui.wait(lambda: self.editor().has('focused'), 'the keyboard in the text')
        assert self.text() == self.original
        assert self.broken_lines() == list(BROKEN_LINES), self.broken_lines()

    def mends_five_findings(self):
        for mended, line in enumerate(BROKEN_LINES, 1):
            self.goes_by_findings_to(line)
            remedies = self.remedies_of(line)
            shown = self.gui.xwindows()
            self.gui.key('ctrl+period')
            if len(remedies) > 1:
                # A popup menu is not on Qt's accessibility bus; the X server knows of it.
                self.gui.wait(lambda: self.gui.xwindows() - shown, 'the menu of remedies')
                self.picture(f'remedies-{line}')
                self.gui.key(*['Down'] * remedies.index(REMEDY), 'Return')
            rest = list(BROKEN_LINES[mended:])
            self.gui.wait(lambda: self.broken_lines() == rest, f'line {line} mended')
        self.mended = self.text()
        self.picture('mended')

    def undoes_to_the_same_bytes(self):
        for _ in BROKEN_LINES:
            self.gui.key('ctrl+z')
        self.gui.wait(lambda: self.text() == self.original, 'the earlier text')

    def redoes_the_five(self):
        for _ in BROKEN_LINES:
            self.gui.key('ctrl+shift+z')
        self.gui.wait(lambda: self.text() == self.mended, 'the mended text')

    def goes_by_findings_to(self, line):
        for _ in range(20):
            if self.line_of_cursor() == line:
                return
            self.gui.key('F8')
        raise AssertionError(f'F8 does not come to line {line}')

    def remedies_of(self, line):
        rows = self.gui.find('table', 'Findings').table()
        return [row[4] for row in rows if row[1] == str(line) and row[4]]

    def broken_lines(self):
        return [number for number, line in enumerate(self.text().splitlines(), 1)
                if '//' in line.split('#')[0]]

    def line_of_cursor(self):
        offset = self.editor().a.get_text_iface().get_caret_offset()
        return self.text()[:offset].count('\n') + 1

    def editor(self):
        return self.gui.find('text', 'Text of the file')

    steps = (goes_to_the_text, mends_five_findings, undoes_to_the_same_bytes, redoes_the_five,
             FileStory.saves_and_keeps_the_old_file)


if __name__ == '__main__':
    MendByKeyboard(sys.argv[1], sys.argv[2], recipe('controller-pasted-comments-zh.conf')).run()
    print('passed')
