#include "node_types.h"

#include "gradient_check.h"

#include <thalweg/inputs.h>
#include <thalweg/plain_values.h>
#include <thalweg/run_context.h>
#include <thalweg/start_point.h>
#include <thalweg/table.h>

namespace thalweg {

namespace {

using Verdict = ComponentCheck::Verdict;

std::shared_ptr<const Table> tableOf(const GradientCheck &check, const QStringList &names)
{
    NumberCells analytic, numeric, difference, error;
    CategoryCells verdict { { QStringLiteral("agrees"), QStringLiteral("differs"), QStringLiteral("unknown") }, {} };
    for (const ComponentCheck &component : check.components) {
        analytic.push_back(component.analytic);
        numeric.push_back(component.numeric);
        difference.push_back(component.analytic - component.numeric);
        error.push_back(component.error);
        verdict.codes.push_back(static_cast<std::int32_t>(component.verdict));
    }
    return std::make_shared<Table>(
        std::vector { Column { QStringLiteral("parameter"), TextCells(names.begin(), names.end()) },
            Column { QStringLiteral("analytic"), std::move(analytic) },
            Column { QStringLiteral("numeric"), std::move(numeric) },
            Column { QStringLiteral("difference"), std::move(difference) },
            Column { QStringLiteral("error"), std::move(error) },
            Column { QStringLiteral("verdict"), std::move(verdict) } });
}

void report(const GradientCheck &check, const QStringList &names, RunContext &context)
{
    const ComponentCheck &worst = check.components[check.worst];
    const QString furthest = QStringLiteral("furthest apart at %1: analytic %2, numeric %3 ± %4")
                                 .arg(names[static_cast<qsizetype>(check.worst)], shortNumber(worst.analytic),
                                     shortNumber(worst.numeric), shortNumber(worst.error));
    if (!check.ok())
        context.warn(QStringLiteral("The gradient is wrong in %1 of %2 components; %3.")
                         .arg(check.count(Verdict::Differs))
                         .arg(names.size())
                         .arg(furthest));
    else if (const std::size_t unknown = check.count(Verdict::Unknown); unknown > 0)
        context.warn(QStringLiteral("Of %1 of %2 components nothing can be said: the cost has a kink here, or is not "
                                    "finite nearby. Try another point.")
                         .arg(unknown)
                         .arg(names.size()));
    else
        context.info(QStringLiteral("The gradient is right; %1.").arg(furthest));
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto cost = in.value<Objective>(QStringLiteral("objective"));
    Random random = context.random();
    Eigen::VectorXd theta;
    try {
        theta = startPoint(in.json(QStringLiteral("point")), *cost, random);
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter point"));
    }
    const double count = static_cast<double>(cost->dimension());
    const GradientCheck check = checkGradient(*cost, theta, in.number(QStringLiteral("tolerance")), [&](std::size_t i) {
        checkStop(context);
        context.progress(static_cast<double>(i) / count);
    });
    report(check, cost->parameterNames(), context);
    out.set(QStringLiteral("table"), tableOf(check, cost->parameterNames()));
    out.set(QStringLiteral("ok"), std::make_shared<Number>(check.ok() ? 1 : 0));
}

} // namespace

NodeType checkGradientNode()
{
    return {
        .id = QStringLiteral("costs.check-gradient"),
        .title = QStringLiteral("Check gradient"),
        .summary = QStringLiteral("Compares a cost's gradient with differences of its values."),
        .help = QStringLiteral(R"(For each parameter θᵢ the cost's own derivative (analytic) is compared with what its values say (numeric): the central
difference

**(J(θ + h eᵢ) − J(θ − h eᵢ)) / 2h**

for h = max(1, |θᵢ|) / 16 and eleven halvings of it, extrapolated to h = 0. The extrapolation that changed least is taken, and how much
it changed is the estimate of its error; at a kink, where such differences settle at the mean of both slopes, the error is at least half
the jump of the slope. Source: C. Ridders, Accurate computation of F′(x) and F′(x)F″(x), Advances in
Engineering Software 4 (1982), pp. 75–76.

The table has a row a parameter: `parameter`, `analytic`, `numeric`, `difference`, `error`, and `verdict`:

- *agrees*: they are no further apart than `tolerance` · s + 8 · error, where s is the size of the component, or a thousandth of the
  greatest one if that is more;
- *differs*: they are, or the analytic one is not finite;
- *unknown*: the error is above s / 100 and above `tolerance`, as at a kink or where the cost is not finite nearby. Try another point.

`ok` is 1 where no component differs, else 0, and a warning names the parameter where they lie furthest apart. 24 values of the
cost a parameter are computed.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "cost", "type": "costs.formula", "parameters": {"formula": "(1 - x)^2 + 100*(y - x^2)^2"}},
  {"id": "check", "type": "costs.check-gradient", "parameters": {"point": [-1.2, 1]}}],
 "links": ["cost.objective -> check.objective"]}
```)"),
        .parameters = {
            point(QStringLiteral("point"), { QStringLiteral("random"), QStringLiteral("zeros") })
                .help(QStringLiteral("θ: numbers in order, or by name (the rest 0); `random` draws each from the normal "
                                     "distribution of mean 0 and variance 1, or takes the objective's own random "
                                     "start, if it has one.")),
            number(QStringLiteral("tolerance"), 1e-6)
                .atLeast(0)
                .help(QStringLiteral("The relative difference that passes as rounding.")),
        },
        .inputs = { input<Objective>(QStringLiteral("objective")).help(QStringLiteral("The cost to check.")) },
        .outputs = {
            output<Table>(QStringLiteral("table")).help(QStringLiteral("A row a parameter.")),
            output<Number>(QStringLiteral("ok")).help(QStringLiteral("1 where no component differs, else 0.")),
        },
        .run = run,
    };
}

} // namespace thalweg
