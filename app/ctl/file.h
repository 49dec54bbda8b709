// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/filetree.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QString>

namespace noonmark::ctl {

class Terminal;

// The ntp.conf that a command was given.
struct File
{
    QString path;
    QByteArray bytes;
    QByteArray hash;
    config::Document document;
    Dialect dialect = Dialect::Ntpd; // asked for, or guessed from the file's own words
};

void declareFile(QCommandLineParser &parser);
void declareDialect(QCommandLineParser &parser);

[[nodiscard]] Result<File> openFile(const QCommandLineParser &parser);
[[nodiscard]] Result<File> openFile(const QString &path, const QCommandLineParser &parser);
// The file with all that it includes, unless that is not wanted.
[[nodiscard]] Result<config::FileTree> openTree(const QCommandLineParser &parser, bool follows = true);
// Writes the files that are others now, unless it is only a trial; the diff of all of them. What somebody else wrote
// meanwhile is not written over.
[[nodiscard]] Result<QByteArray> writeChanged(const std::vector<config::TreeFile> &before,
                                              const std::vector<config::TreeFile> &now, bool onlyShow);
// The words behind the command's name; an Error if there are fewer than `least` or more than `most`.
[[nodiscard]] Result<QStringList> words(const QCommandLineParser &parser, int least, int most);

// A line for the screen, made harmless and not too long; "" if there is no such line.
[[nodiscard]] QString textOfLine(const config::Document &document, int number);

// "ntpd", "ntpsec", "noonmark": in options and in JSON.
[[nodiscard]] QString idOf(Dialect dialect);
[[nodiscard]] std::optional<Dialect> dialectOf(const QString &id);

} // namespace noonmark::ctl
