// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/saying.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace noonmark::ui {

class ConfigurationSession;
class DiskWatch;

// Says that somebody else wrote or removed the file while it is open here, and asks what is to be done: keep
// what stands here, take what is on disk, or look at both first. Hidden as long as nobody did.
class DiskBar : public QFrame
{
    Q_OBJECT

public:
    explicit DiskBar(ConfigurationSession &session, QWidget *parent = nullptr);

    // A save was refused because of the other writer: to keep what stands here then means to save it.
    void askBeforeSaving();
    // Both texts side by side, in a dialog.
    void compare();

signals:
    // A sentence for the message bar.
    void problemOccurred(const noonmark::ui::Saying &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createRow();
    void present();
    void keepMine();
    void takeTheirs();

    ConfigurationSession &m_session;
    DiskWatch *m_watch;
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_keep;
    QPushButton *m_take;
    QPushButton *m_both;
    bool m_saving = false;
};

} // namespace noonmark::ui
