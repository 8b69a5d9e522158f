#include "line_search_method.h"

#include "line_search/armijo.h"
#include "line_search/more_thuente.h"
#include "vector_sums.h"

#include <thalweg/plain_values.h>
#include <thalweg/result.h>

namespace thalweg {

namespace {

const QString armijo = QStringLiteral("armijo");

/// J on the ray from a point; `trial` is the point of the step that was asked last.
class Ray final : public Line {
public:
    Ray(const Objective &objective, const SearchPoint &from, const Eigen::VectorXd &direction, SearchPoint &trial)
        : objective_(objective), from_(from), direction_(direction), trial_(trial)
    {
    }

    LineValue at(double step) override
    {
        trial_.theta = from_.theta + step * direction_;
        trial_.cost = objective_.valueAndGradient(trial_.theta, trial_.gradient);
        return { trial_.cost, dot(trial_.gradient, direction_) };
    }

private:
    const Objective &objective_;
    const SearchPoint &from_;
    const Eigen::VectorXd &direction_;
    SearchPoint &trial_;
};

QString whyStuck(const SearchPoint &point)
{
    const double norm = point.gradient.lpNorm<Eigen::Infinity>();
    if (norm == 0)
        return QStringLiteral("the gradient is 0: there is no way down from here");
    return QStringLiteral("no step along the negative gradient makes J smaller, as far as floating point goes; the "
                          "gradient's largest component is %1")
        .arg(shortNumber(norm));
}

} // namespace

std::vector<Parameter> lineSearchParameters(double c2)
{
    return {
        choice(
            QStringLiteral("line_search"), { QStringLiteral("strong-wolfe"), armijo }, QStringLiteral("strong-wolfe"))
            .help(
                QStringLiteral("How the step is chosen: until the slope is flat enough as well (Moré and Thuente), or "
                               "by going back until J is low enough.")),
        number(QStringLiteral("c1"), 1e-4)
            .above(0)
            .below(1)
            .logSlider(1e-6, 0.5)
            .help(QStringLiteral("Low enough: J(θ + α d) ≤ J(θ) + c₁ α ∇J·d.")),
        number(QStringLiteral("c2"), c2)
            .above(0)
            .below(1)
            .logSlider(1e-3, 0.99)
            .help(
                QStringLiteral("Flat enough: the slope along d is at most c₂ times what it was, up or down; c₂ must be "
                               "above c₁.")),
    };
}

LineSearchChoice readLineSearch(const Inputs &in)
{
    LineSearchChoice choice;
    choice.isArmijo = in.text(QStringLiteral("line_search")) == armijo;
    choice.options.c1 = in.number(QStringLiteral("c1"));
    choice.options.c2 = in.number(QStringLiteral("c2"));
    if (!choice.isArmijo && choice.options.c1 >= choice.options.c2)
        throw Error(QStringLiteral("must be above c1, which is %1").arg(shortNumber(choice.options.c1)))
            .at(QStringLiteral("parameter c2"));
    return choice;
}

LineSearchMethod::LineSearchMethod(const Objective &objective, const LineSearchChoice &choice)
    : SearchMethod(objective), choice_(choice),
      direction_(objective.dimension()), trial_ { Eigen::VectorXd(objective.dimension()), 0,
          Eigen::VectorXd(objective.dimension()) }
{
}

SearchStep LineSearchMethod::step(SearchPoint &point, std::optional<double> rate)
{
    if (rate)
        return fixedStepFrom(point, *rate);
    SearchStep made;
    Ray ray(objective_, point, direction_, trial_);
    while (true) {
        const double slope = findDirection(point, direction_);
        if (slope < 0 && std::isfinite(slope)) {
            const LineValue start { point.cost, slope };
            const double first = firstStep(direction_, slope);
            const LineSearchResult result = choice_.isArmijo ? searchArmijo(ray, start, first, choice_.options)
                                                             : searchStrongWolfe(ray, start, first, choice_.options);
            made.evaluations += result.evaluations;
            if (result.isFound) {
                made.rate = result.step;
                learn({ point, trial_, direction_, slope, result.step, false });
                std::swap(point, trial_);
                return made;
            }
        }
        if (isSteepest())
            break;
        forget();
    }
    made.outcome = SearchStep::Outcome::Stuck;
    made.message = whyStuck(point);
    return made;
}

SearchStep LineSearchMethod::fixedStepFrom(SearchPoint &point, double rate)
{
    const double slope = findDirection(point, direction_);
    const double step = fixedStep(direction_, rate);
    const bool isFinite = Ray(objective_, point, direction_, trial_).at(step).isFinite() && trial_.gradient.allFinite()
        && trial_.theta.allFinite();
    const SearchStep made { isFinite ? SearchStep::Outcome::Moved : SearchStep::Outcome::NotFinite, step, 1 };
    if (isFinite) {
        learn({ point, trial_, direction_, slope, step, true });
        std::swap(point, trial_);
    }
    return made;
}

double LineSearchMethod::descendSteeply(const SearchPoint &point, Eigen::VectorXd &direction)
{
    direction = -point.gradient;
    const double slope = dot(direction, point.gradient);
    const double largest = point.gradient.lpNorm<Eigen::Infinity>();
    if (std::isnormal(slope) || largest == 0)
        return slope;
    direction = -(point.gradient / largest) / static_cast<double>(point.gradient.size());
    return dot(direction, point.gradient);
}

double LineSearchMethod::modestStep(const Eigen::VectorXd &direction)
{
    return std::min(1.0, 1 / direction.norm());
}

} // namespace thalweg
