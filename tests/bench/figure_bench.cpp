// What the screen costs: a figure of 10,000 steps over a map of 150 × 150, filled anew, and with its step cursor moved
// and painted. A frame has 16 ms.

#include "figure/application.h"
#include "figure/plot_widget.h"
#include "host/gui/figures/sample_figures.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>

using namespace thalweg;

namespace {

constexpr int steps = 10'000;

std::shared_ptr<const Figure> longValley()
{
    FigureContent content = valley(steps, 150);
    // A path that goes round and round, so that it neither rises nor has all its points on one spot.
    for (std::size_t layer : { 2u, 4u }) {
        std::vector<double> x(steps), y(steps);
        for (int k = 0; k < steps; ++k) {
            const auto i = static_cast<std::size_t>(k);
            const double part = 1 - double(k) / steps;
            x[i] = 3.5 * part * std::cos(k * 0.05);
            y[i] = 3.5 * part * std::sin(k * 0.05);
        }
        if (auto *line = std::get_if<LineLayer>(&content.layers[layer].shape))
            line->x = x, line->y = y, line->markers = false;
        else if (auto *scatter = std::get_if<ScatterLayer>(&content.layers[layer].shape))
            scatter->x = x, scatter->y = y;
    }
    return figure(std::move(content));
}

std::shared_ptr<const Figure> longHistory()
{
    std::vector<std::int64_t> at(steps);
    for (int k = 0; k < steps; ++k)
        at[static_cast<std::size_t>(k)] = k;
    return figure(history(std::move(at)));
}

void moveCursor(benchmark::State &state, const std::shared_ptr<const Figure> &shown)
{
    PlotWidget plot;
    plot.resize(800, 600);
    plot.setFigure(shown);
    plot.show();
    QImage screen(plot.size(), QImage::Format_RGB32);
    std::int64_t step = 0;
    for (auto _ : state) {
        step = (step + 7919) % steps;
        plot.moveCursor(step);
        plot.render(&screen);
    }
}

/// A surface that is turned by hand: a frame has 33 ms.
void turn(benchmark::State &state, const std::shared_ptr<const Figure> &shown)
{
    PlotWidget plot;
    plot.resize(1200, 800);
    plot.setFigure(shown);
    plot.show();
    QImage screen(plot.size(), QImage::Format_RGB32);
    for (auto _ : state) {
        plot.turn(3, 0);
        QCoreApplication::processEvents();
        plot.render(&screen);
    }
}

void fill(benchmark::State &state, const std::shared_ptr<const Figure> &shown)
{
    QImage screen(QSize(800, 600), QImage::Format_RGB32);
    for (auto _ : state) {
        PlotWidget plot;
        plot.resize(screen.size());
        plot.setFigure(shown);
        plot.show();
        plot.render(&screen);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto application = drawingApplication(argc, argv);
    benchmark::RegisterBenchmark("cursor/map", moveCursor, longValley())->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("cursor/history", moveCursor, longHistory())->Unit(benchmark::kMillisecond);
    const auto surface = figure(valleySurface(25, 200));
    benchmark::RegisterBenchmark("cursor/surface", moveCursor, surface)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("turn/surface", turn, surface)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("fill/surface", fill, surface)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("fill/map", fill, longValley())->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("fill/history", fill, longHistory())->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
