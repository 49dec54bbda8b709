// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagelist.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace noonmark::ui {

namespace {

constexpr int RowHeight = 36;
constexpr int Width = 168;
constexpr int AccentWidth = 3;

class PageDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        QColor shade = option.palette.color(QPalette::WindowText);
        shade.setAlphaF(selected ? 0.11F : 0.05F);
        if (selected || hovered)
            painter->fillRect(option.rect, shade);
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(AccentWidth, option.rect.height())),
                              QApplication::palette().color(QPalette::Highlight));
        const QRect inner = option.rect.adjusted(16, 0, -8, 0);
        const QSize size = option.decorationSize;
        const QRect place(inner.left(), inner.center().y() - size.height() / 2, size.width(), size.height());
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place);
        QFont font = option.font;
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(option.palette.color(QPalette::WindowText));
        painter->drawText(inner.adjusted(size.width() + 10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                                 const QModelIndex & /*index*/) const override
    {
        return {Width, RowHeight};
    }
};

} // namespace

PageList::PageList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setIconSize({20, 20});
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(Width);
    setViewportMargins(0, 8, 0, 8);
    followPalette();
}

void PageList::addPage(const QString &id, const QIcon &icon, const QString &title)
{
    auto *item = new QListWidgetItem(icon, title, this);
    item->setData(Qt::UserRole, id);
}

void PageList::setTitle(int row, const QString &title)
{
    item(row)->setText(title);
}

int PageList::rowOf(const QString &id) const
{
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole) == id)
            return row;
    return -1;
}

void PageList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        followPalette();
    QListWidget::changeEvent(event);
}

void PageList::followPalette()
{
    // Only this role: everything else goes on following the program.
    QPalette own;
    own.setColor(QPalette::Base, QApplication::palette().color(QPalette::Window));
    setPalette(own);
}

} // namespace noonmark::ui
