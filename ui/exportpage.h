// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/clientkit.h"
#include "ui/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace noonmark::ui {

class ConfigurationSession;

// What other machines need: this master's own file, and a file for its clients in the format of their daemon.
// Shows it before it is copied or saved.
class ExportPage : public Page
{
    Q_OBJECT

public:
    explicit ExportPage(ConfigurationSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("export"); }
    [[nodiscard]] QString title() const override { return tr("Export"); }
    [[nodiscard]] QIcon icon() const override;

    // The bytes that copy and save would give now.
    [[nodiscard]] QByteArray contents() const;
    void saveTo(const QString &path);

protected:
    void retranslate() override;

private:
    void createFields();
    void layOut();
    void fillFormats();
    void showContents();
    void copy();
    void saveAs();
    [[nodiscard]] std::optional<exports::ClientFormat> format() const;
    [[nodiscard]] QStringList masters() const;
    [[nodiscard]] QString suggestedName() const;

    ConfigurationSession &m_session;
    QLabel *m_formatLabel;
    QListWidget *m_formats;
    QLabel *m_mastersLabel;
    QLineEdit *m_masters;
    QLabel *m_dialectLabel;
    QComboBox *m_dialect;
    QLabel *m_place;
    QLabel *m_previewLabel;
    QPlainTextEdit *m_preview;
    QPushButton *m_copy;
    QPushButton *m_save;
    QLabel *m_done;
};

} // namespace noonmark::ui
