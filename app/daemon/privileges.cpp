// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/privileges.h"

#include "core/system/capabilities.h"

#include <cerrno>
#include <cstring>
#include <optional>

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

struct Identity
{
    QByteArray name;
    uid_t user = 0;
    gid_t group = 0;
};

// "user" or "user:group", as ntpd's -u takes them.
std::optional<Identity> find(const QString &who)
{
    const QByteArray name = who.section(QLatin1Char(':'), 0, 0).toLocal8Bit();
    const QByteArray groupName = who.section(QLatin1Char(':'), 1).toLocal8Bit();
    const passwd *entry = getpwnam(name.constData());
    if (entry == nullptr)
        return std::nullopt;
    const Identity own{name, entry->pw_uid, entry->pw_gid};
    if (groupName.isEmpty())
        return own;
    const ::group *other = getgrnam(groupName.constData());
    return other == nullptr ? std::nullopt : std::optional(Identity{name, own.user, other->gr_gid});
}

Result<void> become(const Identity &who)
{
    prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
    if (initgroups(who.name.constData(), who.group) != 0)
        return tl::unexpected(systemError("initgroups"));
    if (setgid(who.group) != 0)
        return tl::unexpected(systemError("setgid"));
    if (setuid(who.user) != 0)
        return tl::unexpected(systemError("setuid"));
    return {};
}

} // namespace

Result<void> renounce(bool setsClock)
{
    system::forbidNewPrivileges();
    return setsClock ? Result<void>() : system::dropCapability(CAP_SYS_TIME);
}

bool isUser(const QString &user)
{
    return find(user).has_value();
}

Result<void> becomeUser(const QString &user)
{
    const auto identity = find(user);
    if (!identity)
        return failed(Failure::System, {user.toStdString(), "no such user"});
    if (auto done = become(*identity); !done)
        return done;
    return system::keepOnlyCapabilities({CAP_NET_BIND_SERVICE, CAP_SYS_TIME});
}

} // namespace noonmark::daemon
