// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/control.h"

#include <algorithm>
#include <iterator>

namespace noonmark::protocol {

namespace {

constexpr std::size_t LineLength = 72;
constexpr std::string_view Blanks = " \t\r\n";

bool isPrintable(char c)
{
    return c >= 0x20 && c < 0x7f;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(Blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(Blanks) - first + 1);
}

std::string printable(std::string_view text)
{
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), isPrintable);
    return result;
}

// Where the token that starts the text ends. Only a quote right after "=" opens a string: those that stand
// elsewhere, or do not close on their line, are garbage, and must not swallow the rest of the answer.
std::size_t tokenLength(std::string_view text)
{
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::size_t equals = text.substr(0, comma).find('=');
    if (equals == std::string_view::npos)
        return comma;
    const std::size_t open = text.find_first_not_of(Blanks, equals + 1);
    if (open == std::string_view::npos || text[open] != '"')
        return comma;
    const std::size_t close = text.find_first_of("\"\n", open + 1);
    if (close == std::string_view::npos || text[close] == '\n')
        return comma;
    return std::min(text.find(',', close + 1), text.size());
}

std::string valueOf(std::string_view raw)
{
    raw = trimmed(raw);
    if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"')
        raw = raw.substr(1, raw.size() - 2);
    return printable(raw);
}

} // namespace

ControlVariables parseControlVariables(std::string_view text)
{
    ControlVariables variables;
    while (!text.empty()) {
        const std::size_t length = tokenLength(text);
        const std::string_view token = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        const std::size_t equals = std::min(token.find('='), token.size());
        std::string name(trimmed(printable(token.substr(0, equals))));
        if (name.empty())
            continue;
        const std::string_view value = token.substr(std::min(equals + 1, token.size()));
        variables.emplace_back(std::move(name), valueOf(value));
    }
    return variables;
}

const std::string *findVariable(const ControlVariables &variables, std::string_view name)
{
    const auto found =
        std::find_if(variables.begin(), variables.end(),
                     [name](const ControlVariable &variable) { return variable.first == name; });
    return found == variables.end() ? nullptr : &found->second;
}

std::vector<std::string_view> parseControlNames(std::string_view text)
{
    std::vector<std::string_view> names;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(','), text.size());
        std::string_view token = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        token = token.substr(0, token.find('='));
        const std::size_t first = token.find_first_not_of(Blanks);
        if (first != std::string_view::npos)
            names.push_back(token.substr(first));
    }
    return names;
}

void ControlText::add(std::string_view name, std::string_view value)
{
    const std::size_t length = name.size() + 1 + value.size();
    if (!m_text.empty()) {
        const bool fits = m_column + 2 + length + 1 <= LineLength;
        m_text += fits ? ", " : ",\r\n";
        m_column = fits ? m_column + 2 : 0;
    }
    m_text.append(name).append(1, '=').append(value);
    m_column += length;
}

void ControlText::addQuoted(std::string_view name, std::string_view value)
{
    std::string quoted(1, '"');
    std::copy_if(value.begin(), value.end(), std::back_inserter(quoted),
                 [](char c) { return isPrintable(c) && c != '"'; });
    add(name, quoted + '"');
}

std::string ControlText::finish() const
{
    return m_text.empty() ? m_text : m_text + "\r\n";
}

} // namespace noonmark::protocol
