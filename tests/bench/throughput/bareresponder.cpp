// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_bareresponder PORT: what the kernel allows at best. Turns requests round in batches of 64 and looks at nothing.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace {

constexpr unsigned Batch = 64;

struct Messages
{
    std::array<std::array<unsigned char, 128>, Batch> bytes{};
    std::array<sockaddr_in, Batch> from{};
    std::array<iovec, Batch> slices{};
    std::array<mmsghdr, Batch> headers{};

    void makeReady()
    {
        for (unsigned i = 0; i < Batch; ++i) {
            slices[i] = {bytes[i].data(), bytes[i].size()};
            headers[i].msg_hdr = {&from[i], sizeof from[i], &slices[i], 1, nullptr, 0, 0};
        }
    }
    void turnRound(unsigned count)
    {
        for (unsigned i = 0; i < count; ++i) {
            slices[i].iov_len = headers[i].msg_len;
            bytes[i][0] = 0x24; // version 4, mode 4
            bytes[i][1] = 1;
            std::memcpy(&bytes[i][24], &bytes[i][40], 8);
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    const int descriptor = socket(AF_INET, SOCK_DGRAM, 0);
    const int queue = 4 << 20;
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &queue, sizeof queue);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 123));
    if (bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return 1;
    static Messages messages;
    for (;;) {
        messages.makeReady();
        const int count = recvmmsg(descriptor, messages.headers.data(), Batch, MSG_WAITFORONE, nullptr);
        if (count <= 0)
            continue;
        messages.turnRound(static_cast<unsigned>(count));
        sendmmsg(descriptor, messages.headers.data(), static_cast<unsigned>(count), 0);
    }
}
