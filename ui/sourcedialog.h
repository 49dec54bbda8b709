// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accesstable.h"

#include <QDialog>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace noonmark::ui {

// Asks for a new source and shows the lines that it will be in the file.
class SourceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SourceDialog(Dialect dialect, QWidget *parent = nullptr);

    // For config::addLines(); empty while something is missing.
    [[nodiscard]] std::vector<std::string> lines() const;
    // For the name of the undo step.
    [[nodiscard]] QString sourceName() const;

private:
    void createForm();
    void connectFields();
    void showLines();
    [[nodiscard]] bool isLocalClock() const;
    [[nodiscard]] std::string options() const;

    Dialect m_dialect;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QCheckBox *m_iburst;
    QCheckBox *m_prefer;
    QSpinBox *m_minPoll;
    QSpinBox *m_maxPoll;
    QSpinBox *m_stratum;
    QLabel *m_preview;
    QFormLayout *m_form;
    QDialogButtonBox *m_buttons;
};

} // namespace noonmark::ui
