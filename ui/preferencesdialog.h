// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace noonmark::ui {

class Settings;

// How long and how much of the measurements is kept, and whether the verdict stands in the tray. Writes the
// settings when it is accepted.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);

    void accept() override;

private:
    Settings &m_settings;
    QSpinBox *m_days;
    QSpinBox *m_megabytes;
    QCheckBox *m_tray;
};

} // namespace noonmark::ui
