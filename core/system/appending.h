// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace noonmark::system {

// The descriptor of a file that is to be appended to, made if it is not there; -1 and errno if it cannot be. A
// symbolic link is followed only out of a folder that is root's alone (/dev/stdout; what an administrator laid):
// elsewhere somebody else could choose by a link what a daemon that is still root writes to (CVE-2020-14367).
[[nodiscard]] int openToAppend(const std::string &path);

// The whole line or nothing: half a line at the end of a full disk would spoil the next one. 0, or the errno.
[[nodiscard]] int appendLine(int descriptor, std::string_view line);

} // namespace noonmark::system
