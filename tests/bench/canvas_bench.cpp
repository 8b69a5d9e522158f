// Frames of a large canvas: 2,000 nodes and 3,000 links, seen in a window of 1280 × 720 pixels without a display.

#include "gui/canvas/canvas_view.h"

#include <thalweg/descent.h>
#include <thalweg/objective.h>

#include <QApplication>

#include <benchmark/benchmark.h>

using namespace thalweg;

namespace {

constexpr int columns = 50, rows = 40;

NodeTypes types()
{
    return NodeTypes({ NodeType { .id = QStringLiteral("optimizers.step"),
        .title = QStringLiteral("Gradient descent"),
        .summary = QStringLiteral("A step"),
        .inputs
        = { input<Objective>(QStringLiteral("objective")), input<Objective>(QStringLiteral("other")).optional() },
        .outputs = { output<Objective>(QStringLiteral("objective")), output<Descent>(QStringLiteral("descent")) },
        .run = [](const Inputs &, Outputs &, RunContext &) {} } });
}

QString idAt(int column, int row)
{
    return QStringLiteral("node-%1-%2").arg(column).arg(row);
}

Graph largeGraph()
{
    Graph graph;
    for (int column = 0; column < columns; ++column)
        for (int row = 0; row < rows; ++row) {
            Node node;
            node.id = idAt(column, row);
            node.type = QStringLiteral("optimizers.step");
            graph.nodes.push_back(node);
            graph.layout.insert(node.id, QJsonArray { 220.0 * column, 120.0 * row });
        }
    const auto link = [&](int column, int row, int toRow, const char *port) {
        graph.links.push_back({ { idAt(column, row), QStringLiteral("objective") },
            { idAt(column + 1, toRow), QString::fromLatin1(port) } });
    };
    for (int column = 0; column + 1 < columns; ++column)
        for (int row = 0; row < rows; ++row) {
            link(column, row, row, "objective");
            if (graph.links.size() < 3000 && (row + column) % 2 == 0)
                link(column, row, (row + 3) % rows, "other");
        }
    graph.links.resize(3000);
    return graph;
}

struct Window {
    Document document { largeGraph() };
    RunBoard runs;
    CanvasView view { document, runs };

    Window()
    {
        view.setNodeTypes(types());
        view.resize(1280, 720);
        view.show();
        QCoreApplication::processEvents();
    }
};

void openLargeWorkflow(benchmark::State &state)
{
    const Graph graph = largeGraph();
    const NodeTypes known = types();
    for (auto _ : state) {
        Document document(graph);
        const RunBoard runs;
        CanvasView view(document, runs);
        view.setNodeTypes(known);
        view.resize(1280, 720);
        view.show();
        view.viewport()->repaint();
    }
}

void pan(benchmark::State &state)
{
    Window window;
    window.view.navigation().zoomTo(static_cast<double>(state.range(0)) / 100);
    window.view.centerOn(window.view.canvas().contentBounds().center());
    int turn = 0;
    for (auto _ : state) {
        window.view.navigation().panBy(++turn % 40 < 20 ? QPoint(7, 5) : QPoint(-7, -5));
        window.view.viewport()->repaint();
    }
}

void zoom(benchmark::State &state)
{
    Window window;
    const double about = static_cast<double>(state.range(0)) / 100;
    window.view.navigation().zoomTo(about);
    window.view.centerOn(window.view.canvas().contentBounds().center());
    int turn = 0;
    for (auto _ : state) {
        window.view.navigation().zoomTo(about * (1 + 0.01 * (++turn % 5)));
        window.view.viewport()->repaint();
    }
}

void editOneParameter(benchmark::State &state)
{
    Window window;
    int value = 0;
    for (auto _ : state)
        window.view.make(
            setParameter(window.document.graph(), QStringLiteral("node-7-7"), QStringLiteral("rate"), ++value));
}

BENCHMARK(openLargeWorkflow)->Unit(benchmark::kMillisecond);
BENCHMARK(pan)->Arg(10)->Arg(25)->Arg(40)->Arg(65)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(zoom)->Arg(10)->Arg(25)->Arg(40)->Arg(65)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(editOneParameter)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
