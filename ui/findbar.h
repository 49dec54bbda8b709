// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace noonmark::ui {

class ConfigurationSession;
class ConfigurationText;

// Finds words in the text of the file and replaces them; every place found is marked while the bar is open.
// Enter goes to the next place, Shift+Enter to the one before, Escape gives the keyboard back to the text.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    FindBar(ConfigurationSession &session, ConfigurationText &text, QWidget *parent = nullptr);

    // Opens the bar with what is selected in the text; with `replacing` its second row too.
    void open(bool replacing);
    void dismiss();
    // From the cursor on, round the end of the file.
    void findNext();
    void findPrevious();
    // The place that is selected, then goes to the next one.
    void replaceOne();
    void replaceAll(); // one step of undo
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createRows();
    void connectParts();
    void look();
    void showCount();
    void select(qsizetype match);
    [[nodiscard]] qsizetype selectedMatch() const; // -1 if none of them is selected

    ConfigurationSession &m_session;
    ConfigurationText &m_text;
    QLabel *m_findLabel;
    QLineEdit *m_find;
    QLabel *m_count;
    QPushButton *m_previous;
    QPushButton *m_next;
    QCheckBox *m_matchCase;
    QToolButton *m_close;
    QWidget *m_replaceRow;
    QLabel *m_replaceLabel;
    QLineEdit *m_replacement;
    QPushButton *m_replaceOne;
    QPushButton *m_replaceAll;
    QList<qsizetype> m_matches; // where they begin in the text, in its order
};

} // namespace noonmark::ui
