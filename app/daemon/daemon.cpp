// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/daemon.h"

#include "app/daemon/keys.h"
#include "app/daemon/notify.h"
#include "app/daemon/privileges.h"
#include "app/daemon/reach.h"
#include "app/daemon/report.h"
#include "core/clock/observingclock.h"
#include "core/clock/steeredclock.h"
#include "core/clock/systemclock.h"
#include "core/system/diskfiles.h"
#include "core/system/driftfile.h"
#include "core/system/hostaddresses.h"
#include "core/system/pidfile.h"
#include "core/system/privilegedfile.h"
#include "core/system/seccomp.h"
#include "core/wording/wording.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::daemon {

namespace {

std::unique_ptr<clock::Clock> makeClock(ClockChoice choice)
{
    switch (choice) {
    case ClockChoice::Steered:
        return std::make_unique<clock::SteeredClock>();
    case ClockChoice::Observing:
        return std::make_unique<clock::ObservingClock>();
    case ClockChoice::System:
        return std::make_unique<clock::SystemClock>();
    }
    return nullptr;
}

Random makeRandom(const std::optional<std::uint64_t> &seed)
{
    if (seed)
        return Random::fromNumber(*seed);
    Random::Seed chance;
    QRandomGenerator::system()->fillRange(chance.data(), static_cast<qsizetype>(chance.size()));
    return Random(chance);
}

ExitStatus statusOf(Failure failure)
{
    switch (failure) {
    case Failure::PortTaken:
        return ExitStatus::PortTaken;
    case Failure::NotPermitted:
        return ExitStatus::NotPermitted;
    case Failure::FileUnreadable:
        return ExitStatus::Unreadable;
    default:
        return ExitStatus::Failure;
    }
}

bool asksOthers(const engine::EngineConfig &config)
{
    return std::ranges::any_of(config.sources, [](const engine::SourceConfig &source) {
        using enum engine::SourceKind;
        return source.kind == Server || source.kind == Pool || source.kind == Peer || source.kind == ManycastClient;
    });
}

Level levelOf(engine::EventKind kind)
{
    switch (kind) {
    case engine::EventKind::PanicStop:
        return Level::Error;
    case engine::EventKind::NoSystemPeer:
    case engine::EventKind::ClockStep:
    case engine::EventKind::ClockDisturbed:
    case engine::EventKind::ClockSlept:
    case engine::EventKind::ClockContested:
    case engine::EventKind::Unreachable:
    case engine::EventKind::AccessDenied:
    case engine::EventKind::KeyUntrusted:
    case engine::EventKind::KeyMissing:
    case engine::EventKind::NameUnresolved:
        return Level::Warning;
    case engine::EventKind::ClockSync:
    case engine::EventKind::BecameSystemPeer:
        return Level::Notice;
    default:
        return Level::Info;
    }
}

} // namespace

Daemon::Daemon(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_statistics(m_log)
    , m_leapSeconds(m_log)
    , m_once(m_options, m_log)
{
    m_hour.setInterval(3'600'000);
    m_minute.setInterval(60'000);
    connect(&m_hour, &QTimer::timeout, this, &Daemon::hourPassed);
    connect(&m_minute, &QTimer::timeout, this, &Daemon::minutePassed);
    m_patience.setSingleShot(true);
    m_patience.setInterval(SettingOnce::Patience * 1000);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(m_once.patienceEnded(m_driver->snapshot())); });
    connect(&m_signals, &Signals::reloadAsked, this, &Daemon::reload);
    connect(&m_signals, &Signals::endAsked, this, [this] { end(ExitStatus::Success); });
}

Daemon::~Daemon() = default;

std::optional<ExitStatus> Daemon::start()
{
    if (const auto loaded = load(); !loaded)
        return give(loaded.error());
    const auto identity = findUser(m_options.user);
    if (!m_options.user.isEmpty() && !identity) {
        m_log.say(Level::Error, tr("-u %1: there is no such user or group.").arg(m_options.user));
        return ExitStatus::Unreadable;
    }
    if (m_options.setsAndQuits && !asksOthers(m_lowered.engine))
        return m_once.hasNobodyToAsk();
    const bool lacksRight = m_options.clock == ClockChoice::System && !clock::SystemClock::permitted();
    if (lacksRight && m_options.setsAndQuits)
        return give({Failure::NotPermitted, {"CAP_SYS_TIME"}});
    // Clients should not lose their master because it may not set its own clock, nor a manager start it again for ever.
    if (lacksRight)
        m_options.clock = ClockChoice::Observing;
    if (const auto renounced = renounce(m_options.clock == ClockChoice::System); !renounced)
        return give(renounced.error());
    takeNames();
    takeKeys(); // while we still may: the file is root's own
    if (lacksRight)
        m_log.say(Level::Error, tr("The system clock is not set: this process lacks the right to (CAP_SYS_TIME). The clock is "
                                   "only observed and served as it is. Run noonmarkd as root, or give its unit that "
                                   "capability."));
    if (const auto status = runDriver())
        return status;
    writePidFile();
    if (const auto status = closeDoors(identity)) {
        removePidFile(m_pidFile);
        return status;
    }
    describe({});
    Reach(m_log).tellUnreadable({m_options.configFile, QString::fromStdString(m_lowered.keysFile),
                                 QString::fromStdString(m_lowered.leapFile)});
    tryFiles();
    m_hour.start();
    m_minute.start();
    notifyManager("READY=1");
    m_watchdog.start();
    if (m_options.setsAndQuits)
        m_patience.start();
    return std::nullopt;
}

// From here on nothing can be done that a time daemon does not do.
std::optional<ExitStatus> Daemon::closeDoors(const std::optional<Identity> &identity)
{
    if (m_options.singleThread)
        return std::nullopt; // whoever replaces the system calls is the one who calls them
    m_signals.listen();
    if (identity) {
        m_log.giveTo(identity->user, identity->group);
        if (const auto become = becomeUser(*identity); !become)
            return give(become.error());
    }
    if (const auto limited = system::allowOnly({m_options.clock == ClockChoice::System}); !limited)
        return give(limited.error());
    return std::nullopt;
}

Result<void> Daemon::load()
{
    return system::readFile(m_options.configFile).map([this](const system::FileContents &file) {
        m_tree.emplace(m_options.configFile.toStdString(), config::Document(file.bytes.toStdString()),
                       Dialect::Noonmark, system::diskReader());
        m_lowered = config::lower(*m_tree);
        m_changed.reset();
    });
}

// The command line has the last word over the file.
engine::EngineConfig Daemon::adapted() const
{
    constexpr double slewLimit = 600; // s: what -x means to ntpd
    engine::EngineConfig config = m_lowered.engine;
    config.discipline.mayPanicOnce = config.discipline.mayPanicOnce || m_options.mayPanicOnce;
    if (m_options.slewOnly && config.discipline.step > 0) // `tinker step 0`: never, however far it is off
        config.discipline.step = std::max(config.discipline.step, slewLimit);
    if (m_options.family) {
        for (engine::SourceConfig &source : config.sources)
            source.family = source.family ? source.family : m_options.family;
    }
    if (m_options.setsAndQuits)
        SettingOnce::adapt(config);
    if (!m_options.interfaces.empty())
        config.listening.interfaces = m_options.interfaces;
    config.authentication.keys = m_keys;
    config.leaps = m_leapSeconds.table();
    if (const auto ppm = system::readDrift(m_driftFile))
        config.discipline.frequency = *ppm * 1e-6;
    return config;
}

std::optional<ExitStatus> Daemon::runDriver()
{
    transport::DriverOptions options;
    options.port = m_options.port;
    options.listenOn = m_options.listenOn;
    options.plainCalls = m_options.singleThread;
    options.workers = m_options.workers;
    options.leavesSlewToClock = m_options.setsAndQuits;
    m_driver = std::make_unique<transport::EngineDriver>(adapted(), makeClock(m_options.clock),
                                                         makeRandom(m_options.seed), options);
    connect(m_driver.get(), &transport::EngineDriver::eventHappened, this, &Daemon::hear);
    connect(m_driver.get(), &transport::EngineDriver::configurationAsked, this, &Daemon::configureRemotely);
    const bool keepsFiles = !m_options.singleThread;
    if (keepsFiles)
        connect(m_driver.get(), &transport::EngineDriver::measured, this,
                [this](const auto &what, const auto &now) { m_statistics.measured(what, now); });
    connect(m_driver.get(), &transport::EngineDriver::troubleHappened, this,
            [this](const Error &error) { m_log.say(Level::Error, wording::sentence(error)); });
    if (const auto started = m_driver->start(); !started)
        return give(started.error());
    return std::nullopt;
}

void Daemon::takeNames()
{
    const auto chosen = [](const QString &option, const std::string &line) {
        return option.isEmpty() ? QString::fromStdString(line) : option;
    };
    m_driftFile = chosen(m_options.driftFile, m_lowered.driftFile);
    m_pidFile = chosen(m_options.pidFile, m_lowered.pidFile);
    m_logFile = chosen(m_options.logFile, m_lowered.logFile);
    m_log.open(m_logFile);
    m_statistics.follow(m_lowered.statistics);
    m_leapSeconds.read(QString::fromStdString(m_lowered.leapFile), m_lowered.checksLeapFile);
}

// Keys that cannot be read again stay in force: after giving up root the file may be out of our reach.
void Daemon::takeKeys()
{
    if (m_lowered.keysFile.empty()) {
        m_keys.clear();
        return;
    }
    const QString path = QString::fromStdString(m_lowered.keysFile);
    auto read = readKeys(path);
    if (!read) {
        m_log.say(Level::Error, wording::sentence(read.error()));
        return;
    }
    m_keys = std::move(read->keys);
    Report(path, m_log).tell(Level::Error, read->unusable, u"noonmarkctl keys check "_s + path);
}

void Daemon::describe(const std::set<std::string> &knownNames)
{
    Report report(m_options.configFile, m_log);
    report.tellLost(*m_tree);
    report.tellIdle(*m_tree, m_lowered);
    report.tellNamed(*m_tree, m_lowered, knownNames);
    m_log.say(Level::Info, m_options.port == 0
                               ? tr("Runs %1 and serves nobody.").arg(m_options.configFile)
                               : tr("Runs %1 and serves time on UDP port %2.")
                                     .arg(m_options.configFile, QString::number(m_options.port)));
    const auto &rules = m_options.interfaces.empty() ? m_lowered.engine.listening.interfaces : m_options.interfaces;
    const auto isMeant = [&rules](const engine::InterfaceFacts &place) { // not loopback that is listened to unasked
        return actionAt(rules, {place.name, place.address.address, false}) == InterfaceAction::Listen;
    };
    if (m_options.port != 0 && !rules.empty() && std::ranges::none_of(m_driver->snapshot().io.interfaces, isMeant))
        m_log.say(Level::Warning, tr("Nothing of what it should listen at is there yet: until it comes only this machine itself is "
                     "served."));
    if (asksOthers(m_lowered.engine) && !m_options.singleThread && system::hostAddresses().isEmpty())
        m_log.say(Level::Warning, tr("There is no network yet: the sources are asked again and again until it comes."));
}

// Whether what comes later will work for who the daemon is now.
void Daemon::tryFiles()
{
    m_statistics.begin(m_driver->snapshot());
    Reach(m_log).tellUnwritable(
        {m_log.isOpen() ? m_logFile : QString(), m_driftFile, m_hasPidFile ? m_pidFile : QString()});
}

void Daemon::writePidFile()
{
    m_hasPidFile = false;
    if (m_pidFile.isEmpty())
        return;
    const auto written = system::writePid(m_pidFile, QCoreApplication::applicationPid());
    m_hasPidFile = written.has_value();
    if (!written)
        m_log.say(Level::Warning, wording::sentence(written.error()));
}

void Daemon::removePidFile(const QString &path)
{
    if (path.isEmpty())
        return;
    if (const auto removed = system::removePid(path, QCoreApplication::applicationPid()); !removed)
        m_log.say(Level::Warning, wording::sentence(removed.error()));
}

std::optional<ExitStatus> Daemon::give(const Error &error)
{
    m_log.say(Level::Error, wording::sentence(error));
    return statusOf(error.failure);
}

void Daemon::reload()
{
    notifyManager("RELOADING=1");
    std::set<std::string> known; // what is known of a name holds until it is asked for anew
    for (const engine::NamedAccess &rule : m_lowered.engine.namedAccess)
        known.insert(rule.name);
    if (const auto loaded = load()) {
        m_statistics.reopen();
        const QString pidFile = m_pidFile;
        takeNames();
        if (pidFile != m_pidFile)
            removePidFile(pidFile);
        if (pidFile != m_pidFile || !m_hasPidFile)
            writePidFile();
        takeKeys();
        m_driver->reconfigure(adapted());
        describe(known);
        tryFiles();
    } else {
        m_log.say(Level::Error, wording::sentence(loaded.error())); // what ran before goes on
    }
    notifyManager("READY=1");
}

// Holds until the file is read again, as ntpd's own does until it is restarted.
void Daemon::configureRemotely(const engine::ConfigureLines &asked)
{
    const auto targetOf = [this](const std::string &word) { return unpeerTarget(word); };
    const config::Document &running = m_changed ? *m_changed : m_tree->whole();
    config::RemoteEdit edit = config::applyRemote(running, asked.lines, Dialect::Noonmark, targetOf);
    tellOfRemote(asked, edit);
    if (edit.document) {
        m_changed = std::move(edit.document);
        m_lowered = config::lower(*m_changed);
        m_statistics.follow(m_lowered.statistics);
        m_driver->reconfigure(adapted());
    }
    for (const int association : edit.dismissed)
        m_driver->dismiss(static_cast<std::uint16_t>(association));
    m_driver->answerConfiguration(asked.question, edit.answer);
}

void Daemon::tellOfRemote(const engine::ConfigureLines &asked, const config::RemoteEdit &edit)
{
    m_log.say(Level::Notice, tr("Told by the administrator at %1: %2 (%3)")
                                 .arg(QString::fromStdString(asked.from.address.toString()),
                                      wording::plain(asked.lines).simplified(),
                                      QString::fromStdString(edit.answer).simplified()));
    for (const std::string &source : edit.repeated)
        m_log.say(Level::Info, tr("%1 has a line already: nothing changes.").arg(wording::plain(source)));
    for (const config::NotHonoured &missing : config::lower(config::Document(edit.added)).notHonoured)
        m_log.say(Level::Warning,
                  tr("This engine does not act on \"%1\" yet: nothing changes.").arg(wording::plain(missing.word)));
}

// By ntpq's number or by the address: of a line of the file, or of what a pool has found.
config::UnpeerTarget Daemon::unpeerTarget(const std::string &word) const
{
    const engine::Snapshot now = m_driver->snapshot();
    const auto address = IpAddress::parse(word);
    for (const engine::AssociationSnapshot &association : now.associations) {
        const bool isNumber = word == std::to_string(association.id);
        const bool isThere = address && association.remote.address == *address;
        if (!isNumber && !isThere)
            continue;
        if (association.configured)
            return {association.source.name, std::nullopt};
        return {{}, association.id};
    }
    return {word, std::nullopt};
}

void Daemon::end(ExitStatus status)
{
    if (std::exchange(m_hasEnded, true))
        return;
    notifyManager("STOPPING=1");
    writeDriftFile();
    m_statistics.hourPassed(m_driver->snapshot()); // the last hour counts, though it is not over
    m_driver->stop();
    removePidFile(m_pidFile);
    m_log.say(Level::Info, tr("Ends."));
    QCoreApplication::exit(static_cast<int>(status));
}

void Daemon::hear(const engine::Event &event)
{
    const QString sentence = wording::sentence(event);
    m_statistics.happened(event, m_driver->snapshot());
    if (wantsToBeTold(event))
        m_log.say(levelOf(event.kind), sentence);
    notifyManager("STATUS=" + sentence.toUtf8());
    if (event.kind == engine::EventKind::PanicStop)
        heardPanic();
    if (!m_options.setsAndQuits)
        return;
    const engine::SystemSnapshot now = m_driver->snapshot().system;
    if (const auto status = m_once.heard(event, now, m_lowered.engine.discipline.step))
        endSoon(*status);
}

// What to do about it depends on whose clock it is.
void Daemon::heardPanic()
{
    switch (m_options.clock) {
    case ClockChoice::System:
        m_log.say(Level::Error,
                  tr("The system clock is too far off to be set unasked: check it, or allow it once with -g."));
        endSoon(ExitStatus::Panic);
        return;
    case ClockChoice::Steered:
        m_log.say(Level::Error, tr("The daemon's own time begins with the system clock's, which is too far off: check "
                                   "that, or allow it once with -g."));
        return;
    case ClockChoice::Observing:
        m_log.say(Level::Error, tr("The system clock is only observed here: whoever keeps it has to set it right, or "
                                   "the servers are wrong."));
        return;
    }
}

void Daemon::endSoon(ExitStatus status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { end(status); }, Qt::QueuedConnection);
}

// `logconfig`, with the classes that ntpd gives to its events. Errors are always told.
bool Daemon::wantsToBeTold(const engine::Event &event) const
{
    if (!m_lowered.logMask || levelOf(event.kind) == Level::Error)
        return true;
    const bool isOfSync = event.kind == engine::EventKind::BecameSystemPeer ||
                          event.kind == engine::EventKind::NoSystemPeer ||
                          event.kind == engine::EventKind::ClockSync;
    const int ofClass = isOfSync                 ? LogBit::Sync
                        : event.association != 0 ? LogBit::Peer
                                                 : LogBit::System;
    return (*m_lowered.logMask >> ofClass & (LogBit::Events | LogBit::Status)) != 0;
}

void Daemon::hourPassed()
{
    writeDriftFile();
    m_statistics.hourPassed(m_driver->snapshot());
}

void Daemon::minutePassed()
{
    if (m_leapSeconds.readAgainIfChanged())
        m_driver->reconfigure(adapted());
}

// A frequency is worth keeping only once the clock was synchronised with it.
void Daemon::writeDriftFile()
{
    const engine::SystemSnapshot system = m_driver->snapshot().system;
    const bool known = system.state == engine::DisciplineState::Synchronised && !system.observing;
    if (m_driftFile.isEmpty() || !known)
        return;
    if (const auto written = system::writeDrift(m_driftFile, system.frequency); !written)
        m_log.say(Level::Warning, wording::sentence(written.error()));
}

} // namespace noonmark::daemon
