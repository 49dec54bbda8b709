// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/access.h"
#include "core/config/diagnostic.h"
#include "core/config/reading.h"
#include "core/config/sourcemode.h"
#include "core/engine/observation.h"
#include "core/monitor/verdict.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace noonmark::monitor {
struct JournalEntry;
}

// Every sentence for people that window, terminal and reports share, and every number for people. All functions ask the
// translator at the moment of the call, so a caller that keeps a text must ask again when the language changes.
// What comes from the network or a file is shown as plain text: callers must not render these strings as HTML.
namespace noonmark::wording {

[[nodiscard]] QString sentence(const Error &error);
[[nodiscard]] QString sentence(const config::Diagnostic &diagnostic);
[[nodiscard]] QString label(const config::Fix &fix);                // of the button or the remedy line
[[nodiscard]] QString name(config::Severity severity);
[[nodiscard]] QString name(Dialect dialect);                        // "ntpd 4.2.8", "ntpsec 1.2", "Noonmark"
[[nodiscard]] QString names(const std::vector<Dialect> &dialects);

// "In sync with ntp1.example (192.0.2.10), stratum 3"; of a daemon that tells nothing: as much as its silence says.
[[nodiscard]] QString headline(const monitor::Verdict &verdict, const std::optional<Error> &silence);
[[nodiscard]] QString details(const monitor::Verdict &verdict);     // "off by +0.214 ms - root distance 31 ms - 4 of 4 sources good"
[[nodiscard]] QString sentence(const monitor::ReasonValue &reason);
// For the status bar and the title.
[[nodiscard]] QString shortVerdict(const monitor::Verdict &verdict, const std::optional<Error> &silence);

[[nodiscard]] QString sentence(const engine::Event &event);
[[nodiscard]] QString sentence(const monitor::JournalEntry &entry);
[[nodiscard]] QString tallySign(engine::Tally tally);               // "*"
[[nodiscard]] QString name(engine::Tally tally);                    // "system peer"
[[nodiscard]] QString explanation(engine::Tally tally);
// The "why" column: what the source is used for, or why it is not used.
[[nodiscard]] QString whyNotUsed(const engine::AssociationSnapshot &association);
// Each of them, in the order a person would ask; empty for a source that is used.
[[nodiscard]] QStringList allReasonsNotUsed(const engine::AssociationSnapshot &association);
[[nodiscard]] QString name(monitor::SourceTrouble trouble);
// The tests that the bits of `flash` say were failed, a sentence each.
[[nodiscard]] QStringList explanationsOfFlash(std::uint32_t flash);
// What the reference id of this source means: a clock, an address, a hash, or a code of trouble.
[[nodiscard]] QString explanationOfRefid(const engine::AssociationSnapshot &association);
[[nodiscard]] QString authentication(const engine::AssociationSnapshot &association); // "none", "ok", "bad"

[[nodiscard]] QString name(config::SourceMode mode);
[[nodiscard]] QString explanation(config::SourceMode mode);
[[nodiscard]] QStringList sentences(const config::AccessAnswer &answer); // may and may not, one a line
[[nodiscard]] QString sentence(const config::LineReading &reading);       // how much of the line is executed
[[nodiscard]] QString sentence(const config::Effect &effect);
[[nodiscard]] QString thatTheseMay(config::Right right);                 // head of a list: "These hosts may ...:"
[[nodiscard]] QString thatNobodyMay(config::Right right);
[[nodiscard]] QString explanationOfFlag(std::uint32_t accessFlag);
[[nodiscard]] QString explanationOfDirective(std::string_view name);    // one sentence; "" if unknown
[[nodiscard]] QString explanationOfOption(std::string_view directive, std::string_view option);

// Columns of the source table and rows of its detail, by ntpq's names ("refid", "offset" ...): head and explanation.
[[nodiscard]] QString columnHead(std::string_view ntpqName);
[[nodiscard]] QString explanationOfColumn(std::string_view ntpqName);

// Numbers. Offsets carry a sign; the unit is chosen by size (ns, us, ms, s, d) unless a fixed one is asked for, and a
// no-break space stands before it.
[[nodiscard]] QString offset(double seconds, const QLocale &locale = {});
[[nodiscard]] QString span(double seconds, const QLocale &locale = {});
[[nodiscard]] QString milliseconds(double seconds, int decimals = 3, bool sign = false, const QLocale &locale = {});
[[nodiscard]] QString frequency(double ppm, const QLocale &locale = {});
// "+12.345 ± 0.012 ppm"; without the second part where no uncertainty is told.
[[nodiscard]] QString frequency(double ppm, double uncertainty, const QLocale &locale = {});
// How well the clock is known now, and what the next update may find; empty for a daemon that does not tell.
[[nodiscard]] QString certainty(const engine::SystemSnapshot &system);
[[nodiscard]] QString when(std::optional<double> seconds);          // ntpq's "12", "5m", "2h", "-"
[[nodiscard]] QString reach(std::uint8_t reach);                    // octal, as ntpq
[[nodiscard]] QString refid(const engine::AssociationSnapshot &association);
// ntpq's `t` column: u, s, S, l, p, a, B, M or b.
[[nodiscard]] QChar typeLetter(const engine::AssociationSnapshot &association);
[[nodiscard]] QString plain(const std::string &fromOutside);        // UTF-8 or Latin-1, control characters made visible

} // namespace noonmark::wording
