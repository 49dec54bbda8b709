// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/privileges.h"

#include "core/system/capabilities.h"

#include <cerrno>
#include <cstring>

#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace noonmark::daemon {

namespace {

Error systemError(const char *what)
{
    if (errno == EPERM)
        return {Failure::NotPermitted, {what}};
    return {Failure::System, {what, std::strerror(errno)}};
}

// "user" or "user:group", as ntpd's -u takes them.
Result<void> become(const QString &who)
{
    const QByteArray name = who.section(QLatin1Char(':'), 0, 0).toLocal8Bit();
    const QByteArray group = who.section(QLatin1Char(':'), 1).toLocal8Bit();
    const passwd *entry = getpwnam(name.constData());
    if (entry == nullptr)
        return failed(Failure::System, {"getpwnam " + name.toStdString(), "no such user"});
    const uid_t uid = entry->pw_uid;
    gid_t gid = entry->pw_gid;
    if (!group.isEmpty()) {
        const ::group *other = getgrnam(group.constData());
        if (other == nullptr)
            return failed(Failure::System, {"getgrnam " + group.toStdString(), "no such group"});
        gid = other->gr_gid;
    }
    prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
    if (initgroups(name.constData(), gid) != 0)
        return tl::unexpected(systemError("initgroups"));
    if (setgid(gid) != 0)
        return tl::unexpected(systemError("setgid"));
    if (setuid(uid) != 0)
        return tl::unexpected(systemError("setuid"));
    return {};
}

} // namespace

Result<void> renounce(bool setsClock)
{
    system::forbidNewPrivileges();
    return setsClock ? Result<void>() : system::dropCapability(CAP_SYS_TIME);
}

Result<void> becomeUser(const QString &user)
{
    if (auto done = become(user); !done)
        return done;
    return system::keepOnlyCapabilities({CAP_NET_BIND_SERVICE, CAP_SYS_TIME});
}

} // namespace noonmark::daemon
