#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the walls of the house: layers, circles, forbidden words, sizes, and what may stand at the top.

    check.py ROOT      prints one line per fault, exits 1 if there is any

A file that must be larger than the rule stands in exceptions.txt with its reason.
"""
import os
import re
import sys

import functions
import tables

TOP = {'CMakeLists.txt', 'CMakePresets.json', 'README.md', 'LICENSE', 'app', 'core', 'ui', 'resources', 'translations',
       'tests', 'installer', 'build'}

# area -> areas it may include besides itself; a file instead of an area opens that one header only.
LAYERS = {
    'core/base': [],
    'core/protocol': ['core/base'],
    'core/clock': ['core/base'],
    'core/engine': ['core/protocol', 'core/base'],
    'core/config': ['core/base'],
    'core/simulation': ['core/engine', 'core/clock', 'core/protocol', 'core/base'],
    'core/transport': ['core/engine', 'core/clock', 'core/protocol', 'core/base'],
    'core/system': ['core/base', 'core/config'],
    'core/monitor': ['core/base', 'core/protocol', 'core/engine/observation.h', 'core/engine/engineconfig.h'],
    'core/wording': ['core/base', 'core/protocol', 'core/engine/observation.h', 'core/engine/engineconfig.h',
                     'core/config', 'core/monitor/verdict.h', 'core/monitor/journal.h', 'core/monitor/diagnose.h',
                     'core/monitor/hosts.h', 'core/monitor/mruguess.h', 'core/monitor/query.h', 'core/monitor/trace.h'],
    'core/export': ['core/base', 'core/config', 'core/monitor', 'core/wording', 'core/engine/observation.h'],
    'ui': ['core'],
    'app/gui': ['ui', 'core'],
    'app/daemon': ['core'],
    'app/ctl': ['core'],
    'tests': ['core', 'ui', 'app', 'tests'],
}
# Single files that may do more than their area: lowering joins two areas, the built-in target joins three.
EXTRA = {
    'core/config/keyslowering.cpp': ['core/engine/engineconfig.h'],
    'core/config/lowering.h': ['core/engine/engineconfig.h'],
    'core/config/lowering.cpp': ['core/engine/engineconfig.h'],
    'core/monitor/controltarget.h': ['core/transport'],
    'core/monitor/controltarget.cpp': ['core/transport'],
    'core/monitor/targets.h': ['core/transport/place.h'],
    'core/monitor/diagnoser.cpp': ['core/transport'],
    'core/monitor/hostnames.cpp': ['core/transport/resolver.h'],
    'core/monitor/mru.h': ['core/transport/place.h'],
    'core/monitor/mru.cpp': ['core/transport'],
    'core/monitor/query.h': ['core/transport/place.h'],
    'core/monitor/query.cpp': ['core/transport'],
    'core/monitor/trace.h': ['core/transport/place.h'],
    'core/monitor/trace.cpp': ['core/transport'],
    'core/monitor/journal.h': ['core/config/sourcemode.h'],
    'core/monitor/inprocesstarget.h': ['core/transport', 'core/config', 'core/clock', 'core/engine'],
    'core/monitor/inprocesstarget.cpp': ['core/transport', 'core/config', 'core/clock', 'core/engine',
                                         'core/system/privilegedfile.h'],
}

PURE = ('core/base/', 'core/protocol/', 'core/clock/', 'core/engine/', 'core/config/', 'core/simulation/')
# (folders, pattern, exempt files, why)
FORBIDDEN = [
    (PURE, r'#include <Q|\bQString\b|\bQObject\b', (), 'Qt in the half that must live without it'),
    (PURE, r'\bstd::(thread|mutex|async|atomic)\b', (), 'a thread or lock in single-threaded code'),
    (PURE, r'\b(clock_gettime|gettimeofday|clock_adjtime|adjtimex)\s*\(|\bstd::time\s*\(|\w+_clock::now\s*\(',
     ('core/clock/systemclock.cpp',), 'a hidden clock: time comes in by the door'),
    (PURE, r'\b(sendto|recvfrom|recvmsg|sendmsg|getaddrinfo)\s*\(|::socket\s*\(', (), 'a socket in pure code'),
    (PURE, r'\bstd::(random_device|mt19937)\b|\brand\s*\(\)', (), 'hidden chance: Random comes in by the door'),
    (('core/',), r'#include <Q(Widget|Dialog|MessageBox|Pixmap|Painter|Color)', (), 'Gui or Widgets in core'),
    (('app/', 'core/', 'ui/'), r'\bsender\(\)|\bblockSignals\(|\bprocessEvents\(|\bQEventLoop\b|\bSIGNAL\(|\bSLOT\(',
     (), 'a connection or loop that cannot be followed'),
    (('app/', 'core/', 'ui/'), r'\bstatic\s+\w+(::\w+)*\s*&\s*instance\s*\(', (), 'a singleton'),
    (('app/', 'core/', 'ui/', 'tests/'), r'\b(TODO|FIXME|XXX)\b', (), 'a promise instead of work'),
    (('ui/',), r'QColor\s*\(\s*"|QColor\s*\(\s*\d|Qt::(red|green|blue|yellow)\b', ('ui/theme.cpp',),
     'a literal colour: ask the theme for a meaning'),
]

LIMITS = {'.cpp': 600, '.h': 250}
FUNCTION_LINES, CONSTRUCTOR_LINES, PARAMETERS, NESTING = 60, 40, 5, 4


def sources(root):
    for folder, folders, files in os.walk(root):
        folders[:] = [f for f in sorted(folders) if f not in ('.git', 'data') and not f.startswith('build')]
        for name in sorted(files):
            if name.endswith(('.cpp', '.h')):
                yield os.path.relpath(os.path.join(folder, name), root)


def area_of(path):
    candidates = [area for area in LAYERS if path.startswith(area + '/')]
    return max(candidates, key=len) if candidates else None


def exceptions(root):
    """exceptions.txt: 'path rule reason...' per line"""
    found = set()
    with open(os.path.join(root, 'tests/architecture/exceptions.txt'), encoding='utf-8') as lines:
        for line in lines:
            words = line.split('#')[0].split(None, 2)
            if len(words) == 3:
                found.add((words[0], words[1]))
    return found


def check_top(root):
    for name in sorted(os.listdir(root)):
        if not name.startswith('.') and name not in TOP:
            yield f'{name}: nothing but {", ".join(sorted(TOP - {"build"}))} stands at the top'


def check_spdx(path, text):
    if 'SPDX-License-Identifier: GPL-3.0-or-later' not in text[:300]:
        yield f'{path}:1: no SPDX lines'
    if path.endswith('.h') and '#pragma once' not in text[:400]:
        yield f'{path}:1: no #pragma once'


def check_includes(path, text, known):
    area = area_of(path)
    if area is None:
        yield f'{path}:1: this folder has no place in the layers'
        return
    allowed = LAYERS[area] + EXTRA.get(path, [])
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#include "([^"]+)"', line)
        if not match or match.group(1).endswith('.moc'):
            continue
        target = match.group(1)
        if target not in known:
            sibling = os.path.join(os.path.dirname(path), target)
            if not (path.startswith('tests/') and sibling in known):
                yield f'{path}:{number}: "{target}" is not a rooted include'
            continue
        inside = target.startswith(area + '/')
        if not inside and not any(target == a or target.startswith(a + '/') for a in allowed):
            yield f'{path}:{number}: {area} must not include {target}'


def check_circles(graph):
    """Depth first; a grey node met again closes a circle."""
    state, faults = {}, []

    def visit(node, trail):
        state[node] = 'grey'
        for target in graph.get(node, ()):
            if state.get(target) == 'grey':
                faults.append(f'{node}: include circle {" -> ".join(trail[trail.index(target):] + [target])}')
            elif target not in state:
                visit(target, trail + [target])
        state[node] = 'black'

    for node in graph:
        if node not in state:
            visit(node, [node])
    return faults


def check_words(path, code):
    for folders, pattern, exempt, why in FORBIDDEN:
        if path in exempt or not path.startswith(folders):
            continue
        for match in re.finditer(pattern, code):
            line = code.count('\n', 0, match.start()) + 1
            yield f'{path}:{line}: {match.group(0).strip()} - {why}'


def check_sizes(path, text, code, spared):
    lines = text.count('\n')
    limit = LIMITS[os.path.splitext(path)[1]]
    if lines > limit and (path, 'file') not in spared:
        yield f'{path}:1: {lines} lines, the limit is {limit}'
    for function in functions.find(code):
        limit = CONSTRUCTOR_LINES if function.constructor else FUNCTION_LINES
        here = f'{path}:{function.line}: {function.name}'
        table = path.startswith('tests/') and function.name.endswith('_data')    # rows of a test are data
        if function.lines > limit and not table and (path, 'function') not in spared:
            yield f'{here} has {function.lines} lines, the limit is {limit}'
        if function.parameters > PARAMETERS and (path, 'parameters') not in spared:
            yield f'{here} has {function.parameters} parameters, the limit is {PARAMETERS}'
        if function.nesting > NESTING and (path, 'nesting') not in spared:
            yield f'{here} nests {function.nesting} deep, the limit is {NESTING}'


def check(root):
    faults = list(check_top(root))
    spared = exceptions(root)
    files = list(sources(root))
    known, graph = set(files), {}
    for path in files:
        with open(os.path.join(root, path), encoding='utf-8') as file:
            text = file.read()
        code = functions.without_comments_and_strings(text)
        faults += check_spdx(path, text)
        faults += check_includes(path, text, known)
        faults += check_words(path, functions.without_comments(text))
        faults += check_sizes(path, text, code, spared)
        graph[path] = [t for t in re.findall(r'^\s*#include "([^"]+)"', text, re.M) if t in known]
    return faults + list(tables.check(root)) + check_circles(graph)


if __name__ == '__main__':
    found = check(sys.argv[1])
    print('\n'.join(found) if found else 'the house stands')
    sys.exit(1 if found else 0)
