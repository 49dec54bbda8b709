// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/keys.h"

#include "core/config/keysfile.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

#include <map>
#include <optional>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

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

std::optional<engine::SymmetricKey> keyOf(const config::KeyLine &line)
{
    const auto number = line.key();
    const auto type = protocol::macTypeFromName(line.type.text);
    const auto secret = config::secretOf(line);
    if (!number || !type || !secret || secret->empty())
        return std::nullopt;
    const auto bytes = std::as_bytes(std::span(*secret));
    engine::SymmetricKey key{static_cast<std::uint32_t>(*number), *type, {bytes.begin(), bytes.end()}, {}};
    if (!line.hosts)
        return key;
    for (const QString &user : QString::fromStdString(line.hosts->text).split(QLatin1Char(','))) {
        const auto mask = userOf(user);
        if (!mask) // a key that somebody may use only from somewhere must not become everybody's
            return std::nullopt;
        key.users.push_back(*mask);
    }
    return key;
}

// Of a line that the check has nothing to say about.
QString unusable()
{
    return QCoreApplication::translate("noonmark::daemon::Keys",
                                       "This key cannot be used: its type is not known here, or who may use it is "
                                       "written in a way that cannot be read.");
}

} // namespace

Result<KeysRead> readKeys(const QString &path)
{
    return system::readFile(path).map([&path](const system::FileContents &file) {
        const config::Document document(file.bytes.toStdString());
        std::map<int, QString> errors;
        for (const config::Diagnostic &finding : config::checkKeys(document)) {
            if (finding.severity == config::Severity::Error)
                errors.try_emplace(document.lineAt(finding.range.offset).number, wording::sentence(finding));
        }
        KeysRead read;
        for (const config::KeyLine &line : config::keyLines(document)) {
            const auto error = errors.find(line.line);
            if (auto key = keyOf(line))
                read.keys.push_back(std::move(*key));
            else
                read.unusable += u"%1:%2: "_s.arg(path, QString::number(line.line)) +
                                 (error != errors.end() ? error->second : unusable());
        }
        return read;
    });
}

} // namespace noonmark::daemon
