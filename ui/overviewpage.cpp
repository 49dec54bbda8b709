// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewpage.h"

#include "core/config/lowering.h"
#include "core/monitor/diagnose.h"
#include "core/protocol/refid.h"
#include "core/transport/portholder.h"
#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/chart/chartview.h"
#include "ui/configurationsession.h"
#include "ui/diagnosechecks.h"
#include "ui/icons.h"
#include "ui/whenseen.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

constexpr double Hour = 3600;
constexpr std::uint16_t NtpPort = 123;

void setInk(QLabel *label, const QColor &ink)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

bool isWritable(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.isWritable() : QFileInfo(file.absolutePath()).isWritable();
}

// Of what is well: a watched daemon's list need not be long.
bool isWorthSaying(monitor::CheckId id)
{
    using enum monitor::CheckId;
    return id == Sources || id == Reachable || id == Agreement || id == Distance || id == Clock;
}

// Also while it starts, if the sources themselves have said it.
bool isTroubled(const monitor::Verdict &verdict)
{
    if (verdict.state != monitor::VerdictState::Starting)
        return verdict.state == monitor::VerdictState::NotInSync;
    const monitor::Reason first = verdict.reasons.front().reason;
    return first != monitor::Reason::StillMeasuring && first != monitor::Reason::WaitingForLocalClock;
}

} // namespace

OverviewPage::OverviewPage(ConfigurationSession &session, const monitor::Target &target,
                           const monitor::RecentHistory &history, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_target(target)
    , m_history(history)
    , m_sign(new QLabel(this))
    , m_headline(plainLabel(this))
    , m_details(plainLabel(this))
    , m_reasons(plainLabel(this))
    , m_chart(new ChartView(this))
    , m_checksHead(new QLabel(this))
    , m_checks(new CheckList(this))
{
    createColumn();
    connect(m_checks, &CheckList::pageRequested, this, &Page::pageRequested);
    new WhenSeen(session, *this, [this] { readFile(); });
    connect(&session, &ConfigurationSession::dialectChanged, this, &OverviewPage::readFile);
    readFile();
    retranslate();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::createColumn()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    column->addWidget(createVerdict());
    m_chart->setObjectName(u"overview-chart"_s);
    m_chart->setMinimumHeight(160);
    column->addWidget(m_chart, 1);
    column->addWidget(createFacts());
    QFont strong = m_checksHead->font();
    strong.setBold(true);
    m_checksHead->setFont(strong);
    auto *checks = new QVBoxLayout;
    checks->setSpacing(8);
    checks->addWidget(m_checksHead);
    checks->addWidget(m_checks);
    column->addLayout(checks);
    // A small window scrolls instead of squeezing sentences.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

QWidget *OverviewPage::createVerdict()
{
    auto *box = new QWidget(this);
    m_sign->setObjectName(u"verdict-sign"_s);
    m_headline->setObjectName(u"verdict"_s);
    m_details->setObjectName(u"verdict-details"_s);
    m_reasons->setObjectName(u"verdict-reasons"_s);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(m_details, 1, 1);
    grid->addWidget(m_reasons, 2, 1);
    return box;
}

QWidget *OverviewPage::createFacts()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    for (int i = 0; i < FactCount; ++i) {
        const auto fact = static_cast<std::size_t>(i);
        m_factNames[fact] = new QLabel(box);
        m_facts[fact] = new QLabel(box);
        m_facts[fact]->setTextFormat(Qt::PlainText);
        m_facts[fact]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_factNames[fact]->setBuddy(m_facts[fact]);
        grid->addWidget(m_factNames[fact], 0, i);
        grid->addWidget(m_facts[fact], 1, i);
        grid->setColumnStretch(i, 1);
    }
    return box;
}

QString OverviewPage::id() const
{
    return u"overview"_s;
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QIcon OverviewPage::icon() const
{
    return ui::icon("overview"_L1);
}

void OverviewPage::showFrame(const monitor::Frame &frame)
{
    m_frame = frame;
    showVerdict();
    showFacts();
    showChart();
    lookAtNtpPort();
    showChecks();
}

void OverviewPage::showVerdict()
{
    const monitor::Verdict &verdict = m_frame.verdict;
    const Meaning meaning = meaningOf(verdict.state);
    const QPalette palette = QApplication::palette();
    m_sign->setFont(headlineFont(QApplication::font()));
    m_headline->setFont(headlineFont(QApplication::font()));
    m_sign->setText(sign(meaning));
    m_headline->setText(wording::headline(verdict, m_frame.trouble));
    m_headline->setAccessibleName(m_headline->text());
    m_details->setText(m_frame.trouble ? wording::sentence(*m_frame.trouble) : wording::details(verdict));
    QStringList reasons;
    for (const monitor::ReasonValue &reason : verdict.reasons) {
        const QString sentence = wording::sentence(reason);
        if (sentence != m_details->text())
            reasons.append(sentence);
    }
    m_reasons->setText(reasons.join(u'\n'));
    m_reasons->setVisible(!reasons.isEmpty());
    setInk(m_sign, color(meaning, palette));
    setInk(m_headline, color(meaning, palette));
    setInk(m_reasons, quiet(palette));
}

void OverviewPage::showFacts()
{
    const engine::SystemSnapshot &system = m_frame.snapshot.system;
    const QString nothing = u"\u2013"_s;
    const auto show = [this, &nothing](Fact fact, const QString &text) {
        m_facts[fact]->setText(m_frame.answered ? text : nothing);
    };
    show(Stratum, QString::number(system.stratum));
    show(Refid, wording::plain(protocol::refidForPeople(system.refid, system.stratum)));
    show(Distance, wording::span(system.rootDistance));
    show(Frequency, wording::frequency(system.frequency, system.frequencyUncertainty));
    const QString certainty = m_frame.answered ? wording::certainty(system) : QString();
    const QString meaning =
        QStringList{wording::explanationOfColumn("frequency"), certainty}.join(u'\n').trimmed();
    m_facts[Frequency]->setToolTip(meaning);
    m_facts[Frequency]->setWhatsThis(meaning);
    show(Jitter, wording::span(system.systemJitter));
    // Other daemons do not count them.
    const auto &counters = m_frame.snapshot.counters;
    const bool isCounted = m_target.isBuiltIn() || counters.answered > 0 || counters.received == 0;
    show(Answered, isCounted ? QLocale().toString(static_cast<qulonglong>(counters.answered)) : nothing);
    for (QLabel *name : m_factNames)
        setInk(name, quiet(QApplication::palette()));
}

void OverviewPage::showChart()
{
    // The interval of the engine's own samples is four seconds; a minute without one is a gap.
    if (const auto offset = m_history.system().of(monitor::Quantity::Offset))
        m_chart->setLines({{u"system"_s, {}, 0, offset, 60, true}});
    else
        m_chart->setLines({});
    const double now = static_cast<double>(m_frame.unixMilliseconds) / 1000;
    m_chart->setSpan({now - Hour, now});
}

void OverviewPage::readFile()
{
    m_driftFile = QString::fromStdString(config::lower(m_session.whole(), m_session.dialect()).driftFile);
    showChecks();
}

void OverviewPage::showChecks()
{
    monitor::Diagnosis diagnosis;
    if (m_frame.answered)
        diagnosis = monitor::diagnoseSnapshot(m_frame.snapshot, m_target.isBuiltIn());
    // The file that is edited here is not that of a daemon elsewhere.
    std::vector<CheckRow> rows = m_target.isBuiltIn() ? checksOfFile() : checksOfTarget(diagnosis);
    if (const auto cause = causeCheck(diagnosis))
        rows.insert(rows.begin(), *cause);
    m_checks->setRows(rows);
}

// What explains the verdict, and what mends it.
std::optional<CheckRow> OverviewPage::causeCheck(const monitor::Diagnosis &diagnosis) const
{
    const monitor::Check *cause = diagnosis.cause();
    if (cause == nullptr || (m_target.isBuiltIn() && !isTroubled(diagnosis.verdict)))
        return {};
    CheckRow row{meaningOf(cause->state), wording::sentence(*cause), {}, {}};
    if (diagnosis.verdict.state == monitor::VerdictState::Starting)
        row.meaning = Meaning::Warning;
    if (const QString remedy = wording::remedy(*cause); !remedy.isEmpty())
        row.sentence += u"\n→ "_s + remedy;
    const auto door = DiagnoseChecks::doorOf(cause->remedy);
    const bool leads = !door.page.isEmpty();
    row.button = leads ? door.text : tr("Find out why");
    row.page = leads ? door.page : u"diagnose"_s;
    return row;
}

std::vector<CheckRow> OverviewPage::checksOfFile() const
{
    return {portCheck(), clockCheck(), findingsCheck(), driftCheck()};
}

std::vector<CheckRow> OverviewPage::checksOfTarget(const monitor::Diagnosis &diagnosis) const
{
    std::vector<CheckRow> rows = {portCheck()};
    for (const monitor::Check &check : diagnosis.checks)
        if (&check != diagnosis.cause() &&
            (check.state != monitor::CheckState::Good || isWorthSaying(check.id)))
            rows.push_back({meaningOf(check.state), wording::sentence(check), {}, {}});
    return rows;
}

CheckRow OverviewPage::portCheck() const
{
    if (!m_frame.answered) {
        const bool isForbidden = m_frame.trouble && m_frame.trouble->failure == Failure::QueriesForbidden;
        const QString silence = wording::headline(m_frame.verdict, m_frame.trouble);
        return {isForbidden ? Meaning::Warning : Meaning::Bad, tr("%1: %2.").arg(m_target.address(), silence),
                tr("Find out why"), u"diagnose"_s};
    }
    if (!m_target.isBuiltIn())
        return {Meaning::Good, tr("The daemon answers on %1.").arg(m_target.address()), {}, {}};
    return ownPortCheck();
}

CheckRow OverviewPage::ownPortCheck() const
{
    const QString port = m_target.address().section(u':', -1);
    const engine::SystemSnapshot &system = m_frame.snapshot.system;
    const bool hasTime = system.leap < 3 && system.stratum < 16;
    if (!hasTime)
        return {Meaning::Neutral,
                tr("UDP port %1 is bound, but there is no time to give yet: clients are told not to believe it.")
                    .arg(port),
                {},
                {}};
    if (port.toUInt() == NtpPort)
        return {Meaning::Good, tr("UDP port 123 is bound: clients get their time here."), {}, {}};
    if (!m_ntpPortHolder)
        return {
            Meaning::Neutral,
            tr("Time is served on UDP port %1, for trying out. Clients ask port 123: for them, run noonmarkd "
               "with this "
               "file.")
                .arg(port),
            {},
            {}};
    const QString sentence =
        m_ntpPortHolder->empty()
            ? tr("Time is served on UDP port %1, for trying out. Clients ask port 123, which another program "
                 "holds "
                 "here: choose 127.0.0.1 above to look at it, or stop it and run noonmarkd with this file.")
                  .arg(port)
            : tr("Time is served on UDP port %1, for trying out. Clients ask port 123, which %2 holds here: "
                 "choose "
                 "127.0.0.1 above to look at it, or stop it and run noonmarkd with this file.")
                  .arg(port, wording::plain(*m_ntpPortHolder));
    return {Meaning::Warning, sentence, {}, {}};
}

// Seldom: it means to look at every process.
void OverviewPage::lookAtNtpPort()
{
    constexpr qint64 interval = 10'000; // ms
    if (!m_target.isBuiltIn() || std::abs(m_frame.unixMilliseconds - m_lookedAtNtpPort) < interval)
        return;
    m_lookedAtNtpPort = m_frame.unixMilliseconds;
    m_ntpPortHolder = transport::portHolder(NtpPort);
}

CheckRow OverviewPage::clockCheck() const
{
    if (!m_frame.answered)
        return {Meaning::Neutral, tr("Whether the clock is steered is not known."), {}, {}};
    if (m_frame.snapshot.system.observing)
        return {Meaning::Neutral,
                tr("This machine's clock is observed only; this program never sets it."),
                {},
                {}};
    return {Meaning::Good, tr("The clock is steered by the daemon."), {}, {}};
}

CheckRow OverviewPage::findingsCheck() const
{
    const auto &found = m_session.findings();
    const auto count = [&found](config::Severity severity) {
        return static_cast<int>(std::ranges::count_if(found, [severity](const config::FileDiagnostic &one) {
            return one.diagnostic.severity == severity;
        }));
    };
    const int errors = count(config::Severity::Error);
    const int warnings = count(config::Severity::Warning);
    const QString page = u"configuration"_s;
    if (errors > 0)
        return {Meaning::Bad, tr("The file has %n mistake(s).", nullptr, errors), tr("Show them"), page};
    if (warnings > 0)
        return {Meaning::Warning, tr("The file has %n thing(s) to look at.", nullptr, warnings),
                tr("Show them"), page};
    return {Meaning::Good, tr("No mistake was found in the file."), {}, {}};
}

CheckRow OverviewPage::driftCheck() const
{
    if (m_driftFile.isEmpty())
        return {
            Meaning::Warning,
            tr("The file names no drift file: after each restart the frequency is learned anew, for hours."),
            tr("Configuration"), u"configuration"_s};
    if (isWritable(m_driftFile))
        return {Meaning::Good, tr("The drift file %1 can be written.").arg(m_driftFile), {}, {}};
    return {Meaning::Neutral,
            tr("The drift file %1 cannot be written by this user; the daemon's own may.").arg(m_driftFile),
            {},
            {}};
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        showVerdict();
        showFacts();
    }
    Page::changeEvent(event);
}

void OverviewPage::retranslate()
{
    //: Head of the chart on the overview; a unit follows.
    m_chart->setQuantity(tr("Offset, last hour"), ValueScale::Offset);
    m_chart->setWhatsThis(wording::explanationOfColumn("offset"));
    m_chart->setEmptyText(tr("No measurement yet. The curve begins with the first answer of a source."));
    const std::array<std::pair<QString, QString>, FactCount> texts{{
        {tr("Stratum"), wording::explanationOfColumn("stratum")},
        {tr("Reference ID"), wording::explanationOfColumn("refid")},
        {tr("Root distance"), wording::explanationOfColumn("rootdist")},
        {tr("Frequency"), wording::explanationOfColumn("frequency")},
        {tr("Jitter"), wording::explanationOfColumn("sys_jitter")},
        {tr("Requests answered"),
         tr("How many requests for the time were answered since the daemon started.")},
    }};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_factNames[i]->setText(texts[i].first);
        m_factNames[i]->setToolTip(texts[i].second);
        m_factNames[i]->setWhatsThis(texts[i].second);
        m_facts[i]->setToolTip(texts[i].second);
        m_facts[i]->setWhatsThis(texts[i].second);
        m_facts[i]->setAccessibleName(texts[i].first);
    }
    m_checksHead->setText(tr("Checks"));
    showVerdict();
    showFacts();
    showChecks();
}

} // namespace noonmark::ui
