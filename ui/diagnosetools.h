// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/monitor/query.h"
#include "core/monitor/trace.h"
#include "ui/saying.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QHBoxLayout;

namespace noonmark::ui {

class ConfigurationSession;
class KeyChooser;

// A line to type hosts into, a button, a table of what came, and the sentence that belongs to the selected
// row.
class DiagnoseTool : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnoseTool(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *hosts() const { return m_hosts; }
    virtual void retranslate();

protected:
    virtual void start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;
    void toggle();
    void showRunning();
    void setCell(int row, int column, const QString &text, bool isFigure = false);
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    // Below the table; asked anew when the language changes.
    void say(Saying saying);
    // Between the hosts and the button.
    void addToBar(QWidget *widget);
    void setStartText(const QString &text) { m_startText = text; }
    void setWidths(std::initializer_list<int> figures);
    // `figures`: the columns that hold numbers, whose heads stand above their ends.
    void setHeads(const QStringList &heads, std::initializer_list<int> figures);

private:
    QString m_startText;
    QHBoxLayout *m_bar;
    QLineEdit *m_hosts;
    QPushButton *m_start;
    QTableWidget *m_table;
    QLabel *m_sentence;
    Saying m_saying;
};

// Asks servers side by side, as `ntpdate -q` does.
class QueryTool : public DiagnoseTool
{
    Q_OBJECT

public:
    explicit QueryTool(const ConfigurationSession &session, QWidget *parent = nullptr);
    void retranslate() override;

protected:
    void start() override;
    void stop() override;
    [[nodiscard]] bool isRunning() const override;

private:
    void showResult(int index);
    void explain();

    monitor::Query m_query;
    KeyChooser *m_key;
};

// Follows a server's time to its root, as ntptrace does.
class TraceTool : public DiagnoseTool
{
    Q_OBJECT

public:
    explicit TraceTool(QWidget *parent = nullptr);
    void retranslate() override;

protected:
    void start() override;
    void stop() override;
    [[nodiscard]] bool isRunning() const override;

private:
    void showHop(int index);

    monitor::Trace m_trace;
};

} // namespace noonmark::ui
