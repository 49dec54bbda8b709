// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace noonmark::ui {

class ConfigurationSession;

// The keys file as it is written, beside the table of its keys. The values are dots until they are asked for; only then
// can one type here. Each run of typing is one step of the file's own undo.
class KeysText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit KeysText(ConfigurationSession &session, QWidget *parent = nullptr);

    void showValues(bool shown);
    void showLine(int line);
    // The document of the keys file may be another one, or none.
    void present();

signals:
    void lineChosen(int line);

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString wanted() const;
    void readTyping();

    ConfigurationSession &m_session;
    QString m_shown;
    bool m_showsValues = false;
    bool m_updating = false;
    int m_mergeId = 0;
};

} // namespace noonmark::ui
