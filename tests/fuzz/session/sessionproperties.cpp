// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/session/sessionproperties.h"

#include "core/config/lowering.h"
#include "core/config/remoteedit.h"
#include "tests/unit/engine/controlbench.h"

#include <cmath>

namespace {

using namespace noonmark;
using namespace noonmark::protocol;
using controlbench::Daemon;
using Datagrams = std::vector<std::vector<std::byte>>;

constexpr std::uint32_t ControlKey = 1;
constexpr std::size_t MostOfOneAnswer =
    72'000; // 65535 bytes of data, and the heads and MACs of 141 datagrams
constexpr std::string_view Running = "server 192.0.2.1 iburst\n"
                                     "server 127.127.1.0\n"
                                     "pool pool.example\n"
                                     "keys /etc/ntp.keys\n"
                                     "driftfile /var/lib/ntp/drift\n"
                                     "leapfile /etc/leap\n"
                                     "logfile /var/log/ntp\n"
                                     "pidfile /run/ntp.pid\n"
                                     "statsdir /var/log/ntpstats/\n"
                                     "filegen loopstats file loops type day enable\n"
                                     "restrict default limited kod\n";

struct Request
{
    std::uint8_t opcode = 0;
    std::uint32_t key = 0;
    bool hasNonce = false;
    bool hasAnchor = false;
    bool isSpoofed = false;
    std::size_t alignment = 8;
    std::string text;
};

Request requestOf(Bytes bytes)
{
    Request request;
    if (bytes.size() < 2)
        return request;
    const auto how = std::to_integer<unsigned>(bytes[1]);
    request.opcode = std::to_integer<std::uint8_t>(bytes[0]) & 0x1f;
    request.key = how & 3;
    request.hasNonce = (how & 4) != 0;
    request.hasAnchor = (how & 8) != 0;
    request.isSpoofed = (how & 16) != 0;
    request.alignment = (how & 32) != 0 ? 4 : 8;
    const Bytes rest = bytes.subspan(2);
    request.text.assign(reinterpret_cast<const char *>(rest.data()), rest.size());
    return request;
}

void greet(Daemon &daemon, std::uint32_t hosts)
{
    std::array<std::byte, HeaderSize> question{};
    question[0] = std::byte{0x23};
    std::array<std::byte, engine::LargestReply> reply{};
    for (std::uint32_t host = 0; host < hosts; ++host) {
        engine::Arrival arrival;
        arrival.remote = {IpAddress::v4(0x0a010000 + host), 4567};
        arrival.local = IpAddress::v4(0x0a000001);
        arrival.received = daemon.now().wall;
        arrival.bytes = question;
        static_cast<void>(daemon.engine.answer(arrival, daemon.now(), reply));
    }
}

std::string withAnchor(Daemon &daemon, const std::string &nonce)
{
    const auto rows =
        parseControlVariables(daemon.text(daemon.ask(ControlOpcode::ReadClients, nonce + ",limit=3")));
    const std::string *address = findVariable(rows, "addr.1");
    const std::string *last = findVariable(rows, "last.1");
    return address && last ? ",addr.0=" + *address + ",last.0=" + *last + ',' : std::string();
}

const char *brokenAnswer(const Request &request, const Datagrams &replies, Daemon &daemon)
{
    std::size_t sum = 0;
    for (const auto &reply : replies) {
        const auto header = decodeControl(reply);
        if (!header || !header->response || header->opcode != request.opcode)
            return "an answer belongs to its question";
        const std::size_t most = ControlHeaderSize + ControlFragmentSize + 4 + LongestMac;
        if (reply.size() > most || reply.size() % 4 != 0)
            return "a fragment has at most 468 bytes and a MAC";
        sum += reply.size();
    }
    if (sum > MostOfOneAnswer)
        return "an answer is bounded";
    const auto opcode = static_cast<ControlOpcode>(request.opcode);
    const bool needsKey = opcode == ControlOpcode::Configure || opcode == ControlOpcode::ReadOrderedList ||
                          opcode == ControlOpcode::WriteVariables || opcode == ControlOpcode::WriteClock;
    if (needsKey && request.key == 0 && sum > ControlHeaderSize)
        return "a stranger hears no more than that it is forbidden";
    const bool needsNonce = opcode == ControlOpcode::ReadClients;
    if (needsNonce && request.isSpoofed && !replies.empty())
        return "a nonce is for who asked for it";
    if ((request.key == 1 || request.key == 2) && !daemon.signedBy(replies, request.key))
        return "who signs is answered by his key";
    return nullptr;
}

// Whoever has the control key must not be able to write where the daemon may.
const char *brokenFiles(const config::Lowered &before, const config::Lowered &after)
{
    const bool same = before.driftFile == after.driftFile && before.logFile == after.logFile &&
                      before.pidFile == after.pidFile && before.keysFile == after.keysFile &&
                      before.leapFile == after.leapFile &&
                      before.statistics.prefix == after.statistics.prefix;
    if (!same)
        return "no line from remote names a file";
    for (std::size_t i = 0; i < StatisticCount; ++i)
        if (before.statistics.files[i].name != after.statistics.files[i].name)
            return "no line from remote names a file of statistics";
    return nullptr;
}

const char *brokenEdit(const std::string &lines, Daemon &daemon, std::uint32_t question)
{
    static const config::Document running{std::string(Running)};
    static const config::Lowered before = config::lower(running);
    const auto isPrintable = [](char c) {
        return (c >= 0x20 && c < 0x7f) || c == '\t' || c == '\r' || c == '\n';
    };
    if (!std::all_of(lines.begin(), lines.end(), isPrintable))
        return "lines from remote are printable";
    const config::RemoteEdit edit = config::applyRemote(running, lines, Dialect::Noonmark);
    const std::string &answer = edit.answer;
    if (answer.empty() || answer.size() > 120 || !std::all_of(answer.begin(), answer.end(), isPrintable))
        return "an answer is a short line";
    if (edit.document) {
        config::Lowered after = config::lower(*edit.document);
        if (const char *broken = brokenFiles(before, after))
            return broken;
        after.engine.authentication.keys = controlbench::withKeys().authentication.keys;
        daemon.engine.reconfigure(after.engine, daemon.now());
    }
    const auto told = daemon.configured(question, answer);
    return told.size() == 1 ? nullptr : "the administrator is told once what came of it";
}

} // namespace

const char *brokenSessionProperty(Bytes bytes)
{
    Request request = requestOf(bytes);
    Daemon daemon;
    greet(daemon, 24);
    if (request.hasNonce || request.isSpoofed) {
        const std::string nonce = "nonce=" + daemon.nonce();
        request.text = nonce + (request.hasAnchor ? withAnchor(daemon, nonce) : ",") + request.text;
    }
    if (request.isSpoofed)
        ++daemon.asker.port;
    request.text.resize(std::min(request.text.size(), ControlFragmentSize));
    const auto replies =
        daemon.ask(static_cast<ControlOpcode>(request.opcode), request.text, request.key, request.alignment);
    if (const char *broken = brokenAnswer(request, replies, daemon))
        return broken;
    if (!daemon.lines.empty() && request.key != ControlKey)
        return "only the control key configures";
    for (const engine::ConfigureLines &lines : std::vector(daemon.lines))
        if (const char *broken = brokenEdit(lines.lines, daemon, lines.question))
            return broken;
    daemon.advance(70);
    const engine::Snapshot end = daemon.engine.snapshot(daemon.now());
    return std::isfinite(end.system.offset) && daemon.engine.nextDeadline() ? nullptr : "the daemon goes on";
}
