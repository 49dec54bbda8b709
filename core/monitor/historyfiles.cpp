// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitor/historyfiles.h"

#include <QDateTime>
#include <QFile>

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::monitor {

namespace {

constexpr std::size_t MostFields = 10;
constexpr int LongestLine = 1024;
constexpr std::size_t LinesAtOnce = 4000;
constexpr double DayOfUnixEpoch = 40'587; // modified Julian
constexpr double SecondsOfDay = 86'400;

struct Fields
{
    std::array<std::string_view, MostFields> texts;
    std::size_t count = 0;
};

Fields split(std::string_view line)
{
    Fields fields;
    while (fields.count < MostFields) {
        const auto begin = line.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos)
            break;
        line.remove_prefix(begin);
        const auto end = std::min(line.find_first_of(" \t\r\n"), line.size());
        fields.texts[fields.count++] = line.substr(0, end);
        line.remove_prefix(end);
    }
    return fields;
}

std::optional<double> number(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return good ? std::optional(value) : std::nullopt;
}

std::optional<double> unixTime(const Fields &fields)
{
    const auto day = number(fields.texts[0]);
    const auto second = number(fields.texts[1]);
    const bool isDate = day && second && *day > DayOfUnixEpoch && *day < 200'000 && *second >= 0 &&
                        *second <= SecondsOfDay;
    return isDate ? std::optional((*day - DayOfUnixEpoch) * SecondsOfDay + *second) : std::nullopt;
}

// day second offset frequency jitter wander timeconstant
bool readLoop(const Fields &fields, StoredSample &sample)
{
    const auto offset = number(fields.texts[2]);
    const auto frequency = number(fields.texts[3]);
    const auto jitter = number(fields.texts[4]);
    if (!offset || !frequency || !jitter)
        return false;
    sample.values[Quantity::Offset] = *offset;
    sample.values[Quantity::Frequency] = *frequency;
    sample.values[Quantity::Jitter] = *jitter;
    return true;
}

// day second address status offset delay dispersion jitter
bool readPeer(const Fields &fields, StoredSample &sample)
{
    const auto offset = number(fields.texts[4]);
    const auto delay = number(fields.texts[5]);
    const auto dispersion = number(fields.texts[6]);
    const auto jitter = fields.count > 7 ? number(fields.texts[7]) : std::optional(0.0);
    if (!offset || !delay || !dispersion || !jitter)
        return false;
    sample.source = QString::fromUtf8(fields.texts[2].data(), static_cast<qsizetype>(fields.texts[2].size()));
    sample.values[Quantity::Offset] = *offset;
    sample.values[Quantity::Delay] = *delay;
    sample.values[Quantity::Dispersion] = *dispersion;
    sample.values[Quantity::Jitter] = *jitter;
    sample.error = *delay / 2 + *dispersion;
    return true;
}

QByteArray field(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArray();
}

// A name is the network's: quoted, and a quote in it doubled. A leading sign would be a formula to a spreadsheet.
QByteArray field(const QString &text)
{
    QString safe = text;
    safe.replace(u'"', u"\"\""_s);
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front()))
        safe.prepend(u'\'');
    return '"' + safe.toUtf8() + '"';
}

} // namespace

Imported &Imported::operator+=(const Imported &other)
{
    added += other.added;
    known += other.known;
    strange += other.strange;
    return *this;
}

std::optional<StoredSample> readStatisticsLine(std::string_view line)
{
    const Fields fields = split(line);
    if (fields.count < 5)
        return {};
    const auto at = unixTime(fields);
    if (!at)
        return {};
    StoredSample sample;
    sample.at = *at;
    const bool isLoop = number(fields.texts[2]).has_value();
    const bool good = isLoop ? readLoop(fields, sample) : fields.count >= 7 && readPeer(fields, sample);
    return good ? std::optional(std::move(sample)) : std::nullopt;
}

Result<Imported> importStatistics(HistoryStore &store, const QString &target, const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failed(Failure::FileUnreadable, {file.toStdString(), source.errorString().toStdString()});
    Imported all;
    while (!source.atEnd()) {
        std::vector<StoredSample> samples;
        while (samples.size() < LinesAtOnce && !source.atEnd()) {
            const QByteArray line = source.readLine(LongestLine);
            auto sample = readStatisticsLine({line.constData(), static_cast<std::size_t>(line.size())});
            const bool isBlank = line.trimmed().isEmpty() || line.trimmed().startsWith('#');
            all.strange += !sample && !isBlank ? 1 : 0;
            if (!sample)
                continue;
            sample->target = target;
            sample->name = sample->source;
            samples.push_back(std::move(*sample));
        }
        const Result<qint64> added = store.import(samples);
        if (!added)
            return tl::unexpected(added.error());
        all.added += *added;
        all.known += static_cast<qint64>(samples.size()) - *added;
    }
    return all;
}

Result<qint64> exportCsv(HistoryStore &store, const HistoryRange &range, QIODevice &out)
{
    out.write("time,unix,target,source,offset,jitter,delay,dispersion,reach,root-distance,frequency-ppm,"
              "uncertainty\n");
    bool written = true;
    const auto count = store.visit(range, [&out, &written](const StoredSample &sample) {
        const auto moment =
            QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(sample.at * 1000)), Qt::UTC);
        QByteArray line = moment.toString(Qt::ISODateWithMs).toLatin1() + ',' +
                          QByteArray::number(sample.at, 'f', 3) + ',' + field(sample.target) + ',' +
                          field(sample.source);
        for (std::size_t i = 0; i < QuantityCount; ++i)
            line += ',' + field(sample.values[static_cast<Quantity>(i)]);
        line += ',' + field(sample.error) + '\n';
        written = out.write(line) == line.size() && written;
    });
    if (count && !written)
        return failed(Failure::FileUnwritable, {"", out.errorString().toStdString()});
    return count;
}

} // namespace noonmark::monitor
