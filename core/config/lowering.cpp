// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/lowering.h"

#include "core/config/access.h"
#include "core/config/directives.h"
#include "core/config/effective.h"
#include "core/config/loweringfiles.h"
#include "core/config/ntsword.h"
#include "core/config/number.h"
#include "core/config/statement.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace noonmark::config {

namespace {

using engine::SourceConfig;
using engine::SourceKind;

constexpr int HighestPoll = 17;
constexpr int LowestPollNtpd = 3;
constexpr int DefaultMinPoll = 6;
constexpr int DefaultMaxPoll = 10;
constexpr double PartsPerMillion = 1e-6;

constexpr std::uint32_t FlagsWithoutEngine =
    AccessFlag::MsSntp | AccessFlag::LowPriorityTrap | AccessFlag::ServerResponseFuzz;

class Lowering
{
public:
    Lowering(const std::vector<const Line *> &lines, Dialect dialect)
        : m_lines(lines)
        , m_dialect(dialect)
        , m_access(dialect)
    {}
    Lowered run();

private:
    void readLine(const Line &line);
    void readAssociation(const Line &line);
    void readPolls(const SourceStatement &statement, SourceConfig &source) const;
    void readOption(const Option &option, int line, SourceConfig &source);
    bool isRefused(const SourceStatement &statement) const;
    void readClockItem(const Option &option, int line, SourceConfig &clock);
    void applyFudges();
    void readRestriction(const Line &line);
    void readTos(const Line &line);
    bool setTos(std::string_view item, double value);
    void readTinker(const Line &line);
    bool setTinker(std::string_view item, double value);
    void readDiscard(const Line &line);
    void readLimit(const Line &line);
    void readMru(const Line &line);
    void readSwitches(const Line &line);
    void readTrustedKeys(const Line &line);
    void readControlKey(const Line &line);
    void readListening(const Line &line);
    void readInterface(const Line &line);
    void readDscp(const Line &line);
    void readRings(const Line &line);
    void notHonoured(const Line &line, std::string_view word);

    // Items of the form "name number name number ...", up to the first that the daemon would not read.
    template <typename Set> void readPairs(const Line &line, Set set);

    const std::vector<const Line *> &m_lines;
    Dialect m_dialect;
    AccessTableBuilder m_access;
    Lowered m_lowered;
    std::set<std::pair<std::string, std::optional<Family>>> m_named;
};

std::string secondWord(const Line &line)
{
    return line.tokens.size() > 1 ? line.tokens[1].text : std::string();
}

// A word that nobody knows is a mistake, which the checks name; what is told here is known and not done.
bool isOfTheLanguage(const Line &line, std::string_view word)
{
    const DirectiveSpec *spec = findDirective(line.keyword());
    const std::string_view last = word.substr(word.rfind(' ') + 1); // "disable stats"
    if (!spec || word == line.keyword() || IpAddress::parse(word))
        return true;
    const DirectiveSpec *statistics = findDirective("statistics");
    return findOption(*spec, last) || (line.keyword() == "filegen" && findOption(*statistics, last));
}

void Lowering::notHonoured(const Line &line, std::string_view word)
{
    if (isOfTheLanguage(line, word))
        m_lowered.notHonoured.push_back({line.number, std::string(word)});
}

Lowered Lowering::run()
{
    for (const Line *line : m_lines)
        readLine(*line);
    applyFudges();
    m_lowered.engine.access = m_access.build();
    return std::move(m_lowered);
}

void Lowering::readLine(const Line &line)
{
    using Reader = void (Lowering::*)(const Line &);
    static constexpr std::pair<std::string_view, Reader> Readers[] = {
        {"server", &Lowering::readAssociation},
        {"pool", &Lowering::readAssociation},
        {"peer", &Lowering::readAssociation},
        {"broadcast", &Lowering::readAssociation},
        {"manycastclient", &Lowering::readAssociation},
        {"broadcastclient", &Lowering::readListening},
        {"multicastclient", &Lowering::readListening},
        {"manycastserver", &Lowering::readListening},
        {"broadcastdelay", &Lowering::readListening},
        {"interface", &Lowering::readInterface},
        {"nic", &Lowering::readInterface},
        {"dscp", &Lowering::readDscp},
        {"ttl", &Lowering::readRings},
        {"refclock", &Lowering::readAssociation},
        {"restrict", &Lowering::readRestriction},
        {"unrestrict", &Lowering::readRestriction},
        {"tos", &Lowering::readTos},
        {"tinker", &Lowering::readTinker},
        {"discard", &Lowering::readDiscard},
        {"limit", &Lowering::readLimit},
        {"mru", &Lowering::readMru},
        {"enable", &Lowering::readSwitches},
        {"disable", &Lowering::readSwitches},
        {"trustedkey", &Lowering::readTrustedKeys},
        {"controlkey", &Lowering::readControlKey},
    };
    const std::string_view keyword = line.keyword();
    const auto reader = std::find_if(std::begin(Readers), std::end(Readers),
                                     [&](const auto &r) { return r.first == keyword; });
    if (reader != std::end(Readers)) {
        (this->*reader->second)(line);
        return;
    }
    if (const auto withoutEffect = lowerFileLine(line, m_lowered)) {
        for (const std::string &word : *withoutEffect)
            notHonoured(line, word);
    } else if (keyword != "fudge") {
        const DirectiveSpec *spec = findDirective(keyword);
        if (spec && spec->group != DirectiveGroup::Removed)
            notHonoured(line, keyword);
    }
}

// What makes ntpd drop the whole line (GRAMMAR, section 3).
bool Lowering::isRefused(const SourceStatement &statement) const
{
    const auto address = IpAddress::parse(statement.address);
    const bool toMany = statement.keyword == "broadcast" || statement.keyword == "manycastclient";
    if (address && ((address->isMulticast() && !toMany) || address->isUnspecified()))
        return true;
    const Option *version = statement.option("version");
    if (version && readNumber(version->value).value_or(4) >= 255)
        return true;
    const Option *key = statement.option("key");
    if (key) {
        const double number = readNumber(key->value).value_or(0);
        const double highest = m_dialect == Dialect::Ntpsec ? 65534 : 65535;
        return number < 1 || number > highest;
    }
    return m_dialect != Dialect::Ntpsec && !statement.localClock && statement.option("mode");
}

void Lowering::readAssociation(const Line &line)
{
    const auto statement = readSource(line, m_dialect);
    if (!statement || isRefused(*statement) || unmetNts(line, m_dialect))
        return;
    const auto address = IpAddress::parse(statement->address);
    if (address && address->isReferenceClock() && !statement->localClock) {
        notHonoured(line, statement->address);
        return;
    }
    if (!m_named.emplace(statement->address, statement->family).second)
        return; // both daemons ignore a duplicate
    SourceConfig source;
    source.name = statement->address;
    source.family = statement->family;
    if (statement->localClock)
        source.kind = SourceKind::LocalClock;
    else if (statement->keyword == "pool")
        source.kind = SourceKind::Pool;
    else if (statement->keyword == "peer" && m_dialect != Dialect::Ntpsec)
        source.kind = SourceKind::Peer;
    else if (statement->keyword == "broadcast")
        source.kind = SourceKind::Broadcast;
    else if (statement->keyword == "manycastclient")
        source.kind = SourceKind::ManycastClient;
    source.localUnit = statement->localUnit;
    readPolls(*statement, source);
    for (const Option &option : statement->options)
        readOption(option, line.number, source);
    m_lowered.engine.sources.push_back(std::move(source));
}

void Lowering::readPolls(const SourceStatement &statement, SourceConfig &source) const
{
    const int lowest = m_dialect == Dialect::Ntpsec ? 0 : LowestPollNtpd;
    const auto poll = [&](std::string_view name, int fallback) {
        const Option *option = statement.option(name);
        const auto value = option ? readInteger(option->value) : std::nullopt;
        return value ? std::clamp(*value, lowest, HighestPoll) : fallback;
    };
    source.minPoll = poll("minpoll", DefaultMinPoll);
    // A reference clock is always asked at its minpoll.
    const bool fixed = statement.localClock && !statement.option("maxpoll");
    source.maxPoll = fixed ? source.minPoll : poll("maxpoll", DefaultMaxPoll);
    const Option *maxPoll = statement.option("maxpoll");
    if (maxPoll && maxPoll->value == "0" && m_dialect != Dialect::Ntpsec)
        source.maxPoll = DefaultMaxPoll;
    source.minPoll = std::min(source.minPoll, source.maxPoll);
}

void Lowering::readOption(const Option &option, int line, SourceConfig &source)
{
    const std::string_view name = option.name;
    if (name == "iburst") {
        source.iburst = true;
    } else if (name == "burst") {
        source.burst = true;
    } else if (name == "prefer") {
        source.prefer = true;
    } else if (name == "noselect") {
        source.noSelect = true;
    } else if (name == "true") {
        source.trueChimer = true;
    } else if (name == "version") {
        const int version = readInteger(option.value).value_or(4);
        source.version = version >= 1 && version <= 4 ? version : 4;
    } else if (name == "key" && source.kind != SourceKind::LocalClock) {
        source.key = static_cast<std::uint32_t>(std::max(0, readInteger(option.value).value_or(0)));
    } else if (name == "xleave" && source.kind != SourceKind::LocalClock) {
        source.interleave = true;
    } else if (name == "ttl" && source.kind != SourceKind::LocalClock) {
        source.ttl = std::clamp(readInteger(option.value).value_or(0), 0, 255);
    } else if (source.kind == SourceKind::LocalClock) {
        readClockItem(option, line, source);
    } else if (name != "minpoll" && name != "maxpoll") {
        m_lowered.notHonoured.push_back({line, option.name});
    }
}

// What is done already, or does nothing with ntpd's driver 1 either. ntpsec's flag1 leaves the clock to another program.
bool isIdle(const Option &option)
{
    static constexpr std::string_view Idle[] = {"minpoll", "maxpoll", "unit", "flag2", "flag3", "flag4"};
    const bool isOff = option.name == "flag1" && option.value == "0";
    return isOff || std::ranges::find(Idle, option.name) != std::end(Idle);
}

// "flag1" to "flag4" as a bit of the clock variable `flags`.
std::uint8_t flagOf(const std::string &name)
{
    const bool isFlag = name.size() == 5 && name.starts_with("flag") && name[4] >= '1' && name[4] <= '4';
    return isFlag ? static_cast<std::uint8_t>(1U << (name[4] - '1')) : std::uint8_t{0};
}

void Lowering::readClockItem(const Option &option, int line, SourceConfig &clock)
{
    if (option.name == "stratum") {
        const int stratum = readInteger(option.value).value_or(-1);
        if (stratum >= 0 && stratum <= 16)
            clock.localStratum = stratum;
    } else if (option.name == "refid") {
        clock.localRefid = option.value.substr(0, 4);
    } else if (const std::uint8_t flag = flagOf(option.name); flag != 0 && readInteger(option.value)) {
        const bool isSet = *readInteger(option.value) != 0;
        clock.localFlags = static_cast<std::uint8_t>(isSet ? clock.localFlags | flag : clock.localFlags & ~flag);
    }
    if (option.name != "stratum" && option.name != "refid" && !isIdle(option))
        m_lowered.notHonoured.push_back({line, option.name});
}

// The daemons read every fudge line after all associations, so it may stand in front of its server line.
void Lowering::applyFudges()
{
    std::multimap<int, SourceConfig *> clocks;
    for (SourceConfig &source : m_lowered.engine.sources) {
        if (source.kind == SourceKind::LocalClock)
            clocks.emplace(source.localUnit, &source);
    }
    if (clocks.empty())
        return;
    for (const Line *line : m_lines) {
        const auto fudge = readFudge(*line, m_dialect);
        if (!fudge || !fudge->localClock)
            continue;
        const auto [first, last] = clocks.equal_range(fudge->unit);
        for (auto clock = first; clock != last; ++clock) {
            for (const Option &option : fudge->options)
                readClockItem(option, line->number, *clock->second);
        }
    }
}

void Lowering::readRestriction(const Line &line)
{
    auto statement = readRestrict(line, m_dialect);
    if (!statement)
        return;
    if (statement->ipPeerLimit == 0) // we never have more than one with a host: any other limit is kept as it is
        statement->flags |= AccessFlag::NoEpeer;
    m_access.take(*statement, line.number);
    if (statement->target == RestrictStatement::Target::HostName)
        m_lowered.engine.namedAccess.push_back({statement->address, statement->family, statement->flags,
                                                statement->ntpPort, line.number, statement->unrestrict});
    for (const std::string &word : config::notHonoured(*statement))
        notHonoured(line, word);
}

template <typename Set> void Lowering::readPairs(const Line &line, Set set)
{
    for (std::size_t i = 1; i + 1 < line.tokens.size(); i += 2) {
        const auto value = readNumber(line.tokens[i + 1].text);
        if (!value || line.tokens[i].kind != TokenKind::Word)
            return;
        if (!set(line.tokens[i].text, *value))
            notHonoured(line, line.tokens[i].text);
    }
}

// From 16 on there is no orphan; what is less than 1 would claim to be no clock's pupil at all, or wrap on the wire.
bool isOrphanStratum(double value)
{
    const DirectiveSpec *tos = findDirective("tos");
    const OptionSpec *orphan = findOption(*tos, "orphan");
    return value >= *orphan->lowest && value <= *orphan->highest;
}

bool Lowering::setTos(std::string_view item, double value)
{
    auto &selection = m_lowered.engine.selection;
    const int whole = static_cast<int>(std::clamp(value, -1e6, 1e6));
    if (item == "minclock") {
        selection.minClock = std::max(1, whole);
        selection.keepsMinClock = true;
    } else if (item == "maxclock")
        selection.maxClock = std::max(1, whole);
    else if (item == "minsane")
        selection.minSane = std::max(0, whole);
    else if (item == "floor")
        selection.floor = std::clamp(whole, 0, 15);
    else if (item == "ceiling")
        selection.ceiling = std::clamp(whole, 0, 15);
    else if (item == "orphan")
        selection.orphanStratum = isOrphanStratum(value) ? whole : selection.orphanStratum;
    else if (item == "orphanwait")
        selection.orphanWait = value;
    else if (item == "mindist")
        selection.minDistance = value;
    else if (item == "maxdist")
        selection.maxDistance = value;
    else
        return false;
    return true;
}

void Lowering::readTos(const Line &line)
{
    readPairs(line, [this](std::string_view item, double value) { return setTos(item, value); });
}

bool Lowering::setTinker(std::string_view item, double value)
{
    auto &discipline = m_lowered.engine.discipline;
    if (item == "step")
        discipline.step = std::max(0.0, value);
    else if (item == "stepout")
        discipline.stepOut = std::max(300.0, value);
    else if (item == "panic")
        discipline.panic = std::max(0.0, value);
    else if (item == "dispersion")
        discipline.dispersion = std::max(0.0, value) * PartsPerMillion;
    else if (item == "allan")
        discipline.allanIntercept = std::exp2(std::clamp(value, 11.0, 17.0));
    else if (item == "freq")
        discipline.frequency = value * PartsPerMillion;
    else
        return false;
    return true;
}

void Lowering::readTinker(const Line &line)
{
    readPairs(line, [this](std::string_view item, double value) { return setTinker(item, value); });
}

void Lowering::readDiscard(const Line &line)
{
    auto &limit = m_lowered.engine.rateLimit;
    limit.scored = false;
    readPairs(line, [&limit](std::string_view item, double value) {
        const int whole = static_cast<int>(std::clamp(value, -1.0, 1e6));
        if (item == "average") {
            if (whole >= 0 && whole <= 255)
                limit.average = whole;
        } else if (item == "minimum") {
            limit.minimum = std::max(0, whole);
        } else if (item == "monitor") {
            limit.monitor = whole;
        } else {
            return false;
        }
        return true;
    });
}

void Lowering::readLimit(const Line &line)
{
    auto &score = m_lowered.engine.rateLimit.score;
    m_lowered.engine.rateLimit.scored = true; // whoever writes it wants its way of counting; the last line decides
    readPairs(line, [&score](std::string_view item, double value) {
        if (item == "average")
            score.average = value;
        else if (item == "burst")
            score.burst = std::max(1.0, value);
        else if (item == "kod")
            score.kiss = value;
        else
            return false;
        return true;
    });
}

// How many hosts are remembered; of two limits the last counts. The table is taken at once, so that the steps in
// which the daemons make theirs larger mean nothing here.
void Lowering::readMru(const Line &line)
{
    constexpr double bytesPerClient = 40;
    static constexpr double mostClients = 0xfffffe;
    auto &clients = m_lowered.engine.rememberedClients;
    readPairs(line, [&clients](std::string_view item, double value) {
        const bool isMemory = item == "maxmem";
        if (isMemory || item == "maxdepth") {
            const double wanted = isMemory ? value * 1024 / bytesPerClient : value;
            clients = static_cast<std::size_t>(wanted < 0 ? mostClients : std::clamp(wanted, 1.0, mostClients));
            return true;
        }
        return item == "initalloc" || item == "initmem" || item == "incalloc" || item == "incmem";
    });
}

// `trustedkey 1 2 (5 ... 8)`; a second line replaces the first in ntpd and adds to it in ntpsec.
void Lowering::readTrustedKeys(const Line &line)
{
    constexpr int highest = 65535;
    auto &trusted = m_lowered.engine.authentication.trusted;
    if (m_dialect != Dialect::Ntpsec)
        trusted.clear();
    int last = 0;
    bool isRange = false;
    for (std::size_t i = 1; i < line.tokens.size(); ++i) {
        const std::string &word = line.tokens[i].text;
        const auto number = readInteger(word);
        if (word == "...")
            isRange = true;
        if (!number)
            continue;
        const int key = std::clamp(*number, 0, highest);
        for (int k = isRange ? last + 1 : key; k <= key; ++k)
            trusted.push_back(static_cast<std::uint32_t>(k));
        last = key;
        isRange = false;
    }
}

void Lowering::readControlKey(const Line &line)
{
    const auto key = readInteger(secondWord(line));
    if (key && *key > 0)
        m_lowered.engine.authentication.controlKey = static_cast<std::uint32_t>(*key);
}

// The groups may be named; an address that is no group is one line's mistake, not a reason to listen nowhere.
void Lowering::readListening(const Line &line)
{
    engine::ListeningConfig &listening = m_lowered.engine.listening;
    if (line.keyword() == "broadcastclient")
        listening.broadcasts = true;
    if (line.keyword() == "broadcastdelay")
        listening.broadcastDelay = std::clamp(readNumber(secondWord(line)).value_or(0), 0.0, 1.0);
    const bool forBroadcasts = line.keyword() == "multicastclient";
    if (!forBroadcasts && line.keyword() != "manycastserver")
        return;
    auto &groups = forBroadcasts ? listening.broadcastGroups : listening.manycastGroups;
    for (std::size_t i = 1; i < line.tokens.size(); ++i) {
        const auto group = IpAddress::parse(line.tokens[i].text);
        if (group && group->isMulticast())
            groups.push_back(*group);
        else
            notHonoured(line, line.tokens[i].text);
    }
}

void Lowering::readInterface(const Line &line)
{
    if (line.tokens.size() < 3)
        return;
    if (auto rule = InterfaceRule::read(line.tokens[1].text, line.tokens[2].text))
        m_lowered.engine.listening.interfaces.push_back(std::move(*rule));
}

// A value that no header has room for is refused by the kernel: ntpd then sends without one.
void Lowering::readDscp(const Line &line)
{
    const double largest = *findDirective("dscp")->highest;
    const auto value = readInteger(secondWord(line));
    if (value)
        m_lowered.engine.listening.dscp = *value >= 0 && *value <= largest ? *value : 0;
}

void Lowering::readRings(const Line &line)
{
    const std::size_t most = findDirective("ttl")->heeded;
    auto &rings = m_lowered.engine.rings;
    rings.clear();
    for (std::size_t i = 1; i < line.tokens.size() && rings.size() < most; ++i)
        if (const auto ttl = readInteger(line.tokens[i].text))
            rings.push_back(std::clamp(*ttl, 1, 255));
}

// The daemons execute every `enable` before any `disable`, so the order of the lines has no effect.
void Lowering::readSwitches(const Line &line)
{
    static constexpr std::string_view DoneAnyway[] = {
        "enable ntp",    "enable monitor", "enable kernel",     "disable kernel",  "enable stats",
        "enable auth",    "disable calibrate", "disable bclient", "disable mode7"};
    for (std::size_t i = 1; i < line.tokens.size(); ++i) {
        const std::string &word = line.tokens[i].text;
        if (line.tokens[i].kind != TokenKind::Word || !isKeyword(word, m_dialect))
            return;
        const std::string wish = std::string(line.keyword()) + ' ' + word;
        auto &engine = m_lowered.engine;
        if (wish == "disable ntp")
            engine.discipline.mayCorrect = false;
        else if (wish == "disable stats")
            m_lowered.statistics.isEnabled = false;
        else if (wish == "disable auth")
            engine.authentication.required = false;
        else if (wish == "enable bclient")
            engine.listening.broadcasts = true;
        else if (std::find(std::begin(DoneAnyway), std::end(DoneAnyway), wish) == std::end(DoneAnyway))
            notHonoured(line, wish);
    }
}

} // namespace

Lowered lower(const Document &document, Dialect dialect)
{
    const auto lines = effectiveLines(document);
    return Lowering(lines, dialect).run();
}

std::vector<NotHonoured> notHonouredBesideRestrict(const std::vector<const Line *> &lines, Dialect dialect)
{
    std::vector<const Line *> others;
    std::ranges::remove_copy_if(lines, std::back_inserter(others), [](const Line *line) {
        return line->keyword() == "restrict" || line->keyword() == "unrestrict";
    });
    return std::move(Lowering(others, dialect).run().notHonoured);
}

std::vector<std::string> notHonoured(const RestrictStatement &statement)
{
    std::vector<std::string> words;
    for (const std::string_view flag : accessFlagNames(statement.flags & FlagsWithoutEngine))
        words.emplace_back(flag);
    return words;
}

} // namespace noonmark::config
