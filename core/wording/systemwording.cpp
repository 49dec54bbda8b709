// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace noonmark::wording {
namespace {

struct Reason
{
    int number;
    const char *text;
};

// What the kernel says most often when something cannot be had.
constexpr Reason Reasons[] = {
    {EACCES, NOONMARK_TEXT("Permission denied")},
    {EPERM, NOONMARK_TEXT("Operation not permitted")},
    {ENOENT, NOONMARK_TEXT("No such file or directory")},
    {ENOTDIR, NOONMARK_TEXT("Not a directory")},
    {EISDIR, NOONMARK_TEXT("Is a directory")},
    {ENOSPC, NOONMARK_TEXT("No space left on device")},
    {EROFS, NOONMARK_TEXT("Read-only file system")},
    {EIO, NOONMARK_TEXT("Input/output error")},
    {EMFILE, NOONMARK_TEXT("Too many open files")},
    {ENOMEM, NOONMARK_TEXT("Cannot allocate memory")},
    {EADDRINUSE, NOONMARK_TEXT("Address already in use")},
    {EADDRNOTAVAIL, NOONMARK_TEXT("Cannot assign requested address")},
    {ECONNREFUSED, NOONMARK_TEXT("Connection refused")},
    {ENETUNREACH, NOONMARK_TEXT("Network is unreachable")},
    {EHOSTUNREACH, NOONMARK_TEXT("No route to host")},
};

} // namespace

QString systemReason(const std::string &text)
{
    const auto found = std::ranges::find_if(
        Reasons, [&text](const Reason &reason) { return text == reason.text || text == std::strerror(reason.number); });
    return found == std::end(Reasons) ? plain(text) : translated(found->text);
}

} // namespace noonmark::wording
