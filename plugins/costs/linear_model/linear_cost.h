#pragma once

#include "kernels.h"
#include "padded_rows.h"

#include <thalweg/dataset.h>
#include <thalweg/model.h>
#include <thalweg/objective.h>

namespace thalweg {

/// How the losses of m rows become one cost.
enum class Reduction { Mean, HalfMean, Sum, HalfSum };

/// What turns z = w·x + b into a prediction.
enum class Link {
    Identity, ///< z
    Logistic, ///< 1 / (1 + exp(-z))
};

/// What is needed to make a LinearCost.
struct LinearCostContent {
    std::shared_ptr<const Dataset> dataset; ///< at least one row, with a target
    Kernel::Sum Kernel::*loss = nullptr; ///< &Kernel::squared, …
    Link link = Link::Identity;
    QStringList classes; ///< names of the two classes of the logistic link, else empty
    bool hasIntercept = true;
    Reduction reduction = Reduction::Mean;
    const Kernel *kernel = &fastestKernel();
};

/// J(w, b) = (1/d) Σᵢ loss(w·xᵢ + b, yᵢ), d by the reduction: the cost of every linear model.
///
/// One pass over X gives cost and gradient. Rows are cut into chunks whose size depends on the shape of X alone; chunks
/// run in parallel, and their sums are added up in a fixed tree, so that the bits do not depend on the number of
/// threads.
class LinearCost final : public Objective {
public:
    /// Throws Error, placed at the port `dataset`, where there is nothing to fit.
    explicit LinearCost(LinearCostContent content);
    LinearCost(const LinearCost &) = delete;

    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return content_.dataset->rowCount(); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    void prefetch(std::span<const Eigen::Index> rows) const override;
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override;
    /// Of the logistic link: that θ separates the classes.
    QString warning(ConstVectorRef theta) const override;

private:
    double evaluate(
        const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const;

    LinearCostContent content_;
    PaddedRows paddedRows_;
    RowsView rows_;
};

/// The data of a cost of rows, checked: at least one row, and a target that is a finite number in each.
/// Throws Error, placed at the port `dataset`.
void checkTarget(const Dataset &dataset);

} // namespace thalweg
