// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/execution.h"

#include "core/config/optionreader.h"

#include <algorithm>
#include <array>

namespace noonmark::config {

namespace {

enum class Shape : unsigned char
{
    Anything,   // grammars of their own that nobody writes any more
    Bare,       // nothing behind the directive
    Options,    // at least one
    FewOptions, // may be none
    Source,     // [-4|-6] ADDRESS options
    Clock,      // DRIVER [unit N] options
    Fudge,      // ADDRESS and at least one option
    Restriction,
    Text,        // exactly one
    TextOptions, // [-4|-6] TEXT options
    Texts,       // at least one
    Integer,
    Integers,
    Number,
    Drift,      // [PATH [double]]
    Include,    // PATH [command]
    Keys,       // 1 2 (3 ... 5)
    Generation, // filegen NAME options
    Interface,  // ACTION TARGET
    Variable    // NAME = VALUE [default]
};

constexpr std::array Shapes = std::to_array<std::pair<std::string_view, Shape>>({
    {"server", Shape::Source},
    {"pool", Shape::Source},
    {"peer", Shape::Source},
    {"broadcast", Shape::Source},
    {"manycastclient", Shape::Source},
    {"refclock", Shape::Clock},
    {"fudge", Shape::Fudge},
    {"restrict", Shape::Restriction},
    {"unrestrict", Shape::Restriction},
    {"tos", Shape::Options},
    {"tinker", Shape::Options},
    {"discard", Shape::Options},
    {"limit", Shape::Options},
    {"enable", Shape::Options},
    {"disable", Shape::Options},
    {"mru", Shape::Options},
    {"rlimit", Shape::Options},
    {"reset", Shape::Options},
    {"statistics", Shape::Options},
    {"nts", Shape::Options},
    {"extra", Shape::Options},
    {"crypto", Shape::FewOptions},
    {"leapfile", Shape::TextOptions},
    {"trap", Shape::TextOptions},
    {"device", Shape::TextOptions},
    {"unpeer", Shape::TextOptions},
    {"unconfig", Shape::TextOptions},
    {"keys", Shape::Text},
    {"logfile", Shape::Text},
    {"pidfile", Shape::Text},
    {"statsdir", Shape::Text},
    {"saveconfigdir", Shape::Text},
    {"keysdir", Shape::Text},
    {"ident", Shape::Text},
    {"ntpsigndsocket", Shape::Text},
    {"logconfig", Shape::Texts},
    {"phone", Shape::Texts},
    {"multicastclient", Shape::Texts},
    {"manycastserver", Shape::Texts},
    {"driftfile", Shape::Drift},
    {"includefile", Shape::Include},
    {"trustedkey", Shape::Keys},
    {"controlkey", Shape::Integer},
    {"requestkey", Shape::Integer},
    {"revoke", Shape::Integer},
    {"automax", Shape::Integer},
    {"dscp", Shape::Integer},
    {"mdnstries", Shape::Integer},
    {"leapsmearinterval", Shape::Integer},
    {"ttl", Shape::Integers},
    {"nonvolatile", Shape::Number},
    {"tick", Shape::Number},
    {"broadcastdelay", Shape::Number},
    {"filegen", Shape::Generation},
    {"interface", Shape::Interface},
    {"nic", Shape::Interface},
    {"setvar", Shape::Variable},
    {"broadcastclient", Shape::Bare},
    {"end", Shape::Bare},
});

Shape shapeOf(std::string_view directive)
{
    const auto found = std::ranges::find(Shapes, directive, [](const auto &row) { return row.first; });
    return found == Shapes.end() ? Shape::Anything : found->second;
}

class CommandReader
{
public:
    CommandReader(const Line &line, const DirectiveSpec &spec, Dialect dialect)
        : m_line(line)
        , m_spec(spec)
        , m_cursor(line, dialect)
    {}

    Execution read()
    {
        switch (shapeOf(m_spec.name)) {
        case Shape::Anything:
            m_cursor.at = m_cursor.tokens.size();
            return done();
        case Shape::Bare:
            return done();
        case Shape::Restriction: {
            const auto statement = readRestrict(m_line, m_cursor.dialect);
            return statement ? executionOf(m_line, *statement) : Execution{Extent::Nothing, 0, 0};
        }
        case Shape::Include:
            return include();
        case Shape::Drift:
            return drift();
        default:
            return isComplete(shapeOf(m_spec.name)) ? done() : nothing();
        }
    }

private:
    // What can not be left out; the cursor stands behind all that is valid.
    bool isComplete(Shape shape)
    {
        switch (shape) {
        case Shape::Options:
            return options(1);
        case Shape::FewOptions:
            return options(0);
        case Shape::Source:
        case Shape::TextOptions:
            static_cast<void>(takeFamily(m_cursor));
            return take(Lexeme::String) && options(0);
        case Shape::Clock:
            return take(Lexeme::String) && options(0);
        case Shape::Fudge:
            static_cast<void>(takeFamily(m_cursor));
            return take(Lexeme::String) && options(1);
        case Shape::Text:
            return take(Lexeme::String);
        case Shape::Texts:
            return several(Lexeme::String);
        case Shape::Integer:
            return take(Lexeme::Integer);
        case Shape::Integers:
            return several(Lexeme::Integer);
        case Shape::Number:
            return take(Lexeme::Integer) || take(Lexeme::Double);
        default:
            return isCompleteRare(shape);
        }
    }

    bool isCompleteRare(Shape shape)
    {
        switch (shape) {
        case Shape::Keys:
            return keys();
        case Shape::Generation:
            return takeStatistics() && options(0);
        case Shape::Interface:
            return takeOneOf("listen ignore drop") &&
                   (takeOneOf("all ipv4 ipv6 wildcard") || take(Lexeme::String));
        case Shape::Variable:
            return take(Lexeme::String) && takeSpecial("=") && take(Lexeme::String) && options(0);
        default:
            return false;
        }
    }

    bool take(Lexeme kind)
    {
        const bool is = m_cursor.is(kind);
        m_cursor.at += is ? 1 : 0;
        return is;
    }

    bool takeSpecial(std::string_view sign)
    {
        return m_cursor.is(Lexeme::Special) && m_cursor.token().text == sign && take(Lexeme::Special);
    }

    bool takeOneOf(std::string_view words)
    {
        const auto isListed = [&](const std::string &word) {
            return (' ' + std::string(words) + ' ').find(' ' + word + ' ') != std::string::npos;
        };
        return m_cursor.is(Lexeme::Keyword) && isListed(m_cursor.token().text) && take(Lexeme::Keyword);
    }

    bool takeStatistics()
    {
        const DirectiveSpec *statistics = findDirective("statistics");
        const bool known =
            m_cursor.is(Lexeme::Keyword) && findOption(*statistics, m_cursor.token().text, m_cursor.dialect);
        return known && take(Lexeme::Keyword);
    }

    bool several(Lexeme kind)
    {
        if (!take(kind))
            return false;
        while (take(kind)) {
        }
        return true;
    }

    bool options(std::size_t least)
    {
        const bool isSource = shapeOf(m_spec.name) == Shape::Source || shapeOf(m_spec.name) == Shape::Clock;
        const OptionReading reading =
            readOptions(m_cursor, m_spec, isSource ? Integers::Unsigned : Integers::Signed);
        return reading.end != OptionsEnd::UnfinishedPair && reading.options.size() >= least;
    }

    bool keys()
    {
        for (std::size_t count = 0;; ++count) {
            if (take(Lexeme::Integer))
                continue;
            if (!takeSpecial("("))
                return count > 0;
            const bool range =
                take(Lexeme::Integer) && takeOneOf("...") && take(Lexeme::Integer) && takeSpecial(")");
            if (!range)
                return false;
        }
    }

    Execution drift()
    {
        if (take(Lexeme::String))
            static_cast<void>(take(Lexeme::Double));
        return done();
    }

    Execution include()
    {
        if (!take(Lexeme::String))
            return nothing();
        if (m_cursor.atEnd())
            return done();
        // A command may follow, which is executed first.
        Line rest = m_line;
        rest.tokens.erase(rest.tokens.begin(),
                          rest.tokens.begin() + static_cast<std::ptrdiff_t>(m_cursor.at));
        const Execution command = executionOf(rest, m_cursor.dialect);
        m_cursor.at += command.words;
        return done();
    }

    [[nodiscard]] Execution done() const
    {
        if (m_cursor.atEnd())
            return {Extent::Whole, m_cursor.at, {}};
        return {Extent::Prefix, m_cursor.at, m_cursor.at};
    }
    [[nodiscard]] Execution nothing() const { return {Extent::Nothing, 0, m_cursor.at}; }

    const Line &m_line;
    const DirectiveSpec &m_spec;
    TokenCursor m_cursor;
};

} // namespace

Execution executionOf(const Line &line, const RestrictStatement &statement)
{
    if (statement.target == RestrictStatement::Target::Invalid && statement.stoppedAt)
        return {Extent::Nothing, 0, statement.stoppedAt};
    if (!statement.stoppedAt)
        return {Extent::Whole, line.tokens.size(), {}};
    return {Extent::Prefix, *statement.stoppedAt, statement.stoppedAt};
}

Execution executionOf(const Line &line, Dialect dialect)
{
    if (line.tokens.empty() || line.kind == LineKind::Comment || line.kind == LineKind::Blank)
        return {Extent::Empty, 0, {}};
    const DirectiveSpec *spec = findDirective(line.keyword());
    const bool known = spec && spec->group != DirectiveGroup::Removed && spec->dialects.contains(dialect) &&
                       line.tokens.front().kind == TokenKind::Word;
    if (!known)
        return {Extent::Nothing, 0, 0};
    return CommandReader(line, *spec, dialect).read();
}

} // namespace noonmark::config
