// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/capabilities.h"

#include <QtTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noonmark;

namespace {

// What is dropped is gone for good, so each deed happens in a child that answers by its exit status.
template <typename Deed> int inChild(Deed deed)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(deed() ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool effective(int capability)
{ // A line of /proc/self/status: "CapEff:\t000001ffffffffff".
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("CapEff:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> capability & 1) != 0;
    }
    return false;
}

} // namespace

class CapabilitiesTest : public QObject
{
    Q_OBJECT

private slots:
    void dropsOne()
    {
        const bool hadTime = effective(CAP_SYS_TIME);
        const bool hadBind = effective(CAP_NET_BIND_SERVICE);
        QCOMPARE(inChild([hadBind] {
                     return system::dropCapability(CAP_SYS_TIME) && !effective(CAP_SYS_TIME) &&
                            effective(CAP_NET_BIND_SERVICE) == hadBind;
                 }),
                 0);
        QCOMPARE(effective(CAP_SYS_TIME), hadTime);
    }

    void keepsOnlyWhatIsNamed()
    {
        const bool hadBind = effective(CAP_NET_BIND_SERVICE);
        QCOMPARE(inChild([hadBind] {
                     return system::keepOnlyCapabilities({CAP_NET_BIND_SERVICE}) && !effective(CAP_CHOWN) &&
                            effective(CAP_NET_BIND_SERVICE) == hadBind;
                 }),
                 0);
        QCOMPARE(inChild([] { return system::keepOnlyCapabilities({}) && !effective(CAP_NET_BIND_SERVICE); }),
                 0);
    }

    void forbidsNewPrivileges()
    {
        QCOMPARE(inChild([] {
                     system::forbidNewPrivileges();
                     return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
                 }),
                 0);
    }
};

QTEST_APPLESS_MAIN(CapabilitiesTest)
#include "tst_capabilities.moc"
