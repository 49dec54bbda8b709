// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/diagnostic.h"
#include "ui/bytetext.h"

#include <QPlainTextEdit>

#include <optional>
#include <utility>
#include <vector>

namespace noonmark::ui {

class ConfigurationSession;
class DirectiveCompleter;
class LineMargin;
class LineReadings;
class TextHighlighter;

// The file as text. What is typed becomes the smallest edit of the session's document, and every change of
// the document is shown as the smallest change of the text, so cursor and scroll place stay. Undo and redo
// are the session's.
class ConfigurationText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConfigurationText(ConfigurationSession &session, QWidget *parent = nullptr);

    struct VisibleLine
    {
        int number = 0;
        int top = 0;
        int height = 0;
    };
    [[nodiscard]] std::vector<VisibleLine> visibleLines() const;
    [[nodiscard]] int lineAt(int y) const;
    // One sentence a line; "" if the line has no finding.
    [[nodiscard]] QString findingsOfLine(int line) const;
    // The same, and what the daemon does with the line if that is something else than it says.
    [[nodiscard]] QString notesOfLine(int line) const;
    [[nodiscard]] const LineReadings &readings() const { return m_readings; }
    // What hovering over this byte of the file says.
    [[nodiscard]] QString explanationOf(std::size_t offset) const;
    // True if some bytes could not be shown as characters.
    [[nodiscard]] bool showsEscapedBytes() const { return m_showsEscapedBytes; }
    [[nodiscard]] const LineMargin &margin() const { return *m_margin; }
    void selectRange(config::TextRange range);
    // The characters of the text, with '\n' between lines; a place in it is a place of the cursor.
    [[nodiscard]] const QString &shown() const { return m_shown; }
    // The bytes behind the characters from `start` to `end`.
    [[nodiscard]] config::TextRange rangeOf(qsizetype start, qsizetype end) const;
    // Marks what a search found: `length` characters at each start.
    void showMatches(const QList<qsizetype> &starts, qsizetype length);
    [[nodiscard]] std::vector<config::Fix> fixesOfLine(int line) const;
    // Puts the remedies of a line in front of what the menu holds.
    void addFixes(QMenu &menu, int line);

signals:
    void escapedBytesChanged(bool shown);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectSession();
    void connectText();
    [[nodiscard]] QString text() const;
    struct Typing
    {
        TextChange change;
        QString inserted;
        config::Edit edit;
    };
    // What is typed is told twice: where, and when all of it is done.
    void noteTyping(int position, int removed, int added);
    void readTyping();
    [[nodiscard]] Typing typingAnywhere() const;
    [[nodiscard]] std::optional<Typing> typingAt(const TextChange &noted) const;
    [[nodiscard]] QString textBetween(qsizetype start, qsizetype end) const;
    [[nodiscard]] config::TextRange bytesBefore(const TextChange &change) const;
    [[nodiscard]] bool takeTyping(const Typing &typing);
    void showDocument();
    void showBytes();
    [[nodiscard]] bool isShown() const;
    void showEscapes(bool shown);
    void showFindings();
    void showMarks();
    void showCurrentLine(int line);
    [[nodiscard]] int typingRun(qsizetype start, qsizetype removed, qsizetype inserted, bool newLine);
    [[nodiscard]] std::pair<qsizetype, qsizetype> shownRange(config::TextRange range) const;
    [[nodiscard]] std::size_t byteOffset(int position) const;
    [[nodiscard]] QString explanationUnder(const QPoint &position) const;
    void layOutMargin();

    ConfigurationSession &m_session;
    LineReadings &m_readings;
    LineMargin *m_margin;
    TextHighlighter *m_highlighter;
    DirectiveCompleter *m_completer;
    QList<QTextEdit::ExtraSelection> m_findingSelections;
    QList<QTextEdit::ExtraSelection> m_matchSelections;
    QString m_shown; // shownText() of the document's bytes
    std::vector<TextChange> m_noted;  // since the last reading
    int m_revision = -1;              // of the session, whose bytes of this file are shown
    QString m_path;
    const Typing *m_typing = nullptr; // is being pushed, and stands in the text already
    bool m_updating = false;
    bool m_showsEscapedBytes = false;
    int m_mergeId = 0;
    qsizetype m_runEnd = 0; // where the present run of typing stands
};

} // namespace noonmark::ui
