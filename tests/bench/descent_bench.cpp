// What an iteration on the seed's J = (theta - 5)^2 costs with its trace recorded, through costs.formula, beside the
// same loop written out in C++.

#include "registry/registry.h"

#include <thalweg/descent.h>
#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/run_context.h>

#include <benchmark/benchmark.h>

#include <QCoreApplication>

using namespace thalweg;

namespace {

constexpr int iterations = 100'000;

ValuePtr run(const Registry &registry, const char *id, const QJsonObject &parameters, const char *output,
    const ValuePtr &objective = {})
{
    const NodeType &type = *registry.nodeTypes().find(QLatin1String(id));
    Inputs in(type, parameters);
    if (objective)
        in.add(QStringLiteral("objective"), objective);
    RunContext context;
    return runNode(type, in, context).value().get(QLatin1String(output));
}

void seed(benchmark::State &state, const Registry &registry, const char *optimizer)
{
    const ValuePtr objective = run(registry, "costs.formula", { { "formula", "(theta - 5)^2" } }, "objective");
    for (auto _ : state)
        benchmark::DoNotOptimize(
            run(registry, optimizer, { { "rate", 1e-5 }, { "iterations", iterations } }, "descent", objective));
    state.counters["per_iteration"]
        = benchmark::Counter(iterations, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void plainLoop(benchmark::State &state)
{
    for (auto _ : state) {
        std::vector<double> thetas { 0 };
        std::vector<double> costs { 25 };
        double theta = 0;
        for (int i = 0; i < iterations; ++i) {
            theta -= 1e-5 * 2 * (theta - 5);
            thetas.push_back(theta);
            costs.push_back((theta - 5) * (theta - 5));
        }
        benchmark::DoNotOptimize(thetas.data());
        benchmark::DoNotOptimize(costs.data());
    }
    state.counters["per_iteration"]
        = benchmark::Counter(iterations, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Registry registry = loadPlugins({ QStringLiteral(THALWEG_PLUGINS) });
    benchmark::RegisterBenchmark("plain loop", plainLoop);
    benchmark::RegisterBenchmark("seed/gradient-descent", seed, registry, "optimizers.gradient-descent");
    benchmark::RegisterBenchmark("seed/momentum", seed, registry, "optimizers.momentum");
    benchmark::RegisterBenchmark("seed/adam", seed, registry, "optimizers.adam");
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
