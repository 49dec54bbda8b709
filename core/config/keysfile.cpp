// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keysfile.h"

#include "core/base/letters.h"
#include "core/config/checkfixes.h"
#include "core/config/effective.h"
#include "core/config/statement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace noonmark::config {

namespace {

constexpr int HighestKey = 65535;
constexpr std::array Dialects = {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark};
constexpr std::size_t LongestLine = 511;
constexpr std::size_t LongestHexadecimal = 64;

struct KeyType
{
    std::string_view name; // in capitals
    std::size_t bytes;     // 0: any length will do
    std::size_t fresh;     // of a new key; 0: none is made
};

// PROTOCOL 3.1. MD5 and SHA1 are read, but no new key should be one (RFC 8573).
constexpr std::array Types = std::to_array<KeyType>({{"AES128CMAC", 16, 16},
                                                     {"AES-128", 16, 0},
                                                     {"AES", 16, 0},
                                                     {"AES-256", 32, 32},
                                                     {"AES256CMAC", 32, 0},
                                                     {"AES-192", 24, 0},
                                                     {"AES192CMAC", 24, 0},
                                                     {"SHA256", 0, 32},
                                                     {"SHA-256", 0, 0},
                                                     {"SHA384", 0, 32},
                                                     {"SHA-384", 0, 0},
                                                     {"SHA512", 0, 32},
                                                     {"SHA-512", 0, 0},
                                                     {"SHA224", 0, 0},
                                                     {"SHA1", 0, 20},
                                                     {"SHA-1", 0, 0},
                                                     {"SHA", 0, 0},
                                                     {"RIPEMD160", 0, 0},
                                                     {"MD5", 0, 0}});

bool isFieldBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

// The "1" and the "9" of (1 ... 9).
bool isBoundOfRange(const Line &line, std::size_t token)
{
    const bool begins = token + 1 < line.tokens.size() && line.tokens[token + 1].text == "...";
    return begins || (token > 0 && line.tokens[token - 1].text == "...");
}

bool isHexadecimal(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

const KeyType *typeNamed(std::string_view name)
{
    const std::string wanted = lowerCase(name);
    const bool isMd5 = wanted.starts_with('m'); // whatever begins with M is
    const auto found = std::ranges::find_if(
        Types, [&](const KeyType &type) { return lowerCase(type.name) == (isMd5 ? "md5" : wanted); });
    return found == Types.end() ? nullptr : &*found;
}

std::optional<KeyLine> readLine(const Document &keys, const Line &line)
{
    const std::string_view text = keys.text(line.range);
    const std::size_t hash = text.find('#');
    const std::size_t end = std::min(hash, text.size());
    std::vector<KeyField> fields;
    for (std::size_t at = 0; at < end;) {
        const std::size_t from = at;
        while (at < end && !isFieldBlank(text[at]))
            ++at;
        if (at > from)
            fields.push_back(
                {{line.range.offset + from, at - from}, std::string(text.substr(from, at - from))});
        else
            ++at;
    }
    if (fields.empty())
        return std::nullopt;
    KeyLine key;
    key.line = line.number;
    fields.resize(std::max<std::size_t>(fields.size(), 3));
    key.number = fields[0];
    key.type = fields[1];
    key.value = fields[2];
    if (fields.size() > 3)
        key.hosts = fields[3];
    if (hash != std::string_view::npos)
        key.comment = TextRange{line.range.offset + hash, text.size() - hash};
    return key;
}

class KeysCheck
{
public:
    explicit KeysCheck(const Document &keys)
        : m_keys(keys)
    {}

    std::vector<Diagnostic> run()
    {
        for (const KeyLine &line : keyLines(m_keys))
            checkLine(line);
        return std::move(m_findings);
    }

private:
    Diagnostic &report(TextRange range, Severity severity, Finding finding,
                       std::vector<std::string> arguments)
    {
        m_findings.push_back(
            {range, severity, finding, std::move(arguments), {Dialects.begin(), Dialects.end()}, {}});
        return m_findings.back();
    }

    void checkLine(const KeyLine &line)
    {
        const Line &whole = m_keys.lines()[static_cast<std::size_t>(line.line) - 1];
        if (line.value.text.empty()) {
            report(whole.range, Severity::Error, Finding::KeyIncomplete, {})
                .fixes.push_back(disableLineFix(m_keys, whole));
            return;
        }
        if (whole.range.length > LongestLine)
            report(whole.range, Severity::Error, Finding::KeyLineTooLong, {std::to_string(LongestLine)});
        checkNumber(line, whole);
        const KeyType *type = typeNamed(line.type.text);
        if (!type)
            report(line.type.range, Severity::Error, Finding::KeyTypeUnknown, {shown(line.type)});
        else if (type->name == "MD5")
            report(line.type.range, Severity::Info, Finding::KeyTypeWeak, {shown(line.type)});
        checkValue(line, type);
    }

    void checkNumber(const KeyLine &line, const Line &whole)
    {
        const auto key = line.key();
        if (!key) {
            report(line.number.range, Severity::Error, Finding::KeyNumberInvalid, {shown(line.number)});
            return;
        }
        const auto [earlier, isFirst] = m_lines.emplace(*key, line.line);
        if (!isFirst)
            report(line.number.range, Severity::Warning, Finding::KeyTwice,
                   {std::to_string(*key), std::to_string(earlier->second)})
                .fixes.push_back(disableLineFix(m_keys, whole));
    }

    // The arguments never hold the value: findings go into reports and on screens. Who forgets a word of the
    // line has the secret where number or type should be: of what cannot be one, only the beginning is told.
    static std::string shown(const KeyField &field)
    {
        constexpr std::size_t told = 3;
        return field.text.size() <= told ? field.text : field.text.substr(0, told) + "...";
    }

    void checkValue(const KeyLine &line, const KeyType *type)
    {
        const bool glued = line.comment && line.comment->offset == line.value.range.end();
        if (glued)
            report(line.value.range, Severity::Warning, Finding::KeyCutByHash, {});
        std::size_t bytes = line.value.text.size();
        if (line.isHexadecimal()) {
            if (!isHexadecimal(line.value.text) || line.value.text.size() > LongestHexadecimal) {
                report(line.value.range, Severity::Error, Finding::KeyNotHexadecimal,
                       {std::to_string(LongestHexadecimal)});
                return;
            }
            if (bytes % 2 != 0)
                report(line.value.range, Severity::Warning, Finding::KeyOddDigits, {});
            bytes /= 2;
        }
        if (type && type->bytes != 0 && bytes != type->bytes)
            report(line.value.range, Severity::Warning, Finding::KeyLength,
                   {std::to_string(bytes), std::string(type->name), std::to_string(type->bytes)});
    }

    const Document &m_keys;
    std::map<int, int> m_lines;
    std::vector<Diagnostic> m_findings;
};

} // namespace

std::optional<int> KeyLine::key() const
{
    int read = 0;
    const char *end = number.text.data() + number.text.size();
    const auto parsed = std::from_chars(number.text.data(), end, read);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == end;
    return whole && read >= 1 && read <= HighestKey ? std::optional(read) : std::nullopt;
}

std::optional<std::string> secretOf(const KeyLine &line)
{
    const std::string_view text = line.value.text;
    if (!line.isHexadecimal())
        return std::string(text);
    if (!isHexadecimal(text))
        return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) { // an odd last digit does not count
        unsigned byte = 0;
        std::from_chars(text.data() + i, text.data() + i + 2, byte, 16);
        bytes.push_back(static_cast<char>(byte));
    }
    return bytes;
}

std::vector<KeyLine> keyLines(const Document &keys)
{
    std::vector<KeyLine> result;
    for (const Line &line : keys.lines()) {
        if (auto key = readLine(keys, line))
            result.push_back(std::move(*key));
    }
    return result;
}

std::vector<Diagnostic> checkKeys(const Document &keys)
{
    return KeysCheck(keys).run();
}

std::vector<Diagnostic> checkKeyUse(const Document &configuration, Dialect dialect, const Document &keys)
{
    std::set<int> present;
    for (const KeyLine &line : keyLines(keys)) {
        if (const auto key = line.key(); key && !line.value.text.empty() && typeNamed(line.type.text))
            present.insert(*key);
    }
    std::vector<Diagnostic> findings;
    const auto need = [&](const std::string &text, TextRange range) {
        int key = 0;
        std::from_chars(text.data(), text.data() + text.size(), key);
        if (key > 0 && !present.contains(key))
            findings.push_back({range, Severity::Warning, Finding::KeyMissing, {text}, {dialect}, {}});
    };
    for (const Line *line : effectiveLines(configuration)) {
        const auto source = readSource(*line, dialect);
        if (const Option *key = source ? source->option("key") : nullptr)
            need(key->value, key->range);
        const bool control = line->keyword() == "controlkey" || line->keyword() == "requestkey";
        if (control && line->tokens.size() > 1)
            need(line->tokens[1].text, line->tokens[1].range);
        // Of a range like (1 ... 100) nobody expects every number to be there.
        for (std::size_t i = 1; line->keyword() == "trustedkey" && i < line->tokens.size(); ++i) {
            if (!isBoundOfRange(*line, i))
                need(line->tokens[i].text, line->tokens[i].range);
        }
    }
    return findings;
}

Diagnostic readableKeys(const Document &keys)
{
    return {keys.lines().front().range,
            Severity::Warning,
            Finding::KeysReadable,
            {},
            {Dialects.begin(), Dialects.end()},
            {}};
}

std::vector<std::string_view> keyTypes()
{
    std::vector<std::string_view> names;
    for (const KeyType &type : Types) {
        if (type.fresh != 0)
            names.push_back(type.name);
    }
    return names;
}

std::string newKeyLine(int number, std::string_view type, Random &random)
{
    const auto found = std::ranges::find(Types, type, &KeyType::name);
    if (found == Types.end() || found->fresh == 0)
        return {};
    constexpr std::string_view Digits = "0123456789abcdef";
    std::string line = std::to_string(number) + ' ' + std::string(type) + ' ';
    // Hexadecimal, and so never with a '#' in it (CVE-2021-22212 was a generator that wrote one).
    for (std::size_t i = 0; i < 2 * found->fresh; ++i)
        line += Digits[random.below(16)];
    return line;
}

int freeKeyNumber(const Document &keys)
{
    std::set<int> taken;
    for (const KeyLine &line : keyLines(keys))
        taken.insert(line.key().value_or(0));
    int number = 1;
    while (taken.contains(number))
        ++number;
    return number;
}

Edits addKey(const Document &keys, const std::string &line)
{
    const auto lines = keyLines(keys);
    const int before = lines.empty() ? static_cast<int>(keys.lines().size()) + 1 : lines.back().line + 1;
    const bool isEmpty = keys.bytes().empty();
    return isEmpty ? Edits{{{0, 0}, line + '\n'}} : insertLines(keys, before, {line});
}

bool isKeyValue(std::string_view text)
{
    const bool isPrintable = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127 && c != '#'; });
    if (text.empty() || !isPrintable)
        return false;
    constexpr std::size_t LongestText = 20;
    return text.size() <= LongestText || (text.size() <= LongestHexadecimal && isHexadecimal(text));
}

// The last line counts in ntpd, and all of them do in ntpsec: so it goes there.
Edits trustKey(const Document &configuration, int key)
{
    const Line *last = nullptr;
    for (const Line *line : effectiveLines(configuration)) {
        if (line->keyword() == "trustedkey")
            last = line;
    }
    if (!last)
        return addLines(configuration, {"trustedkey " + std::to_string(key)});
    return {{{last->tokens.back().range.end(), 0}, ' ' + std::to_string(key)}};
}

Edits distrustKey(const Document &configuration, int key)
{
    Edits edits;
    for (const Line *line : effectiveLines(configuration)) {
        for (std::size_t i = 1; line->keyword() == "trustedkey" && i < line->tokens.size(); ++i) {
            const Token &token = line->tokens[i];
            if (token.text != std::to_string(key) || isBoundOfRange(*line, i))
                continue;
            const std::size_t from = line->tokens[i - 1].range.end();
            const Edits whole = removeLine(configuration, line->number);
            if (line->tokens.size() == 2)
                edits.insert(edits.end(), whole.begin(), whole.end());
            else
                edits.push_back({{from, token.range.end() - from}, {}});
        }
    }
    return edits;
}

Edits setKeyComment(const Document &keys, const KeyLine &line, std::string_view comment)
{
    const Line &whole = keys.lines()[static_cast<std::size_t>(line.line) - 1];
    const std::size_t from = line.comment ? line.comment->offset : whole.range.end();
    std::string text;
    if (!comment.empty())
        text = (line.comment ? "# " : " # ") + std::string(comment);
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    return {{{from, whole.range.end() - from}, text}};
}

} // namespace noonmark::config
