// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace noonmark::ui {

// What differs between two texts, with three lines around each change; colours and signs say what comes and
// what goes.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void showDifference(const QByteArray &before, const QByteArray &after);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paint();

    QList<bool> m_added; // per shown line; with m_removed, so that a new palette can paint them again
    QList<bool> m_removed;
};

} // namespace noonmark::ui
