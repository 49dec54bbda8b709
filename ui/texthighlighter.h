// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <QPalette>
#include <QSyntaxHighlighter>

namespace noonmark::ui {

// Colours a line of ntp.conf by the tokens that the daemon's scanner cuts. A line stands for itself, so each
// block is read alone and the colours never lag behind the typing.
class TextHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    TextHighlighter(QTextDocument *document, const QPalette &palette);

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    enum class Role : unsigned char
    {
        Directive,
        Option,
        Value,
        Unknown,
        Comment
    };
    [[nodiscard]] QTextCharFormat format(Role role) const;
    void paint(std::string_view bytes, config::TextRange range, Role role);
    void highlightWords(std::string_view bytes, const config::Line &line);

    QPalette m_palette;
};

} // namespace noonmark::ui
