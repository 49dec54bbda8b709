# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two tables that name tests: what went wrong in other daemons, and where noonmarkd answers otherwise than they do.

A test is named `FILE::FUNCTION`, or `FILE::FUNCTION(ROW)` where one row of its table holds what is promised.
"""
import os
import re

import functions

VULNERABILITIES, DIFFERENCES = 'tests/VULNERABILITIES.md', 'tests/interop/DIFFERENCES.md'
CLASSES_OF_VULNERABILITIES = 34
NAMED = re.compile(r'`([\w.]+)::(\w+)(?:\(([^`]*)\))?`')


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def test_files(root):
    """{name: paths} of all that a table may name."""
    found = {}
    for folder, folders, files in os.walk(os.path.join(root, 'tests')):
        folders.sort()
        for name in files:
            if name.endswith(('.cpp', '.h', '.py')):
                found.setdefault(name, []).append(os.path.join(folder, name))
    return found


def is_run(text, name):
    """A function of Python is called, or unittest knows it by its name."""
    return name.startswith('test_') or len(re.findall(rf'\b{name}\b(?! *=)', text)) > 1


def python_body(text, name):
    found = re.search(rf'^( *)def {name}\(.*\n((?:\1 .*\n|\s*\n)*)', text, re.M)
    return found[2] if found and is_run(text, name) else None


def cpp_body(text, name):
    code = functions.without_comments_and_strings(text)
    lines = text.splitlines()
    for function in functions.find(code):
        if function.name.split('::')[-1] == name:
            return '\n'.join(lines[function.line - 1:function.line - 1 + function.lines])
    return None


def is_slot(text, name):
    return re.search(rf'\bprivate slots:(?:(?!\n(?:private|protected|public|signals)\b).)*\bvoid {name}\(\)', text, re.S)


def fault_of(files, name, test, row):
    """What is wrong with the test that is named, or None."""
    paths = files.get(name, [])
    if len(paths) != 1:
        return f'there {"are several files" if paths else "is no file"} {name}'
    text = read(paths[0])
    find = python_body if name.endswith('.py') else cpp_body
    body = find(text, test)
    if body is None:
        return f'there is no test {name}::{test}'
    if name.startswith('tst_') and not is_slot(text, test):
        return f'{name}::{test} is not run by itself'
    if row and f'"{row}"' not in body + (find(text, f'{test}_data') or ''):
        return f'{name}::{test} has no row "{row}"'
    return None


def named_tests(root, path, table):
    files = test_files(root)
    for name, test, row in NAMED.findall(table):
        fault = fault_of(files, name, test, row)
        if fault:
            yield f'{path}: {fault}'


def check_vulnerabilities(root):
    """Each class has a test or a reason."""
    table = read(os.path.join(root, VULNERABILITIES))
    rows = {int(row[1]): row[2] for row in re.finditer(r'^\| (\d+) \|(.*)$', table, re.M)}
    for number in range(1, CLASSES_OF_VULNERABILITIES + 1):
        row = rows.get(number, '')
        if not NAMED.search(row) and 'does not apply: ' not in row:
            yield f'{VULNERABILITIES}: class {number} has neither a test nor a reason'
    yield from named_tests(root, VULNERABILITIES, table)


def check_differences(root):
    """Each difference has a reason, and tests that hold it."""
    table = read(os.path.join(root, DIFFERENCES))
    for line in re.findall(r'^\|(?! Where \||---)(.*)\|$', table, re.M):
        where, *cells = [cell.strip() for cell in line.split('|')]
        if len(cells) != 4 or not all(cells):
            yield f'{DIFFERENCES}: "{where}" lacks a reason, or what is different'
        for test in cells[-1].split(', '):
            if not NAMED.fullmatch(test):
                yield f'{DIFFERENCES}: "{where}" names no test, but "{test}"'
    yield from named_tests(root, DIFFERENCES, table)


def check(root):
    for path, faults in ((VULNERABILITIES, check_vulnerabilities), (DIFFERENCES, check_differences)):
        if os.path.exists(os.path.join(root, path)):
            yield from faults(root)
