// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnosechecks.h"
#include "ui/configurationsession.h"
#include "ui/diagnosepage.h"
#include "ui/keychooser.h"
#include "ui/settings.h"

#include "tests/ui/pages/watched.h"
#include "tests/unit/monitor/timedouble.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::ui;
using namespace Qt::Literals::StringLiterals;
using test::TimeDouble;

namespace {

struct Shown
{
    explicit Shown(const transport::Place &place)
        : own(place)
        , targets(own)
        , settings(folder.filePath(u"settings.ini"_s))
        , page(targets, session, settings)
    {
        page.resize(1000, 700);
        page.show();
    }
    template <typename Widget> [[nodiscard]] Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] bool isDone() const { return find<QPushButton>("diagnose-start")->isEnabled(); }

    test::PlaceTarget own;
    monitor::Targets targets;
    QTemporaryDir folder;
    Settings settings;
    ConfigurationSession session;
    DiagnosePage page;
};

} // namespace

class TestDiagnosePage : public QObject
{
    Q_OBJECT

private slots:
    void looksByItselfAndNamesTheCause()
    {
        TimeDouble daemon;
        daemon.answersQueries = false;
        Shown shown(daemon.place());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), 30'000);
        QVERIFY(shown.find<QLabel>("diagnose-conclusion")->text().contains(u"noquery"_s));
        QSignalSpy pages(&shown.page, &Page::pageRequested);
        auto *button = shown.find<QPushButton>("remedy-access");
        QVERIFY(button);
        button->click();
        QCOMPARE(pages.count(), 1);
        QCOMPARE(pages.first().first().toString(), u"access"_s);
    }

    void asksServersSideBySide()
    {
        TimeDouble daemon;
        const TimeDouble other;
        Shown shown(daemon.place());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), 30'000);
        shown.find<QLineEdit>("query-hosts")
            ->setText(transport::toText(daemon.place()) + u", "_s + transport::toText(other.place()));
        shown.find<QPushButton>("query-start")->click();
        auto *table = shown.find<QTableWidget>("query-table");
        QCOMPARE(table->rowCount(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 3)->text().startsWith(u"+25"_s) ||
                                     table->item(0, 3)->text().startsWith(u"+24"_s),
                                 10'000);
        QVERIFY(!shown.find<QLabel>("query-sentence")->text().isEmpty());
        shown.find<QPushButton>("query-start")->click(); // stops
        shown.find<QLineEdit>("query-hosts")->setText(u"host:port"_s);
        shown.find<QPushButton>("query-start")->click();
        QVERIFY(shown.find<QLabel>("query-sentence")->text().contains(u"host:port"_s));
    }

    void signsWithTheKeysOfAFile()
    {
        TimeDouble daemon;
        Shown shown(daemon.place());
        auto *keys = shown.find<KeyChooser>("query-key");
        QVERIFY(keys && !keys->key());
        keys->offer(config::Document("# none of these is usable\n4 NOSUCH abc\n5 SHA1\n"));
        QVERIFY(!keys->key());
        QVERIFY(!shown.find<QLabel>("query-sentence")->text().isEmpty());
        keys->offer(config::Document("7 SHA256 0123456789abcdef0123456789abcdef01234567\n8 MD5 plain\n"));
        QCOMPARE(keys->count(), 6); // none, two, a line, and two ways to more
        QCOMPARE(keys->currentIndex(), 1);
        QVERIFY(keys->key() && keys->key()->number == 7);
        QCOMPARE(keys->key()->secret.size(), std::size_t{20});
        // The double knows no keys: what it says is not believed.
        shown.find<QLineEdit>("query-hosts")->setText(transport::toText(daemon.place()));
        shown.find<QPushButton>("query-start")->click();
        auto *table = shown.find<QTableWidget>("query-table");
        QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 8)->text().startsWith(u"✗"_s) ||
                                     shown.find<QLabel>("query-sentence")->text().contains(u"key"_s),
                                 20'000);
        QVERIFY(table->item(0, 3)->text().isEmpty());
    }

    void tracesToTheRoot()
    {
        TimeDouble daemon;
        daemon.system = "leap=0, stratum=1, rootdelay=0.0, rootdisp=1.0, refid=GPS, peer=0, offset=0.0";
        Shown shown(daemon.place());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), 30'000);
        QCOMPARE(shown.find<QLineEdit>("trace-hosts")->text(), transport::toText(daemon.place()));
        shown.find<QPushButton>("trace-start")->click();
        auto *table = shown.find<QTableWidget>("trace-table");
        QTRY_COMPARE(table->rowCount(), 1);
        QTRY_VERIFY(shown.find<QLabel>("trace-sentence")->text().contains(u"root"_s));
    }
};

QTEST_MAIN(TestDiagnosePage)
#include "tst_diagnosepage.moc"
