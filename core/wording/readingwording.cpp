// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/text.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace noonmark::wording {
namespace {

using config::EffectKind;

struct EffectText
{
    EffectKind kind;
    const char *sentence;
};

constexpr EffectText EffectTexts[] = {
    {EffectKind::CharactersVanish,
     NOONMARK_TEXT("Characters that are not ASCII vanish; what the daemon reads is \"%1\".")},
    {EffectKind::StopsAtWord, NOONMARK_TEXT("It stops at \"%1\"; what stands behind that is lost as well.")},
    {EffectKind::EndsTooSoon, NOONMARK_TEXT("Something is missing at the end of the line.")},
    {EffectKind::UnknownDirective, NOONMARK_TEXT("\"%1\" is no directive of this daemon.")},
    {EffectKind::VoidWord, NOONMARK_TEXT("\"%1\" is accepted and has no effect.")},
    {EffectKind::ValueBecomes, NOONMARK_TEXT("The value %2 of \"%1\" becomes %3.")},
    {EffectKind::ValueIgnored, NOONMARK_TEXT("The value %2 of \"%1\" is out of range and ignored.")},
    {EffectKind::LineDropped, NOONMARK_TEXT("The whole line is dropped because of \"%1\".")},
    {EffectKind::AddressUnusable, NOONMARK_TEXT("\"%1\" can not be used here as an address.")},
    {EffectKind::NameLookedUp,
     NOONMARK_TEXT(
         "The name %1 is looked up once, at start, and the daemon waits for the answer; without one the "
         "line is dropped.")},
    {EffectKind::ReadAsServer,
     NOONMARK_TEXT("\"peer\" is read as \"server\": there are no symmetric associations.")},
    {EffectKind::ChangesDefault,
     NOONMARK_TEXT("The mask %1 of the other address family is read as zeros: the default rule is changed.")},
    {EffectKind::MergedWith,
     NOONMARK_TEXT("It makes one rule together with line %1; all flags add up: \"%2\".")},
    {EffectKind::OverriddenBy, NOONMARK_TEXT("Line %1 says it anew, and only the last one counts.")},
    {EffectKind::OptionOverridden, NOONMARK_TEXT("\"%1\" has no effect, because line %2 has the last word.")},
    {EffectKind::DuplicateOf,
     NOONMARK_TEXT("The same source stands in line %1 already; this one is ignored.")},
    {EffectKind::NoSuchClock, NOONMARK_TEXT("No line makes %1 a source, so there is nothing to adjust.")},
    {EffectKind::EndsReading, NOONMARK_TEXT("The daemon reads nothing behind this.")},
    {EffectKind::EndsDaemon, NOONMARK_TEXT("The daemon ends at start because of \"%1\".")},
    {EffectKind::EndsDaemonWithoutKeys,
     NOONMARK_TEXT("\"%1\": unless the key files for it are there, the daemon ends at start.")},
    {EffectKind::HangsDaemon,
     NOONMARK_TEXT("The daemon hangs at start and never serves, because of the \"/\" in \"%1\".")},
    {EffectKind::IncludesFile, NOONMARK_TEXT("The lines of %1 are read in this place.")},
};

} // namespace

QString sentence(const config::LineReading &reading)
{
    switch (reading.extent) {
    case config::Extent::Empty:
        return translated(NOONMARK_TEXT("There is nothing to execute."));
    case config::Extent::Whole:
        return translated(NOONMARK_TEXT("The line is executed: \"%1\"."),
                          quotable(std::vector{reading.executed}));
    case config::Extent::Prefix:
        return translated(NOONMARK_TEXT("Only its beginning is executed: \"%1\"."),
                          quotable(std::vector{reading.executed}));
    case config::Extent::Nothing:
        return translated(NOONMARK_TEXT("Nothing of the line is executed."));
    case config::Extent::Unread:
        return translated(NOONMARK_TEXT("The daemon never reads as far as this."));
    }
    return {};
}

QString sentence(const config::Effect &effect)
{
    const auto text = std::ranges::find(EffectTexts, effect.kind, &EffectText::kind);
    return text == std::end(EffectTexts) ? QString() : translated(text->sentence, quotable(effect.arguments));
}

} // namespace noonmark::wording
