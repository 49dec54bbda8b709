// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartpanel.h"

#include "core/wording/wording.h"

#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>

#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace noonmark::ui {

namespace {

// Seconds; 0 = everything there is.
constexpr std::array Spans{300, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600, 0};
constexpr double ShortestSpan = 60;

QPixmap swatch(const QColor &ink)
{
    QPixmap picture(12, 12);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.fillRect(0, 4, 12, 4, ink);
    return picture;
}

// Three missed answers at the usual interval of this source.
double gapOf(const monitor::Series &series)
{
    const auto &samples = series.samples();
    if (samples.size() < 3)
        return 3600;
    const auto recent = std::min<std::size_t>(samples.size() - 1, 16);
    const double interval =
        (samples.back().time - samples[samples.size() - 1 - recent].time) / static_cast<double>(recent);
    return std::max(3.5 * interval, 60.0);
}

} // namespace

ChartPanel::ChartPanel(const monitor::RecentHistory &history, Settings &settings, QAction *save,
                       QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_settings(settings)
    , m_spans(new QButtonGroup(this))
    , m_follow(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_legend(new QWidget(this))
    , m_legendRow(new QHBoxLayout(m_legend))
    , m_offset(new ChartView(this))
    , m_jitter(new ChartView(this))
{
    setObjectName(u"charts"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->setSpacing(4);
    createBar(save);
    createCharts();
    m_follow->setChecked(m_settings.value(Setting::ChartFollow).toBool());
    retranslate();
}

void ChartPanel::createBar(QAction *save)
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->setContentsMargins(0, 0, 0, 0);
    const int remembered = m_settings.value(Setting::ChartSpan).toInt();
    for (const int seconds : Spans) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"chart-span-%1"_s.arg(seconds));
        button->setCheckable(true);
        button->setChecked(seconds == remembered);
        button->setAutoRaise(true);
        emphasizeWhenChecked(button);
        m_spans->addButton(button, seconds);
        bar->addWidget(button);
    }
    m_follow->setObjectName(u"chart-follow"_s);
    m_follow->setCheckable(true);
    m_follow->setAutoRaise(true);
    emphasizeWhenChecked(m_follow);
    m_follow->setIcon(icon("follow"_L1));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_save->setDefaultAction(save);
    m_save->setAutoRaise(true);
    m_legendRow->setContentsMargins(8, 0, 8, 0);
    m_legendRow->setSpacing(0);
    m_legendRow->addStretch(1);
    // Many sources must not widen the window.
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addSpacing(8);
    bar->addWidget(m_follow);
    bar->addWidget(m_legend, 1);
    bar->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_spans, &QButtonGroup::idClicked, this, &ChartPanel::chooseSpan);
    connect(m_follow, &QToolButton::toggled, this, &ChartPanel::setFollowing);
    connect(save, &QAction::triggered, this, &ChartPanel::chooseFile);
}

void ChartPanel::createCharts()
{
    m_offset->setObjectName(u"chart-offset"_s);
    m_jitter->setObjectName(u"chart-jitter"_s);
    m_offset->setTimeLabels(false);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_offset);
    splitter->addWidget(m_jitter);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    static_cast<QVBoxLayout *>(layout())->addWidget(splitter, 1);
    for (ChartView *chart : {m_offset, m_jitter}) {
        connect(chart, &ChartView::spanChosen, this, &ChartPanel::leaveThePresent);
        connect(chart, &ChartView::fitRequested, this, &ChartPanel::fit);
        connect(chart, &ChartView::flagClicked, this, &ChartPanel::flagClicked);
        connect(chart, &ChartView::hovered, this, &ChartPanel::showCrosshair);
    }
}

void ChartPanel::setSelection(const QStringList &keys)
{
    m_selection = keys;
    chooseLines();
}

void ChartPanel::setFlags(const std::vector<ChartFlag> &flags)
{
    m_offset->setFlags(flags);
    m_jitter->setFlags(flags);
}

void ChartPanel::showPresent(double now)
{
    const bool first = m_now == 0;
    m_now = now;
    chooseLines();
    if (first)
        chooseSpan(m_settings.value(Setting::ChartSpan).toInt());
    else if (isFollowing() && m_spans->checkedId() == 0)
        fit();
    else if (isFollowing())
        showSpan({now - span().width(), now});
    m_offset->refresh();
    m_jitter->refresh();
}

TimeSpan ChartPanel::span() const
{
    return m_offset->span();
}

bool ChartPanel::isFollowing() const
{
    return m_follow->isChecked();
}

void ChartPanel::chooseSpan(int seconds)
{
    m_settings.setValue(Setting::ChartSpan, seconds);
    m_follow->setChecked(true);
    if (seconds == 0)
        fit();
    else
        showSpan({m_now - seconds, m_now});
}

void ChartPanel::setFollowing(bool following)
{
    m_settings.setValue(Setting::ChartFollow, following);
    if (following && m_now > 0)
        showSpan({m_now - span().width(), m_now});
}

void ChartPanel::showSpan(const TimeSpan &span)
{
    m_offset->setSpan(span);
    m_jitter->setSpan(span);
}

void ChartPanel::fit()
{
    double first = m_now - ShortestSpan;
    for (const monitor::SourceHistory *source : chosen())
        if (!source->offset->empty())
            first = std::min(first, source->offset->firstTime());
    if (QAbstractButton *everything = m_spans->button(0))
        everything->setChecked(true);
    showSpan({first, m_now});
}

void ChartPanel::leaveThePresent(const TimeSpan &span)
{
    // None of the fixed spans is shown any more, and an exclusive group always has one.
    m_spans->setExclusive(false);
    if (QAbstractButton *checked = m_spans->checkedButton())
        checked->setChecked(false);
    m_spans->setExclusive(true);
    m_follow->setChecked(false);
    showSpan(span);
}

void ChartPanel::showCrosshair(double time)
{
    m_offset->setCrosshair(time);
    m_jitter->setCrosshair(time);
}

std::vector<const monitor::SourceHistory *> ChartPanel::chosen() const
{
    std::vector<const monitor::SourceHistory *> result;
    for (const monitor::SourceHistory &source : m_history.sources())
        if (m_selection.isEmpty() ? !source.offset->empty() : m_selection.contains(source.key))
            result.push_back(&source);
    return result;
}

void ChartPanel::chooseLines()
{
    std::vector<ChartLine> offsets;
    std::vector<ChartLine> jitters;
    QStringList keys;
    for (const monitor::SourceHistory *source : chosen()) {
        keys.append(source->key + u' ' + QString::number(source->slot));
        if (m_hidden.contains(source->key))
            continue;
        const double gap = gapOf(*source->offset);
        offsets.push_back({source->key, source->name, source->slot, source->offset, gap, false});
        jitters.push_back({source->key, source->name, source->slot, source->jitter, gap, false});
    }
    m_offset->setLines(offsets);
    m_jitter->setLines(jitters);
    if (keys == m_drawn)
        return;
    m_drawn = keys;
    showLegend();
}

void ChartPanel::showLegend()
{
    while (m_legendRow->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_legendRow->takeAt(0));
        item->widget()->deleteLater();
    }
    for (const monitor::SourceHistory *source : chosen()) {
        auto *entry = new QToolButton(m_legend);
        entry->setObjectName("legend-"_L1 + source->key);
        entry->setText(source->name);
        entry->setIcon(swatch(seriesColor(source->slot, QApplication::palette())));
        entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry->setAutoRaise(true);
        entry->setCheckable(true);
        entry->setChecked(!m_hidden.contains(source->key));
        entry->setToolTip(tr("Show or hide this source in the charts"));
        connect(entry, &QToolButton::toggled, this, [this, key = source->key](bool on) { toggle(key, on); });
        m_legendRow->insertWidget(m_legendRow->count() - 1, entry);
    }
}

void ChartPanel::toggle(const QString &key, bool shown)
{
    if (shown)
        m_hidden.remove(key);
    else
        m_hidden.insert(key);
    chooseLines();
}

void ChartPanel::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog =
        new QFileDialog(this, tr("Save the charts as a picture"), folder, tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(u"noonmark.png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!savePicture(path))
            emit problemOccurred(tr("The picture could not be written to %1.").arg(path));
    });
    dialog->open();
}

bool ChartPanel::savePicture(const QString &path) const
{
    // Twice the size of the screen: it will be looked at in a report.
    constexpr double Scale = 2;
    const QPixmap offset = m_offset->picture(m_offset->size(), Scale);
    const QPixmap jitter = m_jitter->picture(m_jitter->size(), Scale);
    QImage both(std::max(offset.width(), jitter.width()), offset.height() + jitter.height(),
                QImage::Format_RGB32);
    both.fill(QApplication::palette().color(QPalette::Window));
    QPainter painter(&both);
    painter.drawPixmap(0, 0, offset);
    painter.drawPixmap(0, offset.height(), jitter);
    painter.end();
    return both.save(path, "PNG");
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showLegend();
    QWidget::changeEvent(event);
}

void ChartPanel::retranslate()
{
    //: Buttons above the charts: how much time they show.
    const std::array texts{tr("5 min"), tr("1 h"), tr("6 h"), tr("24 h"), tr("7 d"), tr("All")};
    for (std::size_t i = 0; i < Spans.size(); ++i)
        m_spans->button(Spans[i])->setText(texts[i]);
    //: Button above the charts: keep the newest measurements in view.
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(
        tr("Keep the newest measurements in view. Turning the wheel or dragging a chart stops it."));
    const QString nothing = tr("No measurement in this span. A point appears with each answer of a source.");
    //: Head of the upper chart; its unit follows.
    m_offset->setQuantity(tr("Offset"), false);
    //: Head of the lower chart; its unit follows.
    m_jitter->setQuantity(tr("Jitter"), true);
    m_offset->setToolTip(wording::explanationOfColumn("offset"));
    m_jitter->setToolTip(wording::explanationOfColumn("jitter"));
    for (ChartView *chart : {m_offset, m_jitter}) {
        chart->setEmptyText(nothing);
        chart->setWhatsThis(chart->toolTip() + u"\n\n"_s +
                            tr("The wheel zooms, dragging moves the view, a double click shows everything."));
        chart->setToolTip({});
    }
    showLegend();
}

} // namespace noonmark::ui
