// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"

#include "core/wording/wording.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::wording {
namespace {

constexpr qsizetype LongestQuote = 80;

bool isBidiControl(char32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

// What would move, hide or reorder the text around it if it were printed as it is.
bool mustBeShown(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Format:
        return true;
    default:
        return isBidiControl(c) || (c != ' ' && QChar::category(c) == QChar::Separator_Space);
    }
}

QString visible(char32_t c)
{
    if (c < 0x80)
        return u"\\x%1"_s.arg(static_cast<uint>(c), 2, 16, QLatin1Char('0'));
    return u"<U+%1>"_s.arg(
        QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

QString decoded(const std::string &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return utf8.hasError() ? QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size())) : text;
}

} // namespace

QString plain(const std::string &fromOutside)
{
    // What nearly all words of a configuration are; a long one has hundreds of thousands.
    if (std::ranges::all_of(fromOutside, [](char c) { return c >= ' ' && c <= '~'; }))
        return QString::fromLatin1(fromOutside.data(), static_cast<qsizetype>(fromOutside.size()));
    QString result;
    for (const uint c : decoded(fromOutside).toUcs4()) {
        if (mustBeShown(c))
            result += visible(c);
        else
            result += QChar::fromUcs4(c);
    }
    return result;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("noonmark::wording", text);
}

QString translated(const char *text, const QStringList &arguments)
{
    return filled(translated(text), arguments);
}

QString filled(const QString &sentence, const QStringList &arguments)
{
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool isPlace = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1] >= u'1' &&
                             sentence[i + 1] <= u'9';
        if (isPlace)
            result += arguments.value(sentence[++i].unicode() - u'1');
        else
            result += sentence[i];
    }
    return result;
}

QString quotable(const std::string &fromOutside)
{
    // A line may be a megabyte long; decode no more of it than can be shown.
    const QString text = plain(fromOutside.substr(0, 4 * LongestQuote));
    return text.size() > LongestQuote ? text.left(LongestQuote - 1) + u'…' : text;
}

QStringList quotable(const std::vector<std::string> &fromOutside)
{
    QStringList result;
    for (const auto &argument : fromOutside)
        result += quotable(argument);
    return result;
}

} // namespace noonmark::wording
