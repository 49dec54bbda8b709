// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/file.h"
#include "app/ctl/findings.h"
#include "app/ctl/terminal.h"
#include "core/config/keysfile.h"
#include "core/system/diskfiles.h"
#include "core/system/privilegedfile.h"
#include "core/system/systemrandom.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ctl {
namespace {

struct KeysFile
{
    QString path;
    QByteArray hash;
    config::Document document;
};

Result<KeysFile> openKeys(const QString &path)
{
    return system::readFile(path).map([&](const system::FileContents &file) {
        return KeysFile{path, file.hash, config::Document(file.bytes.toStdString())};
    });
}

// Without its "#".
QString commentOf(const config::Document &document, const config::KeyLine &key)
{
    const QString text = key.comment ? wording::plain(std::string(document.text(*key.comment))) : QString();
    return text.mid(1).trimmed();
}

QJsonObject keyJson(const config::Document &document, const config::KeyLine &key, bool withValue)
{
    QJsonObject object{{u"line"_s, key.line},
                       {u"number"_s, key.key().value_or(0)},
                       {u"type"_s, wording::plain(key.type.text)},
                       {u"bytes"_s, static_cast<int>(key.bytes())},
                       {u"hexadecimal"_s, key.isHexadecimal()},
                       {u"comment"_s, commentOf(document, key)}};
    if (key.hosts)
        object[u"hosts"_s] = wording::plain(key.hosts->text);
    if (withValue)
        object[u"value"_s] = wording::plain(key.value.text);
    return object;
}

QString row(const config::Document &document, const config::KeyLine &key, bool withValue)
{
    const QString size = key.isHexadecimal()
                             ? Text::tr("%n byte(s)", "of a key", static_cast<int>(key.bytes()))
                             : Text::tr("%n character(s)", "of a key", static_cast<int>(key.bytes()));
    QStringList words{wording::plain(key.number.text).rightJustified(6),
                      wording::plain(key.type.text).leftJustified(11), size.leftJustified(14)};
    if (withValue)
        words += wording::plain(key.value.text);
    if (key.hosts)
        words += wording::plain(key.hosts->text);
    if (const QString comment = commentOf(document, key); !comment.isEmpty())
        words += u"# "_s + comment;
    return words.join(u' ').trimmed();
}

int list(const KeysFile &file, const QCommandLineParser &parser, const Terminal &terminal)
{
    const bool withValue = parser.isSet(u"show"_s);
    const auto keys = config::keyLines(file.document);
    QJsonArray array;
    for (const config::KeyLine &key : keys) {
        if (terminal.json())
            array += keyJson(file.document, key, withValue);
        else
            terminal.line(row(file.document, key, withValue));
    }
    if (terminal.json())
        terminal.object({{u"file"_s, file.path}, {u"keys"_s, array}});
    else if (keys.empty())
        terminal.line(Text::tr("%1 holds no keys.").arg(file.path));
    return Good;
}

int checkOnly(KeysFile file, const Terminal &terminal)
{
    const config::TreeFile shown{file.path.toStdString(), config::FileRole::Keys, 0,
                                 std::move(file.document)};
    std::vector<config::FileDiagnostic> findings;
    if (system::othersMayRead(file.path))
        findings.push_back({0, config::readableKeys(shown.document), {}});
    for (config::Diagnostic &finding : config::checkKeys(shown.document))
        findings.push_back({0, std::move(finding), {}});
    QJsonArray array;
    for (const config::FileDiagnostic &one : findings) {
        if (terminal.json())
            array += toJson({shown, one.diagnostic});
        else
            print({shown, one.diagnostic}, terminal);
    }
    if (terminal.json()) {
        QJsonObject answer{{u"file"_s, file.path}, {u"findings"_s, array}};
        addCounts(answer, findings);
        terminal.object(answer);
    } else if (findings.empty()) {
        terminal.line(Text::tr("%1: nothing to complain about.").arg(file.path));
    }
    return isClean(findings) ? Good : Bad;
}

Result<int> numberOf(const QCommandLineParser &parser, const config::Document &document)
{
    if (!parser.isSet(u"number"_s))
        return config::freeKeyNumber(document);
    const int number = parser.value(u"number"_s).toInt();
    if (number < 1 || number > 65535)
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("the number of a key must be 1 to 65535").toStdString()});
    const auto keys = config::keyLines(document);
    if (std::ranges::any_of(keys, [&](const config::KeyLine &key) { return key.key() == number; }))
        return noonmark::failed(Failure::Malformed,
                                {Text::tr("there is a key %1 already").arg(number).toStdString()});
    return number;
}

Result<QString> typeOf(const QCommandLineParser &parser)
{
    const QString wish = parser.value(u"type"_s).toUpper();
    QStringList known;
    for (const std::string_view name : config::keyTypes())
        known += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    if (known.contains(wish))
        return wish;
    return noonmark::failed(
        Failure::Malformed,
        {Text::tr("\"%1\" is no type for a new key: %2").arg(wish, known.join(u", "_s)).toStdString()});
}

Result<int> generateInto(KeysFile &file, const QCommandLineParser &parser)
{
    const auto number = numberOf(parser, file.document);
    if (!number)
        return number;
    const auto type = typeOf(parser);
    if (!type)
        return tl::unexpected(type.error());
    Random random = system::systemRandom();
    std::string line = config::newKeyLine(*number, type->toStdString(), random);
    static const QRegularExpression breaks(u"[\r\n]+"_s);
    const QString comment = parser.value(u"comment"_s).replace(breaks, u" "_s);
    if (!comment.isEmpty())
        line += " # " + comment.toStdString();
    file.document.apply(config::addKey(file.document, line));
    const QByteArray bytes = QByteArray::fromStdString(file.document.bytes());
    const auto written = system::replaceFile(file.path, bytes, file.hash, system::Privacy::Owner);
    if (!written)
        return tl::unexpected(written.error());
    return number;
}

int generate(const QString &path, const QCommandLineParser &parser, const Terminal &terminal)
{
    auto file = QFileInfo::exists(path) ? openKeys(path) : Result<KeysFile>(KeysFile{path, {}, {}});
    if (!file)
        return terminal.failed(file.error());
    const auto number = generateInto(*file, parser);
    if (!number)
        return terminal.failed(number.error());
    if (terminal.json()) {
        const auto keys = config::keyLines(file->document);
        const auto made =
            std::ranges::find_if(keys, [&](const config::KeyLine &key) { return key.key() == *number; });
        terminal.object(
            {{u"file"_s, path}, {u"key"_s, keyJson(file->document, *made, parser.isSet(u"show"_s))}});
    } else {
        terminal.line(
            Text::tr("%1 has a new key %2. Trust it with the line: trustedkey %2").arg(path, QString::number(*number)));
    }
    return Good;
}

} // namespace

void declareKeys(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"DEED"_s, Text::tr("list, generate or check."));
    parser.addPositionalArgument(u"FILE"_s, Text::tr("A file of keys, such as ntp.keys."));
    parser.addOption({u"type"_s, Text::tr("Of which type the new key is; AES128CMAC without it."), u"TYPE"_s,
                      u"AES128CMAC"_s});
    parser.addOption({u"number"_s, Text::tr("Its number; the lowest free one without it."), u"N"_s});
    parser.addOption({u"comment"_s, Text::tr("A comment beside it."), u"TEXT"_s});
    parser.addOption(
        {u"show"_s, Text::tr("Show the values too: whoever sees one can pass for this server.")});
}

int keys(const QCommandLineParser &parser, const Terminal &terminal)
{
    const auto given = words(parser, 2, 2);
    if (!given)
        return terminal.failed(given.error());
    const QString &deed = given->front();
    if (deed == u"generate"_s)
        return generate(given->back(), parser, terminal);
    if (deed != u"list"_s && deed != u"check"_s)
        return terminal.failed(
            {Failure::Malformed,
             {Text::tr("\"%1\" is no deed: list, generate or check").arg(deed).toStdString()}});
    auto file = openKeys(given->back());
    if (!file)
        return terminal.failed(file.error());
    return deed == u"list"_s ? list(*file, parser, terminal) : checkOnly(std::move(*file), terminal);
}

} // namespace noonmark::ctl
