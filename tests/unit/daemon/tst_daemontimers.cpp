// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/daemon.h"

#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>
#include <QtEndian>
#include <QtTest>

#include <array>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace noonmark;
using daemon::Daemon;

namespace {

// A network of this test's own, with nothing in it but this machine: there port 123 is free.
bool enterEmptyNetwork()
{
    if (unshare(CLONE_NEWNET) != 0)
        return false;
    const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback{};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = ioctl(descriptor, SIOCSIFFLAGS, &loopback) == 0;
    close(descriptor);
    return isUp;
}

// A server of stratum 1 that has this machine's time.
class TimeServer
{
public:
    TimeServer()
        : m_descriptor(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
        , m_notifier(m_descriptor, QSocketNotifier::Read)
    {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(123);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isBound = bind(m_descriptor, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0;
        QObject::connect(&m_notifier, &QSocketNotifier::activated, [this] { answer(); });
    }
    ~TimeServer()
    {
        m_notifier.setEnabled(false);
        close(m_descriptor);
    }
    TimeServer(const TimeServer &) = delete;
    TimeServer &operator=(const TimeServer &) = delete;

    [[nodiscard]] bool isBound() const { return m_isBound; }

private:
    static void stamp(char *at)
    {
        constexpr quint64 epoch = 2'208'988'800;
        const auto ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
        const quint64 fraction = (ms % 1000) * (quint64(1) << 32) / 1000;
        qToBigEndian((ms / 1000 + epoch) << 32 | fraction, at);
    }
    void answer()
    {
        std::array<char, 512> packet{};
        sockaddr_in client{};
        socklen_t length = sizeof client;
        auto *address = reinterpret_cast<sockaddr *>(&client);
        if (recvfrom(m_descriptor, packet.data(), packet.size(), 0, address, &length) < 48)
            return;
        std::memcpy(&packet[24], &packet[40], 8);
        std::memcpy(packet.data(), "\x24\x01\x04\xec\0\0\0\0\0\0\0\x0aTEST", 16);
        for (const std::size_t place : {16U, 32U, 40U})
            stamp(&packet[place]);
        sendto(m_descriptor, packet.data(), 48, 0, address, length);
    }

    int m_descriptor;
    QSocketNotifier m_notifier;
    bool m_isBound = false;
};

} // namespace

// What the daemon does by the hour and by the minute, without waiting for either: its timers are made to run
// fast. It serves nobody and steers a clock of its own.
class DaemonTimersTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write("drift", "10.000\n");
        const QString lines = QStringLiteral("server %2\nstatistics sysstats\nstatsdir %1/\n"
                                             "driftfile %1/drift\nleapfile %1/leap\n");
        write("ntp.conf", lines.arg(m_folder->path(), QStringLiteral("127.0.0.1 iburst minpoll 4")).toUtf8());
        write("leap", "#@ 4291747200\n2272060800 10\n3692217600 37\n");
    }

    void keepsTheDriftAndCountsEveryHour()
    {
        constexpr int patience = 60'000;
        if (!enterEmptyNetwork())
            QSKIP("network namespaces need root.");
        const TimeServer server;
        QVERIFY(server.isBound());
        const auto daemon = started();
        QTRY_VERIFY_WITH_TIMEOUT(read("log").contains("127.0.0.1 is followed now"), patience);
        QVERIFY(QFile::remove(path("drift")));
        hasten(*daemon, 3'600'000);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("drift")), patience);
        QTRY_VERIFY(read("sysstats").count('\n') >= 2);
        const QByteArray drift = read("drift").trimmed();
        QVERIFY2(qAbs(drift.toDouble()) < 500 && drift.contains('.'), drift.constData());
        QCOMPARE(read("sysstats").split('\n').front().split(' ').size(), 13);
    }

    void readsALeapFileThatWasReplacedWithinAMinute()
    {
        const auto daemon = started();
        QVERIFY(!read("log").contains("expired"));
        hasten(*daemon, 60'000);
        QVERIFY(QFile::remove(path("leap")));
        write("leap", "#@ 3900000000\n2272060800 10\n3692217600 37\n");
        QTRY_VERIFY(read("log").contains("leap expired on 2023"));
    }

private:
    std::unique_ptr<Daemon> started()
    {
        daemon::Options options;
        options.configFile = path("ntp.conf");
        options.logFile = path("log");
        options.port = 0;
        options.singleThread = true; // gives up nothing: this process has other things to do yet
        options.seed = 7;
        auto daemon = std::make_unique<Daemon>(options);
        if (daemon->start())
            qWarning("%s", read("log").constData());
        return daemon;
    }
    static void hasten(const Daemon &daemon, int interval)
    {
        QTimer *found = nullptr;
        for (QTimer *timer : daemon.findChildren<QTimer *>(Qt::FindDirectChildrenOnly))
            found = timer->isActive() && timer->interval() == interval ? timer : found;
        QVERIFY(found);
        found->setInterval(20);
    }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->path() + QLatin1Char('/') + QLatin1String(name);
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(DaemonTimersTest)
#include "tst_daemontimers.moc"
