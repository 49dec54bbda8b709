// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/findings.h"

#include "core/wording/text.h"

namespace noonmark::wording {
namespace {

using config::Finding;

// "the rest of the line" appears often, because both daemons execute what stands before an error and drop
// what follows.
constexpr FindingText Texts[] = {
    {Finding::UnknownDirective,
     NOONMARK_TEXT("\"%1\" is not a directive; did you mean \"%2\"? The daemon skips this line."),
     NOONMARK_TEXT("\"%1\" is not a directive: the daemon skips this line."), 1},
    {Finding::DirectiveCase,
     NOONMARK_TEXT(
         "\"%1\" must be written in lower case, \"%2\": as it stands, the daemon skips this line.")},
    {Finding::UnknownWord,
     NOONMARK_TEXT(
         "\"%3\" does not know the word \"%1\"; did you mean \"%2\"? The daemon obeys what stands before it "
         "and drops the rest of the line."),
     NOONMARK_TEXT(
         "\"%3\" does not know the word \"%1\": the daemon obeys what stands before it and drops the rest of "
         "the line."),
     1},
    {Finding::WordCase, NOONMARK_TEXT("\"%1\" must be written in lower case, \"%2\": as it stands, the "
                                      "daemon drops it and the rest of the "
                                      "line.")},
    {Finding::SlashComment, NOONMARK_TEXT("\"//\" does not start a comment in ntp.conf, \"#\" does: the "
                                          "daemon reads \"%1\" as part of the line "
                                          "and reports a syntax error.")},
    {Finding::GluedComment,
     NOONMARK_TEXT("The \"#\" glued to \"%1\" begins a comment, so the words behind it do not count. Put the comment at "
                   "the end of the line.")},
    {Finding::GluedSlashes,
     NOONMARK_TEXT("\"//\" begins no comment: glued to \"%1\", it makes one unknown word of both. Put a blank and \"#\" "
                   "between them.")},
    {Finding::NonAsciiDropped,
     NOONMARK_TEXT(
         "The daemon deletes every character that is not ASCII: instead of \"%1\" it reads \"%2\"."),
     NOONMARK_TEXT("The daemon deletes every character that is not ASCII: of \"%1\" nothing is left."), 1},
    {Finding::FullWidthHash,
     NOONMARK_TEXT(
         "The full-width \"＃\" does not start a comment: the daemon deletes it and obeys the rest of the "
         "line.")},
    {Finding::NulByte,
     NOONMARK_TEXT(
         "There is a NUL byte here: the daemon stops reading the file at this place, without a word.")},
    {Finding::CarriageReturnOnly,
     NOONMARK_TEXT(
         "The lines end in a carriage return alone: the daemon reads the whole file as one single line.")},
    {Finding::TokenTooLong, NOONMARK_TEXT("This word has %1 characters: ntpd 4.2.8p18 exits at a word of "
                                          "more than 127, other versions at more "
                                          "than 1024.")},
    {Finding::UnclosedQuote,
     NOONMARK_TEXT("The closing quotation mark is missing: the rest of the line becomes part of this word.")},
    {Finding::QuotedKeyword,
     NOONMARK_TEXT("A word in quotation marks is never a keyword: the daemon takes \"%1\" for a name.")},
    {Finding::SpecialCharacter,
     NOONMARK_TEXT(
         "\"%1\" means nothing here, words are separated by blanks: the daemon drops it and the rest of the "
         "line.")},
    {Finding::LineContinuation, NOONMARK_TEXT("A line of ntp.conf cannot be continued: the daemon obeys this "
                                              "line without what follows, and rejects "
                                              "the next one.")},
    {Finding::SeveralCommands,
     NOONMARK_TEXT(
         "One line holds one directive: the daemon obeys the first and drops the rest of the line.")},
    {Finding::ShellCommand,
     NOONMARK_TEXT(
         "\"%1\" is a command for the shell, pasted into the file by mistake: the daemon skips this line.")},
    {Finding::TemplateMarkup,
     NOONMARK_TEXT("This is the markup of a template that was never filled in: the daemon skips it.")},
    {Finding::Placeholder,
     NOONMARK_TEXT(
         "\"%1\" is a placeholder from an instruction: write the real address or name in its place.")},
    {Finding::MissingArgument,
     NOONMARK_TEXT("Something is missing behind \"%1\": as it stands, the daemon drops the line.")},
    {Finding::SurplusArgument,
     NOONMARK_TEXT("\"%2\" takes no more words: the daemon drops \"%1\" and the rest of the line.")},
    {Finding::NotANumber, NOONMARK_TEXT("\"%2\" needs a number, and \"%1\" is none.")},
    {Finding::OutOfRange,
     NOONMARK_TEXT(
         "%2 %1 is out of range: it may be %3 to %4, and the daemon takes another value or drops the line.")},
    {Finding::MinPollAboveMaxPoll,
     NOONMARK_TEXT("minpoll %1 is above maxpoll %2: the daemon silently lowers minpoll to %2.")},
    {Finding::WrongDialect, NOONMARK_TEXT("Only %2 knows \"%1\": here it is a syntax error.")},
    {Finding::Removed, NOONMARK_TEXT("\"%1\" no longer exists: use \"%2\" instead."),
     NOONMARK_TEXT("\"%1\" no longer exists and does nothing: the line can go."), 1},
    {Finding::KeywordAsHost,
     NOONMARK_TEXT(
         "\"%1\" is a keyword of ntp.conf: put it in quotation marks if it is meant as the name of a host.")},
    {Finding::DiscardHitsSources, NOONMARK_TEXT("\"limited\" holds for the replies of our own servers too: "
                                                "with \"discard minimum %1\" those of iburst, "
                                                "2 s apart, are dropped.")},
    {Finding::Mode7Open, NOONMARK_TEXT("\"enable mode7\" lets everybody ask for the list of clients, and "
                                       "attackers use the large answers to "
                                       "flood others: remove it.")},
    {Finding::NotHonoured,
     NOONMARK_TEXT(
         "Noonmark's own engine does not act on \"%1\" yet: it has an effect in ntpd and ntpsec only.")},
    {Finding::SourceTwice, NOONMARK_TEXT("%1 is already a source in line %2: the daemon ignores this line.")},
    {Finding::FudgeWithoutClock,
     NOONMARK_TEXT("There is no \"server %1\" line, so this fudge line does nothing.")},
    {Finding::FudgeBadAddress, NOONMARK_TEXT("\"fudge\" sets up reference clocks, whose addresses are "
                                             "127.127.x.x: the daemon ignores the line for "
                                             "\"%1\".")},
    {Finding::LocalClockWithUpstream, NOONMARK_TEXT("The local clock at stratum %1 competes with the "
                                                    "upstream servers: give it stratum 10 or more, so that "
                                                    "it is used only when all of them are gone.")},
    {Finding::FewSources, NOONMARK_TEXT("The number of sources is %1: three are needed to find the one that "
                                        "lies, and four to be sure even when one of them is down.")},
    {Finding::NoSource,
     NOONMARK_TEXT(
         "The file names no time source: the daemon never synchronises, and clients refuse its time.")},
    {Finding::NoDriftFile,
     NOONMARK_TEXT(
         "Without a \"driftfile\" the daemon must learn the clock's frequency anew after every start, which "
         "takes it hours.")},
    {Finding::FileMissing,
     NOONMARK_TEXT(
         "There is no file \"%1\" on this machine: the daemon logs it, goes on, and \"%2\" has no effect.")},
    {Finding::DirectoryMissing,
     NOONMARK_TEXT(
         "There is no directory \"%1\" on this machine: the daemon cannot write what \"%2\" asks for.")},
    {Finding::IncludeRelative,
     NOONMARK_TEXT(
         "ntpd looks for a relative path where it was started, as a service in \"/\": this is \"%1\".")},
    {Finding::IncludeTooDeep,
     NOONMARK_TEXT("Files are included at most %1 levels deep: the daemon logs it and skips this file. "
                   "Files that wait in the same folder count.")},
    {Finding::IncludeCircle,
     NOONMARK_TEXT("\"%1\" is being read already: the daemon reads it over and over until it is too deep.")},
    {Finding::IncludeFolder,
     NOONMARK_TEXT("\"%1\" is a folder: ntpd reads nothing of it; ntpsec would read every *.conf in it.")},
    {Finding::IncludeEmpty, NOONMARK_TEXT("The folder \"%1\" holds no *.conf: nothing is read.")},
    {Finding::IncludeUnreadable,
     NOONMARK_TEXT("\"%1\" cannot be read here: what stands in it is not known to these findings.")},
    {Finding::IncludeTooMany,
     NOONMARK_TEXT("More than %1 files are included: from here on they are not followed.")},
    {Finding::KeysUntrusted,
     NOONMARK_TEXT(
         "Key %1 is used here, but no \"trustedkey\" line trusts it: packets with it are refused.")},
    {Finding::DaemonEnds, NOONMARK_TEXT("The daemon ends at start because of \"%1\".")},
    {Finding::DaemonHangs,
     NOONMARK_TEXT("The daemon hangs at start and never serves, because of the \"/\" in \"%1\".")},
    {Finding::FileNameIsPath,
     NOONMARK_TEXT("Our engine writes statistics only in their directory: it does not use the name \"%1\", and the file "
                   "keeps its usual one.")},
    {Finding::LineDropped, NOONMARK_TEXT("The whole line is dropped because of \"%1\".")},
    {Finding::NtsNotDone,
     NOONMARK_TEXT("This source is to prove its time by NTS, which our engine does not do: rather than believing it "
                   "without proof, it does not use the source at all. Give it a \"key\", or remove \"nts\".")},
    {Finding::SaidAnew, NOONMARK_TEXT("\"%1\" is said anew in line %2, and only the last one counts: this line has no "
                                      "effect.")},
    {Finding::SwitchedOff,
     NOONMARK_TEXT("Line %2 disables \"%1\", and what is disabled stays so, wherever the line that enables it stands.")},
    {Finding::TosContradiction,
     NOONMARK_TEXT("%1 is %2 and %3 is %4, but the first must be the lower one: the daemon takes both and then "
                   "chooses among its sources wrongly.")},
    {Finding::PanicOff, NOONMARK_TEXT("With \"panic 0\" the clock follows an upstream server that is wrong by any "
                                      "amount, and a master's clients follow the clock.")},
    {Finding::StepOff,
     NOONMARK_TEXT("With \"step %1\" the clock is never stepped: to correct one second takes more than half an hour, "
                   "and the kernel's discipline is off.")},
    {Finding::StepLarge,
     NOONMARK_TEXT("A step threshold of %1 s, above 0.5 s, switches the kernel's discipline off, and smaller offsets are "
                   "corrected slowly: one second takes more than half an hour.")},
    {Finding::StatsdirPrefix, NOONMARK_TEXT("The names of the files are put right behind \"%1\": without a \"/\" at its "
                                            "end they do not lie in that directory.")},
    {Finding::LeapFileExpired,
     NOONMARK_TEXT("The leap seconds in \"%1\" have expired: the daemon says so in its log and announces none.")},
    {Finding::LogItemUnknown,
     NOONMARK_TEXT("\"logconfig\" knows no class and kind of event that are called \"%1\": the daemon ignores it, and "
                   "ntpd logs none of them at all if neither \"+\" nor \"-\" stands before it.")},
    {Finding::KeyRangeEmpty,
     NOONMARK_TEXT("A range of keys goes from the lower to the higher number: the daemon ignores (%1 ... %2).")},
    {Finding::PeerReadAsServer,
     NOONMARK_TEXT("ntpsec has no symmetric peers: it reads \"peer\" as \"server\", and the other side gets no time "
                   "from here unless it asks for it.")},
};

} // namespace

std::span<const FindingText> findingsOfWords()
{
    return Texts;
}

} // namespace noonmark::wording
