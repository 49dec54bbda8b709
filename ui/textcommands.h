// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>

class QAction;
class QWidget;

namespace noonmark::ui {

class ConfigurationSession;
class ConfigurationText;
class FindBar;

// What a person does to the text besides typing: find and replace, comment lines out, go from finding to
// finding and mend them. Each is an action with a shortcut that works on the whole page.
class TextCommands : public QObject
{
    Q_OBJECT

public:
    // The page carries the shortcuts.
    TextCommands(ConfigurationSession &session, ConfigurationText &text, FindBar &bar, QWidget &page);

    void retranslate();
    void toggleComments();
    void goToFinding(int step);
    // At the cursor's line: applied at once if there is one remedy, offered in a menu if there are several.
    void mend();

private:
    enum Command
    {
        Find,
        Replace,
        FindNext,
        FindPrevious,
        ToggleComments,
        NextFinding,
        PreviousFinding,
        Mend,
        CommandCount
    };
    void createActions(QWidget &page);
    void connectActions(FindBar &bar);
    void say(const QString &text);

    ConfigurationSession &m_session;
    ConfigurationText &m_text;
    std::array<QAction *, CommandCount> m_actions{};
};

} // namespace noonmark::ui
