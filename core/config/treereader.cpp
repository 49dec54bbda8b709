// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/treereader.h"

#include "core/config/effective.h"
#include "core/config/execution.h"

#include <algorithm>
#include <utility>

namespace noonmark::config {

namespace {

// Both daemons refuse an includefile line when more than so many files are open. ntpsec opens all files of a
// folder at once, and so the first that it reads count those that wait behind them (measured, 1.2.2).
constexpr int DeepestLevel = 5;
// No daemon has such a bound; an hour of reading would be its answer to files that include each other
// tenfold.
constexpr int MostReadings = 1000;
constexpr std::size_t MostBytes = std::size_t(64) << 20;
constexpr int DeepestFolder = 16; // links may make folders without end

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

bool readsFolders(Dialect dialect)
{
    return dialect != Dialect::Ntpd; // which opens a folder and reads nothing
}

bool includesSomething(const Line &line, Dialect dialect)
{
    if (line.kind != LineKind::Directive || line.keyword() != "includefile" || line.tokens.size() < 2)
        return false;
    const Execution execution = executionOf(line, dialect);
    return execution.words >= 2 && (execution.extent == Extent::Whole || execution.extent == Extent::Prefix);
}

// From the start of which line on the daemon reads nothing more of this file.
std::size_t endOfReading(const Document &document)
{
    const auto silent = silentEnd(document);
    std::size_t end = silent ? document.lineAt(*silent).range.offset : document.bytes().size();
    for (const Line &line : document.lines()) {
        if (line.range.offset >= end)
            break;
        if (line.kind == LineKind::Directive && line.keyword() == "end")
            end = line.range.offset;
    }
    return end;
}

std::size_t behind(const Line &line)
{
    return line.range.end() + line.terminator.size();
}

} // namespace

std::string includedPath(const std::string &word, const std::string &file, Dialect dialect)
{
    if (word.starts_with('/'))
        return word;
    // ntpd takes a relative path from where it runs, which is "/" for a service.
    return dialect == Dialect::Ntpd ? '/' + word : folderOf(file) + word;
}

std::string keysPath(const std::string &word, const std::string &mainFile, Dialect dialect)
{
    if (word.starts_with('/'))
        return word;
    return dialect == Dialect::Noonmark ? folderOf(mainFile) + word : '/' + word;
}

TreeReader::TreeReader(FileTree &tree, const PathReader &read)
    : m_tree(tree)
    , m_read(read)
{
    const std::string &path = tree.m_files.front().path;
    const PathContents contents = contentsOf(path);
    m_known.emplace(contents.truePath.empty() ? path : contents.truePath, 0);
}

void TreeReader::run()
{
    readFile(0, 1);
    m_ended = false;
    readDropIns();
    for (const FileTree::Piece &piece : std::exchange(m_unread, {}))
        take(piece.file, piece.source.offset, piece.source.end());
    if (m_tree.m_files.size() == 1) {
        // The usual case: one file, to the byte, which need not be read again.
        m_tree.m_whole = m_tree.m_files.front().document;
        m_tree.m_pieces = {{0, {0, m_tree.m_whole.bytes().size()}, 0, false}};
    } else {
        m_tree.m_whole = Document(std::move(m_bytes));
    }
    readKeys();
}

PathContents TreeReader::contentsOf(const std::string &path) const
{
    return m_read ? m_read(path) : PathContents{};
}

void TreeReader::take(std::size_t file, std::size_t from, std::size_t to)
{
    const std::string &bytes = m_tree.m_files[file].document.bytes();
    FileTree::Piece piece{file, {from, to - from}, m_bytes.size(), false};
    m_bytes.append(bytes, from, to - from);
    // The daemons end a file's last line themselves.
    piece.endsOpen = to == bytes.size() && !bytes.empty() && bytes.back() != '\n' && to > from;
    if (piece.endsOpen)
        m_bytes += '\n';
    m_tree.m_pieces.push_back(piece);
}

void TreeReader::readFile(std::size_t file, int level)
{
    m_open.insert(file);
    std::size_t from = 0;
    const std::size_t end = endOfReading(m_tree.m_files[file].document);
    const std::size_t lines = m_tree.m_files[file].document.lines().size();
    for (std::size_t i = 0; m_read && i < lines && !m_ended; ++i) {
        const Line line = m_tree.m_files[file].document.lines()[i];
        if (line.range.offset >= end || !includesSomething(line, m_tree.m_dialect))
            continue;
        take(file, from, behind(line));
        from = behind(line);
        include(file, line, level);
    }
    const std::size_t size = m_tree.m_files[file].document.bytes().size();
    // `end` in an included file ends those that include it too.
    const std::size_t readTo = m_ended ? from : end;
    if (readTo > from || size == 0)
        take(file, from, readTo);
    if (readTo < size)
        m_unread.push_back({file, {readTo, size - readTo}, 0, false});
    m_ended = m_ended || end < size;
    m_open.erase(file);
}

void TreeReader::include(std::size_t file, const Line &line, int level)
{
    const std::string &word = line.tokens[1].text;
    m_file = file;
    m_word = line.tokens[1].range;
    const std::string path = includedPath(word, m_tree.m_files[file].path, m_tree.m_dialect);
    if (!word.starts_with('/') && m_tree.m_dialect == Dialect::Ntpd)
        trouble(Finding::IncludeRelative, {path}, Severity::Info);
    if (level > DeepestLevel)
        return trouble(Finding::IncludeTooDeep, {std::to_string(DeepestLevel)});
    PathContents contents = contentsOf(path);
    std::vector<Leaf> leaves;
    if (contents.kind == PathContents::Kind::File)
        leaves.push_back({path, std::move(contents)});
    else if (contents.kind == PathContents::Kind::Folder && readsFolders(m_tree.m_dialect))
        collectLeaves(path, contents, 1, leaves);
    else if (contents.kind == PathContents::Kind::Folder)
        return trouble(Finding::IncludeFolder, {path});
    else if (contents.kind == PathContents::Kind::Missing)
        return trouble(Finding::FileMissing, {word, "includefile"});
    else
        return trouble(Finding::IncludeUnreadable, {path});
    if (leaves.empty())
        return trouble(Finding::IncludeEmpty, {path});
    readLeaves(file, FileRole::Included, std::move(leaves), level);
}

// All *.conf of a folder and of the folders in it that are called so, in the order of their bytes.
void TreeReader::collectLeaves(const std::string &folder, const PathContents &contents, int depth,
                               std::vector<Leaf> &leaves)
{
    std::vector<std::string> names = contents.names;
    std::ranges::sort(names);
    for (const std::string &name : names) {
        if (!name.ends_with(".conf"))
            continue;
        const std::string path = folder.ends_with('/') ? folder + name : folder + '/' + name;
        PathContents found = contentsOf(path);
        if (found.kind == PathContents::Kind::Folder && depth < DeepestFolder)
            collectLeaves(path, found, depth + 1, leaves);
        else if (found.kind == PathContents::Kind::File)
            leaves.push_back({path, std::move(found)});
    }
}

// ntpsec puts the files of a folder on a stack, so the last is read first, while the others wait below it and
// count as open (measured, 1.2.2).
void TreeReader::readLeaves(std::size_t parent, FileRole role, std::vector<Leaf> leaves, int level)
{
    const std::size_t file = m_file;
    const TextRange word = m_word;
    for (; !leaves.empty() && !m_ended; leaves.pop_back()) {
        m_file = file;
        m_word = word;
        const int open = level + static_cast<int>(leaves.size());
        readLeaf(parent, role, std::move(leaves.back()), open);
    }
    // Files that are never read, because one before them said `end`.
    for (; !leaves.empty(); leaves.pop_back()) {
        const std::size_t unread = fileFor(parent, role, std::move(leaves.back()));
        m_unread.push_back({unread, {0, m_tree.m_files[unread].document.bytes().size()}, 0, false});
    }
}

void TreeReader::readLeaf(std::size_t parent, FileRole role, Leaf leaf, int level)
{
    if (++m_readings > MostReadings || m_bytes.size() > MostBytes)
        return trouble(Finding::IncludeTooMany, {std::to_string(MostReadings)});
    const std::string path = leaf.path;
    const std::size_t file = fileFor(parent, role, std::move(leaf));
    // The daemons would read it again until they are too deep; the lines say nothing new then.
    if (m_open.contains(file))
        return trouble(Finding::IncludeCircle, {path});
    readFile(file, level);
}

std::size_t TreeReader::fileFor(std::size_t parent, FileRole role, Leaf leaf)
{
    const std::string &key = leaf.contents.truePath.empty() ? leaf.path : leaf.contents.truePath;
    const auto [known, isNew] = m_known.emplace(key, m_tree.m_files.size());
    if (isNew)
        m_tree.m_files.push_back(
            {std::move(leaf.path), role, parent, Document(std::move(leaf.contents.bytes))});
    return known->second;
}

// What lies in ntp.d beside the main file is read behind it, even if that says `end`.
void TreeReader::readDropIns()
{
    if (!readsFolders(m_tree.m_dialect) || !m_read)
        return;
    const std::string folder = folderOf(m_tree.m_files.front().path) + "ntp.d";
    const PathContents contents = contentsOf(folder);
    std::vector<Leaf> leaves;
    if (contents.kind == PathContents::Kind::Folder)
        collectLeaves(folder, contents, 1, leaves);
    m_file = 0;
    m_word = {};
    readLeaves(0, FileRole::DropIn, std::move(leaves), 1);
}

void TreeReader::readKeys()
{
    const Line *keys = nullptr;
    for (const Line *line : effectiveLines(m_tree.m_whole)) {
        if (line->keyword() == "keys" && line->tokens.size() > 1)
            keys = line;
    }
    if (!keys || !m_read)
        return;
    const std::size_t parent = m_tree.place(keys->range.offset).file;
    const std::string path = keysPath(keys->tokens[1].text, m_tree.m_files.front().path, m_tree.m_dialect);
    PathContents contents = contentsOf(path);
    if (contents.kind == PathContents::Kind::File)
        m_tree.m_files.push_back({path, FileRole::Keys, parent, Document(std::move(contents.bytes))});
}

void TreeReader::trouble(Finding finding, std::vector<std::string> arguments, Severity severity)
{
    m_tree.m_findings.push_back(
        {m_file, {m_word, severity, finding, std::move(arguments), {m_tree.m_dialect}, {}}, {}});
}

} // namespace noonmark::config
