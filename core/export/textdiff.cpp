// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/textdiff.h"

#include <QStringBuilder>

#include <algorithm>
#include <span>
#include <tuple>

namespace noonmark::exports {
namespace {

using Kind = DiffLine::Kind;
using Lines = std::span<const QByteArray>;

constexpr int Context = 3;
// Beyond so many differing lines the search would cost more memory than a person can read changes.
constexpr int MostEdits = 2000;

std::vector<QByteArray> linesOf(const QByteArray &text)
{
    std::vector<QByteArray> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        lines.push_back(text.mid(start, end - start));
        start = end;
    }
    return lines;
}

std::size_t commonStart(Lines a, Lines b)
{
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::size_t commonEnd(Lines a, Lines b)
{
    std::size_t count = 0;
    while (count < a.size() && count < b.size() && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): how far each diagonal gets with d
// edits.
class Search
{
public:
    Search(Lines a, Lines b)
        : m_a(a)
        , m_b(b)
    {}

    // The kinds of the lines on the shortest way from a to b; empty if it is too long.
    std::vector<Kind> way()
    {
        for (int d = 0; d <= MostEdits; ++d) {
            if (advance(d))
                return backtrack(d);
        }
        return {};
    }

private:
    [[nodiscard]] int size(Lines lines) const { return static_cast<int>(lines.size()); }
    // Row d holds the diagonals -d..d.
    [[nodiscard]] int reached(int d, int k) const
    {
        return m_rows[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }
    [[nodiscard]] bool comesFromAbove(int d, int k) const
    { // "Above" adds a line of b; on a tie removal comes first, so that it stands first in the result.
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }

    bool advance(int d)
    {
        m_rows.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
        for (int k = -d; k <= d; k += 2) {
            // Points beyond the texts are harmless: no shortest way leads through them.
            int x = d == 0 ? 0 : comesFromAbove(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
            while (x < size(m_a) && x - k < size(m_b) && at(m_a, x) == at(m_b, x - k))
                ++x;
            m_rows.back()[static_cast<std::size_t>(k + d)] = x;
            if (x == size(m_a) && x - k == size(m_b))
                return true;
        }
        return false;
    }

    std::vector<Kind> backtrack(int d) const
    {
        std::vector<Kind> kinds;
        int x = size(m_a);
        int y = size(m_b);
        for (; d > 0; --d) {
            const int k = x - y;
            const bool added = comesFromAbove(d, k);
            const int fromX = reached(d - 1, added ? k + 1 : k - 1);
            const int same = x - (added ? fromX : fromX + 1);
            kinds.insert(kinds.end(), static_cast<std::size_t>(same), Kind::Same);
            kinds.push_back(added ? Kind::Added : Kind::Removed);
            x = fromX;
            y = fromX - (added ? k + 1 : k - 1);
        }
        kinds.insert(kinds.end(), static_cast<std::size_t>(x), Kind::Same);
        std::ranges::reverse(kinds);
        return kinds;
    }

    static const QByteArray &at(Lines lines, int index) { return lines[static_cast<std::size_t>(index)]; }

    Lines m_a;
    Lines m_b;
    std::vector<std::vector<int>> m_rows;
};

std::vector<Kind> kindsOf(Lines a, Lines b)
{
    const std::size_t start = commonStart(a, b);
    const std::size_t end = commonEnd(a.subspan(start), b.subspan(start));
    const Lines middleOfA = a.subspan(start, a.size() - start - end);
    const Lines middleOfB = b.subspan(start, b.size() - start - end);

    std::vector<Kind> middle = Search(middleOfA, middleOfB).way();
    if (middle.empty()) {
        middle.assign(middleOfA.size(), Kind::Removed);
        middle.insert(middle.end(), middleOfB.size(), Kind::Added);
    }
    std::vector<Kind> kinds(start, Kind::Same);
    kinds.insert(kinds.end(), middle.begin(), middle.end());
    kinds.insert(kinds.end(), end, Kind::Same);
    return kinds;
}

// Within one block of changes the removed lines come first: a person compares the old with the new.
void sortBlocks(std::vector<Kind> &kinds)
{
    for (auto start = kinds.begin(); start != kinds.end();) {
        start = std::find_if(start, kinds.end(), [](Kind kind) { return kind != Kind::Same; });
        const auto end = std::find(start, kinds.end(), Kind::Same);
        std::stable_partition(start, end, [](Kind kind) { return kind == Kind::Removed; });
        start = end;
    }
}

// [first, last) of the lines that belong to one hunk, from `first` on; first == last if there is none.
std::pair<std::size_t, std::size_t> nextHunk(std::span<const DiffLine> lines, std::size_t first)
{
    const auto isChange = [&](std::size_t i) { return lines[i].kind != Kind::Same; };
    std::size_t change = first;
    while (change < lines.size() && !isChange(change))
        ++change;
    if (change == lines.size())
        return {change, change};
    std::size_t last = change;
    for (std::size_t i = change; i < lines.size() && i <= last + 2 * Context + 1; ++i) {
        if (isChange(i))
            last = i;
    }
    return {std::max(first, change - std::min<std::size_t>(change, Context)),
            std::min(lines.size(), last + 1 + Context)};
}

QByteArray rangeText(int line, int count)
{
    return count == 1 ? QByteArray::number(line) : QByteArray::number(line) + ',' + QByteArray::number(count);
}

QByteArray hunkHead(std::span<const DiffLine> all, std::size_t first, std::size_t last)
{
    const auto preceding = all.first(first);
    const auto hunk = all.subspan(first, last - first);
    const auto count = [](std::span<const DiffLine> lines, Kind without) {
        return static_cast<int>(
            std::ranges::count_if(lines, [without](const DiffLine &line) { return line.kind != without; }));
    };
    const int before = count(hunk, Kind::Added);
    const int after = count(hunk, Kind::Removed);
    // An empty side names the line before it.
    const int beforeStart = count(preceding, Kind::Added) + (before > 0 ? 1 : 0);
    const int afterStart = count(preceding, Kind::Removed) + (after > 0 ? 1 : 0);
    return "@@ -" + rangeText(beforeStart, before) + " +" + rangeText(afterStart, after) + " @@\n";
}

QByteArray printed(const DiffLine &line)
{
    constexpr char Signs[] = {' ', '-', '+'};
    QByteArray result = Signs[static_cast<int>(line.kind)] + line.text;
    if (!line.text.endsWith('\n'))
        result += "\n\\ No newline at end of file\n";
    return result;
}

} // namespace

std::vector<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after)
{
    const auto a = linesOf(before);
    const auto b = linesOf(after);
    auto kinds = kindsOf(a, b);
    sortBlocks(kinds);

    std::vector<DiffLine> result;
    result.reserve(kinds.size());
    std::size_t x = 0;
    std::size_t y = 0;
    for (const Kind kind : kinds) {
        DiffLine line{kind, kind == Kind::Added ? b[y] : a[x], 0, 0};
        if (kind != Kind::Added)
            line.before = static_cast<int>(++x);
        if (kind != Kind::Removed)
            line.after = static_cast<int>(++y);
        result.push_back(std::move(line));
    }
    return result;
}

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QByteArray &beforeName,
                       const QByteArray &afterName)
{
    const auto lines = lineDiff(before, after);
    QByteArray result;
    for (auto [first, last] = nextHunk(lines, 0); first < last;
         std::tie(first, last) = nextHunk(lines, last)) {
        result += hunkHead(lines, first, last);
        for (std::size_t i = first; i < last; ++i)
            result += printed(lines[i]);
    }
    return result.isEmpty() ? result : "--- " + beforeName + "\n+++ " + afterName + '\n' + result;
}

} // namespace noonmark::exports
