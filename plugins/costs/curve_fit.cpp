#include "node_types.h"

#include "curve_fit/curve_fit_cost.h"
#include "formula/compiler.h"
#include "linear_model/linear_cost_node.h"

#include <thalweg/formula/parser.h>
#include <thalweg/inputs.h>
#include <thalweg/run_context.h>
#include <thalweg/table.h>

#include <cmath>

namespace thalweg {

namespace {

/// Those free names of the formula that are columns. Throws Error where one is a column without numbers.
std::vector<const Column *> columnsIn(const Expression &expression, const Table &table)
{
    std::vector<const Column *> columns;
    for (const Expression::Symbol &symbol : expression.symbols) {
        const Column *column = table.find(symbol.name);
        if (!column || symbol.isVector)
            continue;
        if (!column->numbers())
            throw Error(QStringLiteral("column %1 is %2; a formula needs numbers").arg(column->name, column->kind()));
        columns.push_back(column);
    }
    return columns;
}

QStringList namesOf(const std::vector<const Column *> &columns)
{
    QStringList names;
    for (const Column *column : columns)
        names += column->name;
    return names;
}

/// A formula over the columns of a table.
struct OverColumns {
    Tape tape;
    std::vector<const Column *> columns;
};

OverColumns readFormula(const Inputs &in, const QString &parameter, const Table &table, RunContext &context)
{
    try {
        const Expression expression = parseFormula(in.text(parameter));
        const std::vector<const Column *> columns = columnsIn(expression, table);
        return { compile(expression, namesOf(columns), [&context] { checkStop(context); }), columns };
    } catch (const Error &error) {
        throw error.at(QStringLiteral("parameter %1").arg(parameter));
    }
}

/// The rows that have a number in all the columns; where some have none and are not to be dropped, throws Error.
std::vector<std::size_t> completeRows(
    const Table &table, const std::vector<std::vector<const Column *>> &used, bool drop, RunContext &context)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const Column *missing = nullptr;
        for (const auto &columns : used)
            for (const Column *column : columns)
                if (!std::isfinite((*column->numbers())[row]) && !missing)
                    missing = column;
        if (!missing)
            rows.push_back(row);
        else if (!drop)
            throw Error(QStringLiteral("column %1 has no number in row %2; set missing to drop to leave such rows out")
                            .arg(missing->name)
                            .arg(row + 1))
                .at(QStringLiteral("port table"));
    }
    if (rows.empty())
        throw Error(QStringLiteral("has no rows%1; a cost needs at least one")
                        .arg(table.rowCount() > 0 ? QStringLiteral(" without missing cells") : QString()))
            .at(QStringLiteral("port table"));
    if (rows.size() < table.rowCount())
        context.info(QStringLiteral("Left out %1 of %2 rows, which have missing cells.")
                         .arg(table.rowCount() - rows.size())
                         .arg(table.rowCount()));
    return rows;
}

std::vector<std::vector<double>> cellsOf(
    const std::vector<const Column *> &columns, const std::vector<std::size_t> &rows)
{
    std::vector<std::vector<double>> cells;
    for (const Column *column : columns) {
        cells.emplace_back();
        for (const std::size_t row : rows)
            cells.back().push_back((*column->numbers())[row]);
    }
    return cells;
}

std::vector<double> targetOf(const OverColumns &target, const std::vector<std::size_t> &rows)
{
    if (!target.tape.parameterNames().isEmpty())
        throw Error(QStringLiteral("the table has no column %1; the target is a formula of columns alone")
                        .arg(target.tape.parameterNames().first()))
            .at(QStringLiteral("parameter target"));
    std::vector<double> values;
    std::vector<double> cells(target.columns.size());
    for (const std::size_t row : rows) {
        for (std::size_t j = 0; j < cells.size(); ++j)
            cells[j] = (*target.columns[j]->numbers())[row];
        values.push_back(target.tape.value({}, cells));
        if (!std::isfinite(values.back()))
            throw Error(QStringLiteral("is not a number in row %1 of the table").arg(row + 1))
                .at(QStringLiteral("parameter target"));
    }
    return values;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto table = in.value<Table>(QStringLiteral("table"));
    OverColumns model = readFormula(in, QStringLiteral("formula"), *table, context);
    const OverColumns target = readFormula(in, QStringLiteral("target"), *table, context);
    if (model.tape.parameterNames().isEmpty())
        throw Error(QStringLiteral("all its names are columns, so there is nothing to fit; a parameter is a name that "
                                   "is no column, such as a in a*x"))
            .at(QStringLiteral("parameter formula"));
    const auto rows = completeRows(*table, { model.columns, target.columns },
        in.text(QStringLiteral("missing")) == QLatin1String("drop"), context);
    const RowLoss &loss = rowLoss(in.text(QStringLiteral("loss")));
    out.set(QStringLiteral("objective"),
        std::make_shared<CurveFitCost>(CurveFitContent { .tape = std::move(model.tape),
            .columnNames = namesOf(model.columns),
            .columns = cellsOf(model.columns, rows),
            .target = targetOf(target, rows),
            .targetName = in.text(QStringLiteral("target")).simplified(),
            .loss = &loss,
            .shape = loss.shape ? in.number(QLatin1String(loss.shape)) : 0,
            .reduction = reductionOf(in) }));
}

} // namespace

NodeType curveFit()
{
    return {
        .id = QStringLiteral("costs.curve-fit"),
        .title = QStringLiteral("Curve fit"),
        .summary = QStringLiteral("Nonlinear regression: a typed formula fitted to the columns of a table."),
        .help = QStringLiteral(R"help(The cost of nonlinear regression over the m rows of a table:

**J(θ) = (1/m) Σᵢ loss(f(θ, xᵢ) − yᵢ)**

f is `formula`, in the language of costs.formula. Its names that are columns of the table are data xᵢ; the others are the parameters
θ, in order of first appearance: in `a*exp(-k*time) + c` over a table with the column `time`, they are a, k and c. The target yᵢ
is a column, or a formula of columns: `log(count)`.

| loss | of the residual r |
|---|---|
| `squared` | r² |
| `absolute` | \|r\| |
| `huber` | r²/2 where \|r\| ≤ `delta`, else `delta` (\|r\| − `delta`/2) |
| `log-cosh` | log cosh r |
| `quantile` | (1 − `tau`) r where r > 0, else −`tau` r |
| `epsilon-insensitive` | max(\|r\| − `epsilon`, 0) |

The gradient is exact to rounding, by reverse-mode automatic differentiation. Rows are evaluated in blocks, in parallel, with the
same bits on any number of threads. With the squared loss, optimizers.levenberg-marquardt finds a minimum in the fewest steps. The
cost may have several minima: try several starts. Source: G. A. F. Seber and C. J. Wild,
*Nonlinear Regression* (1989).

**Edges.** One row is enough; none is an error. A row with a missing cell in a column that is used is an error that names it, unless
`missing` is drop. Columns are named as they are in formulas: letters, digits and `_`. Where f is undefined or overflows, the cost is not
finite, and a descent ends as diverged.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1,
 "nodes": [
  {"id": "data", "type": "sources.table", "parameters": {"text": "time,left\n0,10.1\n1,6.2\n2,3.6\n3,2.3\n4,1.3\n5,0.9\n"}},
  {"id": "cost", "type": "costs.curve-fit", "parameters": {"formula": "a*exp(-k*time)", "target": "left"}},
  {"id": "adam", "type": "optimizers.adam", "parameters": {"start": [5, 1], "rate": 0.05, "iterations": 1000}}],
 "links": ["data.table -> cost.table", "cost.objective -> adam.objective"]
}
```)help"),
        .parameters = {
            formula(QStringLiteral("formula"))
                .required()
                .help(QStringLiteral("The model f: names that are columns are data, the others parameters.")),
            formula(QStringLiteral("target"))
                .required()
                .help(QStringLiteral("The column to be fitted, or a formula of columns.")),
            choice(QStringLiteral("loss"), rowLossNames(), QStringLiteral("squared"))
                .help(QStringLiteral("What a residual costs; see the table.")),
            number(QStringLiteral("delta"), 1)
                .above(0)
                .help(QStringLiteral("Of huber: up to which size the loss is squared; in units of the target.")),
            number(QStringLiteral("tau"), 0.5)
                .above(0)
                .below(1)
                .help(QStringLiteral("Of quantile: the part of the rows that is to lie below the curve.")),
            number(QStringLiteral("epsilon"), 0.1)
                .atLeast(0)
                .help(QStringLiteral("Of epsilon-insensitive: the size that costs nothing; in units of the target.")),
            choice(QStringLiteral("missing"), { QStringLiteral("refuse"), QStringLiteral("drop") },
                QStringLiteral("refuse"))
                .help(QStringLiteral("What becomes of rows with missing cells in the columns that are used.")),
            reductionParameter(),
        },
        .inputs = { input<Table>(QStringLiteral("table")).help(QStringLiteral("The data; m ≥ 1 rows.")) },
        .outputs = { output<Objective>(QStringLiteral("objective"))
                .help(QStringLiteral("The cost J of m terms; its parameters are the formula's.")) },
        .run = run,
}
;
}

} // namespace thalweg
