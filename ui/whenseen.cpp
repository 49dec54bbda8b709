// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whenseen.h"

#include "ui/configurationsession.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace noonmark::ui {

WhenSeen::WhenSeen(const ConfigurationSession &session, QWidget &widget, std::function<void()> follow)
    : QObject(&widget)
    , m_session(session)
    , m_widget(widget)
    , m_follow(std::move(follow))
{
    widget.installEventFilter(this);
    connect(&session, &ConfigurationSession::documentChanged, this, &WhenSeen::documentChanged);
}

void WhenSeen::documentChanged()
{
    m_isBehind = m_session.isLong() && !m_widget.isVisible();
    if (!m_isBehind)
        m_follow();
}

bool WhenSeen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && std::exchange(m_isBehind, false))
        m_follow();
    return QObject::eventFilter(watched, event);
}

} // namespace noonmark::ui
