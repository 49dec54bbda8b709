// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/filetree.h"

#include <map>
#include <set>

namespace noonmark::config {

// Walks through the files the way the daemons do, and puts the whole together. Used once, by FileTree.
class TreeReader
{
public:
    TreeReader(FileTree &tree, const PathReader &read);
    void run();

private:
    // A file that is to be read, and how many files the daemon has open by then.
    struct Leaf
    {
        std::string path;
        PathContents contents;
    };
    void readFile(std::size_t file, int level);
    void include(std::size_t file, const Line &line, int level);
    void readLeaf(std::size_t parent, FileRole role, Leaf leaf, int level);
    void readLeaves(std::size_t parent, FileRole role, std::vector<Leaf> leaves, int level);
    void collectLeaves(const std::string &folder, const PathContents &contents, int depth,
                       std::vector<Leaf> &leaves);
    void readDropIns();
    void readKeys();
    [[nodiscard]] std::size_t fileFor(std::size_t parent, FileRole role, Leaf leaf);
    [[nodiscard]] PathContents contentsOf(const std::string &path) const;
    // Lines [from, to) of the file become the next piece.
    void take(std::size_t file, std::size_t from, std::size_t to);
    void trouble(Finding finding, std::vector<std::string> arguments, Severity severity = Severity::Warning);

    FileTree &m_tree;
    const PathReader &m_read;
    std::string m_bytes;
    std::map<std::string, std::size_t> m_known; // by true path
    std::set<std::size_t> m_open;               // files that the daemon is in the middle of
    std::vector<FileTree::Piece> m_unread;      // behind `end` or a NUL byte
    // The line that is being followed, for troubles.
    std::size_t m_file = 0;
    TextRange m_word;
    int m_readings = 0;
    bool m_ended = false;
};

} // namespace noonmark::config
