#pragma once

#include "../formula/block_tape.h"
#include "../linear_model/chunks.h"
#include "row_losses.h"

#include <thalweg/residuals.h>

namespace thalweg {

/// What is needed to make a CurveFitCost.
struct CurveFitContent {
    Tape tape; ///< of the model: its data are `columnNames`
    QStringList columnNames;
    std::vector<std::vector<double>> columns; ///< one a name, m numbers each
    std::vector<double> target; ///< m ≥ 1
    QString targetName;
    const RowLoss *loss;
    double shape = 0; ///< of the loss
    Reduction reduction = Reduction::Mean;
};

/// J(θ) = (1/d) Σᵢ loss(f(θ, xᵢ), yᵢ) for a formula f, d by the reduction.
///
/// Rows are cut into chunks whose size depends on the formula alone, and chunks run in parallel; their sums are added
/// up in a fixed tree, so that the bits do not depend on the number of threads.
class CurveFitCost final : public Objective, private Residuals {
public:
    explicit CurveFitCost(CurveFitContent content);
    CurveFitCost(const CurveFitCost &) = delete;

    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return std::ssize(content_.target); }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override;
    /// Those of the squared loss: f(θ, xᵢ) − yᵢ.
    const Residuals *residuals() const override;

private:
    Eigen::Index residualCount() const override { return termCount(); }
    double residualScale() const override;
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const override;
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const override;
    void fillResiduals(const double *theta, double *residuals, double *derivatives) const;
    void fillChunk(
        std::size_t first, std::size_t last, const double *theta, double *residuals, double *derivatives) const;

    double evaluate(
        const Eigen::Index *order, std::size_t count, double scale, const double *theta, double *gradient) const;
    double sumChunk(
        const Eigen::Index *order, std::size_t first, std::size_t last, const double *theta, double *gradient) const;

    CurveFitContent content_;
    BlockTape tape_;
    std::vector<const double *> columns_;
};

} // namespace thalweg
