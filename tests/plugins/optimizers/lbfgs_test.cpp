#include "../../../plugins/optimizers/lbfgs_memory.h"
#include "support/run_node.h"

#include <thalweg/descent.h>
#include <thalweg/objective.h>

#include <QJsonArray>
#include <QtTest>

#include <deque>

using namespace thalweg;
using namespace thalweg::test;

namespace {

using Real = long double;
using RealVector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;
using RealMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

/// J and ∇J, in whatever precision.
template <class Number> using Gradient = Eigen::Matrix<Number, Eigen::Dynamic, 1>;

struct Rosenbrock {
    static constexpr int dimension = 4;

    /// Σ 100 (θᵢ₊₁ − θᵢ²)² + (1 − θᵢ)²
    template <class Number> static Number at(const Gradient<Number> &x, Gradient<Number> &gradient)
    {
        Number cost = 0;
        gradient.setZero(x.size());
        for (Eigen::Index i = 0; i + 1 < x.size(); ++i) {
            const Number above = x[i + 1] - x[i] * x[i];
            cost += 100 * above * above + (1 - x[i]) * (1 - x[i]);
            gradient[i] += -400 * x[i] * above - 2 * (1 - x[i]);
            gradient[i + 1] += 200 * above;
        }
        return cost;
    }
};

struct Quartic {
    static constexpr int dimension = 6;

    /// Σ i (θᵢ − 1)² / 2 + (Σ θᵢ)⁴ / 1000
    template <class Number> static Number at(const Gradient<Number> &x, Gradient<Number> &gradient)
    {
        const Number sum = x.sum();
        Number cost = sum * sum * sum * sum / 1000;
        gradient.setConstant(x.size(), 4 * sum * sum * sum / 1000);
        for (Eigen::Index i = 0; i < x.size(); ++i) {
            const auto factor = static_cast<Number>(i + 1);
            cost += factor * (x[i] - 1) * (x[i] - 1) / 2;
            gradient[i] += factor * (x[i] - 1);
        }
        return cost;
    }
};

template <class Function> class Cost final : public Objective {
public:
    Cost() : Objective(numberedNames(QStringLiteral("theta"), Function::dimension)) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        Gradient<double> g;
        const double cost = Function::template at<double>(theta, g);
        gradient = g;
        return cost;
    }
};

/// −H g with H written down: the formula of the update, from the oldest pair to the newest.
RealVector quasiNewton(const std::deque<std::pair<RealVector, RealVector>> &pairs, const RealVector &g)
{
    const RealMatrix one = RealMatrix::Identity(g.size(), g.size());
    RealMatrix h = one;
    if (!pairs.empty())
        h *= pairs.back().second.dot(pairs.back().first) / pairs.back().second.squaredNorm();
    for (const auto &[s, y] : pairs) {
        const Real rho = 1 / y.dot(s);
        h = (one - rho * s * y.transpose()) * h * (one - rho * y * s.transpose()) + rho * s * s.transpose();
    }
    return -h * g;
}

std::shared_ptr<const Descent> descent(const ValuePtr &objective, const QJsonObject &parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.lbfgs", "descent", parameters, { { "objective", objective } });
}

/// The iterates with the step sizes of the trace, along directions of the reference.
template <class Function> void compare(const QJsonObject &parameters, std::size_t history, std::size_t steps)
{
    const auto run = descent(std::make_shared<Cost<Function>>(), parameters);
    QVERIFY(run->steps().size() > steps);
    RealVector theta = run->theta(0).template cast<Real>();
    RealVector gradient;
    Function::template at<Real>(theta, gradient);
    std::deque<std::pair<RealVector, RealVector>> pairs;
    for (std::size_t k = 1; k <= steps; ++k) {
        const RealVector step = static_cast<Real>(run->steps()[k].rate) * quasiNewton(pairs, gradient);
        theta += step;
        const RealVector before = gradient;
        Function::template at<Real>(theta, gradient);
        if (step.dot(gradient - before) > 0)
            pairs.emplace_back(step, gradient - before);
        if (pairs.size() > history)
            pairs.pop_front();
        const RealVector off = run->theta(k).template cast<Real>() - theta;
        const Real error = off.template lpNorm<Eigen::Infinity>() / theta.template lpNorm<Eigen::Infinity>();
        QVERIFY2(
            error <= 1e-10L, qPrintable(QStringLiteral("step %1: off by %2").arg(k).arg(static_cast<double>(error))));
    }
}

} // namespace

class LbfgsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheUpdateFormulaWrittenDown_data();
    void agreesWithTheUpdateFormulaWrittenDown();
    void agreesWithTheUpdateFormulaWhereTheRateIsGiven();
    void takesPyTorchsStepsWhereTheRateIsGiven();
    void leavesOutAPairOfNoCurvature();
    void makesExactlyItsIterationsWhereTheRateIsGiven();
    void refusesAWolfeConditionThatCannotBeMet();
};

void LbfgsTest::agreesWithTheUpdateFormulaWrittenDown_data()
{
    QTest::addColumn<int>("history");
    for (const int history : { 1, 3, 10, 100 })
        QTest::addRow("history %d", history) << history;
}

void LbfgsTest::agreesWithTheUpdateFormulaWrittenDown()
{
    QFETCH(int, history);
    for (const char *search : { "strong-wolfe", "armijo" }) {
        const QJsonObject parameters { { "history", history }, { "line_search", search }, { "iterations", 20 } };
        compare<Quartic>(parameters, static_cast<std::size_t>(history), 8);
        QJsonObject curved = parameters;
        curved.insert("start", QJsonArray { -1.2, 1, -1.2, 1 });
        compare<Rosenbrock>(curved, static_cast<std::size_t>(history), 12);
    }
}

void LbfgsTest::agreesWithTheUpdateFormulaWhereTheRateIsGiven()
{
    compare<Quartic>({ { "rate", 0.7 }, { "iterations", 30 }, { "history", 100 } }, 100, 12);
}

void LbfgsTest::takesPyTorchsStepsWhereTheRateIsGiven()
{
    const auto run = descent(std::make_shared<Cost<Quartic>>(), { { "rate", 0.5 }, { "iterations", 10 } });
    // ∇J at 0 is −i, whose components add up to 21.
    QCOMPARE(run->steps()[1].rate, 0.5 / 21);
    for (Eigen::Index i = 0; i < 6; ++i)
        QVERIFY(std::abs(run->theta(1)[i] - static_cast<double>(i + 1) * 0.5 / 21) < 1e-15);
    for (std::size_t k = 2; k <= 10; ++k)
        QCOMPARE(run->steps()[k].rate, 0.5);
    for (std::size_t k = 0; k <= 10; ++k)
        QCOMPARE(run->steps()[k].evaluations, static_cast<std::int64_t>(k + 1));
}

void LbfgsTest::leavesOutAPairOfNoCurvature()
{
    LbfgsMemory memory(3, 2);
    const Eigen::Vector2d g(1, 2);
    memory.add(Eigen::Vector2d(1, 0), 1, g, g, 0); // y = 0
    memory.add(Eigen::Vector2d(1, 0), 1, g, Eigen::Vector2d(0, 2), 0); // yᵀs = −1
    memory.add(Eigen::Vector2d(1, 0), 1, g, Eigen::Vector2d(1, 3), 0); // yᵀs = 0
    memory.add(Eigen::Vector2d(1e-6, 0), 1, g, Eigen::Vector2d(1 + 1e-6, 2), 1e-10); // below what is asked for
    QVERIFY(memory.isEmpty());
    memory.add(Eigen::Vector2d(2, 0), 0.5, g, Eigen::Vector2d(5, 2), 1e-10); // s = (1, 0), y = (4, 0)
    QVERIFY(!memory.isEmpty());
    Eigen::VectorXd d(2);
    QCOMPARE(memory.direction(g, d), -0.25 - 4 * 0.25);
    QCOMPARE(d[0], -0.25); // −g₁ / 4, as H y = s
    QCOMPARE(d[1], -0.5); // −γ g₂, γ = 1/4
}

void LbfgsTest::makesExactlyItsIterationsWhereTheRateIsGiven()
{
    for (const int iterations : { 0, 1, 300 }) {
        const auto run = descent(std::make_shared<Cost<Quartic>>(), { { "rate", 1 }, { "iterations", iterations } });
        QCOMPARE(run->lastStep().iteration, iterations);
        QVERIFY(run->reason() == StopReason::Iterations && !run->converged());
    }
}

void LbfgsTest::refusesAWolfeConditionThatCannotBeMet()
{
    QCOMPARE(errorOf(thalwegNodeTypes(), "optimizers.lbfgs", { { "c1", 0.5 }, { "c2", 0.3 } },
                 { { "objective", std::make_shared<Cost<Quartic>>() } }),
        QString("parameter c2: must be above c1, which is 0.5"));
}

QTEST_GUILESS_MAIN(LbfgsTest)
#include "lbfgs_test.moc"
