// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/statisticsfiles.h"

#include "core/system/appending.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace noonmark::system {

namespace {

constexpr std::int64_t Day = 86'400;

std::string dated(const char *format, const std::tm &date)
{
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), format, &date);
    return text.data();
}

Error unwritable(const std::string &path, int number)
{
    if (number == EACCES || number == EPERM)
        return {Failure::NotPermitted, {path}};
    return {Failure::FileUnwritable, {path, std::strerror(number)}};
}

std::size_t indexOf(Statistic statistic)
{
    return static_cast<std::size_t>(statistic);
}

} // namespace

StatisticsFiles::StatisticsFiles(Tell tell)
    : m_tell(std::move(tell))
{}

StatisticsFiles::~StatisticsFiles()
{
    reopen();
}

void StatisticsFiles::follow(const StatisticsPlan &plan)
{
    for (std::size_t i = 0; i < StatisticCount; ++i) {
        if (plan.prefix != m_plan.prefix || plan.files[i] != m_plan.files[i] || !plan.isEnabled)
            close(m_open[i]);
    }
    m_plan = plan;
}

void StatisticsFiles::reopen()
{
    for (Open &file : m_open)
        close(file);
}

bool StatisticsFiles::wants(Statistic statistic) const
{
    return m_plan.isEnabled && m_plan.of(statistic).isEnabled;
}

void StatisticsFiles::write(Statistic statistic, std::int64_t unixSeconds, std::string_view line)
{
    if (!wants(statistic))
        return;
    const std::string path = pathAt(statistic, unixSeconds);
    const Open &open = m_open[indexOf(statistic)];
    Result<void> result;
    if (open.descriptor < 0 || open.path != path)
        result = this->open(statistic, path);
    if (result) {
        if (const int error = appendLine(open.descriptor, std::string(line) + '\n'); error != 0)
            result = tl::unexpected(unwritable(path, error));
    }
    state(statistic, path, result);
}

void StatisticsFiles::tryAll(std::int64_t unixSeconds)
{
    for (std::size_t i = 0; i < StatisticCount; ++i) {
        const auto statistic = static_cast<Statistic>(i);
        if (!wants(statistic) || m_open[i].descriptor >= 0)
            continue;
        const std::string path = pathAt(statistic, unixSeconds);
        if (const auto opened = open(statistic, path); !opened) // that it takes lines again is known when it does
            state(statistic, path, opened);
    }
}

std::string StatisticsFiles::pathAt(Statistic statistic, std::int64_t unixSeconds)
{
    if (m_start == 0)
        m_start = unixSeconds;
    return m_plan.prefix + generationName(m_plan.of(statistic), unixSeconds, unixSeconds - m_start);
}

std::string StatisticsFiles::generationName(const StatisticsFile &file, std::int64_t unixSeconds,
                                            std::int64_t age)
{
    const std::time_t seconds = unixSeconds;
    std::tm date{};
    gmtime_r(&seconds, &date);
    switch (file.every) {
    case Generation::None:
        return file.name;
    case Generation::Pid:
        return file.name + ".#" + std::to_string(getpid());
    case Generation::Day:
        return file.name + dated(".%Y%m%d", date);
    case Generation::Week:
        return file.name + dated(".%Gw%V", date);
    case Generation::Month:
        return file.name + dated(".%Y%m", date);
    case Generation::Year:
        return file.name + dated(".%Y", date);
    case Generation::Age:
        break;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), ".a%08lld", static_cast<long long>(age - age % Day));
    return file.name + text.data();
}

Result<void> StatisticsFiles::open(Statistic statistic, const std::string &path)
{
    Open &file = m_open[indexOf(statistic)];
    close(file);
    file.path = path;
    file.descriptor = openToAppend(path);
    if (file.descriptor < 0)
        return tl::unexpected(unwritable(path, errno));
    link(m_plan.of(statistic), path);
    return {};
}

// As ntpd: a link of an earlier generation goes, a file that is none is kept under another name.
void StatisticsFiles::link(const StatisticsFile &file, const std::string &path)
{
    const std::string plain = m_plan.prefix + file.name;
    if (!file.hasLink || plain == path)
        return;
    struct stat facts{};
    if (lstat(plain.c_str(), &facts) == 0) {
        if (!S_ISREG(facts.st_mode))
            return;
        const std::string aside = plain + '.' + std::to_string(getpid()) + 'C' + std::to_string(m_saved++);
        if (facts.st_nlink > 1)
            unlink(plain.c_str());
        else
            rename(plain.c_str(), aside.c_str());
    }
    if (::link(path.c_str(), plain.c_str()) != 0)
        return; // a file system without links: the generation itself is what counts
}

void StatisticsFiles::close(Open &file)
{
    if (file.descriptor >= 0)
        ::close(std::exchange(file.descriptor, -1));
}

void StatisticsFiles::state(Statistic statistic, const std::string &path, const Result<void> &result)
{
    Open &file = m_open[indexOf(statistic)];
    if (!result)
        close(file); // what failed may be the descriptor: a file system that came back, a folder that was made
    if (file.isBroken == !result)
        return;
    file.isBroken = !result;
    m_tell(statistic, path, result);
}

} // namespace noonmark::system
