// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/edits.h"
#include "ui/restrictline.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace noonmark::ui {

class ConfigurationSession;

// Makes or changes a restrict line by form. Shows the line that will be written and what is wrong with it
// while the form is filled in. open() it; it writes to the session when accepted.
class RestrictDialog : public QDialog
{
    Q_OBJECT

public:
    // `line`: the number of the line to change; absent: a new one.
    RestrictDialog(ConfigurationSession &session, std::optional<int> line, QWidget *parent = nullptr);

    [[nodiscard]] RestrictLine value() const;

public slots:
    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FlagBox
    {
        std::uint32_t flag = 0;
        QCheckBox *box = nullptr;
        QLabel *explanation = nullptr;
    };
    void createWhom(QGridLayout &grid);
    void createFlags(QGridLayout &grid);
    void layOut();
    void fill(const RestrictLine &line);
    void showPreview();
    [[nodiscard]] config::Edits edits() const;
    [[nodiscard]] QString findings(const config::Document &after, int line) const;
    void retranslate();

    ConfigurationSession &m_session;
    std::optional<int> m_line;
    RestrictLine m_kept; // what the form does not show stays as it was
    QLabel *m_whomLabel;
    QComboBox *m_whom;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLabel *m_flagsLabel;
    std::vector<FlagBox> m_flags;
    QCheckBox *m_ntpPort;
    QLabel *m_ntpPortExplanation;
    QLabel *m_previewLabel;
    QLineEdit *m_preview;
    QLabel *m_findings;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace noonmark::ui
