// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/saying.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace noonmark::monitor {
class Target;
}

namespace noonmark::ui {

class ConfigurationSession;
class DiffView;

// The last look before the file is written and the target runs with it: what changes, and what is still
// wrong. open() it.
class ApplyDialog : public QDialog
{
    Q_OBJECT

public:
    // Without a target the file is saved only.
    ApplyDialog(ConfigurationSession &session, monitor::Target *target, QWidget *parent = nullptr);

public slots:
    void accept() override;

signals:
    // A sentence for the message bar: nothing was applied.
    void problemOccurred(const noonmark::ui::Saying &problem);
    void changedOnDisk(); // since it was read: nothing was written

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    [[nodiscard]] QString errors() const;

    ConfigurationSession &m_session;
    monitor::Target *m_target;
    QLabel *m_summary;
    QLabel *m_place;
    DiffView *m_diff;
    QLabel *m_errors;
    QPushButton *m_apply = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace noonmark::ui
