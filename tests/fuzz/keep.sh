#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# keep.sh FUZZER FOLDER FILE [LENGTH]: the fewest inputs of a folder that reach what all of them reach, a line each, none
# longer than LENGTH bytes, usually 1500; for tests/data/corpora (see keptcorpus.h).
set -e
least=$(mktemp -d)
trap 'rm -rf "$least"' EXIT
"$1" -merge=1 -max_len="${4:-1500}" "$least" "$2" > /dev/null 2>&1
for input in "$least"/*; do
    xxd -p -c 0 "$input" 2> /dev/null || od -An -v -tx1 "$input" | tr -d ' \n'
    echo
done | grep . | sort -u > "$3"
wc -l -c "$3"
