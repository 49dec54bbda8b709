// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topbar.h"

#include "core/monitor/targets.h"

#include "ui/configurationsession.h"
#include "ui/modeswitch.h"
#include "ui/targetchooser.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

TopBar::TopBar(ConfigurationSession &session, monitor::Targets &targets, QAction *apply, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_targets(targets)
    , m_applyAction(apply)
    , m_target(new TargetChooser(targets, this))
    , m_modeLabel(new QLabel(this))
    , m_modeSwitch(new ModeSwitch(session, this))
    , m_apply(new QPushButton(this))
{
    setObjectName(u"top-bar"_s);
    createRow();
    connect(m_apply, &QPushButton::clicked, m_applyAction, &QAction::trigger);
    connect(&session, &ConfigurationSession::pendingChangesChanged, this, &TopBar::showPendingChanges);
    connect(&session, &ConfigurationSession::documentChanged, this, &TopBar::showPendingChanges);
    connect(&targets, &monitor::Targets::chosenChanged, this, &TopBar::showPendingChanges);
    retranslate();
}

void TopBar::createRow()
{
    m_apply->setObjectName(u"apply"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_target);
    row->addStretch(1);
    row->addWidget(m_modeLabel);
    row->addWidget(m_modeSwitch);
    row->addStretch(1);
    row->addWidget(m_apply);
}

void TopBar::showPendingChanges()
{
    const int count = m_session.pendingChanges();
    const bool may = count > 0 && m_targets.isBuiltIn();
    m_applyAction->setEnabled(may);
    m_apply->setEnabled(may);
    //: Button: hands the changed lines to the running daemon.
    const QString some = tr("Apply %n change(s)", nullptr, count);
    //: The same button when the daemon runs with just this file.
    const QString none = tr("Nothing to apply");
    m_apply->setText(count > 0 ? some : none);
    m_apply->setPalette(may ? accentPalette() : QPalette());
    m_apply->setToolTip(
        m_targets.isBuiltIn()
            ? tr("Shows the changed lines first. Nothing reaches the daemon before you agree.")
            : tr("%1 is only watched from here. Choose “This program” at the left to apply the file.")
                  .arg(m_targets.address()));
    m_apply->setWhatsThis(m_apply->toolTip());
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::retranslate()
{
    //: Before the three positions of the source mode.
    m_modeLabel->setText(tr("Time from"));
    m_modeLabel->setBuddy(m_modeSwitch);
    m_target->retranslate();
    showPendingChanges();
}

} // namespace noonmark::ui
