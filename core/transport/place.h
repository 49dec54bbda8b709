// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace noonmark::transport {

// Where a daemon is asked.
struct Place
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 123;

    friend bool operator==(const Place &, const Place &) = default;
};

// "host", "host:port", "v6", "[v6]:port"; "" is this machine. Nothing if there is no such thing.
[[nodiscard]] std::optional<Place> parsePlace(const QString &text);
// The shortest text that parsePlace() reads as this.
[[nodiscard]] QString toText(const Place &place);

} // namespace noonmark::transport
