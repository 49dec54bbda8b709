// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;

namespace noonmark::ui {

class ConfigurationSession;
class ModeSwitch;

// Which daemon is administered, the source mode of its file, and how many changes wait to be applied.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(ConfigurationSession &session, const monitor::Target &target, QAction *apply,
           QWidget *parent = nullptr);

    [[nodiscard]] ModeSwitch *modeSwitch() const { return m_modeSwitch; }
    void showTarget();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createRow();
    void showPendingChanges();
    void retranslate();

    ConfigurationSession &m_session;
    const monitor::Target &m_target;
    QAction *m_applyAction;
    QLabel *m_targetLabel;
    QLabel *m_modeLabel;
    ModeSwitch *m_modeSwitch;
    QPushButton *m_apply;
};

} // namespace noonmark::ui
