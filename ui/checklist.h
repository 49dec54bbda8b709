// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QGridLayout;

namespace noonmark::ui {

// One thing that was looked at: how it stands, in a sentence, and where to mend it.
struct CheckRow
{
    Meaning meaning = Meaning::Neutral;
    QString sentence;
    QString button; // "" = nothing to do
    QString page;   // where the button leads

    friend bool operator==(const CheckRow &, const CheckRow &) = default;
};

// Rows of sign, sentence and button. Setting the same rows again changes nothing, so a button can be clicked
// at leisure.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setRows(const std::vector<CheckRow> &rows);
    [[nodiscard]] const std::vector<CheckRow> &rows() const { return m_rows; }

signals:
    void pageRequested(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addRow(int index, const CheckRow &row);

    std::vector<CheckRow> m_rows;
    QGridLayout *m_grid;
};

} // namespace noonmark::ui
