#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""beside.py PARSING NTPD [LINES]: our figures, and below them how long ntpsec's ntpd takes for the same file.

ntpd runs in a network namespace of its own without the right to set a clock. It is timed from the message that it
begins with the file up to the first about its sockets: by then it has read the lines and made its access list of
them. PARSING is the benchmark beside this file, NTPD a daemon that tests/interop/stock.sh fetched.
"""
import os
import selectors
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 120


def lines_of(daemon):
    """Each line of the daemon with the moment at which it came."""
    selector = selectors.DefaultSelector()
    selector.register(daemon.stdout, selectors.EVENT_READ)
    pending = b""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not selector.select(1):
            continue
        data = os.read(daemon.stdout.fileno(), 65536)
        if not data:
            return
        now = time.monotonic()
        *whole, pending = (pending + data).split(b"\n")
        for line in whole:
            yield now, line.decode(errors="replace")


def seconds_of_ntpd(ntpd, file):
    libraries = next(Path(ntpd).parents[2].glob("usr/lib/*-linux-gnu"), None)
    command = ["unshare", "--net", "capsh", "--drop=cap_sys_time", "--", "-c", f'exec "{ntpd}" -n -c "{file}"']
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=dict(os.environ, LD_LIBRARY_PATH=str(libraries)))
    begin = None
    try:
        for moment, line in lines_of(daemon):
            if "parsing file" in line:
                begin = moment
            elif begin is not None and " IO: " in line:
                return moment - begin
    finally:
        daemon.kill()
        daemon.wait()
    return None


def main(parsing, ntpd, lines="10000"):
    subprocess.run([parsing, lines], check=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        file = Path(folder) / "ntp.conf"
        subprocess.run([parsing, lines, str(file)], check=True)
        seconds = seconds_of_ntpd(ntpd, file)
    if seconds is None:
        print(f"ntpd had not read the file after {PATIENCE} s")
    else:
        print(f"{'ntpd reads and applies':<28} {seconds:8.3f} s  {int(lines) / seconds:10.0f} lines/s")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
