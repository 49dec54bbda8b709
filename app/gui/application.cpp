// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "core/system/privilegedfile.h"
#include "core/wording/wording.h"

#include "ui/accesspage.h"
#include "ui/actions.h"
#include "ui/applydialog.h"
#include "ui/clientspage.h"
#include "ui/configurationpage.h"
#include "ui/diagnosepage.h"
#include "ui/exportpage.h"
#include "ui/icons.h"
#include "ui/knownhosts.h"
#include "ui/logpage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/overviewpage.h"
#include "ui/preferencesdialog.h"
#include "ui/sourcespage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::gui {

namespace {

QString languageOf(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].startsWith(u"--lang="_s))
            return words[i].mid(7);
        if (words[i] == u"--lang"_s)
            return words.value(i + 1);
    }
    return wording::Language::systemDefault();
}

} // namespace

Options Application::readCommandLine(const QApplication &application)
{
    // --lang before the rest: help and complaints are in that language already.
    wording::Language language;
    language.apply(languageOf(QApplication::arguments()));
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Runs, watches and configures an NTP time master."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, tr("The ntp.conf to open."), u"[FILE]"_s);
    const QCommandLineOption lang(u"lang"_s, tr("Language of the window: en or zh_CN."), u"language"_s);
    const QCommandLineOption theme(u"theme"_s, tr("Appearance: system, light or dark."), u"theme"_s);
    const QCommandLineOption port(
        u"port"_s, tr("UDP port of the engine inside this program; the next free one is taken."), u"port"_s,
        u"11123"_s);
    const QCommandLineOption target(
        u"target"_s,
        tr("Look at the daemon on this host, which is only watched. May be given several times."),
        u"HOST[:PORT]"_s);
    parser.addOptions({lang, theme, port, target});
    parser.process(application);
    Options options;
    options.file = parser.positionalArguments().value(0);
    options.language = parser.value(lang);
    options.appearance = parser.value(theme);
    options.targets = parser.values(target);
    if (const auto wish = parser.value(port).toUShort(); wish != 0)
        options.port = wish;
    return options;
}

Application::Application(QApplication &application, Options options)
    : m_options(std::move(options))
    , m_theme(application)
    , m_engine(monitor::InProcessOptions{.port = m_options.port})
    , m_targets(m_engine)
    , m_history(monitor::History::usualPath(), nullptr, retention())
    , m_sessionJournal(m_session, m_journal)
{
    QApplication::setWindowIcon(ui::icon("noonmark"_L1));
    const QString remembered = m_settings.value(ui::Setting::Language).toString();
    const QString wish = m_options.language.isEmpty() ? remembered : m_options.language;
    const QString language = wish.isEmpty() ? wording::Language::systemDefault() : wish;
    ui::fitFontTo(language);
    m_language.apply(language);
    const QString appearance = m_options.appearance.isEmpty()
                                   ? m_settings.value(ui::Setting::Appearance).toString()
                                   : m_options.appearance;
    m_theme.apply(ui::appearanceFromString(appearance));
    m_window = std::make_unique<ui::MainWindow>(
        ui::WindowContext{m_session, m_targets, m_language, m_theme, m_settings});
    createPages();
    connectParts();
}

Application::~Application() = default;

void Application::createPages()
{
    ui::MainWindow *window = m_window.get();
    window->addPage(new ui::OverviewPage(m_session, m_targets, m_targets.history(), window));
    auto *sources =
        new ui::SourcesPage({m_session, m_targets, m_journal, m_settings, window->actions()}, window);
    window->addPage(sources);
    auto *configuration = new ui::ConfigurationPage(m_session, window);
    connect(window->actions()[ui::ActionId::Keys], &QAction::triggered, configuration,
            [configuration] { configuration->openKeys(); });
    window->addPage(configuration);
    window->addPage(new ui::AccessPage(m_session, window));
    window->addPage(new ui::ExportPage(m_session, window));
    window->addPage(new ui::ClientsPage(m_targets, m_settings, window->actions(), window));
    window->addPage(new ui::DiagnosePage(m_targets, m_session, m_settings, window));
    auto *log = new ui::LogPage(m_journal, window->actions(), window);
    window->addPage(log);
    connect(sources, &ui::SourcesPage::entryRequested, log, &ui::LogPage::showEntry);
}

void Application::connectParts()
{
    m_journal.follow(m_targets);
    connect(&m_targets, &monitor::Target::frameArrived, m_window.get(), &ui::MainWindow::showFrame);
    connect(&m_engine, &monitor::InProcessTarget::addressChanged, &m_targets, &monitor::Targets::listChanged);
    connect(&m_targets, &monitor::Targets::listChanged, this, &Application::rememberHosts);
    connect(&m_targets, &monitor::Targets::chosenChanged, this, &Application::rememberHosts);
    connect(&m_targets, &monitor::Target::frameArrived, &m_tray, &ui::TrayIcon::showFrame);
    connect(&m_tray, &ui::TrayIcon::windowRequested, m_window.get(), &ui::MainWindow::showOrHide);
    connect(&m_tray, &ui::TrayIcon::quitRequested, this, &Application::quit);
    connect(m_window.get(), &ui::MainWindow::fileOpened, this, &Application::runFile);
    connect(m_window.get(), &ui::MainWindow::applyRequested, this, &Application::apply);
}

void Application::start()
{
    m_window->restore();
    m_window->show();
    m_tray.setWanted(m_settings.value(ui::Setting::TrayIcon).toBool());
    openFirstFile();
    keepHistory();
    watchHosts();
    m_engine.start();
}

void Application::sayThatRootIsNotNeeded()
{
    m_window->showWarning([] {
        return tr(
            "This window was started as root. It has laid down root's powers, because it needs none of them: "
            "start it as an ordinary user.");
    });
}

void Application::openFirstFile()
{
    const QString last = m_settings.value(ui::Setting::LastFile).toString();
    if (!m_options.file.isEmpty()) {
        m_window->openFile(m_options.file);
    } else if (QFileInfo::exists(last)) {
        m_window->openFile(last);
    } else if (const Result<QString> own = ownFile()) {
        m_window->openFile(*own);
    } else {
        m_window->showProblem(ui::saying(own.error()));
    }
}

Result<QString> Application::ownFile() const
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/noonmark"_s;
    const QString path = folder + u"/ntp.conf"_s;
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(folder))
        return failed(Failure::FileUnwritable, {folder.toStdString(), ""});
    QFile model(u":/defaults/default-ntp.conf"_s);
    if (!model.open(QIODevice::ReadOnly))
        return failed(Failure::FileUnreadable,
                      {model.fileName().toStdString(), model.errorString().toStdString()});
    const QByteArray text = model.readAll().replace("@FOLDER@", QFile::encodeName(folder));
    return system::replaceFile(path, text, {}).map([&path](const QByteArray &) { return path; });
}

void Application::runFile()
{
    m_targets.applyConfiguration(m_session.wholeBytes());
    m_session.markApplied();
    m_sessionJournal.opened();
}

void Application::apply()
{
    auto *dialog = new ui::ApplyDialog(m_session, &m_targets, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ApplyDialog::problemOccurred, m_window.get(), &ui::MainWindow::showProblem);
    connect(dialog, &ui::ApplyDialog::changedOnDisk, m_window.get(), &ui::MainWindow::askAboutDisk);
    connect(dialog, &QDialog::accepted, this,
            [this, lines = m_session.pendingChanges()] { m_sessionJournal.applied(lines); });
    dialog->open();
}

void Application::watchHosts()
{
    for (const QString &text : m_settings.value(ui::Setting::WatchedHosts).toStringList())
        if (const auto place = transport::parsePlace(text))
            m_targets.watch(*place);
    m_remembersHosts = true;
    QStringList wishes = m_options.targets;
    if (wishes.isEmpty())
        wishes.append(m_settings.value(ui::Setting::LastTarget).toString());
    wishes.removeAll(QString());
    std::optional<int> first;
    for (const QString &wish : wishes) {
        const auto place = transport::parsePlace(wish);
        if (!place) {
            m_window->showProblem(ui::saying(Error{Failure::Malformed, {wish.toStdString()}}));
            continue;
        }
        const int watched = m_targets.watch(*place);
        first = first.value_or(watched);
    }
    if (first)
        m_targets.choose(*first);
}

monitor::Retention Application::retention() const
{
    constexpr double Day = 86'400;
    constexpr qint64 Megabyte = 1024 * 1024;
    monitor::Retention result;
    result.rawSeconds = Day * std::clamp(m_settings.value(ui::Setting::HistoryDays).toInt(), 1, 3650);
    result.seconds = std::max(result.seconds, result.rawSeconds);
    result.bytes = Megabyte * std::clamp(m_settings.value(ui::Setting::HistoryMegabytes).toInt(), 16, 65'536);
    return result;
}

void Application::keepJournal()
{
    connect(&m_history, &monitor::History::journalLoaded, &m_journal, &monitor::Journal::putBefore);
    connect(&m_journal, &monitor::Journal::added, &m_history,
            qOverload<const monitor::JournalEntry &>(&monitor::History::keep));
    m_history.loadJournal();
}

void Application::importHistory()
{
    auto *dialog = new QFileDialog(m_window.get(), tr("Import ntpd's statistics"), u"/var/log/ntpstats"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Statistics of ntpd (loopstats* peerstats*)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        m_history.import(m_targets.nameOf(m_targets.chosen()), files);
    });
    dialog->open();
}

void Application::tellImported(const QString &target, const monitor::Imported &result)
{
    const auto told = [target, result] {
        return tr("%1 measurements were taken into the history of %2; %3 were known already, %4 lines are "
                  "neither "
                  "loopstats nor peerstats.")
            .arg(QLocale().toString(result.added), target.isEmpty() ? tr("This program") : target,
                 QLocale().toString(result.known), QLocale().toString(result.strange));
    };
    m_window->messages().showMessage(result.added > 0 ? ui::Meaning::Good : ui::Meaning::Warning, told);
    m_history.load(target);
}

void Application::keepHistory()
{
    connect(&m_history, &monitor::History::loaded, this,
            [this](const QString &target, const monitor::StoredSource &source) {
                m_targets.putBefore(target, source.key, source.name, source.pasts);
            });
    connect(&m_history, &monitor::History::imported, this, &Application::tellImported);
    connect(m_window->actions()[ui::ActionId::ImportHistory], &QAction::triggered, this,
            &Application::importHistory);
    keepJournal();
    connect(&m_history, &monitor::History::setAside, this, [this](const QString &path) {
        m_window->showProblem([path] {
            return tr("The history of measurements could not be read. It was set aside as %1, and a "
                      "new one was begun.")
                .arg(path);
        });
    });
    connect(&m_history, &monitor::History::failed, this, [this](const Error &error) {
        m_window->showProblem(
            [error] { return tr("The measurements are not kept: %1").arg(wording::sentence(error)); });
    });
    connect(&m_targets, &monitor::Targets::looked, this,
            [this](int index) { m_history.keep(m_targets.nameOf(index), m_targets.at(index).history); });
    connect(m_window->actions()[ui::ActionId::Preferences], &QAction::triggered, this,
            &Application::showPreferences);
    connect(&m_targets, &monitor::Targets::listChanged, this, &Application::loadHistory);
    loadHistory();
}

// From the tray, where the window may be hidden: a question about unsaved changes needs to be seen.
void Application::quit()
{
    if (!m_window->isVisible() && m_session.isModified())
        m_window->showOrHide();
    if (m_window->close())
        QApplication::quit();
}

void Application::showPreferences()
{
    auto *dialog = new ui::PreferencesDialog(m_settings, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_history.setRetention(retention());
        m_tray.setWanted(m_settings.value(ui::Setting::TrayIcon).toBool());
    });
    dialog->open();
}

void Application::loadHistory()
{
    for (int i = 0; i < m_targets.count(); ++i)
        if (const QString name = m_targets.nameOf(i); !m_loaded.contains(name)) {
            m_loaded.append(name);
            m_history.load(name);
        }
}

void Application::rememberHosts()
{
    QStringList hosts;
    for (const QString &watched : m_targets.watched())
        if (const auto place = transport::parsePlace(watched))
            hosts.append(place->host);
    ui::KnownHosts::of(m_session).setWatched(hosts);
    if (!m_remembersHosts)
        return;
    m_settings.setValue(ui::Setting::WatchedHosts, m_targets.watched());
    m_settings.setValue(ui::Setting::LastTarget, m_targets.isBuiltIn() ? QString() : m_targets.address());
}

} // namespace noonmark::gui
