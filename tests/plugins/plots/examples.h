#pragma once

#include <thalweg/descent.h>
#include <thalweg/model.h>
#include <thalweg/objective.h>

#include <cmath>
#include <functional>

namespace thalweg {

/// J(θ) = Σ aᵢ (θᵢ − cᵢ)².
class Bowl final : public Objective {
public:
    Bowl(QStringList names, std::vector<double> a, std::vector<double> c)
        : Objective(std::move(names)), a_(std::move(a)), c_(std::move(c))
    {
    }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        double sum = 0;
        for (Eigen::Index i = 0; i < theta.size(); ++i) {
            const auto place = static_cast<std::size_t>(i);
            const double off = theta[i] - c_[place];
            sum += a_[place] * off * off;
            gradient[i] = 2 * a_[place] * off;
        }
        return sum;
    }

private:
    std::vector<double> a_, c_;
};

/// J(θ) = (θ − 5)².
inline std::shared_ptr<const Objective> seedObjective()
{
    return std::make_shared<Bowl>(QStringList { QStringLiteral("theta") }, std::vector { 1.0 }, std::vector { 5.0 });
}

/// θ ← θ − rate ∇J(θ), every step recorded.
inline std::shared_ptr<const Descent> descend(
    const Objective &objective, std::vector<double> start, double rate, int iterations)
{
    DescentContent content;
    content.parameterNames = objective.parameterNames();
    Eigen::VectorXd theta = Eigen::Map<Eigen::VectorXd>(start.data(), static_cast<Eigen::Index>(start.size()));
    Eigen::VectorXd gradient(theta.size());
    for (int k = 0; k <= iterations; ++k) {
        const double cost = objective.valueAndGradient(theta, gradient);
        if (!std::isfinite(cost)) {
            content.reason = StopReason::Diverged;
            break;
        }
        content.steps.push_back({ .iteration = k,
            .epoch = double(k),
            .cost = cost,
            .gradientNorm = gradient.lpNorm<Eigen::Infinity>(),
            .rate = rate,
            .evaluations = k + 1,
            .seconds = 1e-3 * k });
        content.theta.insert(content.theta.end(), theta.begin(), theta.end());
        theta -= rate * gradient;
    }
    return std::make_shared<Descent>(std::move(content));
}

/// y = w·x + b, or its logistic function.
class Line final : public Model {
public:
    Line(QStringList features, Eigen::VectorXd w, double b, bool logistic = false, std::vector<Scaling> scaling = {})
        : features_(std::move(features)), theta_(w.size() + 1), logistic_(logistic), scaling_(std::move(scaling))
    {
        theta_ << w, b;
        names_ = features_ + QStringList(QStringLiteral("intercept"));
        if (scaling_.empty())
            scaling_.resize(static_cast<std::size_t>(features_.size()));
    }

    const QStringList &parameterNames() const override { return names_; }
    const Eigen::VectorXd &theta() const override { return theta_; }
    const QStringList &featureNames() const override { return features_; }
    const QString &targetName() const override { return target_; }
    const QStringList &classes() const override { return classes_; }
    const std::vector<Scaling> &scaling() const override { return scaling_; }

    Eigen::VectorXd predict(const Matrix &features) const override
    {
        Eigen::VectorXd y = features * theta_.head(features.cols());
        y.array() += theta_[features.cols()];
        if (logistic_)
            y = (1 / (1 + (-y.array()).exp())).matrix();
        return y;
    }

private:
    QStringList features_, names_, classes_;
    Eigen::VectorXd theta_;
    QString target_ = QStringLiteral("y");
    bool logistic_;
    std::vector<Scaling> scaling_;
};

} // namespace thalweg
