// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/query.h"
#include "core/monitor/verdict.h"

#include <string>
#include <vector>

// "Why does it not synchronise?": what is asked, in the order in which an administrator would, each with its
// evidence.
namespace noonmark::monitor {

enum class CheckId : unsigned char
{
    Answers,
    GivesTime,
    Port,
    Sources,
    Names,
    Reachable,
    Welcome,
    Authentic,
    Synchronised,
    Distance,
    Agreement,
    Selected,
    Clock,
    Clients
};

enum class CheckState : unsigned char
{
    Good,
    Warning,
    Bad,
    Unknown
};

// What was found; wording/ has a sentence for each, with `words`, `counts` and `seconds` in the order named
// here.
enum class Cause : unsigned char
{
    DaemonAnswers,     // version
    NameUnresolved,    // host, system text
    NothingListens,    // host, port
    NoAnswer,          // host
    QueriesForbidden,  // host
    TimeGiven,         // offset, delay
    TimeWithheld,      // host: it answers queries
    TimeRefusedByKiss, // kiss code
    PortHeld,          // holder, port
    PortHidden,        // port: taken, by whom cannot be seen
    PortFree,          // port
    SourcesNamed,      // how many
    NoSources,
    OnlyLocalClock,
    SourcesSought, // names of the lines that seek servers, and have found none
    NamesGood,
    NamesFail,          // names
    NamesPending,       // names
    SourcesAnswer,      // how many, of how many
    AllSilentHereToo,   // names; asked
    SilentToDaemonOnly, // names: they answer when this program asks
    PortClosedThere,    // names
    NoWayThere,         // names
    SomeSilent,         // names; how many, of how many
    NoneAnswers,        // names; how many: to the daemon, and nobody else has asked
    NobodyAsked,        // what there is cannot be asked: the checks that follow say why
    Welcomed,
    Kissed,       // names, code
    DroppedByUs,  // names
    Unsigned,     // nothing is signed
    SignedWell,   // how many
    KeyWrong,     // names
    KeyUnproven,  // names: asked with a key, and no answer that counts
    KeyUntrusted, // names, numbers of the keys: not asked
    KeyMissing,   // names, numbers of the keys: not asked
    UpstreamSynchronised,
    UpstreamNot,       // names
    NearEnough,        // the nearest, the limit
    TooFar,            // name; distance, limit
    Agreed,            // how many agree, of how many
    NoMajority,        // names of the falsetickers
    Liars,             // names of the falsetickers, while a majority stands
    TooFew,            // how many are good, how many are demanded
    Followed,          // name; offset
    FollowsLocalClock, // stratum
    StillMeasuring,    // uptime
    NothingToFollow,
    ClockGood,        // offset
    ClockLargeOffset, // offset
    ClockObserved,    // offset
    ClockPanic,       // offset
    ClientsServed,    // packets received
    ClientsRefused,   // how many, of how many
    ClientsLimited    // how many, of how many
};

// Where it is mended.
enum class Remedy : unsigned char
{
    None,
    AddSource,
    OpenSources,
    OpenAccess,
    OpenConfiguration,
    OpenClients,
    RunCommand
};

struct Check
{
    CheckId id = CheckId::Answers;
    CheckState state = CheckState::Unknown;
    Cause cause = Cause::NoAnswer;
    std::vector<std::string> words;
    std::vector<std::uint64_t> counts;
    std::vector<double> seconds;
    Remedy remedy = Remedy::None;
    std::string command; // to be run in a terminal by who may

    friend bool operator==(const Check &, const Check &) = default;
};

// Everything that the answers rest on.
struct DiagnoseFacts
{
    std::string host;
    std::uint16_t port = 123;
    bool isHere = false;          // the daemon is on this machine
    std::optional<Error> trouble; // why there is no snapshot
    engine::Snapshot snapshot;
    std::string version;      // as the daemon names itself
    QueryResult time;         // what it gave us when we asked for the time
    std::string portHolder;   // isHere only
    bool isPortTaken = false; // isHere only
    struct Probe
    {
        std::uint16_t association = 0;
        QueryResult result; // what the source said when this program asked it
    };
    std::vector<Probe> probes; // of the sources that are silent to the daemon
    bool areAsked = true;      // they were asked from here; who has no probe did not answer
};

struct Diagnosis
{
    Verdict verdict;
    std::vector<Check> checks;
    std::optional<Error> silence; // why the daemon tells nothing

    // The check that explains the verdict: the first that is bad, else the first warning; null if all is
    // well.
    [[nodiscard]] const Check *cause() const;
};

// What one look at a daemon says of its sources, its clock and its clients, without asking anybody else.
// `isOurs`: its file is the one that is edited here.
[[nodiscard]] Diagnosis diagnoseSnapshot(const engine::Snapshot &snapshot, bool isOurs);

// Pure: the same facts, the same answers.
[[nodiscard]] Diagnosis diagnose(const DiagnoseFacts &facts);

} // namespace noonmark::monitor
