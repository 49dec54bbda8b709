// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/observation.h"
#include "core/protocol/control.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace noonmark::ui {

// One variable of an association, as ntpq names it, with what it says and what that means.
struct DetailRow
{
    QString variable;
    QString value;
    QString meaning;

    friend bool operator==(const DetailRow &, const DetailRow &) = default;
};

// What is understood first, of the source that is followed also how well the clock is known; then what else
// the daemon told.
[[nodiscard]] std::vector<DetailRow> detailsOf(const engine::AssociationSnapshot &association,
                                               const protocol::ControlVariables &variables,
                                               const engine::SystemSnapshot &system);

// Everything that is known of one source; goes on with the measurements while it is open.
class AssociationDetails : public QDialog
{
    Q_OBJECT

public:
    explicit AssociationDetails(const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_key; }
    void show(const engine::AssociationSnapshot &association, const protocol::ControlVariables &variables,
              const engine::SystemSnapshot &system);
    // The source is gone: its last state stays, and the dialog says so.
    void sayThatItIsGone();
    [[nodiscard]] QString asText() const;
    using QDialog::show;

protected:
    void changeEvent(QEvent *event) override;

private:
    void createLayout();
    void showHead();
    void retranslate();
    void copy() const;

    QString m_key;
    engine::AssociationSnapshot m_association;
    protocol::ControlVariables m_variables;
    engine::SystemSnapshot m_system;
    bool m_isGone = false;
    QLabel *m_head;
    QLabel *m_reasons;
    QTableWidget *m_table;
    QPushButton *m_copy;
};

} // namespace noonmark::ui
