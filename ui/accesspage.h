// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"

#include <optional>

class QPushButton;
class QTabWidget;
class QTableView;

namespace noonmark::ui {

class AccessEntryModel;
class AccessLineModel;
class AccessSimulator;
class ConfigurationSession;
class FindingList;

// Who may do what here: the restrict lines as written and as the daemon tries them, what is wrong with them,
// and the simulator that says what a host may do.
class AccessPage : public Page
{
    Q_OBJECT

public:
    explicit AccessPage(ConfigurationSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("access"); }
    [[nodiscard]] QString title() const override { return tr("Access"); }
    [[nodiscard]] QIcon icon() const override;

protected:
    void retranslate() override;

private:
    void createLines();
    [[nodiscard]] QTableView *createOrder(AccessEntryModel &model, const QString &objectName);
    void layOut();
    void reread();
    void followLine();
    void showButtons();
    [[nodiscard]] std::optional<int> selectedLine() const;
    void edit(std::optional<int> line);
    void remove();
    void showLine(int line);

    ConfigurationSession &m_session;
    AccessLineModel *m_lines;
    AccessEntryModel *m_v4;
    AccessEntryModel *m_v6;
    QTableView *m_lineView;
    QTabWidget *m_tabs;
    FindingList *m_findings;
    AccessSimulator *m_simulator;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
};

} // namespace noonmark::ui
