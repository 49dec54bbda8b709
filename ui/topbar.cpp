// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topbar.h"

#include "ui/configurationsession.h"
#include "ui/modeswitch.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

TopBar::TopBar(ConfigurationSession &session, const monitor::Target &target, QAction *apply, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_target(target)
    , m_applyAction(apply)
    , m_targetLabel(new QLabel(this))
    , m_modeLabel(new QLabel(this))
    , m_modeSwitch(new ModeSwitch(session, this))
    , m_apply(new QPushButton(this))
{
    setObjectName(u"top-bar"_s);
    createRow();
    connect(m_apply, &QPushButton::clicked, m_applyAction, &QAction::trigger);
    connect(&session, &ConfigurationSession::pendingChangesChanged, this, &TopBar::showPendingChanges);
    connect(&session, &ConfigurationSession::documentChanged, this, &TopBar::showPendingChanges);
    retranslate();
}

void TopBar::createRow()
{
    m_targetLabel->setObjectName(u"target"_s);
    m_targetLabel->setTextFormat(Qt::PlainText);
    m_apply->setObjectName(u"apply"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_targetLabel);
    row->addStretch(1);
    row->addWidget(m_modeLabel);
    row->addWidget(m_modeSwitch);
    row->addStretch(1);
    row->addWidget(m_apply);
}

void TopBar::showTarget()
{
    //: Above the pages: the engine inside this program is the daemon that is administered. %1: address and
    //: port.
    const QString own = tr("This program: %1");
    //: Above the pages: another daemon is watched. %1: address and port.
    const QString other = tr("Daemon: %1");
    m_targetLabel->setText((m_target.isBuiltIn() ? own : other).arg(m_target.address()));
}

void TopBar::showPendingChanges()
{
    const int count = m_session.pendingChanges();
    m_applyAction->setEnabled(count > 0);
    m_apply->setEnabled(count > 0);
    //: Button: hands the changed lines to the running daemon.
    const QString some = tr("Apply %n change(s)", nullptr, count);
    //: The same button when the daemon runs with just this file.
    const QString none = tr("Nothing to apply");
    m_apply->setText(count > 0 ? some : none);
    m_apply->setPalette(count > 0 ? accentPalette() : QPalette());
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
    m_targetLabel->setToolTip(
        tr("The daemon that this window administers. The engine inside this program answers on an "
           "unprivileged port and only observes this machine's clock; it never sets it."));
    m_targetLabel->setWhatsThis(m_targetLabel->toolTip());
    m_apply->setToolTip(tr("Shows the changed lines first. Nothing reaches the daemon before you agree."));
    m_apply->setWhatsThis(m_apply->toolTip());
    showTarget();
    showPendingChanges();
}

} // namespace noonmark::ui
