// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/diagnose.h"

#include "core/monitor/diagnosesources.h"
#include "core/protocol/refid.h"

#include <algorithm>
#include <cmath>

namespace noonmark::monitor {

namespace {

using engine::DisciplineState;
using engine::Snapshot;

constexpr double LargestOffsetInSync = 0.128; // s; beyond it ntpd would step
constexpr std::uint64_t FewPackets = 20;      // a share of less says nothing
constexpr double ShareThatMatters = 0.1;

std::string restartCommand(const DiagnoseFacts &facts)
{
    return facts.isHere ? "systemctl status ntpsec ntp noonmarkd"
                        : "ssh " + facts.host + " systemctl status ntpsec ntp";
}

// Who gives time but answers no question forbids these, whatever the silence looked like.
std::optional<Error> silenceOf(const DiagnoseFacts &facts)
{
    std::optional<Error> silence = facts.trouble;
    if (silence && silence->failure != Failure::NameUnresolved && facts.time.gaveTime())
        silence->failure = Failure::QueriesForbidden;
    return silence;
}

Check silence(const DiagnoseFacts &facts)
{
    Check check{CheckId::Answers,   CheckState::Bad,      Cause::NoAnswer, {facts.host}, {}, {},
                Remedy::RunCommand, restartCommand(facts)};
    const Failure failure = silenceOf(facts)->failure;
    if (failure == Failure::NameUnresolved) {
        check.cause = Cause::NameUnresolved;
        check.words = facts.trouble->arguments;
        check.words.resize(2);
        check.command = "getent ahosts " + facts.host;
    } else if (failure == Failure::QueriesForbidden) {
        check.cause = Cause::QueriesForbidden;
        check.remedy = facts.isHere ? Remedy::OpenAccess : Remedy::None;
        check.command.clear();
    } else if (failure == Failure::Refused) {
        check.cause = Cause::NothingListens;
        check.counts = {facts.port};
    }
    return check;
}

Check answers(const DiagnoseFacts &facts)
{
    if (facts.trouble)
        return silence(facts);
    return {
        CheckId::Answers, CheckState::Good, Cause::DaemonAnswers, {facts.version}, {}, {}, Remedy::None, {}};
}

Check givesTime(const DiagnoseFacts &facts)
{
    Check check{CheckId::GivesTime, CheckState::Good, Cause::TimeGiven, {}, {}, {}, Remedy::None, {}};
    if (facts.time.gaveTime()) {
        check.seconds = {facts.time.figures.offset, facts.time.figures.delay};
    } else if (facts.time.trouble == QueryTrouble::Kissed) {
        check.state = CheckState::Warning;
        check.cause = Cause::TimeRefusedByKiss;
        check.words = {protocol::refidText(facts.time.kiss)};
        check.remedy = Remedy::OpenAccess;
    } else {
        check.state = CheckState::Warning;
        check.cause = Cause::TimeWithheld;
        check.words = {facts.host};
        check.remedy = facts.isHere ? Remedy::OpenAccess : Remedy::None;
    }
    return check;
}

Check port(const DiagnoseFacts &facts)
{
    Check check{CheckId::Port, CheckState::Good, Cause::PortHeld, {}, {facts.port}, {}, Remedy::None, {}};
    if (!facts.isPortTaken) {
        check.state = CheckState::Bad;
        check.cause = Cause::PortFree;
        check.remedy = Remedy::RunCommand;
        check.command = restartCommand(facts);
    } else if (facts.portHolder.empty()) {
        check.state = facts.trouble ? CheckState::Warning : CheckState::Good;
        check.cause = Cause::PortHidden;
        check.remedy = Remedy::RunCommand;
        check.command = "ss -ulpn sport = :" + std::to_string(facts.port);
    } else {
        check.words = {facts.portHolder};
        // Perhaps somebody else's program sits there.
        check.state = facts.trouble ? CheckState::Warning : CheckState::Good;
    }
    return check;
}

Check clock(const Snapshot &snapshot)
{
    Check check{CheckId::Clock,
                CheckState::Good,
                Cause::ClockGood,
                {},
                {},
                {snapshot.system.offset},
                Remedy::None,
                {}};
    if (snapshot.system.state == DisciplineState::Panicked || snapshot.system.panicOffset) {
        check.state = CheckState::Bad;
        check.cause = Cause::ClockPanic;
        check.seconds = {snapshot.system.panicOffset.value_or(snapshot.system.offset)};
        check.remedy = Remedy::RunCommand;
        check.command = "ntpd -gq";
    } else if (snapshot.system.observing) {
        const bool isFar = std::fabs(snapshot.system.offset) > LargestOffsetInSync;
        check.state = isFar ? CheckState::Bad : CheckState::Good;
        check.cause = Cause::ClockObserved;
    } else if (std::fabs(snapshot.system.offset) > LargestOffsetInSync) {
        check.state = CheckState::Warning;
        check.cause = Cause::ClockLargeOffset;
    }
    return check;
}

Check clients(const Snapshot &snapshot)
{
    const auto &counters = snapshot.counters;
    Check check{CheckId::Clients,     CheckState::Good,
                Cause::ClientsServed, {},
                {counters.received},  {},
                Remedy::OpenClients,  {}};
    const auto matters = [&](std::uint64_t count) {
        return counters.received >= FewPackets &&
               static_cast<double>(count) > ShareThatMatters * static_cast<double>(counters.received);
    };
    if (matters(counters.restricted)) {
        check.state = CheckState::Warning;
        check.cause = Cause::ClientsRefused;
        check.counts = {counters.restricted, counters.received};
        check.remedy = Remedy::OpenAccess;
    } else if (matters(counters.limited)) {
        check.state = CheckState::Warning;
        check.cause = Cause::ClientsLimited;
        check.counts = {counters.limited, counters.received};
    }
    return check;
}

// With a good verdict the worst is a warning: what stands in the way of nothing is no cause.
void soften(std::vector<Check> &checks)
{
    for (Check &check : checks)
        check.state = check.state == CheckState::Bad ? CheckState::Warning : check.state;
}

// Another machine's file is not the one that is edited here.
void forgetOurPages(std::vector<Check> &checks)
{
    for (Check &check : checks)
        if (check.remedy != Remedy::RunCommand && check.remedy != Remedy::OpenClients)
            check.remedy = Remedy::None;
}

// What the daemon itself tells.
void lookAtDaemon(const DiagnoseFacts &facts, Diagnosis &diagnosis)
{
    diagnosis.verdict = judge(facts.snapshot);
    auto &checks = diagnosis.checks;
    for (Check &check : checkSources(facts))
        checks.push_back(std::move(check));
    checks.push_back(clock(facts.snapshot));
    checks.push_back(clients(facts.snapshot));
    if (!facts.isHere)
        forgetOurPages(checks);
    if (diagnosis.verdict.state == VerdictState::InSync)
        soften(checks);
}

} // namespace

const Check *Diagnosis::cause() const
{
    for (const CheckState state : {CheckState::Bad, CheckState::Warning}) {
        const auto found = std::ranges::find(checks, state, &Check::state);
        if (found != checks.end())
            return &*found;
    }
    return nullptr;
}

Diagnosis diagnoseSnapshot(const Snapshot &snapshot, bool isOurs)
{
    DiagnoseFacts facts;
    facts.snapshot = snapshot;
    facts.areAsked = false;
    facts.isHere = isOurs;
    Diagnosis diagnosis;
    lookAtDaemon(facts, diagnosis);
    return diagnosis;
}

Diagnosis diagnose(const DiagnoseFacts &facts)
{
    Diagnosis diagnosis;
    diagnosis.silence = silenceOf(facts);
    auto &checks = diagnosis.checks;
    checks.push_back(answers(facts));
    if (checks.front().cause == Cause::NameUnresolved)
        return diagnosis;
    if (checks.front().cause != Cause::NothingListens)
        checks.push_back(givesTime(facts));
    if (facts.isHere)
        checks.push_back(port(facts));
    if (!facts.trouble)
        lookAtDaemon(facts, diagnosis);
    return diagnosis;
}

} // namespace noonmark::monitor
