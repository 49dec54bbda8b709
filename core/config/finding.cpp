// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/finding.h"

#include <cstddef>
#include <iterator>

namespace noonmark::config {

namespace {

// In the order of the enumeration.
constexpr const char *Ids[] = {
    "unknown-directive",
    "directive-case",
    "unknown-word",
    "word-case",
    "slash-comment",
    "glued-comment",
    "glued-slashes",
    "non-ascii-dropped",
    "full-width-hash",
    "nul-byte",
    "carriage-return-only",
    "token-too-long",
    "unclosed-quote",
    "quoted-keyword",
    "special-character",
    "line-continuation",
    "several-commands",
    "shell-command",
    "template-markup",
    "placeholder",
    "missing-argument",
    "surplus-argument",
    "not-a-number",
    "out-of-range",
    "minpoll-above-maxpoll",
    "wrong-dialect",
    "removed",
    "keyword-as-host",
    "discard-hits-sources",
    "mode7-open",
    "not-honoured",
    "not-an-address",
    "prefix-not-understood",
    "prefix-out-of-range",
    "host-bits-beyond-mask",
    "mask-missing",
    "mask-invalid",
    "mask-not-contiguous",
    "wildcard-mask",
    "mask-family",
    "mask-on-default",
    "mask-after-flags",
    "family-contradiction",
    "family-after-default",
    "family-with-mask",
    "octal-address",
    "short-address",
    "address-with-port",
    "host-name-in-restrict",
    "everybody-by-name",
    "unspecified-host",
    "restrict-on-reference-clock",
    "restrict-on-multicast",
    "mapped-address",
    "flag-before-address",
    "second-address",
    "mask-after-slash",
    "prefix-and-mask",
    "mask-on-name",
    "address-range",
    "address-wildcard",
    "family-with-source",
    "peer-limit-after-flags",
    "kod-without-limited",
    "notrust-needs-keys",
    "nopeer-blocks-pool",
    "upstream-shut-out",
    "default-open",
    "query-open-to-all",
    "loopback-shut-out",
    "only-one-family",
    "weaker-family",
    "merged-entries",
    "unreachable-entry",
    "redundant-flags",
    "flag-without-effect",
    "dangerous-flag",
    "monitor-with-limited",
    "source-template-shuts-out",
    "ntpport-on-default",
    "partly-shadowed",
    "same-as-enclosing",
    "source-twice",
    "fudge-without-clock",
    "fudge-bad-address",
    "local-clock-with-upstream",
    "few-sources",
    "no-source",
    "no-drift-file",
    "file-missing",
    "directory-missing",
    "include-relative",
    "include-too-deep",
    "include-circle",
    "include-folder",
    "include-empty",
    "include-unreadable",
    "include-too-many",
    "keys-untrusted",
    "daemon-ends",
    "daemon-hangs",
    "file-name-is-path",
    "line-dropped",
    "nts-not-done",
    "said-anew",
    "switched-off",
    "tos-contradiction",
    "panic-off",
    "step-off",
    "step-large",
    "statsdir-prefix",
    "leap-file-expired",
    "log-item-unknown",
    "key-range-empty",
    "peer-read-as-server",
    "key-incomplete",
    "key-line-too-long",
    "key-type-unknown",
    "key-type-weak",
    "key-number-invalid",
    "key-twice",
    "key-cut-by-hash",
    "key-not-hexadecimal",
    "key-odd-digits",
    "key-length",
    "key-missing",
    "keys-readable",
};

static_assert(std::size(Ids) == static_cast<std::size_t>(Finding::Last_));

} // namespace

const char *findingId(Finding finding)
{
    return finding < Finding::Last_ ? Ids[static_cast<std::size_t>(finding)] : "unknown";
}

std::optional<std::size_t> lineArgument(Finding finding)
{
    switch (finding) {
    case Finding::NopeerBlocksPool:
    case Finding::MergedEntries:
    case Finding::UnreachableEntry:
    case Finding::SameAsEnclosing:
        return 0;
    case Finding::PartlyShadowed:
    case Finding::SourceTwice:
    case Finding::SaidAnew:
    case Finding::SwitchedOff:
        return 1;
    default:
        return std::nullopt;
    }
}

} // namespace noonmark::config
