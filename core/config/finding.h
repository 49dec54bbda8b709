// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

namespace noonmark::config {

// Every mistake we know, with the arguments that its sentence names. wording/ has one sentence for each,
// tests/architecture checks that none is missing. kebab-case ids for --json come from findingId().
enum class Finding : unsigned char {
    // words and characters
    UnknownDirective,       // word, nearest or ""
    DirectiveCase,          // word, lower-case form
    UnknownWord,            // word, nearest or "", directive
    WordCase,               // word, lower-case form
    SlashComment,           // text from "//" on
    GluedComment,           // the word before "#"
    GluedSlashes,           // the word before "//"
    NonAsciiDropped,        // the bytes as written, what the daemon reads
    FullWidthHash,          // -: the line becomes active
    NulByte,                // -: the daemon stops reading here
    CarriageReturnOnly,     // -: the whole file is one line
    TokenTooLong,           // length
    UnclosedQuote,          // -
    QuotedKeyword,          // word
    SpecialCharacter,       // the character
    LineContinuation,       // -
    SeveralCommands,        // -
    ShellCommand,           // word
    TemplateMarkup,         // -
    Placeholder,            // text: "10. xxx. xxx.189"
    // values
    MissingArgument,        // directive or option
    SurplusArgument,        // word, directive
    NotANumber,             // word, option
    OutOfRange,             // value, option, lowest, highest
    MinPollAboveMaxPoll,    // minpoll, maxpoll
    WrongDialect,           // word, dialects that know it
    Removed,                // word, what to use instead or ""
    KeywordAsHost,          // word: a host named like a keyword must be quoted
    DiscardHitsSources,     // minimum: longer than the 2 s between the packets of iburst
    Mode7Open,              // -: "enable mode7" while everybody may query
    NotHonoured,            // word: our engine does not act on it yet
    // addresses of restrict lines
    NotAnAddress,           // word
    PrefixNotUnderstood,    // word, mask
    PrefixOutOfRange,       // prefix length
    HostBitsBeyondMask,     // address, mask, network
    MaskMissing,            // address, mask
    MaskInvalid,            // mask
    MaskNotContiguous,      // mask, likely mask
    WildcardMask,           // mask, likely mask
    MaskFamily,             // mask, address
    MaskOnDefault,          // -
    MaskAfterFlags,         // -
    FamilyContradiction,    // "-4" or "-6", address
    FamilyAfterDefault,     // "-4" or "-6"
    FamilyWithMask,         // "-4" or "-6"
    OctalAddress,           // text, address as read
    ShortAddress,           // text, address as read
    AddressWithPort,        // text
    HostNameInRestrict,     // name
    EverybodyByName,        // "all", "any" ...
    UnspecifiedHost,        // -
    RestrictOnReferenceClock, // address
    RestrictOnMulticast,    // address
    MappedAddress,          // address
    FlagBeforeAddress,      // flag, address
    SecondAddress,          // address
    MaskAfterSlash,         // address, mask: "10.0.0.0/255.0.0.0"
    PrefixAndMask,          // prefix length, mask
    MaskOnName,             // name, mask
    AddressRange,           // text: "192.168.1.10-192.168.1.20"
    AddressWildcard,        // text, network: "192.168.1.*"
    FamilyWithSource,       // "-4" or "-6"
    PeerLimitAfterFlags,    // -: "ippeerlimit" stands behind the flags
    // flags of restrict lines, and what lines do together
    KodWithoutLimited,      // -
    NotrustNeedsKeys,       // -
    NopeerBlocksPool,       // line of the pool
    UpstreamShutOut,        // name, flag
    DefaultOpen,            // -
    QueryOpenToAll,         // -
    LoopbackShutOut,        // address
    OnlyOneFamily,          // "-4" or "-6"
    WeakerFamily,           // family, flags that are missing
    MergedEntries,          // earlier line, flags that result
    UnreachableEntry,       // earlier line
    RedundantFlags,         // flag, flags it covers
    FlagWithoutEffect,      // flag
    DangerousFlag,          // flag
    MonitorWithLimited,     // -
    SourceTemplateShutsOut, // flag in "restrict source" that shuts the sources out
    NtpPortOnDefault,       // -: "ntpport" in a default entry
    PartlyShadowed,         // range, line of the entry that is found first
    SameAsEnclosing,        // line of the enclosing entry
    // sources and the rest
    SourceTwice,            // name, earlier line
    FudgeWithoutClock,      // address
    FudgeBadAddress,        // address
    LocalClockWithUpstream, // stratum
    FewSources,             // count
    NoSource,               // -
    NoDriftFile,            // -
    FileMissing,            // path, directive
    DirectoryMissing,       // path, directive
    IncludeRelative,        // path: ntpd takes a relative path from where it runs
    IncludeTooDeep,         // most levels
    IncludeCircle,          // path: a file that is being read already
    IncludeFolder,          // path: ntpd reads nothing in a folder
    IncludeEmpty,           // path: a folder without *.conf
    IncludeUnreadable,      // path
    IncludeTooMany,         // most files that we follow
    KeysUntrusted,          // key
    DaemonEnds,             // word: the daemon exits at start
    DaemonHangs,            // word: the daemon hangs at start
    FileNameIsPath,         // word: our engine writes statistics in their directory only
    LineDropped,            // word for which the daemon drops the whole line
    NtsNotDone,             // -: our engine leaves out a source that it can not authenticate as told
    SaidAnew,               // directive, later line: only that one counts
    SwitchedOff,            // word, line that disables it
    TosContradiction,       // item, value, item that must be more, value
    PanicOff,               // -: any offset is followed
    StepOff,                // value: nothing is ever stepped
    StepLarge,              // value: the kernel does not help any more
    StatsdirPrefix,         // path without a slash at its end
    LeapFileExpired,        // path
    LogItemUnknown,         // item of logconfig
    KeyRangeEmpty,          // first, last: the first is above the last
    PeerReadAsServer,       // -
    // keys files; their arguments never hold a key
    KeyIncomplete,          // -: number, type and value are needed
    KeyLineTooLong,         // most characters
    KeyTypeUnknown,         // type
    KeyTypeWeak,            // type
    KeyNumberInvalid,       // text
    KeyTwice,               // number, earlier line
    KeyCutByHash,           // -: the value ends at a "#"
    KeyNotHexadecimal,      // most digits
    KeyOddDigits,           // -
    KeyLength,              // bytes, type, bytes wanted
    KeyMissing,             // number
    KeysReadable,           // -: others than the owner may read the file
    Last_                   // not a finding: the count
};

enum class FixKind : unsigned char {
    ReplaceWord,            // old, new
    LowerCase,              // new
    MakeComment,            // -
    InsertWord,             // word
    RemoveWord,             // word
    RemoveLine,             // -
    DisableLine,            // -
    AddLines,               // the lines
    ReplaceLine,            // new text
    SplitLine,              // -: one directive on each line
    JoinLines,              // -: the next line belongs to this one
    RemoveCharacters,       // the characters, or "" if they can not be shown
    EnableLine              // the directive that becomes active
};

// Stable for ever: "kod-without-limited".
[[nodiscard]] const char *findingId(Finding finding);
// Which argument is the number of a line of the same file.
[[nodiscard]] std::optional<std::size_t> lineArgument(Finding finding);

} // namespace noonmark::config
