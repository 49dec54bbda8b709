// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/options.h"

#include <QCommandLineParser>

#include <algorithm>

#include <net/if.h>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

// The parser and its options by name, so that describing and reading stay side by side.
struct CommandLine
{
    CommandLine();

    QCommandLineParser parser;
    QCommandLineOption help{{u"h"_s, u"help"_s}, Options::tr("Shows this help.")};
    QCommandLineOption version{u"version"_s, Options::tr("Shows the version.")};
    QCommandLineOption config{{u"c"_s, u"configfile"_s}, Options::tr("The ntp.conf to run."), u"FILE"_s};
    QCommandLineOption port{u"port"_s, Options::tr("Serves time on this UDP port, 0 = to nobody."), u"N"_s,
                            u"123"_s};
    QCommandLineOption noClock{u"no-clock"_s,
                               Options::tr("Only observes the system clock and serves it as it is.")};
    QCommandLineOption systemClock{
        u"system-clock"_s,
        Options::tr("Sets the system clock. Without this the daemon steers a time of its own.")};
    QCommandLineOption check{u"check"_s,
                             Options::tr("Lists what is wrong with the file and ends: status 0, 1 or 2.")};
    QCommandLineOption panic{{u"g"_s, u"panicgate"_s},
                             Options::tr("The first correction may be of any size.")};
    QCommandLineOption slew{{u"x"_s, u"slew"_s}, Options::tr("Slews up to 600 s instead of stepping.")};
    QCommandLineOption v4{{u"4"_s, u"ipv4"_s}, Options::tr("IPv4 only.")};
    QCommandLineOption v6{{u"6"_s, u"ipv6"_s}, Options::tr("IPv6 only.")};
    QCommandLineOption interface {
        {u"I"_s, u"interface"_s}, Options::tr("Serves at this address or interface only, instead of what the file says; may be given several times."),
            u"WHERE"_s
    };
    QCommandLineOption user{
        {u"u"_s, u"user"_s}, Options::tr("Becomes this user once the port is open."), u"USER[:GROUP]"_s};
    QCommandLineOption seed{u"seed"_s, Options::tr("Repeats the chance of an earlier run; for tests."),
                            u"N"_s};
    QCommandLineOption drift{
        {u"f"_s, u"driftfile"_s}, Options::tr("Overrides the file's driftfile."), u"FILE"_s};
    QCommandLineOption pid{{u"p"_s, u"pidfile"_s}, Options::tr("Overrides the file's pidfile."), u"FILE"_s};
    QCommandLineOption log{{u"l"_s, u"logfile"_s}, Options::tr("Overrides the file's logfile."), u"FILE"_s};
    QCommandLineOption quit{{u"q"_s, u"quit"_s},
                            Options::tr("Sets the time once and ends; without --system-clock tells only what it would set.")};
    QCommandLineOption priority{{u"N"_s, u"nice"_s}, Options::tr("Runs before all ordinary programs.")};
    QCommandLineOption single{
        u"single-thread"_s,
        Options::tr("One thread and plain calls, for simulators that replace them; needs --seed.")};
    QCommandLineOption workers{u"workers"_s,
                               Options::tr("Answers clients in this many threads, 1 to 64; one serves most networks."),
                               u"N"_s, u"1"_s};
    QCommandLineOption foreground{{u"n"_s, u"nofork"_s},
                                  Options::tr("Does nothing: the daemon never forks.")};
};

CommandLine::CommandLine()
{
    const QString purpose = Options::tr("Noonmark's time service: runs an ntp.conf without a window.");
    const QString statuses = Options::tr(
        "Exit status: 0 ended when asked to, 1 findings (--check), 2 file or options unusable, 3 port taken, "
        "4 not permitted, 5 clock too far off, 6 anything else, 7 nobody gave the time (-q).");
    parser.setApplicationDescription(u"%1\n\n%2"_s.arg(purpose, statuses));
    parser.addOptions({help, version, config, port, noClock, systemClock, check, panic, slew, v4, v6,
                       interface, user, seed, drift, pid, log, quit, priority, single,
                       workers, foreground});
}

using Parsed = tl::expected<Options, Options::Farewell>;

tl::unexpected<Options::Farewell> misuse(const QString &text)
{
    return tl::unexpected(Options::Farewell{text, ExitStatus::Unreadable});
}

// What needs no checking.
Options plainOptions(const CommandLine &line)
{
    const auto &parser = line.parser;
    Options options;
    if (parser.isSet(line.config))
        options.configFile = parser.value(line.config);
    if (parser.isSet(line.noClock))
        options.clock = ClockChoice::Observing;
    if (parser.isSet(line.systemClock))
        options.clock = ClockChoice::System;
    if (parser.isSet(line.v4))
        options.family = Family::V4;
    if (parser.isSet(line.v6))
        options.family = Family::V6;
    options.checkOnly = parser.isSet(line.check);
    options.mayPanicOnce = parser.isSet(line.panic);
    options.slewOnly = parser.isSet(line.slew);
    options.user = parser.value(line.user);
    options.driftFile = parser.value(line.drift);
    options.pidFile = parser.value(line.pid);
    options.logFile = parser.value(line.log);
    options.setsAndQuits = parser.isSet(line.quit);
    options.highPriority = parser.isSet(line.priority);
    options.singleThread = parser.isSet(line.single);
    return options;
}

Parsed withNumbers(Options options, const CommandLine &line)
{
    bool good = false;
    options.port = line.parser.value(line.port).toUShort(&good);
    if (!good)
        return misuse(Options::tr("A port is a number from 0 to 65535."));
    constexpr unsigned mostWorkers = 64;
    options.workers = line.parser.value(line.workers).toUInt(&good);
    if (!good || options.workers < 1 || options.workers > mostWorkers)
        return misuse(Options::tr("The number of workers is one from 1 to 64."));
    if (options.workers > 1 && options.singleThread)
        return misuse(Options::tr("Either --workers or --single-thread."));
    if (line.parser.isSet(line.seed)) {
        options.seed = line.parser.value(line.seed).toULongLong(&good);
        if (!good)
            return misuse(Options::tr("A seed is a number."));
    }
    return options;
}

// It need not be there yet.
bool mayBeInterface(const QString &name)
{
    const auto isStrange = [](QChar c) { return c == u'/' || c.isSpace(); };
    return !name.isEmpty() && name.toLocal8Bit().size() < IFNAMSIZ && std::ranges::none_of(name, isStrange);
}

Parsed withAddresses(Options options, const CommandLine &line)
{
    const QStringList texts = line.parser.values(line.interface);
    for (const QString &text : texts) {
        InterfaceRule rule = InterfaceRule::listenAt(text.toStdString());
        if (rule.of == InterfaceRule::Of::Name && !mayBeInterface(text))
            return misuse(Options::tr("%1 can be neither an IP address nor the name of an interface.").arg(text));
        options.interfaces.push_back(std::move(rule));
    }
    if (options.family)
        options.listenOn = {*options.family == Family::V4 ? IpAddress::v4(0) : IpAddress::v6({})};
    return options;
}

} // namespace

tl::expected<Options, Options::Farewell> Options::parse(const QStringList &arguments)
{
    CommandLine line;
    if (!line.parser.parse(arguments))
        return misuse(line.parser.errorText());
    if (line.parser.isSet(line.help))
        return tl::unexpected(Farewell{line.parser.helpText(), ExitStatus::Success});
    if (line.parser.isSet(line.version))
        return tl::unexpected(Farewell{u"noonmarkd " NOONMARK_VERSION ""_s, ExitStatus::Success});
    if (!line.parser.positionalArguments().isEmpty())
        return misuse(tr("Give the file with -c FILE."));
    if (line.parser.isSet(line.noClock) && line.parser.isSet(line.systemClock))
        return misuse(tr("Either --no-clock or --system-clock."));
    if (line.parser.isSet(line.single) && !line.parser.isSet(line.seed))
        return misuse(tr("--single-thread is for runs that can be repeated: give --seed, too."));
    if (line.parser.isSet(line.v4) && line.parser.isSet(line.v6))
        return misuse(tr("Either -4 or -6; without them both are used."));
    return withNumbers(plainOptions(line), line).and_then([&line](const Options &options) {
        return withAddresses(options, line);
    });
}

} // namespace noonmark::daemon
