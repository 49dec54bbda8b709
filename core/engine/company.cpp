// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/company.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double UsualAsymmetry = 0.02; // of the path's length: one standard deviation of what it adds
constexpr double MostApart = 4; // such deviations: who is farther from the middle has a path of a worse kind
constexpr double BeginAhead = 256; // s; whose phase and frequency are known best
constexpr double NoiseGain = 0.33; // of the deviation: with n sources there is no need to ask each as often

double middleOf(std::span<const Company::Member> members, const Now &now)
{
    std::vector<double> offsets;
    for (const Company::Member &member : members)
        offsets.push_back(member.model->estimate(now).offset);
    std::sort(offsets.begin(), offsets.end());
    return (offsets[(offsets.size() - 1) / 2] + offsets[offsets.size() / 2]) / 2;
}

// What its path may add, seconds.
double asymmetry(const Company::Member &member, double middle, const Now &now)
{
    constexpr double least = 1e-9;
    const double apart = std::fabs(member.model->estimate(now).offset - middle);
    return std::max({least, UsualAsymmetry * member.pathLength + member.grain, apart / MostApart});
}

// Of one sample, as polls are planned by it.
double noiseOf(std::span<const Company::Member> members)
{
    double silence = 0;
    for (const Company::Member &member : members)
        silence += 1 / (member.model->noise() * member.model->noise());
    const auto count = static_cast<double>(members.size());
    return std::sqrt(count / silence) / std::pow(count, NoiseGain);
}

} // namespace

Estimate Company::hear(std::span<const Member> members, std::span<const std::uint16_t> liars, const Now &now)
{
    if (members.size() == 1) {
        m_known.clear();
        return members.front().model->estimate(now);
    }
    partFrom(members, liars);
    if (m_known.empty())
        begin(members, now);
    std::vector<Member> inTurn(members.begin(), members.end());
    std::sort(inTurn.begin(), inTurn.end(),
              [](const Member &a, const Member &b) { return a.model->lastAt() < b.model->lastAt(); });
    for (const Member &member : inTurn)
        take(member);
    admit(members, now);
    Estimate result = m_bank.estimate(std::max(0.0, (now.monotonic - m_newest).toSeconds()));
    result.at = now.monotonic;
    result.offset -= correctionSince(m_origin, now);
    result.noise = noiseOf(members);
    return result;
}

void Company::partFrom(std::span<const Member> members, std::span<const std::uint16_t> liars)
{
    for (std::size_t i = m_known.size(); i-- > 0;) {
        const Known &known = m_known[i];
        if (std::find(liars.begin(), liars.end(), known.id) != liars.end()) {
            m_known.clear(); // what it taught cannot be told from what the others did
            return;
        }
        const auto isSame = [&](const Member &m) {
            return m.id == known.id && m.model->world() == known.world;
        };
        if (std::any_of(members.begin(), members.end(), isSame))
            continue;
        m_known.erase(m_known.begin() + static_cast<std::ptrdiff_t>(i));
        if (!m_known.empty()) // or nobody is left who could tell where we were
            m_bank.dismiss(i);
    }
}

void Company::begin(std::span<const Member> members, const Now &now)
{
    const Member &best =
        *std::min_element(members.begin(), members.end(), [&](const Member &a, const Member &b) {
            return a.model->estimate(now).deviation(BeginAhead) <
                   b.model->estimate(now).deviation(BeginAhead);
        });
    m_bank = best.model->bank();
    m_bank.becomeShared(asymmetry(best, middleOf(members, now), now));
    m_origin = best.model->origin();
    m_newest = best.model->newest();
    m_known = {{best.id, best.model->world(), best.model->lastAt()}};
}

void Company::take(const Member &member)
{
    const auto known = find(member);
    const Instant at = member.model->lastAt();
    if (known == m_known.end() || at == known->heard || at < m_newest)
        return;
    known->heard = at;
    m_bank.advance((at - m_newest).toSeconds());
    m_newest = at;
    PhaseSample sample = member.model->last();
    sample.phase += correctionSince(m_origin, member.model->origin());
    m_bank.take(sample, indexOf(member));
}

void Company::admit(std::span<const Member> members, const Now &now)
{
    if (std::all_of(members.begin(), members.end(),
                    [&](const Member &m) { return find(m) != m_known.end(); }))
        return;
    m_bank.advance(std::max(0.0, (now.monotonic - m_newest).toSeconds()));
    m_newest = now.monotonic;
    const double middle = middleOf(members, now);
    for (const Member &member : members) {
        const double allowed = asymmetry(member, middle, now);
        if (find(member) != m_known.end()) { // who came may show that it is not where it was thought to be
            m_bank.widen(indexOf(member), allowed);
            continue;
        }
        m_known.push_back({member.id, member.model->world(), member.model->lastAt()});
        const Estimate own = member.model->estimate(now);
        m_bank.admit(allowed, own.offset + correctionSince(m_origin, now), own.deviation());
    }
}

std::vector<Company::Known>::iterator Company::find(const Member &member)
{
    return std::find_if(m_known.begin(), m_known.end(),
                        [&](const Known &known) { return known.id == member.id; });
}

std::size_t Company::indexOf(const Member &member)
{
    return static_cast<std::size_t>(find(member) - m_known.begin());
}

} // namespace noonmark::engine
