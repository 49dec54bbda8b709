#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Noonmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tray.py PROGRAM: a stand-in for the tray of a desktop (StatusNotifierItem over D-Bus): is the verdict there, does its
menu show, hide and quit?"""
import os
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

WATCHER = '''<node><interface name="org.kde.StatusNotifierWatcher">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
<signal name="StatusNotifierHostRegistered"/>
</interface></node>'''
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'


class Tray:
    def __init__(self):
        self.items = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(WATCHER).interfaces[0]
        self.bus.register_object('/StatusNotifierWatcher', interface, self.called, self.asked, None)
        Gio.bus_own_name_on_connection(self.bus, 'org.kde.StatusNotifierWatcher', Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, _bus, sender, _path, _interface, method, arguments, invocation):
        if method == 'RegisterStatusNotifierItem':
            service = arguments.unpack()[0]
            self.items.append((sender, service if service.startswith('/') else '/StatusNotifierItem'))
        invocation.return_value(None)

    def asked(self, _bus, _sender, _path, _interface, name):
        return {'RegisteredStatusNotifierItems': GLib.Variant('as', []),
                'IsStatusNotifierHostRegistered': GLib.Variant('b', True),
                'ProtocolVersion': GLib.Variant('i', 0)}[name]

    def property(self, name):
        owner, path = self.items[-1]
        answer = self.bus.call_sync(owner, path, 'org.freedesktop.DBus.Properties', 'Get',
                                    GLib.Variant('(ss)', (ITEM, name)), None, Gio.DBusCallFlags.NONE, 5000, None)
        return answer.unpack()[0]

    def call(self, path, interface, method, arguments=None):
        return self.bus.call_sync(self.items[-1][0], path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                  5000, None)

    def menu(self):
        layout = self.call(self.property('Menu'), MENU, 'GetLayout', GLib.Variant('(iias)', (0, -1, []))).unpack()
        return {entry[1].get('label', '-'): entry[0] for entry in layout[1][2]}

    def click(self, label):
        event = GLib.Variant('(isvu)', (self.menu()[label], 'clicked', GLib.Variant('i', 0), 0))
        self.call(self.property('Menu'), MENU, 'Event', event)


def wait_until(what, condition, seconds=20):
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while context.iteration(False):
            pass
        if condition():
            return
        time.sleep(0.05)
    raise SystemExit(f'failed: {what}')


def display():
    read, write = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return server, ':' + number.readline().strip()


def main():
    tray = Tray()
    server, name = display()
    with tempfile.TemporaryDirectory() as home:
        # Qt leaves a pending call behind when it leaves the bus; the address sanitizer would count it as ours.
        leaks = os.path.join(home, 'leaks')
        with open(leaks, 'w', encoding='utf-8') as file:
            file.write('leak:libQt6DBus\n')
        surroundings = dict(os.environ, LSAN_OPTIONS=f'suppressions={leaks}', DISPLAY=name, HOME=home, XDG_CONFIG_HOME=home + '/config',
                            XDG_DATA_HOME=home + '/data', QT_QPA_PLATFORM='xcb', XDG_CURRENT_DESKTOP='KDE', LC_ALL='C.UTF-8')
        program = subprocess.Popen([sys.argv[1], '--lang', 'en', '--port', '21123'], env=surroundings)
        try:
            wait_until('the program registers its icon', lambda: tray.items)
            wait_until('the tool tip is the verdict', lambda: 'Noonmark' in str(tray.property('ToolTip')))
            wait_until('the icon is a picture', lambda: tray.property('IconPixmap') or tray.property('IconName'))
            print('tool tip:', tray.property('ToolTip')[2:])
            labels = list(tray.menu())
            print('menu:', labels)
            assert '_Quit' in labels and '_Show or hide the window' in labels, labels
            assert program.poll() is None
            tray.click('_Show or hide the window')
            tray.click('_Quit')
            wait_until('the program ends', lambda: program.poll() is not None)
            assert program.returncode == 0, program.returncode
        finally:
            program.kill()
            program.wait()
            server.terminate()
            server.wait()
    print('passed')


if __name__ == '__main__':
    main()
