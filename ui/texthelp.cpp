// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texthelp.h"

#include "core/wording/wording.h"
#include "ui/configurationsession.h"
#include "ui/linereadings.h"

#include <QStringList>

namespace noonmark::ui {

namespace {

bool holds(const config::TextRange &range, std::size_t offset)
{
    return offset >= range.offset && offset <= range.end();
}

QString explanationOfWord(const config::Line &line, std::size_t offset)
{
    for (std::size_t i = 0; i < line.tokens.size(); ++i)
        if (holds(line.tokens[i].range, offset))
            return i == 0 ? wording::explanationOfDirective(line.tokens[i].text)
                          : wording::explanationOfOption(line.keyword(), line.tokens[i].text);
    return {};
}

} // namespace

QString explanationAt(const ConfigurationSession &session, const LineReadings &readings, std::size_t offset)
{
    const config::Line &line = session.document().lineAt(offset);
    QStringList sentences;
    for (const auto &diagnostic : session.diagnostics())
        if (holds(diagnostic.range, offset))
            sentences.append(wording::sentence(diagnostic));
    const QString word = explanationOfWord(line, offset);
    const QString departure = readings.departure(line.number);
    for (const QString &text : {word, departure})
        if (!text.isEmpty())
            sentences.append(text);
    return sentences.join(u'\n');
}

} // namespace noonmark::ui
