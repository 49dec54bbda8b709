// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace noonmark::ui {

// Fusion with boxes that can be seen: it outlines check boxes and radio buttons a little darker than the
// window, which on a dark window is no outline at all. And with air between the columns of tables, where a
// column of numbers otherwise touches the words to its right.
class ClearStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
};

} // namespace noonmark::ui
