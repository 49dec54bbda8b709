// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/saying.h"

#include <QComboBox>

namespace noonmark::monitor {
class Targets;
}

namespace noonmark::ui {

// Which daemon is looked at: the engine inside, or one of the hosts that are watched, each with its state.
// The last rows of the list add a host and take the chosen one away.
class TargetChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit TargetChooser(monitor::Targets &targets, QWidget *parent = nullptr);

    void retranslate();
    void showPopup() override;
    // Watches what the person wrote and chooses it; says why not if that is no place.
    void watch(const QString &text);

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    void showState(int index);
    void take(int row);
    void askForHost();

    monitor::Targets &m_targets;
};

} // namespace noonmark::ui
