#include "predict.h"

#include "alignment.h"

#include <thalweg/class_predictions.h>
#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

#include <algorithm>

namespace thalweg {

namespace {

/// Adds a column under a name that no other column has.
void add(std::vector<Column> &columns, QString name, decltype(Column::cells) cells)
{
    while (std::ranges::any_of(columns, [&name](const Column &column) { return column.name == name; }))
        name.prepend(QStringLiteral("model "));
    columns.push_back({ name, std::move(cells) });
}

void addClasses(std::vector<Column> &columns, const Model &model, const Matrix &features)
{
    ClassPredictions predictions = predictClasses(model, features);
    static_assert(ClassPredictions::none == CategoryCells::missing);
    CategoryCells cells;
    cells.levels.assign(model.classes().begin(), model.classes().end());
    cells.codes.assign(predictions.classes.begin(), predictions.classes.end());
    add(columns, QStringLiteral("prediction"), std::move(cells));

    const Matrix &probabilities = predictions.probabilities;
    const auto addProbability = [&](const QString &name, Eigen::Index k) {
        add(columns, name, NumberCells(probabilities.col(k).begin(), probabilities.col(k).end()));
    };
    if (probabilities.cols() == 2)
        addProbability(QStringLiteral("probability"), 1);
    else
        for (Eigen::Index k = 0; k < probabilities.cols(); ++k)
            addProbability(QStringLiteral("probability:%1").arg(model.classes()[k]), k);
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto model = in.value<Model>(QStringLiteral("model"));
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    const auto rows = alignedWith(*model, dataset);
    std::vector<Column> columns = dataset->table()->columns();
    checkStop(context);
    if (model->classes().isEmpty()) {
        const Eigen::VectorXd predicted = model->predict(rows->features());
        add(columns, QStringLiteral("prediction"), NumberCells(predicted.begin(), predicted.end()));
    } else {
        addClasses(columns, *model, rows->features());
    }
    out.set(QStringLiteral("table"), std::make_shared<Table>(std::move(columns)));
}

} // namespace

NodeType predictRows()
{
    return {
        .id = QStringLiteral("models.predict"),
        .title = QStringLiteral("Predict"),
        .summary = QStringLiteral("What a model predicts, beside the data."),
        .help = QStringLiteral(R"(
Gives the dataset's columns and, behind them:

- `prediction`: the predicted target, in its unit; of a classifier, the likeliest class by name;
- `probability`, of a classifier of two classes: how likely the second class is, 0 … 1. Of more classes each has its column,
  `probability:class`. A classifier without probabilities has none.

A column of the data that has one of these names keeps it; the new one is then called `model prediction`, and so on.

The dataset must have the features that the model was fitted to (in any order, and others as well), scaled in the same way:
standardize held-out rows with the training rows as reference. It needs no target.

**Example.** y = 1 + 2x and the rows x = 0, 1.5 give the predictions 1 and 4.
)"),
        .inputs = {
            input<Model>(QStringLiteral("model")).help(QStringLiteral("What predicts.")),
            input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("The rows to predict.")),
        },
        .outputs = { output<Table>(QStringLiteral("table")).help(QStringLiteral("The rows and their predictions.")) },
        .run = run,
    };
}

} // namespace thalweg
