// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace noonmark::ui {

// The list of pages at the left edge: part of the frame rather than of the content, so it has the window's
// ground and marks the present page quietly.
class PageList : public QListWidget
{
    Q_OBJECT

public:
    explicit PageList(QWidget *parent = nullptr);

    void addPage(const QString &id, const QIcon &icon, const QString &title);
    void setTitle(int row, const QString &title);
    [[nodiscard]] int rowOf(const QString &id) const; // -1 if there is none

protected:
    void changeEvent(QEvent *event) override;

private:
    void followPalette();
};

} // namespace noonmark::ui
