// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/filetree.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace noonmark::config {

namespace {

// "4, 7" of the whole, as one who looks at this file calls them.
std::string lineNames(const FileTree &tree, std::size_t file, const std::string &numbers)
{
    std::string names;
    for (std::size_t at = 0; at < numbers.size();) {
        const std::size_t next = std::min(numbers.find(',', at), numbers.size());
        names += (names.empty() ? "" : ", ") + tree.lineName(std::atoi(numbers.c_str() + at), file);
        at = next + 1;
    }
    return names;
}

} // namespace

std::vector<LineReading> readings(const FileTree &tree, std::size_t file)
{
    const std::vector<LineReading> ofWhole = readings(tree.whole(), tree.dialect());
    std::vector<LineReading> result;
    if (file >= tree.files().size())
        return result;
    for (const Line &line : tree.files()[file].document.lines()) {
        const int number = tree.lineOfWhole(file, line.number);
        LineReading reading = number > 0 ? ofWhole[static_cast<std::size_t>(number) - 1] : LineReading{};
        reading.line = line.number;
        for (Effect &effect : reading.effects) {
            const auto lines = lineArgument(effect.kind);
            if (lines && *lines < effect.arguments.size())
                effect.arguments[*lines] = lineNames(tree, file, effect.arguments[*lines]);
        }
        result.push_back(std::move(reading));
    }
    return result;
}

std::optional<std::vector<TreeFile>> edited(const FileTree &tree, const std::vector<Edit> &edits)
{
    std::vector<FileEdits> placed = tree.placed(edits);
    if (placed.empty() && !edits.empty())
        return std::nullopt;
    std::vector<TreeFile> files = tree.files();
    for (FileEdits &of : placed)
        files[of.file].document.apply(std::move(of.edits));
    return files;
}

} // namespace noonmark::config
