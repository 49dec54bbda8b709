#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# translations/update.sh [--check] [BUILD-FOLDER]
# Reads the texts of all sources into the .ts files, keeps what is translated, and lists what is not; with --check the .ts
# files stay as they are. Exit status 1 if a translation is missing.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
target=$top/translations
if [ "${1:-}" = --check ]; then
    shift
    target=$(mktemp -d)
    trap 'rm -r "$target"' EXIT
    cp "$top"/translations/noonmark_*.ts "$target"
fi
build=${1:-$top/build/dev}

# English is the language of the sources and needs its plurals only.
for run in "-ts $target/noonmark_zh_CN.ts" "-pluralonly -ts $target/noonmark_en.ts"; do
    # shellcheck disable=SC2086
    said=$(sh "$build/translations/lupdate.sh" $run 2>&1) || {
        echo "$said"
        exit 2
    }
done

missing=0
for ts in "$target"/noonmark_*.ts; do
    awk -v file="${ts##*/}" '
        /<name>/ { gsub(/ *<\/?name>/, ""); context = $0 }
        /<source>/ { gsub(/ *<\/?source>/, ""); source = $0 }
        /type="unfinished"/ { print file ": " context ": " source; found = 1 }
        END { exit found }' "$ts" || missing=1
done
[ $missing -ne 0 ] || echo "every text is translated"
exit $missing
