// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace noonmark::ui {

class SideBySide;

// The file on disk beside the one in the window; the one on disk can be taken over.
class DiskDialog : public QDialog
{
    Q_OBJECT

public:
    DiskDialog(const QByteArray &theirs, const QByteArray &mine, QWidget *parent = nullptr);

signals:
    void theirsChosen();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();

    QLabel *m_summary;
    SideBySide *m_texts;
    QPushButton *m_next;
    QPushButton *m_take;
    QPushButton *m_close;
};

} // namespace noonmark::ui
