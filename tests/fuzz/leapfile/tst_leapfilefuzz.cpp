// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/leapfile/leapfileproperties.h"

#include <QtTest>

class LeapFileFuzz : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("leapfile", &brokenLeapFileProperty);
        QVERIFY2(property == nullptr, property);
    }
};

QTEST_APPLESS_MAIN(LeapFileFuzz)
#include "tst_leapfilefuzz.moc"
