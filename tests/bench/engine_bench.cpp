// What the engine costs a node: ten thousand trivial nodes in a row, side by side and in layers, with content keys,
// states and messages; and again when nothing changed.

#include "engine/engine.h"
#include "support/toy_nodes.h"

#include <benchmark/benchmark.h>

using namespace thalweg;

namespace {

constexpr int count = 10'000;

Graph nodes()
{
    Graph graph;
    for (int i = 0; i < count; ++i)
        graph.nodes.push_back({ .id = QStringLiteral("n%1").arg(i),
            .type = QStringLiteral("toy.plus"),
            .parameters = { { QStringLiteral("value"), 1 } },
            .extra = {} });
    return graph;
}

void link(Graph &graph, int from, int to, const char *port)
{
    graph.links.push_back({ { graph.nodes[static_cast<std::size_t>(from)].id, QStringLiteral("value") },
        { graph.nodes[static_cast<std::size_t>(to)].id, QLatin1String(port) } });
}

Graph chain()
{
    Graph graph = nodes();
    for (int i = 1; i < count; ++i)
        link(graph, i - 1, i, "a");
    return graph;
}

Graph fan()
{
    Graph graph = nodes();
    for (int i = 1; i < count; ++i)
        link(graph, 0, i, "a");
    return graph;
}

Graph layers()
{
    constexpr int width = 100;
    Graph graph = nodes();
    for (int i = width; i < count; ++i) {
        link(graph, i - width, i, "a");
        link(graph, i - width + (i % width == width - 1 ? 0 : 1), i, "b");
    }
    return graph;
}

void runAll(benchmark::State &state, const Graph &graph, bool keep)
{
    const Plan plan = makePlan(graph, test::toyNodes(), {}).value();
    Engine engine;
    std::size_t heard = 0;
    const RunOptions options { .summaries = false, .figures = false, .keepResults = keep };
    for (auto _ : state) {
        RunControl control;
        engine.run(plan, options, control, [&](const Message &) { ++heard; });
    }
    benchmark::DoNotOptimize(heard);
    state.counters["per_node"]
        = benchmark::Counter(count, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void planAll(benchmark::State &state, const Graph &graph)
{
    const NodeTypes types = test::toyNodes();
    for (auto _ : state)
        benchmark::DoNotOptimize(makePlan(graph, types, {}));
    state.counters["per_node"]
        = benchmark::Counter(count, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::RegisterBenchmark("run/chain", runAll, chain(), false)->UseRealTime();
    benchmark::RegisterBenchmark("run/fan", runAll, fan(), false)->UseRealTime();
    benchmark::RegisterBenchmark("run/layers", runAll, layers(), false)->UseRealTime();
    benchmark::RegisterBenchmark("run again/layers", runAll, layers(), true)->UseRealTime();
    benchmark::RegisterBenchmark("plan/layers", planAll, layers())->UseRealTime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
