// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace noonmark::ui {

// A QCustomPlot whose background is part of its picture. Its own way is to fill the window and then to mix
// into it a picture that is mostly transparent; a picture without holes, in the format of the window, is only
// copied.
class OpaquePlot : public QCustomPlot
{
    Q_OBJECT

public:
    explicit OpaquePlot(QWidget *parent);

    // What is behind everything; in the exported picture, too.
    void setPaper(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Picture;

    QSharedPointer<Picture> m_picture;
};

} // namespace noonmark::ui
