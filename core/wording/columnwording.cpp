// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace noonmark::wording {
namespace {

struct ColumnText
{
    std::string_view name;
    const char *head;
    const char *explanation;
};

// Columns of `ntpq -p`, variables of one association, variables of the system; plus those that only we show.
constexpr ColumnText Columns[] = {
    {"tally", NOONMARK_TEXT("Sign"),
     NOONMARK_TEXT("What the source is used for: * followed, + combined, x wrong, - farther "
                   "off, blank not usable.")},
    {"remote", NOONMARK_TEXT("Remote"), NOONMARK_TEXT("Name or address of the source.")},
    {"refid", NOONMARK_TEXT("Reference ID"),
     NOONMARK_TEXT("What the source itself follows: an address, or a code such as .GPS. or .LOCL.; .INIT. "
                   "means that it "
                   "has not answered yet, .STEP. that its clock was just set.")},
    {"st", NOONMARK_TEXT("Stratum"),
     NOONMARK_TEXT("Distance of the source from a reference clock, 1 to 15; 16 means "
                   "not synchronised.")},
    {"stratum", NOONMARK_TEXT("Stratum"),
     NOONMARK_TEXT("Distance from a reference clock, 1 to 15; 16 means not "
                   "synchronised.")},
    {"t", NOONMARK_TEXT("Type"),
     NOONMARK_TEXT("u asked directly, l local clock, s symmetric, p pool, b broadcast, "
                   "m multicast.")},
    {"when", NOONMARK_TEXT("Last packet"),
     NOONMARK_TEXT("Time since the last packet from this source was received, in "
                   "seconds unless m, h or d stands behind it; it is not the time "
                   "of the last correction.")},
    {"poll", NOONMARK_TEXT("Poll, s"),
     NOONMARK_TEXT("Seconds between two questions to this source, a power of two; a "
                   "longer interval is a sign of a calm clock.")},
    {"reach", NOONMARK_TEXT("Reach"),
     NOONMARK_TEXT("The last eight questions in octal, the newest on the right: 377 means "
                   "that all eight were answered. It is no counter.")},
    {"delay", NOONMARK_TEXT("Delay, ms"),
     NOONMARK_TEXT("Time that a question and its answer are on the way together.")},
    {"offset", NOONMARK_TEXT("Offset, ms"),
     NOONMARK_TEXT("Time of the source minus ours: positive means that our clock is "
                   "slow.")},
    {"jitter", NOONMARK_TEXT("Jitter, ms"),
     NOONMARK_TEXT("How much the latest offsets of this source differ from each "
                   "other. It has nothing to do with the hardware clock.")},
    {"why", NOONMARK_TEXT("Use"), NOONMARK_TEXT("What the source is used for, or why it is not used.")},
    {"auth", NOONMARK_TEXT("Authentication"),
     NOONMARK_TEXT("Whether its packets carry a valid key: none, ok or bad.")},
    {"associd", NOONMARK_TEXT("Association ID"),
     NOONMARK_TEXT("The daemon's number for this source; it changes when the "
                   "daemon restarts.")},
    {"sent", NOONMARK_TEXT("Sent"), NOONMARK_TEXT("How many questions this source was sent.")},
    {"received", NOONMARK_TEXT("Accepted"),
     NOONMARK_TEXT("How many of its packets were accepted as answers.")},
    {"bogusorg", NOONMARK_TEXT("Bogus"),
     NOONMARK_TEXT("How many of its packets did not belong to a question of ours: late, doubled or forged.")},
    {"badauth", NOONMARK_TEXT("Badly signed"),
     NOONMARK_TEXT("How many of its packets lacked the signature that its key asks for.")},
    {"prefer", NOONMARK_TEXT("Options"),
     NOONMARK_TEXT("What the configuration says about this source beyond its name.")},
    {"kiss", NOONMARK_TEXT("Kiss-o'-death"),
     NOONMARK_TEXT("The last code by which it told us to slow down or to go away.")},
    {"dispersion", NOONMARK_TEXT("Dispersion, ms"),
     NOONMARK_TEXT("The error that may have grown since the measurement.")},
    {"rootdist", NOONMARK_TEXT("Root distance, ms"),
     NOONMARK_TEXT("The largest error that the time can have, down to the "
                   "reference clock: a source beyond the limit is not used.")},
    {"rootdelay", NOONMARK_TEXT("Root delay, ms"),
     NOONMARK_TEXT("Sum of the delays down to the reference clock.")},
    {"rootdisp", NOONMARK_TEXT("Root dispersion, ms"),
     NOONMARK_TEXT("Sum of the dispersions down to the reference clock.")},
    {"leap", NOONMARK_TEXT("Leap indicator"),
     NOONMARK_TEXT("0 no leap second, 1 one to insert, 2 one to delete at the end "
                   "of the month, 3 not synchronised.")},
    {"precision", NOONMARK_TEXT("Precision"),
     NOONMARK_TEXT("How finely the clock can be read, as a power of two of a "
                   "second: -20 is about one microsecond.")},
    {"reftime", NOONMARK_TEXT("Reference time"), NOONMARK_TEXT("When the clock was last corrected.")},
    {"clock", NOONMARK_TEXT("Clock"), NOONMARK_TEXT("The time that the daemon serves.")},
    {"peer", NOONMARK_TEXT("System peer"),
     NOONMARK_TEXT("Association ID of the source that is followed, 0 if none.")},
    {"tc", NOONMARK_TEXT("Time constant"),
     NOONMARK_TEXT("How calmly the clock is steered, as a power of two of seconds.")},
    {"mintc", NOONMARK_TEXT("Smallest time constant"),
     NOONMARK_TEXT("The smallest time constant that the daemon uses.")},
    {"frequency", NOONMARK_TEXT("Frequency"),
     NOONMARK_TEXT("How fast or slow this machine's oscillator runs, in millionths; "
                   "the drift file keeps it across restarts. It says nothing "
                   "about delays to a server.")},
    {"sys_jitter", NOONMARK_TEXT("System jitter"),
     NOONMARK_TEXT("How much the sources in use differ from each other.")},
    {"clk_jitter", NOONMARK_TEXT("Clock jitter"),
     NOONMARK_TEXT("How much the clock's offset differs from one correction to "
                   "the next.")},
    {"clk_wander", NOONMARK_TEXT("Clock wander"),
     NOONMARK_TEXT("How much the clock's frequency changes, in millionths.")},
    {"nm_uncertainty", NOONMARK_TEXT("Uncertainty of the offset"),
     NOONMARK_TEXT("How well the offset of the clock is known: one standard deviation, in milliseconds.")},
    {"nm_frequency_uncertainty", NOONMARK_TEXT("Uncertainty of the frequency"),
     NOONMARK_TEXT("How well the frequency of the clock is known: one standard deviation, in millionths.")},
    {"nm_expected_error", NOONMARK_TEXT("Expected error"),
     NOONMARK_TEXT("The error that the next update is expected to find: one standard deviation, in milliseconds.")},
    {"nm_key", NOONMARK_TEXT("State of the key"),
     NOONMARK_TEXT("0: the source has no key; 1: its key is ready; 2: its key is not trusted; 3: its key is not in the keys "
                   "file. With 2 and 3 it is not asked.")},
    {"nts_ke_serves_good", NOONMARK_TEXT("NTS key exchanges"),
     NOONMARK_TEXT("Key exchanges for network time security that were served.")},
    {"nts_ke_serves_bad", NOONMARK_TEXT("Failed NTS key exchanges"),
     NOONMARK_TEXT("Key exchanges for network time security that failed after the connection was encrypted.")},
    {"nts_ke_serves_nossl", NOONMARK_TEXT("NTS connections without TLS"),
     NOONMARK_TEXT("Connections for a key exchange that never became encrypted: scanners, mostly.")},
    {"nts_ke_serves_good_wall", NOONMARK_TEXT("Time of NTS key exchanges"),
     NOONMARK_TEXT("Seconds that the served key exchanges took, waiting included.")},
    {"nts_ke_serves_bad_wall", NOONMARK_TEXT("Time of failed NTS key exchanges"),
     NOONMARK_TEXT("Seconds that the failed key exchanges took, waiting included.")},
    {"nts_ke_serves_nossl_wall", NOONMARK_TEXT("Time of NTS connections without TLS"),
     NOONMARK_TEXT("Seconds that connections took which never became encrypted, waiting included.")},
    {"nts_ke_serves_good_cpu", NOONMARK_TEXT("Work of NTS key exchanges"),
     NOONMARK_TEXT("Seconds that the processor worked for the served key exchanges.")},
    {"nts_ke_serves_bad_cpu", NOONMARK_TEXT("Work of failed NTS key exchanges"),
     NOONMARK_TEXT("Seconds that the processor worked for the failed key exchanges.")},
    {"nts_ke_serves_nossl_cpu", NOONMARK_TEXT("Work of NTS connections without TLS"),
     NOONMARK_TEXT("Seconds that the processor worked for connections which never became encrypted.")},
    {"mssntp_serves", NOONMARK_TEXT("MS-SNTP requests"),
     NOONMARK_TEXT("Requests of Windows domain members that ask for a signature by the domain controller.")},
    {"mssntp_serves_no", NOONMARK_TEXT("MS-SNTP not permitted"),
     NOONMARK_TEXT("Requests of domain members that no \"restrict\" line with \"mssntp\" admits.")},
    {"mssntp_serves_err", NOONMARK_TEXT("MS-SNTP without signer"),
     NOONMARK_TEXT("Requests of domain members for which the signing service could not be reached.")},
    {"mssntp_serves_good", NOONMARK_TEXT("MS-SNTP signed"),
     NOONMARK_TEXT("Requests of domain members that were answered with a signature.")},
    {"mssntp_serves_bad", NOONMARK_TEXT("MS-SNTP refused"),
     NOONMARK_TEXT("Requests of domain members that the signing service refused to sign.")},
    {"mssntp_serves_good_wall", NOONMARK_TEXT("Time of MS-SNTP signing"),
     NOONMARK_TEXT("Seconds that signing took, waiting included.")},
    {"mssntp_serves_bad_wall", NOONMARK_TEXT("Time of MS-SNTP refusals"),
     NOONMARK_TEXT("Seconds that refused requests took, waiting included.")},
    {"mssntp_serves_good_slowest", NOONMARK_TEXT("Slowest MS-SNTP signing"),
     NOONMARK_TEXT("Seconds that the slowest signing took.")},
    {"mssntp_serves_bad_slowest", NOONMARK_TEXT("Slowest MS-SNTP refusal"),
     NOONMARK_TEXT("Seconds that the slowest refused request took.")},
    {"srcadr", NOONMARK_TEXT("Source address"), NOONMARK_TEXT("Address of the source.")},
    {"srcport", NOONMARK_TEXT("Source port"), NOONMARK_TEXT("UDP port of the source.")},
    {"dstadr", NOONMARK_TEXT("Local address"), NOONMARK_TEXT("Our address from which the source is asked.")},
    {"dstport", NOONMARK_TEXT("Local port"), NOONMARK_TEXT("Our UDP port from which the source is asked.")},
    {"hmode", NOONMARK_TEXT("Our mode"), NOONMARK_TEXT("The mode in which we ask: 3 is client.")},
    {"pmode", NOONMARK_TEXT("Its mode"), NOONMARK_TEXT("The mode in which it answers: 4 is server.")},
    {"hpoll", NOONMARK_TEXT("Our poll exponent"),
     NOONMARK_TEXT("The interval that we chose, as a power of two of seconds.")},
    {"ppoll", NOONMARK_TEXT("Its poll exponent"),
     NOONMARK_TEXT("The interval that its last packet named, as a power of two "
                   "of seconds.")},
    {"headway", NOONMARK_TEXT("Headway"),
     NOONMARK_TEXT("How much of the allowed rate of questions is used up.")},
    {"flash", NOONMARK_TEXT("Flash"),
     NOONMARK_TEXT("The tests that its last packet failed, one bit each; 0 is good.")},
    {"keyid", NOONMARK_TEXT("Key number"),
     NOONMARK_TEXT("Number of the key that signs its packets, 0 if none.")},
    {"unreach", NOONMARK_TEXT("Unanswered in a row"),
     NOONMARK_TEXT("How many questions in a row went unanswered.")},
    {"rec", NOONMARK_TEXT("Last received"),
     NOONMARK_TEXT("When the last packet of this source was received.")},
    {"xmt", NOONMARK_TEXT("Last sent"), NOONMARK_TEXT("When the last question was sent.")},
    {"xleave", NOONMARK_TEXT("Interleave delay"),
     NOONMARK_TEXT("Time that a packet waits inside this machine before it "
                   "leaves.")},
    {"bias", NOONMARK_TEXT("Bias"),
     NOONMARK_TEXT("A fixed correction that the configuration adds to its offset.")},
    {"filtdelay", NOONMARK_TEXT("Last delays, ms"),
     NOONMARK_TEXT("Delays of the last eight measurements, the newest first.")},
    {"filtoffset", NOONMARK_TEXT("Last offsets, ms"),
     NOONMARK_TEXT("Offsets of the last eight measurements, the newest first.")},
    {"filtdisp", NOONMARK_TEXT("Last dispersions, ms"),
     NOONMARK_TEXT("Dispersions of the last eight measurements, the newest "
                   "first.")},
    {"srchost", NOONMARK_TEXT("Configured name"),
     NOONMARK_TEXT("The name by which the configuration calls the source.")},
    {"org", NOONMARK_TEXT("Origin time"),
     NOONMARK_TEXT("The time stamp in its last packet that tells which question it answers.")},
    {"ttl", NOONMARK_TEXT("Reach of groups"),
     NOONMARK_TEXT("How many routers questions to a group may cross; for a reference clock its \"mode\".")},
    {"mode", NOONMARK_TEXT("Mode of the clock"),
     NOONMARK_TEXT("The option \"mode\" of a reference clock: its driver says what the number means.")},
    {"ntscookies", NOONMARK_TEXT("NTS cookies"),
     NOONMARK_TEXT(
         "How many more questions can be asked by NTS before new cookies are needed; -1: NTS is not "
         "used.")},
    {"clock.type", NOONMARK_TEXT("Driver number"),
     NOONMARK_TEXT("The number of the driver, as in its address 127.127.TYPE.UNIT.")},
    {"clock.name", NOONMARK_TEXT("Driver"), NOONMARK_TEXT("The name of the driver.")},
    {"clock.device", NOONMARK_TEXT("Device"), NOONMARK_TEXT("What the driver reads, in its own words.")},
    {"clock.timecode", NOONMARK_TEXT("Time code"),
     NOONMARK_TEXT("The clock's last message, as it arrived; empty if it sends none.")},
    {"clock.poll", NOONMARK_TEXT("Asked"), NOONMARK_TEXT("How often the driver asked the clock.")},
    {"clock.noreply", NOONMARK_TEXT("Without reply"),
     NOONMARK_TEXT("How often the clock did not answer: is it connected, and switched on?")},
    {"clock.badformat", NOONMARK_TEXT("Unreadable"),
     NOONMARK_TEXT(
         "How many of its messages could not be read: is it the right driver, and the right speed?")},
    {"clock.baddata", NOONMARK_TEXT("Senseless"),
     NOONMARK_TEXT("How many of its messages could be read, but cannot be true.")},
    {"clock.fudgetime1", NOONMARK_TEXT("time1, ms"),
     NOONMARK_TEXT("What \"fudge time1\" adds to the clock's time, to make up for the way of its signal.")},
    {"clock.fudgetime2", NOONMARK_TEXT("time2, ms"),
     NOONMARK_TEXT("The second number of \"fudge\": its driver says what it means.")},
    {"clock.stratum", NOONMARK_TEXT("Stratum of the clock"),
     NOONMARK_TEXT("The stratum that \"fudge stratum\" or the driver gives to the clock itself.")},
    {"clock.refid", NOONMARK_TEXT("Code of the clock"),
     NOONMARK_TEXT(
         "The letters that others see as its reference ID, from \"fudge refid\" or the driver; ntpd "
         "may print them as an address.")},
    {"clock.flags", NOONMARK_TEXT("Flags"),
     NOONMARK_TEXT("The flags of \"fudge\" as one number: flag1 counts 1, flag2 2, flag3 4, flag4 8.")},
    {"version", NOONMARK_TEXT("Version"), NOONMARK_TEXT("The daemon's name and version.")},
    {"processor", NOONMARK_TEXT("Processor"), NOONMARK_TEXT("The processor that the daemon runs on.")},
    {"system", NOONMARK_TEXT("System"), NOONMARK_TEXT("The operating system that the daemon runs on.")},
    {"tai", NOONMARK_TEXT("TAI offset"),
     NOONMARK_TEXT("Seconds by which atomic time is ahead of UTC, from the leap-seconds "
                   "file.")},
    {"leapsec", NOONMARK_TEXT("Last leap second"),
     NOONMARK_TEXT("Date of the last leap second that the leap-seconds file "
                   "knows.")},
    {"expire", NOONMARK_TEXT("Leap file expires"),
     NOONMARK_TEXT("Date from which the leap-seconds file is out of date.")},
};

const ColumnText *find(std::string_view name)
{
    const auto found = std::ranges::find(Columns, name, &ColumnText::name);
    return found == std::end(Columns) ? nullptr : found;
}

} // namespace

QString columnHead(std::string_view ntpqName)
{
    const ColumnText *column = find(ntpqName);
    return column ? translated(column->head) : quotable(std::string(ntpqName));
}

QString explanationOfColumn(std::string_view ntpqName)
{
    const ColumnText *column = find(ntpqName);
    return column ? translated(column->explanation) : QString();
}

} // namespace noonmark::wording
