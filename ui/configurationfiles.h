// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace noonmark::ui {

class ConfigurationSession;

// The files of a configuration as a tree: which includes which, which are changed, and where something is
// wrong. To choose one is to edit it. Hidden while there is only one.
class ConfigurationFiles : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ConfigurationFiles(ConfigurationSession &session, QWidget *parent = nullptr);

    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void keysChosen();

private:
    void readFiles();
    void showStates();
    void showState(QTreeWidgetItem &item, int file);
    void followFile();
    void choose(QTreeWidgetItem *item);

    ConfigurationSession &m_session;
    QList<QTreeWidgetItem *> m_items; // by number of the file
};

} // namespace noonmark::ui
