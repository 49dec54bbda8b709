#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# stock.sh FOLDER: fetches Debian's own time programs into FOLDER, unpacks them there and prints where they are.
# They are never installed: chrony and ntpsec exclude each other, and both would start a daemon that sets the clock.
# Status 77 = they cannot be had here; the last line on stderr says why.
set -euo pipefail

folder=$1
packages=(chrony ntpsec ntpsec-ntpdig ntpsec-ntpdate python3-ntp ntpstat libedit2 libbsd0 libmd0)
others=(openntpd) # has an ntpd, too: unpacked apart
root=$folder/root

give_up() {
    echo "$1" >&2
    exit 77
}

fetch() {
    staging=$(mktemp -d "$folder/fetch.XXXXXX")
    trap 'rm -rf "$staging"' EXIT
    cd "$staging"
    if ! apt-get -qq download "${packages[@]}" "${others[@]}" >log 2>&1; then
        # A machine that never asked apt for its lists has none; with them a second try is worth it.
        { [ "$(id -u)" -eq 0 ] && apt-get -qq update >>log 2>&1 && apt-get -qq download "${packages[@]}" "${others[@]}" >>log 2>&1; } ||
            give_up "The stock daemons cannot be downloaded: $(grep -m1 '^E:' log || tail -n1 log)"
    fi
    for package in "${others[@]}"; do
        mkdir -p tree/others
        dpkg-deb -x "$package"_*.deb tree/others
        rm "$package"_*.deb
    done
    for package in *.deb; do
        dpkg-deb -x "$package" tree
    done
    # The python tools look for their library at its installed place, or beside themselves.
    ln -s "$(cd tree && find usr/lib -name libntpc.so -printf '../../../../../%p')" tree/usr/lib/python3/dist-packages/ntp/libntpc.so
    rm -rf "$root"
    mv tree "$root"
    cd "$folder"
}

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
root=$folder/root
for tool in apt-get dpkg-deb; do
    command -v "$tool" >/dev/null || give_up "The stock daemons come from Debian packages, and $tool is not here."
done
exec 9>"$folder/lock"
flock 9
[ -x "$root/usr/sbin/chronyd" ] && [ -x "$root/usr/sbin/ntpd" ] &&
    [ -x "$root/others/usr/sbin/ntpd" ] || fetch

cat <<EOF
CHRONYD=$root/usr/sbin/chronyd
CHRONYC=$root/usr/bin/chronyc
NTPD=$root/usr/sbin/ntpd
NTPQ=$root/usr/bin/ntpq
NTPDIG=$root/usr/bin/ntpdig
NTPDATE=$root/usr/sbin/ntpdate
OPENNTPD=$root/others/usr/sbin/ntpd
NTPSTAT=$root/usr/bin/ntpstat
PYTHONPATH=$root/usr/lib/python3/dist-packages
LD_LIBRARY_PATH=$root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo "$(uname -m)-linux-gnu")
PATH_OF_TOOLS=$root/usr/sbin:$root/usr/bin
EOF
