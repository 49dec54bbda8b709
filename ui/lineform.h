// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/directives.h"
#include "core/config/edits.h"

#include <QHash>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace noonmark::ui {

class ConfigurationSession;
class LineReadings;

// The current line as a form made from the directive table: its argument, and each option that the dialect
// knows. What is changed here touches only that word of the line. A line that is no directive is shown as one
// field of text.
class LineForm : public QWidget
{
    Q_OBJECT

public:
    explicit LineForm(ConfigurationSession &session, QWidget *parent = nullptr);

    // The fields come and go; in the tab order they stand behind this widget.
    void setTabPredecessor(QWidget &widget);
    // Puts the keyboard where a new line is to be filled in.
    void focusFirstField();
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        config::OptionSpec spec;
        QCheckBox *box = nullptr;
        QWidget *value = nullptr; // spin box, combo box or line edit; null for a flag
        int mergeId = 0;
    };
    void follow(); // the current line or the document is new
    void rebuild();
    void orderFields();
    void refresh();
    void showDeparture();
    void createOptions(const config::DirectiveSpec &directive);
    void createFlag(QGridLayout &grid, const config::OptionSpec &option, int place);
    void createValue(QGridLayout &grid, const config::OptionSpec &option, int place);
    [[nodiscard]] QWidget *valueEditor(const config::OptionSpec &option);
    void connectField(std::size_t index);
    void explain(QWidget *widget, const config::OptionSpec &option);
    void showValue(const Field &field, const std::optional<std::string> &value);
    void commitText();
    void switchOption(std::size_t index, bool on);
    void commitOption(std::size_t index);
    [[nodiscard]] std::string valueOf(const Field &field) const;
    [[nodiscard]] const config::Line *line() const;
    [[nodiscard]] QString argumentLabel() const;
    void push(config::Edits edits, int mergeId);

    ConfigurationSession &m_session;
    LineReadings &m_readings;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_departure; // what the daemon does instead
    QLabel *m_help;
    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
    QWidget *m_tabPredecessor = nullptr;
    QLabel *m_textLabel = nullptr;
    QLineEdit *m_text = nullptr; // the argument, or the whole line
    std::vector<Field> m_fields;
    QHash<QObject *, QString> m_explanations;
    std::string m_keyword; // what the form was built for
    int m_lineNumber = 0;
    Dialect m_dialect = Dialect::Noonmark;
    bool m_refreshing = false;
};

} // namespace noonmark::ui
