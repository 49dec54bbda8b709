// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/diagnose.h"

#include <QWidget>

class QVBoxLayout;

namespace noonmark::ui {

// The checks of a diagnosis, in their order: sign, question, answer with its evidence, and what mends it with
// a button beside it or the command to run.
class DiagnoseChecks : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnoseChecks(QWidget *parent = nullptr);

    void setChecks(const std::vector<monitor::Check> &checks);
    void retranslate();
    // The row of this place in the list; null if there is none.
    [[nodiscard]] QWidget *rowAt(std::size_t index) const;

    // The button that leads to where something is mended; no page where none does.
    struct Door
    {
        QString text;
        QString page;
    };
    [[nodiscard]] static Door doorOf(monitor::Remedy remedy);

signals:
    void pageRequested(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *row(const monitor::Check &check);
    void addRemedy(const monitor::Check &check, QVBoxLayout *texts);

    std::vector<monitor::Check> m_checks;
    QVBoxLayout *m_rows;
    QWidget *m_inside = nullptr;
    std::vector<QWidget *> m_shown;
};

} // namespace noonmark::ui
