// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/saying.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace noonmark::ui {

// What the window has to say and must not be missed: stays above the page until it was read and closed.
// Several messages wait in line; the same one is not said twice.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Meaning meaning, const Saying &saying);
    [[nodiscard]] QString text() const;

public slots:
    void dismiss(); // the present message was read

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message
    {
        Meaning meaning = Meaning::Neutral;
        Saying saying;
    };
    void present();

    QList<Message> m_messages;
    QLabel *m_sign;
    QLabel *m_text;
    QLabel *m_more;
    QToolButton *m_close;
};

} // namespace noonmark::ui
