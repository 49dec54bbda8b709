// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/series.h"
#include "core/monitor/target.h"

#include <QString>

#include <array>
#include <limits>
#include <memory>
#include <vector>

namespace noonmark::monitor {

// What is measured over time, of a source or of the system (its frequency). The numbers lie on disk: new ones
// are put behind.
enum class Quantity : unsigned char
{
    Offset,
    Jitter,
    Delay,
    Dispersion,
    Reach,
    RootDistance,
    Frequency, // ppm; all others are seconds, but for Reach, which counts answers of eight
    Last_
};

inline constexpr std::size_t QuantityCount = static_cast<std::size_t>(Quantity::Last_);

// The values of one moment; what was not measured is no number.
class Values
{
public:
    Values() { m_values.fill(std::numeric_limits<double>::quiet_NaN()); }

    double &operator[](Quantity quantity) { return m_values[static_cast<std::size_t>(quantity)]; }
    double operator[](Quantity quantity) const { return m_values[static_cast<std::size_t>(quantity)]; }

private:
    std::array<double, QuantityCount> m_values;
};

// What is remembered of one source. `slot` numbers the sources in the order of their first appearance and
// never changes, so a colour made from it stays with the source.
struct SourceHistory
{
    QString key;  // name and address: survives restarts of the engine; "" = the system
    QString name; // for people
    int slot = 0;
    // By quantity; nothing where nothing was measured yet.
    std::array<std::shared_ptr<Series>, QuantityCount> series{};
    double lastSeen = 0;
    NtpTimestamp lastPacket; // by the daemon's clock
    Values lastValues;

    [[nodiscard]] std::shared_ptr<const Series> of(Quantity quantity) const
    {
        return series[static_cast<std::size_t>(quantity)];
    }
    [[nodiscard]] bool hasMeasured() const { return of(Quantity::Offset) && !of(Quantity::Offset)->empty(); }
};

// The last day of a target in memory. Fed with frames; keeps a sample per packet that a source answered, and
// one of the system every four seconds.
class RecentHistory
{
public:
    struct Past
    {
        std::vector<Column> columns;
        std::vector<Sample> samples;
    };
    using Pasts = std::array<Past, QuantityCount>;

    // So many samples are kept of each quantity; what is older stays as columns of a quarter of an hour.
    explicit RecentHistory(std::size_t capacity = Series::DayAtFourSeconds);

    void add(const Frame &frame);
    // Another target, another history; the slots stay.
    void clear();

    // What an earlier run saw of a source; "" = the system. In order of their slots.
    void putBefore(const QString &key, const QString &name, Pasts pasts);

    [[nodiscard]] const std::vector<SourceHistory> &sources() const { return m_sources; }
    [[nodiscard]] const SourceHistory *find(const QString &key) const;
    [[nodiscard]] const SourceHistory &system() const { return m_system; }

    [[nodiscard]] static QString keyOf(const engine::AssociationSnapshot &association);
    // The name of the file, and the address where the name does not say it: "ntp1.example (192.0.2.1)".
    [[nodiscard]] static QString nameOf(const engine::AssociationSnapshot &association);

private:
    SourceHistory &sourceOf(const QString &key);
    void append(SourceHistory &source, double at, const Values &values, double error);
    void addSystem(const engine::SystemSnapshot &system, double now);
    void forgetLongGone();

    std::size_t m_capacity;
    std::vector<SourceHistory> m_sources;
    SourceHistory m_system;
    int m_nextSlot = 0;
};

} // namespace noonmark::monitor
