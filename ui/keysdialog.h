// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/saying.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace noonmark::ui {

class ConfigurationSession;
class EditedFile;
class KeysModel;
class KeysText;

// The editor of the symmetric keys that a configuration uses. It changes the session's keys file, which is
// undone and saved by itself; what it holds stays when the dialog is closed.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(ConfigurationSession &session, QWidget *parent = nullptr);

    // Selects the key of this line of the keys file.
    void showLine(int line);

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Button
    {
        Add,
        Change,
        Remove,
        Undo,
        Redo,
        KeepMine,
        TakeTheirs,
        Begin,
        Save,
        Close,
        ButtonCount
    };
    void createButtons();
    void createTable();
    void layOut();
    [[nodiscard]] QWidget *tablePage();
    [[nodiscard]] QWidget *emptyPage();
    void retranslate();
    void present();
    void showButtons(EditedFile *keys);
    void select(int line);
    void edit(bool isNew);
    void remove();
    void begin();
    void save();

    ConfigurationSession &m_session;
    KeysModel *m_model;
    QTableView *m_view;
    KeysText *m_text;
    QStackedWidget *m_pages;
    QLabel *m_place;
    QLabel *m_disk;
    QLabel *m_findings;
    QLabel *m_empty;
    QCheckBox *m_shown;
    std::array<QPushButton *, ButtonCount> m_buttons{};
};

} // namespace noonmark::ui
