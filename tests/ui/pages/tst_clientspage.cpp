// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/clientshosts.h"
#include "ui/clientsmodel.h"
#include "ui/clientspage.h"
#include "ui/settings.h"

#include "tests/ui/pages/watched.h"
#include "tests/unit/monitor/listdouble.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace noonmark;
using namespace noonmark::ui;
using namespace Qt::Literals::StringLiterals;
using test::ListDouble;

namespace {

struct Shown
{
    explicit Shown(const transport::Place &place)
        : own(place)
        , targets(own)
        , settings(folder.filePath(u"settings.ini"_s))
        , page(targets, settings, actions)
    {
        page.resize(1100, 600);
        page.show();
    }
    [[nodiscard]] QTableView *table() const { return page.findChild<QTableView *>(u"clients-table"_s); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }

    Actions actions;
    test::PlaceTarget own;
    monitor::Targets targets;
    QTemporaryDir folder;
    Settings settings;
    ClientsPage page;
};

} // namespace

class TestClientsPage : public QObject
{
    Q_OBJECT

private slots:
    void listsTensOfThousandsWithoutStandingStill()
    {
        const ListDouble daemon(20'000);
        Shown shown(daemon.place());
        // The longest time for which a key press would have to wait.
        QElapsedTimer sinceTurn;
        sinceTurn.start();
        qint64 longest = 0;
        QTimer pulse;
        pulse.setInterval(0);
        connect(&pulse, &QTimer::timeout, &pulse, [&] { longest = std::max(longest, sinceTurn.restart()); });
        pulse.start();
        QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 20'000, 30'000);
        pulse.stop();
        qInfo("longest turn of the event loop: %lld ms", static_cast<long long>(longest));
        QVERIFY(longest < 2000);
    }

    void sortsByValueAndFilters()
    {
        const ListDouble daemon(300);
        Shown shown(daemon.place());
        QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 300, 10'000);
        QTest::qWait(50);
        shown.table()->sortByColumn(ClientsModel::Address, Qt::AscendingOrder);
        const auto address = [&](int row) {
            return shown.table()->model()->index(row, ClientsModel::Address).data().toString();
        };
        QCOMPARE(address(0), u"10.0.0.1"_s);
        QCOMPARE(address(9), u"10.0.0.10"_s); // not behind 10.0.0.1 as text would be
        QCOMPARE(address(299), u"10.0.1.44"_s);
        shown.page.findChild<QLineEdit *>(u"clients-filter"_s)->setText(u"10.0.1.4"_s);
        QCOMPARE(shown.rows(), 6); // .4 and .40 to .44
        const QStringList lines = shown.page.rowsAsText(u',').split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[1].startsWith(u"10.0.1.4,"_s));
    }

    void saysWhyThereIsNoList()
    {
        ListDouble daemon(0);
        daemon.list = [](const std::string &) { return std::nullopt; };
        Shown shown(daemon.place());
        auto *empty = shown.page.findChild<QLabel *>(u"clients-empty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible() && empty->text().contains(u"nomrulist"_s), 60'000);
    }

    void keepsTheAdminsListOverRestarts()
    {
        const ListDouble daemon(1);
        test::PlaceTarget own(daemon.place());
        monitor::Targets targets(own);
        Actions actions;
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        {
            ClientsPage page(targets, settings, actions);
            page.findChild<ClientsHosts *>()->setText(u"10.0.0.1 door\n10.0.0.2"_s);
        }
        const ClientsPage again(targets, settings, actions);
        QCOMPARE(again.findChild<ClientsHosts *>()->text(), u"10.0.0.1 door\n10.0.0.2"_s);
    }

    void comparesWithTheAdminsList()
    {
        const ListDouble daemon(5);
        Shown shown(daemon.place());
        QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 5, 10'000);
        shown.page.findChild<QPlainTextEdit *>(u"hosts-text"_s)
            ->setPlainText(u"10.0.0.1\n10.0.0.99\n<b>\n"_s);
        auto *table = shown.page.findChild<QTableWidget *>(u"hosts-table"_s);
        QTRY_COMPARE(table->rowCount(), 6);
        QCOMPARE(table->item(0, 0)->text(), u"10.0.0.99"_s); // what needs a look stands first
        QVERIFY(table->item(0, 1)->text().contains(u"never asked"_s));
        QTRY_VERIFY(table->item(1, 1)->text().contains(u"asks"_s));
    }
};

QTEST_MAIN(TestClientsPage)
#include "tst_clientspage.moc"
