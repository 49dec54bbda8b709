// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why a file is left alone although the system would not mind: in place of the system's text in FileUnreadable and
// FileUnwritable. wording/ has a whole sentence for each.
namespace noonmark::reason {

inline constexpr const char *NoRegularFile = "no regular file";
inline constexpr const char *SomethingElse = "something else is in it";

} // namespace noonmark::reason
