// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

class PaletteIconEngine : public QIconEngine
{
public:
    explicit PaletteIconEngine(QString name)
        : m_name(std::move(name))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QColor ink = inkOf(mode, state);
        const QString key = u"noonmark/%1/%2/%3"_s.arg(m_name, ink.name()).arg(size.width());
        QPixmap picture;
        if (!QPixmapCache::find(key, &picture)) {
            picture = draw(size, ink);
            QPixmapCache::insert(key, picture);
        }
        return picture;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new PaletteIconEngine(m_name); }

private:
    static QColor inkOf(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QApplication::palette();
        // A pressed switch has the ground of a selection, see emphasizeWhenChecked().
        if (mode == QIcon::Selected || (state == QIcon::On && mode != QIcon::Disabled))
            return palette.color(QPalette::HighlightedText);
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                             QPalette::ButtonText);
    }

    [[nodiscard]] QPixmap draw(const QSize &size, const QColor &ink) const
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return picture;
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", ink.name().toLatin1());
        QPainter painter(&picture);
        QSvgRenderer(drawing).render(&painter);
        return picture;
    }

    QString m_name;
};

} // namespace

QIcon icon(QLatin1StringView name)
{
    return QIcon(new PaletteIconEngine(name));
}

} // namespace noonmark::ui
