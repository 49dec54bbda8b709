// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chartpanel.h"

#include "core/wording/wording.h"

#include "ui/chart/chartexport.h"
#include "ui/chart/chartstatistics.h"
#include "ui/chart/flagmarks.h"
#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
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
constexpr int StatisticsPause = 250; // ms; they are for reading, not for watching

QPixmap swatch(const ChartLine &line, const QPalette &palette)
{
    QPixmap picture(14, 12);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(QPen(seriesColor(line.slot, palette), 4, line.dashed ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(0, 6, 14, 6);
    return picture;
}

} // namespace

ChartPanel::ChartPanel(const monitor::RecentHistory &history, Settings &settings, QAction *save,
                       QWidget *parent)
    : QWidget(parent)
    , m_curves(history)
    , m_settings(settings)
    , m_spans(new QButtonGroup(this))
    , m_follow(new QToolButton(this))
    , m_show(new QToolButton(this))
    , m_compare(new QToolButton(this))
    , m_save(new QToolButton(this))
    , m_band(new QAction(this))
    , m_showStatistics(new QAction(this))
    , m_legend(new QWidget(this))
    , m_legendRow(new QHBoxLayout(m_legend))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_statistics(new ChartStatistics(this))
{
    setObjectName(u"charts"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->setSpacing(4);
    createBar(save);
    createShowMenu();
    createCharts();
    m_follow->setChecked(m_settings.value(Setting::ChartFollow).toBool());
    setComparisons({}, {});
    retranslate();
    chooseCharts();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::createSpans(QHBoxLayout *bar)
{
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
    connect(m_spans, &QButtonGroup::idClicked, this, &ChartPanel::chooseSpan);
}

void ChartPanel::createBar(QAction *save)
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->setContentsMargins(0, 0, 0, 0);
    createSpans(bar);
    m_follow->setObjectName(u"chart-follow"_s);
    m_follow->setCheckable(true);
    emphasizeWhenChecked(m_follow);
    m_follow->setIcon(icon("follow"_L1));
    m_show->setObjectName(u"chart-show"_s);
    m_compare->setObjectName(u"chart-compare"_s);
    for (QToolButton *menu : {m_show, m_compare})
        menu->setPopupMode(QToolButton::InstantPopup);
    m_save->setDefaultAction(save);
    for (QToolButton *button : {m_follow, m_show, m_compare, m_save}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_save->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_legendRow->setContentsMargins(8, 0, 8, 0);
    m_legendRow->setSpacing(0);
    m_legendRow->addStretch(1);
    // Many sources must not widen the window.
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addSpacing(8);
    bar->addWidget(m_follow);
    bar->addWidget(m_legend, 1);
    for (QToolButton *button : {m_show, m_compare, m_save})
        bar->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_follow, &QToolButton::toggled, this, &ChartPanel::setFollowing);
    connect(save, &QAction::triggered, this, &ChartPanel::chooseFile);
}

void ChartPanel::createShowMenu()
{
    auto *menu = new QMenu(this);
    const QStringList remembered = m_settings.value(Setting::ChartQuantities).toStringList();
    for (std::size_t i = 0; i < ChartKindCount; ++i) {
        const QString id = QString::fromLatin1(chartKinds()[i].id);
        QAction *action = menu->addAction(QString());
        action->setObjectName(u"chart-show-"_s + id);
        action->setCheckable(true);
        action->setChecked(remembered.contains(id));
        m_charts[i].shown = action;
        connect(action, &QAction::toggled, this, &ChartPanel::chooseCharts);
    }
    menu->addSeparator();
    m_band->setObjectName(u"chart-show-uncertainty"_s);
    m_band->setCheckable(true);
    m_band->setChecked(m_settings.value(Setting::ChartBand).toBool());
    m_curves.band = m_band->isChecked();
    m_showStatistics->setObjectName(u"chart-show-statistics"_s);
    m_showStatistics->setCheckable(true);
    m_showStatistics->setChecked(m_settings.value(Setting::ChartStatistics).toBool());
    menu->addAction(m_band);
    menu->addAction(m_showStatistics);
    m_show->setMenu(menu);
    connect(m_band, &QAction::toggled, this, [this](bool on) {
        m_settings.setValue(Setting::ChartBand, on);
        m_curves.band = on;
        chooseLines();
    });
    connect(m_showStatistics, &QAction::toggled, this, [this](bool on) {
        m_settings.setValue(Setting::ChartStatistics, on);
        showStatistics();
    });
}

void ChartPanel::createCharts()
{
    m_splitter->setChildrenCollapsible(false);
    // Eight charts are higher than a screen: the window must not become so.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setMinimumHeight(160);
    scroll->setWidget(m_splitter);
    static_cast<QVBoxLayout *>(layout())->addWidget(scroll, 1);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_statistics);
    m_statistics->setMaximumHeight(132);
    m_statisticsDue.setSingleShot(true);
    m_statisticsDue.setInterval(StatisticsPause);
    connect(&m_statisticsDue, &QTimer::timeout, this, &ChartPanel::showStatistics);
}

void ChartPanel::createChart(std::size_t kind)
{
    auto *view = new ChartView(this);
    m_charts[kind].view = view;
    view->setObjectName(u"chart-"_s + QString::fromLatin1(chartKinds()[kind].id));
    // In the order of the table, whatever order they are asked for in.
    const auto before = std::count_if(m_charts.begin(), m_charts.begin() + static_cast<std::ptrdiff_t>(kind),
                                      [](const Chart &chart) { return chart.view != nullptr; });
    m_splitter->insertWidget(static_cast<int>(before), view);
    m_splitter->setStretchFactor(static_cast<int>(before), kind == 0 ? 3 : 2);
    nameChart(kind);
    view->setFlags(m_flags);
    if (m_span.width() > 0)
        view->setSpan(m_span);
    connect(view, &ChartView::spanChosen, this, &ChartPanel::leaveThePresent);
    connect(view, &ChartView::fitRequested, this, &ChartPanel::fit);
    connect(view, &ChartView::flagClicked, this, &ChartPanel::flagClicked);
    connect(view, &ChartView::hovered, this, &ChartPanel::showCrosshair);
}

void ChartPanel::chooseCharts()
{
    const bool any = std::ranges::any_of(m_charts, [](const Chart &c) { return c.shown->isChecked(); });
    if (!any) {
        m_charts.front().shown->setChecked(true); // comes back here
        return;
    }
    QStringList ids;
    ChartView *last = nullptr;
    for (std::size_t i = 0; i < ChartKindCount; ++i) {
        Chart &chart = m_charts[i];
        const bool shown = chart.shown->isChecked();
        if (shown)
            ids.append(QString::fromLatin1(chartKinds()[i].id));
        if (shown && chart.view == nullptr)
            createChart(i);
        if (chart.view == nullptr)
            continue;
        chart.view->setVisible(shown);
        chart.view->setTimeLabels(false);
        if (shown)
            last = chart.view;
    }
    last->setTimeLabels(true); // once, at the bottom
    m_settings.setValue(Setting::ChartQuantities, ids);
    showSpan(m_span);
    chooseLines();
}

std::vector<ChartView *> ChartPanel::views() const
{
    std::vector<ChartView *> result;
    for (const Chart &chart : m_charts)
        if (chart.view != nullptr && chart.shown->isChecked())
            result.push_back(chart.view);
    return result;
}

void ChartPanel::setSelection(const QStringList &keys)
{
    m_curves.selection = keys;
    chooseLines();
}

void ChartPanel::setFlags(const std::vector<ChartFlag> &flags)
{
    m_flags = flags;
    for (const Chart &chart : m_charts)
        if (chart.view != nullptr)
            chart.view->setFlags(flags);
}

void ChartPanel::setComparison(const QString &name, const monitor::RecentHistory *history)
{
    if (history == m_curves.comparison && name == m_curves.comparisonName)
        return;
    m_curves.comparisonName = name;
    m_curves.comparison = history;
    chooseLines();
}

void ChartPanel::setComparisons(const QStringList &names, const QString &chosen)
{
    if (m_compare->menu() != nullptr)
        m_compare->menu()->deleteLater();
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, const QString &name) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"chart-compare-"_s + name);
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(name == chosen);
        connect(action, &QAction::triggered, this, [this, name] { emit comparisonChosen(name); });
    };
    //: In the menu that compares two daemons.
    add(tr("With none"), {});
    for (const QString &name : names)
        add(name, name);
    m_compare->setMenu(menu);
    m_compare->setVisible(!names.isEmpty());
}

// At most once a second, and only when something can be seen to have moved: a window that is looked at all
// day must cost nothing.
bool ChartPanel::isWorthDrawing(double now)
{
    const auto shown = views();
    const double pixel = shown.empty() ? 1 : m_span.width() / shown.front()->axisWidth();
    const std::uint64_t revision = m_curves.revision();
    const bool hasNews = revision != m_drawnRevision;
    const bool hasMoved = isFollowing() && now - m_drawnAt >= pixel;
    // Two pixels: what is new is seen to be, and a view of an hour costs nothing between.
    const bool isSoon = now >= m_drawnAt && now - m_drawnAt < std::clamp(2 * pixel, 1.0, 10.0);
    if (isSoon || (!hasNews && !hasMoved))
        return false;
    m_drawnAt = now;
    m_drawnRevision = revision;
    return true;
}

void ChartPanel::showPresent(double now)
{
    const bool first = m_now == 0;
    m_now = now;
    if (!isWorthDrawing(now) && !first)
        return;
    chooseLines();
    if (first)
        chooseSpan(m_settings.value(Setting::ChartSpan).toInt());
    else if (isFollowing() && m_spans->checkedId() == 0)
        fit();
    else if (isFollowing())
        showSpan({now - span().width(), now});
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
    m_span = span;
    if (!(span.width() > 0))
        return;
    for (ChartView *view : views())
        view->setSpan(span);
    if (m_showStatistics->isChecked() && !m_statisticsDue.isActive())
        m_statisticsDue.start();
}

void ChartPanel::fit()
{
    if (QAbstractButton *everything = m_spans->button(0))
        everything->setChecked(true);
    showSpan({m_curves.firstTime(m_now - ShortestSpan), m_now});
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
    for (ChartView *view : views())
        view->setCrosshair(time);
}

void ChartPanel::chooseLines()
{
    for (std::size_t i = 0; i < ChartKindCount; ++i)
        if (m_charts[i].view != nullptr && m_charts[i].shown->isChecked())
            m_charts[i].view->setLines(m_curves.linesOf(chartKinds()[i]));
    QStringList keys;
    for (const ChartLine &line : m_curves.legend())
        keys.append(line.key + u' ' + QString::number(line.slot));
    if (m_showStatistics->isChecked() && !m_statisticsDue.isActive())
        m_statisticsDue.start();
    if (keys == m_inLegend)
        return;
    m_inLegend = keys;
    showLegend();
}

void ChartPanel::showStatistics()
{
    m_statistics->setVisible(m_showStatistics->isChecked());
    if (!m_showStatistics->isChecked())
        return;
    const auto shown = views();
    m_statistics->showSpanOf({shown.begin(), shown.end()});
}

void ChartPanel::showLegend()
{
    while (m_legendRow->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_legendRow->takeAt(0));
        item->widget()->deleteLater();
    }
    for (const ChartLine &line : m_curves.legend())
        addLegend(line);
}

void ChartPanel::addLegend(const ChartLine &line)
{
    auto *entry = new QToolButton(m_legend);
    entry->setObjectName("legend-"_L1 + line.key);
    entry->setText(line.name);
    entry->setIcon(swatch(line, QApplication::palette()));
    entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    entry->setAutoRaise(true);
    entry->setCheckable(true);
    entry->setChecked(!m_curves.hidden.contains(line.key));
    entry->setToolTip(tr("Show or hide this source in the charts"));
    connect(entry, &QToolButton::toggled, this, [this, key = line.key](bool on) { toggle(key, on); });
    m_legendRow->insertWidget(m_legendRow->count() - 1, entry);
}

void ChartPanel::toggle(const QString &key, bool shown)
{
    if (shown)
        m_curves.hidden.remove(key);
    else
        m_curves.hidden.insert(key);
    chooseLines();
}

void ChartPanel::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(this, tr("Save the charts"), folder);
    dialog->setNameFilters(chartFileFilters());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(u"noonmark.png"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!save(path))
            emit problemOccurred([path] { return tr("The charts could not be written to %1.").arg(path); });
    });
    dialog->open();
}

ChartSheet ChartPanel::sheet() const
{
    const auto moment = [](double time) {
        return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(time)).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    };
    ChartSheet result;
    //: Head of exported charts. %1: the daemon, %2 and %3: begin and end of the span, %4: the time zone.
    result.title =
        tr("%1, %2 to %3 %4")
            .arg(m_curves.targetName.isEmpty() ? u"Noonmark"_s : m_curves.targetName, moment(m_span.from),
                 moment(m_span.to), QDateTime::currentDateTime().timeZoneAbbreviation());
    for (const ChartView *view : views())
        result.charts.push_back(view);
    for (const ChartLine &line : m_curves.legend())
        if (!m_curves.hidden.contains(line.key))
            result.legend.push_back(line);
    return result;
}

bool ChartPanel::save(const QString &path) const
{
    return saveCharts(sheet(), path);
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        showLegend();
    QWidget::changeEvent(event);
}

void ChartPanel::nameChart(std::size_t kind)
{
    const ChartKind &row = chartKinds()[kind];
    ChartView *view = m_charts[kind].view;
    view->setQuantity(titleOf(row), row.scale);
    view->setEmptyText(tr("No measurement in this span. A point appears with each answer of a source."));
    view->setWhatsThis(wording::explanationOfColumn(row.column) + u"\n\n"_s +
                       tr("The wheel zooms, dragging moves the view, a double click shows everything. By "
                          "keyboard: + and −, the "
                          "arrows, Home."));
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
    //: Button above the charts: its menu has the quantities that can be drawn.
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Choose what is drawn: quantities, their uncertainty, statistics"));
    //: Button above the charts: its menu has the other daemons.
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Draw the curves of another daemon beside these, dashed"));
    m_band->setText(tr("&Uncertainty as a band"));
    m_showStatistics->setText(tr("&Statistics of the visible span"));
    for (std::size_t i = 0; i < ChartKindCount; ++i) {
        m_charts[i].shown->setText(titleOf(chartKinds()[i]));
        m_charts[i].shown->setToolTip(wording::explanationOfColumn(chartKinds()[i].column));
        if (m_charts[i].view != nullptr)
            nameChart(i);
    }
    m_statistics->retranslate();
    showLegend();
    showStatistics();
}

} // namespace noonmark::ui
