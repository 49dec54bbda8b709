// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/sourcemode.h"
#include "ui/saying.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QPushButton;

namespace noonmark::ui {

class ConfigurationSession;

// The three positions of the source mode. Shows the mode of the file as it is now and changes the file when
// another one is chosen; that is one undoable step like every other.
class ModeSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit ModeSwitch(ConfigurationSession &session, QWidget *parent = nullptr);

    // Of the local clock that a switch adds.
    void setStratum(int stratum) { m_stratum = stratum; }

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createButtons();
    void choose(int index);
    void showMode();
    void retranslate();

    ConfigurationSession &m_session;
    QButtonGroup *m_group;
    std::array<QPushButton *, 3> m_buttons{};
    int m_stratum = 10;
};

} // namespace noonmark::ui
