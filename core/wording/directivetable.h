// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace noonmark::wording {

struct DirectiveText
{
    std::string_view directive;
    const char *explanation;
};

struct OptionText
{
    std::string_view directives; // the words that take it, with a blank between them
    std::string_view option;
    const char *explanation;
};

[[nodiscard]] std::span<const DirectiveText> directiveTexts();
[[nodiscard]] std::span<const OptionText> optionTexts();

} // namespace noonmark::wording
