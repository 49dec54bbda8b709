// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"
#include "core/config/statement.h"

#include <optional>

namespace noonmark::config {

// How far a daemon's parser gets with one line. Both daemons execute the longest valid beginning that is a
// whole command, unless the error is inside of a pair of words: then they execute nothing (GRAMMAR, section
// 1).
enum class Extent : unsigned char
{
    Empty, // blank, or a comment
    Whole,
    Prefix,
    Nothing,
    Unread // behind `end` or a NUL byte
};

struct Execution
{
    Extent extent = Extent::Nothing;
    std::size_t words = 0; // tokens that are executed, with the directive's word
    std::optional<std::size_t>
        stoppedAt; // the token that is wrong; one past the last if something is missing
};

[[nodiscard]] Execution executionOf(const Line &line, Dialect dialect);
// Of a restrict line, for who has read it.
[[nodiscard]] Execution executionOf(const Line &line, const RestrictStatement &statement);

} // namespace noonmark::config
