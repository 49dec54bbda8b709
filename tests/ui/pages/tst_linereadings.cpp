// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "core/wording/wording.h"
#include "ui/configurationtext.h"
#include "ui/knownhosts.h"
#include "ui/lineform.h"
#include "ui/linemargin.h"
#include "ui/linereadings.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QStringListModel>
#include <QTextBlock>

using namespace noonmark;
using namespace noonmark::ui;

// What the editor says about a line beside what stands there.
class LineReadingsTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTheDaemonDoesInstead_data();
    void saysWhatTheDaemonDoesInstead();
    void isQuietWhereTheDaemonDoesWhatIsWritten();
    void followsTypingAndTheDialect();
    void formSaysItToo();
    void readsALongFileBesides();
    void completesKnownHosts();
};

namespace {

struct Editor
{
    explicit Editor(const QByteArray &bytes)
        : disk(bytes)
        , text(disk.session)
    {}

    [[nodiscard]] QString hover(int line, const char *word) const
    {
        const auto &document = disk.session.document();
        const auto &lines = document.lines();
        const std::size_t from = lines[static_cast<std::size_t>(line) - 1].range.offset;
        const std::size_t at = document.bytes().find(word, from);
        return text.explanationOf(at + 1);
    }

    SessionOnDisk disk;
    ConfigurationText text;
};

QString sentence(config::EffectKind kind, std::vector<std::string> arguments)
{
    return wording::sentence(config::Effect{kind, std::move(arguments)});
}

} // namespace

void LineReadingsTest::saysWhatTheDaemonDoesInstead_data()
{
    using config::EffectKind;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *file, int line, const char *word, const QString &said) {
        QTest::newRow(name) << QByteArray(file) << line << QByteArray(word) << said;
    };
    row("the rest is lost", "restrict default nomodify,notrap\n", 1, "notrap",
        sentence(EffectKind::StopsAtWord, {","}));
    row("flags merge", "restrict 192.0.2.1 nomodify\nrestrict 192.0.2.1 noquery\n", 1, "nomodify",
        sentence(EffectKind::MergedWith, {"2", "nomodify noquery"}));
    row("said anew below", "driftfile /a\ndriftfile /b\n", 1, "driftfile",
        sentence(EffectKind::OverriddenBy, {"2"}));
    row("characters vanish", "restrict default nomodify\xef\xbc\x8cnotrap\n", 1, "nomodify",
        sentence(EffectKind::CharactersVanish, {"restrict default nomodifynotrap"}));
    row("a word in vain", "restrict default kod nomodify\n", 1, "kod", sentence(EffectKind::VoidWord, {"kod"}));
    row("no daemon reads as far", "end\nserver 192.0.2.1\n", 2, "server",
        wording::sentence(config::LineReading{2, config::Extent::Unread, {}, {}}));
}

void LineReadingsTest::saysWhatTheDaemonDoesInstead()
{
    QFETCH(QByteArray, file);
    QFETCH(int, line);
    QFETCH(QByteArray, word);
    QFETCH(QString, said);
    const Editor editor(file);
    const QString hover = editor.hover(line, word.constData());
    QVERIFY2(hover.contains(said), qPrintable(hover));
    QVERIFY(hover.contains(wording::name(editor.disk.session.dialect())));
    QVERIFY(editor.text.readings().departs(line));
    QVERIFY(editor.text.notesOfLine(line).contains(said));
}

void LineReadingsTest::isQuietWhereTheDaemonDoesWhatIsWritten()
{
    const Editor editor("# a comment\nserver 192.0.2.1 iburst\n#server 192.0.2.2\n\n"
                        "restrict default kod limited nomodify notrap nopeer noquery\n");
    for (int line = 1; line <= 4; ++line)
        QVERIFY2(!editor.text.readings().departs(line), qPrintable(QString::number(line)));
    const QString hover = editor.hover(2, "iburst");
    QCOMPARE(hover, wording::explanationOfOption("server", "iburst"));
}

void LineReadingsTest::followsTypingAndTheDialect()
{
    Editor editor("restrict default limited nopeer\n");
    editor.disk.session.setDialect(Dialect::Ntpsec);
    QVERIFY(editor.text.readings().departure(1).contains(sentence(config::EffectKind::VoidWord, {"nopeer"})));
    editor.disk.session.setDialect(Dialect::Ntpd);
    QCOMPARE(editor.text.readings().departure(1), QString());
    editor.disk.session.push({{{24, 0}, ",x"}}, QStringLiteral("Break it"));
    QVERIFY(editor.text.readings().departs(1));
    editor.disk.session.undoStack()->undo();
    QVERIFY(!editor.text.readings().departs(1));
}

void LineReadingsTest::formSaysItToo()
{
    SessionOnDisk disk("restrict default nomodify,notrap\nserver 192.0.2.1\n");
    LineForm form(disk.session);
    const auto *departure = form.findChild<QLabel *>(QStringLiteral("line-departure"));
    QVERIFY(departure && !departure->isHidden());
    QVERIFY(departure->text().contains(sentence(config::EffectKind::StopsAtWord, {","})));
    disk.session.setCurrentLine(2);
    QVERIFY(departure->isHidden());
}

void LineReadingsTest::readsALongFileBesides()
{
    QByteArray bytes("restrict default nomodify,notrap\n");
    while (bytes.size() < 100'000)
        bytes += "server 192.0.2.1 iburst\n";
    const Editor editor(bytes);
    QVERIFY(!editor.text.readings().departs(1));
    QTRY_VERIFY(editor.text.readings().departs(1));
}

void LineReadingsTest::completesKnownHosts()
{
    Editor editor("server ntp.nearby.example iburst\n#server ntp.far.example\nrestrict 10.20.0.0 mask 255.255.0.0\n");
    KnownHosts::of(editor.disk.session).setWatched({QStringLiteral("ntp.watched.example")});
    const auto *words = editor.text.findChild<QStringListModel *>();
    const auto offered = [&](const char *line) {
        editor.text.moveCursor(QTextCursor::End);
        QTest::keyClicks(&editor.text, QString::fromLatin1(line));
        QTest::keyClick(&editor.text, Qt::Key_Space, Qt::ControlModifier);
        return words->stringList();
    };
    const QStringList sources = offered("server ntp");
    for (const char *host : {"ntp.nearby.example", "ntp.far.example", "ntp.watched.example"})
        QVERIFY2(sources.contains(QLatin1String(host)), host);
    editor.disk.session.undoStack()->undo();
    const QStringList ranges = offered("restrict 10");
    for (const char *range : {"default", "source", "10.20.0.0 mask 255.255.0.0", "ntp.nearby.example"})
        QVERIFY2(ranges.contains(QLatin1String(range)), range);
    editor.disk.session.undoStack()->undo();
    QVERIFY(offered("server ntp.nearby.example ib").contains(QStringLiteral("iburst")));
}

QTEST_MAIN(LineReadingsTest)
#include "tst_linereadings.moc"
