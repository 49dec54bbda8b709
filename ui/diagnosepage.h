// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/diagnoser.h"
#include "core/monitor/targets.h"

#include "ui/page.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QTabWidget;

namespace noonmark::ui {

class ConfigurationSession;
class DiagnoseChecks;
class QueryTool;
class Settings;
class TraceTool;

// "Why does it not synchronise?": the verdict and its cause, the checks that lead there, and below them the
// tools that ask other servers.
class DiagnosePage : public Page
{
    Q_OBJECT

public:
    DiagnosePage(const monitor::Targets &targets, const ConfigurationSession &session, Settings &settings,
                 QWidget *parent = nullptr);
    ~DiagnosePage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *createUpper();
    void start();
    void beginAnew();
    void showDiagnosis(const monitor::Diagnosis &diagnosis);
    void showTexts();
    void showCause();

    const monitor::Targets &m_targets;
    Settings &m_settings;
    monitor::Diagnoser m_diagnoser;
    std::optional<monitor::Diagnosis> m_diagnosis;

    QLabel *m_headline;
    QLabel *m_conclusion;
    QPushButton *m_start;
    DiagnoseChecks *m_checks;
    QScrollArea *m_scroll;
    QTabWidget *m_tools;
    QueryTool *m_query;
    TraceTool *m_trace;
    QSplitter *m_splitter;
};

} // namespace noonmark::ui
