// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accesstable.h"
#include "core/wording/text.h"
#include "core/wording/watching.h"

namespace noonmark::wording {
namespace {

struct ProgramText
{
    const char *name;
    const char *explanation;
};

// In the order of ClientProgram.
constexpr ProgramText Programs[] = {
    {NOONMARK_TEXT("unknown"), NOONMARK_TEXT("Nothing in its packets tells which program it is.")},
    {NOONMARK_TEXT("ntpq or a monitor"),
     NOONMARK_TEXT("Mode 6: it does not ask for time but for the daemon's state.")},
    {NOONMARK_TEXT("ntpdc"), NOONMARK_TEXT("Mode 7, which nothing but the old ntpdc sends.")},
    {NOONMARK_TEXT("one of our servers"),
     NOONMARK_TEXT("Mode 4: these are answers of a server that this daemon asks.")},
    {NOONMARK_TEXT("ntpd, as a peer"),
     NOONMARK_TEXT("Symmetric mode in version 4: a \"peer\" line of ntpd or ntpsec.")},
    {NOONMARK_TEXT("Windows (w32time)"),
     NOONMARK_TEXT(
         "Symmetric mode in version 3: Windows asks so unless 0x8 stands behind the server's name.")},
    {NOONMARK_TEXT("ntpd or ntpsec"),
     NOONMARK_TEXT("Version 4 from port 123: hardly any other client asks from there.")},
    {NOONMARK_TEXT("Windows or a network device"), NOONMARK_TEXT("Version 3 from port 123.")},
    {NOONMARK_TEXT("chrony, timesyncd or SNTP"),
     NOONMARK_TEXT(
         "Version 4 from a random port: chrony, systemd-timesyncd and many others look the same from here.")},
    {NOONMARK_TEXT("asked once, by hand"),
     NOONMARK_TEXT("Few packets close together, then none: ntpdate, sntp or chronyd -q.")},
    {NOONMARK_TEXT("Android or a small device"), NOONMARK_TEXT("Version 3 from a random port.")},
    {NOONMARK_TEXT("an old device"), NOONMARK_TEXT("Version 1 or 2 of the protocol.")},
    {NOONMARK_TEXT("a broadcast server"),
     NOONMARK_TEXT("Mode 5: it sends time to everybody on the network.")},
};

const ProgramText &textOf(monitor::ClientProgram program)
{
    return Programs[std::min<std::size_t>(static_cast<std::size_t>(program), std::size(Programs) - 1)];
}

} // namespace

QString name(monitor::ClientProgram program)
{
    return translated(textOf(program).name);
}

QString explanation(monitor::ClientProgram program)
{
    return translated(textOf(program).explanation);
}

QString name(monitor::Confidence confidence)
{
    static constexpr const char *Texts[] = {NOONMARK_TEXT("no guess"), NOONMARK_TEXT("a mere guess"),
                                            NOONMARK_TEXT("likely"), NOONMARK_TEXT("quite certain")};
    return translated(
        Texts[std::min<std::size_t>(static_cast<std::size_t>(confidence), std::size(Texts) - 1)]);
}

QString name(monitor::Presence presence)
{
    static constexpr const char *Texts[] = {NOONMARK_TEXT("asks"), NOONMARK_TEXT("stopped asking"),
                                            NOONMARK_TEXT("never asked"), NOONMARK_TEXT("not in the list")};
    return translated(Texts[std::min<std::size_t>(static_cast<std::size_t>(presence), std::size(Texts) - 1)]);
}

QString modeName(std::uint8_t mode)
{
    static constexpr const char *Texts[] = {
        NOONMARK_TEXT("none"),   NOONMARK_TEXT("symmetric active"), NOONMARK_TEXT("symmetric passive"),
        NOONMARK_TEXT("client"), NOONMARK_TEXT("server"),           NOONMARK_TEXT("broadcast"),
        NOONMARK_TEXT("query"),  NOONMARK_TEXT("ntpdc query")};
    return translated(Texts[mode & 7]);
}

QString restrictionName(std::uint32_t restrictions)
{
    constexpr std::uint32_t refusing = AccessFlag::Ignore | AccessFlag::NoServe;
    if ((restrictions & refusing) != 0)
        return translated(NOONMARK_TEXT("refused"));
    const bool isLimited = (restrictions & AccessFlag::Limited) != 0;
    if (isLimited && (restrictions & AccessFlag::KissOfDeath) != 0)
        return translated(NOONMARK_TEXT("limited, and told so"));
    return isLimited ? translated(NOONMARK_TEXT("limited")) : QString();
}

} // namespace noonmark::wording
