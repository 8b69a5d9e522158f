#pragma once

#include "chunks.h"
#include "kernels.h"
#include "padded_rows.h"

#include <thalweg/dataset.h>
#include <thalweg/model.h>
#include <thalweg/residuals.h>

namespace thalweg {

/// What turns z = w·x + b into a prediction.
enum class Link {
    Identity, ///< z
    Exponential, ///< exp(z), the mean of a count
    Logistic, ///< 1 / (1 + exp(-z)), the probability of the second class
    Clipped, ///< (1 + z) / 2 within 0 … 1, the probability of the second class
    Sign, ///< the second class where z > 0, else the first; no probability
};

/// What is needed to make a LinearCost.
struct LinearCostContent {
    std::shared_ptr<const Dataset> dataset; ///< at least one row, with a target
    Kernel::Sum Kernel::*loss = nullptr; ///< &Kernel::squared, …
    double shape = 0; ///< of the loss
    Link link = Link::Identity;
    QStringList classes; ///< names of the two classes where there are such, else empty
    bool hasIntercept = true;
    Reduction reduction = Reduction::Mean;
    const Kernel *kernel = &fastestKernel();
};

/// J(w, b) = (1/d) Σᵢ loss(w·xᵢ + b, yᵢ), d by the reduction: the cost of every linear model.
///
/// One pass over X gives cost and gradient. Rows are cut into chunks whose size depends on the shape of X alone; chunks
/// run in parallel, and their sums are added up in a fixed tree, so that the bits do not depend on the number of
/// threads.
class LinearCost final : public Objective, private Residuals {
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
    /// Those of the squared loss: w·xᵢ + b − yᵢ, rounded once, however much of the sum cancels out.
    const Residuals *residuals() const override;
    /// That θ separates the classes of the logistic link; that all counts of the exponential one are 0.
    QString warning(ConstVectorRef theta) const override;

private:
    Eigen::Index residualCount() const override { return termCount(); }
    double residualScale() const override;
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const override;
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const override;
    double evaluate(
        const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const;

    LinearCostContent content_;
    PaddedRows paddedRows_;
    RowsView rows_;
};

} // namespace thalweg
