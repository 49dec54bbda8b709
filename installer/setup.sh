# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by installer/run.sh and tests/run.sh: what both need before they can build on a bare Debian 12.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
    g++ cmake ninja-build
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libqcustomplot-dev libgl-dev libexpected-dev libfmt-dev libssl-dev libqt6sql6-sqlite
)
# What the built programs need besides: Chinese letters, icons drawn from SVG.
window_packages=(fonts-dejavu-core fonts-noto-cjk libqt6svg6 libxcb-cursor0)

say() { printf '==> %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        die "Packages are missing and this is neither root nor a user with sudo: $*"
    fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }

# install_missing PACKAGE...: asks apt only for what is not there, so that a second run is quick and works offline.
install_missing() {
    local missing=() package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    command -v apt-get > /dev/null || die "This set-up knows Debian 12 only; install by hand: ${missing[*]}"
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# build PRESET: configures and builds with as many jobs as there are cores.
build() {
    say "Building ($1)"
    (cd "$top" && cmake --preset "$1" && cmake --build --preset "$1" --parallel "$(nproc)")
}
