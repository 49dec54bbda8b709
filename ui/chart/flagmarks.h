// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QString>

#include <vector>

#include <qcustomplot.h>

namespace noonmark::ui {

// Something that happened, on the charts: a thin line at its moment.
struct ChartFlag
{
    double time = 0; // seconds since 1970
    Meaning meaning = Meaning::Neutral;
    QString text;       // plain
    quint64 number = 0; // of the journal's entry

    friend bool operator==(const ChartFlag &, const ChartFlag &) = default;
};

// Draws the flags of the visible time behind the curves, at most one per pixel.
class FlagMarks : public QCPLayerable
{
    Q_OBJECT

public:
    explicit FlagMarks(QCPAxis *timeAxis);

    void setFlags(std::vector<ChartFlag> flags);
    [[nodiscard]] const std::vector<ChartFlag> &flags() const { return m_flags; }
    // Those within a few pixels, oldest first.
    [[nodiscard]] std::vector<ChartFlag> near(double pixel) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    QCPAxis *m_timeAxis;
    std::vector<ChartFlag> m_flags; // in order of time
};

} // namespace noonmark::ui
