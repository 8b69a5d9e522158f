#include "support/objectives.h"
#include "support/run_node.h"

#include <thalweg/descent.h>

#include <QJsonArray>
#include <QtTest>

#include <functional>
#include <numbers>

using namespace thalweg;
using namespace thalweg::test;

namespace {

using Function = std::function<double(ConstVectorRef x, VectorRef gradient)>;

class Problem final : public Objective {
public:
    Problem(int dimension, Function function)
        : Objective(numberedNames(QStringLiteral("x"), dimension)), function_(std::move(function))
    {
    }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        return function_(theta, gradient);
    }

private:
    const Function function_;
};

double rosenbrock(ConstVectorRef x, VectorRef gradient)
{
    const double above = x[1] - x[0] * x[0];
    gradient[0] = -400 * x[0] * above - 2 * (1 - x[0]);
    gradient[1] = 200 * above;
    return 100 * above * above + (1 - x[0]) * (1 - x[0]);
}

/// ½ xᵀAx − bᵀx with a full, ill-conditioned A.
struct Quadratic {
    explicit Quadratic(Eigen::Index n) : a(n, n), b(n)
    {
        for (Eigen::Index i = 0; i < n; ++i) {
            b[i] = std::sin(7.0 * static_cast<double>(i + 1)) * 3;
            for (Eigen::Index j = 0; j < n; ++j)
                a(i, j) = (i == j ? 0.1 + static_cast<double>(i) : 0) + std::exp(-std::abs(static_cast<double>(i - j)));
        }
    }

    double operator()(ConstVectorRef x, VectorRef gradient) const
    {
        gradient = a * x - b;
        return x.dot(gradient - b) / 2;
    }

    Eigen::MatrixXd a;
    Eigen::VectorXd b;
};

std::shared_ptr<const Descent> descent(const ValuePtr &objective, const QJsonObject &parameters)
{
    return output<Descent>(
        thalwegNodeTypes(), "optimizers.lbfgs-b", "descent", parameters, { { "objective", objective } });
}

QString error(const QJsonObject &parameters)
{
    return errorOf(thalwegNodeTypes(), "optimizers.lbfgs-b", parameters,
        { { "objective", std::make_shared<Problem>(2, rosenbrock) } });
}

} // namespace

class LbfgsBTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void solvesHockAndSchittkowskisBoundedProblems();
    void meetsTheConditionsOfAMinimumOfABoundedQuadratic();
    void staysWithinItsBoundsAndNeverRises();
    void startsFromTheNearestPointWithinTheBounds();
    void knowsAMinimumInACorner();
    void isPlainDescentWithoutBounds();
    void projectsStepsOfAGivenRate();
    void refusesBoundsThatDoNotFit();
};

void LbfgsBTest::solvesHockAndSchittkowskisBoundedProblems()
{
    // Hock and Schittkowski, Test examples for nonlinear programming codes, 1981: numbers, starts and minima.
    struct Published {
        int number;
        Function function;
        QJsonArray start;
        QJsonObject lower;
        QJsonObject upper;
        double minimum;
    };
    const auto third = [](ConstVectorRef x, VectorRef g) {
        const double d = x[1] - x[0];
        g[0] = -2e-5 * d;
        g[1] = 1 + 2e-5 * d;
        return x[1] + 1e-5 * d * d;
    };
    const auto fourth = [](ConstVectorRef x, VectorRef g) {
        g[0] = (x[0] + 1) * (x[0] + 1);
        g[1] = 1;
        return std::pow(x[0] + 1, 3) / 3 + x[1];
    };
    const auto fifth = [](ConstVectorRef x, VectorRef g) {
        g[0] = std::cos(x[0] + x[1]) + 2 * (x[0] - x[1]) - 1.5;
        g[1] = std::cos(x[0] + x[1]) - 2 * (x[0] - x[1]) + 2.5;
        return std::sin(x[0] + x[1]) + (x[0] - x[1]) * (x[0] - x[1]) - 1.5 * x[0] + 2.5 * x[1] + 1;
    };
    const auto fortyFifth = [](ConstVectorRef x, VectorRef g) {
        for (Eigen::Index i = 0; i < 5; ++i) {
            g[i] = -1.0 / 120;
            for (Eigen::Index j = 0; j < 5; ++j)
                if (j != i)
                    g[i] *= x[j];
        }
        return 2 - x.prod() / 120;
    };
    const double second = 0.0504261879; // at (1.224370749, 1.5)
    const std::vector<Published> problems {
        { 1, rosenbrock, { -2, 1 }, { { "x[2]", -1.5 } }, {}, 0 },
        { 2, rosenbrock, { -2, 1 }, { { "x[2]", 1.5 } }, {}, second },
        { 3, third, { 10, 1 }, { { "x[2]", 0 } }, {}, 0 },
        { 4, fourth, { 1.125, 0.125 }, { { "x[1]", 1 }, { "x[2]", 0 } }, {}, 8.0 / 3 },
        { 5, fifth, { 0, 0 }, { { "x[1]", -1.5 }, { "x[2]", -3 } }, { { "x[1]", 4 }, { "x[2]", 3 } },
            -std::sqrt(3) / 2 - std::numbers::pi / 3 },
        { 45, fortyFifth, { 2, 2, 2, 2, 2 },
            { { "x[1]", 0 }, { "x[2]", 0 }, { "x[3]", 0 }, { "x[4]", 0 }, { "x[5]", 0 } },
            { { "x[1]", 1 }, { "x[2]", 2 }, { "x[3]", 3 }, { "x[4]", 4 }, { "x[5]", 5 } }, 1 },
    };
    for (const Published &problem : problems) {
        const auto run = descent(std::make_shared<Problem>(problem.start.size(), problem.function),
            { { "start", problem.start }, { "lower", problem.lower }, { "upper", problem.upper },
                { "gradient_tolerance", 1e-8 } });
        const QString what
            = QStringLiteral("%1: %2, %3").arg(problem.number).arg(run->lastStep().cost).arg(run->message());
        QVERIFY2(run->converged(), qPrintable(what));
        // Rosenbrock's with x₂ ≥ 1.5 has a second minimum, on the other side: 4.9412.
        const bool isOther = problem.number == 2 && std::abs(run->lastStep().cost - 4.94122932) < 1e-6;
        QVERIFY2(isOther || std::abs(run->lastStep().cost - problem.minimum) < 1e-9, qPrintable(what));
    }
}

void LbfgsBTest::meetsTheConditionsOfAMinimumOfABoundedQuadratic()
{
    const Quadratic quadratic(40);
    const auto run = descent(std::make_shared<Problem>(40, quadratic),
        { { "lower", -0.1 }, { "upper", 0.2 }, { "gradient_tolerance", 1e-6 } });
    QVERIFY2(run->converged(), qPrintable(run->message()));
    const Eigen::VectorXd x = run->lastTheta();
    const Eigen::VectorXd gradient = quadratic.a * x - quadratic.b;
    int held = 0;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        QVERIFY(x[i] >= -0.1 && x[i] <= 0.2);
        if (x[i] == -0.1)
            QVERIFY(gradient[i] >= -1e-6);
        else if (x[i] == 0.2)
            QVERIFY(gradient[i] <= 1e-6);
        else
            QVERIFY(std::abs(gradient[i]) <= 1e-6);
        held += x[i] == -0.1 || x[i] == 0.2;
    }
    QVERIFY(held > 5 && held < 35);
}

void LbfgsBTest::staysWithinItsBoundsAndNeverRises()
{
    const auto run = descent(std::make_shared<Problem>(2, rosenbrock),
        { { "start", QJsonArray { -1.2, 1 } }, { "upper", QJsonObject { { "x[1]", 0.5 } } } });
    QVERIFY(std::abs(run->lastTheta()[0] - 0.5) < 1e-15 && std::abs(run->lastTheta()[1] - 0.25) < 1e-12);
    for (std::size_t k = 0; k < run->steps().size(); ++k) {
        QVERIFY(run->theta(k)[0] <= 0.5);
        QVERIFY(k == 0 || run->steps()[k].cost <= run->steps()[k - 1].cost);
    }
}

void LbfgsBTest::startsFromTheNearestPointWithinTheBounds()
{
    const auto run = descent(std::make_shared<Bowl>(0.0, 3),
        { { "start", QJsonArray { -7, 1.5, 9 } }, { "lower", QJsonArray { 1, 1, 1 } }, { "upper", 2 },
            { "iterations", 0 } });
    QVERIFY(run->theta(0) == Eigen::Vector3d(1, 1.5, 2));
    QCOMPARE(run->steps()[0].gradientNorm, 4.0); // of the third component; the first is held
}

void LbfgsBTest::knowsAMinimumInACorner()
{
    const auto run = descent(std::make_shared<Bowl>(5.0, 2), { { "upper", 1 } });
    QVERIFY(run->lastTheta() == Eigen::Vector2d(1, 1));
    QCOMPARE(run->lastStep().gradientNorm, 0.0);
    QVERIFY(run->reason() == StopReason::Step && !run->converged());
    QVERIFY(run->message().startsWith("the gradient leads out of the bounds"));
    const auto tested = descent(std::make_shared<Bowl>(5.0, 2), { { "upper", 1 }, { "gradient_tolerance", 1e-9 } });
    QVERIFY(tested->reason() == StopReason::Gradient && tested->converged());
}

void LbfgsBTest::isPlainDescentWithoutBounds()
{
    const QJsonObject parameters { { "start", QJsonArray { -1.2, 1 } }, { "gradient_tolerance", 1e-9 } };
    const auto objective = std::make_shared<Problem>(2, rosenbrock);
    const auto run = descent(objective, parameters);
    QVERIFY(run->converged());
    QVERIFY((run->lastTheta() - Eigen::Vector2d(1, 1)).norm() < 1e-8);
    QJsonObject backwards = parameters;
    backwards.insert("line_search", "armijo");
    const auto plain
        = output<Descent>(thalwegNodeTypes(), "optimizers.lbfgs", "descent", backwards, { { "objective", objective } });
    QVERIFY((run->theta(1) - plain->theta(1)).norm() < 0.1);
}

void LbfgsBTest::projectsStepsOfAGivenRate()
{
    // (θ − 5)² from 0: ‖∇J‖₂ = 10, so the first step is η ∇J / 10 = 2, the next ends at the bound.
    const auto run = descent(std::make_shared<Bowl>(5.0, 1), { { "rate", 2 }, { "upper", 3 }, { "iterations", 6 } });
    QCOMPARE(run->theta(1)[0], 2.0);
    for (std::size_t k = 2; k <= 6; ++k)
        QCOMPARE(run->theta(k)[0], 3.0);
    QCOMPARE(run->lastStep().iteration, 6);
}

void LbfgsBTest::refusesBoundsThatDoNotFit()
{
    QCOMPARE(error({ { "lower", QJsonArray { 1 } } }),
        QString("parameter lower: has 1 numbers, but the objective has 2 parameters; to bound some of them, give these "
                "by name"));
    QVERIFY(error({ { "upper", QJsonObject { { "x[3]", 1 } } } })
                .startsWith("parameter upper: the objective has no parameter \"x[3]\""));
    QCOMPARE(error({ { "lower", 2 }, { "upper", QJsonObject { { "x[2]", 1 } } } }),
        QString("parameter lower: 2 for x[2] is above its upper bound, 1"));
}

QTEST_GUILESS_MAIN(LbfgsBTest)
#include "lbfgs_b_test.moc"
