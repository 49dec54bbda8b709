// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/protocol/packet.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Mode 6, the protocol of ntpq (RFC 9327; where it and the daemons differ, the daemons).
namespace noonmark::protocol {

enum class ControlOpcode : std::uint8_t
{
    Unspecified,
    ReadStatus,
    ReadVariables,
    WriteVariables,
    ReadClock,
    WriteClock,
    SetTrap,
    AsyncMessage,
    Configure,
    SaveConfiguration,
    ReadClients,
    ReadOrderedList,
    RequestNonce,
    UnsetTrap = 31
};

enum class ControlError : std::uint8_t
{
    Unspecified,
    Permission,
    BadFormat,
    BadOpcode,
    UnknownAssociation,
    UnknownVariable,
    BadValue,
    Prohibited
};

inline constexpr std::size_t ControlHeaderSize = 12;
inline constexpr std::size_t ControlFragmentSize = 468;  // data bytes of one datagram, without header and MAC
inline constexpr std::size_t ControlAnswerLimit = 65535; // what the 16 bits of `offset` can carry

struct ControlHeader
{
    Leap leap = Leap::None;
    std::uint8_t version = 2; // what ntpq sends; a reply copies the request's
    bool response = false;
    bool error = false;
    bool more = false;
    std::uint8_t opcode = 0;
    std::uint16_t sequence = 0;
    std::uint16_t status = 0; // of a response: a status word, or a ControlError in the high byte
    std::uint16_t association = 0;
    std::uint16_t offset = 0;
    std::uint16_t count = 0;

    [[nodiscard]] ControlOpcode operation() const { return static_cast<ControlOpcode>(opcode); }
    // Only these are ever answered: two servers that answered each other's answers would never stop
    // (CVE-2009-3563).
    [[nodiscard]] bool isRequest() const { return !response && !error && !more && offset == 0; }
    [[nodiscard]] ControlError errorCode() const { return static_cast<ControlError>(status >> 8); }
    friend bool operator==(const ControlHeader &, const ControlHeader &) = default;
};

// Malformed: shorter than a header, another mode, or a version other than 1 to 4. Such a datagram deserves no
// answer.
[[nodiscard]] Result<ControlHeader> decodeControl(Bytes datagram);
// The `count` bytes after the header. Malformed if fewer arrived; padding and a MAC behind them are ignored.
[[nodiscard]] Result<Bytes> controlData(const ControlHeader &header, Bytes datagram);

using ControlDatagram = std::vector<std::byte>;

// One request with its data; the data must fit in one fragment and is cut if it does not.
[[nodiscard]] ControlDatagram controlRequest(const ControlHeader &header, std::string_view data = {});
// The answer in fragments of ControlFragmentSize, padded with zeros to four bytes: what the daemons forget to
// clear there are bytes of somebody's memory. `answer` gives everything but response, more, offset and count.
[[nodiscard]] std::vector<ControlDatagram> controlReply(ControlHeader answer, std::string_view data);
[[nodiscard]] ControlDatagram controlRefusal(ControlHeader answer, ControlError error);

// Puts the fragments of one answer together, whatever order they come in. The sender may be hostile:
// overlapping fragments, a second end, more than 64 KiB or more fragments than an honest answer has make it
// Broken for ever.
class ControlReassembly
{
public:
    enum class State : std::uint8_t
    {
        Incomplete,
        Complete,
        Broken
    };

    // Feed only responses to one's own question; sequence and source are the caller's to check.
    State add(const ControlHeader &header, Bytes data);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::string data() const; // of a Complete answer

private:
    [[nodiscard]] bool fits(std::size_t offset, std::size_t size) const;
    [[nodiscard]] std::size_t extent() const;

    std::map<std::size_t, std::string> m_fragments; // by offset, never overlapping
    std::size_t m_received = 0;
    std::size_t m_end = 0;
    bool m_endKnown = false;
    State m_state = State::Incomplete;
};

using ControlVariable = std::pair<std::string, std::string>;
using ControlVariables = std::vector<ControlVariable>;

// "name=value, name="quoted", bare" as both families write it, with line ends anywhere between. Bytes that
// are not printable ASCII are dropped (ntpsec 1.2.2 leaks parts of its stack), quotes are taken off.
[[nodiscard]] ControlVariables parseControlVariables(std::string_view text);
// The first variable of that name, or nothing.
[[nodiscard]] const std::string *findVariable(const ControlVariables &variables, std::string_view name);

// "leap,stratum" as a daemon reads a request: leading blanks skipped, trailing ones part of the name, values
// ignored.
[[nodiscard]] std::vector<std::string_view> parseControlNames(std::string_view text);

// Collects variables into the text of an answer: lines of at most 72 columns where they can be, CR LF between
// them.
class ControlText
{
public:
    void add(std::string_view name, std::string_view value);
    void addQuoted(std::string_view name, std::string_view value); // what would end the quotes is left out
    [[nodiscard]] std::string finish() const;
    [[nodiscard]] std::size_t size() const { return m_text.size(); }

private:
    std::string m_text;
    std::size_t m_column = 0;
};

struct AssociationStatus
{
    std::uint16_t association = 0;
    std::uint16_t status = 0;

    friend bool operator==(const AssociationStatus &, const AssociationStatus &) = default;
};
[[nodiscard]] std::vector<AssociationStatus> parseStatusList(std::string_view data);
[[nodiscard]] std::string writeStatusList(const std::vector<AssociationStatus> &list);

// The status word of the system: "leap_none, sync_ntp, 1 event, clock_sync".
struct SystemStatus
{
    std::uint8_t leap = 0;
    std::uint8_t source = 0;     // 0 none, 5 local clock, 6 NTP
    std::uint8_t eventCount = 0; // saturates at 15
    std::uint8_t lastEvent = 0;

    static SystemStatus fromWord(std::uint16_t word);
    [[nodiscard]] std::uint16_t word() const;
    friend bool operator==(const SystemStatus &, const SystemStatus &) = default;
};

// The status word of an association: "conf, reach, sel_sys.peer, 1 event, sys_peer".
struct PeerStatus
{
    bool configured = false;
    bool authenticationEnabled = false;
    bool authentic = false;
    bool reachable = false;
    bool broadcast = false;
    std::uint8_t select = 0; // engine::Tally
    std::uint8_t eventCount = 0;
    std::uint8_t lastEvent = 0;

    static PeerStatus fromWord(std::uint16_t word);
    [[nodiscard]] std::uint16_t word() const;
    friend bool operator==(const PeerStatus &, const PeerStatus &) = default;
};

} // namespace noonmark::protocol
