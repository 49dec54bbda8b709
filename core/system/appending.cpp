// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/appending.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

// A pipe that nobody reads would be waited for without end.
constexpr int Flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
constexpr mode_t Mode = 0644;

bool standsInAFolderOfRoot(const std::string &path)
{
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    struct stat status = {};
    return ::stat(folder.c_str(), &status) == 0 && status.st_uid == 0 &&
           (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

int openToAppend(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), Flags | O_NOFOLLOW, Mode);
    if (descriptor >= 0 || errno != ELOOP)
        return descriptor;
    if (standsInAFolderOfRoot(path))
        return ::open(path.c_str(), Flags, Mode);
    errno = ELOOP;
    return -1;
}

int appendLine(int descriptor, std::string_view line)
{
    const off_t before = ::lseek(descriptor, 0, SEEK_END);
    const ssize_t written = ::write(descriptor, line.data(), line.size());
    if (written == static_cast<ssize_t>(line.size()))
        return 0;
    const int error = written < 0 ? errno : ENOSPC;
    return written <= 0 || ::ftruncate(descriptor, before) == 0 ? error : errno;
}

} // namespace noonmark::system
