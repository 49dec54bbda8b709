// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/opaqueplot.h"

namespace noonmark::ui {

class OpaquePlot::Picture : public QCPAbstractPaintBuffer
{
public:
    using QCPAbstractPaintBuffer::QCPAbstractPaintBuffer;

    QColor paper = Qt::white;

    QCPPainter *startPainting() override { return new QCPPainter(&m_image); } // deleted by whoever asked
    void draw(QCPPainter *painter) const override
    {
        if (!m_image.isNull())
            painter->drawImage(0, 0, m_image);
    }
    void clear(const QColor & /*color*/) override { m_image.fill(paper); }

protected:
    void reallocateBuffer() override
    {
        setInvalidated();
        m_image = QImage(mSize * mDevicePixelRatio, QImage::Format_RGB32);
        m_image.setDevicePixelRatio(mDevicePixelRatio);
    }

private:
    QImage m_image;
};

OpaquePlot::OpaquePlot(QWidget *parent)
    : QCustomPlot(parent)
    , m_picture(QSharedPointer<Picture>::create(QSize(), bufferDevicePixelRatio()))
{
    mPaintBuffers = {m_picture}; // the first is the one that lies behind all others
}

void OpaquePlot::setPaper(const QColor &color)
{
    m_picture->paper = color;
    setBackground(color);
}

void OpaquePlot::paintEvent(QPaintEvent * /*event*/)
{
    if (!qFuzzyCompare(bufferDevicePixelRatio(), devicePixelRatioF())) { // moved to another screen
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(rpQueuedRefresh);
        return;
    }
    QCPPainter painter(this);
    for (const auto &buffer : std::as_const(mPaintBuffers))
        buffer->draw(&painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace noonmark::ui
