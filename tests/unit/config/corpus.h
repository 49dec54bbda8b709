// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Real files for the tests of this folder.
namespace noonmark::config::test {

struct Sample
{
    std::string name;
    std::string bytes;
};

inline void addFolder(std::vector<Sample> &samples, const std::filesystem::path &folder)
{
    std::error_code absent;
    for (const auto &entry : std::filesystem::directory_iterator(folder, absent)) {
        if (entry.path().extension() != ".conf")
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        samples.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
    }
}

inline std::vector<Sample> recipes()
{
    std::vector<Sample> samples;
    addFolder(samples, NOONMARK_TEST_DATA "/recipes");
    return samples;
}

// What once broke a promise.
inline std::vector<Sample> foundByFuzzing()
{
    std::vector<Sample> samples;
    addFolder(samples, NOONMARK_TEST_DATA "/fuzz");
    return samples;
}

// With the files found in public repositories, where they are at hand: they belong to their authors and stay
// outside.
inline std::vector<Sample> everything()
{
    std::vector<Sample> samples = recipes();
    addFolder(samples, NOONMARK_SHARED "/corpus/real");
    return samples;
}

} // namespace noonmark::config::test
