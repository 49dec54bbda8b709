// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/readingline.h"

#include "core/config/ntsword.h"
#include "core/config/number.h"
#include "core/config/optionreader.h"
#include "core/config/scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace noonmark::config {

namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

class LineReader
{
public:
    LineReader(const Document &document, const Line &line, Dialect dialect,
               const RestrictStatement *restriction)
        : m_document(document)
        , m_line(line)
        , m_dialect(dialect)
        , m_restriction(restriction)
    {}

    LineReading read()
    {
        const Execution execution =
            m_restriction ? executionOf(m_line, *m_restriction) : executionOf(m_line, m_dialect);
        m_words = execution.words;
        m_reading.line = m_line.number;
        m_reading.extent = execution.extent;
        noteCharacters();
        noteStop(execution);
        noteEnds();
        if (m_words > 0)
            noteMeaning();
        for (std::size_t i = 0; i < m_words; ++i)
            m_reading.executed += (i > 0 ? " " : "") + m_line.tokens[i].text;
        return std::move(m_reading);
    }

private:
    void add(EffectKind kind, std::vector<std::string> arguments = {})
    {
        Effect effect{kind, std::move(arguments)};
        if (std::ranges::find(m_reading.effects, effect) == m_reading.effects.end())
            m_reading.effects.push_back(std::move(effect));
    }

    // The line is understood, and nothing comes of it.
    void drop(EffectKind kind, std::string word)
    {
        add(kind, {std::move(word)});
        m_reading.extent = Extent::Nothing;
        m_words = 0;
    }

    [[nodiscard]] bool ntpsec() const { return m_dialect == Dialect::Ntpsec; }
    [[nodiscard]] bool ntpd() const { return m_dialect == Dialect::Ntpd; }

    void noteCharacters()
    {
        const bool hash = m_line.kind == LineKind::Comment || m_line.kind == LineKind::Disabled;
        if (hash)
            return;
        const std::size_t end = m_line.comment ? m_line.comment->offset : m_line.range.end();
        const auto text = m_document.text({m_line.range.offset, end - m_line.range.offset});
        if (std::ranges::none_of(text, isDropped))
            return;
        std::string read;
        for (const Token &token : m_line.tokens)
            read += (read.empty() ? "" : " ") + token.text;
        add(EffectKind::CharactersVanish, {read});
    }

    void noteStop(const Execution &execution)
    {
        if (!execution.stoppedAt)
            return;
        if (*execution.stoppedAt >= m_line.tokens.size())
            add(EffectKind::EndsTooSoon);
        else
            add(*execution.stoppedAt == 0 ? EffectKind::UnknownDirective : EffectKind::StopsAtWord,
                {m_line.tokens[*execution.stoppedAt].text});
    }

    // The scanner gives up on these wherever they stand.
    void noteEnds()
    {
        constexpr std::size_t LongestOfNtpd = 127;
        constexpr std::size_t LongestOfNtpsec = 1024;
        if (m_dialect == Dialect::Noonmark || m_reading.extent == Extent::Empty)
            return;
        for (std::size_t i = 0; i < m_line.tokens.size(); ++i) {
            const std::string &text = m_line.tokens[i].text;
            const bool tooLong = text.size() > (ntpsec() ? LongestOfNtpsec : LongestOfNtpd);
            const bool noDigits = text == "0x" || text == "0X";
            const bool small = underflows(text);
            const Lexeme wanted = noDigits ? Lexeme::Unsigned : Lexeme::Double;
            if (tooLong || ((noDigits || small) && lexemes(m_line.tokens, m_dialect)[i] == wanted))
                add(EffectKind::EndsDaemon, {text});
        }
    }

    static bool underflows(const std::string &text)
    {
        if (text.find("e-") == std::string::npos && text.find("E-") == std::string::npos)
            return false;
        double value = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        return result.ec == std::errc::result_out_of_range;
    }

    void noteMeaning()
    {
        const std::string_view keyword = m_line.keyword();
        if (m_restriction)
            noteRestriction(*m_restriction);
        else if (const auto source = readSource(m_line, m_dialect))
            noteSource(*source);
        else if (keyword == "fudge")
            noteFudge();
        else if (keyword == "trustedkey")
            noteKeys();
        else
            noteRest(keyword);
    }

    void noteSource(const SourceStatement &source)
    {
        if (source.keyword == "refclock") {
            noteDriver(source);
            return;
        }
        const auto address = IpAddress::parse(source.address);
        const bool invites = source.keyword == "server" || source.keyword == "peer";
        const bool isRefusedHere =
            address && (m_dialect == Dialect::Noonmark ? address->isMulticast() : isRefused(*address));
        if (invites && isRefusedHere)
            return drop(EffectKind::AddressUnusable, source.address);
        const bool elsewhere = address && ((source.keyword == "manycastclient" && !address->isMulticast()) ||
                                           (source.keyword == "broadcast" && isOwn(*address)));
        if (elsewhere)
            return drop(EffectKind::AddressUnusable, source.address);
        if (unmetNts(m_line, m_dialect))
            return drop(EffectKind::LineDropped, "nts");
        if (hasCertificate())
            return drop(EffectKind::LineDropped, "cert");
        if (ntpsec() && source.keyword == "peer")
            add(EffectKind::ReadAsServer);
        const bool clock = address && address->isReferenceClock();
        for (const Option &option : source.options) {
            if (dropsLine(option, clock))
                return drop(EffectKind::LineDropped, option.name + ' ' + option.value);
        }
        notePolls(source);
    }

    static bool isOwn(const IpAddress &address)
    {
        return address.isV4() && address.bytes()[0] == 127 && !address.isReferenceClock();
    }
    static bool isRefused(const IpAddress &address)
    {
        return address.isMulticast() || (isOwn(address) && address.toString() != "127.0.0.1");
    }
    // Its grammar knows the word, and what executes it does not.
    [[nodiscard]] bool hasCertificate() const
    {
        const std::size_t next = m_words + 1;
        return ntpsec() && next < m_line.tokens.size() && m_line.tokens[m_words].text == "cert";
    }

    [[nodiscard]] bool dropsLine(const Option &option, bool clock) const
    {
        const auto value = readNumber(option.value).value_or(0);
        if (option.name == "key")
            return value < 0 || (ntpsec() && value > 65534);
        if (option.name == "version")
            return value < 0 || value >= 255;
        if (option.name == "ttl")
            return clock || value < 0 || value >= 8;
        return option.name == "mode" && ntpd() && !clock;
    }

    void notePolls(const SourceStatement &source)
    {
        std::array<int, 2> polls = {6, 10};
        constexpr std::array Names = {std::string_view("minpoll"), std::string_view("maxpoll")};
        for (std::size_t i = 0; i < Names.size(); ++i) {
            const Option *option = source.option(Names[i]);
            const auto value = option ? readInteger(option->value) : std::nullopt;
            if (!value)
                continue;
            const bool usual = i == 1 && *value == 0 && !ntpsec();
            polls[i] = usual ? 10 : std::clamp(*value, ntpsec() ? 0 : 3, 17);
            if (polls[i] != *value)
                add(EffectKind::ValueBecomes, {option->name, option->value, std::to_string(polls[i])});
        }
        if (polls[0] > polls[1])
            add(EffectKind::ValueBecomes, {"minpoll", std::to_string(polls[0]), std::to_string(polls[1])});
    }

    void noteDriver(const SourceStatement &source)
    {
        const std::string drivers = ' ' + std::string(findDirective("refclock")->choices) + ' ';
        if (m_line.tokens[1].text != "local" && drivers.find(' ' + source.address + ' ') == std::string::npos)
            add(EffectKind::EndsDaemon, {source.address});
        const Option *stratum = source.option("stratum");
        if (stratum && readInteger(stratum->value).value_or(0) > 16)
            add(EffectKind::ValueIgnored, {stratum->name, stratum->value});
    }

    void noteFudge()
    {
        const auto fudge = readFudge(m_line, m_dialect);
        if (!fudge)
            return;
        for (const Option &option : fudge->options) {
            const int value = readInteger(option.value).value_or(0);
            if (option.name == "abbrev")
                add(EffectKind::EndsDaemon, {option.name});
            else if (option.name == "stratum" && (value < 0 || value > 16))
                add(EffectKind::ValueIgnored, {option.name, option.value});
            else if (option.name.starts_with("flag") && option.value != "true" && value != 0 && value != 1)
                add(EffectKind::ValueBecomes, {option.name, option.value, "1"});
        }
        const auto address = IpAddress::parse(fudge->address);
        if (!address || !address->isReferenceClock())
            drop(EffectKind::AddressUnusable, fudge->address);
    }

    void noteRestriction(const RestrictStatement &statement)
    {
        const auto mask = IpAddress::parse(statement.mask);
        const auto address = IpAddress::parse(statement.address);
        const bool mixed = mask && address && mask->family() != address->family();
        if (mixed && ntpd())
            return add(EffectKind::EndsDaemon, {statement.mask});
        if (mixed && ntpsec())
            add(EffectKind::ChangesDefault, {statement.mask});
        if (statement.target == RestrictStatement::Target::Invalid)
            return drop(EffectKind::AddressUnusable, statement.address);
        const bool waits = m_dialect != Dialect::Noonmark; // ours asks on and on, and nobody waits for it
        if (waits && statement.target == RestrictStatement::Target::HostName)
            add(EffectKind::NameLookedUp, {statement.address});
        for (const Option &flag : statement.flagWords) {
            const bool vain = ntpsec() && isOneOf(flag.name, {"nopeer", "notrap"});
            const bool kod = flag.name == "kod" && (statement.flags & AccessFlag::Limited) == 0;
            if (vain)
                add(EffectKind::VoidWord, {flag.name});
            else if (kod && !ntpsec() && !statement.unrestrict)
                add(EffectKind::VoidWord, {flag.name});
            else if (flag.name == "epeer" && ntpd())
                add(EffectKind::EndsDaemon, {flag.name});
        }
    }

    void noteKeys()
    {
        for (std::size_t i = 1; i < m_words; ++i) {
            const auto key = readInteger(m_line.tokens[i].text);
            if (key && (*key < 1 || *key > 65535))
                add(EffectKind::VoidWord, {m_line.tokens[i].text});
        }
    }

    void noteRest(std::string_view keyword)
    {
        if (keyword == "includefile")
            add(EffectKind::IncludesFile, {m_line.tokens[1].text});
        else if (keyword == "end")
            add(EffectKind::EndsReading);
        else if (keyword == "crypto" && ntpd())
            add(EffectKind::EndsDaemonWithoutKeys, {"crypto"});
        else if (keyword == "requestkey" && ntpsec())
            add(EffectKind::VoidWord, {"requestkey"});
        else if (keyword == "leapsmearinterval" && m_dialect != Dialect::Noonmark)
            add(EffectKind::VoidWord, {"leapsmearinterval"});
        for (std::size_t i = 1; i < m_words; ++i)
            noteOption(keyword, i);
    }

    void noteOption(std::string_view keyword, std::size_t at)
    {
        const std::string &word = m_line.tokens[at].text;
        const std::string value = at + 1 < m_words ? m_line.tokens[at + 1].text : std::string();
        if (keyword == "filegen" && word == "file" && value.find('/') != std::string::npos)
            add(m_dialect == Dialect::Noonmark ? EffectKind::VoidWord : EffectKind::HangsDaemon, {value});
        else if (keyword == "rlimit" && word == "memlock" && ntpsec())
            add(EffectKind::VoidWord, {word});
        else if (keyword == "nts" && word == "enable" && at == 1)
            add(EffectKind::EndsDaemonWithoutKeys, {"nts enable"});
        else if (keyword == "tos" && word == "ceiling" && readInteger(value).value_or(0) > 15)
            add(EffectKind::ValueBecomes, {word, value, "15"});
        else if (keyword == "tos" && word == "floor" && readInteger(value).value_or(0) < 0 && !ntpsec())
            add(EffectKind::ValueBecomes, {word, value, "0"});
    }

    const Document &m_document;
    const Line &m_line;
    Dialect m_dialect;
    const RestrictStatement *m_restriction; // null if the line is none
    std::size_t m_words = 0;
    LineReading m_reading;
};

} // namespace

LineReading readingOfLine(const Document &document, const Line &line, Dialect dialect,
                          const RestrictStatement *restriction)
{
    if (line.kind == LineKind::Disabled) {
        LineReading nothing;
        nothing.line = line.number;
        return nothing;
    }
    return LineReader(document, line, dialect, restriction).read();
}

} // namespace noonmark::config
