#include "support/allocations.h"
#include "support/objectives.h"
#include "support/run_node.h"

#include "../../../plugins/optimizers/least_squares/damped_least_squares.h"

#include <thalweg/descent.h>
#include <thalweg/random.h>

#include <Eigen/Cholesky>

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <functional>

using namespace thalweg;
using namespace thalweg::test;

namespace {

using Function = std::function<void(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives)>;

/// J(θ) = s Σ r², with what had been allocated whenever it was asked.
class Squares final : public Objective, private Residuals {
public:
    Squares(int dimension, Eigen::Index count, Function function, double scale = 1)
        : Objective(numberedNames(QStringLiteral("theta"), dimension)), count_(count), function_(std::move(function)),
          scale_(scale), room_(count), derivativesRoom_(count, dimension)
    {
        seen.reserve(10'000);
    }

    double valueAndGradient(ConstVectorRef, VectorRef) const override { throw std::logic_error("asked for J"); }
    const Residuals *residuals() const override { return this; }

    mutable std::vector<long> seen;

private:
    Eigen::Index residualCount() const override { return count_; }
    double residualScale() const override { return scale_; }
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals) const override
    {
        evaluateResiduals(theta, residuals, derivativesRoom_);
    }
    void evaluateResiduals(ConstVectorRef theta, VectorRef residuals, MatrixRef derivatives) const override
    {
        seen.push_back(allocations);
        function_(theta, residuals, derivatives);
    }

    Eigen::Index count_;
    Function function_;
    double scale_;
    Eigen::VectorXd room_;
    mutable Matrix derivativesRoom_;
};

std::shared_ptr<const Descent> descent(const std::shared_ptr<const Objective> &objective, const QJsonObject &parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.levenberg-marquardt", "descent", parameters, { { "objective", objective } });
}

/// Rosenbrock's valley as squares: 10 (y − x²) and 1 − x.
std::shared_ptr<Squares> rosenbrock()
{
    return std::make_shared<Squares>(2, 2, [](ConstVectorRef theta, VectorRef r, MatrixRef d) {
        r << 10 * (theta[1] - theta[0] * theta[0]), 1 - theta[0];
        d << -20 * theta[0], 10, -1, 0;
    });
}

/// Linear: r = A θ − b, with random A and b.
struct Linear {
    Matrix a;
    Eigen::VectorXd b;

    Linear(int rows, int columns) : a(rows, columns), b(rows)
    {
        Random random(5);
        for (Eigen::Index i = 0; i < rows; ++i) {
            for (Eigen::Index j = 0; j < columns; ++j)
                a(i, j) = random.normal();
            b[i] = random.normal();
        }
    }

    std::shared_ptr<Squares> objective(double scale = 1) const
    {
        return std::make_shared<Squares>(
            static_cast<int>(a.cols()), a.rows(),
            [this](ConstVectorRef theta, VectorRef r, MatrixRef d) {
                r = a * theta - b;
                d = a;
            },
            scale);
    }
};

/// (DᵀD + λ S²) p = −Dᵀr, as a plain system of equations.
Eigen::VectorXd plainStep(const Matrix &d, const Eigen::VectorXd &r, const Eigen::VectorXd &scale, double lambda)
{
    Eigen::MatrixXd system = d.transpose() * d;
    system.diagonal() += lambda * scale.cwiseAbs2();
    return system.ldlt().solve(-d.transpose() * r);
}

} // namespace

class LevenbergMarquardtTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dampedStepsSolveTheirEquations_data();
    void dampedStepsSolveTheirEquations();
    void stepsReachTheEdgeOfTheRegion();
    void whatTheDataDoNotDetermineIsLeftAlone();
    void aLinearProblemEndsAtItsSolution_data();
    void aLinearProblemEndsAtItsSolution();
    void findsTheEndOfTheValley_data();
    void findsTheEndOfTheValley();
    void costAndGradientAreThoseOfTheScaledSum();
    void unitsOfTheParametersDoNotMatter();
    void withARateItMakesThatPartOfGaussNewton();
    void goesAroundPlacesWithoutResiduals();
    void endsAsDivergedWhereTheDerivativesAreNotFinite();
    void endsWhereTheResidualsAreZero();
    void stopsByStepTolerance();
    void saysWhichCostsItNeeds();
    void allocatesNothingWhileItDescends_data();
    void allocatesNothingWhileItDescends();
};

void LevenbergMarquardtTest::dampedStepsSolveTheirEquations_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("lambda");
    for (const int rows : { 20, 5, 3 })
        for (const double lambda : { 0.01, 1.0, 1e4 })
            QTest::addRow("%d rows, %g", rows, lambda) << rows << lambda;
    QTest::newRow("Gauss-Newton") << 20 << 0.0;
}

void LevenbergMarquardtTest::dampedStepsSolveTheirEquations()
{
    QFETCH(int, rows);
    QFETCH(double, lambda);
    const Linear problem(rows, 5);
    const Eigen::VectorXd scale = Eigen::VectorXd::LinSpaced(5, 0.5, 40);
    DampedLeastSquares system(rows, 5);
    system.factor(problem.a, scale);
    system.setResiduals(problem.b);
    Eigen::VectorXd q(5);
    system.solve(lambda, q);
    const Eigen::VectorXd p = q.cwiseQuotient(scale);
    const Eigen::VectorXd expected = plainStep(problem.a, problem.b, scale, lambda);
    QVERIFY((p - expected).norm() <= 1e-11 * expected.norm());
    const double change = (problem.a * p).squaredNorm();
    QVERIFY(std::abs(system.squaredChange(q) - change) <= 1e-11 * change);
}

void LevenbergMarquardtTest::stepsReachTheEdgeOfTheRegion()
{
    const Linear problem(20, 5);
    const Eigen::VectorXd scale = Eigen::VectorXd::LinSpaced(5, 0.5, 40);
    DampedLeastSquares system(20, 5);
    system.factor(problem.a, scale);
    system.setResiduals(problem.b);
    Eigen::VectorXd newton(5), q(5);
    system.solve(0, newton);
    for (const double part : { 1e-6, 0.01, 0.5, 0.9 }) {
        const double radius = part * newton.norm();
        double lambda = 0;
        system.solveWithin(radius, lambda, q);
        QVERIFY(std::abs(q.norm() - radius) <= 0.1 * radius + 1e-12);
        const Eigen::VectorXd expected = plainStep(problem.a, problem.b, scale, lambda).cwiseProduct(scale);
        QVERIFY((q - expected).norm() <= 1e-10 * expected.norm());
    }
    double lambda = 7;
    system.solveWithin(2 * newton.norm(), lambda, q);
    QCOMPARE(lambda, 0.0);
    QCOMPARE(q, newton);
}

void LevenbergMarquardtTest::whatTheDataDoNotDetermineIsLeftAlone()
{
    Linear problem(20, 3);
    problem.a.col(2) = problem.a.col(0); // only their sum counts
    const auto run = descent(problem.objective(), {});
    const Eigen::VectorXd theta = run->lastTheta();
    const Eigen::VectorXd expected = problem.a.leftCols(2).householderQr().solve(problem.b);
    QVERIFY(std::abs(theta[0] + theta[2] - expected[0]) < 1e-12);
    QVERIFY(std::abs(theta[1] - expected[1]) < 1e-12);
}

void LevenbergMarquardtTest::aLinearProblemEndsAtItsSolution_data()
{
    QTest::addColumn<QString>("acceleration");
    QTest::newRow("plain") << "none";
    QTest::newRow("accelerated") << "geodesic"; // by nothing: the second derivative is 0
}

void LevenbergMarquardtTest::aLinearProblemEndsAtItsSolution()
{
    QFETCH(QString, acceleration);
    const Linear problem(30, 4);
    const Eigen::VectorXd expected = problem.a.householderQr().solve(problem.b);
    const auto run = descent(problem.objective(), { { "acceleration", acceleration } });
    QVERIFY((run->lastTheta() - expected).norm() < 1e-13 * expected.norm());
    QCOMPARE(run->reason(), StopReason::Step);
    QVERIFY(run->lastStep().iteration < 20);
}

void LevenbergMarquardtTest::findsTheEndOfTheValley_data()
{
    aLinearProblemEndsAtItsSolution_data();
}

void LevenbergMarquardtTest::findsTheEndOfTheValley()
{
    QFETCH(QString, acceleration);
    const auto run = descent(rosenbrock(), { { "start", QJsonArray { -1.2, 1 } }, { "acceleration", acceleration } });
    QVERIFY((run->lastTheta() - Eigen::Vector2d(1, 1)).norm() < 1e-14);
    QVERIFY(run->lastStep().iteration < 50);
    for (std::size_t k = 1; k < run->steps().size(); ++k)
        QVERIFY(run->steps()[k].cost <= run->steps()[k - 1].cost);
}

void LevenbergMarquardtTest::costAndGradientAreThoseOfTheScaledSum()
{
    const Linear problem(30, 4);
    const auto run = descent(problem.objective(0.25), { { "iterations", 0 }, { "start", "random" } });
    const Eigen::VectorXd theta = run->lastTheta();
    const Eigen::VectorXd r = problem.a * theta - problem.b;
    QVERIFY(std::abs(run->lastStep().cost - 0.25 * r.squaredNorm()) < 1e-12);
    QVERIFY(
        std::abs(run->lastStep().gradientNorm - 0.5 * (problem.a.transpose() * r).lpNorm<Eigen::Infinity>()) < 1e-12);
}

void LevenbergMarquardtTest::unitsOfTheParametersDoNotMatter()
{
    // x in units of 2¹⁰, y in units of 2⁻²⁰: powers of two, so that the same steps have the same digits.
    const auto scaled = std::make_shared<Squares>(2, 2, [](ConstVectorRef theta, VectorRef r, MatrixRef d) {
        const double x = theta[0] * 1024, y = theta[1] / 1048576;
        r << 10 * (y - x * x), 1 - x;
        d << -20 * x * 1024, 10. / 1048576, -1024, 0;
    });
    const auto plain = descent(rosenbrock(), { { "start", QJsonArray { -1.2, 1 } } });
    const auto other = descent(scaled, { { "start", QJsonArray { -1.2 / 1024, 1048576 } } });
    QCOMPARE(other->steps().size(), plain->steps().size());
    for (std::size_t k = 0; k < plain->steps().size(); ++k) {
        QCOMPARE(other->theta(k)[0] * 1024, plain->theta(k)[0]);
        QCOMPARE(other->theta(k)[1] / 1048576, plain->theta(k)[1]);
    }
}

void LevenbergMarquardtTest::withARateItMakesThatPartOfGaussNewton()
{
    const Linear problem(30, 4);
    const Eigen::VectorXd end = problem.a.householderQr().solve(problem.b);
    const auto run = descent(problem.objective(), { { "rate", 0.5 }, { "iterations", 6 } });
    QCOMPARE(run->lastStep().iteration, 6);
    QCOMPARE(run->lastStep().rate, 0.5);
    for (std::size_t k = 0; k <= 6; ++k) // from 0, half of the way that is left each time
        QVERIFY((run->theta(k) - (1 - std::pow(0.5, k)) * end).norm() < 1e-13);
}

void LevenbergMarquardtTest::goesAroundPlacesWithoutResiduals()
{
    // log θ = 0 from 20: the first full step leads to a negative θ.
    const auto logarithm = std::make_shared<Squares>(1, 1, [](ConstVectorRef theta, VectorRef r, MatrixRef d) {
        r[0] = std::log(theta[0]);
        d(0, 0) = 1 / theta[0];
    });
    const auto run = descent(logarithm, { { "start", QJsonArray { 20 } }, { "initial_radius", 100 } });
    QVERIFY(std::abs(run->lastTheta()[0] - 1) < 1e-15);
    QVERIFY(run->lastStep().evaluations > 2 * run->lastStep().iteration + 1);
}

void LevenbergMarquardtTest::endsAsDivergedWhereTheDerivativesAreNotFinite()
{
    // |θ|^½: finite at 0, where one half of a Gauss-Newton step (−2θ) leads, but its derivative is not.
    const auto root = std::make_shared<Squares>(1, 1, [](ConstVectorRef theta, VectorRef r, MatrixRef d) {
        r[0] = std::sqrt(theta[0]);
        d(0, 0) = 0.5 / std::sqrt(theta[0]);
    });
    const auto run = descent(root, { { "start", QJsonArray { 4 } }, { "rate", 0.5 } });
    QCOMPARE(run->reason(), StopReason::Diverged);
    QCOMPARE(run->lastTheta()[0], 4.0);
}

void LevenbergMarquardtTest::endsWhereTheResidualsAreZero()
{
    const auto run = descent(rosenbrock(), { { "start", QJsonArray { 1, 1 } } });
    QCOMPARE(run->lastStep().iteration, 0);
    QCOMPARE(run->reason(), StopReason::Step);
    QCOMPARE(run->lastStep().cost, 0.0);
}

void LevenbergMarquardtTest::stopsByStepTolerance()
{
    // Residuals that stay large, so that the steps become smaller by a factor.
    const auto curve = std::make_shared<Squares>(1, 2, [](ConstVectorRef theta, VectorRef r, MatrixRef d) {
        r << theta[0] * theta[0] + 1, 3 - theta[0];
        d << 2 * theta[0], -1;
    });
    const QJsonArray start { 4 };
    const auto run = descent(curve, { { "start", start }, { "step_tolerance", 0.05 } });
    const auto full = descent(curve, { { "start", start } });
    QCOMPARE(run->reason(), StopReason::Step);
    QVERIFY(run->message().contains("tolerance"));
    QVERIFY(run->lastStep().iteration < full->lastStep().iteration);
    QCOMPARE(Eigen::VectorXd(full->theta(run->steps().size() - 1)), Eigen::VectorXd(run->lastTheta()));
}

void LevenbergMarquardtTest::saysWhichCostsItNeeds()
{
    const auto mean = std::make_shared<MeanOf>(Eigen::Vector3d(1, 2, 3));
    const QString error = errorOf(thalwegNodeTypes(), "optimizers.levenberg-marquardt", {}, { { "objective", mean } });
    QVERIFY2(error.contains("port objective") && error.contains("costs.curve-fit"), qPrintable(error));
}

void LevenbergMarquardtTest::allocatesNothingWhileItDescends_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::newRow("plain") << QJsonObject();
    QTest::newRow("accelerated") << QJsonObject { { "acceleration", "geodesic" } };
    QTest::newRow("with a rate") << QJsonObject { { "rate", 0.3 }, { "iterations", 30 } };
}

void LevenbergMarquardtTest::allocatesNothingWhileItDescends()
{
    QFETCH(QJsonObject, parameters);
    parameters.insert("start", QJsonArray { -1.2, 1 });
    if (!parameters.contains("iterations"))
        parameters.insert("iterations", 100); // the trace makes room for so many
    const auto objective = rosenbrock();
    const auto run = descent(objective, parameters);
    QVERIFY(run->lastStep().iteration > 5);
    // From the second evaluation to the last.
    QCOMPARE(objective->seen.back() - objective->seen[1], 0L);
}

QTEST_GUILESS_MAIN(LevenbergMarquardtTest)
#include "levenberg_marquardt_test.moc"
