# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds function bodies in C++ text by their braces: good enough to measure them, and no compiler is needed."""
import re
from dataclasses import dataclass

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^(\s]*)\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
NOT_FUNCTIONS = {'if', 'for', 'while', 'switch', 'catch', 'return', 'sizeof', 'alignof', 'decltype', 'namespace'}


@dataclass
class Function:
    name: str
    line: int
    lines: int
    parameters: int
    nesting: int
    constructor: bool


def _blank(text):
    return re.sub(r'[^\n]', ' ', text)


def without_comments(text):
    return TOKEN.sub(lambda m: _blank(m.group(0)) if m.group(0).startswith(('//', '/*')) else m.group(0), text)


def without_comments_and_strings(text):
    """Digit separators (1'000) are joined first, or they would look like character literals."""
    text = re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", '_', text)
    text = TOKEN.sub(lambda m: _blank(m.group(0)), text)
    return re.sub(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', lambda m: _blank(m.group(0)), text, flags=re.M)


def _matching(code, start, opening, closing):
    depth = 0
    for place in range(start, len(code)):
        if code[place] == opening:
            depth += 1
        elif code[place] == closing:
            depth -= 1
            if depth == 0:
                return place
    return len(code) - 1


def _count_parameters(text):
    depth, count = 0, 1
    for letter in text:
        if letter in '(<[{':
            depth += 1
        elif letter in ')>]}':
            depth -= 1
        elif letter == ',' and depth == 0:
            count += 1
    return 0 if text.strip() in ('', 'void') else count


def _nesting(body):
    """Depth of control blocks; braces of lambdas and initialisers do not count."""
    deepest, stack = 0, []
    for match in re.finditer(r'[{}]', body):
        if match.group(0) == '{':
            before = body[max(0, match.start() - 200):match.start()].rstrip()
            control = before.endswith(('else', 'do')) or bool(
                before.endswith(')') and re.search(r'\b(if|for|while|switch)\b[^;{}]*$', before))
            stack.append(control)
            deepest = max(deepest, sum(stack))
        elif stack:
            stack.pop()
    return deepest


HEAD = re.compile(
    r'(?P<name>(?:[A-Za-z_]\w*::)*(?:~?[A-Za-z_]\w*|operator\s*[^\s\w(]{1,3}|operator\(\)|operator\s+\w+))\s*\(')
TAIL = re.compile(r'\s*(?:(?:const|noexcept|override|final)\b\s*|&&?\s*|->\s*[\w:<>,\s*&]+?\s*)*(?P<end>\{|:(?!:))')


def find(code):
    place = 0
    while True:
        head = HEAD.search(code, place)
        if head is None:
            return
        name = re.sub(r'\s+', '', head.group('name'))
        opening = head.end() - 1
        place = head.end()
        if name.split('::')[-1] in NOT_FUNCTIONS:
            continue
        closing = _matching(code, opening, '(', ')')
        tail = TAIL.match(code, closing + 1)
        if tail is None:
            continue
        body = tail.end() - 1 if tail.group('end') == '{' else _body_after_initialisers(code, tail.end())
        if body is None:
            continue
        end = _matching(code, body, '{', '}')
        parts = name.split('::')
        yield Function(name, code.count('\n', 0, head.start()) + 1, code.count('\n', body, end) + 1,
                       _count_parameters(code[opening + 1:closing]), _nesting(code[body + 1:end]),
                       len(parts) > 1 and parts[-1] == parts[-2])
        place = end


def _body_after_initialisers(code, place):
    """Behind ':' stand name(...) or name{...}, separated by commas; then the body."""
    while True:
        item = re.compile(r'\s*[\w:<>]+\s*(?=[({])').match(code, place)
        if item is None:
            return None
        opening = code[item.end()]
        place = _matching(code, item.end(), opening, ')' if opening == '(' else '}') + 1
        rest = re.compile(r'\s*([,{])').match(code, place)
        if rest is None:
            return None
        if rest.group(1) == '{':
            return rest.end() - 1
        place = rest.end()
