// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/access.h"
#include "core/config/accessranges.h"
#include "core/config/check.h"
#include "core/config/edits.h"
#include "core/config/reading.h"
#include "tests/bench/parsing/largefile.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>

using namespace noonmark;
using namespace noonmark::config;
using noonmark::bench::largeFile;

// parsing [LINES]: how long the processor works on a file of that many lines until it is read, checked and
// analysed. With the environment's NOONMARK_BENCH_LIMIT (seconds for all of it) it fails when it is slower.
// parsing LINES FILE writes that file, for other readers to be measured.
namespace {

double timed(const char *what, int lines, const std::function<void()> &work)
{
    const std::clock_t start = std::clock();
    work();
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%-28s %8.3f s  %10.0f lines/s\n", what, seconds, lines / seconds);
    return seconds;
}

} // namespace

int main(int argc, char *argv[])
{
    const int lines = argc > 1 ? std::atoi(argv[1]) : 100000;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::string text = largeFile(lines);
    if (argc > 2)
        return std::ofstream(argv[2]) << text ? 0 : 1;
    Document document;
    double total = timed("read", lines, [&] { document = Document(text); });
    std::size_t found = 0;
    total += timed("check", lines, [&] { found = check(document, Dialect::Ntpd).size(); });
    AccessTable table;
    total += timed("access table", lines, [&] { table = accessTable(document, Dialect::Ntpd); });
    std::size_t ranges = 0;
    total +=
        timed("who may query", lines, [&] { ranges = rangesThatMay(table, Right::Query).ranges.size(); });
    total += timed("what a daemon does with it", lines,
                   [&] { static_cast<void>(readings(document, Dialect::Ntpd)); });
    std::printf("%-28s %8.3f s  %10.0f lines/s  (%zu findings, %zu entries, %zu ranges)\n", "together", total,
                lines / total, found, table.entries(Family::V4).size(), ranges);

    timed("a key stroke", lines, [&] {
        static_cast<void>(document.apply({{{document.bytes().size() / 2, 0}, "x"}}));
    });
    const char *limit = std::getenv("NOONMARK_BENCH_LIMIT");
    return limit && total > std::atof(limit) ? 1 : 0;
}
