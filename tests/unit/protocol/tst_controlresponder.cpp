// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/controlresponder.h"

#include "core/protocol/control.h"
#include "tests/unit/protocol/captures.h"
#include "tests/unit/protocol/samplesnapshot.h"

#include <QtTest>

#include <algorithm>

using namespace noonmark;
using namespace noonmark::protocol;
using engine::Snapshot;

namespace {

ControlDatagram request(ControlOpcode opcode, std::uint16_t association = 0, std::string_view data = {})
{
    ControlHeader header;
    header.opcode = static_cast<std::uint8_t>(opcode);
    header.sequence = 0x1234;
    header.association = association;
    return controlRequest(header, data);
}

std::vector<ControlDatagram> respond(Bytes datagram, const Snapshot &snapshot = sampleSnapshot())
{
    const engine::ControlResponder responder({"noonmarkd 0.1.0", "x86_64", "Linux/6.1"});
    return responder.respond(datagram, snapshot);
}

captures::Answer ask(Bytes datagram, const Snapshot &snapshot = sampleSnapshot())
{
    ControlReassembly reassembly;
    ControlHeader header;
    for (const ControlDatagram &packet : respond(datagram, snapshot)) {
        header = *decodeControl(packet);
        reassembly.add(header, *controlData(header, packet));
    }
    return {header, reassembly.data()};
}

QByteArray value(const captures::Answer &answer, const char *name)
{
    const ControlVariables variables = parseControlVariables(answer.data);
    const std::string *found = findVariable(variables, name);
    return found == nullptr ? QByteArray("(missing)") : QByteArray::fromStdString(*found);
}

std::string namesAsked(const QString &capturedRequest)
{
    const ControlDatagram packet = captures::read(capturedRequest);
    const Bytes data = *controlData(*decodeControl(packet), packet);
    return {reinterpret_cast<const char *>(data.data()), data.size()};
}

} // namespace

class ControlResponderTest : public QObject
{
    Q_OBJECT

private slots:
    void listsAssociationsNewestFirst()
    {
        const auto answer = ask(request(ControlOpcode::ReadStatus));
        QCOMPARE(answer.header.status, std::uint16_t{0x0635});
        QCOMPARE(answer.header.sequence, std::uint16_t{0x1234});
        QVERIFY(answer.header.response && !answer.header.error && !answer.header.more);
        QCOMPARE(parseStatusList(answer.data),
                 (std::vector<AssociationStatus>{{1003, 0x9014}, {1002, 0x9414}, {1001, 0x961a}}));
    }

    void describesTheSystem()
    {
        const auto answer = ask(request(ControlOpcode::ReadVariables));
        QCOMPARE(value(answer, "leap"), QByteArray("0"));
        QCOMPARE(value(answer, "stratum"), QByteArray("3"));
        QCOMPARE(value(answer, "rootdelay"), QByteArray("12.900"));
        QCOMPARE(value(answer, "refid"), QByteArray("192.0.2.10"));
        QCOMPARE(value(answer, "reftime"), QByteArray("0xeeaa8336.9db65add"));
        QCOMPARE(value(answer, "peer"), QByteArray("1001"));
        QCOMPARE(value(answer, "offset"), QByteArray("0.214000"));
        QCOMPARE(value(answer, "frequency"), QByteArray("-12.345000"));
        QCOMPARE(value(answer, "version"), QByteArray("noonmarkd 0.1.0"));
        QCOMPARE(value(answer, "nm_state"), QByteArray("(missing)"));
    }

    void tellsWhatNtpstatAndNtpwaitNeedWhereTheyLook()
    {
        const auto packets = respond(captures::read(QStringLiteral("C-ntpstat-01-req.bin")));
        QVERIFY(!packets.empty());
        const std::string first(reinterpret_cast<const char *>(packets[0].data()) + 12,
                                packets[0].size() - 12);
        for (const char *name :
             {"leap=0,", "stratum=3", "rootdelay=", "rootdisp=", "refid=192.0.2.10", "tc=6"})
            QVERIFY2(first.find(name) != std::string::npos, name);
        QCOMPARE(std::to_integer<int>(packets[0][2]) << 8 | std::to_integer<int>(packets[0][3]), 1);
    }

    void describesAnAssociation()
    {
        const auto answer = ask(request(ControlOpcode::ReadVariables, 1001));
        QCOMPARE(answer.header.status, std::uint16_t{0x961a});
        QCOMPARE(answer.header.association, std::uint16_t{1001});
        QCOMPARE(value(answer, "srcadr"), QByteArray("192.0.2.10"));
        QCOMPARE(value(answer, "srchost"), QByteArray("(missing)"));
        QCOMPARE(value(answer, "reach"), QByteArray("0xff"));
        QCOMPARE(value(answer, "refid"), QByteArray("203.0.113.7"));
        QCOMPARE(value(answer, "delay"), QByteArray("0.412000"));
        QCOMPARE(value(answer, "filtoffset"), QByteArray("0.20 0.21 0.22 0.23 0.24 0.25 0.26 0.27"));
        QCOMPARE(value(answer, "flash"), QByteArray("0x0"));
        QVERIFY(answer.data.find("reftime=") < answer.data.find("rec="));
        QCOMPARE(value(answer, "xmt"), QByteArray("(missing)"));
        QCOMPARE(value(answer, "org"), QByteArray("(missing)"));
        QCOMPARE(value(ask(request(ControlOpcode::ReadVariables, 1002)), "srchost"),
                 QByteArray("ntp2.example"));
        QCOMPARE(ask(request(ControlOpcode::ReadStatus, 1001)).data, answer.data);
    }

    void showsTheLocalClockAsTheDaemonsDo()
    {
        const auto answer = ask(request(ControlOpcode::ReadVariables, 1003));
        QCOMPARE(value(answer, "srcadr"), QByteArray("127.127.1.0"));
        QCOMPARE(value(answer, "srchost"), QByteArray("LOCAL(0)"));
        QCOMPARE(value(answer, "refid"), QByteArray("LOCL"));
        QCOMPARE(value(answer, "hmode"), QByteArray("3"));
        for (const std::uint16_t association : std::to_array<std::uint16_t>({0, 1003})) {
            const auto clock = ask(request(ControlOpcode::ReadClock, association));
            QCOMPARE(value(clock, "stratum"), QByteArray("10"));
            QCOMPARE(value(clock, "refid"), QByteArray("LOCL"));
            QCOMPARE(clock.header.status, std::uint16_t{0});
        }
    }

    void showsAPoolAsAPool()
    {
        Snapshot snapshot = sampleSnapshot();
        snapshot.associations[1].source.kind = engine::SourceKind::Pool;
        snapshot.associations[1].source.name = "pool.example";
        snapshot.associations[1].remote = {};
        const auto answer = ask(request(ControlOpcode::ReadVariables, 1002), snapshot);
        QCOMPARE(value(answer, "srcadr"), QByteArray("0.0.0.0"));
        QCOMPARE(value(answer, "srchost"), QByteArray("pool.example"));
        QCOMPARE(value(answer, "refid"), QByteArray("POOL"));
    }

    void answersWhatBothFamiliesAskByName()
    {
        const auto sysinfo = ask(
            request(ControlOpcode::ReadVariables, 0, namesAsked(QStringLiteral("C-clq-sysinfo-01-req.bin"))));
        QVERIFY(!sysinfo.header.error);
        QCOMPARE(value(sysinfo, "peeradr"), QByteArray("192.0.2.10:123"));
        QCOMPARE(value(sysinfo, "peermode"), QByteArray("3"));
        const auto secInfo =
            ask(request(ControlOpcode::ReadVariables, 0,
                        "peeradr,peermode,leap,stratum,precision,rootdelay,rootdisp,rootdist,refid,"
                        "reftime,sys_jitter,clk_jitter,clk_wander,authdelay"));
        QVERIFY(!secInfo.header.error);
        const auto uptime = ask(captures::read(QStringLiteral("S-secq-sysstats-01-req.bin")));
        QCOMPARE(value(uptime, "ss_uptime"), QByteArray("3600"));
        QCOMPARE(value(uptime, "ss_numctlreq"), QByteArray("15"));
    }

    void knowsEveryNameOfBothFamilies_data()
    { // PROTOCOL 4.7, without xmt and org: they would help a forger.
        QTest::addColumn<int>("opcode");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("system")
            << int(ControlOpcode::ReadVariables)
            << QByteArray(
                   "version,processor,system,leap,stratum,precision,rootdelay,rootdisp,refid,reftime,clock,"
                   "peer,tc,mintc,offset,frequency,sys_jitter,clk_jitter,clk_wander,tai,leapsec,expire,"
                   "leapsmearinterval,leapsmearoffset,peeradr,peermode,sys_var_list,mru_enabled,mru_depth,"
                   "mru_deepest,mru_maxdepth,mru_mindepth,mru_maxage,mru_mem,mru_maxmem,mru_hashslots,"
                   "mru_minage,mru_exists,mru_new,mru_recycleold,mru_recyclefull,mru_none,mru_oldest_age,"
                   "ss_uptime,ss_reset,ss_received,ss_thisver,ss_oldver,ss_badformat,ss_badauth,ss_declined,"
                   "ss_restricted,ss_limited,ss_kodsent,ss_processed,ss_numctlreq,ss_ver1,ss_ver1client,"
                   "ss_ver1zero,ss_ver1symm,ss_received_r,ss_thisver_r,ss_oldver_r,ss_badformat_r,ss_badauth_"
                   "r,"
                   "ss_declined_r,ss_restricted_r,ss_limited_r,ss_kodsent_r,ss_processed_r,ss_numctlreq_r,"
                   "ss_ver1_r,ss_ver1client_r,ss_ver1zero_r,ss_ver1symm_r,bcastdelay,authdelay,authreset,"
                   "authkeys,authfreek,authklookups,authknotfound,authkuncached,authkexpired,authencrypts,"
                   "authdecrypts,authdigestencrypts,authcmacencrypts,authdigestdecrypts,authdigestfails,"
                   "authcmacdecrypts,authcmacfails,koffset,kfreq,kmaxerr,kesterr,kstflags,ktimeconst,kprecis,"
                   "kfreqtol,kppsfreq,kppsstab,kppsjitter,kppscalibdur,kppscalibs,kppsjitexc,kppsstbexc,"
                   "kppscaliberrs,iostats_reset,total_rbuf,free_rbuf,used_rbuf,rbuf_lowater,io_dropped,"
                   "io_ignored,io_received,io_sent,io_sendfailed,io_wakeups,io_goodwakeups,timerstats_reset,"
                   "timer_overruns,timer_xmts,fuzz,clk_wander_threshold,savedconfig,rootdist,tick,release,"
                   "io_pkt_reads,io_ref_reads,nts_client_send,nts_client_recv_good,nts_client_recv_bad,"
                   "nts_server_send,nts_server_recv_good,nts_server_recv_bad,nts_cookie_make,"
                   "nts_cookie_not_server,nts_cookie_decode,nts_cookie_decode_total,nts_cookie_decode_"
                   "current,"
                   "nts_cookie_decode_old,nts_cookie_decode_old2,nts_cookie_decode_older,"
                   "nts_cookie_decode_too_old,nts_cookie_decode_error,nts_ke_probes_good,nts_ke_probes_bad,"
                   "nts_ke_serves_good,nts_ke_serves_bad");
        QTest::newRow("system, ntpsec's head")
            << int(ControlOpcode::ReadVariables)
            << QByteArray("nts_client_send_r,nts_cookie_decode_total_r,nts_ke_serves_good_wall,nts_ke_serves_good_cpu_r,"
                          "nts_ke_serves_nossl,nts_ke_serves_nossl_wall,nts_ke_serves_nossl_cpu,nts_ke_serves_bad_wall_r,"
                          "mssntp_serves,mssntp_serves_no,mssntp_serves_err_r,mssntp_serves_good_slowest");
        QTest::newRow("peer")
            << int(ControlOpcode::ReadVariables)
            << QByteArray(
                   "srcadr,srcport,srchost,dstadr,dstport,out,in,leap,stratum,precision,rootdelay,rootdisp,"
                   "refid,reftime,rec,reach,unreach,hmode,pmode,hpoll,ppoll,headway,flash,keyid,ttl,offset,"
                   "delay,dispersion,jitter,xleave,bias,filtdelay,filtoffset,filtdisp,mode,ntscookies,"
                   "timerec,"
                   "timer,timereach,sent,received,badauth,bogusorg,oldpkt,seldisp,selbroken,candidate");
        QTest::newRow("clock")
            << int(ControlOpcode::ReadClock)
            << QByteArray(
                   "device,type,name,timecode,poll,noreply,badformat,baddata,fudgetime1,fudgetime2,stratum,"
                   "refid,flags");
    }
    void knowsEveryNameOfBothFamilies()
    {
        QFETCH(const int, opcode);
        QFETCH(const QByteArray, names);
        const bool isSystem = QByteArray(QTest::currentDataTag()).startsWith("system");
        const auto associations = sampleSnapshot().associations;
        const auto clock = std::ranges::find(associations, engine::SourceKind::LocalClock,
                                             [](const auto &a) { return a.source.kind; });
        const std::uint16_t association = isSystem ? 0 : clock->id;
        for (const QByteArray &name : names.split(',')) {
            const auto answer =
                ask(request(static_cast<ControlOpcode>(opcode), association, name.constData()));
            QVERIFY2(!answer.header.error, name.constData());
            QVERIFY2(answer.data.starts_with(name.toStdString() + '='), answer.data.c_str());
        }
    }

    void tellsOfLeapSecondsWhatItKnows()
    {
        const auto named =
            request(ControlOpcode::ReadVariables, 0, "tai,leapsec,expire,leapsmearinterval,leapsmearoffset");
        QCOMPARE(ask(named).data,
                 std::string("tai=0, leapsec=0, expire=0, leapsmearinterval=0, leapsmearoffset=0\r\n"));
        const auto all = request(ControlOpcode::ReadVariables, 0, "");
        QVERIFY(ask(all).data.find("tai=") == std::string::npos);
        Snapshot knowing = sampleSnapshot();
        knowing.leaps = {37, 1'483'228'800, 1'798'416'000, 3600, -0.25};
        QVERIFY(ask(all, knowing).data.find("tai=37") != std::string::npos);
        const auto told = ask(named, knowing);
        QCOMPARE(value(told, "tai"), QByteArray("37"));
        QCOMPARE(value(told, "leapsec"), QByteArray("201701010000"));
        QCOMPARE(value(told, "expire"), QByteArray("202612280000"));
        QCOMPARE(value(told, "leapsmearinterval"), QByteArray("3600"));
        QCOMPARE(value(told, "leapsmearoffset"), QByteArray("-250.000"));
    }

    void writesOnlyWhatWasNamedOnceInItsOwnOrder()
    {
        QCOMPARE(ask(request(ControlOpcode::ReadVariables, 0, "stratum,leap=1, stratum,")).data,
                 std::string("leap=0, stratum=3\r\n"));
        QVERIFY(ask(request(ControlOpcode::ReadVariables, 0, "  ")).data.size() > 300);
        const auto list =
            value(ask(request(ControlOpcode::ReadVariables, 0, "sys_var_list")), "sys_var_list");
        QVERIFY(list.split(',').contains("ss_uptime"));
    }

    void refusesAsTheDaemonsDo_data()
    {
        QTest::addColumn<int>("opcode");
        QTest::addColumn<int>("association");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("error");
        QTest::newRow("unknown association") << 2 << 99 << QByteArray() << 4;
        QTest::newRow("unknown association, op 0") << 0 << 99 << QByteArray() << 4;
        QTest::newRow("unknown variable") << 2 << 0 << QByteArray("leap,nosuch") << 5;
        QTest::newRow("trailing blank") << 2 << 0 << QByteArray("leap , stratum") << 5;
        QTest::newRow("upper case") << 2 << 0 << QByteArray("LEAP") << 5;
        QTest::newRow("NUL") << 2 << 0 << QByteArray("le\0ap", 5) << 5;
        QTest::newRow("clock of a server") << 4 << 1001 << QByteArray() << 4;
        QTest::newRow("write") << 3 << 0 << QByteArray("leap=1") << 1;
        QTest::newRow("configure") << 8 << 0 << QByteArray("server x") << 1;
        QTest::newRow("ordered list") << 11 << 0 << QByteArray("ifstats") << 1;
        QTest::newRow("nonce") << 12 << 0 << QByteArray() << 3;
        QTest::newRow("trap") << 6 << 0 << QByteArray() << 3;
        QTest::newRow("unassigned") << 30 << 0 << QByteArray() << 3;
    }

    void refusesAsTheDaemonsDo()
    {
        QFETCH(int, opcode);
        QFETCH(int, association);
        QFETCH(QByteArray, data);
        QFETCH(int, error);
        const auto packets = respond(request(static_cast<ControlOpcode>(opcode),
                                             static_cast<std::uint16_t>(association), data.toStdString()));
        QCOMPARE(packets.size(), 1U);
        QCOMPARE(packets[0].size(), 12U);
        const auto header = decodeControl(packets[0]);
        QVERIFY(header->response && header->error);
        QCOMPARE(static_cast<int>(header->errorCode()), error);
        QCOMPARE(header->association, std::uint16_t(association));
        QCOMPARE(header->sequence, std::uint16_t{0x1234});
    }

    void refusesBadFormats()
    {
        ControlDatagram odd = request(ControlOpcode::ReadStatus);
        odd.push_back(std::byte{0});
        QCOMPARE(ask(odd).header.errorCode(), ControlError::BadFormat);
        ControlDatagram liar = request(ControlOpcode::ReadVariables);
        liar[11] = std::byte{8};
        QCOMPARE(ask(liar).header.errorCode(), ControlError::BadFormat);
        liar.resize(65500);
        liar[10] = std::byte{0xff};
        QCOMPARE(ask(liar).header.errorCode(), ControlError::BadFormat);
    }

    void staysSilent()
    {
        const ControlDatagram good = request(ControlOpcode::ReadStatus);
        for (const unsigned bit : {0x80U, 0x40U, 0x20U}) {
            ControlDatagram packet = good;
            packet[1] |= static_cast<std::byte>(bit);
            QVERIFY(respond(packet).empty());
        }
        ControlDatagram shifted = good;
        shifted[9] = std::byte{4};
        QVERIFY(respond(shifted).empty());
        QVERIFY(respond(Bytes(good).first(11)).empty());
        QVERIFY(respond({}).empty());
        for (const ControlDatagram &answer : respond(good))
            QVERIFY(respond(answer).empty());
    }

    void copiesVersionAndTellsLeap()
    {
        ControlDatagram packet = request(ControlOpcode::ReadStatus);
        packet[0] = std::byte{0xe6}; // leap 3, version 4
        QCOMPARE(respond(packet)[0][0], std::byte{0x26});
        Snapshot lost;
        QCOMPARE(respond(packet, lost)[0][0], std::byte{0xe6});
    }

    void survivesFiguresThatAreNone()
    {
        Snapshot snapshot = sampleSnapshot();
        snapshot.system.offset = std::numeric_limits<double>::quiet_NaN();
        snapshot.system.frequency = std::numeric_limits<double>::infinity();
        snapshot.associations[0].delay = -1e308;
        snapshot.associations[0].stratum = 1;
        snapshot.associations[0].refid = refidFromText("A,=\"");
        const auto answer = ask(request(ControlOpcode::ReadVariables), snapshot);
        QCOMPARE(value(answer, "offset"), QByteArray("0.000000"));
        QCOMPARE(value(answer, "sys_jitter"), QByteArray("0.031000"));
        QCOMPARE(value(ask(request(ControlOpcode::ReadVariables, 1001), snapshot), "refid"),
                 QByteArray("65.44.61.34"));
    }
};

QTEST_APPLESS_MAIN(ControlResponderTest)
#include "tst_controlresponder.moc"
