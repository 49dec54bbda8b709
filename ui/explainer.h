// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

class QWidget;

namespace noonmark::ui {

// What F1 explains: the cell, word or field that has the focus if the last thing done was done by keyboard,
// what is under the pointer if it was done by mouse. Lives as long as the application whose events it
// watches.
class Explainer : public QObject
{
    Q_OBJECT

public:
    explicit Explainer(QObject *parent);

    void explain();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Subject
    {
        QWidget *widget = nullptr;
        QPoint place = {}; // on the screen
    };

    [[nodiscard]] Subject subject() const;

    bool m_byKeyboard = false;
};

} // namespace noonmark::ui
