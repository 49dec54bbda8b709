// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/diagnosesources.h"

#include "core/protocol/refid.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace noonmark::monitor {

namespace {

using engine::AssociationSnapshot;
using engine::Resolution;
using engine::SourceKind;
using engine::Tally;

constexpr std::size_t MostNames = 8; // in one sentence

using List = std::vector<const AssociationSnapshot *>;
using Test = std::function<bool(const AssociationSnapshot &)>;

std::string nameOf(const AssociationSnapshot &association)
{
    return association.source.name.empty() ? association.remote.address.toString() : association.source.name;
}

std::string namesOf(const List &list)
{
    std::string names;
    for (std::size_t i = 0; i < list.size() && i < MostNames; ++i)
        names += (i == 0 ? "" : ", ") + nameOf(*list[i]);
    return list.size() > MostNames ? names + " …" : names;
}

// "2 5": each once, as `trustedkey` wants them.
std::string keysOf(const List &list)
{
    std::set<std::uint32_t> numbers;
    for (const AssociationSnapshot *association : list)
        numbers.insert(association->source.key);
    std::string text;
    for (const std::uint32_t number : numbers)
        text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

// The checks of one daemon's sources; each looks at those that the earlier ones left over.
class SourceChecks
{
public:
    explicit SourceChecks(const DiagnoseFacts &facts);
    std::vector<Check> run();

private:
    [[nodiscard]] List with(const List &list, const Test &test) const;
    [[nodiscard]] QueryTrouble probed(const AssociationSnapshot &association) const;
    [[nodiscard]] bool wasHeard(const AssociationSnapshot &association) const;
    void add(CheckId id, CheckState state, Cause cause, std::vector<std::string> words = {},
             std::vector<std::uint64_t> counts = {});
    void count();
    void names();
    void reach();
    void silence(const List &silent);
    void welcome();
    void keys();
    void synchronised();
    void distance();
    void agreement();
    void selected();

    const DiagnoseFacts &m_facts;
    List m_all, m_upstream, m_answering;
    std::vector<Check> m_checks;
};

SourceChecks::SourceChecks(const DiagnoseFacts &facts)
    : m_facts(facts)
{
    for (const AssociationSnapshot &association : facts.snapshot.associations)
        m_all.push_back(&association);
    m_upstream = with(m_all, isUpstream);
    m_answering = with(m_upstream, [](const auto &a) { return a.reach != 0; });
}

List SourceChecks::with(const List &list, const Test &test) const
{
    List some;
    std::ranges::copy_if(list, std::back_inserter(some),
                         [&](const auto *association) { return test(*association); });
    return some;
}

void SourceChecks::add(CheckId id, CheckState state, Cause cause, std::vector<std::string> words,
                       std::vector<std::uint64_t> counts)
{
    m_checks.push_back({id, state, cause, std::move(words), std::move(counts), {}, Remedy::None, {}});
}

std::vector<Check> SourceChecks::run()
{
    count();
    if (m_all.empty())
        return m_checks;
    names();
    if (!m_upstream.empty()) {
        reach();
        welcome();
        keys();
    }
    if (!m_answering.empty()) {
        synchronised();
        distance();
        agreement();
    }
    selected();
    return m_checks;
}

void SourceChecks::count()
{
    const List seekers = with(m_all, seeks);
    const List clocks = with(m_all, [](const auto &a) { return a.source.kind == SourceKind::LocalClock; });
    if (m_upstream.empty() && !seekers.empty())
        add(CheckId::Sources, clocks.empty() ? CheckState::Bad : CheckState::Warning, Cause::SourcesSought,
            {namesOf(seekers)});
    else if (m_upstream.empty() && !clocks.empty())
        add(CheckId::Sources, CheckState::Warning, Cause::OnlyLocalClock);
    else if (m_upstream.empty())
        add(CheckId::Sources, CheckState::Bad, Cause::NoSources);
    else
        add(CheckId::Sources, CheckState::Good, Cause::SourcesNamed, {}, {m_upstream.size()});
    if (m_checks.back().state != CheckState::Good)
        m_checks.back().remedy = Remedy::AddSource;
}

void SourceChecks::names()
{
    const List failed = with(m_all, [](const auto &a) { return a.resolution == Resolution::Failed; });
    const List pending = with(m_all, [](const auto &a) { return a.resolution == Resolution::Pending; });
    if (!failed.empty())
        add(CheckId::Names, CheckState::Bad, Cause::NamesFail, {namesOf(failed)});
    else if (!pending.empty())
        add(CheckId::Names, CheckState::Warning, Cause::NamesPending, {namesOf(pending)});
    else
        add(CheckId::Names, CheckState::Good, Cause::NamesGood);
    if (m_checks.back().state == CheckState::Good)
        return;
    m_checks.back().remedy = Remedy::RunCommand;
    m_checks.back().command = "getent ahosts " + nameOf(*(failed.empty() ? pending : failed).front());
}

QueryTrouble SourceChecks::probed(const AssociationSnapshot &association) const
{
    const auto probe = std::ranges::find(m_facts.probes, association.id, &DiagnoseFacts::Probe::association);
    if (probe == m_facts.probes.end())
        return QueryTrouble::Silent;
    return probe->result.gaveTime() ? QueryTrouble::None : probe->result.trouble;
}

void SourceChecks::reach()
{
    const List unheard = with(m_upstream, [](const auto &a) {
        return a.reach == 0 && !lacksKey(a) && a.resolution != Resolution::Failed && a.resolution != Resolution::Pending;
    });
    // Who sends us away, signs wrongly or is dropped by us does answer: the later checks are about that.
    const List silent = with(unheard, [this](const auto &a) {
        const bool isSigned = a.source.key != 0 && wasHeard(a);
        return a.kissCode == 0 && a.badAuth == 0 && !isDropped(a) && !isSigned;
    });
    if (m_answering.empty() && unheard.empty())
        add(CheckId::Reachable, CheckState::Unknown, Cause::NobodyAsked);
    else if (silent.empty())
        add(CheckId::Reachable, CheckState::Good, Cause::SourcesAnswer, {},
            {m_answering.size() + unheard.size(), m_upstream.size()});
    else
        silence(silent);
}

bool SourceChecks::wasHeard(const AssociationSnapshot &association) const
{
    return probed(association) == QueryTrouble::None;
}

// The daemon hears nothing: does this program?
void SourceChecks::silence(const List &silent)
{
    const CheckState state = m_answering.empty() ? CheckState::Bad : CheckState::Warning;
    const List heard = with(silent, [&](const auto &a) { return wasHeard(a); });
    const List closed = with(silent, [&](const auto &a) { return probed(a) == QueryTrouble::Refused; });
    const List barred = with(silent, [&](const auto &a) { return probed(a) == QueryTrouble::Unreachable; });
    if (!heard.empty())
        add(CheckId::Reachable, state, Cause::SilentToDaemonOnly, {namesOf(heard)});
    else if (!closed.empty())
        add(CheckId::Reachable, state, Cause::PortClosedThere, {namesOf(closed)});
    else if (!barred.empty())
        add(CheckId::Reachable, state, Cause::NoWayThere, {namesOf(barred)});
    else if (m_answering.empty() && m_facts.areAsked)
        add(CheckId::Reachable, state, Cause::AllSilentHereToo, {namesOf(silent)}, {silent.size()});
    else if (m_answering.empty())
        add(CheckId::Reachable, state, Cause::NoneAnswers, {namesOf(silent)}, {silent.size()});
    else
        add(CheckId::Reachable, state, Cause::SomeSilent, {namesOf(silent)},
            {silent.size(), m_upstream.size()});
    Check &check = m_checks.back();
    check.remedy = check.cause == Cause::SilentToDaemonOnly ? Remedy::OpenAccess : Remedy::RunCommand;
    if (check.remedy != Remedy::RunCommand)
        return;
    const bool isRoute = check.cause == Cause::NoWayThere;
    const std::string address = (isRoute ? barred : silent).front()->remote.address.toString();
    check.command = isRoute ? "ip route get " + address : "noonmarkctl query " + address;
}

void SourceChecks::welcome()
{
    const List kissed = with(m_upstream, [](const auto &a) { return a.kissCode != 0; });
    const List dropped = with(m_upstream, isDropped);
    const CheckState state = m_answering.empty() ? CheckState::Bad : CheckState::Warning;
    if (!kissed.empty()) {
        add(CheckId::Welcome, state, Cause::Kissed,
            {namesOf(kissed), protocol::refidText(kissed.front()->kissCode)});
        m_checks.back().remedy = Remedy::OpenSources;
    } else if (!dropped.empty()) {
        add(CheckId::Welcome, state, Cause::DroppedByUs, {namesOf(dropped)});
        m_checks.back().remedy = Remedy::OpenConfiguration; // a finding there has the line that mends it
    } else {
        add(CheckId::Welcome, CheckState::Good, Cause::Welcomed);
    }
}

void SourceChecks::keys()
{
    using engine::KeyState;
    const auto wrong = with(m_upstream, [](const auto &a) {
        return !lacksKey(a) &&
               ((a.flash & engine::Flash::Authentication) != 0 || (a.badAuth > 0 && !a.authentic));
    });
    const auto unproven = with(m_upstream, [&wrong](const auto &a) {
        return wrong.empty() && !lacksKey(a) && a.source.key != 0 && !a.authentic && a.reach == 0 &&
               a.sent > 0;
    });
    const std::pair<Cause, List> troubles[] = {
        {Cause::KeyMissing, with(m_upstream, [](const auto &a) { return a.keyState == KeyState::Missing; })},
        {Cause::KeyUntrusted,
         with(m_upstream, [](const auto &a) { return a.keyState == KeyState::Untrusted; })},
        {Cause::KeyWrong, wrong},
        {Cause::KeyUnproven, unproven}};
    std::size_t blamed = 0;
    for (const auto &trouble : troubles)
        blamed += trouble.second.size();
    for (const auto &[cause, meant] : troubles) {
        if (meant.empty())
            continue;
        add(CheckId::Authentic, blamed == m_upstream.size() ? CheckState::Bad : CheckState::Warning, cause,
            {namesOf(meant), keysOf(meant)});
        m_checks.back().remedy = Remedy::OpenConfiguration;
    }
    if (blamed > 0)
        return;
    const List good = with(m_upstream, [](const auto &a) { return a.authentic && a.source.key != 0; });
    if (good.empty())
        add(CheckId::Authentic, CheckState::Good, Cause::Unsigned);
    else
        add(CheckId::Authentic, CheckState::Good, Cause::SignedWell, {}, {good.size()});
}

void SourceChecks::synchronised()
{
    const List not_ = with(m_answering, isUnsynchronised);
    if (not_.empty()) {
        add(CheckId::Synchronised, CheckState::Good, Cause::UpstreamSynchronised);
        return;
    }
    const bool isAll = not_.size() == m_answering.size();
    add(CheckId::Synchronised, isAll ? CheckState::Bad : CheckState::Warning, Cause::UpstreamNot,
        {namesOf(not_)});
    m_checks.back().remedy = Remedy::RunCommand;
    m_checks.back().command = "noonmarkctl trace " + not_.front()->remote.address.toString();
}

void SourceChecks::distance()
{
    const List usable = with(m_answering, [](const auto &a) { return !isUnsynchronised(a); });
    const auto nearest = std::ranges::min_element(usable, {}, [](const auto *a) { return a->rootDistance; });
    if (nearest == usable.end())
        return;
    const double limit = m_facts.snapshot.selection.maxDistance;
    const bool isNear = (*nearest)->rootDistance < limit;
    if (isNear)
        add(CheckId::Distance, CheckState::Good, Cause::NearEnough);
    else
        add(CheckId::Distance, CheckState::Bad, Cause::TooFar, {nameOf(**nearest)});
    m_checks.back().seconds = {(*nearest)->rootDistance, limit};
    if (isNear)
        return;
    m_checks.back().remedy = Remedy::RunCommand;
    m_checks.back().command = "noonmarkctl trace " + (*nearest)->remote.address.toString();
}

void SourceChecks::agreement()
{
    const List liars = with(m_answering, [](const auto &a) { return a.tally == Tally::Falseticker; });
    const List good = with(m_answering, isUsed);
    const auto demanded = static_cast<std::uint64_t>(std::max(m_facts.snapshot.selection.minSane, 0));
    if (!liars.empty() && good.empty())
        add(CheckId::Agreement, CheckState::Bad, Cause::NoMajority, {namesOf(liars)});
    else if (!liars.empty())
        add(CheckId::Agreement, CheckState::Warning, Cause::Liars, {namesOf(liars)});
    else if (good.empty() && m_answering.size() < demanded)
        add(CheckId::Agreement, CheckState::Bad, Cause::TooFew, {}, {m_answering.size(), demanded});
    else if (!good.empty())
        add(CheckId::Agreement, CheckState::Good, Cause::Agreed, {}, {good.size(), m_answering.size()});
    if (!liars.empty())
        m_checks.back().remedy = Remedy::OpenSources;
}

void SourceChecks::selected()
{
    const engine::Snapshot &snapshot = m_facts.snapshot;
    const auto peer = std::ranges::find_if(
        snapshot.associations, [&](const auto &a) { return a.id != 0 && a.id == snapshot.system.peer; });
    if (peer == snapshot.associations.end()) {
        constexpr double timeToMeasure = 300; // s; ntpd's stepout
        const bool isEarly = snapshot.uptime < timeToMeasure && !m_answering.empty();
        add(CheckId::Selected, isEarly ? CheckState::Warning : CheckState::Bad,
            isEarly ? Cause::StillMeasuring : Cause::NothingToFollow);
        m_checks.back().seconds = {snapshot.uptime};
    } else if (peer->source.kind == SourceKind::LocalClock) {
        add(CheckId::Selected, CheckState::Warning, Cause::FollowsLocalClock, {}, {snapshot.system.stratum});
    } else {
        add(CheckId::Selected, CheckState::Good, Cause::Followed, {nameOf(*peer)});
        m_checks.back().seconds = {peer->offset};
    }
}

} // namespace

std::vector<Check> checkSources(const DiagnoseFacts &facts)
{
    return SourceChecks(facts).run();
}

} // namespace noonmark::monitor
