#include "node_types.h"

#include "formula/compiler.h"
#include "formula_objective.h"
#include "test_functions/test_function.h"

#include <thalweg/formula/parser.h>
#include <thalweg/inputs.h>
#include <thalweg/plain_values.h>
#include <thalweg/run_context.h>

#include <algorithm>

namespace thalweg {

namespace {

QStringList names()
{
    QStringList all;
    for (const TestFunction &function : testFunctions())
        all += function.name;
    return all;
}

QString dimensions(const TestFunction &function)
{
    if (function.step == 0)
        return QString::number(function.dimension);
    if (function.step == 1)
        return QStringLiteral("%1 or more").arg(function.least);
    return QStringLiteral("a multiple of %1").arg(function.step);
}

/// One row of the table in the help.
QString row(const TestFunction &function)
{
    constexpr qsizetype longest = 240;
    const QString formula = function.formula.size() <= longest
        ? function.formula
        : function.formula.left(longest).trimmed() + QStringLiteral(" …");
    return QStringLiteral("| `%1` | `%2` | %3 | %4 at (%5) | (%6) | %7 … %8 |\n")
        .arg(function.name, formula, dimensions(function), function.minimumValue,
            function.minimum.join(QStringLiteral(", ")), function.start.join(QStringLiteral(", ")),
            shortNumber(function.from), shortNumber(function.to));
}

QString help()
{
    QString text = QStringLiteral(
        R"(A function J(x[1], …, x[n]) from the literature whose minimum is known, to try optimizers on. Its gradient is exact to
rounding, by automatic differentiation of the formula below, in the language of costs.formula; `n` is the dimension.

The output `start` is the usual starting point: link it to an optimizer's `start`. In the columns of minimum and start, `i` is the number of the
coordinate, and fewer coordinates than n repeat: (-1.2, 1) is −1.2, 1, −1.2, 1, … Where there are several minima one is given. Where
the usual start was never agreed on, it is one from which the function shows its nature. At a kink the derivative of abs is 0; a
square root is kept above 1e-150, so that the derivative at its tip is 0 and not undefined.

| name | J | n | minimum | start | range to plot |
|---|---|---|---|---|---|
)");
    for (const TestFunction &function : testFunctions())
        text += row(function);
    return text + QStringLiteral(R"(
Source: J. J. Moré, B. S. Garbow and K. E. Hillstrom, Testing unconstrained optimization software, ACM Transactions on
Mathematical Software 7 (1981), pp. 17–41, for `freudenstein-roth` and what follows it; M. Jamil and X.-S. Yang, A literature survey
of benchmark functions for global optimization problems, International Journal of Mathematical Modelling and Numerical
Optimisation 4 (2013), pp. 150–194; S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments (www.sfu.ca/~ssurjano).

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "valley", "type": "costs.test-function", "parameters": {"name": "rosenbrock", "dimension": 2}},
  {"id": "gd", "type": "optimizers.gradient-descent", "parameters": {"rate": 0.001, "iterations": 5000}}],
 "links": ["valley.objective -> gd.objective", "valley.start -> gd.start"]}
```)");
}

int dimensionOf(const TestFunction &function, std::optional<qint64> asked)
{
    const qint64 dimension = asked.value_or(function.dimension);
    const bool suits = function.step == 0 ? dimension == function.dimension
                                          : dimension >= function.least && dimension % function.step == 0;
    if (!suits)
        throw Error(QStringLiteral("must be %1 for %2, not %3").arg(dimensions(function), function.name).arg(dimension))
            .at(QStringLiteral("parameter dimension"));
    return static_cast<int>(dimension);
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const QString name = in.text(QStringLiteral("name"));
    const TestFunction &function = *std::ranges::find(testFunctions(), name, &TestFunction::name);
    const int dimension = dimensionOf(function, in.optionalInteger(QStringLiteral("dimension")));
    Tape tape = compile(parseFormula(formulaOf(function, dimension)), {}, [&context] { checkStop(context); });
    out.set(QStringLiteral("objective"), std::make_shared<FormulaObjective>(name, std::move(tape)));
    out.set(QStringLiteral("start"), std::make_shared<Vector>(pointOf(function.start, dimension)));
}

} // namespace

NodeType testFunction()
{
    return {
        .id = QStringLiteral("costs.test-function"),
        .title = QStringLiteral("Test function"),
        .summary = QStringLiteral("A function from the literature with a known minimum: Rosenbrock, Himmelblau, Ackley, …"),
        .help = help(),
        .parameters = {
            choice(QStringLiteral("name"), names(), QStringLiteral("rosenbrock"))
                .help(QStringLiteral("Which function; see the table.")),
            integer(QStringLiteral("dimension"))
                .optional()
                .atLeast(1)
                .atMost(10000)
                .help(QStringLiteral("The number n of coordinates; left open, the usual one.")),
        },
        .outputs = {
            output<Objective>(QStringLiteral("objective")).help(QStringLiteral("The function J(x) of one term.")),
            output<Vector>(QStringLiteral("start")).help(QStringLiteral("The usual starting point.")),
        },
        .run = run,
    };
}

} // namespace thalweg
