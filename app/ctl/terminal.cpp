// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include "core/wording/wording.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

void put(const QByteArray &bytes, FILE *file)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
}

QByteArray harmless(const QByteArray &text)
{
    QByteArray result;
    for (const QByteArray &line : text.split('\n')) {
        QStringList words;
        for (const QByteArray &word : line.split('\t'))
            words += wording::plain(word.toStdString());
        result += words.join(u'\t').toUtf8() + '\n';
    }
    result.chop(1);
    return result;
}

} // namespace

void Terminal::line(const QString &text) const
{
    put(text.toUtf8() + '\n', stdout);
}

void Terminal::bytes(const QByteArray &text) const
{
    // A file may hold escape sequences. Into a pipe they go as they are, so that `patch` finds the same
    // bytes.
    put(isatty(STDOUT_FILENO) ? harmless(text) : text, stdout);
}

void Terminal::object(const QJsonObject &object) const
{
    put(QJsonDocument(object).toJson(QJsonDocument::Indented), stdout);
}

void Terminal::jsonLine(const QJsonObject &object) const
{
    put(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n', stdout);
    std::fflush(stdout);
}

void Terminal::picture(const QString &text) const
{
    put(text.toUtf8(), stdout);
    std::fflush(stdout);
}

void Terminal::trouble(const QString &sentence) const
{
    put("noonmarkctl: " + sentence.toUtf8() + '\n', stderr);
}

int Terminal::refused(const QString &sentence) const
{
    if (m_json)
        object({{u"error"_s, sentence}});
    trouble(sentence);
    return Impossible;
}

int Terminal::failed(const Error &error) const
{
    return refused(wording::sentence(error));
}

} // namespace noonmark::ctl
