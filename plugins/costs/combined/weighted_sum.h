#pragma once

#include <thalweg/objective.h>

#include <vector>

namespace thalweg {

/// Σ weight · J(θ) of several objectives of the same parameters.
///
/// Where all have the same number of terms (but for those of one), a batch is of the same rows of each; else the sum is
/// of one term. The model and the suggested start are those of the first that has one; it
/// warns where all of them do, and an intercept of one part is one.
class WeightedSum final : public Objective {
public:
    struct Part {
        double weight;
        std::shared_ptr<const Objective> objective;
    };

    /// At least one part; all have the same parameter names in the same order.
    explicit WeightedSum(std::vector<Part> parts);

    double value(ConstVectorRef theta) const override;
    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override;
    Eigen::Index termCount() const override { return termCount_; }
    double batchValueAndGradient(
        std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const override;
    void prefetch(std::span<const Eigen::Index> rows) const override;
    std::shared_ptr<const Model> model(ConstVectorRef theta) const override;
    QString warning(ConstVectorRef theta) const override;
    std::optional<Eigen::VectorXd> suggestedStart(Random &random) const override;
    bool isIntercept(Eigen::Index parameter) const override;

private:
    std::vector<Part> parts_;
    Eigen::Index termCount_;
};

} // namespace thalweg
