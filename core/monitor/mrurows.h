// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/endpoint.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The list of clients as both families of daemons send it (`ntpq -c mrulist`): bytes to rows and back.
namespace noonmark::monitor {

struct MruRow
{
    Endpoint remote; // with the port of its last packet
    NtpTimestamp first;
    NtpTimestamp last;
    std::uint64_t count = 0;
    std::uint8_t mode = 0;
    std::uint8_t version = 0;
    std::uint32_t restrictions = 0;       // AccessFlag
    std::optional<std::uint64_t> dropped; // ntpsec and Noonmark
    std::optional<double> score;          // ntpsec's packets a second

    friend bool operator==(const MruRow &, const MruRow &) = default;
};

struct MruAnswer
{
    std::string nonce;
    std::vector<MruRow> rows;        // not heard for longest first
    std::optional<NtpTimestamp> now; // by the daemon's clock; only at the end of the list
};

// Whatever is no row of sense is left out: names and numbers beyond what one answer can hold, rows without an
// address.
[[nodiscard]] MruAnswer parseMruAnswer(std::string_view text);

// What READ_MRU asks for: everything behind the newest of these rows that the daemon still has as it was.
struct MruQuestion
{
    std::string nonce;
    int fragments = 32;
    std::vector<MruRow> anchors; // newest first; as many as fit are sent
};
[[nodiscard]] std::string mruQuestionText(const MruQuestion &question);

// Seconds between two packets on average; nothing for one packet or times without sense.
[[nodiscard]] std::optional<double> averageInterval(const MruRow &row);
// What `ntpq` shows in its column r: "L" limited, "K" told so by a kiss-o'-death, "." neither.
[[nodiscard]] char restrictionSign(std::uint32_t restrictions);

} // namespace noonmark::monitor
