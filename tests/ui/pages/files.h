// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/configurationsession.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <initializer_list>

// A session on a file of its own in a folder that goes away with it.
struct SessionOnDisk
{
    explicit SessionOnDisk(const QByteArray &bytes)
        : path(folder.filePath(QStringLiteral("ntp.conf")))
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        file.close();
        if (!session.open(path))
            qFatal("cannot open the test's file");
    }

    [[nodiscard]] QByteArray onDisk() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    QString path;
    noonmark::ui::ConfigurationSession session;
};

inline QStringList texts(std::initializer_list<const char *> words)
{
    QStringList list;
    for (const char *word : words)
        list.append(QString::fromUtf8(word));
    return list;
}

inline QByteArray recipe(const char *name)
{
    QFile file(QDir(QStringLiteral(NOONMARK_TEST_DATA "/recipes")).filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/recipes/%s is missing", name);
    return file.readAll();
}
