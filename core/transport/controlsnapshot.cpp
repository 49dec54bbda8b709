// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/controlsnapshot.h"

#include "core/protocol/refid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace noonmark::transport {

namespace {

using engine::AssociationSnapshot;
using engine::DisciplineState;
using engine::Resolution;
using engine::Snapshot;
using engine::SourceKind;
using protocol::ControlVariables;

constexpr std::uint16_t NtpPort = 123;
constexpr std::int8_t UnknownPoll = 99; // ntpsec's `ppoll` until it knows better
constexpr double LargestNumber = 1e9;   // s, ms or ppm: beyond it nothing is a measurement
constexpr double MillisecondsPerSecond = 1e3;

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    if (!isWhole || !(std::fabs(value) <= LargestNumber))
        return std::nullopt;
    return value;
}

// Decimal, or hexadecimal with "0x", as `reach` and `flash` are.
std::optional<std::int64_t> parseInteger(std::string_view text)
{
    const bool isHexadecimal = text.starts_with("0x");
    if (isHexadecimal)
        text.remove_prefix(2);
    std::int64_t value = 0;
    const auto parsed =
        std::from_chars(text.data(), text.data() + text.size(), value, isHexadecimal ? 16 : 10);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

// "0xeeaa8338.c19d7a2e"
std::optional<NtpTimestamp> parseTimestamp(std::string_view text)
{
    constexpr std::size_t length = 19;
    if (text.size() != length || !text.starts_with("0x") || text[10] != '.')
        return std::nullopt;
    std::string digits(text.substr(2));
    digits.erase(8, 1);
    std::uint64_t units = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), units, 16);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size())
        return std::nullopt;
    return NtpTimestamp::fromUnits(units);
}

// An address stands for its 32 bits, anything else for its letters.
std::uint32_t parseRefid(std::string_view text)
{
    const auto address = IpAddress::parse(text);
    return address && address->isV4() ? address->toV4() : protocol::refidFromText(text);
}

// Reads variables into fields; a field whose variable is missing or senseless keeps its value.
class Reader
{
public:
    explicit Reader(const ControlVariables &variables)
        : m_variables(variables)
    {}

    [[nodiscard]] std::string_view text(std::string_view name) const
    {
        const std::string *value = protocol::findVariable(m_variables, name);
        return value == nullptr ? std::string_view() : std::string_view(*value);
    }
    template <typename Integer> void integer(std::string_view name, Integer &field) const
    {
        const auto value = parseInteger(text(name));
        if (value && std::in_range<Integer>(*value))
            field = static_cast<Integer>(*value);
    }
    void flag(std::string_view name, bool &field) const
    {
        if (const auto value = parseInteger(text(name)))
            field = *value != 0;
    }
    template <typename Enumeration>
    void code(std::string_view name, Enumeration &field, Enumeration last) const
    {
        const auto value = parseInteger(text(name));
        if (value && *value >= 0 && *value <= static_cast<std::int64_t>(last))
            field = static_cast<Enumeration>(*value);
    }
    void number(std::string_view name, double &field, double perUnit = 1) const
    {
        if (const auto value = parseNumber(text(name)))
            field = *value / perUnit;
    }
    void milliseconds(std::string_view name, double &field) const
    {
        number(name, field, MillisecondsPerSecond);
    }
    void time(std::string_view name, NtpTimestamp &field) const
    {
        if (const auto value = parseTimestamp(text(name)))
            field = *value;
    }

private:
    const ControlVariables &m_variables;
};

// The last eight numbers of the value: ntpsec up to 1.2.2 puts parts of its stack before them.
std::optional<std::array<double, 8>> lastEight(std::string_view text)
{
    std::array<double, 8> numbers{};
    for (auto slot = numbers.rbegin(); slot != numbers.rend(); ++slot) {
        text = text.substr(0, text.find_last_not_of(' ') + 1);
        const std::size_t start = text.find_last_of(' ') + 1;
        const auto value = parseNumber(text.substr(start));
        if (!value)
            return std::nullopt;
        *slot = *value / MillisecondsPerSecond;
        text = text.substr(0, start);
    }
    return numbers;
}

void readFilter(const Reader &reader, AssociationSnapshot &association)
{
    const auto column = [&](std::string_view name, double engine::FilterStage::*field) {
        if (const auto numbers = lastEight(reader.text(name)))
            for (std::size_t i = 0; i < numbers->size(); ++i)
                association.filter[i].*field = (*numbers)[i];
    };
    column("filtdelay", &engine::FilterStage::delay);
    column("filtoffset", &engine::FilterStage::offset);
    column("filtdisp", &engine::FilterStage::dispersion);
}

bool isKissCode(std::uint32_t refid)
{
    constexpr std::array codes{protocol::refidFromText("RATE"), protocol::refidFromText("DENY"),
                               protocol::refidFromText("RSTR")};
    return std::find(codes.begin(), codes.end(), refid) != codes.end();
}

// What kind of source this is, from the signs that the daemons give: 127.127.1.u is the local clock, a pool's
// own row has the refid POOL, and hmode tells peers from servers.
void readSource(const Reader &reader, AssociationSnapshot &association)
{
    const auto address = IpAddress::parse(reader.text("srcadr"));
    if (address)
        association.remote = {*address, NtpPort};
    reader.integer("srcport", association.remote.port);
    if (const auto local = IpAddress::parse(reader.text("dstadr")))
        association.local = *local;
    engine::SourceConfig &source = association.source;
    source.name = reader.text("srchost");
    if (source.name.empty())
        source.name = reader.text("srcadr");

    const bool isLocalClock = (association.remote.address.toV4() & 0xffffff00) == 0x7f7f0100;
    if (isLocalClock) {
        source.kind = SourceKind::LocalClock;
        source.localUnit = association.remote.address.bytes()[3];
        source.localStratum = association.stratum;
        source.localRefid = reader.text("refid");
    } else if (reader.text("refid") == "POOL") {
        source.kind = SourceKind::Pool;
    } else if (association.hostMode == 1 || association.hostMode == 2) {
        source.kind = SourceKind::Peer;
    } else if (association.hostMode == 5) {
        source.kind = SourceKind::Broadcast;
    } else if (association.hostMode == 6) {
        source.kind = SourceKind::BroadcastClient;
    } else if (association.remote.address.isMulticast()) {
        source.kind = SourceKind::ManycastClient;
    } else if (association.remote.address.isUnspecified()) {
        association.resolution = Resolution::Pending;
    }
}

void readMeasurements(const Reader &reader, AssociationSnapshot &association)
{
    reader.milliseconds("rootdelay", association.rootDelay);
    reader.milliseconds("rootdisp", association.rootDispersion);
    reader.milliseconds("delay", association.delay);
    reader.milliseconds("offset", association.offset);
    reader.milliseconds("jitter", association.jitter);
    reader.milliseconds("dispersion", association.dispersion);
    reader.number("headway", association.headway);
    readFilter(reader, association);
    association.rootDistance = (association.delay + association.rootDelay) / 2 + association.dispersion +
                               association.rootDispersion + association.jitter;
}

void readHeader(const Reader &reader, AssociationSnapshot &association)
{
    reader.integer("leap", association.leap);
    reader.integer("stratum", association.stratum);
    reader.integer("precision", association.precision);
    reader.integer("hmode", association.hostMode);
    reader.integer("pmode", association.peerMode);
    reader.integer("hpoll", association.hostPoll);
    reader.integer("ppoll", association.peerPoll);
    if (association.peerPoll == UnknownPoll)
        association.peerPoll = association.hostPoll;
    association.refid = parseRefid(reader.text("refid"));
    reader.time("reftime", association.reftime);
    reader.time("rec", association.received);
    reader.integer("reach", association.reach);
    reader.integer("unreach", association.unreach);
    reader.integer("flash", association.flash);
    reader.integer("keyid", association.source.key);
    reader.integer("badauth", association.badAuth);
}

// What only Noonmark tells.
void readOwnVariables(const Reader &reader, AssociationSnapshot &association)
{
    if (const std::string_view name = reader.text("nm_name"); !name.empty())
        association.source.name = name;
    reader.code("nm_kind", association.source.kind, SourceKind::ManycastClient);
    reader.code("nm_resolution", association.resolution, Resolution::Failed);
    reader.code("nm_key", association.keyState, engine::KeyState::Missing);
    reader.flag("nm_noselect", association.source.noSelect);
    reader.flag("nm_prefer", association.source.prefer);
    reader.milliseconds("nm_rootdist", association.rootDistance);
    if (const std::string_view kiss = reader.text("nm_kiss"); !kiss.empty())
        association.kissCode = protocol::refidFromText(kiss);
}

void readCounts(const Reader &reader, const AssociationReading &reading, AssociationSnapshot &association)
{ // Without counters the register and the silence since still tell how often it was asked at least.
    const auto answered = static_cast<std::uint64_t>(std::popcount(association.reach));
    association.accepted = answered;
    association.sent = answered + static_cast<std::uint64_t>(std::max(association.unreach, 0));
    reader.integer("sent", association.sent);
    reader.integer("bogusorg", association.bogus);
    reader.integer("received", association.accepted);
    association.accepted -= std::min(association.accepted, association.bogus);
    const auto status = protocol::PeerStatus::fromWord(reading.status);
    association.configured = status.configured;
    association.authentic = status.authentic;
    association.tally = static_cast<engine::Tally>(status.select);
    association.eventCount = status.eventCount;
    association.lastEvent = status.lastEvent;
}

AssociationSnapshot associationFrom(const AssociationReading &reading, NtpTimestamp serverClock)
{
    const Reader reader(reading.variables);
    AssociationSnapshot association;
    association.id = reading.id;
    readHeader(reader, association);
    readSource(reader, association);
    readMeasurements(reader, association);
    if (association.stratum == 0 || association.stratum >= 16)
        association.kissCode = isKissCode(association.refid) ? association.refid : 0;
    readOwnVariables(reader, association);
    readCounts(reader, reading, association);
    // By the server's clock, not ours: where the two disagree, the age would be nonsense. Its clock was read
    // first: what came in meanwhile, or before its clock was set back, is new and not never.
    if (!association.received.isZero() && !serverClock.isZero())
        association.sinceReceived = std::max((serverClock - association.received).toSeconds(), 0.0);
    return association;
}

DisciplineState stateFrom(const engine::SystemSnapshot &system)
{
    constexpr std::uint8_t spike = 3, frequencyMode = 4, panic = 7;
    if (system.lastEvent == panic)
        return DisciplineState::Panicked;
    if (system.lastEvent == spike)
        return DisciplineState::Spike;
    if (system.lastEvent == frequencyMode)
        return DisciplineState::FrequencyMeasuring;
    return system.leap < 3 ? DisciplineState::Synchronised : DisciplineState::NotSet;
}

void readSystem(const Reader &reader, engine::SystemSnapshot &system)
{
    reader.integer("leap", system.leap);
    reader.integer("stratum", system.stratum);
    reader.integer("precision", system.precision);
    reader.milliseconds("rootdelay", system.rootDelay);
    reader.milliseconds("rootdisp", system.rootDispersion);
    system.rootDistance = system.rootDelay / 2 + system.rootDispersion;
    reader.milliseconds("rootdist", system.rootDistance);
    system.refid = parseRefid(reader.text("refid"));
    reader.time("reftime", system.reftime);
    reader.time("clock", system.clock);
    reader.integer("peer", system.peer);
    reader.integer("tc", system.timeConstant);
    reader.milliseconds("offset", system.offset);
    reader.number("frequency", system.frequency);
    reader.milliseconds("sys_jitter", system.systemJitter);
    reader.milliseconds("clk_jitter", system.clockJitter);
    reader.number("clk_wander", system.clockWander);
    system.uncertainty = system.systemJitter;
    system.state = stateFrom(system);
    reader.code("nm_state", system.state, DisciplineState::Panicked);
    reader.flag("nm_observing", system.observing);
    reader.milliseconds("nm_uncertainty", system.uncertainty);
    reader.milliseconds("nm_expected_error", system.expectedError);
    reader.number("nm_frequency_uncertainty", system.frequencyUncertainty);
    system.panicOffset = parseNumber(reader.text("nm_panic"));
}

void readCounters(const Reader &reader, Snapshot &snapshot)
{
    reader.number("ss_uptime", snapshot.uptime);
    reader.integer("ss_received", snapshot.counters.received);
    reader.integer("ss_badformat", snapshot.counters.badFormat);
    reader.integer("ss_restricted", snapshot.counters.restricted);
    reader.integer("ss_limited", snapshot.counters.limited);
    reader.integer("ss_kodsent", snapshot.counters.kissesSent);
    reader.integer("ss_numctlreq", snapshot.counters.controlRequests);
    reader.integer("nm_answered", snapshot.counters.answered);
    reader.number("nm_maxdist", snapshot.selection.maxDistance);
    reader.integer("nm_minsane", snapshot.selection.minSane);
    reader.number("nm_orphanwait", snapshot.selection.orphanWait);
}

// ntpsec up to 1.2.4 reports no source at all while it follows NTP servers (its issue 816).
std::uint8_t sourceOf(const Snapshot &snapshot)
{
    constexpr std::uint8_t localClock = 5, ntp = 6;
    for (const AssociationSnapshot &association : snapshot.associations)
        if (association.id != 0 && association.id == snapshot.system.peer)
            return association.source.kind == SourceKind::LocalClock ? localClock : ntp;
    return 0;
}

} // namespace

engine::Snapshot snapshotFromVariables(const ControlReading &reading)
{
    const Reader reader(reading.system);
    Snapshot snapshot;
    const auto status = protocol::SystemStatus::fromWord(reading.systemStatus);
    snapshot.system.leap = status.leap;
    snapshot.system.statusSource = status.source;
    snapshot.system.eventCount = status.eventCount;
    snapshot.system.lastEvent = status.lastEvent;
    readSystem(reader, snapshot.system);
    readCounters(reader, snapshot);
    for (const AssociationReading &association : reading.associations)
        snapshot.associations.push_back(associationFrom(association, snapshot.system.clock));
    std::sort(snapshot.associations.begin(), snapshot.associations.end(),
              [](const auto &a, const auto &b) { return a.id < b.id; });
    if (snapshot.system.statusSource == 0)
        snapshot.system.statusSource = sourceOf(snapshot);
    return snapshot;
}

} // namespace noonmark::transport
