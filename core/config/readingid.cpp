// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/reading.h"

namespace noonmark::config {

const char *effectId(EffectKind kind)
{
    switch (kind) {
    case EffectKind::CharactersVanish:
        return "characters-vanish";
    case EffectKind::StopsAtWord:
        return "stops-at-word";
    case EffectKind::EndsTooSoon:
        return "ends-too-soon";
    case EffectKind::UnknownDirective:
        return "unknown-directive";
    case EffectKind::VoidWord:
        return "void-word";
    case EffectKind::ValueBecomes:
        return "value-becomes";
    case EffectKind::ValueIgnored:
        return "value-ignored";
    case EffectKind::LineDropped:
        return "line-dropped";
    case EffectKind::AddressUnusable:
        return "address-unusable";
    case EffectKind::NameLookedUp:
        return "name-looked-up";
    case EffectKind::ReadAsServer:
        return "read-as-server";
    case EffectKind::ChangesDefault:
        return "changes-default";
    case EffectKind::MergedWith:
        return "merged-with";
    case EffectKind::OverriddenBy:
        return "overridden-by";
    case EffectKind::OptionOverridden:
        return "option-overridden";
    case EffectKind::DuplicateOf:
        return "duplicate-of";
    case EffectKind::NoSuchClock:
        return "no-such-clock";
    case EffectKind::EndsReading:
        return "ends-reading";
    case EffectKind::EndsDaemon:
        return "ends-daemon";
    case EffectKind::EndsDaemonWithoutKeys:
        return "ends-daemon-without-keys";
    case EffectKind::HangsDaemon:
        return "hangs-daemon";
    case EffectKind::IncludesFile:
        return "includes-file";
    }
    return "";
}

const char *extentId(Extent extent)
{
    switch (extent) {
    case Extent::Empty:
        return "empty";
    case Extent::Whole:
        return "whole";
    case Extent::Prefix:
        return "prefix";
    case Extent::Nothing:
        return "nothing";
    case Extent::Unread:
        return "unread";
    }
    return "";
}

std::optional<std::size_t> lineArgument(EffectKind kind)
{
    switch (kind) {
    case EffectKind::MergedWith:
    case EffectKind::OverriddenBy:
    case EffectKind::DuplicateOf:
        return 0;
    case EffectKind::OptionOverridden:
        return 1;
    default:
        return std::nullopt;
    }
}

} // namespace noonmark::config
