// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/reason.h"
#include "core/wording/text.h"
#include "core/wording/wording.h"

namespace noonmark::wording {
namespace {

// Of a file that is left alone for a reason that no errno has; null for any other.
const char *reasonOf(const Error &error)
{
    const bool isOfFile = error.failure == Failure::FileUnreadable || error.failure == Failure::FileUnwritable;
    if (!isOfFile || error.arguments.size() < 2)
        return nullptr;
    const bool isRead = error.failure == Failure::FileUnreadable;
    if (error.arguments[1] == reason::NoRegularFile)
        return isRead ? NOONMARK_TEXT("%1 is not read: it is no regular file. Name one that is.")
                      : NOONMARK_TEXT("%1 is not written: it is no regular file and stays as it is. Name another file.");
    if (error.arguments[1] == reason::SomethingElse)
        return NOONMARK_TEXT("%1 is not written: something else is in it, and it stays as it is. Name another file, or "
                             "remove this one.");
    return nullptr;
}

// What was not allowed decides what helps.
const char *notPermitted(const std::string &what)
{
    if (what.starts_with("UDP "))
        return NOONMARK_TEXT("The user of this program may not open the port %1: start it as root, give it the right "
                             "CAP_NET_BIND_SERVICE, or choose a port from 1024 on.");
    if (what == "CAP_SYS_TIME" || what == "clock_adjtime")
        return NOONMARK_TEXT("The user of this program may not set the system clock (%1): start it as root, or give it "
                             "the right CAP_SYS_TIME.");
    if (what == "initgroups" || what == "setgid" || what == "setuid")
        return NOONMARK_TEXT("Only root can become another user (%1): start it as root, or without -u.");
    if (what.find('/') != std::string::npos)
        return NOONMARK_TEXT("%1 cannot be written: the user of this program has no right to. Give that user the folder, "
                             "or name another file.");
    return NOONMARK_TEXT("This needs a permission that the program does not have: %1.");
}

const char *textOf(const Error &error)
{
    if (const char *text = reasonOf(error))
        return text;
    const bool hasSecond = error.arguments.size() > 1 && !error.arguments[1].empty();
    switch (error.failure) {
    case Failure::Malformed:
        return NOONMARK_TEXT("This cannot be understood: %1.");
    case Failure::FileUnreadable:
        return hasSecond ? NOONMARK_TEXT("The file %1 cannot be read: %2.")
                         : NOONMARK_TEXT("The file %1 cannot be read.");
    case Failure::FileUnwritable:
        return hasSecond ? NOONMARK_TEXT("The file %1 cannot be written: %2.")
                         : NOONMARK_TEXT("The file %1 cannot be written.");
    case Failure::FileChanged:
        return NOONMARK_TEXT(
            "The file %1 was changed by somebody else since it was read; nothing was written.");
    case Failure::PortTaken:
        return hasSecond
                   ? NOONMARK_TEXT(
                         "UDP port %1 is already used by %2: only one program can serve time on it.")
                   : NOONMARK_TEXT(
                         "UDP port %1 is already used by another program: only one can serve time on it.");
    case Failure::NotPermitted:
        return notPermitted(error.arguments.empty() ? std::string() : error.arguments.front());
    case Failure::NameUnresolved:
        return hasSecond ? NOONMARK_TEXT("The name %1 cannot be resolved: %2.")
                         : NOONMARK_TEXT("The name %1 cannot be resolved.");
    case Failure::NoAnswer:
        return NOONMARK_TEXT(
            "%1 does not answer: no daemon runs there, a firewall drops UDP, or \"restrict … noquery\" "
            "forbids queries from here.");
    case Failure::Refused:
        return NOONMARK_TEXT("%1 refuses: nothing listens on that port.");
    case Failure::QueriesForbidden:
        return hasSecond
                   ? NOONMARK_TEXT("%1 gives time but answers no queries: \"noquery\" forbids them. This "
                                   "line in its ntp.conf opens it for this machine: restrict %2 nomodify")
                   : NOONMARK_TEXT("%1 gives time but answers no queries: \"noquery\" forbids them.");
    case Failure::Unsupported:
        return NOONMARK_TEXT("This is not supported: %1.");
    case Failure::System:
        return hasSecond ? NOONMARK_TEXT("%1 failed: %2.") : NOONMARK_TEXT("%1 failed.");
    }
    return NOONMARK_TEXT("%1 failed.");
}

} // namespace

QString sentence(const Error &error)
{
    // Whole, however long: a path cut short helps nobody.
    QStringList arguments;
    for (const auto &argument : error.arguments)
        arguments += arguments.isEmpty() ? plain(argument) : systemReason(argument);
    return translated(textOf(error), arguments);
}

} // namespace noonmark::wording
