// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace noonmark::ui {

// Two texts beside each other, line against line: what only one of them has is coloured and signed there and
// leaves a gap in the other. Both scroll together.
class SideBySide : public QWidget
{
    Q_OBJECT

public:
    explicit SideBySide(QWidget *parent = nullptr);

    void showTexts(const QByteArray &left, const QByteArray &right);
    void setTitles(const QString &left, const QString &right);
    [[nodiscard]] int differences() const { return static_cast<int>(m_places.size()); }
    // From the line in sight on, round the end.
    void showNextDifference();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Side
    {
        QLabel *title = nullptr;
        QPlainTextEdit *text = nullptr;
        QList<bool> marked; // per shown row
    };
    [[nodiscard]] Side createSide();
    void paint(Side &side);
    void scrollTogether();

    Side m_left;
    Side m_right;
    QList<int> m_places; // rows where a difference begins
    int m_place = -1;
    bool m_scrolling = false;
};

} // namespace noonmark::ui
