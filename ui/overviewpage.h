// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/recenthistory.h"

#include "ui/checklist.h"
#include "ui/page.h"

#include <array>
#include <optional>
#include <string>

class QLabel;

namespace noonmark::monitor {
struct Diagnosis;
}

namespace noonmark::ui {

class ChartView;
class ConfigurationSession;

// "Is my time right?": the verdict with its reasons, the offset of the last hour, the figures behind it, and
// what was checked.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(ConfigurationSession &session, const monitor::Target &target,
                 const monitor::RecentHistory &history, QWidget *parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    void showFrame(const monitor::Frame &frame) override;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    enum Fact
    {
        Stratum,
        Refid,
        Distance,
        Frequency,
        Jitter,
        Answered,
        FactCount
    };

    QWidget *createVerdict();
    QWidget *createFacts();
    void createColumn();
    void showVerdict();
    void showFacts();
    void showChart();
    void readFile();
    void showChecks();
    [[nodiscard]] std::vector<CheckRow> checksOfFile() const;
    [[nodiscard]] std::vector<CheckRow> checksOfTarget(const monitor::Diagnosis &diagnosis) const;
    [[nodiscard]] std::optional<CheckRow> causeCheck(const monitor::Diagnosis &diagnosis) const;
    [[nodiscard]] CheckRow portCheck() const;
    [[nodiscard]] CheckRow ownPortCheck() const;
    void lookAtNtpPort();
    [[nodiscard]] CheckRow clockCheck() const;
    [[nodiscard]] CheckRow findingsCheck() const;
    [[nodiscard]] CheckRow driftCheck() const;

    ConfigurationSession &m_session;
    const monitor::Target &m_target;
    const monitor::RecentHistory &m_history;
    monitor::Frame m_frame;
    QString m_driftFile;
    std::optional<std::string> m_ntpPortHolder; // on this machine, "" for somebody unknown
    qint64 m_lookedAtNtpPort = 0;               // milliseconds since 1970

    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_details;
    QLabel *m_reasons;
    ChartView *m_chart;
    std::array<QLabel *, FactCount> m_factNames{};
    std::array<QLabel *, FactCount> m_facts{};
    QLabel *m_checksHead;
    CheckList *m_checks;
};

} // namespace noonmark::ui
