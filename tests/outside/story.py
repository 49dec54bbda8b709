# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories have in common: a program in a window, a folder for its files, steps one after the other, pictures."""
import functools
import os
import shutil
import tempfile

from gui import Gui

RECIPES = os.path.join(os.path.dirname(__file__), '..', 'data', 'recipes')


class Story:
    steps = ()          # methods, in the order in which a person would do them

    def __init__(self, program, pictures, *arguments, language='en', theme='light'):
        self.pictures = pictures
        self.language = language
        self.gui = Gui.launch([program, '--lang', language, '--theme', theme, *arguments])

    def run(self):
        for step in self.steps:
            print(self.language, step.__name__, flush=True)
            step(self)
        assert self.gui.quit() == 0
        shutil.rmtree(self.folder)

    @functools.cached_property
    def folder(self):
        return tempfile.mkdtemp(prefix='noonmark-outside-')

    def page(self, name):
        self.gui.find('list item', name).click()

    def picture(self, name):
        self.gui.screenshot(os.path.join(self.pictures, name + '.png'))


class FileStory(Story):
    """A story about one ntp.conf, `content`, that the window opens."""

    def __init__(self, program, pictures, content):
        self.original = content
        self.file = os.path.join(self.folder, 'ntp.conf')
        with open(self.file, 'w', encoding='utf-8') as file:
            file.write(content)
        super().__init__(program, pictures, self.file)

    def text(self):
        return self.gui.find('text', '~^(Text of the file|文件文本|文件的文本)$', showing=False).text

    def on_disk(self, suffix=''):
        return read(self.file + suffix)

    def saves_and_keeps_the_old_file(self):
        self.gui.key('ctrl+s')
        self.gui.wait(lambda: self.on_disk() == self.text(), 'the edited text on disk')
        assert self.on_disk('~') == self.original


def recipe(name):
    return read(os.path.join(RECIPES, name))


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()
