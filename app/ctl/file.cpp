// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/file.h"

#include "app/ctl/terminal.h"
#include "core/config/check.h"
#include "core/export/textdiff.h"
#include "core/system/diskfiles.h"
#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {

void declareFile(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"FILE"_s, Text::tr("An ntp.conf."));
}

void declareDialect(QCommandLineParser &parser)
{
    parser.addOption(
        {u"dialect"_s,
         Text::tr(
             "The daemon that reads the file: ntpd, ntpsec or noonmark; without it, the file's own words "
             "decide."),
         u"DAEMON"_s});
}

Result<QStringList> words(const QCommandLineParser &parser, int least, int most)
{
    const QStringList given = parser.positionalArguments().mid(1);
    if (given.size() < least)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("an argument is missing, see --help").toStdString()});
    if (given.size() > most)
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("\"%1\" is one argument too many, see --help").arg(given[most]).toStdString()});
    return given;
}

Result<File> openFile(const QCommandLineParser &parser)
{
    return openFile(parser.positionalArguments().value(1), parser);
}

Result<File> openFile(const QString &path, const QCommandLineParser &parser)
{
    File file;
    file.path = path;
    auto contents = system::readFile(file.path);
    if (!contents)
        return tl::unexpected(contents.error());
    file.bytes = contents->bytes;
    file.hash = contents->hash;
    file.document = config::Document(file.bytes.toStdString());
    if (!parser.isSet(u"dialect"_s)) {
        file.dialect = config::guessDialect(file.document);
        return file;
    }
    const QString wish = parser.value(u"dialect"_s);
    const auto dialect = dialectOf(wish);
    if (!dialect)
        return noonmark::failed(
            Failure::Malformed,
            {Text::tr("\"%1\" is no dialect: ntpd, ntpsec or noonmark").arg(wish).toStdString()});
    file.dialect = *dialect;
    return file;
}

Result<config::FileTree> openTree(const QCommandLineParser &parser, bool follows)
{
    return openFile(parser).map([follows](File file) {
        return config::FileTree(file.path.toStdString(), std::move(file.document), file.dialect,
                                follows ? system::diskReader() : config::PathReader());
    });
}

Result<QByteArray> writeChanged(const std::vector<config::TreeFile> &before,
                                const std::vector<config::TreeFile> &now, bool onlyShow)
{
    QByteArray diff;
    for (const config::TreeFile &old : before) {
        const auto changed = std::ranges::find(now, old.path, &config::TreeFile::path);
        if (changed == now.end() || changed->document == old.document)
            continue;
        const QString path = QString::fromStdString(old.path);
        const QByteArray oldBytes = QByteArray::fromStdString(old.document.bytes());
        const QByteArray bytes = QByteArray::fromStdString(changed->document.bytes());
        diff += exports::unifiedDiff(oldBytes, bytes, path.toUtf8(), path.toUtf8());
        if (onlyShow)
            continue;
        const auto written = system::replaceFile(path, bytes, system::hashOf(oldBytes));
        if (!written)
            return tl::unexpected(written.error());
    }
    return diff;
}

QString textOfLine(const config::Document &document, int number)
{
    constexpr std::size_t LongestLine = 240;
    const auto &lines = document.lines();
    const auto index = static_cast<std::size_t>(number - 1);
    if (index >= lines.size())
        return {};
    const std::string_view text = document.text(lines[index].range);
    return wording::plain(std::string(text.substr(0, LongestLine))) +
           (text.size() > LongestLine ? u"…"_s : QString());
}

QString idOf(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Ntpd:
        return u"ntpd"_s;
    case Dialect::Ntpsec:
        return u"ntpsec"_s;
    case Dialect::Noonmark:
        return u"noonmark"_s;
    }
    return {};
}

std::optional<Dialect> dialectOf(const QString &id)
{
    for (const Dialect dialect : {Dialect::Ntpd, Dialect::Ntpsec, Dialect::Noonmark}) {
        if (id == idOf(dialect))
            return dialect;
    }
    return std::nullopt;
}

} // namespace noonmark::ctl
