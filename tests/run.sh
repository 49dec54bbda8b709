#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare Debian 12 to every test: installs what is missing, builds the preset, runs ctest.
#   tests/run.sh            the dev preset, all tests
#   tests/run.sh asan       the same under address and undefined-behaviour sanitizers
#   tests/run.sh dev -L unit    further arguments go to ctest
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../installer/setup.sh"

preset=${1:-dev}
shift $(($# > 0))

test_packages=(
    ccache python3 iproute2 util-linux netbase ntpstat
    xvfb openbox xdotool wmctrl x11-utils xclip imagemagick dbus at-spi2-core gir1.2-atspi-2.0 python3-gi
)
install_missing "${build_packages[@]}" "${window_packages[@]}" "${test_packages[@]}"
build "$preset"
say "Testing ($preset)"
cd "$top"
exec ctest --preset "$preset" --parallel "$(nproc)" "$@"
