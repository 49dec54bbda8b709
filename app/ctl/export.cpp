// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/terminal.h"
#include "core/config/sourcemode.h"
#include "core/export/clientkit.h"
#include "core/system/privilegedfile.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

using exports::ClientFormat;

Result<ClientFormat> formatOf(const QString &name)
{
    for (const auto format : {ClientFormat::NtpConf, ClientFormat::ChronyConf, ClientFormat::Timesyncd,
                              ClientFormat::StepTickers}) {
        if (name == exports::fileName(format))
            return format;
    }
    return noonmark::failed(
        Failure::Malformed,
        {Text::tr("\"%1\" is no format: ntp.conf, chrony.conf, timesyncd.conf or step-tickers")
             .arg(name)
             .toStdString()});
}

Result<QStringList> mastersOf(const QCommandLineParser &parser)
{
    const QStringList masters = parser.values(u"master"_s);
    if (masters.isEmpty())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("say with --master by which address or name the clients reach this master")
                 .toStdString()});
    const auto bad = std::ranges::find_if_not(masters, exports::isHost);
    if (bad != masters.end())
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("\"%1\" is neither an address nor a name").arg(*bad).toStdString()});
    return masters;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QByteArray seen;
    if (QFileInfo::exists(path)) {
        const auto old = system::readFile(path);
        if (!old)
            return tl::unexpected(old.error());
        seen = old->hash;
    }
    const auto written = system::replaceFile(path, bytes, seen);
    if (!written)
        return tl::unexpected(written.error());
    return {};
}

} // namespace

void declareExport(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"FILE"_s, Text::tr("The master's ntp.conf."));
    parser.addOption({u"master"_s,
                      Text::tr("Address or name of this master as its clients see it; may be repeated."),
                      u"HOST"_s});
    parser.addOption({u"format"_s, Text::tr("ntp.conf, chrony.conf, timesyncd.conf or step-tickers."),
                      u"FORMAT"_s, u"ntp.conf"_s});
    parser.addOption(
        {{u"o"_s, u"output"_s}, Text::tr("Write to this file instead of the terminal."), u"OUT"_s});
    parser.addOption(
        {u"dialect"_s, Text::tr("The clients' daemon: ntpd or ntpsec."), u"DAEMON"_s, u"ntpd"_s});
}

int exportFile(const QCommandLineParser &parser, const Terminal &terminal)
{
    if (const auto given = words(parser, 1, 1); !given)
        return terminal.failed(given.error());
    const auto masters = mastersOf(parser);
    if (!masters)
        return terminal.failed(masters.error());
    const auto format = formatOf(parser.value(u"format"_s));
    if (!format)
        return terminal.failed(format.error());
    const auto tree = openTree(parser);
    if (!tree)
        return terminal.failed(tree.error());

    const Dialect clients = dialectOf(parser.value(u"dialect"_s)).value_or(Dialect::Ntpd);
    const bool isIsolated =
        config::sourceModeOf(tree->whole(), tree->dialect()) == config::SourceMode::Isolated;
    const QByteArray bytes = exports::clientFile({*masters, clients, isIsolated}, *format);
    const QString out = parser.value(u"output"_s);
    if (!out.isEmpty()) {
        if (const auto written = write(out, bytes); !written)
            return terminal.failed(written.error());
    }
    if (terminal.json())
        terminal.object({{u"format"_s, exports::fileName(*format)},
                         {u"default-path"_s, exports::defaultPath(*format)},
                         {u"output"_s, out},
                         {u"text"_s, QString::fromUtf8(bytes)}});
    else if (out.isEmpty())
        terminal.bytes(bytes);
    return Good;
}

} // namespace noonmark::ctl
