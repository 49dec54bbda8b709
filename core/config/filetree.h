// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/check.h"
#include "core/config/lowering.h"
#include "core/config/reading.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// An ntp.conf with all that it includes, as its daemon reads it: one text in reading order for whoever asks
// what the configuration means, and the way back from there into the files for whoever points or edits.
namespace noonmark::config {

// What a path holds. The file system stays outside: tests and fuzzers answer from memory.
struct PathContents
{
    enum class Kind : unsigned char
    {
        Missing,
        Unreadable,
        File,
        Folder
    };
    Kind kind = Kind::Missing;
    std::string bytes;              // of a file
    std::vector<std::string> names; // in a folder, in any order and without "." and ".."
    std::string truePath;           // two ways to one file have the same; "" = the path asked for
};
using PathReader = std::function<PathContents(const std::string &path)>;

enum class FileRole : unsigned char
{
    Main,
    Included,
    DropIn, // of ntpsec's ntp.d
    Keys
};

struct TreeFile
{
    std::string path;
    FileRole role = FileRole::Main;
    std::size_t parent = 0; // the file that names it; of the main file itself
    Document document;
};

struct FilePlace
{
    std::size_t file = 0;
    std::size_t offset = 0;

    friend bool operator==(const FilePlace &, const FilePlace &) = default;
};

// A finding in the file it is about. A fix may lie in another one: the rule for a pool belongs to the rules.
struct FileDiagnostic
{
    std::size_t file = 0;
    Diagnostic diagnostic;
    std::vector<std::size_t> fixFiles; // one for each fix
};

struct FileEdits
{
    std::size_t file = 0;
    std::vector<Edit> edits;
};

class FileTree
{
public:
    // Reads what the main file includes. Without a reader the main file is all there is.
    FileTree(std::string path, Document main, Dialect dialect, const PathReader &read);

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    // The main file first, each once, as they are first read; the keys file last.
    [[nodiscard]] const std::vector<TreeFile> &files() const { return m_files; }
    [[nodiscard]] std::optional<std::size_t> keysFile() const;
    // What the daemon reads, in its order; what it never reads (behind `end`) stands at the end.
    [[nodiscard]] const Document &whole() const { return m_whole; }

    [[nodiscard]] FilePlace place(std::size_t offsetInWhole) const;
    // File and line of a line of the whole.
    [[nodiscard]] std::pair<std::size_t, int> line(int lineOfWhole) const;
    // "12" in the same file, else "pools.conf:12".
    [[nodiscard]] std::string lineName(int lineOfWhole, std::size_t seenFrom) const;
    // The first line of the whole that this line of a file became; 0 if it became none.
    [[nodiscard]] int lineOfWhole(std::size_t file, int line) const;

    // Edits meant for the whole, as edits of the files. Empty if one of them runs across a border.
    [[nodiscard]] std::vector<FileEdits> placed(const std::vector<Edit> &edits) const;
    // Findings of the whole in their files: fixes that can not be placed are left out, and so is what is
    // found twice because a file is read twice.
    [[nodiscard]] std::vector<FileDiagnostic> placed(std::vector<Diagnostic> findings) const;
    // What went wrong while including.
    [[nodiscard]] const std::vector<FileDiagnostic> &includeFindings() const { return m_findings; }

private:
    friend class TreeReader;
    // These bytes of a file stand at `offset` in the whole.
    struct Piece
    {
        std::size_t file = 0;
        TextRange source;
        std::size_t offset = 0;
        bool endsOpen = false; // the whole has a newline behind it that the file has not
    };
    [[nodiscard]] const Piece &pieceAt(std::size_t offset, bool asInsertion) const;
    [[nodiscard]] std::optional<std::pair<std::size_t, Edit>> placedEdit(const Edit &edit) const;
    [[nodiscard]] FileDiagnostic placedFinding(Diagnostic finding) const;

    Dialect m_dialect;
    std::vector<TreeFile> m_files;
    std::vector<Piece> m_pieces;
    std::vector<FileDiagnostic> m_findings;
    Document m_whole;
};

// All that is wrong with the set: in its files, between them, and in its keys file. In the order of the
// files.
[[nodiscard]] std::vector<FileDiagnostic> check(const FileTree &tree, const Surroundings &around = {},
                                                Sharing sharing = Sharing::Told);
// The same in two steps: what is wrong with the whole, and the places of that, together with what only the
// files have.
[[nodiscard]] std::vector<Diagnostic> checkWhole(const FileTree &tree, const Surroundings &around = {},
                                                 Sharing sharing = Sharing::Told);
[[nodiscard]] std::vector<FileDiagnostic>
placedFindings(const FileTree &tree, std::vector<Diagnostic> ofWhole, const Surroundings &around = {});

// What the daemon does with each line of one of the files, as a part of the whole. A line that is read in several
// places is told of as in the first.
[[nodiscard]] std::vector<LineReading> readings(const FileTree &tree, std::size_t file = 0);
// The files after edits meant for the whole, in the order of files(); nothing if an edit runs across a border.
[[nodiscard]] std::optional<std::vector<TreeFile>> edited(const FileTree &tree, const std::vector<Edit> &edits);

// What the whole means for our engine. Line numbers are those of the whole.
[[nodiscard]] Lowered lower(const FileTree &tree);

// Where a daemon of this dialect looks for what an `includefile` line of this file names ...
[[nodiscard]] std::string includedPath(const std::string &word, const std::string &file, Dialect dialect);
// ... and for its keys.
[[nodiscard]] std::string keysPath(const std::string &word, const std::string &mainFile, Dialect dialect);

} // namespace noonmark::config
