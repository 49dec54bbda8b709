// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texthighlighter.h"

#include "core/base/endpoint.h"
#include "core/config/directives.h"
#include "ui/bytetext.h"
#include "ui/theme.h"

#include <QFont>

#include <algorithm>

namespace noonmark::ui {

namespace {

bool isValue(const std::string &text)
{
    const bool number = !text.empty() && text.find_first_not_of("0123456789.+-") == std::string::npos;
    return number || IpAddress::parse(text.substr(0, text.find('/')));
}

} // namespace

TextHighlighter::TextHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
    , m_palette(palette)
{}

void TextHighlighter::setPalette(const QPalette &palette)
{
    m_palette = palette;
    rehighlight();
}

void TextHighlighter::highlightBlock(const QString &text)
{
    const config::Document document(bytesOf(text));
    const config::Line &line = document.lines().front();
    if (line.kind == config::LineKind::Disabled)
        paint(document.bytes(), line.range, Role::Comment);
    else
        highlightWords(document.bytes(), line);
    if (line.comment)
        paint(document.bytes(), *line.comment, Role::Comment);
    if (!hasEscapedBytes(text))
        return;
    for (int i = 0; i < text.size(); ++i)
        if (isEscapedByte(text.at(i)) && (i == 0 || !text.at(i - 1).isHighSurrogate()))
            setFormat(i, 1, format(Role::Unknown));
}

void TextHighlighter::highlightWords(std::string_view bytes, const config::Line &line)
{
    const auto *directive = config::findDirective(line.keyword());
    for (std::size_t i = 0; i < line.tokens.size(); ++i) {
        const auto &token = line.tokens[i];
        if (i == 0)
            paint(bytes, token.range, directive ? Role::Directive : Role::Unknown);
        else if (isValue(token.text))
            paint(bytes, token.range, Role::Value);
        else if (directive && token.kind == config::TokenKind::Word &&
                 config::findOption(*directive, token.text))
            paint(bytes, token.range, Role::Option);
    }
}

void TextHighlighter::paint(std::string_view bytes, config::TextRange range, Role role)
{
    const int start = columnOf(bytes, range.offset);
    setFormat(start, columnOf(bytes, range.end()) - start, format(role));
}

QTextCharFormat TextHighlighter::format(Role role) const
{
    QTextCharFormat format;
    switch (role) {
    case Role::Directive:
        format.setFontWeight(QFont::Bold);
        break;
    case Role::Option:
        format.setForeground(m_palette.link());
        break;
    case Role::Value:
        format.setForeground(seriesColor(6, m_palette));
        break;
    case Role::Unknown:
        format.setForeground(color(Meaning::Bad, m_palette));
        break;
    case Role::Comment:
        format.setForeground(quiet(m_palette));
        break;
    }
    return format;
}

} // namespace noonmark::ui
