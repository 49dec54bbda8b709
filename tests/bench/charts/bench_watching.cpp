// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_watching [--targets 100] [--seconds 64]: what watching many daemons costs. The daemons are stand-ins
// with eight sources each, in a process of their own; measured is this one, with its history on disk.
#include "core/monitor/controltarget.h"
#include "core/monitor/history.h"
#include "core/monitor/inprocesstarget.h"
#include "core/monitor/journal.h"
#include "core/monitor/targets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkDatagram>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QUdpSocket>

#include <cstdio>
#include <ctime>

using namespace noonmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Sources = 8;

// Answers mode 6 as ntpsec does, with numbers that move.
class StandIn : public QObject
{
public:
    StandIn()
    {
        m_socket.bind(QHostAddress::LocalHost, 0);
        connect(&m_socket, &QUdpSocket::readyRead, this, &StandIn::answer);
    }
    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_socket.receiveDatagram();
            if (question.data().size() >= 12)
                m_socket.writeDatagram(question.makeReply(reply(question.data())));
        }
    }

    QByteArray reply(const QByteArray &question)
    {
        const int opcode = question[1] & 31;
        const int association = (static_cast<quint8>(question[6]) << 8) | static_cast<quint8>(question[7]);
        const bool namesVariables = question.size() > 12;
        QByteArray answer = question.first(12);
        answer[1] = static_cast<char>(0x80 | opcode);
        QByteArray data;
        if (opcode == 1) {
            for (int id = 1; id <= Sources; ++id)
                data += QByteArray{}.append('\0').append(static_cast<char>(id)).append('\x96').append('\x14');
        } else if (namesVariables) {
            answer[1] = static_cast<char>(answer[1] | 0x40); // a name that it does not know
            answer[4] = 5;
        } else {
            data = association == 0 ? system() : peer(association);
        }
        answer[10] = static_cast<char>(data.size() >> 8);
        answer[11] = static_cast<char>(data.size());
        answer += data;
        return answer.append((4 - answer.size() % 4) % 4, '\0');
    }

    QByteArray time() const
    {
        const auto now = static_cast<quint32>(QDateTime::currentSecsSinceEpoch() + 2'208'988'800LL);
        return "0x" + QByteArray::number(now, 16) + ".00000000";
    }
    QByteArray system()
    {
        return "leap=0, stratum=2, precision=-24, rootdelay=0.351, rootdisp=1.251, refid=192.0.2.1, "
               "reftime=" +
               time() + ", tc=6, peer=1, offset=0.0" + QByteArray::number(++m_count % 100) +
               ", frequency=-3.517, sys_jitter=0.012, clk_jitter=0.004, clock=" + time() +
               ", processor=\"x86_64\", system=\"Linux/6.1\", version=\"ntpd ntpsec-1.2.2\", "
               "clk_wander=0.002, "
               "mintc=0\r\n";
    }
    QByteArray peer(int association)
    {
        return "srcadr=192.0.2." + QByteArray::number(association) +
               ", srcport=123, dstadr=192.0.2.100, dstport=123, leap=0, hmode=3, stratum=1, ppoll=6, "
               "hpoll=6, "
               "precision=-24, rootdelay=0.000, rootdisp=0.092, refid=GPS, reftime=" +
               time() + ", rec=" + time() + ", xmt=" + time() +
               ", reach=0xff, unreach=0, delay=0.412, offset=0.2" + QByteArray::number(++m_count % 100) +
               ", jitter=0.031, dispersion=0.9, keyid=0, filtdelay= 0.41 0.42 0.43 0.44 0.45 0.46 0.47 0.48, "
               "filtoffset= 0.21 0.22 0.23 0.24 0.25 0.26 0.27 0.28, pmode=4, filtdisp= 0.00 0.24 0.48 0.72 "
               "0.96 1.20 1.44 1.68, flash=0x0, headway=12\r\n";
    }

    QUdpSocket m_socket;
    int m_count = 0;
};

// Prints the ports and serves until its parent is gone.
int serve(QCoreApplication &application, int count)
{
    std::vector<std::unique_ptr<StandIn>> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(std::make_unique<StandIn>());
        std::printf("%d\n", all.back()->port());
    }
    std::printf("end\n");
    std::fflush(stdout);
    return application.exec();
}

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

int watch(QCoreApplication &application, int count, int seconds)
{
    QProcess daemons;
    daemons.start(QCoreApplication::applicationFilePath(), {u"--serve"_s, QString::number(count)});
    QByteArray ports;
    while (!ports.endsWith("end\n") && daemons.waitForReadyRead())
        ports += daemons.readAllStandardOutput();
    const QTemporaryDir folder;
    monitor::History history(folder.filePath(u"history.sqlite"_s));
    monitor::InProcessTarget own({.port = 31'123});
    monitor::Targets targets(own);
    monitor::Journal journal;
    journal.follow(targets);
    int looks = 0;
    int silent = 0;
    QObject::connect(&targets, &monitor::Targets::looked,
                     [&](int index, const monitor::Frame &, const monitor::Frame &now) {
                         ++looks;
                         silent += now.answered ? 0 : 1;
                         history.keep(targets.nameOf(index), targets.at(index).history);
                     });
    for (const QByteArray &port : ports.split('\n'))
        if (port.toUInt() > 0)
            targets.watch({u"127.0.0.1"_s, static_cast<quint16>(port.toUInt())});
    QTimer::singleShot(2000, &application, [&] { // not the first looks, which come all at once
        looks = silent = 0;
        const double before = cpuSeconds();
        QTimer::singleShot(seconds * 1000, &application, [&, before] {
            std::printf("%d daemons, %d sources each: %d looks in %d s, %d unanswered, %.2f %% of a core\n",
                        count, Sources, looks, seconds, silent, 100 * (cpuSeconds() - before) / seconds);
            QCoreApplication::quit();
        });
    });
    const int status = application.exec();
    daemons.kill();
    daemons.waitForFinished();
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption targets(u"targets"_s, u"How many daemons."_s, u"n"_s, u"100"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long."_s, u"n"_s, u"64"_s);
    const QCommandLineOption stand(u"serve"_s, u"Be the daemons."_s, u"n"_s);
    parser.addOptions({targets, seconds, stand});
    parser.process(application);
    if (parser.isSet(stand))
        return serve(application, parser.value(stand).toInt());
    return watch(application, parser.value(targets).toInt(), parser.value(seconds).toInt());
}
