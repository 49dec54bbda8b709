// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/settingonce.h"

#include "core/wording/wording.h"

#include <algorithm>
#include <cmath>

namespace noonmark::daemon {

namespace {

constexpr double LeastStep = 0.0005; // s; what is less is as good as set
constexpr std::uint8_t SourceIsNtp = 6;

// Of a `tinker step` or -x: never, or only what is larger than usual.
bool asksToSlew(double step)
{
    return step == 0 || step > engine::DisciplineConfig{}.step;
}

} // namespace

SettingOnce::SettingOnce(const Options &options, Log &log)
    : m_options(options)
    , m_log(log)
{}

void SettingOnce::adapt(engine::EngineConfig &config)
{
    double &step = config.discipline.step;
    if (!asksToSlew(step))
        step = LeastStep;
    for (engine::SourceConfig &source : config.sources)
        source.iburst = source.iburst || source.kind == engine::SourceKind::Server ||
                        source.kind == engine::SourceKind::Pool;
}

std::optional<ExitStatus> SettingOnce::heard(const engine::Event &event, const engine::SystemSnapshot &now,
                                             double stepOfFile)
{
    const bool observes = m_options.clock == ClockChoice::Observing;
    const bool wouldSlew = m_options.slewOnly || asksToSlew(stepOfFile);
    switch (event.kind) {
    case engine::EventKind::ClockStep:
        return stepped(event.value);
    case engine::EventKind::ClockSync:
        if (now.statusSource != SourceIsNtp)
            return std::nullopt; // our own clock knows no better than we do
        return observes && !wouldSlew && std::fabs(now.offset) >= LeastStep ? stepped(now.offset)
                                                                            : follows(now.offset);
    case engine::EventKind::PanicStop: // where nothing is corrected -g allows no more than to tell
        return observes && m_options.mayPanicOnce ? stepped(event.value) : ExitStatus::Panic;
    default:
        return std::nullopt;
    }
}

ExitStatus SettingOnce::stepped(double by)
{
    const QString text = m_options.clock == ClockChoice::System
                             ? tr("The time was set by %1.")
                             : tr("The time would have been set by %1; the system clock was left alone.");
    m_log.say(Level::Notice, text.arg(wording::offset(by)));
    return ExitStatus::Success;
}

// Too little for a step, or stepping is forbidden: as ntpd we leave the rest to the kernel, which needs
// nobody for it.
ExitStatus SettingOnce::follows(double offset)
{
    const QString right = tr("The time was right already.");
    const QString text =
        m_options.clock == ClockChoice::System
            ? tr("The kernel slews the time by %1 from now on, half a millisecond in a second.")
            : tr("The time would have been slewed by %1; the system clock was left alone.");
    m_log.say(Level::Notice, std::fabs(offset) < LeastStep ? right : text.arg(wording::offset(offset)));
    return ExitStatus::Success;
}

ExitStatus SettingOnce::hasNobodyToAsk()
{
    m_log.say(Level::Error,
              tr("%1 names no server that could be asked for the time: nothing was set. Add a line "
                 "like \"server HOST iburst\".")
                  .arg(m_options.configFile));
    return ExitStatus::NoTime;
}

ExitStatus SettingOnce::patienceEnded(const engine::Snapshot &now)
{
    const bool wasAnswered = std::ranges::any_of(
        now.associations, [](const engine::AssociationSnapshot &a) { return a.accepted != 0; });
    const QString text =
        wasAnswered ? tr("The servers that answered gave no time to agree on within %1 s: nothing was set. "
                         "\"noonmarkctl query HOST\" shows what a server answers.")
                    : tr("No server answered within %1 s: nothing was set. Check the network and the server "
                         "lines; \"noonmarkctl query HOST\" asks a server the same.");
    m_log.say(Level::Error, text.arg(Patience));
    return ExitStatus::NoTime;
}

} // namespace noonmark::daemon
