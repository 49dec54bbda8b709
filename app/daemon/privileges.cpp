// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/privileges.h"

#include <cerrno>
#include <cstring>

#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace noonmark::daemon {

namespace {

Error systemError(const char *what)
{
    if (errno == EPERM)
        return {Failure::NotPermitted, {what}};
    return {Failure::System, {what, std::strerror(errno)}};
}

struct Capabilities
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};

    [[nodiscard]] bool read() { return syscall(SYS_capget, &header, data) == 0; }
    [[nodiscard]] bool write() { return syscall(SYS_capset, &header, data) == 0; }
    void keep(int capability, const Capabilities &from)
    {
        const auto word = CAP_TO_INDEX(capability);
        const std::uint32_t held = from.data[word].permitted & CAP_TO_MASK(capability);
        data[word].permitted |= held;
        data[word].effective |= held;
    }
    void drop(int capability)
    {
        auto &word = data[CAP_TO_INDEX(capability)];
        const std::uint32_t mask = ~CAP_TO_MASK(capability);
        word = {word.effective & mask, word.permitted & mask, word.inheritable & mask};
    }
};

Result<void> become(const QString &user)
{
    const QByteArray name = user.toLocal8Bit();
    const passwd *entry = getpwnam(name.constData());
    if (entry == nullptr)
        return failed(Failure::System, {"getpwnam " + name.toStdString(), "no such user"});
    const uid_t uid = entry->pw_uid;
    const gid_t gid = entry->pw_gid;
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
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    Capabilities wanted;
    if (!wanted.read())
        return tl::unexpected(systemError("capget"));
    if (!setsClock)
        wanted.drop(CAP_SYS_TIME);
    if (!wanted.write())
        return tl::unexpected(systemError("capset"));
    return {};
}

Result<void> becomeUser(const QString &user)
{
    Capabilities held;
    if (!held.read())
        return tl::unexpected(systemError("capget"));
    if (auto done = become(user); !done)
        return done;
    Capabilities wanted;
    wanted.keep(CAP_NET_BIND_SERVICE, held);
    wanted.keep(CAP_SYS_TIME, held);
    if (!wanted.write())
        return tl::unexpected(systemError("capset"));
    return {};
}

} // namespace noonmark::daemon
