// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/filetree.h"
#include "core/config/keysfile.h"

#include <algorithm>
#include <iterator>

namespace noonmark::config {

namespace {

// That our engine does not act on a line holds no longer once the line has been followed.
bool isFollowed(const Diagnostic &finding)
{
    return finding.finding == Finding::NotHonoured && finding.arguments.front() == "includefile";
}

void checkKeysOf(const FileTree &tree, std::size_t file, const Surroundings &around,
                 std::vector<FileDiagnostic> &findings)
{
    const TreeFile &keys = tree.files()[file];
    std::vector<Diagnostic> found = checkKeys(keys.document);
    if (around.othersMayRead && around.othersMayRead(keys.path))
        found.insert(found.begin(), readableKeys(keys.document));
    for (Diagnostic &finding : found) {
        const std::size_t fixes = finding.fixes.size();
        findings.push_back({file, std::move(finding), std::vector<std::size_t>(fixes, file)});
    }
}

} // namespace

std::vector<Diagnostic> checkWhole(const FileTree &tree, const Surroundings &around, Sharing sharing)
{
    std::vector<Diagnostic> ofWhole = check(tree.whole(), tree.dialect(), around, sharing);
    std::erase_if(ofWhole, isFollowed);
    const auto keys = tree.keysFile();
    if (keys)
        std::ranges::move(checkKeyUse(tree.whole(), tree.dialect(), tree.files()[*keys].document),
                          std::back_inserter(ofWhole));
    std::ranges::stable_sort(ofWhole, {}, [](const Diagnostic &one) { return one.range.offset; });
    return ofWhole;
}

std::vector<FileDiagnostic> check(const FileTree &tree, const Surroundings &around, Sharing sharing)
{
    return placedFindings(tree, checkWhole(tree, around, sharing), around);
}

std::vector<FileDiagnostic> placedFindings(const FileTree &tree, std::vector<Diagnostic> ofWhole,
                                           const Surroundings &around)
{
    std::vector<FileDiagnostic> findings = tree.placed(std::move(ofWhole));
    for (const FileDiagnostic &trouble : tree.includeFindings()) {
        const bool isSaid = std::ranges::any_of(findings, [&](const FileDiagnostic &said) {
            return said.file == trouble.file && said.diagnostic.range == trouble.diagnostic.range &&
                   said.diagnostic.finding == trouble.diagnostic.finding;
        });
        if (!isSaid)
            findings.push_back(trouble);
    }
    if (const auto keys = tree.keysFile())
        checkKeysOf(tree, *keys, around, findings);
    std::ranges::stable_sort(findings, {}, [](const FileDiagnostic &one) {
        return std::pair(one.file, one.diagnostic.range.offset);
    });
    return findings;
}

Lowered lower(const FileTree &tree)
{
    Lowered lowered = lower(tree.whole(), tree.dialect());
    std::erase_if(lowered.notHonoured, [](const NotHonoured &one) { return one.word == "includefile"; });
    if (!lowered.keysFile.empty())
        lowered.keysFile = keysPath(lowered.keysFile, tree.files().front().path, tree.dialect());
    return lowered;
}

} // namespace noonmark::config
