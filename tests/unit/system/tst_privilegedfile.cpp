// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/reason.h"
#include "core/system/privilegedfile.h"

#include <QtTest>

#include <functional>
#include <memory>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace noonmark;
using system::readFile;
using system::replaceFile;

namespace {

const QByteArray Old = "server ntp1.example iburst\n";
const QByteArray New = "server ntp2.example iburst\n";

struct stat statusOf(const QString &path)
{
    struct stat status
    {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return status;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// Runs the act in a process of its own, which may lose privileges or mount things; what it returns is its
// exit status.
int inAnotherProcess(const std::function<int()> &act)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(act());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class PrivilegedFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("ntp.conf"));
        write(m_path, Old);
    }

    void readsBytesAndHash()
    {
        const auto file = readFile(m_path);
        QCOMPARE(file->bytes, Old);
        QCOMPARE(file->hash, QCryptographicHash::hash(Old, QCryptographicHash::Sha256));
    }

    void readsOnlyRegularFiles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("folder") << QStringLiteral("/tmp");
        QTest::newRow("device") << QStringLiteral("/dev/zero");
        QTest::newRow("nothing") << QStringLiteral("/nonexistent/ntp.conf");
        QTest::newRow("without a name") << QString();
    }
    void readsOnlyRegularFiles()
    {
        QFETCH(const QString, path);
        QCOMPARE(readFile(path).error().failure, Failure::FileUnreadable);
    }

    void doesNotWaitForAPipe()
    {
        const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readFile(pipe).error(), (Error{Failure::FileUnreadable, {pipe.toStdString(), reason::NoRegularFile}}));
    }

    void refusesWhatNobodyCouldHaveWritten()
    {
        const QString large = m_folder->filePath(QStringLiteral("large"));
        QFile file(large);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize((16 << 20) + 1));
        QCOMPARE(readFile(large).error().failure, Failure::FileUnreadable);
    }

    void replacesAndKeepsTheOldBytes()
    {
        const auto replaced = replaceFile(m_path, New, readFile(m_path)->hash);
        QCOMPARE(*replaced, readFile(m_path)->hash);
        QCOMPARE(readFile(m_path)->bytes, New);
        QCOMPARE(readFile(m_path + QLatin1Char('~'))->bytes, Old);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void isARenameAndNoRewrite()
    { // Whoever has the old file open keeps reading the old bytes, whole.
        QFile open(m_path);
        QVERIFY(open.open(QIODevice::ReadOnly));
        QVERIFY(replaceFile(m_path, New, readFile(m_path)->hash).has_value());
        QCOMPARE(open.readAll(), Old);
    }

    void keepsModeAndOwner()
    {
        QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0640), 0);
        if (geteuid() == 0)
            QCOMPARE(chown(QFile::encodeName(m_path).constData(), 12345, 23456), 0);
        const struct stat before = statusOf(m_path);
        QVERIFY(replaceFile(m_path, New, readFile(m_path)->hash).has_value());
        for (const QString &path : {m_path, QString(m_path + QLatin1Char('~'))}) {
            QCOMPARE(statusOf(path).st_mode, before.st_mode);
            QCOMPARE(statusOf(path).st_uid, before.st_uid);
            QCOMPARE(statusOf(path).st_gid, before.st_gid);
        }
    }

    void noticesThatSomebodyElseWrote()
    {
        const QByteArray seen = readFile(m_path)->hash;
        write(m_path, "# edited with vi\n");
        QCOMPARE(replaceFile(m_path, New, seen).error().failure, Failure::FileChanged);
        QCOMPARE(readFile(m_path)->bytes, QByteArray("# edited with vi\n"));
        QCOMPARE(replaceFile(m_path, New, {}).error().failure, Failure::FileChanged);
        QFile::remove(m_path);
        QCOMPARE(replaceFile(m_path, New, seen).error().failure, Failure::FileChanged);
        QVERIFY(!QFile::exists(m_path));
    }

    void makesANewFile()
    {
        const QString path = m_folder->filePath(QStringLiteral("new.conf"));
        QVERIFY(replaceFile(path, New, {}).has_value());
        QCOMPARE(readFile(path)->bytes, New);
        QCOMPARE(statusOf(path).st_mode & 07777, mode_t{0644});
        QVERIFY(!QFile::exists(path + QLatin1Char('~')));
    }

    void followsALink()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("etc")));
        const QString link = m_folder->filePath(QStringLiteral("etc/ntp.conf"));
        QCOMPARE(symlink("../ntp.conf", QFile::encodeName(link).constData()), 0);
        QVERIFY(replaceFile(link, New, readFile(link)->hash).has_value());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(readFile(m_path)->bytes, New);
        QCOMPARE(readFile(m_path + QLatin1Char('~'))->bytes, Old);
    }

    void endsInACircleOfLinks()
    {
        const QString a = m_folder->filePath(QStringLiteral("a"));
        const QString b = m_folder->filePath(QStringLiteral("b"));
        QCOMPARE(symlink("b", QFile::encodeName(a).constData()), 0);
        QCOMPARE(symlink("a", QFile::encodeName(b).constData()), 0);
        QCOMPARE(replaceFile(a, New, {}).error().failure, Failure::FileUnwritable);
    }

    void saysThatItMayNot()
    {
        QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0555), 0);
        const int failure = inAnotherProcess([this] {
            if (geteuid() == 0 && setuid(65534) != 0)
                return -1;
            const auto seen = QCryptographicHash::hash(Old, QCryptographicHash::Sha256);
            const auto replaced = replaceFile(m_path, New, seen);
            return replaced ? 0 : static_cast<int>(replaced.error().failure);
        });
        chmod(QFile::encodeName(m_folder->path()).constData(), 0700);
        QCOMPARE(failure, static_cast<int>(Failure::NotPermitted));
        QCOMPARE(readFile(m_path)->bytes, Old);
    }

    void leavesTheOldFileWhenTheDiskIsFull()
    {
        if (geteuid() != 0)
            QSKIP("only root can mount a small disk to fill");
        const int outcome = inAnotherProcess([this] { return onATinyDisk(); });
        if (outcome == 77)
            QSKIP("this machine lets nobody mount");
        QCOMPARE(outcome, 0);
    }

private:
    // 0 if all is well, else the number of the expectation that failed.
    int onATinyDisk() const
    {
        const QByteArray folder = QFile::encodeName(m_folder->path());
        const bool alone =
            unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        if (!alone || ::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=16k") != 0)
            return 77;
        if (!replaceFile(m_path, Old, {}))
            return 1;
        const auto replaced = replaceFile(m_path, QByteArray(1 << 20, '#'), readFile(m_path)->hash);
        if (replaced || replaced.error().failure != Failure::FileUnwritable)
            return 2;
        if (readFile(m_path)->bytes != Old)
            return 3;
        const QStringList left = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        return left == QStringList{QStringLiteral("ntp.conf"), QStringLiteral("ntp.conf~")} ? 0 : 4;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_APPLESS_MAIN(PrivilegedFileTest)
#include "tst_privilegedfile.moc"
