/* SPDX-FileCopyrightText: 2026 The Noonmark authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into daemons that keep the kernel's small receive queue: gives every UDP socket 4 MiB, as ours asks for. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/socket.h>

int socket(int domain, int type, int protocol)
{
    static int (*real)(int, int, int);
    const int queue = 4 << 20;
    if (!real)
        real = (int (*)(int, int, int))dlsym(RTLD_NEXT, "socket");
    const int descriptor = real(domain, type, protocol);
    if (descriptor >= 0 && (type & 0xf) == SOCK_DGRAM && domain != AF_UNIX)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &queue, sizeof queue);
    return descriptor;
}
