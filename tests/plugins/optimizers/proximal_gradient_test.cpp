#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/dataset.h>
#include <thalweg/descent.h>
#include <thalweg/proximal.h>
#include <thalweg/random.h>

#include <Eigen/QR>

#include <QJsonArray>
#include <QtTest>

using namespace thalweg;
using namespace thalweg::test;

namespace {

/// J(θ) = ½ ‖A θ − b‖² + l1 ‖θ‖₁: the lasso.
class Lasso final : public Objective, private Proximal {
public:
    Lasso(Matrix a, Eigen::VectorXd b, double l1)
        : Objective(numberedNames(QStringLiteral("theta"), static_cast<int>(a.cols()))), a_(std::move(a)),
          b_(std::move(b)), l1_(l1)
    {
    }

    double valueAndGradient(ConstVectorRef, VectorRef) const override { throw std::logic_error("J has kinks"); }
    const Proximal *proximal() const override { return this; }

    Eigen::VectorXd slope(const Eigen::VectorXd &theta) const { return a_.transpose() * (a_ * theta - b_); }

private:
    double smoothValue(ConstVectorRef theta) const override { return 0.5 * (a_ * theta - b_).squaredNorm(); }
    double smoothValueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient = slope(theta);
        return smoothValue(theta);
    }
    double simpleValue(ConstVectorRef theta) const override { return l1_ * theta.lpNorm<1>(); }
    void applyProximal(VectorRef theta, double step) const override
    {
        for (double &each : theta)
            each = each > step * l1_ ? each - step * l1_ : each < -step * l1_ ? each + step * l1_ : 0;
    }

    Matrix a_;
    Eigen::VectorXd b_;
    double l1_;
};

constexpr double l1 = 2;

Matrix randomMatrix(int rows, int columns, Random &random)
{
    Matrix matrix(rows, columns);
    for (double &each : matrix.reshaped())
        each = random.normal();
    return matrix;
}

Eigen::VectorXd randomVector(int size, Random &random)
{
    Eigen::VectorXd vector(size);
    for (double &each : vector)
        each = 3 * random.normal();
    return vector;
}

std::shared_ptr<const Descent> descent(const std::shared_ptr<const Objective> &objective, QJsonObject parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.proximal-gradient", "descent", parameters, { { "objective", objective } });
}

void addAccelerations()
{
    QTest::addColumn<QString>("acceleration");
    for (const char *acceleration : { "none", "fista", "fista-restart" })
        QTest::newRow(acceleration) << acceleration;
}

} // namespace

class ProximalGradientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrthogonalDesignGivesTheSoftThreshold_data() { addAccelerations(); }
    void anOrthogonalDesignGivesTheSoftThreshold();
    void theLassoMeetsItsConditions_data() { addAccelerations(); }
    void theLassoMeetsItsConditions();
    void makesTheStepsOfTheFormulas_data() { addAccelerations(); }
    void makesTheStepsOfTheFormulas();
    void restartsAreQuicker();
    void aSmoothCostIsDescendedToo();
    void aRateTooLargeDiverges();
};

void ProximalGradientTest::anOrthogonalDesignGivesTheSoftThreshold()
{
    QFETCH(QString, acceleration);
    Random random(2);
    const Matrix square = randomMatrix(12, 6, random);
    const Eigen::MatrixXd q
        = Eigen::HouseholderQR<Eigen::MatrixXd>(square).householderQ() * Eigen::MatrixXd::Identity(12, 6);
    const Eigen::VectorXd b = randomVector(12, random);
    const auto run = descent(
        std::make_shared<Lasso>(q, b, l1), { { "acceleration", acceleration }, { "gradient_tolerance", 1e-12 } });
    const Eigen::VectorXd leastSquares = q.transpose() * b;
    int zeros = 0;
    for (Eigen::Index j = 0; j < 6; ++j) {
        const double size = std::max(std::abs(leastSquares[j]) - l1, 0.);
        QVERIFY(std::abs(run->lastTheta()[j] - std::copysign(size, leastSquares[j])) < 1e-11);
        QVERIFY((size == 0) == (run->lastTheta()[j] == 0));
        zeros += size == 0;
    }
    QVERIFY(zeros > 0 && zeros < 6);
    QCOMPARE(run->reason(), StopReason::Gradient);
}

void ProximalGradientTest::theLassoMeetsItsConditions()
{
    QFETCH(QString, acceleration);
    Random random(4);
    const Matrix a = randomMatrix(20, 8, random);
    const auto objective = std::make_shared<Lasso>(a, randomVector(20, random), 12);
    const auto run = descent(
        objective, { { "acceleration", acceleration }, { "gradient_tolerance", 1e-10 }, { "iterations", 20'000 } });
    QCOMPARE(run->reason(), StopReason::Gradient);
    const Eigen::VectorXd theta = run->lastTheta();
    const Eigen::VectorXd slope = objective->slope(theta);
    int zeros = 0;
    for (Eigen::Index j = 0; j < 8; ++j) {
        if (theta[j] == 0)
            QVERIFY(std::abs(slope[j]) <= 12);
        else
            QVERIFY(std::abs(slope[j] + std::copysign(12, theta[j])) < 1e-6);
        zeros += theta[j] == 0;
    }
    QVERIFY(zeros > 0 && zeros < 8);
}

void ProximalGradientTest::makesTheStepsOfTheFormulas()
{
    QFETCH(QString, acceleration);
    Random random(6);
    const Matrix a = randomMatrix(10, 4, random);
    const auto objective = std::make_shared<Lasso>(a, randomVector(10, random), l1);
    constexpr double rate = 0.02;
    const auto run = descent(objective, { { "acceleration", acceleration }, { "rate", rate }, { "iterations", 100 } });
    Eigen::VectorXd theta = Eigen::VectorXd::Zero(4);
    Eigen::VectorXd ahead = theta;
    double t = 1;
    for (std::size_t k = 1; k <= 100; ++k) {
        Eigen::VectorXd next = ahead - rate * objective->slope(ahead);
        for (double &each : next)
            each = std::copysign(std::max(std::abs(each) - rate * l1, 0.), each);
        const bool isUphill = (ahead - next).dot(next - theta) > 0;
        const double further = (1 + std::sqrt(1 + 4 * t * t)) / 2;
        ahead = next;
        if (acceleration == "fista" || (acceleration == "fista-restart" && !isUphill)) {
            ahead += (t - 1) / further * (next - theta);
            t = further;
        } else {
            t = 1;
        }
        theta = next;
        QVERIFY((run->theta(k) - theta).norm() <= 1e-12 * theta.norm());
    }
}

void ProximalGradientTest::restartsAreQuicker()
{
    // Curvatures from 1 to 10,000, where plain momentum overshoots again and again.
    const Eigen::VectorXd roots = Eigen::VectorXd::LinSpaced(20, 1, 100);
    const auto objective = std::make_shared<Lasso>(Matrix(roots.asDiagonal()), Eigen::VectorXd::Constant(20, 100), 0.1);
    const auto iterations = [&](const char *acceleration) {
        const auto run = descent(objective,
            { { "acceleration", acceleration }, { "gradient_tolerance", 1e-8 }, { "iterations", 1'000'000 } });
        return run->reason() == StopReason::Gradient ? run->lastStep().iteration : -1;
    };
    const auto restarted = iterations("fista-restart");
    QVERIFY(restarted > 0);
    QVERIFY(restarted < iterations("fista"));
    QVERIFY(restarted < iterations("none"));
}

void ProximalGradientTest::aSmoothCostIsDescendedToo()
{
    const auto run = descent(std::make_shared<Bowl>(3.0, 2), { { "gradient_tolerance", 1e-12 } });
    QVERIFY((run->lastTheta().array() - 3).abs().maxCoeff() < 1e-12);
    QVERIFY(run->converged());
}

void ProximalGradientTest::aRateTooLargeDiverges()
{
    const auto run = descent(
        std::make_shared<Bowl>(3.0, 2), { { "rate", 1.5 }, { "iterations", 10'000 }, { "acceleration", "none" } });
    QCOMPARE(run->reason(), StopReason::Diverged);
}

QTEST_GUILESS_MAIN(ProximalGradientTest)
#include "proximal_gradient_test.moc"
