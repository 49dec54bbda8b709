// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>

class QAction;

namespace noonmark::ui {

enum class ActionId : unsigned char
{
    Open,
    Save,
    SaveAs,
    CompareDisk,
    Export,
    Quit,
    Undo,
    Redo,
    Apply,
    AddSource,
    DisableSource,
    RemoveSource,
    Keys,
    CopyTable,
    CopyNtpq,
    SourceDetails,
    ImportHistory,
    Preferences,
    SaveChart,
    Explain,
    About,
    Last_
};

// Every command of the window, made from one table: id, icon, shortcut, text, status tip. The object names
// ("file-open") are stable for ever, so that tests and settings can name a command. Menus, buttons and pages
// share the same QAction.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }
    void retranslate();

private:
    std::array<QAction *, static_cast<std::size_t>(ActionId::Last_)> m_actions{};
};

} // namespace noonmark::ui
