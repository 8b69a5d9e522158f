// What an iteration on the seed's J = (theta - 5)^2 costs with its trace recorded, through costs.formula, beside the
// same loop written out in C++; and what an iteration of a search costs on Rosenbrock's function in 1000 parameters,
// written in C++.

#include "registry/registry.h"

#include <thalweg/descent.h>
#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/run_context.h>

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QJsonArray>

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

/// Σ 100 (θᵢ₊₁ − θᵢ²)² + (1 − θᵢ)²
class Rosenbrock final : public Objective {
public:
    explicit Rosenbrock(int dimension) : Objective(numberedNames(QStringLiteral("theta"), dimension)) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        double cost = 0;
        gradient[0] = 0;
        for (Eigen::Index i = 0; i + 1 < theta.size(); ++i) {
            const double above = theta[i + 1] - theta[i] * theta[i];
            const double left = 1 - theta[i];
            cost += 100 * above * above + left * left;
            gradient[i] -= 400 * theta[i] * above + 2 * left;
            gradient[i + 1] = 200 * above;
        }
        return cost;
    }
};

void rosenbrock(benchmark::State &state, const Registry &registry, const char *optimizer)
{
    const auto objective = std::make_shared<Rosenbrock>(1000);
    std::int64_t made = 0;
    std::int64_t evaluations = 0;
    for (auto _ : state) {
        const auto descent = std::dynamic_pointer_cast<const Descent>(run(registry, optimizer,
            { { "start", QJsonArray::fromVariantList(QVariantList(1000, -1.2)) }, { "gradient_tolerance", 1e-6 },
                { "iterations", 10'000 } },
            "descent", objective));
        made += descent->lastStep().iteration;
        evaluations += descent->lastStep().evaluations;
    }
    state.counters["iterations_per_second"]
        = benchmark::Counter(static_cast<double>(made), benchmark::Counter::kIsRate);
    state.counters["evaluations_per_iteration"] = static_cast<double>(evaluations) / static_cast<double>(made);
    state.counters["iterations"] = benchmark::Counter(static_cast<double>(made), benchmark::Counter::kAvgIterations);
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
    benchmark::RegisterBenchmark("rosenbrock 1000/lbfgs", rosenbrock, registry, "optimizers.lbfgs");
    benchmark::RegisterBenchmark(
        "rosenbrock 1000/conjugate-gradient", rosenbrock, registry, "optimizers.conjugate-gradient");
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
