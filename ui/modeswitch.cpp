// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/modeswitch.h"

#include "core/wording/wording.h"

#include "ui/configurationsession.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

using config::SourceMode;

constexpr std::array Modes{SourceMode::Upstream, SourceMode::Fallback, SourceMode::Isolated};

} // namespace

ModeSwitch::ModeSwitch(ConfigurationSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"source-mode"_s);
    createButtons();
    connect(m_group, &QButtonGroup::idClicked, this, &ModeSwitch::choose);
    connect(&session, &ConfigurationSession::documentChanged, this, &ModeSwitch::showMode);
    connect(&session, &ConfigurationSession::dialectChanged, this, &ModeSwitch::showMode);
    retranslate();
    showMode();
}

void ModeSwitch::createButtons()
{
    static constexpr std::array names{"source-mode-upstream"_L1, "source-mode-fallback"_L1,
                                      "source-mode-isolated"_L1};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (std::size_t i = 0; i < Modes.size(); ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setObjectName(names[i]);
        m_buttons[i]->setCheckable(true);
        emphasizeWhenChecked(m_buttons[i]);
        m_group->addButton(m_buttons[i], static_cast<int>(i));
        row->addWidget(m_buttons[i]);
    }
}

void ModeSwitch::choose(int index)
{
    const SourceMode wish = Modes[static_cast<std::size_t>(index)];
    m_session.switchSourceMode(wish, m_stratum);
    if (m_session.sourceMode() != wish)
        emit problemOccurred([] {
            return tr("This file names no upstream server, not even a disabled one. Add one on the page "
                      "Sources first.");
        });
    showMode();
}

void ModeSwitch::showMode()
{
    const SourceMode mode = m_session.sourceMode();
    // A file without any source is in none of the three positions, and an exclusive group always has one.
    m_group->setExclusive(false);
    for (std::size_t i = 0; i < Modes.size(); ++i)
        m_buttons[i]->setChecked(mode == Modes[i]);
    m_group->setExclusive(true);
}

void ModeSwitch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ModeSwitch::retranslate()
{
    setAccessibleName(tr("Source mode"));
    for (std::size_t i = 0; i < Modes.size(); ++i) {
        // Fusion leaves a long text no air at its sides.
        m_buttons[i]->setText(u" %1 "_s.arg(wording::name(Modes[i])));
        m_buttons[i]->setToolTip(wording::explanation(Modes[i]));
        m_buttons[i]->setStatusTip(wording::explanation(Modes[i]));
        m_buttons[i]->setWhatsThis(wording::explanation(Modes[i]));
    }
}

} // namespace noonmark::ui
