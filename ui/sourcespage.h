// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/journal.h"
#include "core/monitor/targets.h"

#include "ui/page.h"

#include <QAbstractItemModel>
#include <QPointer>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;

namespace noonmark::ui {

class Actions;
class AssociationDetails;
class AssociationModel;
class AssociationView;
class ChartPanel;
class ConfigurationSession;
class Settings;

// The live table of sources above their charts. Selected rows are charted, all if none is. Sources are added,
// disabled and removed here; that edits the file and waits for Apply like every other edit.
class SourcesPage : public Page
{
    Q_OBJECT

public:
    struct Context
    {
        ConfigurationSession &session;
        const monitor::Targets &targets;
        const monitor::Journal &journal;
        Settings &settings;
        Actions &actions;
    };

    explicit SourcesPage(const Context &context, QWidget *parent = nullptr);
    ~SourcesPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    void showFrame(const monitor::Frame &frame) override;

signals:
    void entryRequested(quint64 number); // of the journal

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *createTable();
    void connectActions();
    void rememberColumns();
    void showSelection();
    void showWhy();
    // The selected row, or the first that is of no use; invalid if all are used.
    [[nodiscard]] QModelIndex rowToExplain() const;
    void addSource();
    void disableSource();
    void removeSource();
    void copyRows();
    void copyAsNtpq() const;
    void showDetails();
    void updateDetails();
    void offerComparisons();
    void compareWith(const QString &name);
    void showComparison();
    void showTargetName();
    // Those that are selected, all that are shown if none is, in the order one sees them.
    [[nodiscard]] QModelIndexList rowsMeant() const;
    void showPendingHint();
    void showFlags();
    // The line of the file that made the selected source; 0 with a sentence said if there is none.
    [[nodiscard]] int lineOfSelection();

    ConfigurationSession &m_session;
    const monitor::Targets &m_targets;
    const monitor::Journal &m_journal;
    Settings &m_settings;
    Actions &m_actions;
    AssociationModel *m_model;
    QSortFilterProxyModel *m_sorted;
    AssociationView *m_view;
    QLineEdit *m_filter;
    QLabel *m_pending;
    QLabel *m_why; // of one source, in full: a narrow table cuts its last column
    ChartPanel *m_charts;
    QSplitter *m_splitter;
    engine::SystemSnapshot m_system; // of the last frame
    QPointer<AssociationDetails> m_details;
    QString m_comparison; // a daemon's name, "" = none
};

} // namespace noonmark::ui
