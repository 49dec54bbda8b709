// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/leapseconds.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace noonmark;
using daemon::LeapSeconds;
using daemon::Log;

class LeapSecondsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("leap"));
        m_log.open(m_folder->filePath(QStringLiteral("log")));
    }

    void readsAFileAgainOnceItIsAnother()
    {
        LeapSeconds leaps(m_log);
        write("#@ 4291747200\n2272060800 10\n3692217600 37\n", 1);
        QVERIFY(leaps.read(m_path, true));
        QCOMPARE(leaps.table().expires, std::int64_t(4'291'747'200));
        QVERIFY(!leaps.readAgainIfChanged());
        write("#@ 4323283200\n2272060800 10\n3692217600 37\n4291747200 38\n", 2);
        QVERIFY(leaps.readAgainIfChanged());
        QCOMPARE(leaps.table().expires, std::int64_t(4'323'283'200));
        QVERIFY(!leaps.readAgainIfChanged());
        write("#@ 4323283200\n2272060800 10\n3692217600 37\n4291747200 38\n", 3); // touched only
        QVERIFY(!leaps.readAgainIfChanged());
    }

    void noticesAFileThatIsReplacedAtOnce()
    {
        LeapSeconds leaps(m_log);
        write("#@ 4291747200\n2272060800 10\n3692217600 37\n", 1);
        QVERIFY(leaps.read(m_path, true));
        write("#@ 4323283200\n2272060800 10\n3692217600 37\n", 1);
        QVERIFY(leaps.readAgainIfChanged());
    }

    void keepsWhatItHasFromAFileThatBreaks()
    {
        LeapSeconds leaps(m_log);
        write("#@ 4291747200\n2272060800 10\n3692217600 37\n", 1);
        QVERIFY(leaps.read(m_path, true));
        const engine::LeapTable before = leaps.table();
        write("no list\n", 2);
        QVERIFY(!leaps.readAgainIfChanged());
        QVERIFY(QFile::remove(m_path));
        QVERIFY(!leaps.readAgainIfChanged());
        QVERIFY(!leaps.readAgainIfChanged());
        QVERIFY(leaps.table() == before);
        QCOMPARE(told().count("no list of leap seconds"), 1);
        QCOMPARE(told().count("cannot be read"), 1); // not every minute
        write("#@ 4323283200\n2272060800 10\n3692217600 37\n", 3);
        QVERIFY(leaps.readAgainIfChanged());
    }

    void forgetsAFileThatIsNotNamedAnyMore()
    {
        LeapSeconds leaps(m_log);
        write("#@ 4291747200\n2272060800 10\n3692217600 37\n", 1);
        QVERIFY(leaps.read(m_path, true));
        QVERIFY(leaps.read({}, true));
        QVERIFY(leaps.table() == engine::LeapTable());
        QVERIFY(!leaps.readAgainIfChanged());
    }

private:
    void write(const QByteArray &text, int minute)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush());
        QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'790'000'000 + 60 * minute),
                                 QFileDevice::FileModificationTime));
    }
    [[nodiscard]] QByteArray told() const
    {
        QFile file(m_folder->filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Log m_log;
};

QTEST_GUILESS_MAIN(LeapSecondsTest)
#include "tst_leapseconds.moc"
