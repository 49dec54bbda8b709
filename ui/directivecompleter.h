// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"

#include <QObject>

class QCompleter;
class QKeyEvent;
class QPlainTextEdit;
class QStringListModel;

namespace noonmark::ui {

class ConfigurationSession;
class KnownHosts;

// Words that may stand where the cursor is: directives at the start of a line, then hosts and networks that are known
// where an address belongs, and the directive's options. The list opens by itself from the second letter on, or with
// Ctrl+Space.
class DirectiveCompleter : public QObject
{
    Q_OBJECT

public:
    DirectiveCompleter(ConfigurationSession &session, QPlainTextEdit &text);

    // True if the open list takes this key.
    [[nodiscard]] bool wants(const QKeyEvent &event) const;
    // To be called after the text took a key.
    void keyTaken(const QKeyEvent &event);
    void open();
    [[nodiscard]] bool isOpen() const;

private:
    [[nodiscard]] QString wordStart() const;
    [[nodiscard]] QStringList candidates() const;
    [[nodiscard]] QStringList wordsBehind(const config::Line &line) const;
    void insert(const QString &word);

    const ConfigurationSession &m_session;
    const KnownHosts &m_hosts;
    QPlainTextEdit &m_text;
    QStringListModel *m_words;
    QCompleter *m_completer;
};

} // namespace noonmark::ui
