#pragma once

#include <thalweg/dataset.h>
#include <thalweg/inputs.h>
#include <thalweg/objective.h>
#include <thalweg/plugin.h>
#include <thalweg/run_context.h>

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <bit>
#include <numeric>

std::vector<thalweg::NodeType> thalwegNodeTypes();

namespace thalweg {

using Arrivals = std::vector<std::pair<QString, ValuePtr>>; ///< port, value

/// What the node type `id` of this plugin gives, or its error.
inline Result<Outputs> runNamed(const QString &id, const QJsonObject &parameters, const Arrivals &arrivals = {})
{
    static const std::vector<NodeType> types = thalwegNodeTypes();
    for (const NodeType &type : types) {
        if (type.id != id)
            continue;
        Inputs in(type, parameters);
        for (const auto &[port, value] : arrivals)
            in.add(port, value, QStringLiteral("item"));
        RunContext context;
        return runNode(type, in, context);
    }
    return Error(QStringLiteral("there is no node type %1").arg(id));
}

/// The objective that the node type `id` gives for what arrives, or its error.
inline Result<std::shared_ptr<const Objective>> makeObjective(
    const QString &id, const QJsonObject &parameters, const Arrivals &arrivals)
{
    const Result<Outputs> outputs = runNamed(id, parameters, arrivals);
    if (!outputs)
        return outputs.error();
    return std::static_pointer_cast<const Objective>(outputs->get(QStringLiteral("objective")));
}

inline Result<std::shared_ptr<const Objective>> makeObjective(
    const QString &id, const QJsonObject &parameters, const ValuePtr &dataset = {})
{
    return makeObjective(id, parameters, dataset ? Arrivals { { QStringLiteral("dataset"), dataset } } : Arrivals {});
}

inline Result<std::shared_ptr<const Objective>> makeFormula(const QString &text)
{
    return makeObjective(QStringLiteral("costs.formula"), { { QStringLiteral("formula"), text } });
}

struct ValueAndGradient {
    double value;
    Eigen::VectorXd gradient;
};

inline ValueAndGradient evaluate(const Objective &objective, const Eigen::VectorXd &theta)
{
    Eigen::VectorXd gradient(objective.dimension());
    const double value = objective.valueAndGradient(theta, gradient);
    return { value, gradient };
}

inline bool sameBits(const ValueAndGradient &a, const ValueAndGradient &b)
{
    const auto same = [](double x, double y) { return std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y); };
    return same(a.value, b.value) && std::equal(a.gradient.begin(), a.gradient.end(), b.gradient.begin(), same);
}

/// What `function` gives where that many threads run.
template <class Function> auto onThreads(int threads, const Function &function)
{
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::task_arena arena(threads);
    return arena.execute(function);
}

inline std::vector<Eigen::Index> allRows(const Dataset &dataset)
{
    std::vector<Eigen::Index> rows(static_cast<std::size_t>(dataset.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace thalweg
