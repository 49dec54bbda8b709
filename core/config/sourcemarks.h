// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// What switchSourceMode() writes behind a line that it touches: enough for a person to understand, and to
// take it back.
//   #server ntp1.example iburst # noonmark: off      was active
//   server ntp2.example # noonmark: was "# "         was commented out, with these bytes in front
//   fudge 127.127.1.0 stratum 10 # noonmark: added   was not there
namespace noonmark::config {

inline constexpr std::string_view OffMark = " # noonmark: off";
inline constexpr std::string_view WasMark = " # noonmark: was \"";
inline constexpr std::string_view AddedMark = " # noonmark: added";

} // namespace noonmark::config
