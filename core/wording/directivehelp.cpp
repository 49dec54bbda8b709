// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/statement.h"
#include "core/wording/directivetable.h"
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace noonmark::wording {
namespace {

bool holdsWord(std::string_view words, std::string_view word)
{
    for (std::size_t start = 0; start <= words.size();) {
        const std::size_t end = std::min(words.find(' ', start), words.size());
        if (words.substr(start, end - start) == word)
            return true;
        start = end + 1;
    }
    return false;
}

bool isAccessRule(std::string_view directive)
{
    return directive == "restrict" || directive == "unrestrict";
}

} // namespace

QString explanationOfDirective(std::string_view name)
{
    const auto texts = directiveTexts();
    const auto found = std::ranges::find(texts, name, &DirectiveText::directive);
    return found == texts.end() ? QString() : translated(found->explanation);
}

QString explanationOfOption(std::string_view directive, std::string_view option)
{
    const auto matches = [&](const OptionText &text) {
        return text.option == option && holdsWord(text.directives, directive);
    };
    const auto texts = optionTexts();
    const auto found = std::ranges::find_if(texts, matches);
    if (found != texts.end())
        return translated(found->explanation);
    if (const std::uint32_t flag = isAccessRule(directive) ? config::accessFlag(option) : 0)
        return explanationOfFlag(flag);
    return {};
}

} // namespace noonmark::wording
