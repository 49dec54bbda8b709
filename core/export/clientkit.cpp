// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/clientkit.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::exports {
namespace {

// What the client programs are made of; see each one's manual.
struct Limits
{
    // ntpd refuses sources beyond 1.5 s of root distance, chrony beyond 3 s, timesyncd beyond 5 s. A master
    // that has run on its own clock for weeks may announce more; 16 s is where NTP itself gives up.
    static constexpr int OfIsolatedMaster = 16;
};

// A file in the making: lines, and comments above them that say what they do.
class Writer
{
public:
    void comment(const QString &sentence) { m_text += u"# "_s + sentence + u'\n'; }
    void line(const QString &text) { m_text += text + u'\n'; }
    void line(const QString &text, const QString &sentence)
    {
        comment(sentence);
        line(text);
    }
    void blank() { m_text += u'\n'; }
    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

class Text
{
    Q_DECLARE_TR_FUNCTIONS(noonmark::exports)
};

QStringList hostsOf(const ClientKit &kit)
{
    QStringList hosts;
    std::ranges::copy_if(kit.masters, std::back_inserter(hosts), isHost);
    return hosts;
}

void writeHead(Writer &file, const ClientKit &kit, const QString &path)
{
    file.comment(Text::tr("This machine takes its time from %1.").arg(hostsOf(kit).join(u", "_s)));
    file.comment(Text::tr("The place of this file is %1; restart the time daemon after a change.").arg(path));
    file.blank();
}

void writeServers(Writer &file, const ClientKit &kit)
{
    file.comment(Text::tr("The master. \"iburst\" brings the first time after seconds instead of minutes."));
    for (const QString &host : hostsOf(kit))
        file.line(u"server %1 iburst"_s.arg(host));
}

void writeAccessRules(Writer &file, Dialect dialect)
{
    // ntpsec accepts nopeer and notrap and complains in its log that they do nothing.
    const QString more = dialect == Dialect::Ntpsec ? QString() : u" notrap nopeer"_s;
    const QString ofSources = dialect == Dialect::Ntpsec ? QString() : u" notrap"_s;
    file.line(u"restrict default kod limited nomodify%1 noquery"_s.arg(more),
              Text::tr("Nobody may query or change this daemon from outside (IPv4 and IPv6)."));
    file.line(
        u"restrict source nomodify%1 noquery"_s.arg(ofSources),
        Text::tr(
            "The servers below may answer us, whatever the rule above says, but query no more than others."));
    file.comment(Text::tr("This machine itself may do everything: ntpq needs it."));
    file.line(u"restrict 127.0.0.1"_s);
    file.line(u"restrict ::1"_s);
    file.blank();
}

QByteArray ntpConf(const ClientKit &kit)
{
    const bool isNtpsec = kit.dialect == Dialect::Ntpsec;
    Writer file;
    writeHead(file, kit, isNtpsec ? u"/etc/ntpsec/ntp.conf"_s : defaultPath(ClientFormat::NtpConf));
    file.line(isNtpsec ? u"driftfile /var/lib/ntpsec/ntp.drift"_s : u"driftfile /var/lib/ntp/drift"_s,
              Text::tr("Keeps the frequency of this machine's clock across restarts."));
    file.blank();
    writeAccessRules(file, kit.dialect);
    writeServers(file, kit);
    if (hostsOf(kit).size() == 1) {
        file.line(u"tos minsane 1"_s,
                  Text::tr("There is only one master: follow it although nobody can vouch for it."));
    }
    if (kit.isolatedMaster) {
        file.comment(
            Text::tr("The master runs on its own clock. Its root distance grows with the time since it was "
                     "last set, and beyond 1.5 s it would be refused: accept it up to 16 s."));
        file.line(u"tos maxdist %1"_s.arg(Limits::OfIsolatedMaster));
        file.comment(Text::tr(
            "If this machine's clock is off by more than 1000 s, ntpd exits: start it once with -g."));
    }
    return file.bytes();
}

QByteArray chronyConf(const ClientKit &kit)
{
    Writer file;
    writeHead(file, kit, defaultPath(ClientFormat::ChronyConf));
    writeServers(file, kit);
    if (kit.isolatedMaster) {
        file.comment(
            Text::tr("The master runs on its own clock. Its root distance grows with the time since it was "
                     "last set, and beyond 3 s it would be refused: accept it up to 16 s."));
        file.line(u"maxdistance %1"_s.arg(Limits::OfIsolatedMaster));
    }
    file.blank();
    file.line(u"driftfile /var/lib/chrony/drift"_s,
              Text::tr("Keeps the frequency of this machine's clock across restarts."));
    file.line(
        u"makestep 1.0 3"_s,
        Text::tr("Steps the clock if it is off by more than a second, but only in the first three updates."));
    file.line(u"rtcsync"_s, Text::tr("Lets the kernel copy the time to the hardware clock."));
    return file.bytes();
}

QByteArray timesyncd(const ClientKit &kit)
{
    Writer file;
    writeHead(file, kit, defaultPath(ClientFormat::Timesyncd));
    file.line(u"[Time]"_s);
    file.line(u"NTP=%1"_s.arg(hostsOf(kit).join(u' ')), Text::tr("The master; several are tried in turn."));
    file.line(u"FallbackNTP="_s,
              Text::tr("Empty on purpose: no public server is asked behind the master's back."));
    if (kit.isolatedMaster) {
        file.comment(
            Text::tr("The master runs on its own clock. Its root distance grows with the time since it was "
                     "last set, and beyond 5 s it would be refused: accept it up to 16 s."));
        file.line(u"RootDistanceMaxSec=%1"_s.arg(Limits::OfIsolatedMaster));
    }
    return file.bytes();
}

QByteArray stepTickers(const ClientKit &kit)
{
    Writer file;
    writeHead(file, kit, defaultPath(ClientFormat::StepTickers));
    file.comment(Text::tr("ntpdate sets the clock once from these hosts at boot, before the daemon starts."));
    for (const QString &host : hostsOf(kit))
        file.line(host);
    return file.bytes();
}

} // namespace

bool isHost(const QString &text)
{
    // A leading '-' would be an option ("-4") to ntpd.
    const auto isAllowed = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u".:-_%"_s.contains(c));
    };
    return !text.isEmpty() && text.size() <= 255 && !text.startsWith(u'-') &&
           std::ranges::all_of(text, isAllowed);
}

QByteArray clientFile(const ClientKit &kit, ClientFormat format)
{
    switch (format) {
    case ClientFormat::NtpConf:
        return ntpConf(kit);
    case ClientFormat::ChronyConf:
        return chronyConf(kit);
    case ClientFormat::Timesyncd:
        return timesyncd(kit);
    case ClientFormat::StepTickers:
        return stepTickers(kit);
    }
    return {};
}

QString fileName(ClientFormat format)
{
    switch (format) {
    case ClientFormat::NtpConf:
        return u"ntp.conf"_s;
    case ClientFormat::ChronyConf:
        return u"chrony.conf"_s;
    case ClientFormat::Timesyncd:
        return u"timesyncd.conf"_s;
    case ClientFormat::StepTickers:
        return u"step-tickers"_s;
    }
    return {};
}

QString defaultPath(ClientFormat format)
{
    switch (format) {
    case ClientFormat::NtpConf:
        return u"/etc/ntp.conf"_s;
    case ClientFormat::ChronyConf:
        return u"/etc/chrony.conf"_s;
    case ClientFormat::Timesyncd:
        return u"/etc/systemd/timesyncd.conf"_s;
    case ClientFormat::StepTickers:
        return u"/etc/ntp/step-tickers"_s;
    }
    return {};
}

} // namespace noonmark::exports
