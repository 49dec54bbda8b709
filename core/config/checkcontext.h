// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/check.h"
#include "core/config/directives.h"
#include "core/config/statement.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

// What the checks of one file for one dialect share. Each check reads it, and adds what it finds.
namespace noonmark::config {

template <typename Statement> struct Executed
{
    const Line *line = nullptr;
    Statement statement;
};

struct CheckContext
{
    CheckContext(const Document &document, Dialect dialect, const Surroundings &around);
    // Of a later state of its file, in which only these lines are to be looked at one by one. What was read of lines
    // that are as they were is taken over.
    CheckContext(CheckContext &&before, const Document &document, std::set<int> touched);

    const Document &document;
    Dialect dialect;
    const Surroundings &around;

    // What the daemon executes.
    std::vector<const Line *> lines;
    std::vector<Executed<SourceStatement>> sources;
    std::vector<Executed<RestrictStatement>> restrictions;
    std::vector<Executed<FudgeStatement>> fudges;
    AccessTable table;

    std::vector<Diagnostic> findings;

    // Words from this byte on are explained already (a comment in disguise, characters that vanish ...): the
    // later checks of the line stop there.
    std::map<int, std::size_t> cuts;
    // Lines of which nothing more should be said: what is wrong with them is said.
    std::set<int> explained;

    // If set, only these lines are looked at one by one: of the others all is said.
    std::optional<std::set<int>> onlyLines;

    [[nodiscard]] bool looksAt(const Line &line) const
    {
        return !onlyLines || onlyLines->contains(line.number);
    }
    // As if no line had been looked at.
    void forget();
    // The returned reference holds until the next report.
    Diagnostic &report(TextRange range, Severity severity, Finding finding,
                       std::vector<std::string> arguments = {});
    void cut(const Line &line, std::size_t offset);
    [[nodiscard]] std::span<const Token> words(const Line &line) const; // up to the cut
    [[nodiscard]] bool isCut(const Line &line) const { return cuts.contains(line.number); }
    [[nodiscard]] bool isExplained(const Line &line) const { return explained.contains(line.number); }
    [[nodiscard]] bool ntpsec() const { return dialect == Dialect::Ntpsec; }
    // The executed line of this number, or null.
    [[nodiscard]] const Line *lineNumbered(int number) const;
    // The first executed line of this directive, or null.
    [[nodiscard]] const Line *firstLine(std::string_view keyword) const;
    [[nodiscard]] const Line *lastLine(std::string_view keyword) const;

private:
    struct Occurrence
    {
        const Line *first = nullptr;
        const Line *last = nullptr;
    };
    void index();

    std::unordered_map<std::string_view, Occurrence> m_occurrences; // by directive
    std::vector<const Line *> m_byNumber;                           // null where nothing is executed
};

// The words of a line without indentation and comment; of an empty line an empty range.
[[nodiscard]] TextRange directiveRange(const Line &line);

// The table may list an option once for each dialect; that of the other dialect if this one does not know it.
[[nodiscard]] const OptionSpec *optionFor(const DirectiveSpec &directive, std::string_view name,
                                          Dialect dialect);

void checkWords(CheckContext &context);    // characters, quotes, comments in disguise, directives
void checkValues(CheckContext &context);   // options and their values
void checkItems(CheckContext &context);    // arguments that are parsed, and then ignored
void checkRestrict(CheckContext &context); // addresses, masks and flags of single lines
void checkExecution(CheckContext &context); // of what is left: words that the daemon does not take
void checkTuning(CheckContext &context);   // tos, tinker, switches; what is said twice
void checkSets(CheckContext &context);     // what restrict lines do together
void checkSources(CheckContext &context);  // servers, clocks, files, keys

} // namespace noonmark::config
