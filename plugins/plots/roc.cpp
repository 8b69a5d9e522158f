#include "model_rows.h"
#include "names.h"
#include "plots.h"

#include <thalweg/class_predictions.h>
#include <thalweg/figure.h>

#include <algorithm>
#include <numeric>

namespace thalweg {

namespace {

/// How many rows of the class and of the others have a score at or above a threshold, which falls from place to place.
struct Tally {
    std::vector<std::size_t> found = { 0 };
    std::vector<std::size_t> wronglyFound = { 0 };

    double positives() const { return static_cast<double>(found.back()); }
    double negatives() const { return static_cast<double>(wronglyFound.back()); }
};

/// One place a distinct score: rows of equal scores can only be taken together.
Tally tally(const std::vector<int> &target, int positive, const Eigen::VectorXd &scores)
{
    std::vector<Eigen::Index> order(target.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](Eigen::Index row) { return scores[row]; });
    Tally counts;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || scores[order[i]] != scores[order[i - 1]]) {
            counts.found.push_back(counts.found.back());
            counts.wronglyFound.push_back(counts.wronglyFound.back());
        }
        ++(target[static_cast<std::size_t>(order[i])] == positive ? counts.found : counts.wronglyFound).back();
    }
    return counts;
}

/// A curve and its number.
struct Curve {
    LineLayer line;
    double area = 0;
};

Curve rocCurve(const Tally &counts)
{
    Curve curve;
    for (std::size_t i = 0; i < counts.found.size(); ++i) {
        curve.line.x.push_back(static_cast<double>(counts.wronglyFound[i]) / counts.negatives());
        curve.line.y.push_back(static_cast<double>(counts.found[i]) / counts.positives());
        if (i > 0)
            curve.area += (curve.line.x[i] - curve.line.x[i - 1]) * (curve.line.y[i] + curve.line.y[i - 1]) / 2;
    }
    return curve;
}

Curve precisionRecallCurve(const Tally &counts)
{
    Curve curve;
    for (std::size_t i = 1; i < counts.found.size(); ++i) {
        const auto found = static_cast<double>(counts.found[i]);
        const double recall = found / counts.positives();
        const double precision = found / (found + static_cast<double>(counts.wronglyFound[i]));
        curve.area += precision * (recall - (i > 1 ? curve.line.x.back() : 0));
        curve.line.x.push_back(recall);
        curve.line.y.push_back(precision);
    }
    return curve;
}

/// The class that counts as positive, by its place among the model's.
int positiveClass(const Inputs &in, const Model &model)
{
    const QString asked = in.text(QStringLiteral("class")).trimmed();
    if (!asked.isEmpty()) {
        try {
            return static_cast<int>(placeOf(asked, model.classes(), QStringLiteral("class of the model")));
        } catch (const Error &error) {
            throw error.at(QStringLiteral("parameter class"));
        }
    }
    if (model.classes().size() == 2)
        return 1;
    throw Error(QStringLiteral("must name one of the %1 classes, which is then told from all others: %2")
                    .arg(model.classes().size())
                    .arg(model.classes().join(QStringLiteral(", ")).left(1000)))
        .at(QStringLiteral("parameter class"));
}

Tally tallyOf(const Model &model, const Dataset &dataset, int positive)
{
    const std::vector<int> target = targetClasses(model, dataset);
    const Matrix probabilities = model.probabilities(rowsFor(model, dataset));
    if (probabilities.cols() == 0)
        throw Error(QStringLiteral("knows no probabilities, by which rows could be put in order; costs.logistic and "
                                   "costs.softmax give models that do"))
            .at(QStringLiteral("port model"));
    const Eigen::VectorXd scores = probabilities.col(positive);
    if (!scores.allFinite())
        throw Error(QStringLiteral("gives probabilities that are not finite; its descent has diverged"))
            .at(QStringLiteral("port model"));
    Tally counts = tally(target, positive, scores);
    if (counts.positives() == 0 || counts.negatives() == 0)
        throw Error(QStringLiteral("needs rows of class \"%1\" and rows of another").arg(model.classes()[positive]))
            .at(QStringLiteral("port dataset"));
    return counts;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    checkHasRowsAndTarget(*dataset);
    const bool roc = in.text(QStringLiteral("kind")) == QLatin1String("roc");

    FigureContent content;
    QString positiveName;
    for (const auto &[label, model] : in.all<Model>(QStringLiteral("model"))) {
        checkStop(context);
        if (model->classes().size() < 2)
            throw Error(QStringLiteral("predicts numbers, not classes; plots.residuals shows how well"))
                .at(QStringLiteral("port model"));
        const int positive = positiveClass(in, *model);
        positiveName = model->classes()[positive];
        const Tally counts = tallyOf(*model, *dataset, positive);
        if (content.layers.empty()) {
            const double share = counts.positives() / (counts.positives() + counts.negatives());
            content.layers.push_back({ .label = QStringLiteral("by chance"),
                .shape = LineLayer { .x = { 0, 1 },
                    .y = roc ? std::vector { 0.0, 1.0 } : std::vector { share, share },
                    .width = 1.2,
                    .dashed = true } });
        }
        Curve curve = roc ? rocCurve(counts) : precisionRecallCurve(counts);
        const QString area = QStringLiteral("%1 %2").arg(
            roc ? QStringLiteral("AUC") : QStringLiteral("AP"), QString::number(curve.area, 'f', 4));
        const QString name = label.isEmpty() ? QStringLiteral("model") : label;
        content.layers.push_back({ .label = QStringLiteral("%1: %2").arg(name, area),
            .shape = std::move(curve.line),
            .colour = static_cast<int>(content.layers.size()) - 1 });
    }
    const double room = 0.02; // for lines along the edges
    content.title = titleOf(in,
        (roc ? QStringLiteral("ROC of %1 = %2") : QStringLiteral("Precision and recall of %1 = %2"))
            .arg(displayName(dataset->targetName()), positiveName));
    content.x = { .label = roc ? QStringLiteral("False positive rate") : QStringLiteral("Recall"),
        .minimum = -room,
        .maximum = 1 + room };
    content.y = { .label = roc ? QStringLiteral("True positive rate") : QStringLiteral("Precision"),
        .minimum = -room,
        .maximum = 1 + room };
    out.set(QStringLiteral("figure"), std::make_shared<Figure>(std::move(content)));
}

} // namespace

NodeType roc()
{
    return {
        .id = QStringLiteral("plots.roc"),
        .title = QStringLiteral("ROC curve"),
        .summary = QStringLiteral("How well models put the rows of a class before the others, at every threshold."),
        .help = QStringLiteral(R"(
Takes a row for positive if the model gives the class a probability of at least t, and draws what comes of it while t
falls from 1 to 0. With TP and FP the positive rows that are rightly and wrongly found, P and N the rows that are of the
class and that are not:

- `roc`: the true positive rate TP / P over the false positive rate FP / N. `AUC` is the area under it by the trapezoid
  rule, which is the Mann–Whitney statistic: how likely a row of the class has a higher probability than one that is not,
  ties counted half. 1 is perfect; the diagonal, ½, is chance.
- `precision-recall`: precision TP / (TP + FP) over recall TP / P, which says more where the class is rare. `AP` is the
  average precision Σ (Rₖ − Rₖ₋₁) Pₖ over the thresholds; chance is the share of the class, P / (P + N).

Rows of equal probability are taken together. Of two classes the second is the positive one unless `class` names the
other; of more, `class` names the one that is told from all others.

**Source.** J. A. Hanley, B. J. McNeil, The meaning and use of the area under a receiver operating characteristic curve,
Radiology 143 (1982), pp. 29–36; J. Davis, M. Goadrich, The relationship between precision-recall and ROC curves, Proc.
23rd ICML (2006), pp. 233–240.

**Example.** Models of two costs → `model`, held-out rows from `tables.split` → `dataset`.
)"),
        .parameters = { choice(QStringLiteral("kind"), { QStringLiteral("roc"), QStringLiteral("precision-recall") },
                            QStringLiteral("roc"))
                            .help(QStringLiteral("Which curve is drawn.")),
            text(QStringLiteral("class"))
                .help(QStringLiteral("Name of the class that counts as positive; empty: the second of two.")),
            titleParameter() },
        .inputs
        = { input<Dataset>(QStringLiteral("dataset"))
                .help(QStringLiteral("Rows whose class is known; best such that the models were not fitted to.")),
            input<Model>(QStringLiteral("model"))
                .many()
                .help(QStringLiteral("Models that know probabilities of the classes.")) },
        .outputs = { output<Figure>(QStringLiteral("figure")).help(QStringLiteral("The plot.")) },
        .isLive = true,
        .run = run,
    };
}

} // namespace thalweg
