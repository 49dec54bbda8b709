// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;

namespace noonmark::monitor {
class Targets;
}

namespace noonmark::ui {

class ConfigurationSession;
class ModeSwitch;
class TargetChooser;

// Which daemon is administered, the source mode of its file, and how many changes wait to be applied.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(ConfigurationSession &session, monitor::Targets &targets, QAction *apply,
           QWidget *parent = nullptr);

    [[nodiscard]] ModeSwitch *modeSwitch() const { return m_modeSwitch; }
    [[nodiscard]] TargetChooser *targetChooser() const { return m_target; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void createRow();
    void showPendingChanges();
    void retranslate();

    ConfigurationSession &m_session;
    const monitor::Targets &m_targets;
    QAction *m_applyAction;
    TargetChooser *m_target;
    QLabel *m_modeLabel;
    ModeSwitch *m_modeSwitch;
    QPushButton *m_apply;
};

} // namespace noonmark::ui
