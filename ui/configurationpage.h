// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/document.h"
#include "ui/page.h"

#include <array>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QTreeView;

namespace noonmark::ui {

class ConfigurationFiles;
class ConfigurationSession;
class ConfigurationText;
class FindBar;
class FindingList;
class LineForm;
class StructureModel;
class TextCommands;

// The file twice: as a form on the left, as text on the right, always in step; below them what is wrong with
// it.
class ConfigurationPage : public Page
{
    Q_OBJECT

public:
    explicit ConfigurationPage(ConfigurationSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("configuration"); }
    [[nodiscard]] QString title() const override { return tr("Configuration"); }
    [[nodiscard]] QIcon icon() const override;

    // Goes to a place of the file and selects it.
    void showPlace(config::TextRange range);
    // Opens the editor of the symmetric keys, at a line of their file.
    void openKeys(int line = 0);

protected:
    void retranslate() override;

private:
    enum LineAction
    {
        Remove,
        MoveUp,
        MoveDown,
        LineActionCount
    };
    void createTree();
    void createActions();
    void layOut();
    [[nodiscard]] QWidget *leftSide();
    [[nodiscard]] QWidget *rightSide();
    void fillAddMenu();
    void fillDialects();
    void addDirective(const QString &name);
    void removeCurrent();
    void moveCurrent(int step);
    void treeChose(const QModelIndex &index);
    void followLine();
    void followDocument();
    void followDialect();
    void showEscapedBytes(bool shown);

    ConfigurationSession &m_session;
    ConfigurationFiles *m_files;
    StructureModel *m_structure;
    QTreeView *m_tree;
    LineForm *m_form;
    ConfigurationText *m_text;
    FindBar *m_findBar;
    TextCommands *m_commands;
    FindingList *m_findings;
    QPushButton *m_keys;
    QPushButton *m_add;
    QMenu *m_addMenu;
    std::array<QPushButton *, LineActionCount> m_buttons{};
    std::array<QAction *, LineActionCount> m_actions{};
    QLabel *m_dialectLabel;
    QComboBox *m_dialects;
    QLabel *m_textLabel;
    QLabel *m_bytesNote;
};

} // namespace noonmark::ui
