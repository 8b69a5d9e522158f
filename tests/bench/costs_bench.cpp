// How long costs take. The linear models are bound by memory, so each is measured beside one plain read of X on all
// cores, and reported as a multiple of it (counter `reads`).

#include <thalweg/dataset.h>
#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/parallel.h>
#include <thalweg/plugin.h>
#include <thalweg/random.h>
#include <thalweg/run_context.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>

std::vector<thalweg::NodeType> thalwegNodeTypes();

using namespace thalweg;

namespace {

std::shared_ptr<const Objective> cost(const QString &id, const QJsonObject &parameters, const ValuePtr &dataset = {})
{
    for (const NodeType &type : thalwegNodeTypes()) {
        if (type.id != id)
            continue;
        Inputs in(type, parameters);
        if (dataset)
            in.add("dataset", dataset);
        RunContext context;
        return std::static_pointer_cast<const Objective>(runNode(type, in, context).value().get("objective"));
    }
    return nullptr;
}

std::shared_ptr<const Dataset> dataset(Eigen::Index rows, Eigen::Index features)
{
    static std::map<std::pair<Eigen::Index, Eigen::Index>, std::shared_ptr<const Dataset>> made;
    auto &found = made[{ rows, features }];
    if (found)
        return found;
    DatasetContent content;
    content.features.resize(rows, features);
    content.target.resize(rows);
    content.targetName = "y";
    Random random(1);
    for (double &x : content.features.reshaped<Eigen::RowMajor>())
        x = random.uniform(-1, 1);
    for (double &y : content.target)
        y = random.uniform() < 0.5 ? 0 : 1;
    for (Eigen::Index j = 0; j < features; ++j)
        content.featureNames += QString("x%1").arg(j + 1);
    return found = std::make_shared<Dataset>(std::move(content));
}

/// Reads X once on all cores, in pieces of half a megabyte, eight sums at a time.
double readOnce(const Matrix &x)
{
    constexpr std::size_t piece = 65536;
    const std::size_t size = static_cast<std::size_t>(x.size());
    const std::size_t pieces = (size + piece - 1) / piece;
    std::vector<double> sums(pieces);
    parallelFor(pieces, [&](std::size_t i) {
        const double *end = x.data() + std::min(size, (i + 1) * piece);
        double lanes[32] = {};
        for (const double *from = x.data() + i * piece; from + 32 <= end; from += 32)
            for (int lane = 0; lane < 32; ++lane)
                lanes[lane] += from[lane];
        sums[i] = std::accumulate(lanes, lanes + 32, 0.);
    });
    return std::accumulate(sums.begin(), sums.end(), 0.);
}

/// How many times as long `run` takes as `reference`: the least of several runs of each, in turn, so that what else the
/// machine does meets both alike.
template <class Run, class Reference> double ratio(const Run &run, const Reference &reference)
{
    const auto seconds = [](const auto &work) {
        const auto start = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(work());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    double least = 1e9;
    double leastReference = 1e9;
    for (int i = 0; i < 40; ++i) {
        least = std::min(least, seconds(run));
        leastReference = std::min(leastReference, seconds(reference));
    }
    return least / leastReference;
}

void memoryRead(benchmark::State &state)
{
    const auto data = dataset(state.range(0), state.range(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(readOnce(data->features()));
    state.SetBytesProcessed(state.iterations() * data->features().size() * 8);
}

void costAndGradient(benchmark::State &state, const QString &id)
{
    const auto data = dataset(state.range(0), state.range(1));
    const auto objective = cost(id, {}, data);
    const Eigen::VectorXd theta = Eigen::VectorXd::Constant(objective->dimension(), 0.01);
    Eigen::VectorXd gradient(objective->dimension());
    for (auto _ : state)
        benchmark::DoNotOptimize(objective->valueAndGradient(theta, gradient));
    state.counters["reads"] = ratio(
        [&] { return objective->valueAndGradient(theta, gradient); }, [&] { return readOnce(data->features()); });
}

/// One epoch of plain stochastic descent over shuffled rows.
void epoch(benchmark::State &state, const QString &id)
{
    const auto data = dataset(1'000'000, 20);
    const auto objective = cost(id, {}, data);
    std::vector<Eigen::Index> order(static_cast<std::size_t>(data->rowCount()));
    std::iota(order.begin(), order.end(), 0);
    Random random(2);
    shuffle(order, random);
    const auto batch = static_cast<std::size_t>(state.range(0));
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(objective->dimension());
    Eigen::VectorXd gradient(objective->dimension());
    for (auto _ : state)
        for (std::size_t first = 0; first < order.size(); first += batch) {
            const std::size_t count = std::min(batch, order.size() - first);
            const std::size_t ahead = std::min(first + std::max<std::size_t>(batch, 16), order.size());
            objective->prefetch({ &order[0] + ahead, std::min(batch, order.size() - ahead) });
            objective->batchValueAndGradient({ &order[first], count }, theta, gradient);
            theta -= 1e-4 * gradient;
        }
    state.SetItemsProcessed(state.iterations() * data->rowCount());
}

void formulaWithGradient(benchmark::State &state, const QString &text)
{
    const auto objective = cost("costs.formula", { { "formula", text } });
    const Eigen::VectorXd theta = Eigen::VectorXd::Constant(objective->dimension(), 0.7);
    Eigen::VectorXd gradient(objective->dimension());
    for (auto _ : state)
        benchmark::DoNotOptimize(objective->valueAndGradient(theta, gradient));
}

void formulaValue(benchmark::State &state, const QString &text)
{
    const auto objective = cost("costs.formula", { { "formula", text } });
    const Eigen::VectorXd theta = Eigen::VectorXd::Constant(objective->dimension(), 0.7);
    for (auto _ : state)
        benchmark::DoNotOptimize(objective->value(theta));
}

void shapes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->Args({ 200'000, 100 })->Args({ 1'000'000, 20 })->Args({ 20'000, 1'000 });
    benchmark->Unit(benchmark::kMillisecond)->UseRealTime();
}

constexpr auto rosenbrock = "sum(i, 1, 999, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";

BENCHMARK(memoryRead)->Apply(shapes);
BENCHMARK_CAPTURE(costAndGradient, leastSquares, "costs.least-squares")->Apply(shapes);
BENCHMARK_CAPTURE(costAndGradient, logistic, "costs.logistic")->Apply(shapes);
BENCHMARK_CAPTURE(costAndGradient, smallLeastSquares, "costs.least-squares")->Args({ 150, 4 })->Args({ 20'000, 100 });
BENCHMARK_CAPTURE(costAndGradient, smallLogistic, "costs.logistic")->Args({ 150, 4 })->Args({ 20'000, 100 });
BENCHMARK_CAPTURE(epoch, leastSquares, "costs.least-squares")->Arg(1)->Arg(32)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, logistic, "costs.logistic")->Arg(1)->Arg(32)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(formulaWithGradient, square, "(theta - 5)^2");
BENCHMARK_CAPTURE(formulaValue, square, "(theta - 5)^2");
BENCHMARK_CAPTURE(formulaWithGradient, himmelblau, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
BENCHMARK_CAPTURE(formulaWithGradient, rosenbrock1000, rosenbrock);
BENCHMARK_CAPTURE(formulaValue, rosenbrock1000, rosenbrock);

} // namespace

BENCHMARK_MAIN();
