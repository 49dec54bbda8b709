// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/keysfile/keysfileproperties.h"

#include <QtTest>

class KeysFileFuzz : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("keysfile", &brokenKeysFileProperty);
        QVERIFY2(property == nullptr, property);
    }
};

QTEST_APPLESS_MAIN(KeysFileFuzz)
#include "tst_keysfilefuzz.moc"
