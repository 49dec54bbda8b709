// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/accuracy/table.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string_view>

using namespace noonmark;

namespace {

struct Options
{
    std::vector<const simulation::Row *> rows;
    std::uint32_t firstSeed = 1;
    std::uint32_t seeds = 30;
    simulation::RowOptions run;
    bool csv = false;
    double jitterFactor = 1, delayFactor = 1, wanderFactor = 1;
};

int usage()
{
    std::fputs(
        "bench_accuracy [--rows a1,b,...] [--seeds COUNT] [--first SEED] [--poll LOG2] [--plain] [--csv]\n"
        "               [--jitter FACTOR] [--delay FACTOR] [--wander FACTOR]\n"
        "Times in us, rates in ppb. rms, max: medians of the runs, with the aim (1.15 times the yardstick's "
        "median)\n"
        "and ours as a share of it; worst: the largest of all runs, with the best peer's worst. In brackets "
        "the best\n"
        "peer. hold: servers lost; rate: of the frequency learnt until then. --plain: RFC 5905's "
        "discipline.\n",
        stderr);
    return 2;
}

bool addRows(Options &options, const std::string &list)
{
    std::istringstream names(list);
    for (std::string name; std::getline(names, name, ',');) {
        const simulation::Row *row = simulation::findRow(name);
        if (!row)
            return false;
        options.rows.push_back(row);
    }
    return true;
}

bool setValue(Options &options, std::string_view name, const char *value)
{
    if (name == "--rows")
        return addRows(options, value);
    if (name == "--seeds")
        options.seeds = static_cast<std::uint32_t>(std::strtoul(value, nullptr, 10));
    else if (name == "--first")
        options.firstSeed = static_cast<std::uint32_t>(std::strtoul(value, nullptr, 10));
    else if (name == "--poll")
        options.run.minPoll = options.run.maxPoll = static_cast<int>(std::strtol(value, nullptr, 10));
    else if (name == "--jitter")
        options.jitterFactor = std::strtod(value, nullptr);
    else if (name == "--delay")
        options.delayFactor = std::strtod(value, nullptr);
    else if (name == "--wander")
        options.wanderFactor = std::strtod(value, nullptr);
    else
        return false;
    return true;
}

bool parse(int count, char **words, Options &options)
{
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--csv")
            options.csv = true;
        else if (word == "--plain")
            options.run.discipline.method = engine::DisciplineMethod::Rfc5905;
        else if (i + 1 >= count || !setValue(options, word, words[++i]))
            return false;
    }
    if (options.rows.empty())
        for (const simulation::Row &row : simulation::rows())
            options.rows.push_back(&row);
    return options.seeds > 0;
}

void print(const simulation::Row &row, const simulation::Summary &s, const accuracy::Peers &p, bool csv)
{
    const std::string name(row.name);
    if (csv) {
        std::printf("%s,%.3g,%.3g,%.3g,%.3g,%.3g,%g,%g,%.0f,%.3g,%.3g,%.3g,%.3g\n", name.c_str(), s.rms,
                    s.largest, s.worst, s.lastHalf, s.rate, s.millisecond, s.tenth, s.requests, s.holdRms,
                    s.holdEnd, s.holdClaim, s.holdRate);
        return;
    }
    std::printf(
        "%-3s rms %7.4g (%6.4g %5.2f) aim %5.4g %4.2f  max %6.4g aim %5.4g %4.2f  worst %7.4g (%6.4g %5.2f)",
        name.c_str(), s.rms, p.bestRms, s.rms / p.bestRms, p.aimRms, s.rms / p.aimRms, s.largest, p.aimMax,
        s.largest / p.aimMax, s.worst, p.bestMax, s.worst / p.bestMax);
    std::printf("  rate %6.4g (%5.4g %4.1f)  <1ms %5g (%5g)  <100us %5g  req %4.0f (%4.0f %4.2f)", s.rate,
                p.bestRate, s.rate / p.bestRate, s.millisecond, p.bestMillisecond, s.tenth, s.requests,
                p.kfRequests, s.requests / p.kfRequests);
    if (row.lostUntil > 0)
        std::printf("  hold %.4g (unavoidable %.4g, ratio %.2f) rate %.3g end rms %.4g claim %.4g (%.1f) "
                    "outside %.1f%%",
                    s.holdRms, s.unavoidableRms, s.holdRms / s.unavoidableRms, s.holdRate, s.holdEnd,
                    s.holdClaim, s.holdClaim / s.holdEnd, s.dishonest * 100);
    std::printf("\n");
}

} // namespace

int main(int count, char **words)
{
    Options options;
    if (!parse(count, words, options))
        return usage();
    if (options.csv)
        std::puts("row,rms,max,worstMax,rmsLastHalf,rate,belowMillisecond,belowTenth,requests,holdRms,"
                  "holdEnd,holdClaim,holdRate");
    for (const simulation::Row *original : options.rows) {
        simulation::Row row = *original;
        row.jitter *= options.jitterFactor;
        row.delay *= options.delayFactor;
        row.wander *= options.wanderFactor;
        print(row, accuracy::measure(row, options.run, options.firstSeed, options.seeds),
              *simulation::findPeerFigures(row.name), options.csv);
        std::fflush(stdout);
    }
    return 0;
}
