// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"
#include "core/config/finding.h"

#include <string>
#include <vector>

namespace noonmark::config {

enum class Severity : unsigned char { Info, Warning, Error };

// A way to mend it. The sentence ("Write "mask 255.255.255.0"") is made in wording/ from the kind and the arguments.
struct Fix
{
    FixKind kind{};
    std::vector<std::string> arguments;
    std::vector<Edit> edits;
};

// What is wrong at a place of the file, as a value; wording/ makes the sentence. The arguments of each finding are
// listed beside it in finding.h.
struct Diagnostic
{
    TextRange range;
    Severity severity = Severity::Warning;
    Finding finding{};
    std::vector<std::string> arguments;
    std::vector<Dialect> dialects;      // those it holds for; never empty
    std::vector<Fix> fixes;             // the best first
};

} // namespace noonmark::config
