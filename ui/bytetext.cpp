// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bytetext.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace noonmark::ui {

namespace {

constexpr char16_t EscapeBase = 0xdc00;

std::uint8_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint8_t>(bytes[at]);
}

struct Decoded
{
    char32_t character = 0;
    std::size_t length = 0;
};

// One UTF-8 character: no overlong form, no surrogate, not above U+10FFFF.
std::optional<Decoded> decode(std::string_view bytes, std::size_t at)
{
    const std::uint8_t first = byteAt(bytes, at);
    if (first < 0x80)
        return Decoded{first, 1};
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.size())
        return std::nullopt;
    char32_t character = first & (0xffu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const std::uint8_t next = byteAt(bytes, at + i);
        if ((next & 0xc0) != 0x80)
            return std::nullopt;
        character = (character << 6) | (next & 0x3fu);
    }
    constexpr char32_t Lowest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xd800 && character <= 0xdfff;
    if (character < Lowest[length] || character > 0x10ffff || surrogate)
        return std::nullopt;
    return Decoded{character, length};
}

// QTextDocument takes these for line ends, frame ends or embedded objects.
bool survivesEditor(char32_t character)
{
    switch (character) {
    case 0x0000:
    case 0x000d:
    case 0x2028:
    case 0x2029:
    case 0xfdd0:
    case 0xfdd1:
    case 0xfffc:
        return false;
    default:
        return true;
    }
}

// What nearly all files are, and then no character needs a look of its own.
bool isPlain(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c != '\0' && c != '\r' && static_cast<unsigned char>(c) < 0x80; });
}

bool isPlain(QStringView shown)
{
    return std::all_of(shown.utf16(), shown.utf16() + shown.size(), [](char16_t c) { return c > 0 && c < 0x80; });
}

QString fromPlain(std::string_view bytes)
{
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

// Place in `bytes` of a place in its shown text.
std::size_t fileOffset(const std::string &bytes, QStringView shown, qsizetype at)
{
    const QStringView head = shown.first(at);
    const qsizetype lineStart = head.lastIndexOf(u'\n') + 1;
    std::size_t offset = 0;
    for (auto ends = head.count(u'\n'); ends > 0; --ends)
        offset = bytes.find('\n', offset) + 1;
    return offset + bytesOf(head.sliced(lineStart)).size();
}

} // namespace

QString shownLine(std::string_view bytes)
{
    if (isPlain(bytes))
        return fromPlain(bytes);
    QString shown;
    shown.reserve(static_cast<qsizetype>(bytes.size()));
    for (std::size_t at = 0; at < bytes.size();) {
        const auto decoded = decode(bytes, at);
        const std::size_t length = decoded ? decoded->length : 1;
        if (decoded && survivesEditor(decoded->character)) {
            shown.append(QStringView(QChar::fromUcs4(decoded->character)));
        } else {
            for (std::size_t i = 0; i < length; ++i)
                shown.append(QChar(static_cast<char16_t>(EscapeBase + byteAt(bytes, at + i))));
        }
        at += length;
    }
    return shown;
}

QString shownText(std::string_view bytes)
{
    if (isPlain(bytes))
        return fromPlain(bytes);
    QString shown;
    for (std::size_t start = 0;;) {
        const std::size_t end = bytes.find('\n', start);
        if (end == std::string_view::npos)
            return shown + shownLine(bytes.substr(start));
        const bool crlf = end > start && bytes[end - 1] == '\r';
        shown += shownLine(bytes.substr(start, end - start - (crlf ? 1 : 0)));
        shown += u'\n';
        start = end + 1;
    }
}

bool isEscapedByte(QChar character)
{
    return character.unicode() >= EscapeBase && character.unicode() <= EscapeBase + 0xff;
}

bool hasEscapedBytes(QStringView shown)
{
    if (isPlain(shown))
        return false;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (shown.at(i).isHighSurrogate())
            ++i;
        else if (isEscapedByte(shown.at(i)))
            return true;
    }
    return false;
}

std::string bytesOf(QStringView shown)
{
    if (isPlain(shown))
        return shown.toLatin1().toStdString();
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(shown.size()));
    for (qsizetype i = 0; i < shown.size();) {
        if (isEscapedByte(shown.at(i))) {
            bytes.push_back(static_cast<char>(shown.at(i).unicode() - EscapeBase));
            ++i;
            continue;
        }
        const bool pair = shown.at(i).isHighSurrogate() && i + 1 < shown.size();
        const qsizetype length = pair ? 2 : 1;
        bytes += shown.sliced(i, length).toUtf8().toStdString();
        i += length;
    }
    return bytes;
}

int columnOf(std::string_view line, std::size_t offset)
{
    return static_cast<int>(shownLine(line.substr(0, std::min(offset, line.size()))).size());
}

std::size_t offsetOf(QStringView shown, int column)
{
    return bytesOf(shown.first(std::clamp<qsizetype>(column, 0, shown.size()))).size();
}

TextChange textChange(QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const char16_t *first = before.utf16();
    qsizetype start = std::mismatch(first, first + shorter, after.utf16()).first - first;
    const auto last = std::make_reverse_iterator(first + before.size());
    const auto otherLast = std::make_reverse_iterator(after.utf16() + after.size());
    qsizetype tail = std::mismatch(last, last + (shorter - start), otherLast).first - last;
    // A pair of surrogates is one character: it changes as a whole.
    if (start > 0 && before.at(start - 1).isHighSurrogate())
        --start;
    const auto splitsPair = [tail](QStringView text) {
        const qsizetype at = text.size() - tail;
        return tail > 0 && at > 0 && text.at(at).isLowSurrogate() && text.at(at - 1).isHighSurrogate();
    };
    if (splitsPair(before) || splitsPair(after))
        --tail;
    return {start, before.size() - tail - start, after.size() - tail - start};
}

config::Edit typedEdit(const std::string &bytes, QStringView before, QStringView after, const TextChange &change,
                       std::string_view lineEnding)
{
    const std::size_t start = fileOffset(bytes, before, change.start);
    const std::size_t end = fileOffset(bytes, before, change.start + change.removed);
    return typedEdit({start, end - start}, after.sliced(change.start, change.inserted), lineEnding);
}

config::Edit typedEdit(config::TextRange replaced, QStringView inserted, std::string_view lineEnding)
{
    std::string replacement;
    qsizetype from = 0;
    for (qsizetype at; (at = inserted.indexOf(u'\n', from)) >= 0; from = at + 1)
        replacement += bytesOf(inserted.sliced(from, at - from)).append(lineEnding);
    replacement += bytesOf(inserted.sliced(from));
    return {replaced, std::move(replacement)};
}

std::string bytesAfter(const std::string &bytes, QStringView before, QStringView after,
                       std::string_view lineEnding)
{
    const config::Edit edit = typedEdit(bytes, before, after, textChange(before, after), lineEnding);
    return std::string(bytes).replace(edit.range.offset, edit.range.length, edit.replacement);
}

} // namespace noonmark::ui
