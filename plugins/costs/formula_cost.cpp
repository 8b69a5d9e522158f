#include "node_types.h"

#include "formula/compiler.h"
#include "formula_objective.h"

#include <thalweg/formula/parser.h>
#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

namespace thalweg {

namespace {

std::shared_ptr<const Objective> makeCost(const QString &formula, RunContext &context)
{
    Tape tape = compile(parseFormula(formula), {}, [&context] { checkStop(context); });
    if (tape.parameterNames().isEmpty())
        throw Error(QStringLiteral(
            "has no free name, so there is nothing to optimise; write one, such as theta in (theta - 5)^2"));
    return std::make_shared<FormulaObjective>(formula, std::move(tape));
}

} // namespace

NodeType formulaCost()
{
    return {
        .id = QStringLiteral("costs.formula"),
        .title = QStringLiteral("Formula"),
        .summary = QStringLiteral("A cost function written as a formula, such as (theta - 5)^2."),
        .help
        = QStringLiteral(R"(The cost **J(θ)** is the formula; its free names are the parameters θ, in order of first
appearance. `(theta - 5)^2` has one parameter, `theta`, and its minimum 0 at theta = 5.

| write | for |
|---|---|
| `a + b`, `a - b`, `a*b`, `a/b`, `a^b` | arithmetic; `^` groups to the right and binds before minus: `-x^2` is −(x²) |
| `<`, `<=`, `>`, `>=`, `==`, `!=`, `and`, `or`, `not` | 1 where true, 0 where false |
| `if(c, a, b)` | a where c is not 0, else b |
| `x[1]`, `x[2]`, … | the elements of a vector of parameters |
| `sum(i, a, b, f)`, `prod(i, a, b, f)` | f added or multiplied for i = a, a+1, …, b, where `x[i+1]` may stand |
| `pi`, `e` | 3.14159…, 2.71828… |
| `exp log log2 log10 expm1 log1p sqrt` | log is natural; expm1(x) = eˣ − 1, log1p(x) = log(1 + x) |
| `sin cos tan asin acos atan atan2(y, x) sinh cosh tanh` | angles are in radians |
| `abs sign floor ceil min max` | min and max take two or more |

To multiply, always write `*`: `2*x`. Names are letters of any alphabet, digits and `_`, and begin with a letter.

The **gradient** is exact to rounding, by reverse-mode automatic differentiation (Griewank and Walther, *Evaluating
Derivatives*, 2008). At a kink: `abs` has the derivative 0 at 0, `sign`, `floor`, `ceil` and comparisons have it everywhere;
of equal arguments `min` and `max` follow the first, and `if` follows the branch that it took. What is undefined, such as
`log(-1)`, is not hidden: a descent that comes there stops and says so.

A formula may have 100,000 characters, 200 nested levels, and 1,000,000 operations once its sums are written out.

Example, Rosenbrock's valley in ten dimensions: `sum(i, 1, 9, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)`.)"),
        .parameters = { formula(QStringLiteral("formula"))
                            .required()
                            .example(QStringLiteral("(theta - 5)^2"))
                            .help(QStringLiteral("J as a formula; its free names are the parameters.")) },
        .outputs
        = { output<Objective>(QStringLiteral("objective")).help(QStringLiteral("The cost J(θ) of one term.")) },
        .run =
            [](const Inputs &in, Outputs &out, RunContext &context) {
                try {
                    out.set(QStringLiteral("objective"), makeCost(in.text(QStringLiteral("formula")), context));
                } catch (const Error &error) {
                    throw error.at(QStringLiteral("parameter formula"));
                }
            },
    };
}

} // namespace thalweg
