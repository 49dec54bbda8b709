// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/notify.h"

#include <algorithm>
#include <cstddef>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace noonmark::daemon {

void notifyManager(const QByteArray &message)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.size() < 2 || static_cast<std::size_t>(path.size()) >= sizeof address.sun_path)
        return;
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    if (path.front() == '@')
        address.sun_path[0] = '\0'; // an abstract name
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    const auto length = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(path.size());
    const auto *raw = static_cast<const sockaddr *>(static_cast<const void *>(&address));
    sendto(descriptor, message.constData(), static_cast<std::size_t>(message.size()), MSG_NOSIGNAL, raw,
           static_cast<socklen_t>(length));
    close(descriptor);
}

} // namespace noonmark::daemon
