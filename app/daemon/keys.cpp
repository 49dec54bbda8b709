// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/keys.h"

#include "core/system/privilegedfile.h"

#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace noonmark::daemon {

namespace {

constexpr int LongestPlainSecret = 20; // characters; what is longer is hexadecimal
constexpr std::uint32_t HighestKey = 65535;

std::optional<std::vector<std::byte>> secretOf(const QByteArray &text)
{
    const bool isHex = text.size() > LongestPlainSecret;
    static const QRegularExpression digits(QStringLiteral("^[0-9A-Fa-f]+$"));
    if (isHex && !digits.match(QString::fromLatin1(text)).hasMatch())
        return std::nullopt;
    // An odd last digit does not count.
    const QByteArray bytes = isHex ? QByteArray::fromHex(text.first(text.size() / 2 * 2)) : text;
    const auto *first = reinterpret_cast<const std::byte *>(bytes.constData());
    return std::vector<std::byte>(first, first + bytes.size());
}

std::optional<AddressMask> userOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    const auto address = IpAddress::parse(parts[0].toStdString());
    if (!address || parts.size() > 2)
        return std::nullopt;
    if (parts.size() == 1)
        return AddressMask::host(*address);
    bool isNumber = false;
    const int length = parts[1].toInt(&isNumber);
    const int longest = static_cast<int>(8 * address->length());
    if (!isNumber || length < 0 || length > longest)
        return std::nullopt;
    return AddressMask::prefix(*address, length);
}

std::optional<engine::SymmetricKey> keyOf(const QByteArray &line)
{
    const QString text =
        QString::fromLatin1(line.first(line.contains('#') ? line.indexOf('#') : line.size()));
    static const QRegularExpression blanks(QStringLiteral("[ \\t\\r]+"));
    const QStringList words = text.split(blanks, Qt::SkipEmptyParts);
    if (words.size() < 3)
        return std::nullopt;
    const auto type = protocol::macTypeFromName(words[1].toStdString());
    const auto secret = secretOf(words[2].toLatin1());
    engine::SymmetricKey key;
    key.number = words[0].toUInt();
    if (!type || !secret || key.number == 0 || key.number > HighestKey)
        return std::nullopt;
    key.type = *type;
    key.secret = *secret;
    if (words.size() < 4)
        return key;
    for (const QString &user : words[3].split(QLatin1Char(','))) {
        const auto mask = userOf(user);
        if (!mask) // a key that somebody may use only from somewhere must not become everybody's
            return std::nullopt;
        key.users.push_back(*mask);
    }
    return key;
}

} // namespace

Result<std::vector<engine::SymmetricKey>> readKeys(const QString &path)
{
    return system::readFile(path).map([](const system::FileContents &file) {
        std::vector<engine::SymmetricKey> keys;
        for (const QByteArray &line : file.bytes.split('\n')) {
            if (auto key = keyOf(line))
                keys.push_back(std::move(*key));
        }
        return keys;
    });
}

} // namespace noonmark::daemon
