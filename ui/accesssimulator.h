// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/access.h"
#include "ui/rowmodel.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace noonmark::ui {

class AccessEntryModel;
class ConfigurationSession;

struct AnswerRow
{
    QString question;
    bool yes = false;
    bool good = true; // yes opens a door here; of "needs a key" it does not
    QString answer;

    [[nodiscard]] bool sameAs(const AnswerRow &other) const { return question == other.question; }
};

// What one host may do, a row for each right.
class AnswerModel : public RowModel<AnswerRow>
{
    Q_OBJECT

public:
    enum Column
    {
        QuestionColumn,
        AnswerColumn,
        ColumnCount
    };

    using RowModel::RowModel;

    void setAnswer(const std::optional<config::AccessAnswer> &answer);
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

// "What may this host do?" and "Who may do this?", answered from the same table that the engine asks.
class AccessSimulator : public QWidget
{
    Q_OBJECT

public:
    explicit AccessSimulator(ConfigurationSession &session, QWidget *parent = nullptr);

    void retranslate();

signals:
    void lineRequested(int line);

private:
    [[nodiscard]] QGroupBox *hostGroup();
    [[nodiscard]] QGroupBox *rightGroup();
    void answer();
    void showHost();
    void showDecision(const config::AccessAnswer &answer);
    void showRight();

    ConfigurationSession &m_session;
    AccessTable m_table;
    AnswerModel *m_answers;
    AccessEntryModel *m_ranges;
    QGroupBox *m_hostGroup = nullptr;
    QGroupBox *m_rightGroup = nullptr;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QTableView *m_answerView;
    QLabel *m_decision;
    QPushButton *m_jump;
    QLabel *m_rightLabel;
    QComboBox *m_right;
    QTableView *m_rangeView;
    int m_decidingLine = 0;
};

} // namespace noonmark::ui
