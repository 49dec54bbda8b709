// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/keysfile.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace noonmark::ui {

// The form of one key: a new one comes with a value from the system's source of chance, which may be typed
// over with one that somebody else chose.
class KeyDialog : public QDialog
{
    Q_OBJECT

public:
    // Without a line: for a new key.
    KeyDialog(const config::Document &keys, std::optional<config::KeyLine> line, QWidget *parent = nullptr);

    [[nodiscard]] int number() const;
    [[nodiscard]] std::string lineText() const; // as it would stand in a keys file
    // What the keys file becomes by it.
    [[nodiscard]] config::Edits edits() const;

private:
    void createForm();
    void fill();
    void generate();
    void showProblem();

    const config::Document m_keys;
    const std::optional<config::KeyLine> m_line;
    QSpinBox *m_number;
    QComboBox *m_type;
    QLineEdit *m_value;
    QLineEdit *m_comment;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace noonmark::ui
