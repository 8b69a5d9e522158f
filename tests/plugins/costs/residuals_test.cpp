#include "costs_support.h"

#include "linear_model/exact_sum.h"

#include <thalweg/random.h>
#include <thalweg/residuals.h>
#include <thalweg/table.h>

#include <QtTest>

#include <cmath>

using namespace thalweg;

namespace {

constexpr std::size_t rowCount = 5000; // several chunks, and a block that is not full

std::shared_ptr<const Table> table()
{
    Random random(3);
    NumberCells x, y;
    for (std::size_t i = 0; i < rowCount; ++i) {
        x.push_back(random.normal());
        y.push_back(random.normal());
    }
    return std::make_shared<Table>(std::vector { Column { "x", x }, Column { "y", y } });
}

std::shared_ptr<const Dataset> dataset()
{
    const auto cells = table();
    DatasetContent content;
    content.features.resize(rowCount, 2);
    content.target.resize(rowCount);
    for (Eigen::Index i = 0; i < content.features.rows(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        const double x = (*cells->find("x")->numbers())[row];
        content.features.row(i) << x, x * x;
        content.target[i] = (*cells->find("y")->numbers())[row];
    }
    content.featureNames = QStringList { "x", "square" };
    content.targetName = "y";
    return std::make_shared<Dataset>(std::move(content));
}

Result<std::shared_ptr<const Objective>> curve(QJsonObject parameters)
{
    parameters.insert("formula", "a*exp(-k*x) + x");
    parameters.insert("target", "y");
    return makeObjective("costs.curve-fit", parameters, Arrivals { { "table", table() } });
}

struct Measured {
    Eigen::VectorXd residuals;
    Matrix derivatives;
};

Measured measure(const Objective &objective, const Eigen::VectorXd &theta)
{
    const Residuals &squares = *objective.residuals();
    Measured found { Eigen::VectorXd(squares.residualCount()), Matrix(squares.residualCount(), theta.size()) };
    squares.evaluateResiduals(theta, found.residuals, found.derivatives);
    return found;
}

} // namespace

class ResidualsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void costAndGradientAreTheirs_data();
    void costAndGradientAreTheirs();
    void ofACurveTheyAreTheClosedForm();
    void ofALinearModelTheyAreTheClosedForm();
    void theyAreTheSameWithAndWithoutDerivatives();
    void theyHaveTheSameBitsOnAnyNumberOfThreads();
    void otherCostsHaveNone();
    void sumsThatCancelKeepTheirDigits();
    void sumsThatOverflowAreNotFinite();
};

void ResidualsTest::costAndGradientAreTheirs_data()
{
    QTest::addColumn<bool>("isLinear");
    QTest::addColumn<QString>("reduction");
    for (const char *reduction : { "mean", "half-mean", "sum", "half-sum" }) {
        QTest::addRow("curve, %s", reduction) << false << reduction;
        QTest::addRow("linear, %s", reduction) << true << reduction;
    }
}

void ResidualsTest::costAndGradientAreTheirs()
{
    QFETCH(bool, isLinear);
    QFETCH(QString, reduction);
    const QJsonObject parameters { { "reduction", reduction } };
    const auto objective = isLinear ? makeObjective("costs.least-squares", parameters, dataset()) : curve(parameters);
    QVERIFY(objective);
    const Eigen::VectorXd theta = Eigen::VectorXd::LinSpaced((*objective)->dimension(), 0.3, 0.7);
    const Measured found = measure(**objective, theta);
    const double scale = (*objective)->residuals()->residualScale();
    const ValueAndGradient expected = evaluate(**objective, theta);
    QVERIFY(std::abs(scale * found.residuals.squaredNorm() - expected.value) < 1e-12 * expected.value);
    const Eigen::VectorXd gradient = 2 * scale * found.derivatives.transpose() * found.residuals;
    QVERIFY((gradient - expected.gradient).norm() < 1e-11 * expected.gradient.norm());
}

void ResidualsTest::ofACurveTheyAreTheClosedForm()
{
    const auto objective = curve({});
    const auto cells = table();
    const double a = 1.5, k = 0.4;
    const Measured found = measure(**objective, Eigen::Vector2d(a, k));
    for (std::size_t i = 0; i < rowCount; ++i) {
        const double x = (*cells->find("x")->numbers())[i];
        const double y = (*cells->find("y")->numbers())[i];
        const auto row = static_cast<Eigen::Index>(i);
        QVERIFY(std::abs(found.residuals[row] - (a * std::exp(-k * x) + x - y)) < 1e-13);
        QVERIFY(std::abs(found.derivatives(row, 0) - std::exp(-k * x)) < 1e-13);
        QVERIFY(std::abs(found.derivatives(row, 1) + a * x * std::exp(-k * x)) < 1e-12);
    }
}

void ResidualsTest::ofALinearModelTheyAreTheClosedForm()
{
    const auto data = dataset();
    const auto objective = makeObjective("costs.least-squares", {}, data);
    const Measured found = measure(**objective, Eigen::Vector3d(2, -3, 0.5));
    const Eigen::VectorXd expected = (data->features() * Eigen::Vector2d(2, -3)).array() + 0.5 - data->target().array();
    QVERIFY((found.residuals - expected).lpNorm<Eigen::Infinity>() < 1e-13);
    QCOMPARE(Matrix(found.derivatives.leftCols(2)), data->features());
    QVERIFY((found.derivatives.col(2).array() == 1).all());
    const auto through = makeObjective("costs.least-squares", { { "intercept", false } }, data);
    QCOMPARE(measure(**through, Eigen::Vector2d(2, -3)).derivatives, data->features());
}

void ResidualsTest::theyAreTheSameWithAndWithoutDerivatives()
{
    for (const auto &objective : { curve({}), makeObjective("costs.least-squares", {}, dataset()) }) {
        const Eigen::VectorXd theta = Eigen::VectorXd::LinSpaced((*objective)->dimension(), 0.3, 0.7);
        Eigen::VectorXd alone((*objective)->residuals()->residualCount());
        (*objective)->residuals()->evaluateResiduals(theta, alone);
        QCOMPARE(alone, measure(**objective, theta).residuals);
    }
}

void ResidualsTest::theyHaveTheSameBitsOnAnyNumberOfThreads()
{
    for (const auto &objective : { curve({}), makeObjective("costs.least-squares", {}, dataset()) }) {
        const Eigen::VectorXd theta = Eigen::VectorXd::LinSpaced((*objective)->dimension(), 0.3, 0.7);
        const auto measured = [&] { return measure(**objective, theta); };
        const Measured expected = onThreads(1, measured);
        for (const int threads : { 2, 3, 8 }) {
            const Measured found = onThreads(threads, measured);
            QVERIFY((found.residuals.array() == expected.residuals.array()).all());
            QVERIFY((found.derivatives.array() == expected.derivatives.array()).all());
        }
    }
}

void ResidualsTest::otherCostsHaveNone()
{
    QVERIFY(!(*curve({ { "loss", "huber" } }))->residuals());
    QVERIFY(!(*makeObjective("costs.huber", {}, dataset()))->residuals());
    QVERIFY(!(*makeFormula("(x - 1)^4"))->residuals());
}

void ResidualsTest::sumsThatCancelKeepTheirDigits()
{
    ExactSum products;
    products.addProduct(1 + 0x1p-30, 1 - 0x1p-30); // 1 − 2⁻⁶⁰, which a double does not hold
    products.add(-1);
    QCOMPARE(products.value(), -0x1p-60);
    ExactSum terms;
    for (const double term : { 1e16, 1., 1e-3, -1e16 })
        terms.add(term);
    QCOMPARE(terms.value(), 1.001);
}

void ResidualsTest::sumsThatOverflowAreNotFinite()
{
    ExactSum sum;
    sum.addProduct(1e200, 1e200);
    QVERIFY(!std::isfinite(sum.value()));
    ExactSum large; // halves of it would overflow, but it does not
    large.addProduct(1e305, 1);
    QCOMPARE(large.value(), 1e305);
}

QTEST_GUILESS_MAIN(ResidualsTest)
#include "residuals_test.moc"
