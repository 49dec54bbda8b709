// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/filetree.h"

#include "core/config/treereader.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace noonmark::config {

namespace {

// A text that goes into a file with other line ends takes those of the file.
std::string withEndings(const std::string &text, std::string_view ending)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        if (text[i] == '\n')
            result += ending;
        else
            result += text[i];
    }
    return result;
}

std::string nameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

bool isSame(const FileDiagnostic &a, const FileDiagnostic &b)
{
    return a.file == b.file && a.diagnostic.range == b.diagnostic.range &&
           a.diagnostic.finding == b.diagnostic.finding && a.diagnostic.arguments == b.diagnostic.arguments;
}

} // namespace

FileTree::FileTree(std::string path, Document main, Dialect dialect, const PathReader &read)
    : m_dialect(dialect)
{
    m_files.push_back({std::move(path), FileRole::Main, 0, std::move(main)});
    TreeReader(*this, read).run();
}

std::optional<std::size_t> FileTree::keysFile() const
{
    return m_files.back().role == FileRole::Keys ? std::optional(m_files.size() - 1) : std::nullopt;
}

// An insertion between two pieces belongs to the one that ends there: lines are added behind their like.
const FileTree::Piece &FileTree::pieceAt(std::size_t offset, bool asInsertion) const
{
    const auto behind = std::ranges::upper_bound(m_pieces, offset, {}, &Piece::offset);
    auto piece = behind == m_pieces.begin() ? behind : std::prev(behind);
    while (asInsertion && piece->offset == offset && piece != m_pieces.begin())
        --piece;
    return *piece;
}

FilePlace FileTree::place(std::size_t offsetInWhole) const
{
    const Piece &piece = pieceAt(offsetInWhole, false);
    return {piece.file, piece.source.offset + std::min(offsetInWhole - piece.offset, piece.source.length)};
}

std::pair<std::size_t, int> FileTree::line(int lineOfWhole) const
{
    const auto index = static_cast<std::size_t>(std::max(lineOfWhole, 1)) - 1;
    if (index >= m_whole.lines().size())
        return {0, 1};
    const FilePlace found = place(m_whole.lines()[index].range.offset);
    return {found.file, m_files[found.file].document.lineAt(found.offset).number};
}

std::string FileTree::lineName(int lineOfWhole, std::size_t seenFrom) const
{
    const auto [file, number] = line(lineOfWhole);
    const std::string digits = std::to_string(number);
    return file == seenFrom ? digits : nameOf(m_files[file].path) + ':' + digits;
}

int FileTree::lineOfWhole(std::size_t file, int line) const
{
    const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
    if (file >= m_files.size() || index >= m_files[file].document.lines().size())
        return 0;
    const std::size_t offset = m_files[file].document.lines()[index].range.offset;
    const auto piece = std::ranges::find_if(m_pieces, [&](const Piece &candidate) {
        return candidate.file == file && offset >= candidate.source.offset && offset < candidate.source.end();
    });
    return piece == m_pieces.end() ? 0 : m_whole.lineAt(piece->offset + offset - piece->source.offset).number;
}

std::optional<std::pair<std::size_t, Edit>> FileTree::placedEdit(const Edit &edit) const
{
    const bool isInsertion = edit.range.length == 0;
    const bool isAppended = isInsertion && edit.range.offset == m_whole.bytes().size();
    // What has no place of its own goes behind the main file, and not into whichever file is read last.
    const Piece &piece = isAppended ? *std::ranges::find(m_pieces.rbegin(), m_pieces.rend(), 0U, &Piece::file)
                                    : pieceAt(edit.range.offset, isInsertion);
    const std::size_t from =
        isAppended ? piece.source.length + (piece.endsOpen ? 1 : 0) : edit.range.offset - piece.offset;
    const std::size_t most = piece.source.length + (piece.endsOpen ? 1 : 0);
    if (from > most || edit.range.length > most - from)
        return std::nullopt;
    const Document &document = m_files[piece.file].document;
    const bool isOther = document.lineEnding() != m_whole.lineEnding();
    std::string text = isOther ? withEndings(edit.replacement, document.lineEnding()) : edit.replacement;
    // Behind a last line without an end the new lines need one before them.
    if (from > piece.source.length)
        text.insert(0, document.lineEnding());
    const std::size_t start = std::min(from, piece.source.length);
    const std::size_t end = std::min(from + edit.range.length, piece.source.length);
    return std::pair(piece.file, Edit{{piece.source.offset + start, end - start}, std::move(text)});
}

std::vector<FileEdits> FileTree::placed(const std::vector<Edit> &edits) const
{
    std::vector<FileEdits> result;
    for (const Edit &edit : edits) {
        auto one = placedEdit(edit);
        if (!one)
            return {};
        auto of = std::ranges::find(result, one->first, &FileEdits::file);
        if (of == result.end())
            of = result.insert(result.end(), FileEdits{one->first, {}});
        of->edits.push_back(std::move(one->second));
    }
    return result;
}

FileDiagnostic FileTree::placedFinding(Diagnostic finding) const
{
    const FilePlace start = place(finding.range.offset);
    const FilePlace last = place(finding.range.end() - (finding.range.length > 0 ? 1 : 0));
    const bool isInOne = finding.range.length > 0 && last.file == start.file && last.offset >= start.offset;
    finding.range = {start.offset, isInOne ? last.offset + 1 - start.offset : 0};
    if (const auto index = lineArgument(finding.finding); index && *index < finding.arguments.size()) {
        std::string &name = finding.arguments[*index];
        name = lineName(std::atoi(name.c_str()), start.file);
    }
    FileDiagnostic result{start.file, {}, {}};
    for (Fix &fix : std::exchange(finding.fixes, {})) {
        std::vector<FileEdits> edits = placed(fix.edits);
        if (edits.size() != 1)
            continue;
        fix.edits = std::move(edits.front().edits);
        finding.fixes.push_back(std::move(fix));
        result.fixFiles.push_back(edits.front().file);
    }
    result.diagnostic = std::move(finding);
    return result;
}

std::vector<FileDiagnostic> FileTree::placed(std::vector<Diagnostic> findings) const
{
    std::vector<FileDiagnostic> result;
    result.reserve(findings.size());
    for (Diagnostic &finding : findings)
        result.push_back(placedFinding(std::move(finding)));
    // A file that is read twice brings its findings twice.
    std::ranges::stable_sort(result, {}, [](const FileDiagnostic &one) {
        return std::tuple(one.file, one.diagnostic.range.offset);
    });
    result.erase(std::unique(result.begin(), result.end(), isSame), result.end());
    return result;
}

} // namespace noonmark::config
