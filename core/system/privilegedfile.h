// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace noonmark::system {

struct FileContents
{
    QByteArray bytes;
    QByteArray hash; // SHA-256 of the bytes: the state that an edit was based on
};

[[nodiscard]] QByteArray hashOf(const QByteArray &bytes);

// Regular files only, up to 16 MiB: ntp.conf is a text that a person reads.
[[nodiscard]] Result<FileContents> readFile(const QString &path);

// Who may read what is written.
enum class Privacy : unsigned char
{
    AsBefore, // as it was; everybody if it is new
    Owner     // never others: what they could read before becomes the owner's alone, a new file is
};

// Replaces a file atomically: a temporary file beside it, flushed to disk, with the old file's owner and
// mode, then renamed over it; the old bytes stay as "<path>~". Fails with FileChanged if the file no longer
// has `seenHash` (empty: it must not exist yet). A symbolic link is followed, its target replaced. On any
// failure the old file is untouched.
[[nodiscard]] Result<QByteArray> replaceFile(const QString &path, const QByteArray &bytes,
                                             const QByteArray &seenHash,
                                             Privacy privacy = Privacy::AsBefore);

// The same for what a program writes for itself, a drift or a pid file: nothing is kept of the file that is there, and
// a symbolic link is replaced, not followed. Folders, devices and pipes stay what they are.
[[nodiscard]] Result<void> overwriteFile(const QString &path, const QByteArray &bytes);
// Whether it would do so now, as far as that can be told without writing.
[[nodiscard]] Result<void> mayOverwrite(const QString &path);

} // namespace noonmark::system
