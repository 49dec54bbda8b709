// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace noonmark::ui {

class ConfigurationSession;

// Lets a widget follow the document. In a file so long that this would be felt it follows only while it is
// seen, and otherwise when it is shown: whoever types on one page does not wait for all the others.
class WhenSeen : public QObject
{
    Q_OBJECT

public:
    WhenSeen(const ConfigurationSession &session, QWidget &widget, std::function<void()> follow);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void documentChanged();

    const ConfigurationSession &m_session;
    QWidget &m_widget;
    std::function<void()> m_follow;
    bool m_isBehind = false;
};

} // namespace noonmark::ui
