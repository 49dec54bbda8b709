// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnosepage.h"

#include "core/wording/watching.h"
#include "core/wording/wording.h"

#include "ui/diagnosechecks.h"
#include "ui/diagnosetools.h"
#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

DiagnosePage::DiagnosePage(const monitor::Targets &targets, const ConfigurationSession &session,
                           Settings &settings, QWidget *parent)
    : Page(parent)
    , m_targets(targets)
    , m_settings(settings)
    , m_headline(new QLabel(this))
    , m_conclusion(new QLabel(this))
    , m_start(new QPushButton(this))
    , m_checks(new DiagnoseChecks(this))
    , m_scroll(new QScrollArea(this))
    , m_tools(new QTabWidget(this))
    , m_query(new QueryTool(session, this))
    , m_trace(new TraceTool(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_tools->setDocumentMode(true);
    m_tools->addTab(m_query, QString());
    m_tools->addTab(m_trace, QString());
    m_splitter->setObjectName(u"diagnose-splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(createUpper());
    m_splitter->addWidget(m_tools);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({450, 250});
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->addWidget(m_splitter);
    connect(m_start, &QPushButton::clicked, this, &DiagnosePage::start);
    connect(&m_diagnoser, &monitor::Diagnoser::finished, this, &DiagnosePage::showDiagnosis);
    connect(m_checks, &DiagnoseChecks::pageRequested, this, &Page::pageRequested);
    connect(&m_targets, &monitor::Targets::chosenChanged, this, &DiagnosePage::beginAnew);
    retranslate();
    m_splitter->restoreState(m_settings.value(Setting::DiagnoseSplitter).toByteArray());
}

DiagnosePage::~DiagnosePage()
{
    m_settings.setValue(Setting::DiagnoseSplitter, m_splitter->saveState());
}

QWidget *DiagnosePage::createUpper()
{
    for (QLabel *label : {m_headline, m_conclusion}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_headline->setObjectName(u"diagnose-headline"_s);
    m_headline->setFont(headlineFont(font()));
    m_conclusion->setObjectName(u"diagnose-conclusion"_s);
    m_start->setObjectName(u"diagnose-start"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_start, 0, Qt::AlignTop);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_checks);
    auto *upper = new QWidget(this);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_conclusion);
    column->addWidget(m_scroll, 1);
    return upper;
}

// What explains the verdict is in view without scrolling.
void DiagnosePage::showCause()
{
    const monitor::Check *cause = m_diagnosis ? m_diagnosis->cause() : nullptr;
    if (cause == nullptr)
        return;
    const auto index = static_cast<std::size_t>(cause - m_diagnosis->checks.data());
    if (QWidget *row = m_checks->rowAt(index))
        m_scroll->ensureWidgetVisible(row);
}

QString DiagnosePage::id() const
{
    return u"diagnose"_s;
}

QString DiagnosePage::title() const
{
    return tr("Diagnose");
}

QIcon DiagnosePage::icon() const
{
    return ui::icon("diagnose"_L1);
}

void DiagnosePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_diagnosis && !m_diagnoser.isRunning())
        start();
}

void DiagnosePage::beginAnew()
{
    m_diagnoser.stop();
    m_diagnosis.reset();
    m_checks->setChecks({});
    if (isVisible())
        start();
    showTexts();
}

void DiagnosePage::start()
{
    const auto place = transport::parsePlace(m_targets.address());
    if (m_targets.address().isEmpty() || !place)
        return;
    m_diagnoser.start(*place);
    if (m_trace->hosts()->text().isEmpty())
        m_trace->hosts()->setText(m_targets.address());
    showTexts();
}

void DiagnosePage::showDiagnosis(const monitor::Diagnosis &diagnosis)
{
    m_diagnosis = diagnosis;
    m_checks->setChecks(diagnosis.checks);
    // What nobody answers is the first that one wants to ask by hand.
    QStringList silent;
    for (const auto &probe : m_diagnoser.facts().probes)
        silent += transport::toText(probe.result.place);
    if (m_query->hosts()->text().isEmpty() && !silent.isEmpty())
        m_query->hosts()->setText(silent.join(u' '));
    showTexts();
    QTimer::singleShot(0, this, &DiagnosePage::showCause); // when the rows have their places
}

void DiagnosePage::showTexts()
{
    const bool isRunning = m_diagnoser.isRunning();
    m_start->setEnabled(!isRunning);
    m_start->setText(isRunning ? tr("Looking…") : tr("&Look again"));
    if (!m_diagnosis) {
        m_headline->setText(tr("Looking at %1…").arg(m_targets.address()));
        m_conclusion->clear();
        return;
    }
    QPalette ink;
    const Meaning meaning = meaningOf(m_diagnosis->verdict.state);
    ink.setColor(QPalette::WindowText, color(meaning, palette()));
    m_headline->setPalette(ink);
    m_headline->setText(sign(meaning) + u' ' + wording::headline(m_diagnosis->verdict, m_diagnosis->silence));
    m_conclusion->setText(wording::conclusion(*m_diagnosis));
}

void DiagnosePage::retranslate()
{
    m_start->setStatusTip(tr("Ask the daemon and its silent sources again"));
    m_tools->setTabText(0, tr("Ask servers"));
    m_tools->setTabText(1, tr("Trace to the root"));
    m_checks->retranslate();
    m_query->retranslate();
    m_trace->retranslate();
    showTexts();
}

} // namespace noonmark::ui
