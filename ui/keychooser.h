// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/keysfile.h"
#include "core/monitor/query.h"
#include "ui/saying.h"

#include <QComboBox>

namespace noonmark::ui {

class ConfigurationSession;

// Which key signs the questions to a server: none, one of the keys file that the configuration names, one of
// another file, or one that is typed. What is typed is not kept beyond this window, and its value not shown.
class KeyChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit KeyChooser(const ConfigurationSession &session, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<monitor::QueryKey> key() const;
    void retranslate();
    // Adds those that can sign, and chooses the first of them.
    void offer(const config::Document &keys);

signals:
    void problemOccurred(const noonmark::ui::Saying &problem);

protected:
    void showPopup() override;

private:
    void chosen(int row);
    void add(const monitor::QueryKey &key);
    void offerSessionKeys();
    void openFile();
    void typeKey();
    [[nodiscard]] int keyCount() const { return static_cast<int>(m_keys.size()); }

    const ConfigurationSession &m_session;
    std::vector<monitor::QueryKey> m_keys; // the rows behind the first
    int m_row = 0;                         // what was chosen last that is a choice
};

} // namespace noonmark::ui
