// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include "core/wording/wording.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

void put(const QByteArray &bytes, FILE *file)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
}

} // namespace

void Terminal::line(const QString &text) const
{
    put(text.toUtf8() + '\n', stdout);
}

void Terminal::bytes(const QByteArray &text) const
{
    put(text, stdout);
}

void Terminal::object(const QJsonObject &object) const
{
    put(QJsonDocument(object).toJson(QJsonDocument::Indented), stdout);
}

void Terminal::trouble(const QString &sentence) const
{
    put("noonmarkctl: " + sentence.toUtf8() + '\n', stderr);
}

int Terminal::failed(const Error &error) const
{
    if (m_json)
        object({{u"error"_s, wording::sentence(error)}});
    trouble(wording::sentence(error));
    return Impossible;
}

} // namespace noonmark::ctl
