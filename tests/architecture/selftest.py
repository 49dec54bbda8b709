#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check must be able to fail: each rule is shown a house that breaks it."""
import os
import tempfile
import unittest

import check
import functions

SPDX = '// SPDX-License-Identifier: GPL-3.0-or-later\n'
TEST = SPDX + """void helps()
{
    isCalled();
}
class Test
{
private slots:
    void isShort_data()
    {
        row("one row");
    }
    void isShort()
    {
    }
};
"""


def faults(files):
    with tempfile.TemporaryDirectory() as root:
        files = {'tests/architecture/exceptions.txt': '', **files}
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)) or root, exist_ok=True)
            with open(os.path.join(root, path), 'w', encoding='utf-8') as file:
                file.write(text)
        return '\n'.join(check.check(root))


class Rules(unittest.TestCase):
    def test_clean_house_has_no_faults(self):
        self.assertEqual(faults({'core/base/a.h': SPDX + '#pragma once\n'}), '')

    def test_layer(self):
        self.assertIn('core/base must not include core/engine/e.h', faults({
            'core/base/a.cpp': SPDX + '#include "core/engine/e.h"\n', 'core/engine/e.h': SPDX + '#pragma once\n'}))

    def test_circle(self):
        self.assertIn('include circle', faults({
            'core/base/a.h': SPDX + '#pragma once\n#include "core/base/b.h"\n',
            'core/base/b.h': SPDX + '#pragma once\n#include "core/base/a.h"\n'}))

    def test_unrooted_include(self):
        self.assertIn('not a rooted include', faults({
            'core/base/a.cpp': SPDX + '#include "b.h"\n', 'core/base/b.h': SPDX + '#pragma once\n'}))

    def test_words(self):
        self.assertIn('Qt in the half', faults({'core/engine/a.cpp': SPDX + '#include <QString>\n'}))
        self.assertIn('a hidden clock', faults({'core/engine/a.cpp': SPDX + 'void f() { std::chrono::steady_clock::now(); }\n'}))
        self.assertNotIn('hidden clock', faults({'core/engine/a.cpp': SPDX + '// clock_gettime() is forbidden here\n'}))

    def test_top(self):
        self.assertIn('notes.txt: nothing but', faults({'notes.txt': ''}))

    def test_spdx(self):
        self.assertIn('no SPDX', faults({'core/base/a.cpp': 'int a;\n'}))

    def test_vulnerabilities(self):
        table = 'tests/VULNERABILITIES.md'
        row = '| 1 | lists | `tst_a.cpp::isShort` |\n'
        others = ''.join(f'| {n} | x | does not apply: reason |\n' for n in range(2, 35))
        test = {'tests/unit/tst_a.cpp': TEST}
        self.assertEqual(faults({table: row + others, **test}), '')
        self.assertIn('there is no file tst_a.cpp', faults({table: row + others}))
        self.assertIn('there is no test tst_a.cpp::isLong', faults({table: row.replace('isShort', 'isLong') + others, **test}))
        self.assertIn('class 34 has neither', faults({table: row + others.replace('| 34 |', '| 35 |'), **test}))

    def test_a_test_that_is_named_is_run(self):
        def told(name, text):
            return faults({'tests/VULNERABILITIES.md': f'| 1 | x | `{name}` |\n' + ''.join(
                f'| {n} | x | does not apply: reason |\n' for n in range(2, 35)), **text})
        here = {'tests/unit/tst_a.cpp': TEST}
        self.assertIn('is not run by itself', told('tst_a.cpp::helps', here))
        self.assertIn('there is no test tst_a.cpp::isCalled', told('tst_a.cpp::isCalled', here))
        self.assertIn('several files tst_a.cpp', told('tst_a.cpp::isShort', {**here, 'tests/ui/tst_a.cpp': TEST}))
        self.assertEqual(told('tst_a.cpp::isShort(one row)', here), '')
        self.assertIn('has no row "another row"', told('tst_a.cpp::isShort(another row)', here))
        script = {'tests/interop/a.py': 'def check():\n    pass\n\n\ndef unused():\n    pass\n\n\ncheck()\n'}
        self.assertEqual(told('a.py::check', script), '')
        self.assertIn('there is no test a.py::unused', told('a.py::unused', script))

    def test_differences(self):
        def told(*rows):
            return faults({'tests/interop/DIFFERENCES.md': '| Where | a | b | Why | Test |\n|---|---|---|---|---|\n' + ''.join(rows),
                           'tests/unit/tst_a.cpp': TEST})
        self.assertEqual(told('| x | so | not so | because | `tst_a.cpp::isShort` |\n'), '')
        self.assertIn('"x" names no test', told('| x | so | not so | because | tst_a |\n'))
        self.assertIn('"x" lacks a reason', told('| x | so | not so | | `tst_a.cpp::isShort` |\n'))
        self.assertIn('there is no test', told('| x | so | not so | because | `tst_a.cpp::isLong` |\n'))

    def test_sizes(self):
        long_function = SPDX + 'void f()\n{\n' + '    g();\n' * 70 + '}\n'
        self.assertIn('f has 72 lines', faults({'core/base/a.cpp': long_function}))
        spared = {'core/base/a.cpp': long_function,
                  'tests/architecture/exceptions.txt': 'core/base/a.cpp function a table of data\n'}
        self.assertEqual(faults(spared), '')
        self.assertIn('the limit is 600', faults({'core/base/a.cpp': SPDX + '\n' * 700}))
        self.assertIn('6 parameters', faults(
            {'core/base/a.cpp': SPDX + 'int f(int a, int b, int c, int d, int e, int g)\n{\n}\n'}))

    def test_nesting(self):
        deep = 'void f()\n{\n' + 'if (a) {\n' * 5 + '}' * 5 + '\n}\n'
        self.assertIn('nests 5 deep', faults({'core/base/a.cpp': SPDX + deep}))


class Functions(unittest.TestCase):
    def one(self, code):
        return next(functions.find(functions.without_comments_and_strings(code)))

    def test_finds_constructors_behind_initialisers(self):
        found = self.one('Widget::Widget(QWidget *parent)\n    : QWidget(parent)\n    , m_a{1}\n{\n}\n')
        self.assertTrue(found.constructor)
        self.assertEqual(found.lines, 2)

    def test_counts_template_arguments_once(self):
        self.assertEqual(self.one('void f(std::map<int, int> a, int b)\n{\n}\n').parameters, 2)

    def test_ignores_braces_in_strings(self):
        self.assertEqual(self.one('void f()\n{\n    g("}}}");\n}\n').lines, 3)


if __name__ == '__main__':
    unittest.main()
