#include "weighted_sum.h"

#include <thalweg/model.h>

#include <algorithm>

namespace thalweg {

namespace {

/// That of all parts but those of one term; 1 where they differ.
Eigen::Index commonTermCount(const std::vector<WeightedSum::Part> &parts)
{
    Eigen::Index common = 1;
    for (const WeightedSum::Part &part : parts) {
        const Eigen::Index terms = part.objective->termCount();
        if (terms == 1)
            continue;
        if (common != 1 && common != terms)
            return 1;
        common = terms;
    }
    return common;
}

/// Adds up what evaluate(part, gradient) gives and writes, in the order of the parts.
template <class Evaluate>
double addUp(const std::vector<WeightedSum::Part> &parts, VectorRef gradient, const Evaluate &evaluate)
{
    static thread_local Eigen::VectorXd kept; // taken out while it is in use: a part may be a sum itself
    Eigen::VectorXd own;
    own.swap(kept);
    own.resize(gradient.size());
    gradient.setZero();
    double sum = 0;
    for (const WeightedSum::Part &part : parts) {
        sum += part.weight * evaluate(*part.objective, own);
        gradient += part.weight * own;
    }
    kept.swap(own);
    return sum;
}

} // namespace

WeightedSum::WeightedSum(std::vector<Part> parts)
    : Objective(parts.at(0).objective->parameterNames()), parts_(std::move(parts)), termCount_(commonTermCount(parts_))
{
}

double WeightedSum::value(ConstVectorRef theta) const
{
    double sum = 0;
    for (const Part &part : parts_)
        sum += part.weight * part.objective->value(theta);
    return sum;
}

double WeightedSum::valueAndGradient(ConstVectorRef theta, VectorRef gradient) const
{
    return addUp(
        parts_, gradient, [&](const Objective &part, VectorRef own) { return part.valueAndGradient(theta, own); });
}

double WeightedSum::batchValueAndGradient(
    std::span<const Eigen::Index> rows, ConstVectorRef theta, VectorRef gradient) const
{
    return addUp(parts_, gradient, [&](const Objective &part, VectorRef own) {
        return part.termCount() == termCount_ ? part.batchValueAndGradient(rows, theta, own)
                                              : part.valueAndGradient(theta, own);
    });
}

void WeightedSum::prefetch(std::span<const Eigen::Index> rows) const
{
    for (const Part &part : parts_)
        if (part.objective->termCount() == termCount_)
            part.objective->prefetch(rows);
}

std::shared_ptr<const Model> WeightedSum::model(ConstVectorRef theta) const
{
    for (const Part &part : parts_)
        if (auto found = part.objective->model(theta))
            return found;
    return nullptr;
}

QString WeightedSum::warning(ConstVectorRef theta) const
{
    QString first;
    for (const Part &part : parts_) {
        const QString own = part.objective->warning(theta);
        if (own.isEmpty())
            return {};
        if (first.isEmpty())
            first = own;
    }
    return first;
}

std::optional<Eigen::VectorXd> WeightedSum::suggestedStart(Random &random) const
{
    for (const Part &part : parts_)
        if (auto start = part.objective->suggestedStart(random))
            return start;
    return std::nullopt;
}

bool WeightedSum::isIntercept(Eigen::Index parameter) const
{
    return std::ranges::any_of(parts_, [&](const Part &part) { return part.objective->isIntercept(parameter); });
}

} // namespace thalweg
