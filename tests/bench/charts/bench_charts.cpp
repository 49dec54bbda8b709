// SPDX-FileCopyrightText: 2026 The Noonmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_charts [--sources 16] [--samples 1000000] [--peer] [--drawing]: what drawing costs. Each step is the
// operation and the event loop until it is painted; medians of processor time. With --peer also QCustomPlot's
// own graph on the same samples; with --drawing nothing but the steps, often, for a profiler.
#include "core/monitor/history.h"

#include "ui/chart/chartpanel.h"
#include "ui/settings.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace noonmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double Start = 1'790'000'000;
constexpr QSize Screen(1600, 900);

// A slow wander, coloured noise and rare spikes: what offsets look like.
class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {}

    monitor::Sample next(double time)
    {
        m_noise = 0.9 * m_noise + 2e-5 * m_normal(m_random);
        const double spike = m_random() % 5000 == 0 ? 2e-3 : 0;
        return {time, 5e-4 * std::sin(time / 20'000) + m_noise + spike, 3e-4 + std::abs(m_noise)};
    }

private:
    std::mt19937 m_random;
    std::normal_distribution<double> m_normal;
    double m_noise = 0;
};

double residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 : 0;
}

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void settle()
{
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents();
}

// Of the processor: how busy a machine is under test is no one's fault.
double medianOf(int rounds, const std::function<void(int)> &step)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double before = cpuMilliseconds();
        step(i);
        settle();
        times.push_back(cpuMilliseconds() - before);
    }
    std::ranges::nth_element(times, times.begin() + rounds / 2);
    return times[static_cast<std::size_t>(rounds / 2)];
}

void say(const char *what, double value, const char *unit)
{
    std::printf("%-52s %10.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

struct Bench
{
    int sources = 16;
    int samples = 1'000'000;
    int rounds = 31;
    std::vector<std::shared_ptr<monitor::Series>> series;

    [[nodiscard]] double end() const { return Start + samples; }

    void fill()
    {
        const double before = residentBytes();
        for (int i = 0; i < sources; ++i) {
            auto one = std::make_shared<monitor::Series>(static_cast<std::size_t>(samples));
            Generator generator(static_cast<unsigned>(i + 1));
            for (int second = 0; second < samples; ++second)
                one->append(generator.next(Start + second));
            series.push_back(std::move(one));
        }
        say("memory for each sample held", (residentBytes() - before) / (double(sources) * samples), "bytes");
    }

    void draw(bool band) const
    {
        ui::ChartView view;
        view.resize(Screen);
        view.setQuantity(u"Offset"_s, ui::ValueScale::Offset);
        std::vector<ui::ChartLine> lines;
        for (int i = 0; i < sources; ++i)
            lines.push_back({QString::number(i), u"source %1"_s.arg(i), i,
                             series[static_cast<std::size_t>(i)], 60, band});
        view.setLines(lines);
        view.setSpan({Start, end()});
        view.show();
        settle();
        const double all = samples;
        const QByteArray kind = band ? ", bands" : "";
        say(QByteArray("full replot, whole history" + kind).constData(),
            medianOf(rounds,
                     [&](int i) {
                         view.setSpan({Start - i, end()});
                     }),
            "ms");
        say(QByteArray("pan by 1 % of a view of 20 %" + kind).constData(),
            medianOf(rounds,
                     [&](int i) {
                         const double from = 0.002 * (i % 400);
                         view.setSpan({Start + all * from, Start + all * (0.2 + from)});
                     }),
            "ms");
        say(QByteArray("zoom step x 0.9" + kind).constData(),
            medianOf(rounds,
                     [&](int i) { // thirty steps inwards, and again
                         view.setSpan({end() - all * std::pow(0.9, i % 31 + 1), end()});
                     }),
            "ms");
        view.setSpan({Start, end()});
        settle();
        say(QByteArray("crosshair moves" + kind).constData(),
            medianOf(rounds, [&](int i) { view.setCrosshair(Start + all * (i % 40) / 40); }), "ms");
    }

    // The same samples in QCustomPlot's own graph, with its own way to draw a band.
    void drawPeer() const
    {
        QCustomPlot plot;
        plot.resize(Screen);
        plot.setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
        for (int i = 0; i < sources; ++i) {
            auto *line = plot.addGraph();
            auto *upper = plot.addGraph();
            auto *lower = plot.addGraph();
            for (const monitor::Sample &sample : series[static_cast<std::size_t>(i)]->samples()) {
                line->addData(sample.time, sample.value);
                upper->addData(sample.time, sample.value + sample.error);
                lower->addData(sample.time, sample.value - sample.error);
            }
            for (QCPGraph *edge : {upper, lower})
                edge->setPen(Qt::NoPen);
            upper->setBrush(QColor(0, 0, 200, 40));
            upper->setChannelFillGraph(lower);
        }
        plot.yAxis->setRange(-3e-3, 3e-3);
        plot.show();
        settle();
        say("QCPGraph: full replot, bands",
            medianOf(3,
                     [&](int i) {
                         plot.xAxis->setRange(Start - i, end());
                         plot.replot();
                     }),
            "ms");
    }
};

// What a day of looking costs: frames four times a second, an answer of each source every 16 seconds.
void live(int sources)
{
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"a.ini"_s));
    settings.setValue(ui::Setting::ChartBand, true);
    monitor::RecentHistory history;
    QAction save;
    monitor::Frame frame;
    frame.answered = true;
    frame.snapshot.associations.resize(static_cast<std::size_t>(sources));
    std::vector<Generator> generators;
    for (int i = 0; i < sources; ++i)
        generators.emplace_back(static_cast<unsigned>(i + 1));
    const auto look = [&](int quarter) {
        frame.unixMilliseconds = static_cast<qint64>(Start * 1000) + quarter * 250LL;
        const double now = Start + quarter / 4.0;
        for (int i = 0; i < sources; ++i) {
            auto &source = frame.snapshot.associations[static_cast<std::size_t>(i)];
            source.source.name = "source" + std::to_string(i);
            source.reach = 0xff;
            const int age = (quarter + 4 * i) % 64;
            source.sinceReceived = age / 4.0;
            source.received = NtpTimestamp::fromUnix(static_cast<std::int64_t>(now - age / 4.0), 0);
            if (age == 0)
                source.offset = generators[static_cast<std::size_t>(i)].next(now).value;
            source.rootDistance = 1e-3;
        }
        history.add(frame);
    };
    int quarter = 0;
    for (; quarter < 4 * 3600; ++quarter)
        look(quarter);
    ui::ChartPanel panel(history, settings, &save);
    panel.resize(Screen);
    panel.show();
    panel.showPresent(Start + quarter / 4.0);
    settle();
    const double before = cpuMilliseconds();
    constexpr int Seconds = 120;
    for (int i = 0; i < 4 * Seconds; ++i, ++quarter) {
        look(quarter);
        panel.showPresent(Start + quarter / 4.0);
        settle();
    }
    say("a second of live update (1 % of a core is 10)", (cpuMilliseconds() - before) / Seconds, "ms");
}

// The columns of the whole time come from every 32nd sample; the last day has them all.
bool writeHistory(const QString &path, int sources, int samples)
{
    monitor::HistoryStore store(path);
    if (!store.open())
        return false;
    const int day = static_cast<int>(monitor::Series::DayAtFourSeconds);
    for (int i = 0; i < sources; ++i) {
        Generator generator(static_cast<unsigned>(i + 1));
        std::vector<monitor::StoredSample> batch;
        for (int second = 0; second < samples; second += second < samples - day ? 32 : 1) {
            const monitor::Sample sample = generator.next(Start + second);
            monitor::StoredSample stored{u"host"_s, u"source %1"_s.arg(i), u"source"_s, sample.time, {}, 0};
            for (const auto quantity :
                 {monitor::Quantity::Offset, monitor::Quantity::Jitter, monitor::Quantity::Delay,
                  monitor::Quantity::Dispersion, monitor::Quantity::Reach, monitor::Quantity::RootDistance})
                stored.values[quantity] = sample.value;
            batch.push_back(std::move(stored));
        }
        if (!store.write(batch))
            return false;
    }
    return true;
}

// As a window does at its start: columns first, then a day of samples.
void fromDisk(int sources, int samples)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    const monitor::Retention everything{.rawSeconds = 1e12, .seconds = 1e12, .bytes = 1LL << 40};
    QElapsedTimer timer;
    timer.start();
    if (!writeHistory(path, sources, samples))
        return;
    say("written to disk", static_cast<double>(QFile(path).size()) / 1e6, "MB");
    say("writing it took", static_cast<double>(timer.elapsed()), "ms");
    monitor::RecentHistory recent;
    ui::ChartView view;
    view.resize(Screen);
    view.setQuantity(u"Offset"_s, ui::ValueScale::Offset);
    view.show();
    settle();
    timer.restart();
    monitor::History history(path, nullptr, everything);
    int taken = 0;
    bool all = false;
    QObject::connect(&history, &monitor::History::loaded,
                     [&](const QString &, const monitor::StoredSource &source) {
                         recent.putBefore(source.key, source.name, source.pasts);
                         ++taken;
                     });
    QObject::connect(&history, &monitor::History::loadedAll, [&all] { all = true; });
    history.load(u"host"_s);
    const auto draw = [&] {
        std::vector<ui::ChartLine> lines;
        for (const auto &source : recent.sources())
            lines.push_back(
                {source.key, source.name, source.slot, source.of(monitor::Quantity::Offset), 3600, true});
        view.setLines(lines);
        view.setSpan({Start, Start + samples});
        settle();
    };
    while (taken < sources)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    draw();
    say("first drawing from disk", static_cast<double>(timer.elapsed()), "ms");
    while (!all)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    draw();
    say("with every sample of late", static_cast<double>(timer.elapsed()), "ms");
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption sources(u"sources"_s, u"How many."_s, u"n"_s, u"16"_s);
    const QCommandLineOption samples(u"samples"_s, u"Of each, one a second."_s, u"n"_s, u"1000000"_s);
    const QCommandLineOption peer(u"peer"_s, u"QCPGraph too."_s);
    const QCommandLineOption drawing(u"drawing"_s, u"Nothing but drawing, and often."_s);
    parser.addOptions({sources, samples, peer, drawing});
    parser.process(application);
    Bench bench{.sources = parser.value(sources).toInt(),
                .samples = parser.value(samples).toInt(),
                .rounds = parser.isSet(drawing) ? 301 : 31,
                .series = {}};
    std::printf("%d sources, %d samples each, %dx%d\n", bench.sources, bench.samples, Screen.width(),
                Screen.height());
    bench.fill();
    bench.draw(false);
    bench.draw(true);
    if (parser.isSet(peer))
        bench.drawPeer();
    if (parser.isSet(drawing))
        return 0;
    bench.series.clear();
    live(bench.sources);
    fromDisk(bench.sources, bench.samples);
    return 0;
}
