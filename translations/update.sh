#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# translations/update.sh [BUILD-FOLDER]: reads the texts of all sources into the .ts files, keeps what is translated, and
# lists what is not. Exit status 1 if something is missing.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$top/build/dev}
cmake --build "$build" --target noonmark_update_texts >"$build/update-texts.log" 2>&1 || {
    cat "$build/update-texts.log"
    exit 2
}
missing=0
for ts in "$top"/translations/noonmark_*.ts; do
    # An unfinished translation stands one or more lines behind its source.
    awk -v file="${ts##*/}" '
        /<name>/ { gsub(/ *<\/?name>/, ""); context = $0 }
        /<source>/ { gsub(/ *<\/?source>/, ""); source = $0 }
        /type="unfinished"/ { print file ": " context ": " source; found = 1 }
        END { exit found }' "$ts" || missing=1
done
[ $missing -eq 0 ] && echo "every text is translated"
exit $missing
