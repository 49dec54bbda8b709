// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/directives.h"

#include "core/base/letters.h"
#include "core/config/directivetable.h"
#include "core/config/keywords.h"
#include "core/config/wordindex.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace noonmark::config {

namespace {

std::vector<DirectiveSpec> joined()
{
    std::vector<DirectiveSpec> all;
    for (const auto part : {table::sources(), table::access(), table::files(), table::tuning()})
        all.insert(all.end(), part.begin(), part.end());
    std::ranges::stable_sort(all, {}, &DirectiveSpec::group);
    return all;
}

// No keyword is that long, and the distance costs the product of both lengths.
constexpr std::size_t LongestWord = 48;

// Damerau-Levenshtein, restricted: a pair of swapped neighbours counts as one mistake.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::array<std::size_t, LongestWord + 1> before{};
    std::array<std::size_t, LongestWord + 1> last{};
    std::array<std::size_t, LongestWord + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

// Remembers the candidate with the fewest mistakes; the first of equals wins.
class Nearest
{
public:
    explicit Nearest(std::string_view word)
        : m_word(lowerCase(word))
        , m_fewest(m_word.size() / 3 + 1)
    {}

    void offer(std::string_view candidate)
    {
        if (candidate.empty() || std::max(m_word.size(), candidate.size()) > LongestWord)
            return;
        // "netmask" means "mask", though it has three letters too many.
        const bool ending = candidate.size() >= 4 && m_word.ends_with(candidate);
        const std::size_t gap =
            std::max(m_word.size(), candidate.size()) - std::min(m_word.size(), candidate.size());
        if (!ending && gap >= m_fewest)
            return; // each letter too many is a mistake
        const std::size_t mistakes =
            ending ? std::min<std::size_t>(1, m_word.size() - candidate.size()) : distance(m_word, candidate);
        if (mistakes < m_fewest) {
            m_fewest = mistakes;
            m_best = candidate;
        }
    }
    [[nodiscard]] std::string_view best() const { return m_best; }

private:
    std::string m_word;
    std::size_t m_fewest;
    std::string_view m_best;
};

} // namespace

std::span<const DirectiveSpec> directives()
{
    static const std::vector<DirectiveSpec> all = joined();
    return all;
}

const DirectiveSpec *findDirective(std::string_view name)
{
    static const WordIndex<DirectiveSpec> index(directives());
    return index.find(name);
}

const OptionSpec *findOption(const DirectiveSpec &directive, std::string_view name)
{
    const auto found = std::ranges::find(directive.options, name, &OptionSpec::name);
    return found == directive.options.end() ? nullptr : &*found;
}

const OptionSpec *findOption(const DirectiveSpec &directive, std::string_view name, Dialect dialect)
{
    const auto found = std::ranges::find_if(directive.options, [&](const OptionSpec &option) {
        return option.name == name && option.dialects.contains(dialect);
    });
    return found == directive.options.end() ? nullptr : &*found;
}

bool isKeyword(std::string_view word, Dialect dialect)
{
    const Keyword *keyword = findKeyword(word);
    return keyword && keyword->dialects.contains(dialect);
}

std::string_view nearestDirective(std::string_view word)
{
    Nearest nearest(word);
    for (const DirectiveSpec &spec : directives()) {
        if (spec.group != DirectiveGroup::Removed)
            nearest.offer(spec.name);
    }
    return nearest.best();
}

std::string_view nearestOption(const DirectiveSpec &directive, std::string_view word)
{
    Nearest nearest(word);
    for (const OptionSpec &option : directive.options)
        nearest.offer(option.name);
    for (std::string_view rest = directive.choices; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        nearest.offer(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return nearest.best();
}

} // namespace noonmark::config
