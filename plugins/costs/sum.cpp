#include "node_types.h"

#include "combined/weighted_sum.h"

#include <thalweg/inputs.h>

namespace thalweg {

namespace {

std::vector<double> weightsOf(const Inputs &in, std::size_t count)
{
    std::vector<double> weights = in.numbers(QStringLiteral("weights"));
    if (weights.empty())
        weights.assign(count, 1);
    if (weights.size() != count)
        throw Error(QStringLiteral("has %1 numbers for %2 objectives; give one each, or none for the plain sum")
                        .arg(weights.size())
                        .arg(count))
            .at(QStringLiteral("parameter weights"));
    return weights;
}

void checkNames(const Labelled<Objective> &first, const Labelled<Objective> &other)
{
    if (first.value->parameterNames() == other.value->parameterNames())
        return;
    const auto names = [](const Labelled<Objective> &objective) {
        return objective.value->parameterNames().join(QStringLiteral(", ")).left(500);
    };
    throw Error(QStringLiteral("%1 has the parameters %2, but %3 has %4; all must have the same in the same order")
                    .arg(first.label, names(first), other.label, names(other)))
        .at(QStringLiteral("port objectives"));
}

} // namespace

NodeType weightedSum()
{
    return {
        .id = QStringLiteral("costs.sum"),
        .title = QStringLiteral("Sum of costs"),
        .summary = QStringLiteral("The weighted sum of several costs of the same parameters."),
        .help = QStringLiteral(
            R"(The cost **J(θ) = Σₖ cₖ Jₖ(θ)** of the objectives Jₖ that arrive, with `weights` cₖ in the order of the links; without
weights, each counts once. A negative weight subtracts.

All objectives must have the same parameters in the same order. Where they have the same number of terms m (those of one term
aside), batches are of the same rows of each; where they differ, the sum counts as one term, and every step uses all rows. The model
is that of the first objective that has one. Sums are added up in the order of the links, so the bits do not depend on threads.

**Example**, which runs as written and ends at x = 2: 3 (x − 1)² + (x − 5)² has its minimum at (3·1 + 5) / 4.

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "near", "type": "costs.formula", "parameters": {"formula": "(x - 1)^2"}},
  {"id": "far", "type": "costs.formula", "parameters": {"formula": "(x - 5)^2"}},
  {"id": "both", "type": "costs.sum", "parameters": {"weights": [3, 1]}},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.1, "iterations": 100}}],
 "links": ["near.objective -> both.objectives", "far.objective -> both.objectives", "both.objective -> gd.objective"]}
```)"),
        .parameters = { numbers(QStringLiteral("weights"))
                            .help(QStringLiteral("cₖ, one an objective; none means that each counts once.")) },
        .inputs = { input<Objective>(QStringLiteral("objectives"))
                        .many()
                        .help(QStringLiteral("One or more costs of the same parameters.")) },
        .outputs = { output<Objective>(QStringLiteral("objective")).help(QStringLiteral("Their weighted sum.")) },
        .run =
            [](const Inputs &in, Outputs &out, RunContext &) {
                const auto objectives = in.all<Objective>(QStringLiteral("objectives"));
                const std::vector<double> weights = weightsOf(in, objectives.size());
                std::vector<WeightedSum::Part> parts;
                for (std::size_t k = 0; k < objectives.size(); ++k) {
                    checkNames(objectives.front(), objectives[k]);
                    parts.push_back({ weights[k], objectives[k].value });
                }
                out.set(QStringLiteral("objective"), std::make_shared<WeightedSum>(std::move(parts)));
            },
    };
}

} // namespace thalweg
