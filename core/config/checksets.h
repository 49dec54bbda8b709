// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/checkcontext.h"

// The parts of checkSets().
namespace noonmark::config {

// Entries with holes in their masks that another entry takes hosts from.
void checkShadows(CheckContext &context, const std::vector<AccessEntry> &entries);
void checkDefaults(CheckContext &context); // how open the two default entries are
void checkReach(CheckContext &context);    // whether this machine is shut out
void checkUpstream(CheckContext &context); // whether the file's own sources are

// With the flags that others cover: ignore covers all, noquery what depends on queries.
[[nodiscard]] std::uint32_t withImplied(std::uint32_t flags);
[[nodiscard]] bool hasRestrictedName(const CheckContext &context, std::string_view name);
// The default entry of a family as the daemon keeps it.
[[nodiscard]] const AccessEntry &defaultEntry(const AccessTable &table, Family family);
// The line of a restrict statement by its number, or null.
[[nodiscard]] const Executed<RestrictStatement> *restrictionAt(const CheckContext &context, int lineNumber);
// Behind which word of the line a flag can be put so that the daemon reads it.
[[nodiscard]] TextRange placeForFlag(const Executed<RestrictStatement> &restriction);
// Where to point if no line is to blame but a missing one.
[[nodiscard]] TextRange placeForMissing(const CheckContext &context);

inline constexpr const char *SourceLine = "restrict source nomodify notrap noquery";

} // namespace noonmark::config
