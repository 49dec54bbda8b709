// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/icons.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_more(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"message-bar"_s);
    setAutoFillBackground(true);
    m_text->setObjectName(u"message-text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setIcon(icon("close"_L1));
    m_close->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    present();
}

void MessageBar::showMessage(Meaning meaning, const Saying &saying)
{
    const auto isSame = [&](const Message &other) {
        return other.meaning == meaning && other.saying() == saying();
    };
    if (std::ranges::none_of(m_messages, isSame))
        m_messages.append({meaning, saying});
    present();
}

QString MessageBar::text() const
{
    return m_messages.isEmpty() ? QString() : m_messages.first().saying();
}

void MessageBar::dismiss()
{
    if (!m_messages.isEmpty())
        m_messages.removeFirst();
    present();
}

void MessageBar::changeEvent(QEvent *event)
{
    // Colours depend on the palette, all texts on the language.
    const bool matters = event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange;
    if (matters)
        present();
    QFrame::changeEvent(event);
}

void MessageBar::present()
{
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty())
        return;
    const Message &first = m_messages.first();
    QPalette own;
    own.setColor(QPalette::Window, ground(first.meaning, QApplication::palette()));
    setPalette(own);
    QPalette ink;
    ink.setColor(QPalette::WindowText, color(first.meaning, QApplication::palette()));
    m_sign->setPalette(ink);
    m_sign->setText(sign(first.meaning));
    m_text->setText(text());
    m_text->setAccessibleName(text());
    m_more->setVisible(m_messages.size() > 1);
    //: In the message bar: how many further messages wait behind this one.
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_messages.size()) - 1));
}

} // namespace noonmark::ui
