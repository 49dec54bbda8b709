// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/engine/controlbench.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <set>

using controlbench::Daemon;
using namespace noonmark;
using namespace noonmark::engine;
using namespace noonmark::protocol;

namespace {

// What a real daemon has told and we do not: what would help a forger (CVE-2015-8139), what is there only
// where a leap file is read, what is left out where it is zero, and what is told of other clocks than ours.
const std::set<std::string> Withheld{
    "xmt",        "org",        "tai",  "leapsec", "expire", "leapsmearinterval",
    "out",        "in",         "bias", "xleave",  "ttl",    "leapsmearoffset",
    "fudgetime1", "fudgetime2", "type", "mode",    "config"};

std::vector<std::byte> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray raw = file.readAll();
    const auto *first = reinterpret_cast<const std::byte *>(raw.constData());
    return {first, first + raw.size()};
}

// One question of a capture, and what the real daemon said to it.
struct Exchange
{
    QString name;
    std::vector<std::byte> request;
    std::optional<ControlHeader> answer;
    std::string text;
    bool isComplete = false;
};

std::vector<Exchange> exchangesOf(const QString &folder)
{
    const QDir all(folder);
    std::vector<Exchange> result;
    ControlReassembly reassembly;
    for (const QString &name : all.entryList({QStringLiteral("*-req.bin"), QStringLiteral("*-resp.bin")},
                                             QDir::Files, QDir::Name)) {
        std::vector<std::byte> bytes = read(all.filePath(name));
        if (name.endsWith(QStringLiteral("-req.bin"))) {
            result.push_back({name, std::move(bytes), {}, {}, false});
            reassembly = {};
            continue;
        }
        const auto header = decodeControl(bytes);
        if (result.empty() || !header)
            continue;
        const auto data = controlData(*header, bytes);
        if (!data)
            continue;
        result.back().answer = *header;
        if (reassembly.add(*header, *data) == ControlReassembly::State::Complete) {
            result.back().text = reassembly.data();
            result.back().isComplete = true;
        }
    }
    return result;
}

std::set<std::string> namesIn(const std::string &text)
{
    std::set<std::string> names;
    for (const auto &[name, value] : parseControlVariables(text))
        names.insert(name);
    return names;
}

EngineConfig likeTheirs()
{
    EngineConfig config = controlbench::withKeys();
    SourceConfig upstream;
    upstream.name = "10.99.0.1";
    config.sources.insert(config.sources.begin(), upstream);
    return config;
}

// The numbers, nonces and keys are another daemon's: ours in their place, and all else as it was sent.
class Replay
{
public:
    std::optional<std::string> ask(const Exchange &exchange)
    {
        const auto header = decodeControl(exchange.request);
        if (!header || !header->isRequest())
            return std::nullopt;
        std::vector<std::byte> request = exchange.request;
        const auto data = controlData(*header, request);
        if (!data)
            return std::nullopt;
        std::string text(reinterpret_cast<const char *>(data->data()), data->size());
        const std::size_t end = (ControlHeaderSize + data->size() + 3) / 4 * 4;
        if (const auto at = text.find("nonce="); at != std::string::npos) {
            const std::size_t length = text.find_first_of(", ", at) - at;
            text.replace(at, length, "nonce=" + daemon.nonce());
        }
        ControlHeader asked = *header;
        asked.association = associationFor(exchange, *header);
        std::vector<std::byte> ours = controlRequest(asked, text);
        const std::size_t tail = request.size() - std::min(request.size(), end);
        const bool isSigned = tail >= LongestMac - 4 && tail <= LongestMac + 4;
        if (isSigned) {
            const std::size_t length = (ControlHeaderSize + text.size() + 7) / 8 * 8;
            ours.resize(length + LongestMac);
            ours.resize(daemon.keys.sign(1, ours, length));
        } else if (tail > 0) {
            ours.resize(request.size()); // ntpstat's
        }
        ours[0] = request[0];
        auto replies = daemon.send(ours);
        if (!daemon.lines.empty()) {
            replies = daemon.configured(daemon.lines.back().question, "Config Succeeded\r\n");
            daemon.lines.clear();
        }
        return daemon.text(replies);
    }

    Daemon daemon{likeTheirs()};

private:
    [[nodiscard]] std::uint16_t associationFor(const Exchange &exchange, const ControlHeader &header) const
    {
        const bool isUnknown = exchange.answer && exchange.answer->error &&
                               exchange.answer->errorCode() == ControlError::UnknownAssociation;
        if (header.association == 0 || isUnknown)
            return isUnknown ? 9999 : 0;
        const bool isClock = header.operation() == ControlOpcode::ReadClock ||
                             exchange.text.find("srcadr=127.127.") != std::string::npos;
        for (const auto &association : daemon.engine.snapshot(daemon.now()).associations)
            if ((association.source.kind == SourceKind::LocalClock) == isClock)
                return association.id;
        return 0;
    }
};

bool asksForVariables(ControlOpcode operation)
{
    return operation == ControlOpcode::ReadVariables || operation == ControlOpcode::ReadClock;
}

// What the tool would miss in our answer.
QString complaintAbout(const std::string &answer, const Exchange &exchange, const ControlHeader &header)
{
    if (answer == "silence")
        return QStringLiteral("silence");
    if (exchange.answer->error)
        return {}; // of two families the one knows what the other refuses
    if (answer.starts_with("error "))
        return QString::fromStdString(answer);
    if (!asksForVariables(header.operation()) || !exchange.isComplete)
        return {};
    const auto told = namesIn(answer);
    for (const std::string &name : namesIn(exchange.text))
        if (!told.contains(name) && !Withheld.contains(name))
            return QString::fromStdString("no " + name);
    return {};
}

} // namespace

// Each request that a stock tool was ever seen to send to a real daemon, sent to ours: what that daemon told,
// ours tells, too, so the tool accepts it. tests/data/mode6/ORIGIN.md says where they come from.
class CapturesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestIsAnsweredAsItsClientWantsIt_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("ours") << QStringLiteral(NOONMARK_TEST_DATA "/mode6");
        QTest::newRow("shared") << QStringLiteral(NOONMARK_SHARED "/captures/mode6");
    }

    void everyRequestIsAnsweredAsItsClientWantsIt()
    {
        QFETCH(QString, folder);
        if (!QDir(folder).exists())
            QSKIP("not on this machine");
        int asked = 0;
        QStringList refused;
        for (const Exchange &exchange : exchangesOf(folder)) {
            const auto header = decodeControl(exchange.request);
            if (!header || !exchange.answer || header->operation() == ControlOpcode::SaveConfiguration)
                continue; // the real daemon was silent; nobody writes files from remote here, as with ntpsec
            const auto answer = Replay().ask(exchange);
            if (!answer)
                continue;
            ++asked;
            if (const QString complaint = complaintAbout(*answer, exchange, *header); !complaint.isEmpty())
                refused.append(exchange.name + QStringLiteral(": ") + complaint);
        }
        QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u'\n')));
        qInfo("%d requests", asked);
        QVERIFY(asked > 50);
    }
};

QTEST_APPLESS_MAIN(CapturesTest)
#include "tst_captures.moc"
