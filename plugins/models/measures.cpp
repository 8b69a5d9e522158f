#include "measures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace thalweg {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(std::size_t part, std::size_t whole)
{
    return whole == 0 ? undefined : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::vector<Measure> regressionMeasures(const Eigen::VectorXd &target, const Eigen::VectorXd &predicted)
{
    const double rows = static_cast<double>(target.size());
    const Eigen::ArrayXd residual = target - predicted;
    const double squares = residual.square().sum();
    const double spread = (target.array() - target.mean()).square().sum();
    const bool isConstant = target.minCoeff() == target.maxCoeff();
    return {
        { QStringLiteral("R²"), isConstant ? undefined : 1 - squares / spread },
        { QStringLiteral("RMSE"), std::sqrt(squares / rows) },
        { QStringLiteral("MAE"), residual.abs().sum() / rows },
    };
}

double accuracy(std::span<const int> target, std::span<const int> predicted)
{
    std::size_t right = 0;
    for (std::size_t i = 0; i < target.size(); ++i)
        right += target[i] == predicted[i];
    return ratio(right, target.size());
}

double logLoss(std::span<const int> target, const Matrix &probabilities)
{
    constexpr double least = std::numeric_limits<double>::epsilon();
    double sum = 0;
    for (std::size_t i = 0; i < target.size(); ++i)
        sum -= std::log(std::clamp(probabilities(static_cast<Eigen::Index>(i), target[i]), least, 1 - least));
    return sum / static_cast<double>(target.size());
}

double Counts::precision() const
{
    return ratio(found, found + wronglyFound);
}

double Counts::recall() const
{
    return ratio(found, found + missed);
}

double Counts::f1() const
{
    return ratio(2 * found, 2 * found + wronglyFound + missed);
}

Counts countsOf(int positive, std::span<const int> target, std::span<const int> predicted)
{
    Counts counts;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const bool is = target[i] == positive;
        const bool said = predicted[i] == positive;
        counts.found += is && said;
        counts.wronglyFound += !is && said;
        counts.missed += is && !said;
    }
    return counts;
}

double areaUnderCurve(std::span<const int> target, const Eigen::VectorXd &score)
{
    if (!score.allFinite())
        return undefined;
    std::vector<std::size_t> order(target.size());
    std::iota(order.begin(), order.end(), 0);
    const auto scoreOf = [&score](std::size_t row) { return score[static_cast<Eigen::Index>(row)]; };
    std::ranges::sort(order, {}, scoreOf);

    // Pairs of a row of class 1 and one of class 0 that has a lower score; twice, so that halves are whole.
    std::size_t twicePairs = 0;
    std::size_t positives = 0;
    std::size_t negatives = 0;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t tiedPositives = 0;
        std::size_t tiedNegatives = 0;
        const double tied = scoreOf(order[i]);
        for (; i < order.size() && scoreOf(order[i]) == tied; ++i)
            ++(target[order[i]] == 1 ? tiedPositives : tiedNegatives);
        twicePairs += tiedPositives * (2 * negatives + tiedNegatives);
        positives += tiedPositives;
        negatives += tiedNegatives;
    }
    return ratio(twicePairs, 2 * positives * negatives);
}

} // namespace thalweg
