#pragma once

#include "chunks.h"
#include "kernels.h"
#include "padded_rows.h"

#include <thalweg/dataset.h>
#include <thalweg/objective.h>

namespace thalweg {

/// What is needed to make a SoftmaxCost.
struct SoftmaxCostContent {
    std::shared_ptr<const Dataset> dataset; ///< at least one row, with a target of classes
    QStringList classes; ///< K ≥ 2 names; the target is one of 0 … K-1
    bool hasIntercept = true;
    Reduction reduction = Reduction::Mean;
    const Kernel *kernel = &fastestKernel();
};

/// J(W, b) = (1/d) Σᵢ (log Σ_c exp(z_ic) - z of the row's own class), z_ic = w_c·xᵢ + b_c, d by the reduction.
///
/// θ holds, feature after feature, the weights of the K classes, and then their intercepts. One pass over X gives cost
/// and gradient, with the same bits on any number of threads.
class SoftmaxCost final : public Objective {
public:
    /// Throws Error, placed at the port `dataset`, where there is nothing to fit or two parameters have one name.
    explicit SoftmaxCost(SoftmaxCostContent content);
    SoftmaxCost(const SoftmaxCost &) = delete;

    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return content_.dataset->rowCount(); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    void prefetch(std::span<const Eigen::Index> rows) const override;
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override;
    /// That θ separates the classes.
    QString warning(ConstVectorRef theta) const override;

private:
    double evaluate(
        const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const;

    SoftmaxCostContent content_;
    PaddedRows paddedRows_;
    RowsView rows_;
};

} // namespace thalweg
