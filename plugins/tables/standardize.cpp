#include "standardize.h"

#include "statistics.h"

#include <thalweg/inputs.h>

#include <algorithm>
#include <cmath>

namespace thalweg {

namespace {

bool isScaled(const Dataset &dataset)
{
    return std::ranges::any_of(dataset.scaling(), [](const Scaling &scaling) { return scaling != Scaling(); });
}

/// The scaling after which the features of `dataset`, as they were before any scaling, have mean 0 and deviation 1.
std::vector<Scaling> standardScaling(const Dataset &dataset, const QString &port, RunContext &context)
{
    if (dataset.rowCount() == 0)
        throw Error(QStringLiteral("has no rows")).at(port);
    const Statistics statistics = statisticsOf(dataset.features(), context);
    std::vector<Scaling> scaling = dataset.scaling();
    for (Eigen::Index j = 0; j < dataset.featureCount(); ++j) {
        const QString name = dataset.featureNames()[j].left(100);
        const double deviation = statistics.deviation[j];
        if (deviation == 0)
            throw Error(QStringLiteral("feature \"%1\" is the same in every row, so it has no deviation to divide by; "
                                       "leave it out of the dataset")
                            .arg(name))
                .at(port);
        // scaled = ((original − shift) / scale − mean) / deviation
        Scaling &own = scaling[static_cast<std::size_t>(j)];
        own = { own.shift + own.scale * statistics.mean[j], own.scale * deviation };
        if (!std::isfinite(own.shift) || !std::isnormal(own.scale))
            throw Error(QStringLiteral("feature \"%1\" has too large or too small numbers to standardise").arg(name))
                .at(port);
    }
    return scaling;
}

/// Of each feature of `dataset`, by name, how the reference is scaled, or would be standardised.
std::vector<Scaling> scalingOfReference(const Dataset &dataset, const Dataset &reference, RunContext &context)
{
    const QString port = QStringLiteral("port reference");
    for (const QString &name : dataset.featureNames())
        if (!reference.featureNames().contains(name))
            throw Error(QStringLiteral("has no feature \"%1\", which the dataset has; make both from the same columns")
                            .arg(name.left(100)))
                .at(port);
    if (reference.featureCount() != dataset.featureCount())
        throw Error(QStringLiteral("has %1 features, but the dataset has %2; make both from the same columns")
                        .arg(reference.featureCount())
                        .arg(dataset.featureCount()))
            .at(port);
    const std::vector<Scaling> all
        = isScaled(reference) ? reference.scaling() : standardScaling(reference, port, context);
    std::vector<Scaling> scaling;
    for (const QString &name : dataset.featureNames())
        scaling.push_back(all[static_cast<std::size_t>(reference.featureNames().indexOf(name))]);
    return scaling;
}

/// X under another scaling than it has.
Matrix rescaled(const Dataset &dataset, const std::vector<Scaling> &to, RunContext &context)
{
    Matrix features = dataset.features();
    const std::vector<Scaling> &from = dataset.scaling();
    for (Eigen::Index i = 0; i < features.rows(); ++i) {
        if (i % 4096 == 0)
            checkStop(context);
        for (std::size_t j = 0; j < to.size(); ++j) {
            double &x = features(i, static_cast<Eigen::Index>(j));
            if (from[j] != to[j])
                x = (x * from[j].scale + from[j].shift - to[j].shift) / to[j].scale;
        }
    }
    return features;
}

void run(const Inputs &in, Outputs &out, RunContext &context)
{
    const auto dataset = in.value<Dataset>(QStringLiteral("dataset"));
    const auto reference = in.optional<Dataset>(QStringLiteral("reference"));
    const std::vector<Scaling> scaling = reference ? scalingOfReference(*dataset, *reference, context)
                                                   : standardScaling(*dataset, QStringLiteral("port dataset"), context);
    Matrix features = rescaled(*dataset, scaling, context);
    if (!features.allFinite())
        throw Error(QStringLiteral("has numbers that are not finite any more on the scale of the reference"))
            .at(QStringLiteral("port dataset"));
    out.set(QStringLiteral("dataset"),
        std::make_shared<Dataset>(DatasetContent { std::move(features), dataset->target(), dataset->featureNames(),
            dataset->targetName(), dataset->classes(), scaling }));
}

} // namespace

NodeType standardize()
{
    return {
        .id = QStringLiteral("tables.standardize"),
        .title = QStringLiteral("Standardize"),
        .summary = QStringLiteral("Brings every feature to mean 0 and standard deviation 1."),
        .help = QStringLiteral(R"(
z = (x − μ) / σ for every feature, where μ is the mean and σ the population standard deviation, √(Σ(x − μ)² / m), over the m rows.
Gradient descent needs it wherever features differ in size: one step size must suit them all. The target stays as it is. A
feature that is the same in every row is refused.

**Held-out rows** must be scaled as the training rows were, not by their own mean: link the training rows to `reference`. If the
reference is scaled already, the rows are brought to its scale; if it is not, to the scale by which it would be standardised.

The dataset remembers μ and σ, so that parameters and predictions can be told in the features' own units.

**Example.** x = 2, 4, 6 has μ = 4 and σ = √(8/3) = 1.633, and becomes −1.2247, 0, 1.2247.
)"),
        .inputs = {
            input<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("The rows to scale.")),
            input<Dataset>(QStringLiteral("reference"))
                .optional()
                .help(QStringLiteral("The rows whose mean and deviation count; without a link, the dataset's own.")),
        },
        .outputs = { output<Dataset>(QStringLiteral("dataset")).help(QStringLiteral("The same rows, scaled.")) },
        .run = run,
    };
}

} // namespace thalweg
