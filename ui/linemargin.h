// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"

#include <QWidget>

#include <map>

namespace noonmark::ui {

class ConfigurationText;

// The strip left of the text: line numbers, a sign at each line that has a finding, and a quiet one where the daemon
// does something else than is written.
class LineMargin : public QWidget
{
    Q_OBJECT

public:
    explicit LineMargin(ConfigurationText &text);

    [[nodiscard]] int wantedWidth() const;
    // The worst severity of each line that has findings.
    void setMarks(std::map<int, config::Severity> marks);
    [[nodiscard]] const std::map<int, config::Severity> &marks() const { return m_marks; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void lineClicked(int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    ConfigurationText &m_text;
    std::map<int, config::Severity> m_marks;
};

} // namespace noonmark::ui
