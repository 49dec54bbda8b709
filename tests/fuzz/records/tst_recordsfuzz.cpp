// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/records/recordsproperties.h"

#include <QtTest>

class RecordsFuzz : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("records", &brokenRecordProperty);
        QVERIFY2(property == nullptr, property);
    }
};

QTEST_APPLESS_MAIN(RecordsFuzz)
#include "tst_recordsfuzz.moc"
