// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clearstyle.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace noonmark::ui {

namespace {

constexpr int ColumnMargin = 5;

}

ClearStyle::ClearStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void ClearStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox;
    const bool radio = element == PE_IndicatorRadioButton;
    if ((!box && !radio) || !isDark(option->palette))
        return;
    painter->save();
    painter->setPen(option->state.testFlag(State_Enabled)
                        ? quiet(option->palette)
                        : option->palette.color(QPalette::Disabled, QPalette::Text));
    painter->setBrush(Qt::NoBrush);
    const QRectF outline = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (box) {
        painter->drawRect(outline);
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(outline);
    }
    painter->restore();
}

int ClearStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int margin = QProxyStyle::pixelMetric(metric, option, widget);
    const bool inTable = metric == PM_HeaderMargin
                         || (metric == PM_FocusFrameHMargin && qobject_cast<const QAbstractItemView *>(widget));
    return inTable ? std::max(margin, ColumnMargin) : margin;
}

} // namespace noonmark::ui
