// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/stagger.h"

#include <algorithm>
#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double Reach =
    0.125;                 // of the interval: a few rounds bring any company into step, none changes its pace
constexpr int Places = 10; // looked at to either side

double gap(double moment, double interval, std::span<const double> others)
{
    double result = interval;
    for (const double other : others)
        result = std::min(result, std::fabs(std::remainder(moment - other, interval)));
    return result;
}

} // namespace

double staggered(double planned, double interval, double soonest, std::span<const double> others)
{
    const double enough = interval / static_cast<double>(others.size() + 1);
    double best = planned;
    double widest = std::min(gap(planned, interval, others), enough);
    for (int place = 1; place <= Places; ++place)
        for (const int side : {-place, place}) { // the nearest first: who stands well apart stays
            const double moment = planned + interval * Reach * side / Places;
            const double room = std::min(gap(moment, interval, others), enough);
            if (moment < soonest || room <= widest)
                continue;
            widest = room;
            best = moment;
        }
    return best;
}

} // namespace noonmark::engine
