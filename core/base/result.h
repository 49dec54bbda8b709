// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace noonmark {

// Why something could not be done. `core` fills it, `wording` makes the sentence: the arguments are what the
// sentence names (a path, a line, an address), in the order given beside each code.
enum class Failure {
    Malformed,         // what
    FileUnreadable,    // path, system text
    FileUnwritable,    // path, system text
    FileChanged,       // path: somebody else wrote it since we read it
    PortTaken,         // port, holder if known
    NotPermitted,      // what
    NameUnresolved,    // name, system text
    NoAnswer,          // host
    Refused,           // host
    QueriesForbidden,  // host, our address there: it gives time, but answers no queries
    Unsupported,       // what
    System             // what, system text
};

struct Error
{
    Failure failure = Failure::System;
    std::vector<std::string> arguments;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failed(Failure failure, std::vector<std::string> arguments = {})
{
    return tl::unexpected<Error>(Error{failure, std::move(arguments)});
}

} // namespace noonmark
