// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// windownumbers NTP-CONF PORT HOST...: the real window on its own engine, which runs that file on that port,
// and on the daemons of those hosts at the same time. For each line "look N" it turns to target N (0: its own
// engine), waits for a look that began after the line, and prints in one line of JSON what the window then
// shows.
#include "tests/ui/shell/fixture.h"

#include "core/monitor/controltarget.h"
#include "core/monitor/inprocesstarget.h"
#include "core/wording/wording.h"

#include "ui/associationmodel.h"
#include "ui/associationview.h"

#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSocketNotifier>
#include <QTableWidget>

#include <cstdio>
#include <unistd.h>

using namespace noonmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LookEvery = 400; // ms

// The window put together as the program does it, on a real engine.
struct RealWindow
{
    RealWindow(const QByteArray &ntpConf, std::uint16_t port)
        : engine({.port = port, .portsToTry = 1})
        , targets(engine)
        , settings(folder.filePath(u"settings.ini"_s))
        , theme(*qApp)
        , main(ui::WindowContext{session, targets, language, theme, settings})
    {
        language.apply(u"en"_s);
        main.addPage(new ui::OverviewPage(session, targets, targets.history()));
        sources = new ui::SourcesPage({session, targets, journal, settings, main.actions()});
        main.addPage(sources);
        QObject::connect(&targets, &monitor::Target::frameArrived, &main, &ui::MainWindow::showFrame);
        engine.applyConfiguration(ntpConf);
        main.resize(1600, 900);
        main.show();
        main.showPage(u"sources"_s);
        engine.start();
    }

    QTemporaryDir folder;
    monitor::InProcessTarget engine;
    monitor::Targets targets;
    ui::Settings settings;
    wording::Language language;
    ui::Theme theme;
    ui::ConfigurationSession session;
    monitor::Journal journal;
    ui::MainWindow main;
    ui::SourcesPage *sources;
};

QJsonObject detailsOfRow(RealWindow &window, const ui::AssociationView &table, int row)
{
    table.selectionModel()->select(table.model()->index(row, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.main.actions()[ui::ActionId::SourceDetails]->trigger();
    const auto *variables = window.sources->findChild<QTableWidget *>(u"source-variables"_s);
    QJsonObject result;
    for (int i = 0; variables != nullptr && i < variables->rowCount(); ++i)
        result.insert(variables->item(i, 0)->text(), variables->item(i, 1)->text());
    auto *dialog = window.sources->findChild<QDialog *>(u"source-details"_s);
    dialog->close();
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete); // or the next row finds this one's
    return result;
}

QJsonObject shownBy(RealWindow &window)
{
    const auto *table = window.main.findChild<ui::AssociationView *>(u"source-table"_s);
    QJsonArray rows;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QJsonObject cells;
        for (int column = 0; column < ui::AssociationModel::ColumnCount; ++column) {
            const std::string_view name = ui::AssociationModel::ntpqName(column);
            cells.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                         table->model()->index(row, column).data().toString());
        }
        cells.insert(u"details"_s, detailsOfRow(window, *table, row));
        rows += cells;
    }
    const auto &last = window.targets.at(window.targets.chosen()).last;
    QJsonArray labels;
    QJsonObject facts; // of the overview: a name that belongs to a value
    for (const auto *label : window.main.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            labels += label->text();
        if (const auto *value = qobject_cast<const QLabel *>(label->buddy()))
            facts.insert(label->text(), value->text());
    }
    return {{u"target"_s, window.targets.address()},
            {u"title"_s, window.main.windowTitle()},
            {u"verdict"_s, wording::headline(last.verdict, {})},
            {u"labels"_s, labels},
            {u"facts"_s, facts},
            {u"rows"_s, rows}};
}

// Answers the lines; quits with the last.
class Looker : public QObject
{
public:
    explicit Looker(RealWindow &window)
        : m_window(window)
        , m_lines(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_lines, &QSocketNotifier::activated, this, &Looker::readLine);
        // Behind the window, which connected first: it shows the frame already.
        connect(&window.targets, &monitor::Target::frameArrived, this, &Looker::count);
    }

private:
    void readLine()
    {
        char line[64] = {};
        if (std::fgets(line, sizeof line, stdin) == nullptr)
            return QApplication::quit();
        m_window.targets.choose(QByteArray(line).trimmed().split(' ').value(1).toInt());
        m_frames = 0;
    }

    // The first may have been asked for before the line came.
    void count()
    {
        if (++m_frames != 2)
            return;
        const QByteArray json = QJsonDocument(shownBy(m_window)).toJson(QJsonDocument::Compact);
        std::printf("%s\n", json.constData());
        std::fflush(stdout);
    }

    RealWindow &m_window;
    QSocketNotifier m_lines;
    int m_frames = 1000;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    QFile file(words.value(1));
    if (words.size() < 3 || !file.open(QIODevice::ReadOnly))
        return 2;
    RealWindow window(file.readAll(), words.at(2).toUShort());
    for (const QString &host : words.mid(3))
        window.targets.watch(std::make_unique<monitor::ControlTarget>(
            *transport::parsePlace(host), monitor::ControlTargetOptions{.intervalMilliseconds = LookEvery,
                                                                        .seldomMilliseconds = LookEvery}));
    Looker looker(window);
    std::puts("ready");
    std::fflush(stdout);
    return QApplication::exec();
}
