#pragma once

#include "../linear_model/chunks.h"
#include "../linear_model/kernels.h"
#include "../linear_model/padded_rows.h"
#include "network.h"

namespace thalweg {

/// What is needed to make a NetworkCost.
struct NetworkCostContent {
    std::shared_ptr<const Dataset> dataset; ///< at least one row, with a target that suits the loss
    Network network;
    QStringList classes; ///< names of the classes where the loss is one of classes, else empty
    Reduction reduction = Reduction::Mean;
    const Kernel *kernel = &fastestKernel();
};

/// J(θ) = (1/d) Σᵢ loss(network(xᵢ; θ), yᵢ), d by the reduction.
///
/// One pass over X, forward and back in tiles of rows, gives cost and gradient. Rows are cut into chunks whose size
/// depends on the number of rows and on the network alone; chunks run in parallel, and their sums are added up in a
/// fixed tree, so that the bits do not depend on the number of threads.
class NetworkCost final : public Objective {
public:
    /// Throws Error, placed at the port `dataset`, where two parameters would have one name.
    explicit NetworkCost(NetworkCostContent content);
    NetworkCost(const NetworkCost &) = delete;

    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return content_.dataset->rowCount(); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    void prefetch(std::span<const Eigen::Index> rows) const override;
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override;
    /// That θ separates the classes.
    QString warning(ConstVectorRef theta) const override;
    /// By the network's scheme; none without hidden layers.
    std::optional<Eigen::VectorXd> suggestedStart(Random &random) const override;
    /// Biases are.
    bool isIntercept(Eigen::Index parameter) const override;

private:
    double evaluate(
        const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const;

    NetworkCostContent content_;
    std::vector<bool> biases_;
    PaddedRows paddedRows_;
    RowsView rows_;
};

} // namespace thalweg
