// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/capabilities.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

tl::unexpected<Error> systemError(const char *what)
{
    if (errno == EPERM)
        return failed(Failure::NotPermitted, {what});
    return failed(Failure::System, {what, std::strerror(errno)});
}

struct Capabilities
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};

    [[nodiscard]] Result<void> read()
    {
        if (syscall(SYS_capget, &header, data) != 0)
            return systemError("capget");
        return {};
    }
    [[nodiscard]] Result<void> write()
    {
        if (syscall(SYS_capset, &header, data) != 0)
            return systemError("capset");
        return {};
    }
};

} // namespace

void forbidNewPrivileges()
{
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

Result<void> dropCapability(int capability)
{
    Capabilities held;
    if (const auto done = held.read(); !done)
        return done;
    auto &word = held.data[CAP_TO_INDEX(capability)];
    const std::uint32_t mask = ~CAP_TO_MASK(capability);
    word = {word.effective & mask, word.permitted & mask, word.inheritable & mask};
    return held.write();
}

Result<void> keepOnlyCapabilities(std::initializer_list<int> capabilities)
{
    Capabilities held;
    if (const auto done = held.read(); !done)
        return done;
    Capabilities wanted;
    for (const int capability : capabilities) {
        const auto word = CAP_TO_INDEX(capability);
        const std::uint32_t kept = held.data[word].permitted & CAP_TO_MASK(capability);
        wanted.data[word].permitted |= kept;
        wanted.data[word].effective |= kept;
    }
    return wanted.write();
}

} // namespace noonmark::system
