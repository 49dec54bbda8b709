// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"

#include "ui/theme.h"

#include <QIcon>
#include <QObject>
#include <QTimer>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace noonmark::ui {

// The verdict in the tray of the desktop: its sign in its colour, its sentence as tool tip, and a menu. A
// desktop without a tray is none of our business: nothing is shown, and when a tray appears later the icon
// does too.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    void setWanted(bool wanted);
    void showFrame(const monitor::Frame &frame);
    [[nodiscard]] QString toolTip() const { return m_toolTip; }
    [[nodiscard]] bool isShown() const { return m_icon != nullptr; }
    // The sign of a verdict on a disc of its colour: told apart without the colour.
    [[nodiscard]] static QIcon iconOf(Meaning meaning, const QPalette &palette);

signals:
    void windowRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lookForTray();
    void present();

    monitor::Frame m_frame;
    bool m_wanted = false;
    QString m_toolTip;
    QTimer m_look; // while there is no tray
    std::unique_ptr<QMenu> m_menu;
    QAction *m_verdict;
    QAction *m_show;
    QAction *m_quit;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace noonmark::ui
