#include "costs_support.h"
#include "linear_reference.h"

#include <thalweg/model.h>
#include <thalweg/proximal.h>

#include <QtTest>

#include <Eigen/LU>

using namespace thalweg;

class CombinedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void penaltyIsThatOfItsHelp();
    void interceptsAreNeverPenalised();
    void splitsIntoASmoothPartAndASoftThreshold();
    void withoutAKinkItIsNotSplit();
    void batchesCarryTheWholePenalty();
    void ridgeSolvesItsNormalEquations();
    void withoutWeightsTheCostIsUnchanged();
    void aPenaltyMendsSeparableClassesAlone();
    void refusesNegativeWeights();
    void sumsWeighTheirParts();
    void batchesOfASumAreOfTheSameRows();
    void sumsOfDifferentRowsAreOneTerm();
    void modelOfASumIsTheFirst();
    void refusesDifferentParameters();
};

namespace {

std::shared_ptr<const Objective> regularized(
    const std::shared_ptr<const Objective> &cost, const QJsonObject &parameters)
{
    return makeObjective("costs.regularize", parameters, Arrivals { { "objective", cost } }).value();
}

std::shared_ptr<const Objective> sumOf(
    const std::vector<std::shared_ptr<const Objective>> &costs, const QJsonArray &weights = {})
{
    Arrivals arrivals;
    for (const auto &cost : costs)
        arrivals.emplace_back("objectives", cost);
    return makeObjective("costs.sum", { { "weights", weights } }, arrivals).value();
}

} // namespace

void CombinedTest::penaltyIsThatOfItsHelp()
{
    const auto cost = regularized(makeFormula("0*x + 0*y + 0*z").value(), { { "l1", 2 }, { "l2", 3 } });
    const auto [value, gradient] = evaluate(*cost, Eigen::Vector3d(1, -4, 0));
    QCOMPARE(value, 2 * 5 + 1.5 * 17);
    QCOMPARE(gradient, Eigen::VectorXd(Eigen::Vector3d(2 + 3, -2 - 12, 0)));
    QCOMPARE(cost->value(Eigen::Vector3d(1, -4, 0)), value);
    QCOMPARE(cost->parameterNames(), QStringList({ "x", "y", "z" }));
    QVERIFY(cost->text().endsWith("+ 2 ‖w‖₁ + 3/2 ‖w‖₂²"));
}

void CombinedTest::interceptsAreNeverPenalised()
{
    const auto data = randomDataset(20, 2, RandomTarget::Binary);
    for (const auto &[id, intercepts] : { std::pair { "costs.logistic", 1 }, { "costs.softmax", 2 } }) {
        const auto cost = makeObjective(id, {}, data).value();
        const auto penalised = regularized(cost, { { "l1", 1 }, { "l2", 1 } });
        Eigen::VectorXd theta = Eigen::VectorXd::Zero(cost->dimension());
        theta.tail(intercepts).setConstant(7);
        QCOMPARE(penalised->value(theta), cost->value(theta));
        QCOMPARE(evaluate(*penalised, theta).gradient, evaluate(*cost, theta).gradient);
    }
}

void CombinedTest::splitsIntoASmoothPartAndASoftThreshold()
{
    const auto data = randomDataset(20, 3, RandomTarget::Normal);
    const auto cost = makeObjective("costs.least-squares", {}, data).value();
    const auto lasso = regularized(cost, { { "l1", 2 }, { "l2", 3 } });
    const auto ridge = regularized(cost, { { "l2", 3 } });
    const Proximal &parts = *lasso->proximal();
    const Eigen::Vector4d theta(1, -0.5, 0.25, 7); // the last is the intercept
    Eigen::VectorXd gradient(4);
    QCOMPARE(parts.smoothValueAndGradient(theta, gradient), ridge->value(theta));
    QCOMPARE(gradient, evaluate(*ridge, theta).gradient);
    QCOMPARE(parts.smoothValue(theta), ridge->value(theta));
    QCOMPARE(parts.simpleValue(theta), 2 * 1.75);
    Eigen::VectorXd moved = theta;
    parts.applyProximal(moved, 0.25);
    QCOMPARE(moved, Eigen::VectorXd(Eigen::Vector4d(0.5, 0, 0, 7)));
    moved[0] = qQNaN();
    parts.applyProximal(moved, 0.25);
    QVERIFY(std::isnan(moved[0])); // what is no number is not made one
}

void CombinedTest::withoutAKinkItIsNotSplit()
{
    QVERIFY(!regularized(makeFormula("x^2").value(), { { "l2", 3 } })->proximal());
    QVERIFY(!makeFormula("x^2").value()->proximal());
}

void CombinedTest::batchesCarryTheWholePenalty()
{
    const auto cost = makeObjective("costs.huber", {}, randomDataset(20, 2, RandomTarget::Normal)).value();
    const auto penalised = regularized(cost, { { "l1", 0.5 }, { "l2", 0.25 } });
    QCOMPARE(penalised->termCount(), 20);
    const Eigen::Vector3d theta(1, -2, 3);
    const std::vector<Eigen::Index> rows { 3, 5 };
    Eigen::VectorXd plain(3), gradient(3);
    const double value = cost->batchValueAndGradient(rows, theta, plain);
    QCOMPARE(penalised->batchValueAndGradient(rows, theta, gradient), value + 0.5 * 3 + 0.125 * 5);
    QCOMPARE(gradient, Eigen::VectorXd(plain + Eigen::Vector3d(0.5 + 0.25, -0.5 - 0.5, 0)));
}

void CombinedTest::ridgeSolvesItsNormalEquations()
{
    const auto data = randomDataset(50, 3, RandomTarget::Normal);
    const auto cost = regularized(
        makeObjective("costs.least-squares", { { "reduction", "half-sum" }, { "intercept", false } }, data).value(),
        { { "l2", 4 } });
    const Eigen::MatrixXd x = data->features();
    const Eigen::MatrixXd normal = x.transpose() * x + 4 * Eigen::MatrixXd::Identity(3, 3);
    const Eigen::VectorXd solution = normal.inverse() * (x.transpose() * data->target());
    QVERIFY(evaluate(*cost, solution).gradient.cwiseAbs().maxCoeff() < 1e-12);
}

void CombinedTest::withoutWeightsTheCostIsUnchanged()
{
    const auto cost = makeFormula("exp(x) + y^2").value();
    const auto same = regularized(cost, {});
    const Eigen::Vector2d theta(1.5, -2);
    QVERIFY(sameBits(evaluate(*same, theta), evaluate(*cost, theta)));
    QCOMPARE(regularized(cost, { { "l2", 1 } })->value(Eigen::Vector2d(-INFINITY, 0)), INFINITY);
    QCOMPARE(same->value(Eigen::Vector2d(-INFINITY, 0)), 0.);
}

void CombinedTest::aPenaltyMendsSeparableClassesAlone()
{
    DatasetContent data { .features = Matrix(3, 1),
        .target = Eigen::Vector3d(0, 1, 1),
        .featureNames = { "x" },
        .targetName = "y",
        .classes = {},
        .scaling = {} };
    data.features << -1, 1, 2;
    const auto cost = makeObjective("costs.logistic", {}, std::make_shared<Dataset>(data)).value();
    const Eigen::Vector2d separating(3, 0);
    QVERIFY(regularized(cost, {})->warning(separating).contains("no minimum"));
    QCOMPARE(regularized(cost, { { "l2", 0.1 } })->warning(separating), QString());
    data.target = Eigen::Vector3d(0, 0, 0);
    const auto counts = makeObjective("costs.poisson", {}, std::make_shared<Dataset>(data)).value();
    QVERIFY(regularized(counts, { { "l2", 0.1 } })->warning(separating).contains("no minimum"));
}

void CombinedTest::refusesNegativeWeights()
{
    const auto made
        = makeObjective("costs.regularize", { { "l1", -1 } }, Arrivals { { "objective", makeFormula("x").value() } });
    QVERIFY(!made);
    QCOMPARE(made.error().places(), QStringList("parameter l1"));
}

void CombinedTest::sumsWeighTheirParts()
{
    const auto a = makeFormula("x^2*y").value();
    const auto b = makeFormula("sin(x) + y^3").value();
    const Eigen::Vector2d theta(0.5, 2);
    const auto [value, gradient] = evaluate(*sumOf({ a, b }, { 3, -0.5 }), theta);
    QVERIFY(std::abs(value - (3 * 0.5 - 0.5 * (std::sin(0.5) + 8))) < 1e-15);
    QVERIFY(std::abs(gradient[0] - (3 * 2 - 0.5 * std::cos(0.5))) < 1e-15);
    QVERIFY(std::abs(gradient[1] - (3 * 0.25 - 0.5 * 12)) < 1e-15);
    QCOMPARE(sumOf({ a, b }, { 3, -0.5 })->value(theta), value);
    QCOMPARE(sumOf({ a, b })->value(theta), a->value(theta) + b->value(theta));
    QCOMPARE(sumOf({ sumOf({ a, b }), sumOf({ a }) })->value(theta), 2 * a->value(theta) + b->value(theta));
    QVERIFY(evaluate(*sumOf({ sumOf({ a, b }), sumOf({ a }) }), theta)
                .gradient.isApprox(2 * evaluate(*a, theta).gradient + evaluate(*b, theta).gradient, 1e-15));
}

void CombinedTest::batchesOfASumAreOfTheSameRows()
{
    const auto data = randomDataset(30, 2, RandomTarget::Normal);
    const auto squares = makeObjective("costs.least-squares", {}, data).value();
    const auto absolutes = makeObjective("costs.absolute", {}, data).value();
    const auto sum = sumOf({ squares, absolutes }, { 2, 1 });
    QCOMPARE(sum->termCount(), 30);
    const std::vector<Eigen::Index> rows { 7, 1, 12 };
    const Eigen::Vector3d theta(0.5, 1, -1);
    Eigen::VectorXd a(3), b(3), both(3);
    const double value
        = 2 * squares->batchValueAndGradient(rows, theta, a) + absolutes->batchValueAndGradient(rows, theta, b);
    QCOMPARE(sum->batchValueAndGradient(rows, theta, both), value);
    QVERIFY(both.isApprox(2 * a + b, 1e-15));
}

void CombinedTest::sumsOfDifferentRowsAreOneTerm()
{
    const auto a = makeObjective("costs.least-squares", {}, randomDataset(30, 1, RandomTarget::Normal)).value();
    const auto b = makeObjective("costs.least-squares", {}, randomDataset(20, 1, RandomTarget::Normal)).value();
    QCOMPARE(sumOf({ a, b })->termCount(), 1);
    QCOMPARE(sumOf({ a, a })->termCount(), 30);
}

void CombinedTest::modelOfASumIsTheFirst()
{
    const auto data = randomDataset(30, 1, RandomTarget::Binary);
    const auto logistic = makeObjective("costs.logistic", {}, data).value();
    const auto hinge = makeObjective("costs.hinge", {}, data).value();
    const Eigen::Vector2d theta(1, 0);
    QCOMPARE(sumOf({ logistic, hinge })->model(theta)->predict(Matrix::Zero(1, 1))[0], 0.5);
    QVERIFY(!sumOf({ makeFormula("x").value() })->model(Eigen::VectorXd::Zero(1)));
}

void CombinedTest::refusesDifferentParameters()
{
    const auto made = makeObjective("costs.sum", {},
        Arrivals { { "objectives", makeFormula("x + y").value() }, { "objectives", makeFormula("y + x").value() } });
    QVERIFY(!made);
    QCOMPARE(made.error().text(),
        QString("port objectives: item has the parameters x, y, but item has y, x; all must have the same in the same "
                "order"));
    const auto weights = makeObjective(
        "costs.sum", { { "weights", QJsonArray { 1, 2 } } }, Arrivals { { "objectives", makeFormula("x").value() } });
    QVERIFY(!weights);
    QCOMPARE(weights.error().places(), QStringList("parameter weights"));
}

QTEST_GUILESS_MAIN(CombinedTest)
#include "combined_test.moc"
