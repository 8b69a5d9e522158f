#include "split.h"

#include <thalweg/dataset.h>
#include <thalweg/inputs.h>
#include <thalweg/run_context.h>

#include <cmath>
#include <numeric>

namespace thalweg {

namespace {

/// Whether a row is to train on, by row: `fraction` of the rows, taken from the front of the order.
///
/// Of groups (classes) that stand one behind the other in the order, each gives its share: the border of what is taken
/// so far is rounded, so that the whole is right as well.
std::vector<bool> trainingRows(const std::vector<std::vector<Eigen::Index>> &groups, double fraction, std::size_t rows)
{
    std::vector<bool> isTraining(rows, false);
    std::size_t seen = 0;
    for (const std::vector<Eigen::Index> &group : groups) {
        const auto before = std::llround(fraction * static_cast<double>(seen));
        seen += group.size();
        const auto share = static_cast<std::size_t>(std::llround(fraction * static_cast<double>(seen)) - before);
        for (std::size_t i = 0; i < share; ++i)
            isTraining[static_cast<std::size_t>(group[i])] = true;
    }
    return isTraining;
}

/// The rows in one group, or in one for each class.
std::vector<std::vector<Eigen::Index>> groupsOf(const Dataset &dataset, bool stratify)
{
    std::vector<std::vector<Eigen::Index>> groups(stratify ? static_cast<std::size_t>(dataset.classes().size()) : 1);
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        groups[stratify ? static_cast<std::size_t>(dataset.target()[i]) : 0].push_back(i);
    return groups;
}

std::shared_ptr<const Dataset> rowsOf(const Dataset &dataset, const std::vector<bool> &isTraining, bool which)
{
    std::vector<Eigen::Index> rows;
    for (Eigen::Index i = 0; i < dataset.rowCount(); ++i)
        if (isTraining[static_cast<std::size_t>(i)] == which)
            rows.push_back(i);
    DatasetContent content;
    content.features = dataset.features()(rows, Eigen::all);
    if (dataset.target().size() > 0)
        content.target = dataset.target()(rows);
    content.featureNames = dataset.featureNames();
    content.targetName = dataset.targetName();
    content.classes = dataset.classes();
    content.scaling = dataset.scaling();
    return std::make_shared<Dataset>(std::move(content));
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    const double fraction = in.number(QStringLiteral("fraction"));
    const bool stratify = in.boolean(QStringLiteral("stratify"));
    if (stratify && (dataset->classes().isEmpty() || !dataset->hasTarget()))
        throw Error(QStringLiteral("needs a target of classes; this dataset has none"))
            .at(QStringLiteral("parameter stratify"));

    const auto rows = static_cast<std::size_t>(dataset->rowCount());
    const auto taken = std::llround(fraction * static_cast<double>(rows));
    if (taken < 1 || taken >= dataset->rowCount())
        throw Error(
            QStringLiteral("leaves %1 of %2 rows to train on; both parts need at least one").arg(taken).arg(rows))
            .at(QStringLiteral("parameter fraction"));

    std::vector<std::vector<Eigen::Index>> groups = groupsOf(*dataset, stratify);
    if (in.boolean(QStringLiteral("shuffle"))) {
        Random random = context.random();
        for (std::vector<Eigen::Index> &group : groups)
            shuffle(group, random);
    }
    const std::vector<bool> isTraining = trainingRows(groups, fraction, rows);
    checkStop(context);
    out.set(QStringLiteral("train"), rowsOf(*dataset, isTraining, true));
    out.set(QStringLiteral("test"), rowsOf(*dataset, isTraining, false));
}

} // namespace

NodeType split()
{
    return {
        .id = QStringLiteral("tables.split"),
        .title = QStringLiteral("Split"),
        .summary = QStringLiteral("Sets rows aside, to test a model on what it was not trained on."),
        .help = QStringLiteral(R"(
Of m rows, fraction·m (rounded to the nearest) go to `train`, the others to `test`; each row goes to one of the two, and both keep
the rows' order. Which rows are taken depends on the workflow's seed and on this node alone.

Without `shuffle` the first rows are for training: right for rows in order of time. With `stratify`
each class gives its share, so that a rare class is in both parts.

Split first and standardize then, with the training rows as reference: otherwise the test rows have a say in the training.

**Example.** 344 rows and `fraction` 0.75: 258 rows to train on, 86 to test on.
)"),
        .parameters = {
            number(QStringLiteral("fraction"), 0.75)
                .above(0)
                .below(1)
.slider(0.05, 0.95)
                .unit(QStringLiteral("1"))
                .help(QStringLiteral("The part of the rows that is for training.")),
            boolean(QStringLiteral("shuffle"), true)
                .help(QStringLiteral("Whether the rows are drawn at random; else the first ones are for training.")),
            boolean(QStringLiteral("stratify"), false)
                .help(QStringLiteral("Whether each class of the target gives its share to both parts.")),
        },
        .inputs = { input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("All rows.")) },
        .outputs = {
            output<Dataset>(QStringLiteral("train")).help(QStringLiteral("The rows to train on.")),
            output<Dataset>(QStringLiteral("test")).help(QStringLiteral("The other rows.")),
        },
        .run = run,
    };
}

} // namespace thalweg
