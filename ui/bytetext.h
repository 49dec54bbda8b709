// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <QString>

#include <string>
#include <string_view>

// The bytes of a file as text for an editor, and back to the same bytes. A file may hold anything: what is no
// UTF-8, and the few characters that a QTextDocument would swallow (NUL, a lone CR, Unicode line separators),
// is shown byte by byte as lone low surrogates U+DC00 + byte. Those occur in no valid text, so the way back
// is unambiguous. Line ends are
// '\n' in the text; which of them are CRLF in the file is known from the file alone.
namespace noonmark::ui {

[[nodiscard]] QString shownText(std::string_view bytes);
// Of a piece without line ends.
[[nodiscard]] QString shownLine(std::string_view bytes);
[[nodiscard]] std::string bytesOf(QStringView shownLine);
[[nodiscard]] bool isEscapedByte(QChar character);
[[nodiscard]] bool hasEscapedBytes(QStringView shown);

// Place of a byte of a line in the shown line, and back.
[[nodiscard]] int columnOf(std::string_view line, std::size_t offset);
[[nodiscard]] std::size_t offsetOf(QStringView shownLine, int column);

// Where two texts differ: `start` characters in front and the rest behind are common.
struct TextChange
{
    qsizetype start = 0;
    qsizetype removed = 0;
    qsizetype inserted = 0;

    [[nodiscard]] bool isEmpty() const { return removed == 0 && inserted == 0; }
};
[[nodiscard]] TextChange textChange(QStringView before, QStringView after);

// What is to be done to the bytes of a file whose text was changed from `before` (which is shownText(bytes))
// to `after`. New lines end with `lineEnding`; nothing outside the change is touched.
[[nodiscard]] config::Edit typedEdit(const std::string &bytes, QStringView before, QStringView after,
                                     const TextChange &change, std::string_view lineEnding);
// The same where one knows already which bytes the inserted characters replace.
[[nodiscard]] config::Edit typedEdit(config::TextRange replaced, QStringView inserted,
                                     std::string_view lineEnding);
// The bytes that the file has then.
[[nodiscard]] std::string bytesAfter(const std::string &bytes, QStringView before, QStringView after,
                                     std::string_view lineEnding);

} // namespace noonmark::ui
