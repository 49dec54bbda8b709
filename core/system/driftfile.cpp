// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/driftfile.h"

#include "core/base/reason.h"
#include "core/system/privilegedfile.h"

#include <QList>

#include <cmath>

namespace noonmark::system {

namespace {

constexpr double Believable = 500; // ppm; ntpd's own bound

// A damaged number may be replaced; a text that is as long as this is somebody's who was named here by mistake.
constexpr qsizetype LongestDamage = 64;

} // namespace

std::optional<double> readDrift(const QString &path)
{
    const auto file = readFile(path);
    return file ? driftIn(file->bytes) : std::nullopt;
}

std::optional<double> driftIn(const QByteArray &bytes)
{
    const QByteArray first = bytes.simplified().split(' ').front();
    bool isNumber = false;
    const double ppm = first.toDouble(&isNumber);
    if (!isNumber || !(std::fabs(ppm) <= Believable)) // nan, too
        return std::nullopt;
    return ppm;
}

Result<void> writeDrift(const QString &path, double ppm)
{
    const auto before = readFile(path);
    if (before && before->bytes.size() > LongestDamage && !driftIn(before->bytes))
        return failed(Failure::FileUnwritable, {path.toStdString(), reason::SomethingElse});
    const QByteArray line = QByteArray::number(ppm, 'f', 3) + '\n';
    return overwriteFile(path, line);
}

} // namespace noonmark::system
