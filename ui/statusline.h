// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/target.h"

#include <QFrame>

class QLabel;

namespace noonmark::ui {

// The bottom line of the window: the verdict, always; hints of what the pointer is over; the age of the last
// packet.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showFrame(const monitor::Frame &frame);
    void showTip(const QString &tip);

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();
    [[nodiscard]] QString lastPacket() const;

    monitor::Frame m_frame;
    QLabel *m_sign;
    QLabel *m_verdict;
    QLabel *m_tip;
    QLabel *m_age;
};

} // namespace noonmark::ui
