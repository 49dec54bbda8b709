// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/privileges.h"

#include "core/system/capabilities.h"

#include <cerrno>
#include <cstdint>
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

// -1, which setuid() takes for "as before", is nobody's.
std::optional<std::uint32_t> numberIn(const QByteArray &word)
{
    bool isNumber = false;
    const auto number = word.toUInt(&isNumber);
    const bool isPlain = isNumber && word.front() >= '0' && word.front() <= '9';
    return isPlain && number != UINT32_MAX ? std::optional<std::uint32_t>(number) : std::nullopt;
}

std::optional<Identity> userOf(const QByteArray &word)
{
    const auto number = numberIn(word);
    const passwd *entry = getpwnam(word.constData());
    if (entry == nullptr && number)
        entry = getpwuid(*number);
    if (entry == nullptr)
        return std::nullopt;
    return Identity{entry->pw_name, entry->pw_uid, entry->pw_gid};
}

std::optional<gid_t> groupOf(const QByteArray &word)
{
    const ::group *entry = getgrnam(word.constData());
    return entry != nullptr ? std::optional(entry->gr_gid) : numberIn(word);
}

Result<void> become(const Identity &who)
{
    prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
    const bool isNamed = !who.name.isEmpty();
    if ((isNamed ? initgroups(who.name.constData(), who.group) : setgroups(1, &who.group)) != 0)
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

std::optional<Identity> findUser(const QString &who)
{
    const QByteArray name = who.section(QLatin1Char(':'), 0, 0).toLocal8Bit();
    const QByteArray groupName = who.section(QLatin1Char(':'), 1).toLocal8Bit();
    auto identity = userOf(name);
    if (groupName.isEmpty())
        return identity;
    const auto group = groupOf(groupName);
    const auto number = numberIn(name);
    if (!group || (!identity && !number))
        return std::nullopt;
    return identity ? Identity{identity->name, identity->user, *group} : Identity{{}, *number, *group};
}

Result<void> becomeUser(const Identity &who)
{
    if (auto done = become(who); !done)
        return done;
    return system::keepOnlyCapabilities({CAP_NET_BIND_SERVICE, CAP_SYS_TIME});
}

} // namespace noonmark::daemon
