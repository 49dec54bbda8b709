// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explainer.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCursor>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QWhatsThis>

namespace noonmark::ui {

Explainer::Explainer(QObject *parent)
    : QObject(parent)
{
    QApplication::instance()->installEventFilter(this);
}

bool Explainer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        // F1 with the pointer on something is no reason to leave the pointer.
        if (static_cast<const QKeyEvent *>(event)->key() != Qt::Key_F1)
            m_byKeyboard = true;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
        m_byKeyboard = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

Explainer::Subject Explainer::subject() const
{
    QWidget *focused = QApplication::focusWidget();
    if (!m_byKeyboard || focused == nullptr)
        return {QApplication::widgetAt(QCursor::pos()), QCursor::pos()};
    const auto *area = qobject_cast<QAbstractScrollArea *>(focused);
    QWidget *inside = area != nullptr ? area->viewport() : focused;
    QRect spot = focused->inputMethodQuery(Qt::ImCursorRectangle).toRectF().toAlignedRect();
    if (const auto *view = qobject_cast<QAbstractItemView *>(focused); view && view->currentIndex().isValid())
        spot = view->visualRect(view->currentIndex());
    spot &= inside->rect();
    if (spot.isEmpty()) // scrolled away
        spot = inside->rect();
    return {inside, inside->mapToGlobal(spot.center())};
}

void Explainer::explain()
{
    const Subject asked = subject();
    for (QWidget *widget = asked.widget; widget; widget = widget->parentWidget()) {
        // Tables and their heads explain single cells, so the widget is asked before its own text.
        QHelpEvent question(QEvent::WhatsThis, widget->mapFromGlobal(asked.place), asked.place);
        question.ignore();
        if (QApplication::sendEvent(widget, &question) && question.isAccepted())
            return;
        if (!widget->whatsThis().isEmpty()) {
            QWhatsThis::showText(asked.place, widget->whatsThis(), widget);
            return;
        }
    }
    QWhatsThis::enterWhatsThisMode();
}

} // namespace noonmark::ui
