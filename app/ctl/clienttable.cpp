// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/clienttable.h"

#include "app/ctl/terminal.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using monitor::MruRow;

QString address(const MruRow &row)
{
    return wording::plain(row.remote.address.toString());
}

double sinceLast(const MruRow &row, NtpTimestamp now)
{
    return std::max((now - row.last).toSeconds(), 0.0);
}

QString program(const MruRow &row)
{
    return wording::name(monitor::guessProgram(row).program);
}

// ntpq's columns; numbers rounded as it does.
QString tableRow(const MruRow &row, NtpTimestamp now)
{
    const double interval = monitor::averageInterval(row).value_or(0);
    const QString what = u"%1 %2 %3 %4 %5 %6"_s.arg(std::floor(sinceLast(row, now) + 0.5), 6, 'f', 0)
                             .arg(std::floor(interval + 0.5), 6, 'f', 0)
                             .arg(row.restrictions, 4, 16)
                             .arg(QLatin1Char(monitor::restrictionSign(row.restrictions)))
                             .arg(row.mode)
                             .arg(row.version);
    return what + u" %1 %2 %3  %4"_s.arg(row.count, 6)
                      .arg(row.remote.port, 5)
                      .arg(address(row), -39)
                      .arg(program(row));
}

QStringList cells(const MruRow &row, NtpTimestamp now)
{
    const auto interval = monitor::averageInterval(row);
    return {address(row),
            QString::number(row.remote.port),
            QString::number(row.mode),
            QString::number(row.version),
            QString::number(row.count),
            interval ? QString::number(*interval, 'f', 3) : QString(),
            QString::number(sinceLast(row, now), 'f', 3),
            u"0x%1"_s.arg(row.restrictions, 0, 16),
            row.dropped ? QString::number(*row.dropped) : QString(),
            program(row)};
}

const QStringList &cellHeads()
{
    static const QStringList Heads = {u"address"_s, u"port"_s,     u"mode"_s,       u"version"_s,
                                      u"count"_s,   u"interval"_s, u"since_last"_s, u"restrictions"_s,
                                      u"dropped"_s, u"program"_s};
    return Heads;
}

QString joined(QStringList cells, ClientForm form)
{
    if (form == ClientForm::Tab)
        return cells.join(u'\t');
    for (QString &cell : cells)
        if (cell.contains(u',') || cell.contains(u'"'))
            cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cells.join(u',');
}

using Less = std::function<bool(const MruRow &, const MruRow &)>;

template <typename Value> Less by(Value value)
{
    return [value](const MruRow &a, const MruRow &b) { return value(a) < value(b); };
}

// The order of a key, the most telling rows first; nothing for a word that is none.
Less orderOf(const QString &key, NtpTimestamp now)
{
    if (key == u"last"_s)
        return by([now](const MruRow &row) { return sinceLast(row, now); });
    if (key == u"count"_s)
        return by([](const MruRow &row) { return -static_cast<double>(row.count); });
    if (key == u"rate"_s)
        return by([](const MruRow &row) { return monitor::averageInterval(row).value_or(HUGE_VAL); });
    if (key == u"address"_s)
        return by([](const MruRow &row) { return row.remote.address; });
    if (key == u"mode"_s)
        return by([](const MruRow &row) { return row.mode; });
    if (key == u"version"_s)
        return by([](const MruRow &row) { return row.version; });
    if (key == u"dropped"_s)
        return by([](const MruRow &row) { return -static_cast<double>(row.dropped.value_or(0)); });
    return {};
}

} // namespace

Result<ClientWish> clientWish(const QCommandLineParser &parser)
{
    ClientWish wish;
    wish.key = parser.value(u"sort"_s);
    wish.isReversed = wish.key.startsWith(u'-');
    if (wish.isReversed)
        wish.key.remove(0, 1);
    if (!orderOf(wish.key, {}))
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("there is no order by \"%1\"").arg(wish.key).toStdString()});
    wish.filter = parser.value(u"filter"_s);
    wish.limit = parser.value(u"limit"_s).toUInt();
    if (parser.isSet(u"csv"_s))
        wish.form = ClientForm::Comma;
    else if (parser.isSet(u"tsv"_s))
        wish.form = ClientForm::Tab;
    return wish;
}

std::vector<MruRow> chosenClients(std::vector<MruRow> rows, NtpTimestamp now, const ClientWish &wish)
{
    if (!wish.filter.isEmpty())
        std::erase_if(rows, [&](const MruRow &row) {
            return !address(row).contains(wish.filter, Qt::CaseInsensitive) &&
                   !program(row).contains(wish.filter, Qt::CaseInsensitive);
        });
    std::ranges::stable_sort(rows, orderOf(wish.key, now));
    if (wish.isReversed)
        std::ranges::reverse(rows);
    if (wish.limit > 0 && rows.size() > wish.limit)
        rows.resize(wish.limit);
    return rows;
}

QStringList clientTable(const std::vector<MruRow> &rows, NtpTimestamp now, ClientForm form)
{
    QStringList lines;
    if (form == ClientForm::Table)
        lines = {u"lstint avgint rstr r m v  count rport remote address                          program"_s,
                 QString(78, u'=')};
    else
        lines = {joined(cellHeads(), form)};
    for (const MruRow &row : rows)
        lines += form == ClientForm::Table ? tableRow(row, now) : joined(cells(row, now), form);
    return lines;
}

QJsonObject clientObject(const MruRow &row, NtpTimestamp now)
{
    const auto interval = monitor::averageInterval(row);
    const monitor::ClientGuess guess = monitor::guessProgram(row);
    return {{u"address"_s, address(row)},
            {u"port"_s, row.remote.port},
            {u"mode"_s, row.mode},
            {u"version"_s, row.version},
            {u"count"_s, static_cast<qint64>(row.count)},
            {u"interval-seconds"_s, interval ? QJsonValue(*interval) : QJsonValue()},
            {u"since-last-seconds"_s, sinceLast(row, now)},
            {u"restrictions"_s, static_cast<qint64>(row.restrictions)},
            {u"restricted"_s, QString(QLatin1Char(monitor::restrictionSign(row.restrictions)))},
            {u"dropped"_s, row.dropped ? QJsonValue(static_cast<qint64>(*row.dropped)) : QJsonValue()},
            {u"program"_s, wording::name(guess.program)},
            {u"confidence"_s, wording::name(guess.confidence)},
            {u"evidence"_s, wording::explanation(guess.program)}};
}

} // namespace noonmark::ctl
