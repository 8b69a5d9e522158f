#include "score.h"

#include "alignment.h"
#include "measures.h"

#include <thalweg/class_predictions.h>
#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

namespace thalweg {

namespace {

std::vector<Measure> classMeasures(const Model &model, const Dataset &dataset)
{
    const std::vector<int> target = targetClasses(model, dataset);
    const ClassPredictions predictions = predictClasses(model, dataset.features());
    const bool hasProbabilities = predictions.probabilities.cols() > 0;
    std::vector<Measure> measures { { QStringLiteral("accuracy"), accuracy(target, predictions.classes) } };
    if (hasProbabilities)
        measures.push_back({ QStringLiteral("log loss"), logLoss(target, predictions.probabilities) });
    if (model.classes().size() != 2)
        return measures;
    const Counts counts = countsOf(1, target, predictions.classes);
    measures.push_back({ QStringLiteral("precision"), counts.precision() });
    measures.push_back({ QStringLiteral("recall"), counts.recall() });
    measures.push_back({ QStringLiteral("F1"), counts.f1() });
    if (hasProbabilities)
        measures.push_back({ QStringLiteral("AUC"), areaUnderCurve(target, predictions.probabilities.col(1)) });
    return measures;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto model = in.value<Model>(QStringLiteral("model"));
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    const auto fault = [](const QString &message) { return Error(message).at(QStringLiteral("port dataset")); };
    if (!dataset->hasTarget())
        throw fault(QStringLiteral("has no target to compare with; name one in the dataset"));
    if (dataset->targetName() != model->targetName())
        throw fault(QStringLiteral("has the target \"%1\", but the model predicts \"%2\"")
                        .arg(dataset->targetName().left(100), model->targetName().left(100)));
    if (dataset->rowCount() == 0)
        throw fault(QStringLiteral("has no rows"));
    const auto rows = alignedWith(*model, dataset);
    checkStop(context);
    const std::vector<Measure> measures = model->classes().isEmpty()
        ? regressionMeasures(rows->target(), model->predict(rows->features()))
        : classMeasures(*model, *rows);
    TextCells names;
    NumberCells values;
    for (const Measure &measure : measures) {
        names.push_back(measure.name);
        values.push_back(measure.value);
    }
    out.set(QStringLiteral("table"),
        std::make_shared<Table>(std::vector { Column { QStringLiteral("measure"), std::move(names) },
            Column { QStringLiteral("value"), std::move(values) } }));
}

} // namespace

NodeType scoreModel()
{
    return {
        .id = QStringLiteral("models.score"),
        .title = QStringLiteral("Score"),
        .summary = QStringLiteral("How well a model predicts the target of a dataset, one row a measure."),
        .help = QStringLiteral(R"(
With yᵢ the target of row i = 1 … m, pᵢ what the model predicts, and ȳ the mean of the target. A measure that is not defined
for the rows is a missing cell.

**Numbers**

- `R²` = 1 − Σ(yᵢ − pᵢ)² / Σ(yᵢ − ȳ)²: 1 is perfect, 0 is as good as always saying ȳ; not defined where all yᵢ are the same
- `RMSE` = √(Σ(yᵢ − pᵢ)² / m), in the unit of y
- `MAE` = Σ|yᵢ − pᵢ| / m, in the unit of y

**Classes**: the class with the highest probability is the predicted one, the first of several

- `accuracy`: the part of the rows whose class was predicted
- `log loss` = −Σ ln(probability that the model gave to the row's own class) / m, with probabilities kept from 2⁻⁵² to 1 − 2⁻⁵²

**Two classes**, of which the second counts as positive; TP, FP, FN are the rows rightly found, wrongly found and missed

- `precision` = TP / (TP + FP), `recall` = TP / (TP + FN), `F1` = 2·TP / (2·TP + FP + FN)
- `AUC`: how likely a row of the second class has a higher probability than one of the first, ties counted half

A classifier that knows no probabilities has neither log loss nor AUC. Rows need the model's features, scaled in the same way, and
its target: classes by name, or numbers such as 0 and 1.

**Source.** AUC: J. A. Hanley, B. J. McNeil, The meaning and use of the area under a receiver operating characteristic curve,
Radiology 143 (1982), pp. 29–36.

**Example.** y = 1, 2, 3 predicted as 1, 2, 4 gives R² 0.5, RMSE 0.577, MAE 0.333.
)"),
        .inputs = {
            input<Model>(QStringLiteral("model")).help(QStringLiteral("What predicts.")),
            input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("Rows whose target is known; best such that "
                                                                          "the model was not fitted to.")),
        },
        .outputs = { output<Table>(QStringLiteral("table"))
                         .help(QStringLiteral("The columns `measure` and `value`, one row a measure.")) },
        .run = run,
    };
}

} // namespace thalweg
