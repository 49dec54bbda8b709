// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/phasetrack.h"

#include <cmath>

namespace noonmark::engine {

namespace {

constexpr double PathTime = 30 * 86400.0; // s; routes are other ones next month

} // namespace

void PhaseTrack::start(double phase, double variance, const FrequencyBelief &frequency)
{
    m_mean = {phase, frequency.value};
    m_covariance = {variance, 0, 0, frequency.deviation * frequency.deviation};
}

void PhaseTrack::becomeShared(double asymmetry)
{ // The phase followed so far was the true one and what the path adds: their sum stays as well known as it
  // was.
    admit(asymmetry);
    at(Phase, Phase) += at(FirstPath, FirstPath);
    at(Phase, FirstPath) = at(FirstPath, Phase) = -at(FirstPath, FirstPath);
}

void PhaseTrack::admit(double asymmetry)
{
    resize(m_mean.size() + 1);
    at(m_mean.size() - 1, m_mean.size() - 1) = asymmetry * asymmetry;
}

void PhaseTrack::widen(std::size_t source, double asymmetryBefore, double asymmetry)
{ // A prior around 0 is part of the information (the inverse of the covariance) and nothing else: it is
  // divided out.
    const double part = 1 / (asymmetryBefore * asymmetryBefore) - 1 / (asymmetry * asymmetry);
    const std::size_t path = FirstPath + source;
    const double factor = part / (1 - part * at(path, path));
    const double mean = m_mean[path];
    const auto column = static_cast<std::ptrdiff_t>(path * m_mean.size());
    m_shown.assign(m_covariance.begin() + column,
                   m_covariance.begin() + column + static_cast<std::ptrdiff_t>(m_mean.size()));
    for (std::size_t row = 0; row < m_mean.size(); ++row) {
        m_mean[row] += factor * m_shown[row] * mean;
        for (std::size_t other = 0; other < m_mean.size(); ++other)
            at(row, other) += factor * m_shown[row] * m_shown[other];
    }
}

void PhaseTrack::resize(std::size_t size)
{
    const std::vector<double> before = std::move(m_covariance);
    const std::size_t old = m_mean.size();
    m_mean.resize(size);
    m_covariance.assign(size * size, 0);
    for (std::size_t row = 0; row < old; ++row)
        for (std::size_t column = 0; column < old; ++column)
            at(row, column) = before[row * old + column];
}

void PhaseTrack::dismiss(std::size_t source)
{ // What it taught stays.
    const std::size_t gone = FirstPath + source;
    const std::size_t size = m_mean.size();
    std::vector<double> rest;
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column < size; ++column)
            if (row != gone && column != gone)
                rest.push_back(at(row, column));
    m_covariance = std::move(rest);
    m_mean.erase(m_mean.begin() + static_cast<std::ptrdiff_t>(gone));
}

void PhaseTrack::advance(double t, double q, std::span<const double> asymmetries)
{
    m_mean[Phase] += t * m_mean[Frequency];
    at(Phase, Phase) += t * (2 * at(Phase, Frequency) + t * (at(Frequency, Frequency) + t * q / 3));
    at(Phase, Frequency) += t * (at(Frequency, Frequency) + t * q / 2);
    at(Frequency, Phase) = at(Phase, Frequency);
    at(Frequency, Frequency) += t * q;
    for (std::size_t path = FirstPath; path < m_mean.size(); ++path)
        at(path, Phase) = at(Phase, path) += t * at(Frequency, path);
    if (!asymmetries.empty())
        forgetPaths(std::exp(-t / PathTime), asymmetries);
}

void PhaseTrack::forgetPaths(double kept, std::span<const double> asymmetries)
{
    for (std::size_t i = 0; i < asymmetries.size(); ++i) {
        const std::size_t path = FirstPath + i;
        m_mean[path] *= kept;
        for (std::size_t other = 0; other < m_mean.size(); ++other) {
            at(path, other) *= kept;
            at(other, path) *= kept;
        }
        at(path, path) += (1 - kept * kept) * asymmetries[i] * asymmetries[i];
    }
}

void PhaseTrack::replacePhase(double phase, double variance)
{
    m_mean[Phase] = phase;
    at(Phase, Phase) = variance;
    at(Phase, Frequency) = at(Frequency, Phase) = 0;
}

void PhaseTrack::loosen(double phaseVariance, double frequencyVariance)
{
    at(Phase, Phase) += phaseVariance;
    at(Frequency, Frequency) += frequencyVariance;
}

double PhaseTrack::covarianceWith(std::size_t source, std::size_t row) const
{
    const bool isShared = m_mean.size() > FirstPath;
    return at(row, Phase) + (isShared ? at(row, FirstPath + source) : 0);
}

PhaseTrack::Forecast PhaseTrack::forecast(std::size_t source) const
{
    const bool isShared = m_mean.size() > FirstPath;
    const std::size_t path = FirstPath + source;
    return {m_mean[Phase] + (isShared ? m_mean[path] : 0),
            covarianceWith(source, Phase) + (isShared ? covarianceWith(source, path) : 0)};
}

void PhaseTrack::learn(std::size_t source, const Lesson &lesson)
{
    const std::size_t size = m_mean.size();
    m_shown.resize(size);
    for (std::size_t row = 0; row < size; ++row)
        m_shown[row] = covarianceWith(source, row);
    for (std::size_t row = 0; row < size; ++row) {
        m_mean[row] += m_shown[row] * lesson.pull;
        for (std::size_t column = 0; column < size; ++column)
            at(row, column) -= m_shown[row] * m_shown[column] * lesson.certainty;
    }
}

void PhaseTrack::learn(std::size_t source, double phase, double variance)
{
    const Forecast expected = forecast(source);
    const double sum = expected.variance + variance;
    learn(source, {(phase - expected.phase) / sum, 1 / sum, 0});
}

PhaseTrack::Covariance PhaseTrack::covariance(std::span<const double> shares) const
{
    Covariance best = covarianceAlong(shares);
    std::vector<double> single(shares.size());
    for (double &share : single) {
        share = 1;
        const Covariance own = covarianceAlong(single);
        if (own.phase < best.phase)
            best = own;
        share = 0;
    }
    return best;
}

PhaseTrack::Covariance PhaseTrack::covarianceAlong(std::span<const double> shares) const
{
    Covariance result{at(Phase, Phase), at(Phase, Frequency), at(Frequency, Frequency)};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        result.both += shares[i] * at(Frequency, FirstPath + i);
        result.phase += 2 * shares[i] * at(Phase, FirstPath + i);
        for (std::size_t k = 0; k < shares.size(); ++k)
            result.phase += shares[i] * shares[k] * at(FirstPath + i, FirstPath + k);
    }
    return result;
}

} // namespace noonmark::engine
