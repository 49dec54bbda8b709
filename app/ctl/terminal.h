// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

namespace noonmark::ctl {

// The exit statuses are part of the program's door: scripts ask for them.
enum Status : int
{
    Good = 0,
    Bad = 1,
    Impossible = 2
};

// Where the answers go: sentences or JSON on standard output, troubles on standard error.
class Terminal
{
public:
    explicit Terminal(bool json)
        : m_json(json)
    {}

    [[nodiscard]] bool json() const { return m_json; }
    void line(const QString &text) const;
    void bytes(const QByteArray &text) const; // what a file holds: made harmless on a screen
    void object(const QJsonObject &object) const;
    void jsonLine(const QJsonObject &object) const; // one of many, at once: for who reads along
    void picture(const QString &text) const;        // with the escape sequences that are our own
    void trouble(const QString &sentence) const;
    // Says what is wrong with the words of the command line, or the error, and returns Impossible.
    int refused(const QString &sentence) const;
    int failed(const Error &error) const;

private:
    bool m_json;
};

// tr() for this program.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::ctl)
};

} // namespace noonmark::ctl
