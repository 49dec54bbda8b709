// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/keptcorpus.h"
#include "tests/fuzz/session/sessionproperties.h"

#include <QtTest>

class SessionFuzz : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheKeptCorpus()
    {
        const char *property = fuzz::outliveKeptCorpus("session", &brokenSessionProperty);
        QVERIFY2(property == nullptr, property);
    }
};

QTEST_APPLESS_MAIN(SessionFuzz)
#include "tst_sessionfuzz.moc"
