// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mistakerows.h"

#include <algorithm>
#include <fstream>

namespace noonmark::config {

namespace {

constexpr int MostFixes = 40;

std::string severityName(Severity severity)
{
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "info";
}

std::string unescaped(const std::string &line)
{
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line.compare(at, 2, "\\x") == 0 && at + 3 < line.size()) {
            text += static_cast<char>(std::stoi(line.substr(at + 2, 2), nullptr, 16));
            at += 3;
        } else {
            text += line[at];
        }
    }
    return text;
}

void addLine(std::string &text, std::string line)
{
    const bool open = line.ends_with("\\-");
    if (open)
        line.resize(line.size() - 2);
    text += unescaped(line) + (open ? "" : "\n");
}

std::string baseLines(const std::string &name)
{
    const std::string sources =
        "driftfile /var/lib/ntp/drift\nserver 192.0.2.1 iburst\nserver 192.0.2.2 iburst\n"
        "server 192.0.2.3 iburst\n";
    const std::string local = "restrict 127.0.0.1\nrestrict ::1\n";
    if (name == "sources")
        return sources;
    if (name == "local")
        return sources + local;
    if (name == "rules")
        return sources + "restrict default kod limited nomodify notrap nopeer noquery\n" +
               "restrict source nomodify notrap noquery\n" + local;
    return {};
}

const Diagnostic *firstMendable(const std::vector<Diagnostic> &findings, bool withInfo)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Diagnostic &finding) {
        return !finding.fixes.empty() && (withInfo || finding.severity != Severity::Info);
    });
    return found == findings.end() ? nullptr : &*found;
}

bool applyFirst(Document &document, Dialect dialect, bool withInfo)
{
    const std::vector<Diagnostic> findings = check(document, dialect);
    const Diagnostic *finding = firstMendable(findings, withInfo);
    if (!finding)
        return false;
    document.apply(finding->fixes.front().edits);
    return true;
}

} // namespace

std::vector<MistakeRow> readMistakeRows(const std::string &path)
{
    std::vector<MistakeRow> rows;
    std::ifstream file(path, std::ios::binary);
    const auto rest = [](const std::string &line, std::size_t from) {
        return line.size() > from ? line.substr(from) : std::string();
    };
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("== ")) {
            rows.emplace_back();
            rows.back().name = line.substr(3);
        } else if (rows.empty() || line.empty() || line.starts_with('#')) {
            continue;
        } else if (line.starts_with("dialect ")) {
            rows.back().dialect = line == "dialect ntpsec" ? Dialect::Ntpsec : Dialect::Noonmark;
        } else if (line.starts_with("base ")) {
            rows.back().base = line.substr(5);
        } else if (line.starts_with('|')) {
            addLine(rows.back().text, rest(line, 2));
        } else if (line.starts_with("> ")) {
            rows.back().findings.push_back(line.substr(2));
        } else if (line.starts_with("fix |")) {
            rows.back().fixed.push_back(unescaped(rest(line, 6)));
        } else if (line.starts_with("mended |")) {
            rows.back().mended.push_back(unescaped(rest(line, 9)));
        }
    }
    return rows;
}

std::string fileOf(const MistakeRow &row)
{
    return row.text + baseLines(row.base);
}

std::vector<std::string> listed(const Document &document, const std::vector<Diagnostic> &findings)
{
    std::vector<std::string> lines;
    for (const Diagnostic &finding : findings) {
        const auto [line, column] = document.position(finding.range.offset);
        lines.push_back(std::to_string(line) + ':' + std::to_string(column) + ' ' +
                        severityName(finding.severity) + ' ' + findingId(finding.finding));
    }
    return lines;
}

std::string afterFirstFix(const std::string &file, Dialect dialect)
{
    Document document(file);
    applyFirst(document, dialect, true);
    return document.bytes();
}

std::string afterAllFixes(const std::string &file, Dialect dialect)
{
    Document document(file);
    for (int i = 0; i < MostFixes; ++i) {
        if (!applyFirst(document, dialect, false))
            break;
    }
    return document.bytes();
}

std::vector<std::string> firstLines(const std::string &text, std::size_t count)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (lines.size() < count && from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

} // namespace noonmark::config
